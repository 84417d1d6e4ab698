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

/** Connections, channels and those who can't log in. */
export const CLIENT_ALERTS: readonly Alert[] = [
  {
    name: 'RabbitMQConnectionsHigh',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '10m',
    threshold: { of: 'connections of a broker', default: connectionsOfAQuarter, because: 'at 100 KiB each they take a quarter of the memory below the watermark' },
    expr: ({ promql }, threshold) => `max by (${POD_LABELS}) (${promql.of('rabbitmq_connections', AGGREGATED)}) > ${threshold}`,
    summary: 'Broker {{ $labels.pod }} has {{ $value }} connections',
    description: 'Connections take memory that messages need: cluster {{ $labels.rabbitmq_cluster }} comes closer to its memory alarm. One connection a process is enough.',
  },
  {
    name: 'RabbitMQChannelsHigh',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '10m',
    threshold: { of: 'channels of a broker', default: cluster => 4 * connectionsOfAQuarter(cluster), because: 'four to each of the connections that RabbitMQConnectionsHigh allows' },
    expr: ({ promql }, threshold) => `max by (${POD_LABELS}) (${promql.of('rabbitmq_channels', AGGREGATED)}) > ${threshold}`,
    summary: 'Broker {{ $labels.pod }} has {{ $value }} channels',
    description: 'Most likely a client of cluster {{ $labels.rabbitmq_cluster }} opens channels and doesn\'t close them. They take memory and Erlang processes.',
  },
  {
    name: 'RabbitMQConnectionChurn',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '10m',
    threshold: { of: 'connections opened in a second, over the cluster', default: ({ replicas }) => 10 * Math.max(1, replicas), because: 'ten a broker: a connection costs several round trips, TLS and a login' },
    expr: ({ promql }, threshold) => `sum by (${CLUSTER_LABELS}) (${promql.over('rate', 'rabbitmq_connections_opened_total', '5m', AGGREGATED)}) > ${threshold}`,
    summary: '{{ $value | humanize }} connections a second are opened to cluster {{ $labels.rabbitmq_cluster }}',
    description: 'Opening a connection costs a broker far more than a message. Clients of cluster {{ $labels.rabbitmq_cluster }} should keep theirs.',
  },
  {
    name: 'RabbitMQChannelChurn',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '10m',
    threshold: { of: 'channels opened in a second, over the cluster', default: ({ replicas }) => 50 * Math.max(1, replicas), because: 'fifty a broker: one for each message rather than for each thread' },
    expr: ({ promql }, threshold) => `sum by (${CLUSTER_LABELS}) (${promql.over('rate', 'rabbitmq_channels_opened_total', '5m', AGGREGATED)}) > ${threshold}`,
    summary: '{{ $value | humanize }} channels a second are opened on cluster {{ $labels.rabbitmq_cluster }}',
    description: 'A client of cluster {{ $labels.rabbitmq_cluster }} most likely opens a channel for each message. Its messages are slow, and the brokers busy with it.',
  },
  {
    name: 'RabbitMQQueueChurn',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '10m',
    threshold: { of: 'queues made in a second, over the cluster', default: () => 5, because: 'each is a write to the metadata of all brokers' },
    expr: ({ promql }, threshold) => `sum by (${CLUSTER_LABELS}) (${promql.over('rate', 'rabbitmq_queues_created_total', '5m', AGGREGATED)}) > ${threshold}`,
    summary: '{{ $value | humanize }} queues a second are made on cluster {{ $labels.rabbitmq_cluster }}',
    description: 'Each new queue is agreed on by all brokers of cluster {{ $labels.rabbitmq_cluster }}, which slows every other declaration down.',
  },
  {
    name: 'RabbitMQLoginFailures',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '5m',
    threshold: { of: 'failed logins in a minute, over the cluster', default: () => 6, because: 'a client with a wrong password that tries again every ten seconds' },
    expr: ({ promql }, threshold) => `60 * sum by (${CLUSTER_LABELS}) (${promql.over('rate', 'rabbitmq_auth_attempts_failed_total', '5m', AGGREGATED)}) >= ${threshold}`,
    summary: '{{ $value | humanize }} logins a minute fail on cluster {{ $labels.rabbitmq_cluster }}',
    description: 'A client of cluster {{ $labels.rabbitmq_cluster }} has a wrong password, or somebody tries passwords.',
  },
];
