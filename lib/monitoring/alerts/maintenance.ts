import { Alert } from './alert';
import { RabbitMQAlertSeverity } from './severity';
import { CLUSTER_LABELS, ENDPOINT } from '../labels';
import { WatchedCluster } from '../watched-cluster';

const hasExporter = ({ exporter }: WatchedCluster): boolean => exporter;

/**
 * The days that a certificate of the cluster's ports, or one of cert-manager's named after the cluster, is
 * good for yet.
 */
function daysLeft(cluster: WatchedCluster): string {
  const { name, promql } = cluster;
  const certManager = `min by (namespace, name) (${promql.of('certmanager_certificate_expiration_timestamp_seconds', `name=~"${name}(-.+)?"`)})`;
  const exporter = `min by (${CLUSTER_LABELS}, pod, port) (${promql.of('rabbitmq_certificate_not_after_timestamp_seconds')})`;
  return `((${cluster.exporter ? `${exporter} or ${certManager}` : certManager}) - time()) / 86400`;
}

/**
 * What has to be looked after before it expires or is removed: certificates, feature flags,
 * deprecated features, versions.
 */
export const MAINTENANCE_ALERTS: readonly Alert[] = [
  {
    name: 'RabbitMQCertificateExpiring',
    severity: RabbitMQAlertSeverity.CRITICAL,
    for: '10m',
    when: ({ tls }) => tls,
    threshold: { of: 'days', default: () => 7, because: 'one week to renew it manually' },
    expr: (cluster, threshold) => `${daysLeft(cluster)} < ${threshold}`,
    summary: 'Certificate {{ $labels.name }}{{ $labels.pod }} expires in {{ $value | humanize }} days',
    description: 'After that, no client can connect to cluster {{ $labels.rabbitmq_cluster }} over TLS. The renewal has failed.',
  },
  {
    name: 'RabbitMQCertificateExpiringSoon',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '1h',
    when: ({ tls }) => tls,
    threshold: { of: 'days', default: () => 21, because: 'cert-manager renews a third of the lifetime before the end, 30 of 90 days' },
    expr: (cluster, threshold) => `${daysLeft(cluster)} < ${threshold}`,
    summary: 'Certificate {{ $labels.name }}{{ $labels.pod }} expires in {{ $value | humanize }} days and has not been renewed',
    description: 'Clients of cluster {{ $labels.rabbitmq_cluster }} can connect until it expires. It should have been renewed by now.',
  },
  {
    name: 'RabbitMQFeatureFlagsDisabled',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '1h',
    when: hasExporter,
    expr: ({ promql }) => `count by (${CLUSTER_LABELS}) (${promql.of('rabbitmq_feature_flag_disabled')} > 0)`,
    summary: '{{ $value }} stable feature flags of cluster {{ $labels.rabbitmq_cluster }} are disabled',
    description: 'No impact on messages. After the next upgrade of cluster {{ $labels.rabbitmq_cluster }}, a broker may not start until they are enabled.',
  },
  {
    name: 'RabbitMQDeprecatedFeaturesUsed',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '1h',
    when: hasExporter,
    expr: ({ promql }) => `max by (${CLUSTER_LABELS}, feature) (${promql.of('rabbitmq_deprecated_feature_used')}) > 0`,
    summary: 'Cluster {{ $labels.rabbitmq_cluster }} uses the deprecated feature {{ $labels.feature }}',
    description: 'No impact on messages yet. A later release removes the feature, and clients of cluster {{ $labels.rabbitmq_cluster }} that need it will fail.',
  },
  {
    name: 'RabbitMQVersionsDiffer',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '1h',
    when: ({ replicas }) => replicas > 1,
    expr: ({ promql }) => `count by (${CLUSTER_LABELS}) (count by (${CLUSTER_LABELS}, rabbitmq_version) (${promql.of('rabbitmq_build_info', `endpoint="${ENDPOINT.aggregated}"`)})) > 1`,
    summary: 'Brokers of cluster {{ $labels.rabbitmq_cluster }} run {{ $value }} different releases',
    description: 'An upgrade of cluster {{ $labels.rabbitmq_cluster }} did not finish. New features stay disabled, and a broker of the older release may not start again.',
  },
  {
    name: 'RabbitMQExporterDown',
    severity: RabbitMQAlertSeverity.WARNING,
    for: '15m',
    when: hasExporter,
    expr: ({ promql }) => `absent(${promql.of('rabbitmq_exporter_up')} == 1)`,
    summary: 'The exporter of cluster {{ $labels.rabbitmq_cluster }} returns no data',
    description: 'No impact on messages. Feature flags, deprecated features and certificates of cluster {{ $labels.rabbitmq_cluster }} are not monitored.',
  },
];
