import { Alert } from './alert';
import { RabbitMQAlertSeverity } from './severity';
import { RECORDED } from '../recording/recording-rules';
import { CLUSTER_LABELS, ENDPOINT, POD_LABELS } from '../labels';
import { brokersUp, recorded, up, WatchedCluster } from '../watched-cluster';

const hasMembers = ({ replicas }: WatchedCluster): boolean => replicas > 0;

/**
 * How many brokers the cluster has where it had more or fewer ten minutes ago, and was whole: one that is being made is
 * not scaled. One that was scaled to fewer than it is described with has been there for longer.
 */
function changed(cluster: WatchedCluster, comparison: '>' | '<'): string {
  const members = recorded(cluster, RECORDED.members);
  const wasWhole = `${recorded(cluster, RECORDED.brokersUp)} offset 10m == 1`;
  const wasWholeByHand = `sum by (${CLUSTER_LABELS}) (${up(cluster)} offset 10m) == ${members} offset 10m and ${members} offset 40m`;
  return `${members} ${comparison} ${members} offset 10m and (${wasWhole} or ${wasWholeByHand})`;
}

/** What is worth knowing when looking back: brokers that came and went, scaling, upgrades. */
export const CLUSTER_CHANGE_ALERTS: readonly Alert[] = [
  {
    name: 'RabbitMQScaledOut',
    severity: RabbitMQAlertSeverity.INFO,
    when: hasMembers,
    expr: cluster => changed(cluster, '>'),
    summary: 'Cluster {{ $labels.rabbitmq_cluster }} was scaled out to {{ $value }} brokers',
    description: 'The new brokers of cluster {{ $labels.rabbitmq_cluster }} accept connections and get queue replicas according to `scaling`.',
  },
  {
    name: 'RabbitMQScaledIn',
    severity: RabbitMQAlertSeverity.INFO,
    when: hasMembers,
    expr: cluster => changed(cluster, '<'),
    summary: 'Cluster {{ $labels.rabbitmq_cluster }} was scaled in to {{ $value }} brokers',
    description: 'Brokers have left cluster {{ $labels.rabbitmq_cluster }}. The remaining brokers have its queues, connections and load.',
  },
  {
    name: 'RabbitMQScalingWaits',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '15m',
    when: hasMembers,
    expr: ({ promql }) => `max by (${POD_LABELS}, step, reason) (${promql.of('rabbitmq_scaling_waiting')}) > 0`,
    summary: 'Broker {{ $labels.pod }} is waiting in a step of scaling: {{ $labels.step }}, {{ $labels.reason }}',
    description: 'No impact on messages. Cluster {{ $labels.rabbitmq_cluster }} stays between two sizes until the reason is resolved. A leaving broker still serves its queues.',
  },
  {
    name: 'RabbitMQNodeJoined',
    severity: RabbitMQAlertSeverity.INFO,
    expr: cluster => `max by (${POD_LABELS}) (${up(cluster)}) == 1 unless max by (${POD_LABELS}) (max_over_time(${up(cluster)}[1h] offset 10m)) == 1`
      + ` and on (${CLUSTER_LABELS}) sum by (${CLUSTER_LABELS}) (${up(cluster)} offset 10m) > 0`,
    summary: 'Broker {{ $labels.pod }} is new in cluster {{ $labels.rabbitmq_cluster }}',
    description: 'It did not exist 1 hour ago. Cluster {{ $labels.rabbitmq_cluster }} uses it for new queues and connections.',
  },
  {
    name: 'RabbitMQNodeLeft',
    severity: RabbitMQAlertSeverity.INFO,
    expr: cluster => `max by (${POD_LABELS}) (max_over_time(${up(cluster)}[1h] offset 10m)) == 1 unless max by (${POD_LABELS}) (max_over_time(${up(cluster)}[10m])) == 1`
      + ` and on (${CLUSTER_LABELS}) ${brokersUp(cluster)} > 0`,
    summary: 'Broker {{ $labels.pod }} has been missing from cluster {{ $labels.rabbitmq_cluster }} for 10 minutes',
    description: 'If this was intended, check that cluster {{ $labels.rabbitmq_cluster }} no longer lists it. Otherwise see the runbook of RabbitMQNodeDown.',
  },
  {
    name: 'RabbitMQVersionChanged',
    severity: RabbitMQAlertSeverity.INFO,
    expr: ({ promql }) => {
      const releases = (offset: string): string => `count by (${CLUSTER_LABELS}, rabbitmq_version) (${promql.of('rabbitmq_build_info', `endpoint="${ENDPOINT.aggregated}"`)}${offset})`;
      return `${releases('')} unless ${releases(' offset 30m')} and on (${CLUSTER_LABELS}) sum by (${CLUSTER_LABELS}) (${releases(' offset 30m')}) > 0`;
    },
    summary: '{{ $value }} brokers of cluster {{ $labels.rabbitmq_cluster }} now run {{ $labels.rabbitmq_version }}',
    description: 'Cluster {{ $labels.rabbitmq_cluster }} is being upgraded or rolled back.',
  },
  {
    name: 'RabbitMQAutoscalerAtMaximum',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '30m',
    expr: ({ name, promql }) => {
      const figure = (metric: string): string => `max by (namespace, horizontalpodautoscaler) (${promql.of(metric, `horizontalpodautoscaler="${name}-hpa"`)})`;
      return `${figure('kube_horizontalpodautoscaler_status_current_replicas')} >= ${figure('kube_horizontalpodautoscaler_spec_max_replicas')}`;
    },
    summary: 'The autoscaler has cluster {{ $labels.rabbitmq_cluster }} at its maximum of {{ $value }} brokers',
    description: 'Cluster {{ $labels.rabbitmq_cluster }} gets no more brokers under more load.',
  },
];
