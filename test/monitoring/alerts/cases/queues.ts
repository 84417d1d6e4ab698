import { of, Series } from './series';
import { AlertCase } from '../alert-case';

/** A figure of the queue `invoices`, at the broker that leads it. */
function queue(metric: string, values: string, name = 'invoices'): Series {
  return { [`rabbitmq_detailed_queue_${metric}{@,endpoint="detailed",pod="orders-0",vhost="/",queue="${name}"}`]: values };
}

const INVOICES = { vhost: '/', queue: 'invoices' };

export const QUEUE_CASES: readonly AlertCase[] = [
  {
    alert: 'RabbitMQBacklog',
    fires: { series: queue('messages_ready', '0 0 120000x20'), at: '12m', alerts: [{ labels: INVOICES, summary: '120k messages are waiting in queue invoices of vhost / of cluster orders' }] },
    quiet: { series: queue('messages_ready', '100000x30'), at: '20m' },
  },
  {
    alert: 'RabbitMQBacklogGrowing',
    fires: {
      series: queue('messages_ready', '0+400x90'),
      at: '55m',
      alerts: [{ labels: INVOICES, summary: '12k more messages than 30 minutes ago are waiting in queue invoices of vhost / of cluster orders' }],
    },
    quiet: { series: queue('messages_ready', '0+300x90'), at: '80m' },
  },
  {
    alert: 'RabbitMQQueueWithoutConsumers',
    fires: {
      series: { ...queue('messages_ready', '0 0 5x30'), ...queue('consumers', '0x40') },
      at: '17m',
      alerts: [{ labels: INVOICES, summary: '5 messages are waiting in queue invoices of /, which has no consumers' }],
    },
    // one is consumed, one is empty, one is a stream
    quiet: {
      series: {
        ...queue('messages_ready', '5x40'), ...queue('consumers', '1x40'),
        ...queue('messages_ready', '0x40', 'empty'), ...queue('consumers', '0x40', 'empty'),
        ...queue('messages_ready', '5x40', 'log'), ...queue('consumers', '0x40', 'log'),
        'rabbitmq_detailed_queue_info{@,endpoint="detailed",pod="orders-0",vhost="/",queue="log",queue_type="rabbit_stream_queue",membership="leader"}': '1x40',
      },
      at: '30m',
    },
  },
  {
    alert: 'RabbitMQSlowConsumers',
    fires: {
      series: {
        ...of('orders-0', 'rabbitmq_global_messages_routed_total', '0+6000x60'), ...of('orders-0', 'rabbitmq_global_messages_acknowledged_total', '0+4800x60'),
        ...of('orders-0', 'rabbitmq_consumers', '3x60'), ...of('orders-0', 'rabbitmq_queue_messages_ready', '0+1200x60'),
      },
      at: '16m',
      alerts: [{ summary: 'Consumers of cluster orders settle 80% of what is published, and queues grow' }],
    },
    quiet: {
      series: {
        ...of('orders-0', 'rabbitmq_global_messages_routed_total', '0+6000x60'), ...of('orders-0', 'rabbitmq_global_messages_acknowledged_total', '0+5460x60'),
        ...of('orders-0', 'rabbitmq_consumers', '3x60'), ...of('orders-0', 'rabbitmq_queue_messages_ready', '0+540x60'),
      },
      at: '40m',
    },
  },
  {
    alert: 'RabbitMQUnacknowledgedGrowing',
    fires: {
      series: queue('messages_unacked', '0+2000x60'),
      at: '21m',
      alerts: [{ labels: INVOICES, summary: '42k messages of queue invoices of vhost / of cluster orders are unacknowledged, and the number grows' }],
    },
    // many, and no more
    quiet: { series: queue('messages_unacked', '20000x60'), at: '40m' },
  },
];
