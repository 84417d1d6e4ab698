import { Alert } from './alert';
import { RabbitMQAlertSeverity } from './severity';
import { CLUSTER_LABELS, ENDPOINT, QUEUE_LABELS } from '../labels';
import { hasFamily, WatchedCluster } from '../watched-cluster';

const AGGREGATED = `endpoint="${ENDPOINT.aggregated}"`;
const byQueue = hasFamily('queue_coarse_metrics');

/** A figure of each queue where these are scraped; of all queues together otherwise. */
function depth(cluster: WatchedCluster, what: 'ready' | 'unacked', write: (promql: WatchedCluster['promql'], metric: string) => string): string {
  return byQueue(cluster)
    ? `max by (${QUEUE_LABELS}) (${write(cluster.promql, `rabbitmq_detailed_queue_messages_${what}`)})`
    : `sum by (${CLUSTER_LABELS}) (${write(cluster.promql, `rabbitmq_queue_messages_${what}`)})`;
}

function waiting(cluster: WatchedCluster): string {
  return depth(cluster, 'ready', (promql, metric) => promql.of(metric));
}

/** So many messages that a tenth of the memory below the watermark would be taken by a KiB of each, in thousands. */
function messagesOfATenth({ memoryBudget }: WatchedCluster): number {
  return Math.max(10_000, Math.floor(memoryBudget.highWatermarkBytes / 10 / 1024 / 1000) * 1000);
}

/** The queue of an alert, where queues are told apart. */
const ITS_QUEUE = '{{ with $labels.queue }}queue {{ . }} of vhost {{ $labels.vhost }} of {{ end }}';

/** Queues that fill up, and their consumers. */
export const QUEUE_ALERTS: readonly Alert[] = [
  {
    name: 'RabbitMQBacklog',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '10m',
    threshold: { of: 'ready messages in a queue', default: messagesOfATenth, because: 'at 1 KiB each, a tenth of the memory below the watermark' },
    expr: (cluster, threshold) => `${waiting(cluster)} > ${threshold}`,
    summary: `{{ $value | humanize }} messages are waiting in ${ITS_QUEUE}cluster {{ $labels.rabbitmq_cluster }}`,
    description: 'Consumers of cluster {{ $labels.rabbitmq_cluster }} get messages late. The queue uses disk space and memory.',
  },
  {
    name: 'RabbitMQBacklogGrowing',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '30m',
    threshold: { of: 'messages by which a queue grew in 30 minutes', default: cluster => messagesOfATenth(cluster) / 10, because: '5 hours of it reach the threshold of RabbitMQBacklog' },
    expr: (cluster, threshold) => `${depth(cluster, 'ready', (promql, metric) => promql.over('delta', metric, '30m'))} > ${threshold}`,
    summary: `{{ $value | humanize }} more messages than 30 minutes ago are waiting in ${ITS_QUEUE}cluster {{ $labels.rabbitmq_cluster }}`,
    description: 'Cluster {{ $labels.rabbitmq_cluster }} receives more messages than consumers process. Eventually disks fill and publishers are blocked.',
  },
  {
    name: 'RabbitMQQueueWithoutConsumers',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '15m',
    when: cluster => byQueue(cluster) && hasFamily('queue_consumer_count')(cluster),
    expr: ({ promql }) => [
      `max by (${QUEUE_LABELS}) (${promql.of('rabbitmq_detailed_queue_messages_ready')}) > 0`,
      `and max by (${QUEUE_LABELS}) (${promql.of('rabbitmq_detailed_queue_consumers')}) == 0`,
      // streams keep their messages: ones that nobody reads are no backlog
      ...(promql.has('rabbitmq_detailed_queue_info')
        ? [`unless count by (${QUEUE_LABELS}) (${promql.of('rabbitmq_detailed_queue_info', 'queue_type="rabbit_stream_queue"')})`]
        : []),
    ].join(' '),
    summary: '{{ $value | humanize }} messages are waiting in queue {{ $labels.queue }} of {{ $labels.vhost }}, which has no consumers',
    description: 'The consumers of this queue of cluster {{ $labels.rabbitmq_cluster }} are down or not connected, or the queue is no longer used and grows without limit.',
  },
  {
    name: 'RabbitMQSlowConsumers',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '15m',
    threshold: { of: 'share of the messages routed to queues that are acknowledged', default: () => 0.9, because: 'below it, a queue grows by a tenth of what is published' },
    expr: ({ promql }, threshold) => {
      const acknowledged = `sum by (${CLUSTER_LABELS}) (${promql.over('rate', 'rabbitmq_global_messages_acknowledged_total', '10m', AGGREGATED)})`;
      const routed = `sum by (${CLUSTER_LABELS}) (${promql.over('rate', 'rabbitmq_global_messages_routed_total', '10m', AGGREGATED)})`;
      const consumers = `sum by (${CLUSTER_LABELS}) (${promql.of('rabbitmq_consumers', AGGREGATED)})`;
      const ready = `sum by (${CLUSTER_LABELS}) (${promql.over('delta', 'rabbitmq_queue_messages_ready', '10m', AGGREGATED)})`;
      return `${acknowledged} / ${routed} < ${threshold} and ${routed} > 1 and ${consumers} > 0 and ${ready} > 0`;
    },
    summary: 'Consumers of cluster {{ $labels.rabbitmq_cluster }} settle {{ $value | humanizePercentage }} of what is published, and queues grow',
    description: 'Cluster {{ $labels.rabbitmq_cluster }} has consumers, but they are too slow: messages wait longer and longer.',
  },
  {
    name: 'RabbitMQUnacknowledgedGrowing',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '15m',
    threshold: { of: 'unacknowledged messages in a queue', default: cluster => messagesOfATenth(cluster) / 10, because: 'consumer and broker hold them in memory; a prefetch is hundreds, not thousands' },
    expr: (cluster, threshold) => `${depth(cluster, 'unacked', (promql, metric) => promql.of(metric))} > ${threshold} `
      + `and ${depth(cluster, 'unacked', (promql, metric) => promql.over('delta', metric, '15m'))} > 0`,
    summary: `{{ $value | humanize }} messages of ${ITS_QUEUE}cluster {{ $labels.rabbitmq_cluster }} are unacknowledged, and the number grows`,
    description: 'Consumers receive messages of cluster {{ $labels.rabbitmq_cluster }} and do not settle them: they hang, or have no prefetch limit. '
      + 'The messages are held in memory and are redelivered when the consumer disconnects.',
  },
];
