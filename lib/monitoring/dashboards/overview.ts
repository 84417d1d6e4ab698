import { DashboardDefinition, figure, lines } from './panel';
import { PromQL } from '../metrics/promql';

const MAIN = 'endpoint="prometheus"';
const RATE = '$__rate_interval';

function total(promql: PromQL, metric: string): string {
  return `sum(${promql.of(metric, MAIN)})`;
}

function rate(promql: PromQL, metric: string, by = ''): string {
  return `sum${by} (${promql.over('rate', metric, RATE, MAIN)})`;
}

/** Whether all is well, at a glance, and how much goes through. */
export const OVERVIEW: DashboardDefinition = {
  id: 'overview',
  title: 'RabbitMQ overview',
  description: 'Whether a cluster is well, and how much goes through it.',
  rows: [
    {
      title: 'Now',
      panels: [
        figure({ title: 'Brokers up', description: 'Brokers that respond. Fewer than a majority is an outage.', unit: 'none', targets: promql => [{ expr: `sum(${promql.of('up', MAIN)})`, legend: 'brokers' }] }),
        figure({
          title: 'Unreachable peers', description: 'Brokers that other brokers cannot reach: down or isolated.', unit: 'none', thresholds: { warning: 1, critical: 2 },
          metrics: ['rabbitmq_unreachable_cluster_peers_count'],
          targets: promql => [{ expr: `max(${promql.of('rabbitmq_unreachable_cluster_peers_count', MAIN)})`, legend: 'brokers' }],
        }),
        figure({
          title: 'Alerts firing', description: 'Firing alerts of this cluster with severity warning or critical.', unit: 'none', thresholds: { warning: 1, critical: 2 },
          targets: promql => [{ expr: `count(${promql.of('ALERTS', 'alertstate="firing"', 'severity=~"warning|critical"')}) or vector(0)`, legend: 'alerts' }],
        }),
        figure({
          title: 'Alarms', description: 'Memory and disk alarms. Any alarm blocks publishers on the whole cluster.', unit: 'none', thresholds: { warning: 1, critical: 1 },
          targets: promql => [{ expr: `${total(promql, 'rabbitmq_alarms_memory_used_watermark')} + ${total(promql, 'rabbitmq_alarms_free_disk_space_watermark')}`, legend: 'alarms' }],
        }),
        figure({ title: 'Published', description: 'Messages received per second.', unit: 'cps', targets: promql => [{ expr: rate(promql, 'rabbitmq_global_messages_received_total'), legend: 'received' }] }),
        figure({ title: 'Connections', description: 'Open connections of clients.', unit: 'short', targets: promql => [{ expr: total(promql, 'rabbitmq_connections'), legend: 'connections' }] }),
        figure({ title: 'Queues', description: 'Queues of all types.', unit: 'short', targets: promql => [{ expr: total(promql, 'rabbitmq_queues'), legend: 'queues' }] }),
        figure({ title: 'Messages ready', description: 'Messages ready for a consumer.', unit: 'short', targets: promql => [{ expr: total(promql, 'rabbitmq_queue_messages_ready'), legend: 'ready' }] }),
      ],
    },
    {
      title: 'Messages',
      panels: [
        lines({
          title: 'Published and confirmed', description: 'Messages received and confirmed. A lasting gap means publishers that wait.', unit: 'cps',
          targets: promql => [
            { expr: rate(promql, 'rabbitmq_global_messages_received_total'), legend: 'received' },
            { expr: rate(promql, 'rabbitmq_global_messages_confirmed_total'), legend: 'confirmed' },
            { expr: rate(promql, 'rabbitmq_global_messages_routed_total'), legend: 'routed to queues' },
          ],
        }),
        lines({
          title: 'Delivered and acknowledged', description: 'Messages delivered and acknowledged. Below the published rate, queues grow.', unit: 'cps',
          targets: promql => [
            { expr: rate(promql, 'rabbitmq_global_messages_delivered_total'), legend: 'delivered' },
            { expr: rate(promql, 'rabbitmq_global_messages_acknowledged_total'), legend: 'acknowledged' },
            { expr: rate(promql, 'rabbitmq_global_messages_redelivered_total'), legend: 'redelivered' },
          ],
        }),
        lines({
          title: 'Published by protocol', description: 'Messages received by protocol.', unit: 'cps',
          targets: promql => [{ expr: rate(promql, 'rabbitmq_global_messages_received_total', ' by (protocol)'), legend: '{{protocol}}' }],
        }),
        lines({
          title: 'Dropped and dead-lettered', description: 'Unroutable messages, and messages that were dead-lettered or dropped.', unit: 'cps',
          targets: promql => [
            { expr: rate(promql, 'rabbitmq_global_messages_unroutable_dropped_total'), legend: 'unroutable, dropped' },
            { expr: rate(promql, 'rabbitmq_global_messages_unroutable_returned_total'), legend: 'unroutable, returned' },
            ...['expired', 'rejected', 'maxlen', 'delivery_limit'].map(reason => ({ expr: rate(promql, `rabbitmq_global_messages_dead_lettered_${reason}_total`), legend: `dead-lettered: ${reason}` })),
          ],
        }),
        lines({
          title: 'Messages in queues', description: 'Ready and unacknowledged messages.', unit: 'short',
          targets: promql => [{ expr: total(promql, 'rabbitmq_queue_messages_ready'), legend: 'ready' }, { expr: total(promql, 'rabbitmq_queue_messages_unacked'), legend: 'unacknowledged' }],
        }),
        lines({
          title: 'Alerts', description: 'Firing alerts of this cluster.', unit: 'none',
          targets: promql => [{ expr: `count by (alertname) (${promql.of('ALERTS', 'alertstate="firing"')})`, legend: '{{alertname}}' }],
        }),
      ],
    },
  ],
};
