import { Alert } from './alert';
import { RabbitMQAlertSeverity } from './severity';
import { CLUSTER_LABELS, QUEUE_LABELS } from '../labels';
import { hasFamily, WatchedCluster } from '../watched-cluster';
import { ExpectationModel } from '../../topology/model';

const isDeclared = ({ topology }: WatchedCluster): boolean => topology;

function objects({ promql }: WatchedCluster, state: 'missing' | 'changed' | 'undeclared', range?: string): string {
  const metric = `rabbitmq_topology_${state}_objects`;
  return `sum by (${CLUSTER_LABELS}, kind, vhost) (${range === undefined ? promql.of(metric) : promql.over('max_over_time', metric, range)})`;
}

/** The queues that break an expectation, each by a comparison of its own. */
function queues(
  { promql, expectations }: WatchedCluster,
  metric: string,
  comparison: (expectation: ExpectationModel) => string | undefined,
): string {
  return expectations.flatMap((expectation) => {
    const compared = comparison(expectation);
    const matchers = [`vhost=${JSON.stringify(expectation.vhost)}`, `queue=${JSON.stringify(expectation.queue)}`];
    return compared === undefined ? [] : [`max by (${QUEUE_LABELS}) (${promql.of(metric, ...matchers)}) ${compared}`];
  }).join(' or ');
}

/** Objects of the brokers that are not as the topology declares them, and queues that are not as it expects them. */
export const TOPOLOGY_ALERTS: readonly Alert[] = [
  {
    name: 'RabbitMQQueueAboveExpectedBacklog',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '10m',
    when: cluster => hasFamily('queue_coarse_metrics')(cluster) && cluster.expectations.some(({ maxBacklog }) => maxBacklog !== undefined),
    expr: cluster => queues(cluster, 'rabbitmq_detailed_queue_messages_ready', ({ maxBacklog }) => maxBacklog === undefined ? undefined : `> ${maxBacklog}`),
    summary: '{{ $value | humanize }} messages are waiting in queue {{ $labels.queue }} of {{ $labels.vhost }}, more than its declaration expects',
    description: 'Consumers of this queue of cluster {{ $labels.rabbitmq_cluster }} get messages late.',
  },
  {
    name: 'RabbitMQQueueBelowExpectedConsumers',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '5m',
    when: cluster => hasFamily('queue_consumer_count')(cluster) && cluster.expectations.some(({ consumers }) => consumers !== undefined),
    expr: cluster => queues(cluster, 'rabbitmq_detailed_queue_consumers', ({ consumers }) => consumers === undefined ? undefined : `< ${consumers}`),
    summary: 'Queue {{ $labels.queue }} of {{ $labels.vhost }} has {{ $value }} consumers, fewer than its declaration expects',
    description: 'Consumers of this queue of cluster {{ $labels.rabbitmq_cluster }} are down or not connected. If none is left, messages wait.',
  },
  {
    name: 'RabbitMQTopologyObjectsMissing',
    severity: RabbitMQAlertSeverity.WARNING,
    when: isDeclared,
    // the next run of the CronJob creates it again: it is told even so
    expr: cluster => `${objects(cluster, 'missing', '5m')} > 0`,
    summary: '{{ $value }} declared objects of kind {{ $labels.kind }} were missing in vhost {{ $labels.vhost }} of cluster {{ $labels.rabbitmq_cluster }}',
    description: 'Publishers or consumers of cluster {{ $labels.rabbitmq_cluster }} that need them fail. Messages of a deleted queue are lost. The CronJob of the topology creates the objects again.',
  },
  {
    name: 'RabbitMQTopologyObjectsChanged',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '10m',
    when: isDeclared,
    expr: cluster => `${objects(cluster, 'changed')} > 0`,
    summary: '{{ $value }} objects of kind {{ $labels.kind }} in vhost {{ $labels.vhost }} of cluster {{ $labels.rabbitmq_cluster }} differ from their declaration',
    description: 'The CronJob of the topology of cluster {{ $labels.rabbitmq_cluster }} cannot change them back: RabbitMQ refuses it, or the CronJob does not run.',
  },
  {
    name: 'RabbitMQTopologyObjectsUndeclared',
    severity: RabbitMQAlertSeverity.INFO,
    for: '1h',
    when: isDeclared,
    expr: cluster => `${objects(cluster, 'undeclared')} > 0`,
    summary: '{{ $value }} objects of kind {{ $labels.kind }} in vhost {{ $labels.vhost }} of cluster {{ $labels.rabbitmq_cluster }} are not declared',
    description: 'No impact on messages. Nothing creates these objects of cluster {{ $labels.rabbitmq_cluster }} again if they are lost, and no review covers them.',
  },
];
