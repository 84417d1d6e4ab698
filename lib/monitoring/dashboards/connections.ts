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
        lines({ title: 'Connections', description: 'Open connections by broker. An uneven distribution points to long-lived clients after a restart.', unit: 'short', targets: promql => [{ expr: perPod(promql, 'rabbitmq_connections'), legend: BY_POD }] }),
        lines({ title: 'Channels', description: 'Open channels by broker. A steady rise means a client that does not close channels.', unit: 'short', targets: promql => [{ expr: perPod(promql, 'rabbitmq_channels'), legend: BY_POD }] }),
        lines({ title: 'Consumers', description: 'Consumers by broker.', unit: 'short', targets: promql => [{ expr: perPod(promql, 'rabbitmq_consumers'), legend: BY_POD }] }),
        lines({
          title: 'Publishers and consumers by protocol', description: 'Publishers and consumers by protocol.', unit: 'short',
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
          title: 'Connections opened and closed', description: 'A lasting rate above a few per second means a client that connects for each message.', unit: 'cps',
          targets: promql => [{ expr: rate(promql, 'rabbitmq_connections_opened_total'), legend: 'opened' }, { expr: rate(promql, 'rabbitmq_connections_closed_total'), legend: 'closed' }],
        }),
        lines({
          title: 'Channels opened and closed', description: 'The same rate as messages means a client that opens a channel for each.', unit: 'cps',
          targets: promql => [{ expr: rate(promql, 'rabbitmq_channels_opened_total'), legend: 'opened' }, { expr: rate(promql, 'rabbitmq_channels_closed_total'), legend: 'closed' }],
        }),
        lines({
          title: 'Queues declared, created and deleted', description: 'Declaring an existing queue is cheap. All brokers agree on a new queue.', unit: 'cps',
          targets: promql => ['declared', 'created', 'deleted'].map(what => ({ expr: rate(promql, `rabbitmq_queues_${what}_total`), legend: what })),
        }),
        lines({
          title: 'Logins', description: 'Failed logins mean a wrong password, or someone who tries passwords.', unit: 'cps',
          targets: promql => [{ expr: rate(promql, 'rabbitmq_auth_attempts_succeeded_total'), legend: 'succeeded' }, { expr: rate(promql, 'rabbitmq_auth_attempts_failed_total'), legend: 'failed' }],
        }),
      ],
    },
    {
      title: 'Traffic',
      panels: [
        lines({
          title: 'Client traffic', description: 'Bytes that clients send and receive, all brokers.', unit: 'Bps',
          targets: promql => [{ expr: rate(promql, 'rabbitmq_connection_incoming_bytes_total'), legend: 'in' }, { expr: rate(promql, 'rabbitmq_connection_outgoing_bytes_total'), legend: 'out' }],
        }),
        lines({
          title: 'Message size', description: 'Median and 99th percentile of published messages.', unit: 'bytes', metrics: ['rabbitmq_message_size_bytes_bucket'],
          targets: promql => [0.5, 0.99].map(quantile => ({
            expr: `histogram_quantile(${quantile}, sum by (le) (${promql.over('rate', 'rabbitmq_message_size_bytes_bucket', '$__rate_interval', MAIN)}))`, legend: `${quantile * 100}%`,
          })),
        }),
      ],
    },
  ],
};
