import { ConfigurationKey, keysOfPlugin } from './key';
import { addressWithPortOrNone, verifyMode } from './network-types';
import { httpListener } from './socket-options';
import { commonTlsOptions, negotiationOptions, secretSince426 } from './tls-options';
import { boolean, enumeration, file, nonNegative, regex, secret, string, taggedSecret } from './value-type';

/** Metrics, traces and events. */
export const monitoringKeys: readonly ConfigurationKey[] = [
  ...keysOfPlugin('rabbitmq_prometheus', [
    ['prometheus.return_per_object_metrics', boolean],
    ['prometheus.path', string],
    ['prometheus.tcp.listener', addressWithPortOrNone, { since: '3.11.16' }],
    ...httpListener('prometheus.tcp'),
    ...httpListener('prometheus.ssl'),
    ['prometheus.ssl.backlog', nonNegative],
    ...commonTlsOptions('prometheus.ssl'),
    ['prometheus.ssl.password', secret, { until: '4.2.7' }],
    ['prometheus.ssl.password', taggedSecret, { since: '4.2.8', until: '4.2.9' }],
    ['prometheus.ssl.password', secret, { since: '4.3.0', until: '4.3.1' }],
    ['prometheus.ssl.password', taggedSecret, { since: '4.3.2' }],
    ['prometheus.ssl.verify', verifyMode],
    ['prometheus.ssl.fail_if_no_peer_cert', boolean],
    ...negotiationOptions('prometheus.ssl'),
    ['prometheus.ssl.ciphers.$cipher', string],
    ['prometheus.filter_aggregated_queue_metrics_pattern', regex],
    ['prometheus.authentication.enabled', boolean, { since: '3.11.20', until: '3.11.28' }],
    ['prometheus.authentication.enabled', boolean, { since: '3.12.2' }],
  ]),
  ...keysOfPlugin('rabbitmq_tracing', [
    ['tracing.dir', file, { since: '3.13.4' }],
    ['tracing.username', string, { since: '3.13.4' }],
    ...secretSince426('tracing.password', '3.13.4'),
  ]),
  ...keysOfPlugin('rabbitmq_event_exchange', [
    ['event_exchange.vhost', string],
    ['event_exchange.protocol', enumeration('amqp_0_9_1', 'amqp_1_0'), { since: '4.1.0' }],
  ]),
];
