import { DashboardDefinition, lines } from './panel';
import { PromQL } from '../metrics/promql';

const MAIN = 'endpoint="prometheus"';
const BY_POD = '{{pod}}';

function perPod(promql: PromQL, metric: string): string {
  return `sum by (pod) (${promql.of(metric, MAIN)})`;
}

function rate(promql: PromQL, metric: string): string {
  return `sum(${promql.over('rate', metric, '$__rate_interval', MAIN)})`;
}

/** Who connects, how often, and what it costs. */
export const CONNECTIONS: DashboardDefinition = {
  id: 'connections',
  title: 'RabbitMQ connections and churn',
  description: 'Connections, channels and logins, and how often they come and go.',
  rows: [
    {
      title: 'Open',
      panels: [
        lines({ title: 'Connections', description: 'Open connections by broker; uneven ones point to long-lived clients after a restart.', unit: 'short', targets: promql => [{ expr: perPod(promql, 'rabbitmq_connections'), legend: BY_POD }] }),
        lines({ title: 'Channels', description: 'Open channels by broker; ones that only rise are not closed by a client.', unit: 'short', targets: promql => [{ expr: perPod(promql, 'rabbitmq_channels'), legend: BY_POD }] }),
        lines({ title: 'Consumers', description: 'Consumers by broker.', unit: 'short', targets: promql => [{ expr: perPod(promql, 'rabbitmq_consumers'), legend: BY_POD }] }),
        lines({
          title: 'Publishers and consumers by protocol', description: 'Who publishes and consumes over which protocol.', unit: 'short',
          targets: promql => [
            { expr: `sum by (protocol) (${promql.of('rabbitmq_global_publishers', MAIN)})`, legend: 'publishers {{protocol}}' },
            { expr: `sum by (protocol) (${promql.of('rabbitmq_global_consumers', MAIN)})`, legend: 'consumers {{protocol}}' },
          ],
        }),
      ],
    },
    {
      title: 'Churn',
      panels: [
        lines({
          title: 'Connections opened and closed', description: 'More than some a second for long is a client that connects for each message.', unit: 'cps',
          targets: promql => [{ expr: rate(promql, 'rabbitmq_connections_opened_total'), legend: 'opened' }, { expr: rate(promql, 'rabbitmq_connections_closed_total'), legend: 'closed' }],
        }),
        lines({
          title: 'Channels opened and closed', description: 'As many as messages is a client that opens a channel for each.', unit: 'cps',
          targets: promql => [{ expr: rate(promql, 'rabbitmq_channels_opened_total'), legend: 'opened' }, { expr: rate(promql, 'rabbitmq_channels_closed_total'), legend: 'closed' }],
        }),
        lines({
          title: 'Queues declared, made and deleted', description: 'Declaring one that is there is cheap; making one is agreed on by all brokers.', unit: 'cps',
          targets: promql => ['declared', 'created', 'deleted'].map(what => ({ expr: rate(promql, `rabbitmq_queues_${what}_total`), legend: what })),
        }),
        lines({
          title: 'Logins', description: 'Failed ones are a wrong password, or somebody who tries.', unit: 'cps',
          targets: promql => [{ expr: rate(promql, 'rabbitmq_auth_attempts_succeeded_total'), legend: 'succeeded' }, { expr: rate(promql, 'rabbitmq_auth_attempts_failed_total'), legend: 'failed' }],
        }),
      ],
    },
    {
      title: 'Traffic',
      panels: [
        lines({
          title: 'Bytes of clients', description: 'What clients send and get, over all brokers.', unit: 'Bps',
          targets: promql => [{ expr: rate(promql, 'rabbitmq_connection_incoming_bytes_total'), legend: 'in' }, { expr: rate(promql, 'rabbitmq_connection_outgoing_bytes_total'), legend: 'out' }],
        }),
        lines({
          title: 'Bytes in a message', description: 'The size that half and nearly all published messages stay below.', unit: 'bytes', metrics: ['rabbitmq_message_size_bytes_bucket'],
          targets: promql => [0.5, 0.99].map(quantile => ({
            expr: `histogram_quantile(${quantile}, sum by (le) (${promql.over('rate', 'rabbitmq_message_size_bytes_bucket', '$__rate_interval', MAIN)}))`, legend: `${quantile * 100}%`,
          })),
        }),
      ],
    },
  ],
};
