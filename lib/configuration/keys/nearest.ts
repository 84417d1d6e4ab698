import { fills, isPlaceholder, partsOf } from './key-name';
import { distance } from '../../validation/distance';

/** Names that go around, or come from other formats and releases, and what is meant. */
const MEANT: Readonly<Record<string, readonly string[]>> = {
  network_backlog: ['tcp_listen_options.backlog'],
  backlog: ['tcp_listen_options.backlog'],
  tcp_listeners: ['listeners.tcp.default'],
  ssl_listeners: ['listeners.ssl.default'],
  'listeners.tls.default': ['listeners.ssl.default'],
  vm_memory_high_watermark: ['vm_memory_high_watermark.relative', 'vm_memory_high_watermark.absolute'],
  disk_free_limit: ['disk_free_limit.absolute', 'disk_free_limit.relative'],
  max_connections: ['connection_max'],
  max_channels: ['channel_max'],
  max_channels_per_connection: ['channel_max'],
  default_username: ['default_user'],
  default_password: ['default_pass'],
  default_vhost_name: ['default_vhost'],
  definitions_file: ['load_definitions'],
  'definitions.file': ['load_definitions'],
  cluster_nodes: ['cluster_formation.classic_config.nodes.1'],
  'cluster_formation.classic_config.nodes': ['cluster_formation.classic_config.nodes.1'],
  'cluster_formation.k8s.address': ['cluster_formation.k8s.address_type'],
  erlang_net_ticktime: ['net_ticktime'],
  'kernel.net_ticktime': ['net_ticktime'],
  consumer_ack_timeout: ['consumer_timeout'],
  delivery_acknowledgement_timeout: ['consumer_timeout'],
  queue_type: ['default_queue_type'],
  quorum_cluster_size: ['quorum_queue.initial_cluster_size'],
  quorum_commands_soft_limit: ['quorum_queue.commands_soft_limit'],
  classic_queue_default_version: ['classic_queue.default_version'],
  max_message_size_bytes: ['max_message_size'],
  'ssl_options.cafile': ['ssl_options.cacertfile'],
  'ssl_options.ca_cert': ['ssl_options.cacertfile'],
  'ssl_options.tls_versions': ['ssl_options.versions.1'],
  'ssl_options.versions': ['ssl_options.versions.1'],
  'ssl_options.ciphers': ['ssl_options.ciphers.1'],
  auth_mechanisms: ['auth_mechanisms.1'],
  auth_backends: ['auth_backends.1'],
  'log.level': ['log.console.level', 'log.default.level'],
  log_levels: ['log.default.level'],
  'log.console.format': ['log.console.formatter'],
  'management.port': ['management.tcp.port'],
  'management.listeners.tcp.default': ['management.tcp.port'],
  'prometheus.port': ['prometheus.tcp.port'],
  'mqtt.tcp.port': ['mqtt.listeners.tcp.default'],
  'stomp.tcp.port': ['stomp.listeners.tcp.default'],
  'stream.tcp.port': ['stream.listeners.tcp.default'],
  'mqtt.subscription_ttl': ['mqtt.max_session_expiry_interval_seconds'],
};

/** The key with words of the name in the place of its placeholders, of those that `takes` takes. */
function filled(key: string, words: readonly string[], takes: (word: string, placeholder: string) => boolean): string {
  const replaced = (part: string, position: number): string => {
    const word = words[position];
    return word !== undefined && isPlaceholder(part) && takes(word, part) ? word : part;
  };
  return key.split('.').map(replaced).join('.');
}

/**
 * The keys closest to a name, the best first: what is commonly meant, then small misspellings, then a name without
 * its first parts.
 */
export function nearest(name: string, keys: readonly string[], isKnown: (key: string) => boolean): string[] {
  const wanted = name.toLowerCase();
  const words = partsOf(wanted);
  const limit = Math.max(2, Math.floor(wanted.length / 6));
  const spelled = [...new Set(keys)]
    .map(key => ({
      key: filled(key, words, fills),
      changes: distance(wanted, filled(key, words, () => true).toLowerCase(), limit),
    }))
    .filter(({ changes }) => changes <= limit)
    .sort((a, b) => a.changes - b.changes || a.key.localeCompare(b.key))
    .map(({ key }) => key);
  const longer = keys.filter(key => key.endsWith(`.${wanted}`));
  const found = [...(MEANT[wanted] ?? []).filter(isKnown), ...spelled, ...longer.length <= 2 ? longer : []];
  return [...new Set(found)];
}
