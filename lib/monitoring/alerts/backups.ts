import { Alert } from './alert';
import { RabbitMQAlertSeverity } from './severity';
import { WatchedCluster } from '../watched-cluster';

const CRON_JOB_LABELS = 'namespace, cronjob';

/** A figure of the CronJob of backups, which kube-state-metrics gives. */
function figure({ name, promql }: WatchedCluster, metric: string): string {
  return `max by (${CRON_JOB_LABELS}) (${promql.of(metric, `cronjob="${name}-backup"`)})`;
}

/** When the last backup was done; before the first, when the CronJob was made. */
function lastBackup(cluster: WatchedCluster): string {
  return `(${figure(cluster, 'kube_cronjob_status_last_successful_time')} or ${figure(cluster, 'kube_cronjob_created')})`;
}

function hoursWithout(cluster: WatchedCluster): string {
  return `(time() - ${lastBackup(cluster)}) / 3600`;
}

/** Backups of definitions, where there is a CronJob for them. */
export const BACKUP_ALERTS: readonly Alert[] = [
  {
    name: 'RabbitMQBackupFailed',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '1h',
    expr: cluster => `${hoursWithout(cluster)} and ${figure(cluster, 'kube_cronjob_status_last_schedule_time')} > ${lastBackup(cluster)}`,
    summary: 'A backup of cluster {{ $labels.rabbitmq_cluster }} failed or is not finished after 1 hour; the last success was {{ $value | humanize }} hours ago',
    description: 'No impact on messages, and earlier backups are kept. Definitions of cluster {{ $labels.rabbitmq_cluster }} that changed since then are in no backup.',
  },
  {
    name: 'RabbitMQBackupTooOld',
    severity: RabbitMQAlertSeverity.CRITICAL,
    for: '15m',
    threshold: { of: 'hours', default: () => 50, because: 'a daily backup failed twice' },
    expr: (cluster, threshold) => `${hoursWithout(cluster)} > ${threshold}`,
    summary: 'Cluster {{ $labels.rabbitmq_cluster }} has had no backup for {{ $value | humanize }} hours',
    description: 'If the definitions of cluster {{ $labels.rabbitmq_cluster }} are lost now, users, permissions, queues and bindings that are newer must be recreated manually.',
  },
];
