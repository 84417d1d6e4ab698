import { Series } from './series';
import { AlertCase } from '../alert-case';

const LABELS = { kind: 'queue', vhost: 'orders' };

function objects(state: string, values: string): Series {
  return { [`rabbitmq_topology_${state}_objects{@,endpoint="exporter",kind="queue",vhost="orders"}`]: values };
}

function figure(metric: string, queue: string, values: string): Series {
  return { [`rabbitmq_detailed_queue_${metric}{@,endpoint="detailed",vhost="orders",queue="${queue}"}`]: values };
}

export const TOPOLOGY_CASES: readonly AlertCase[] = [
  {
    alert: 'RabbitMQQueueAboveExpectedBacklog',
    topology: true,
    fires: {
      series: { ...figure('messages_ready', 'billing', '101x30'), ...figure('messages_ready', 'other', '999x30') }, at: '10m',
      alerts: [{ labels: { vhost: 'orders', queue: 'billing' }, summary: '101 messages are waiting in queue billing of orders, more than its declaration expects' }],
    },
    quiet: { series: figure('messages_ready', 'billing', '100x30'), at: '20m' },
  },
  {
    alert: 'RabbitMQQueueBelowExpectedConsumers',
    topology: true,
    fires: {
      series: { ...figure('consumers', 'billing', '1x30'), ...figure('consumers', 'other', '0x30') }, at: '5m',
      alerts: [{ labels: { vhost: 'orders', queue: 'billing' }, summary: 'Queue billing of orders has 1 consumers, fewer than its declaration expects' }],
    },
    quiet: { series: figure('consumers', 'billing', '2x30'), at: '20m' },
  },
  {
    alert: 'RabbitMQTopologyObjectsMissing',
    topology: true,
    // missing once, and created again a minute later
    fires: {
      series: objects('missing', '0x4 2 0x20'), at: '5m', alerts: [{ labels: LABELS, summary: '2 declared objects of kind queue were missing in vhost orders of cluster orders' }],
      later: { at: '9m', alerts: [{ labels: LABELS, summary: '2 declared objects of kind queue were missing in vhost orders of cluster orders' }] },
    },
    quiet: { series: objects('missing', '0x20'), at: '10m' },
    quietToo: [{ series: objects('missing', '0x4 2 0x20'), at: '11m' }],
  },
  {
    alert: 'RabbitMQTopologyObjectsChanged',
    topology: true,
    fires: { series: objects('changed', '1x30'), at: '10m', alerts: [{ labels: LABELS, summary: '1 objects of kind queue in vhost orders of cluster orders differ from their declaration' }] },
    quiet: { series: objects('changed', '1x8 0x20'), at: '12m' },
  },
  {
    alert: 'RabbitMQTopologyObjectsUndeclared',
    topology: true,
    fires: { series: objects('undeclared', '3x90'), at: '60m', alerts: [{ labels: LABELS, summary: '3 objects of kind queue in vhost orders of cluster orders are not declared' }] },
    quiet: { series: objects('undeclared', '3x58 0x30'), at: '70m' },
  },
];
