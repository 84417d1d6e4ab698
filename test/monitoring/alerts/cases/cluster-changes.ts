import { elsewhere, of, Series, up } from './series';
import { AlertCase } from '../alert-case';

/** Brokers of a cluster by how many others its first one says that there are. */
function cluster(others: string, ...values: string[]): Series {
  return { ...up(...values), ...of('orders-0', 'rabbitmq_unreachable_cluster_peers_count', others) };
}

const THREE = ['1x60', '1x60', '1x60'] as const;
const OUT = cluster('2x20 4x30', ...THREE, '_x21 1x30', '_x21 1x30');
const IN = cluster('4x20 2x30', ...THREE, '1x20 stale', '1x20 stale');
// described with three brokers, and scaled to one
const BY_HAND = cluster('0x50 2x20', '1x70', '_x51 1x20', '_x51 1x20');
const SLOWLY_MADE = cluster('0x20 2x40', '1x60', '_x21 1x40', '_x21 1x40');
const MADE = cluster('0 2x60', '1x60', '_ 1x60', '_ 1x60');

function brokerVersion(pod: string, version: string, values: string): Series {
  return { [`rabbitmq_build_info{@,endpoint="prometheus",pod="${pod}",rabbitmq_version="${version}"}`]: values };
}

export const CLUSTER_CHANGE_CASES: readonly AlertCase[] = [
  {
    alert: 'RabbitMQScaledOut',
    fires: { series: OUT, at: '21m', alerts: [{ summary: 'Cluster orders was scaled out to 5 brokers' }] },
    firesToo: [{ series: BY_HAND, at: '51m', alerts: [{ summary: 'Cluster orders was scaled out to 3 brokers' }] }],
    quiet: { series: IN, at: '21m' },
    quietToo: [{ series: MADE, at: '10m' }, { series: SLOWLY_MADE, at: '25m' }],
  },
  {
    alert: 'RabbitMQScaledIn',
    fires: { series: IN, at: '21m', alerts: [{ summary: 'Cluster orders was scaled in to 3 brokers' }] },
    // a broker that is killed is still a member
    quiet: { series: cluster('2x60', '1x60', '1x60', '1x20 stale'), at: '25m' },
    quietToo: [{ series: OUT, at: '21m' }],
  },
  {
    alert: 'RabbitMQScalingWaits',
    fires: {
      series: { 'rabbitmq_scaling_waiting{@,endpoint="prometheus",pod="orders-4",step="leave",reason="classic-queue"}': '_ _ 1x30' },
      at: '17m',
      alerts: [{ labels: { pod: 'orders-4', step: 'leave', reason: 'classic-queue' }, summary: 'Broker orders-4 is waiting in a step of scaling: leave, classic-queue' }],
    },
    quiet: { series: { 'rabbitmq_scaling_waiting{@,endpoint="prometheus",pod="orders-4",step="leave",reason="turn"}': '_ _ 1x13 stale' }, at: '17m' },
  },
  {
    alert: 'RabbitMQNodeJoined',
    fires: {
      series: up('1x60', '1x60', '1x60', '_x20 1x30'),
      at: '20m',
      alerts: [{ labels: { pod: 'orders-3' }, summary: 'Broker orders-3 is new in cluster orders' }],
    },
    // a restart
    quiet: { series: up('1x60', '1x60', '1x20 0x9 1x30'), at: '31m' },
  },
  {
    alert: 'RabbitMQNodeLeft',
    fires: {
      series: up('1x60', '1x60', '1x60', '1x20 stale'),
      at: '31m',
      alerts: [{ labels: { pod: 'orders-3' }, summary: 'Broker orders-3 has been missing from cluster orders for 10 minutes' }],
    },
    quiet: { series: up('1x60', '1x60', '1x60', '1x20 0x9 1x30'), at: '31m' },
  },
  {
    alert: 'RabbitMQVersionChanged',
    fires: {
      series: { ...brokerVersion('orders-0', '4.3.5', '1x60'), ...brokerVersion('orders-1', '4.3.5', '1x39 stale'), ...brokerVersion('orders-1', '4.3.6', '_x40 1x30') },
      at: '40m',
      alerts: [{ labels: { rabbitmq_version: '4.3.6' }, summary: '1 brokers of cluster orders now run 4.3.6' }],
    },
    // a cluster that is new
    quiet: { series: brokerVersion('orders-0', '4.3.6', '_x40 1x30'), at: '45m' },
  },
  {
    alert: 'RabbitMQAutoscalerAtMaximum',
    fires: {
      series: {
        ...elsewhere('kube_horizontalpodautoscaler_status_current_replicas', 'horizontalpodautoscaler="orders-hpa"', '7 7 9x50'),
        ...elsewhere('kube_horizontalpodautoscaler_spec_max_replicas', 'horizontalpodautoscaler="orders-hpa"', '9x60'),
      },
      at: '32m',
      alerts: [{ labels: { horizontalpodautoscaler: 'orders-hpa' }, summary: 'The autoscaler has cluster orders at its maximum of 9 brokers' }],
    },
    quiet: {
      series: {
        ...elsewhere('kube_horizontalpodautoscaler_status_current_replicas', 'horizontalpodautoscaler="orders-hpa"', '8x60'),
        ...elsewhere('kube_horizontalpodautoscaler_spec_max_replicas', 'horizontalpodautoscaler="orders-hpa"', '9x60'),
      },
      at: '50m',
    },
  },
];
