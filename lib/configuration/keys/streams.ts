import { ConfigurationKey, keysOfPlugin } from './key';
import { listener, port } from './network-types';
import { tcpListenOptions } from './socket-options';
import { boolean, nonNegative, nonNegativeOrInfinity, onlyNone, string } from './value-type';

/** The stream protocol. */
export const streamKeys: readonly ConfigurationKey[] = keysOfPlugin('rabbitmq_stream', [
  ['stream.listeners.tcp', onlyNone],
  ['stream.listeners.tcp.$name', listener],
  ['stream.listeners.ssl', onlyNone],
  ['stream.listeners.ssl.$name', listener],
  ['stream.tcp_listen_options', onlyNone],
  ...tcpListenOptions('stream.tcp_listen_options'),
  ['stream.num_acceptors.tcp', nonNegative],
  ['stream.num_acceptors.ssl', nonNegative],
  ['stream.ssl_cert_login', boolean],
  ['stream.initial_credits', nonNegative],
  ['stream.credits_required_for_unblocking', nonNegative],
  ['stream.frame_max', nonNegative],
  ['stream.initial_frame_max', nonNegative, { since: '4.3.5' }],
  ['stream.heartbeat', nonNegative],
  ['stream.advertised_host', string],
  ['stream.advertised_tls_host', string],
  ['stream.advertised_port', port],
  ['stream.advertised_tls_port', port],
  ['stream.max_connections', nonNegativeOrInfinity, { since: '4.2.7', until: '4.2.9' }],
  ['stream.max_connections', nonNegativeOrInfinity, { since: '4.3.1' }],
  ['stream.max_super_stream_partitions', nonNegativeOrInfinity, { since: '4.2.9', until: '4.2.9' }],
  ['stream.max_super_stream_partitions', nonNegativeOrInfinity, { since: '4.3.3' }],
  ['stream.max_uncompressed_sub_entry_batch_size', nonNegative, { since: '4.3.5' }],
]);
