import { Alert } from './alert';
import { RabbitMQAlertSeverity } from './severity';
import { RECORDED, Window } from '../recording/recording-rules';
import { recorded, WatchedCluster } from '../watched-cluster';

/**
 * Where the allowance is used up so many times as fast as it may be, over a long window and still over a short one.
 *
 * @see https://sre.google/workbook/alerting-on-slos/#6-multiwindow-multi-burn-rate-alerts
 */
function burns(
  cluster: WatchedCluster,
  series: (window: Window) => string,
  objective: number,
  times: number,
  windows: readonly [Window, Window],
): string {
  const allowance = Number((times * (1 - objective)).toPrecision(6));
  return windows.map(window => `${recorded(cluster, series(window))} > ${allowance}`).join(' and ');
}

/** Burn rates of the error budget of publishing and consuming. */
export const SERVICE_LEVEL_ALERTS: readonly Alert[] = [
  {
    name: 'RabbitMQPublishingFails',
    severity: RabbitMQAlertSeverity.CRITICAL,
    for: '2m',
    threshold: { of: 'times the rate that uses the error budget in 30 days', default: () => 14.4, because: '2 % of the budget in 1 hour' },
    expr: (cluster, threshold) => burns(cluster, RECORDED.publishingFailures, cluster.serviceLevel.publishing, threshold, ['1h', '5m']),
    summary: '{{ $value | humanizePercentage }} of publishing to cluster {{ $labels.rabbitmq_cluster }} failed in the last hour',
    description: 'Messages to cluster {{ $labels.rabbitmq_cluster }} are unconfirmed or unroutable, or cannot be published. At this rate, the 30-day error budget lasts 2 days.',
  },
  {
    name: 'RabbitMQPublishingDegraded',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '15m',
    threshold: { of: 'times the rate that uses the error budget in 30 days', default: () => 6, because: '5 % of the budget in 6 hours' },
    expr: (cluster, threshold) => burns(cluster, RECORDED.publishingFailures, cluster.serviceLevel.publishing, threshold, ['6h', '30m']),
    summary: '{{ $value | humanizePercentage }} of publishing to cluster {{ $labels.rabbitmq_cluster }} failed in the last 6 hours',
    description: 'Messages to cluster {{ $labels.rabbitmq_cluster }} are unconfirmed or unroutable, or could not be published for some time. At this rate, the 30-day error budget lasts 5 days.',
  },
  {
    name: 'RabbitMQConsumingDegraded',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '15m',
    threshold: { of: 'times the rate that uses the error budget in 30 days', default: () => 6, because: '5 % of the budget in 6 hours' },
    expr: (cluster, threshold) => burns(cluster, RECORDED.consumingFailures, cluster.serviceLevel.consuming, threshold, ['6h', '30m']),
    summary: '{{ $value | humanizePercentage }} of consuming from cluster {{ $labels.rabbitmq_cluster }} failed in the last 6 hours',
    description: 'Consumers of cluster {{ $labels.rabbitmq_cluster }} received redeliveries, or could not consume for some time. At this rate, the 30-day error budget lasts 5 days.',
  },
];
