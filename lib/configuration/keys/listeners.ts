import { byteSize } from './byte-types';
import { ConfigurationKey, keysOfBroker } from './key';
import { listener } from './network-types';
import { tcpListenOptions } from './socket-options';
import {
  boolean, enumeration, integer, nonNegative, nonNegativeOrInfinity, oneOf, onlyNone, positive, positiveOrInfinity,
} from './value-type';

/** AMQP listeners, their sockets and what is agreed on when a connection opens. */
export const listenerKeys: readonly ConfigurationKey[] = keysOfBroker([
  ['listeners.tcp', onlyNone],
  ['listeners.tcp.$name', listener],
  ['listeners.ssl', onlyNone],
  ['listeners.ssl.$name', listener],
  ['listeners.startup_delay', nonNegative, { since: '4.3.6' }],
  ['num_acceptors.ssl', nonNegative],
  ['num_acceptors.tcp', nonNegative],
  ['socket_writer.gc_threshold', oneOf(enumeration('off'), positive)],
  ['handshake_timeout', nonNegativeOrInfinity],
  ['reverse_dns_lookups', boolean],
  ['ssl_handshake_timeout', nonNegative],
  ['heartbeat', integer({ min: 0, max: 65535 })],
  ['frame_max', byteSize()],
  ['initial_frame_max', byteSize()],
  ['channel_tx_message_max', positiveOrInfinity, { since: '4.3.6' }],
  ['ranch_connection_max', nonNegativeOrInfinity, { since: '3.11.12' }],
  ['tcp_listen_options', onlyNone],
  ...tcpListenOptions('tcp_listen_options'),
  ['proxy_protocol', boolean],
  ['channel_interceptor.priorities.$name', integer(), { since: '4.3.6' }],
]);
