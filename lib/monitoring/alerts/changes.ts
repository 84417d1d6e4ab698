import { Alert } from './alert';
import { RabbitMQAlertSeverity } from './severity';
import { brokersUp, CLUSTER_LABELS, ENDPOINT, POD_LABELS, up } from '../watched-cluster';

/** What is worth knowing when looking back: brokers that came and went, scaling, upgrades. */
export const CHANGE_ALERTS: readonly Alert[] = [
  {
    name: 'RabbitMQScaledOut',
    severity: RabbitMQAlertSeverity.INFO,
    expr: ({ name, promql }) => {
      const replicas = promql.of('kube_statefulset_replicas', `statefulset="${name}"`);
      return `max by (namespace, statefulset) (${replicas}) > max by (namespace, statefulset) (${replicas} offset 10m)`;
    },
    summary: 'Cluster {{ $labels.rabbitmq_cluster }} was scaled out to {{ $value }} brokers',
    description: 'Queues that cluster {{ $labels.rabbitmq_cluster }} had before have no members on new brokers until they are grown onto them.',
  },
  {
    name: 'RabbitMQScaledIn',
    severity: RabbitMQAlertSeverity.INFO,
    expr: ({ name, promql }) => {
      const replicas = promql.of('kube_statefulset_replicas', `statefulset="${name}"`);
      return `max by (namespace, statefulset) (${replicas}) < max by (namespace, statefulset) (${replicas} offset 10m)`;
    },
    summary: 'Cluster {{ $labels.rabbitmq_cluster }} was scaled in to {{ $value }} brokers',
    description: 'Queues of cluster {{ $labels.rabbitmq_cluster }} with members on brokers that are gone have fewer members than they seem to.',
  },
  {
    name: 'RabbitMQNodeJoined',
    severity: RabbitMQAlertSeverity.INFO,
    expr: cluster => `max by (${POD_LABELS}) (${up(cluster)}) == 1 unless max by (${POD_LABELS}) (max_over_time(${up(cluster)}[1h] offset 10m)) == 1`
      + ` and on (${CLUSTER_LABELS}) sum by (${CLUSTER_LABELS}) (${up(cluster)} offset 10m) > 0`,
    summary: 'Broker {{ $labels.pod }} is new in cluster {{ $labels.rabbitmq_cluster }}',
    description: 'It was not there an hour ago. Cluster {{ $labels.rabbitmq_cluster }} uses it for new queues and connections.',
  },
  {
    name: 'RabbitMQNodeLeft',
    severity: RabbitMQAlertSeverity.INFO,
    expr: cluster => `max by (${POD_LABELS}) (max_over_time(${up(cluster)}[1h] offset 10m)) == 1 unless max by (${POD_LABELS}) (max_over_time(${up(cluster)}[10m])) == 1`
      + ` and on (${CLUSTER_LABELS}) ${brokersUp(cluster)} > 0`,
    summary: 'Broker {{ $labels.pod }} has been gone from cluster {{ $labels.rabbitmq_cluster }} for ten minutes',
    description: 'If it was meant to go, check that cluster {{ $labels.rabbitmq_cluster }} has forgotten it; if not, RabbitMQNodeDown tells what to do.',
  },
  {
    name: 'RabbitMQVersionChanged',
    severity: RabbitMQAlertSeverity.INFO,
    expr: ({ promql }) => {
      const releases = (offset: string): string => `count by (${CLUSTER_LABELS}, rabbitmq_version) (${promql.of('rabbitmq_build_info', `endpoint="${ENDPOINT.aggregated}"`)}${offset})`;
      return `${releases('')} unless ${releases(' offset 30m')} and on (${CLUSTER_LABELS}) sum by (${CLUSTER_LABELS}) (${releases(' offset 30m')}) > 0`;
    },
    summary: '{{ $value }} brokers of cluster {{ $labels.rabbitmq_cluster }} now run {{ $labels.rabbitmq_version }}',
    description: 'Cluster {{ $labels.rabbitmq_cluster }} is being upgraded or taken back.',
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
    description: 'More load on cluster {{ $labels.rabbitmq_cluster }} meets no more brokers.',
  },
];
