import { of, Series } from './series';
import { AlertCase } from '../alert-case';

function deadLettered(expired: string, others = '0x60'): Series {
  const metric = (reason: string): string => `rabbitmq_global_messages_dead_lettered_${reason}_total`;
  return { ...of('orders-0', metric('expired'), expired), ...Object.assign({}, ...['rejected', 'maxlen', 'delivery_limit'].map(reason => of('orders-0', metric(reason), others))) };
}

export const MESSAGE_CASES: readonly AlertCase[] = [
  {
    alert: 'RabbitMQUnroutableMessages',
    fires: {
      series: { ...of('orders-0', 'rabbitmq_global_messages_unroutable_dropped_total', '0+60x30'), ...of('orders-0', 'rabbitmq_global_messages_unroutable_returned_total', '0+60x30') },
      at: '6m',
      alerts: [{ summary: '2 messages per second published to cluster orders reach no queue' }],
    },
    quiet: {
      series: { ...of('orders-0', 'rabbitmq_global_messages_unroutable_dropped_total', '7x30'), ...of('orders-0', 'rabbitmq_global_messages_unroutable_returned_total', '0x30') },
      at: '20m',
    },
  },
  {
    alert: 'RabbitMQRedeliveries',
    fires: {
      series: { ...of('orders-0', 'rabbitmq_global_messages_delivered_total', '0+600x40'), ...of('orders-0', 'rabbitmq_global_messages_redelivered_total', '0+120x40') },
      at: '11m',
      alerts: [{ summary: '20% of the deliveries of cluster orders are redeliveries' }],
    },
    quiet: {
      series: { ...of('orders-0', 'rabbitmq_global_messages_delivered_total', '0+600x40'), ...of('orders-0', 'rabbitmq_global_messages_redelivered_total', '0+60x40') },
      at: '30m',
    },
  },
  {
    alert: 'RabbitMQDeadLetters',
    fires: { series: deadLettered('0+120x60'), at: '13m', alerts: [{ summary: '2 messages per second are dead-lettered on cluster orders' }] },
    quiet: { series: deadLettered('0+29x60', '0+10x60'), at: '30m' },
  },
];
