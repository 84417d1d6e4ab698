import { elsewhere, Series } from './series';
import { AlertCase } from '../alert-case';

/** A figure of the CronJob of backups: a time, in hours after the start of the test. */
function time(metric: string, values: string): Series {
  return elsewhere(`kube_cronjob_${metric}`, 'cronjob="orders-backup"', values);
}

const CRON_JOB = { cronjob: 'orders-backup' };

export const BACKUP_CASES: readonly AlertCase[] = [
  {
    alert: 'RabbitMQBackupFailed',
    // made at 0 s, run at 540 s and never done
    fires: {
      series: { ...time('created', '0x200'), ...time('status_last_schedule_time', '_x9 540x190') },
      at: '69m',
      alerts: [{ labels: CRON_JOB, summary: 'A backup of cluster orders failed or is not finished after 1 hour; the last success was 1.15 hours ago' }],
    },
    // done at the third try
    quiet: { series: { ...time('created', '0x200'), ...time('status_last_schedule_time', '_x9 540x190'), ...time('status_last_successful_time', '_x30 1800x160') }, at: '120m' },
  },
  {
    alert: 'RabbitMQBackupTooOld',
    // for a CronJob that runs hourly; days of a daily one take long to evaluate
    monitoring: { alerting: { changes: { RabbitMQBackupTooOld: { threshold: 2 } } } },
    fires: {
      series: { ...time('created', '0x240'), ...time('status_last_schedule_time', '3600x240'), ...time('status_last_successful_time', '3600x240') },
      at: '196m',
      alerts: [{ labels: CRON_JOB, summary: 'Cluster orders has had no backup for 2.267 hours' }],
    },
    quiet: { series: { ...time('created', '0x240'), ...time('status_last_successful_time', '3600x150 7200x90') }, at: '220m' },
  },
];
