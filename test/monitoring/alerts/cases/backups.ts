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
      alerts: [{ labels: CRON_JOB, summary: 'A backup of cluster orders failed or isn\'t done after an hour; there has been none for 1.15 hours' }],
    },
    // done at the third try
    quiet: { series: { ...time('created', '0x200'), ...time('status_last_schedule_time', '_x9 540x190'), ...time('status_last_successful_time', '_x30 1800x160') }, at: '120m' },
  },
  {
    alert: 'RabbitMQBackupTooOld',
    fires: {
      series: { ...time('created', '0x4000'), ...time('status_last_schedule_time', '3600x4000'), ...time('status_last_successful_time', '3600x4000') },
      at: '3076m',
      alerts: [{ labels: CRON_JOB, summary: 'Cluster orders has had no backup for 50.27 hours' }],
    },
    quiet: { series: { ...time('created', '0x4000'), ...time('status_last_successful_time', '3600x2000 120000x2000') }, at: '3300m' },
  },
];
