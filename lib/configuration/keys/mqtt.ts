import { ConfigurationKey, keysOfPlugin } from './key';
import { listener } from './network-types';
import { tcpListenOptions, webSocketListener, webSocketOptions } from './socket-options';
import { webSocketTlsOptions } from './tls-options';
import {
  atom, boolean, enumeration, nonNegative, nonNegativeOrInfinity, oneOf, onlyNone, positive, removed, secret, string,
} from './value-type';

/** MQTT, over TCP and over WebSocket. */
export const mqttKeys: readonly ConfigurationKey[] = [
  ...keysOfPlugin('rabbitmq_mqtt', [
    ['mqtt.allow_anonymous', boolean],
    ['mqtt.disconnect_on_unauthorized', boolean, { since: '4.1.8', until: '4.1.8' }],
    ['mqtt.disconnect_on_unauthorized', boolean, { since: '4.2.3' }],
    ['mqtt.vhost', string],
    ['mqtt.exchange', string],
    ['mqtt.subscription_ttl', oneOf(enumeration('undefined', 'infinity'), nonNegative), { until: '3.12.14' }],
    ['mqtt.subscription_ttl', removed('mqtt.max_session_expiry_interval_seconds, in seconds'), { since: '3.13.0' }],
    ['mqtt.max_session_expiry_interval_seconds', nonNegativeOrInfinity, { since: '3.13.0' }],
    ['mqtt.prefetch', nonNegative],
    ['mqtt.sparkplug', boolean],
    ['mqtt.retained_message_store', atom],
    ['mqtt.retained_message_store.max_messages', nonNegativeOrInfinity, { since: '4.3.6' }],
    ['mqtt.retained_message_store.max_size_bytes', nonNegativeOrInfinity, { since: '4.3.6' }],
    ['mqtt.retained_message_store_dets_sync_interval', nonNegative],
    ['mqtt.proxy_protocol', boolean],
    ['mqtt.login_timeout', nonNegative, { since: '3.10.8' }],
    ['mqtt.listeners.tcp', onlyNone],
    ['mqtt.listeners.tcp.$name', listener],
    ['mqtt.listeners.ssl', onlyNone],
    ['mqtt.listeners.ssl.$name', listener],
    ['mqtt.num_acceptors.ssl', nonNegative],
    ['mqtt.num_acceptors.tcp', nonNegative],
    ['mqtt.max_connections', nonNegativeOrInfinity, { since: '4.2.7', until: '4.2.9' }],
    ['mqtt.max_connections', nonNegativeOrInfinity, { since: '4.3.1' }],
    ['mqtt.ssl_cert_login', boolean],
    ['mqtt.ssl_cert_client_id_from', enumeration('distinguished_name', 'subject_alternative_name'), { since: '4.0.0' }],
    ['mqtt.ssl_cert_login_san_type', enumeration('dns', 'ip', 'email', 'uri', 'other_name'), { since: '4.0.0' }],
    ['mqtt.ssl_cert_login_san_index', nonNegative, { since: '4.0.0' }],
    ['mqtt.tcp_listen_options', removed('the keys below it'), { until: '4.2.7' }],
    ['mqtt.tcp_listen_options', onlyNone, { since: '4.2.8', until: '4.2.9' }],
    ['mqtt.tcp_listen_options', removed('the keys below it'), { since: '4.3.0', until: '4.3.1' }],
    ['mqtt.tcp_listen_options', onlyNone, { since: '4.3.2' }],
    ...tcpListenOptions('mqtt.tcp_listen_options'),
    ['mqtt.durable_queue_type', enumeration('classic', 'quorum')],
    ['mqtt.mailbox_soft_limit', nonNegative, { since: '3.12.0' }],
    ['mqtt.max_packet_size_unauthenticated', positive, { since: '3.13.0' }],
    ['mqtt.max_packet_size_authenticated', positive, { since: '3.13.0' }],
    ['mqtt.topic_alias_maximum', nonNegative, { since: '3.13.0' }],
    ['mqtt.message_interceptors.incoming.set_client_id_annotation.enabled', boolean, { since: '4.2.0' }],
    ['mqtt.default_user', string, { until: '3.13.7' }],
    ['mqtt.default_pass', secret, { until: '3.13.7' }],
  ]),
  ...keysOfPlugin('rabbitmq_web_mqtt', [
    ...webSocketOptions('web_mqtt'),
    ...webSocketListener('web_mqtt.tcp'),
    ...webSocketListener('web_mqtt.ssl'),
    ...webSocketTlsOptions('web_mqtt.ssl'),
  ]),
];
