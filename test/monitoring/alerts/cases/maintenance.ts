import { elsewhere, Series } from './series';
import { AlertCase } from '../alert-case';

const TLS = { configuration: { raw: { 'listeners.ssl.default': '5671' } } };

/** A certificate that ends after some days, as cert-manager tells it. */
function certificate(days: number): Series {
  return elsewhere('certmanager_certificate_expiration_timestamp_seconds', 'name="orders-tls"', `${days * 86_400}x90`);
}

function brokerVersion(pod: string, version: string, values: string): Series {
  return { [`rabbitmq_build_info{@,endpoint="prometheus",pod="${pod}",rabbitmq_version="${version}"}`]: values };
}

export const MAINTENANCE_CASES: readonly AlertCase[] = [
  {
    alert: 'RabbitMQCertificateExpiring',
    cluster: TLS,
    fires: { series: certificate(6), at: '10m', alerts: [{ labels: { name: 'orders-tls' }, summary: 'Certificate orders-tls expires in 5.993 days' }] },
    quiet: { series: certificate(7.1), at: '20m' },
  },
  {
    alert: 'RabbitMQCertificateExpiringSoon',
    cluster: TLS,
    fires: {
      series: { 'rabbitmq_certificate_not_after_timestamp_seconds{@,endpoint="exporter",pod="orders-1",port="amqps"}': `${20 * 86_400}x90` },
      at: '60m',
      alerts: [{ labels: { pod: 'orders-1', port: 'amqps' }, summary: 'Certificate orders-1 expires in 19.96 days and has not been renewed' }],
    },
    quiet: { series: certificate(21.1), at: '80m' },
  },
  {
    alert: 'RabbitMQFeatureFlagsDisabled',
    fires: {
      series: {
        'rabbitmq_feature_flag_disabled{@,endpoint="exporter",feature_flag="khepri_db",stability="stable"}': '1x90',
        'rabbitmq_feature_flag_disabled{@,endpoint="exporter",feature_flag="tie_binding_to_dest_with_keep_while_cond",stability="stable"}': '1x90',
      },
      at: '60m',
      alerts: [{ summary: '2 stable feature flags of cluster orders are disabled' }],
    },
    quiet: { series: { 'rabbitmq_feature_flag_disabled{@,endpoint="exporter",feature_flag="khepri_db",stability="stable"}': '0x90' }, at: '80m' },
  },
  {
    alert: 'RabbitMQDeprecatedFeaturesUsed',
    fires: {
      series: { 'rabbitmq_deprecated_feature_used{@,endpoint="exporter",feature="transient_nonexcl_queues"}': '1x90' },
      at: '60m',
      alerts: [{ labels: { feature: 'transient_nonexcl_queues' }, summary: 'Cluster orders uses the deprecated feature transient_nonexcl_queues' }],
    },
    quiet: { series: { 'rabbitmq_deprecated_feature_used{@,endpoint="exporter",feature="transient_nonexcl_queues"}': '1x58 0x30' }, at: '70m' },
  },
  {
    alert: 'RabbitMQVersionsDiffer',
    fires: {
      series: { ...brokerVersion('orders-0', '4.3.5', '1x90'), ...brokerVersion('orders-1', '4.3.6', '1x90') },
      at: '60m',
      alerts: [{ summary: 'Brokers of cluster orders run 2 different releases' }],
    },
    quiet: { series: { ...brokerVersion('orders-0', '4.3.6', '1x90'), ...brokerVersion('orders-1', '4.3.6', '1x90') }, at: '80m' },
  },
  {
    alert: 'RabbitMQExporterDown',
    fires: {
      series: { 'rabbitmq_exporter_up{@,endpoint="exporter"}': '1 1 0x30' },
      at: '17m',
      alerts: [{ summary: 'The exporter of cluster orders returns no data' }],
    },
    quiet: { series: { 'rabbitmq_exporter_up{@,endpoint="exporter"}': '1 1 0x13 1x20' }, at: '17m' },
  },
];
