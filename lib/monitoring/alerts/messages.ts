import { Alert } from './alert';
import { RabbitMQAlertSeverity } from './severity';
import { CLUSTER_LABELS, ENDPOINT } from '../labels';
import { WatchedCluster } from '../watched-cluster';

const AGGREGATED = `endpoint="${ENDPOINT.aggregated}"`;

const DEAD_LETTERED = ['expired', 'rejected', 'maxlen', 'delivery_limit'].map(reason => `rabbitmq_global_messages_dead_lettered_${reason}_total`);

function rate({ promql }: WatchedCluster, metric: string, window: string): string {
  return `sum by (${CLUSTER_LABELS}) (${promql.over('rate', metric, window, AGGREGATED)})`;
}

/** What happens to messages on their way: unroutable, redelivered, dead-lettered ones. */
export const MESSAGE_ALERTS: readonly Alert[] = [
  {
    name: 'RabbitMQUnroutableMessages',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '5m',
    threshold: { of: 'unroutable messages per second', default: () => 0, because: 'nobody receives an unroutable message' },
    expr: (cluster, threshold) => `${rate(cluster, 'rabbitmq_global_messages_unroutable_dropped_total', '5m')} + ${rate(cluster, 'rabbitmq_global_messages_unroutable_returned_total', '5m')} > ${threshold}`,
    summary: '{{ $value | humanize }} messages per second published to cluster {{ $labels.rabbitmq_cluster }} reach no queue',
    description: 'Messages to cluster {{ $labels.rabbitmq_cluster }} are dropped, or returned to publishers that use "mandatory": no binding matches their routing key.',
  },
  {
    name: 'RabbitMQRedeliveries',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '10m',
    threshold: { of: 'share of deliveries', default: () => 0.1, because: 'a restarted consumer receives its prefetch again once' },
    expr: (cluster, threshold) => `${rate(cluster, 'rabbitmq_global_messages_redelivered_total', '10m')} / ${rate(cluster, 'rabbitmq_global_messages_delivered_total', '10m')} > ${threshold}`,
    summary: '{{ $value | humanizePercentage }} of the deliveries of cluster {{ $labels.rabbitmq_cluster }} are redeliveries',
    description: 'Consumers of cluster {{ $labels.rabbitmq_cluster }} requeue messages or disconnect before they settle them: work is done twice, and a message that always fails returns.',
  },
  {
    name: 'RabbitMQDeadLetters',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '10m',
    metrics: DEAD_LETTERED,
    threshold: { of: 'messages per second dead-lettered, or dropped without a dead-letter exchange', default: () => 1, because: 'single messages are normal' },
    expr: (cluster, threshold) => `${DEAD_LETTERED.map(metric => rate(cluster, metric, '5m')).join(' + ')} > ${threshold}`,
    summary: '{{ $value | humanize }} messages per second are dead-lettered on cluster {{ $labels.rabbitmq_cluster }}',
    description: 'Messages of cluster {{ $labels.rabbitmq_cluster }} expire, are rejected, or exceed a length or delivery limit. Without a dead-letter exchange they are gone.',
  },
];
