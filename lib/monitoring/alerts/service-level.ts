import { Alert } from './alert';
import { RabbitMQAlertSeverity } from './severity';
import { RECORDED, Window } from '../recording/recording-rules';
import { recorded, WatchedCluster } from '../watched-cluster';

/**
 * Where the allowance is used up so many times as fast as it may be, over a long window and still over a short one.
 *
 * @see https://sre.google/workbook/alerting-on-slos/#6-multiwindow-multi-burn-rate-alerts
 */
function burns(cluster: WatchedCluster, series: (window: Window) => string, objective: number, times: number, windows: readonly [Window, Window]): string {
  const allowance = Number((times * (1 - objective)).toPrecision(6));
  return windows.map(window => `${recorded(cluster, series(window))} > ${allowance}`).join(' and ');
}

/** How fast the allowance of failed publishes and deliveries is used up. */
export const SERVICE_LEVEL_ALERTS: readonly Alert[] = [
  {
    name: 'RabbitMQPublishingFails',
    severity: RabbitMQAlertSeverity.CRITICAL,
    for: '2m',
    threshold: { of: 'times the pace that uses the allowance up in thirty days', default: () => 14.4, because: 'a fiftieth of it in an hour' },
    expr: (cluster, threshold) => burns(cluster, RECORDED.publishingFailures, cluster.serviceLevel.publishing, threshold, ['1h', '5m']),
    summary: '{{ $value | humanizePercentage }} of publishing to cluster {{ $labels.rabbitmq_cluster }} failed within the last hour',
    description: 'Messages to cluster {{ $labels.rabbitmq_cluster }} aren\'t confirmed, reach no queue, or can\'t be published at all. At this pace what may fail in thirty days has failed in two.',
  },
  {
    name: 'RabbitMQPublishingDegraded',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '15m',
    threshold: { of: 'times the pace that uses the allowance up in thirty days', default: () => 6, because: 'a twentieth of it in six hours' },
    expr: (cluster, threshold) => burns(cluster, RECORDED.publishingFailures, cluster.serviceLevel.publishing, threshold, ['6h', '30m']),
    summary: '{{ $value | humanizePercentage }} of publishing to cluster {{ $labels.rabbitmq_cluster }} failed within the last six hours',
    description: 'Messages to cluster {{ $labels.rabbitmq_cluster }} aren\'t confirmed, reach no queue, or could not be published for a while. At this pace what may fail in thirty days has failed in five.',
  },
  {
    name: 'RabbitMQConsumingDegraded',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '15m',
    threshold: { of: 'times the pace that uses the allowance up in thirty days', default: () => 6, because: 'a twentieth of it in six hours' },
    expr: (cluster, threshold) => burns(cluster, RECORDED.consumingFailures, cluster.serviceLevel.consuming, threshold, ['6h', '30m']),
    summary: '{{ $value | humanizePercentage }} of consuming from cluster {{ $labels.rabbitmq_cluster }} failed within the last six hours',
    description: 'Consumers of cluster {{ $labels.rabbitmq_cluster }} got messages again, as they don\'t settle them, or could get none for a while. At this pace what may fail in thirty days has failed in five.',
  },
];
