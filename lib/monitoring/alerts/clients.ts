import { Alert } from './alert';
import { RabbitMQAlertSeverity } from './severity';
import { CLUSTER_LABELS, ENDPOINT, POD_LABELS } from '../labels';
import { WatchedCluster } from '../watched-cluster';

const AGGREGATED = `endpoint="${ENDPOINT.aggregated}"`;

/** What a connection with a channel and its buffers takes of a broker's memory: https://www.rabbitmq.com/docs/networking#tuning-for-large-number-of-connections */
const BYTES_PER_CONNECTION = 100 * 1024;

/** So many that a quarter of the memory below the watermark is connections, in hundreds. */
function connectionsOfAQuarter({ memoryBudget }: WatchedCluster): number {
  return Math.max(100, Math.floor(memoryBudget.highWatermarkBytes / 4 / BYTES_PER_CONNECTION / 100) * 100);
}

/** Connections, channels and failed logins. */
export const CLIENT_ALERTS: readonly Alert[] = [
  {
    name: 'RabbitMQConnectionsHigh',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '10m',
    threshold: { of: 'connections of a broker', default: connectionsOfAQuarter, because: 'at 100 KiB each, they use a quarter of the memory below the watermark' },
    expr: ({ promql }, threshold) => `max by (${POD_LABELS}) (${promql.of('rabbitmq_connections', AGGREGATED)}) > ${threshold}`,
    summary: 'Broker {{ $labels.pod }} has {{ $value }} connections',
    description: 'Connections use memory that messages need: cluster {{ $labels.rabbitmq_cluster }} is closer to its memory alarm. One connection per process is enough.',
  },
  {
    name: 'RabbitMQChannelsHigh',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '10m',
    threshold: { of: 'channels of a broker', default: cluster => 4 * connectionsOfAQuarter(cluster), because: 'four times the threshold of RabbitMQConnectionsHigh' },
    expr: ({ promql }, threshold) => `max by (${POD_LABELS}) (${promql.of('rabbitmq_channels', AGGREGATED)}) > ${threshold}`,
    summary: 'Broker {{ $labels.pod }} has {{ $value }} channels',
    description: 'Probably a client of cluster {{ $labels.rabbitmq_cluster }} opens channels and does not close them. They use memory and Erlang processes.',
  },
  {
    name: 'RabbitMQConnectionChurn',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '10m',
    threshold: { of: 'connections opened per second in the cluster', default: ({ replicas }) => 10 * Math.max(1, replicas), because: '10 per broker: a connection costs several round trips, TLS and a login' },
    expr: ({ promql }, threshold) => `sum by (${CLUSTER_LABELS}) (${promql.over('rate', 'rabbitmq_connections_opened_total', '5m', AGGREGATED)}) > ${threshold}`,
    summary: '{{ $value | humanize }} connections per second are opened to cluster {{ $labels.rabbitmq_cluster }}',
    description: 'Opening a connection costs much more than a message. Clients of cluster {{ $labels.rabbitmq_cluster }} should keep their connections.',
  },
  {
    name: 'RabbitMQChannelChurn',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '10m',
    threshold: { of: 'channels opened per second in the cluster', default: ({ replicas }) => 50 * Math.max(1, replicas), because: '50 per broker: clients should open one per thread, not per message' },
    expr: ({ promql }, threshold) => `sum by (${CLUSTER_LABELS}) (${promql.over('rate', 'rabbitmq_channels_opened_total', '5m', AGGREGATED)}) > ${threshold}`,
    summary: '{{ $value | humanize }} channels per second are opened on cluster {{ $labels.rabbitmq_cluster }}',
    description: 'A client of cluster {{ $labels.rabbitmq_cluster }} probably opens a channel per message. This slows down its messages and the brokers.',
  },
  {
    name: 'RabbitMQQueueChurn',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '10m',
    threshold: { of: 'queues created per second in the cluster', default: () => 5, because: 'each is a metadata write on all brokers' },
    expr: ({ promql }, threshold) => `sum by (${CLUSTER_LABELS}) (${promql.over('rate', 'rabbitmq_queues_created_total', '5m', AGGREGATED)}) > ${threshold}`,
    summary: '{{ $value | humanize }} queues per second are created on cluster {{ $labels.rabbitmq_cluster }}',
    description: 'All brokers of cluster {{ $labels.rabbitmq_cluster }} agree on each new queue, which slows down other declarations.',
  },
  {
    name: 'RabbitMQLoginFailures',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '5m',
    threshold: { of: 'failed logins per minute in the cluster', default: () => 6, because: 'a client with a wrong password that retries every 10 seconds' },
    expr: ({ promql }, threshold) => `60 * sum by (${CLUSTER_LABELS}) (${promql.over('rate', 'rabbitmq_auth_attempts_failed_total', '5m', AGGREGATED)}) >= ${threshold}`,
    summary: '{{ $value | humanize }} logins per minute fail on cluster {{ $labels.rabbitmq_cluster }}',
    description: 'A client of cluster {{ $labels.rabbitmq_cluster }} has a wrong password, or someone tries passwords.',
  },
];
