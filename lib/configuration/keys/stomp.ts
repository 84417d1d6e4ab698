import { ConfigurationKey, keysOfPlugin } from './key';
import { listener, port } from './network-types';
import { tcpListenOptions, webSocketListener, webSocketOptions } from './socket-options';
import { secretSince426, webSocketTlsOptions } from './tls-options';
import { boolean, enumeration, nonNegative, onlyNone, positive, string } from './value-type';

/** STOMP, over TCP and over WebSocket. */
export const stompKeys: readonly ConfigurationKey[] = [
  ...keysOfPlugin('rabbitmq_stomp', [
    ['stomp.listeners.tcp', onlyNone],
    ['stomp.listeners.tcp.$name', listener],
    ['stomp.listeners.ssl', onlyNone],
    ['stomp.listeners.ssl.$name', listener],
    ['stomp.tcp_listen_options', onlyNone],
    ...tcpListenOptions('stomp.tcp_listen_options'),
    ['stomp.num_acceptors.ssl', nonNegative],
    ['stomp.num_acceptors.tcp', nonNegative],
    ['stomp.ssl_cert_login', boolean],
    ['stomp.default_vhost', string],
    ['stomp.default_user', string],
    ...secretSince426('stomp.default_pass'),
    ['stomp.default_topic_exchange', string],
    ['stomp.implicit_connect', boolean],
    ['stomp.login_timeout', nonNegative, { since: '3.10.8' }],
    ['stomp.proxy_protocol', boolean],
    ['stomp.hide_server_info', boolean],
    ['stomp.default_nack_requeue', boolean],
    ['stomp.max_frame_size', nonNegative, { since: '3.12.2' }],
    ['stomp.max_frame_size_unauthenticated', positive, { since: '4.2.6' }],
  ]),
  ...keysOfPlugin('rabbitmq_web_stomp', [
    ['web_stomp.port', port],
    ['web_stomp.ws_frame', enumeration('binary', 'text')],
    ...webSocketOptions('web_stomp'),
    ...webSocketListener('web_stomp.tcp'),
    ['web_stomp.use_http_auth', boolean],
    ...webSocketListener('web_stomp.ssl'),
    ...webSocketTlsOptions('web_stomp.ssl'),
  ]),
];
