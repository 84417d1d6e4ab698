import { Alert } from './alert';
import { RabbitMQAlertSeverity } from './severity';
import { ENDPOINT, POD_LABELS } from '../labels';
import { WatchedCluster } from '../watched-cluster';

const AGGREGATED = `endpoint="${ENDPOINT.aggregated}"`;

function freeSpace({ promql }: WatchedCluster): string {
  return promql.of('rabbitmq_disk_space_available_bytes', AGGREGATED);
}

function limit({ promql }: WatchedCluster): string {
  return promql.of('rabbitmq_disk_space_available_limit_bytes', AGGREGATED);
}

/**
 * The free space of brokers where it is below the limit after some seconds at the pace of a window, and is not plenty.
 */
function runsOut(cluster: WatchedCluster, window: string, seconds: number): string {
  const predicted = cluster.promql.predicted('rabbitmq_disk_space_available_bytes', window, seconds, AGGREGATED);
  return `min by (${POD_LABELS}) (${freeSpace(cluster)} < 10 * ${limit(cluster)} and ${predicted} < ${limit(cluster)})`;
}

/** Disks and volumes. */
export const STORAGE_ALERTS: readonly Alert[] = [
  {
    name: 'RabbitMQDiskAlarm',
    severity: RabbitMQAlertSeverity.CRITICAL,
    metrics: ['rabbitmq_alarms_free_disk_space_watermark'],
    expr: cluster => `min by (${POD_LABELS}) (${freeSpace(cluster)}) and max by (${POD_LABELS}) (${cluster.promql.of('rabbitmq_alarms_free_disk_space_watermark')}) > 0`,
    summary: 'Broker {{ $labels.pod }} has {{ $value | humanize1024 }}B of disk space left, below its limit, and blocks publishers',
    description: 'Every connection that publishes to cluster {{ $labels.rabbitmq_cluster }} is blocked, on all brokers, until {{ $labels.pod }} has space again. '
      + 'Consumers continue, and no confirmed message is lost.',
  },
  {
    name: 'RabbitMQDiskLow',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '10m',
    threshold: { of: 'times the free space at which publishers are blocked', default: () => 2, because: 'one more segment file or write-ahead log must not reach the limit' },
    expr: (cluster, threshold) => `min by (${POD_LABELS}) (${freeSpace(cluster)} < ${threshold} * ${limit(cluster)})`,
    summary: 'Broker {{ $labels.pod }} has {{ $value | humanize1024 }}B of disk space left',
    description: 'The disk alarm will soon block all publishers to cluster {{ $labels.rabbitmq_cluster }}.',
  },
  {
    name: 'RabbitMQVolumeFillingUp',
    severity: RabbitMQAlertSeverity.CRITICAL,
    for: '15m',
    expr: cluster => runsOut(cluster, '1h', 4 * 3600),
    summary: 'The volume of broker {{ $labels.pod }} reaches its limit within 4 hours; {{ $value | humanize1024 }}B are left',
    description: 'At the rate of the last hour, the disk alarm will block all publishers to cluster {{ $labels.rabbitmq_cluster }}.',
  },
  {
    name: 'RabbitMQVolumeFillingUpSlowly',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '1h',
    expr: cluster => runsOut(cluster, '6h', 4 * 86_400),
    summary: 'The volume of broker {{ $labels.pod }} reaches its limit within 4 days; {{ $value | humanize1024 }}B are left',
    description: 'At the rate of the last 6 hours, the disk alarm will block all publishers to cluster {{ $labels.rabbitmq_cluster }}.',
  },
  {
    name: 'RabbitMQVolumeNotBound',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '10m',
    expr: ({ name, promql }) => `max by (namespace, persistentvolumeclaim, phase) `
      + `(${promql.of('kube_persistentvolumeclaim_status_phase', `persistentvolumeclaim=~"rabbitmq-data-${name}-[0-9]+"`, 'phase=~"Pending|Lost"')}) > 0`,
    summary: 'PVC {{ $labels.persistentvolumeclaim }} of cluster {{ $labels.rabbitmq_cluster }} is {{ $labels.phase }}',
    description: 'Its broker does not start, and cluster {{ $labels.rabbitmq_cluster }} has one broker less. The volume of a Lost PVC was deleted.',
  },
];
