import { of, Series, up } from './series';
import { AlertCase } from '../alert-case';

const MINUTES = 500;

/** Brokers that take 6,000 messages a minute, of which some aren't confirmed; nothing else is wrong. */
function publishing(confirmed: string, alarm = `0x${MINUTES}`): Series {
  return {
    ...up(`1x${MINUTES}`, `1x${MINUTES}`, `1x${MINUTES}`),
    ...of('orders-0', 'rabbitmq_global_messages_received_total', `0+6000x${MINUTES}`),
    ...of('orders-0', 'rabbitmq_global_messages_received_confirm_total', `0+6000x${MINUTES}`),
    ...of('orders-0', 'rabbitmq_global_messages_confirmed_total', confirmed),
    ...of('orders-0', 'rabbitmq_global_messages_unroutable_dropped_total', `0x${MINUTES}`),
    ...of('orders-0', 'rabbitmq_alarms_memory_used_watermark', alarm),
    ...of('orders-0', 'rabbitmq_alarms_free_disk_space_watermark', `0x${MINUTES}`),
  };
}

export const SERVICE_LEVEL_CASES: readonly AlertCase[] = [
  {
    alert: 'RabbitMQPublishingFails',
    // a fiftieth isn't confirmed; 14.4 times 0.001 is the limit
    fires: { series: publishing(`0+5880x${MINUTES}`), at: '3m', alerts: [{ summary: '2% of publishing to cluster orders failed in the last hour' }] },
    // all brokers are down, and then all pods gone
    firesToo: [{
      series: up('1x60 0x90 stale', '1x60 0x90 stale', '1x60 0x90 stale'),
      at: '63m',
      alerts: [{ summary: '4.918% of publishing to cluster orders failed in the last hour' }],
      later: { at: '3h', alerts: [{ summary: '100% of publishing to cluster orders failed in the last hour' }] },
    }],
    quiet: { series: publishing(`0+5916x${MINUTES}`), at: '3h' },
    // a cluster that is being made
    quietToo: [{ series: up('_ _ 0x3 1x20', '_ _ 0x5 1x20', '_ _ _ 0x5 1x20'), at: '9m' }],
  },
  {
    alert: 'RabbitMQPublishingDegraded',
    // nobody can publish for ten minutes out of six hours
    fires: {
      series: publishing(`0+6000x${MINUTES}`, `0x380 1x9 0x${MINUTES}`),
      at: '6h38m',
      alerts: [{ summary: '2.77% of publishing to cluster orders failed in the last 6 hours' }],
    },
    quiet: { series: publishing(`0+5964x${MINUTES}`), at: '8h' },
  },
  {
    alert: 'RabbitMQConsumingDegraded',
    fires: {
      series: { ...up(`1x${MINUTES}`, `1x${MINUTES}`, `1x${MINUTES}`), ...of('orders-0', 'rabbitmq_global_messages_delivered_total', `0+1000x${MINUTES}`), ...of('orders-0', 'rabbitmq_global_messages_redelivered_total', `0+70x${MINUTES}`) },
      at: '16m',
      alerts: [{ summary: '7% of consuming from cluster orders failed in the last 6 hours' }],
    },
    quiet: {
      series: { ...up(`1x${MINUTES}`, `1x${MINUTES}`, `1x${MINUTES}`), ...of('orders-0', 'rabbitmq_global_messages_delivered_total', `0+1000x${MINUTES}`), ...of('orders-0', 'rabbitmq_global_messages_redelivered_total', `0+60x${MINUTES}`) },
      at: '8h',
    },
  },
];
