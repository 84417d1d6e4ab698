import { Alert } from './alert';
import { RabbitMQAlertSeverity } from './severity';
import { RECORDED } from '../recording/recording-rules';
import { CLUSTER_LABELS, ENDPOINT, PEERS, POD_LABELS } from '../labels';
import { brokersUp, ofItsPods, recorded, up, WatchedCluster } from '../watched-cluster';

/** Waiting reasons of a container that does not start without a change. */
const STUCK = 'CrashLoopBackOff|ImagePullBackOff|ErrImagePull|InvalidImageName|CreateContainerConfigError|CreateContainerError';

const hasBrokers = ({ replicas }: WatchedCluster): boolean => replicas > 0;
const hasPeers = ({ replicas }: WatchedCluster): boolean => replicas > 1;

/** Brokers that are down, cut off or missing. */
export const NODE_ALERTS: readonly Alert[] = [
  {
    name: 'RabbitMQClusterDown',
    severity: RabbitMQAlertSeverity.CRITICAL,
    for: '1m',
    when: hasBrokers,
    expr: (cluster) => {
      const ratio = recorded(cluster, RECORDED.brokersUp);
      // one that is being made is given the time that a broker has to start
      const known = `(max_over_time(${ratio}[1d]) > 0 or ${ratio} offset 15m)`;
      return `${brokersUp(cluster)} == 0 and on (${CLUSTER_LABELS}) ${known} or absent(${brokersUp(cluster)}) and on () ${known}`;
    },
    summary: 'No broker of cluster {{ $labels.rabbitmq_cluster }} answers',
    description: 'Nothing can be published to or consumed from cluster {{ $labels.rabbitmq_cluster }}. Confirmed messages are safe on the volumes.',
  },
  {
    name: 'RabbitMQNodeDown',
    severity: RabbitMQAlertSeverity.CRITICAL,
    for: '5m',
    when: hasPeers,
    expr: cluster => `(max by (${POD_LABELS}) (max_over_time(${up(cluster)}[1h])) == 1 unless max by (${POD_LABELS}) (${up(cluster)}) == 1)`
      + ` and on (${CLUSTER_LABELS}) ${brokersUp(cluster)} < ${recorded(cluster, RECORDED.wanted)}`,
    summary: 'Broker {{ $labels.pod }} was up within the last hour and is down',
    description: 'Cluster {{ $labels.rabbitmq_cluster }} continues with the other brokers. Quorum queues and streams with a replica on {{ $labels.pod }} tolerate one '
      + 'failure less; classic queues there are unavailable.',
  },
  {
    name: 'RabbitMQSecondCluster',
    severity: RabbitMQAlertSeverity.CRITICAL,
    for: '1m',
    metrics: ['rabbitmq_identity_info'],
    when: hasPeers,
    expr: (cluster) => {
      const brokers = cluster.promql.of('rabbitmq_identity_info', `endpoint="${ENDPOINT.aggregated}"`);
      return `count by (${CLUSTER_LABELS}) (count by (${CLUSTER_LABELS}, rabbitmq_cluster_permanent_id) (${brokers})) > 1`;
    },
    summary: 'Brokers of cluster {{ $labels.rabbitmq_cluster }} form {{ $value }} clusters behind one Service',
    description: 'Clients of cluster {{ $labels.rabbitmq_cluster }} reach one cluster or another by chance. Messages in one are not in the other.',
  },
  {
    name: 'RabbitMQPartition',
    severity: RabbitMQAlertSeverity.CRITICAL,
    for: '2m',
    metrics: ['erlang_vm_dist_node_state'],
    when: hasPeers,
    expr: (cluster) => {
      const links = cluster.promql.of('erlang_vm_dist_node_state', `endpoint="${ENDPOINT.aggregated}"`, PEERS);
      return `${brokersUp(cluster)} * (${brokersUp(cluster)} - 1) - (count by (${CLUSTER_LABELS}) (${links} == 3) or ${brokersUp(cluster)} * 0) > 0`;
    },
    summary: '{{ $value }} connections between running brokers of cluster {{ $labels.rabbitmq_cluster }} are missing',
    description: 'Brokers of cluster {{ $labels.rabbitmq_cluster }} run but cannot reach each other. The side without a majority stops confirming; its clients wait or fail.',
  },
  {
    name: 'RabbitMQNodesMissing',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '15m',
    when: hasBrokers,
    expr: cluster => `${brokersUp(cluster)} < ${recorded(cluster, RECORDED.wanted)} or absent(${brokersUp(cluster)}) - 1`,
    summary: 'Only {{ $value }} brokers of cluster {{ $labels.rabbitmq_cluster }} are up, fewer than it should have',
    description: 'Cluster {{ $labels.rabbitmq_cluster }} works, but tolerates fewer failures and has less capacity until the missing brokers are up.',
  },
  {
    name: 'RabbitMQPodNotStarting',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '10m',
    expr: (cluster) => {
      // a container in a crash loop runs for a moment now and then
      const waiting = (metric: string): string => `max by (namespace, pod, reason) (${cluster.promql.over('max_over_time', metric, '5m', ofItsPods(cluster), `reason=~"${STUCK}"`)}) > 0`;
      const pending = `max by (namespace, pod, phase) (${cluster.promql.of('kube_pod_status_phase', ofItsPods(cluster), 'phase="Pending"')}) > 0`;
      return `${waiting('kube_pod_container_status_waiting_reason')} or ${waiting('kube_pod_init_container_status_waiting_reason')} or ${pending}`;
    },
    summary: 'Pod {{ $labels.pod }} does not start: {{ $labels.reason }}{{ $labels.phase }}',
    description: 'Cluster {{ $labels.rabbitmq_cluster }} runs without this broker until the cause is fixed.',
  },
  {
    name: 'RabbitMQBootTakesLong',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '5m',
    expr: (cluster) => {
      const broker = (metric: string): string => `max by (namespace, pod) (${cluster.promql.of(metric, ofItsPods(cluster), 'container="rabbitmq"')}) > 0`;
      return `${broker('kube_pod_container_status_running')} unless on (namespace, pod) ${broker('kube_pod_container_status_ready')}`;
    },
    summary: 'Broker {{ $labels.pod }} has been running for 5 minutes without becoming Ready',
    description: 'It boots, or waits in its boot for other brokers. Cluster {{ $labels.rabbitmq_cluster }} runs without it. Events of the pod say what it waits for.',
  },
  {
    name: 'RabbitMQPodTerminatingTooLong',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '10m',
    expr: cluster => `max by (namespace, pod) (${cluster.promql.of('kube_pod_deletion_timestamp', ofItsPods(cluster))}) > 0`,
    summary: 'Pod {{ $labels.pod }} has been stopping for more than 10 minutes',
    description: 'A broker of cluster {{ $labels.rabbitmq_cluster }} waits, probably for queues that would lose their majority without it. A rolling update or drain waits for it.',
  },
  {
    name: 'RabbitMQRestarts',
    severity: RabbitMQAlertSeverity.WARNING,
    metrics: ['rabbitmq_erlang_uptime_seconds'],
    threshold: { of: 'restarts of a broker in an hour', default: () => 3, because: 'a rolling update restarts a broker once, and twice if it is rolled back' },
    expr: ({ promql }, threshold) => `sum by (${POD_LABELS}) (${promql.over('resets', 'rabbitmq_erlang_uptime_seconds', '1h', `endpoint="${ENDPOINT.aggregated}"`)} + 1) - 1 >= ${threshold}`,
    summary: 'Broker {{ $labels.pod }} restarted {{ $value }} times within an hour',
    description: 'Each restart in cluster {{ $labels.rabbitmq_cluster }} closes client connections and moves leaders. The broker is killed, or it fails at boot.',
  },
  {
    name: 'RabbitMQEvenNodeCount',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '1h',
    when: hasPeers,
    expr: cluster => `${brokersUp(cluster)} >= ${recorded(cluster, RECORDED.wanted)} and ${brokersUp(cluster)} % 2 == 0`,
    summary: 'Cluster {{ $labels.rabbitmq_cluster }} has {{ $value }} brokers, an even number',
    description: 'An even number of brokers tolerates no more failures than the odd number below it. Cluster {{ $labels.rabbitmq_cluster }} uses a broker without a benefit.',
  },
];
