import { Alert } from './alert';
import { RabbitMQAlertSeverity } from './severity';
import { membersBehind } from '../metrics/members-behind';
import { RECORDED } from '../recording/recording-rules';
import { CLUSTER_LABELS, QUEUE_LABELS } from '../labels';
import { brokersUp, hasFamily, recorded, WatchedCluster } from '../watched-cluster';

const hasMajority = ({ replicas }: WatchedCluster): boolean => replicas > 2;

/** Majorities of brokers and of quorum queues' members, and how well they replicate. */
export const QUORUM_ALERTS: readonly Alert[] = [
  {
    name: 'RabbitMQQuorumAtRisk',
    severity: RabbitMQAlertSeverity.CRITICAL,
    for: '5m',
    when: hasMajority,
    expr: cluster => `${brokersUp(cluster)} == ${recorded(cluster, RECORDED.majority)} < ${recorded(cluster, RECORDED.members)}`,
    summary: 'Cluster {{ $labels.rabbitmq_cluster }} is down to {{ $value }} brokers of its members, the minimum majority',
    description: 'If one more broker stops, quorum queues, streams and metadata of cluster {{ $labels.rabbitmq_cluster }} become unavailable.',
  },
  {
    name: 'RabbitMQQuorumLost',
    severity: RabbitMQAlertSeverity.CRITICAL,
    for: '1m',
    when: hasMajority,
    expr: cluster => `${brokersUp(cluster)} > 0 < ${recorded(cluster, RECORDED.majority)}`,
    summary: 'Only {{ $value }} brokers of cluster {{ $labels.rabbitmq_cluster }} are up, fewer than a majority',
    description: 'Quorum queues, streams and metadata of cluster {{ $labels.rabbitmq_cluster }} are unavailable: publishes are not confirmed, and nothing can be declared. '
      + 'Confirmed messages are safe on the volumes.',
  },
  {
    name: 'RabbitMQQueueWithoutLeader',
    severity: RabbitMQAlertSeverity.CRITICAL,
    for: '2m',
    metrics: ['rabbitmq_detailed_queue_info'],
    when: hasFamily('queue_coarse_metrics'),
    expr: ({ promql }) => {
      const members = (...matchers: string[]): string => `count by (${QUEUE_LABELS}) (${promql.of('rabbitmq_detailed_queue_info', 'queue_type="rabbit_quorum_queue"', ...matchers)})`;
      return `${members()} unless ${members('membership="leader"')}`;
    },
    summary: 'Quorum queue {{ $labels.queue }} of {{ $labels.vhost }} has no leader among its {{ $value }} running replicas',
    description: 'Nothing can be published to or consumed from the queue in cluster {{ $labels.rabbitmq_cluster }} until a majority of its replicas is up and elects a leader.',
  },
  {
    name: 'RabbitMQQuorumQueueLagging',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '10m',
    metrics: ['rabbitmq_detailed_raft_commit_index'],
    when: hasFamily('ra_metrics'),
    threshold: { of: 'log entries behind the most advanced replica of two minutes ago', default: () => 5000, because: 'a healthy replica is not behind' },
    expr: ({ promql }, threshold) => `${membersBehind(promql, QUEUE_LABELS)} > ${threshold}`,
    summary: 'A replica of quorum queue {{ $labels.queue }} of {{ $labels.vhost }} is {{ $value }} entries behind',
    description: 'The queue of cluster {{ $labels.rabbitmq_cluster }} tolerates one failure less: the lagging replica cannot become leader until it has caught up.',
  },
  {
    name: 'RabbitMQRaftSlow',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '10m',
    metrics: ['rabbitmq_raft_max_commit_latency_seconds'],
    threshold: { of: 's from a write to its commit by a majority', default: () => 1, because: '2 to 3 ms on a healthy cluster of 3 brokers' },
    expr: ({ promql }, threshold) => `max by (${CLUSTER_LABELS}, pod) (${promql.of('rabbitmq_raft_max_commit_latency_seconds')}) > ${threshold}`,
    summary: 'On broker {{ $labels.pod }} a quorum queue takes {{ $value | humanizeDuration }} to commit a write',
    description: 'Publishers to cluster {{ $labels.rabbitmq_cluster }} wait this long for confirms. Disks or the network between brokers are slow.',
  },
  {
    name: 'RabbitMQElections',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '10m',
    metrics: ['rabbitmq_raft_elections'],
    threshold: { of: 'elections in 10 minutes', default: () => 10, because: 'a rolling restart of a cluster causes a few for metadata and streams; a stable cluster has none' },
    expr: ({ promql }, threshold) => `sum by (${CLUSTER_LABELS}) (${promql.over('increase', 'rabbitmq_raft_elections', '10m')}) > ${threshold}`,
    summary: 'Metadata and streams of cluster {{ $labels.rabbitmq_cluster }} had {{ $value | humanize }} elections in 10 minutes',
    description: 'Each election briefly stops declarations and streams of cluster {{ $labels.rabbitmq_cluster }}. Brokers answer each other too late, or the network between them loses packets.',
  },
];
