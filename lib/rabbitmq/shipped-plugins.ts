import { distance } from '../validation/distance';
import { RabbitMQVersion } from './version';

/** A plugin that RabbitMQ ships: the first release that has it, if not every one, and what is enabled along with it. */
interface ShippedPlugin {
  readonly name: string;
  readonly since?: string;
  readonly brings?: readonly string[];
}

/** Read from `plugins.mk` and the plugins' Makefiles at each tag from v3.10.0 to v4.3.5 of rabbitmq-server. */
export const SHIPPED: readonly ShippedPlugin[] = [
  { name: 'rabbitmq_amqp1_0' },
  { name: 'rabbitmq_amqp_client', since: '4.3.0' },
  { name: 'rabbitmq_auth_backend_cache' },
  { name: 'rabbitmq_auth_backend_http' },
  { name: 'rabbitmq_auth_backend_internal_loopback', since: '4.1.1' },
  { name: 'rabbitmq_auth_backend_ldap' },
  { name: 'rabbitmq_auth_backend_oauth2' },
  { name: 'rabbitmq_auth_mechanism_ssl' },
  { name: 'rabbitmq_aws' },
  { name: 'rabbitmq_consistent_hash_exchange' },
  { name: 'rabbitmq_event_exchange' },
  { name: 'rabbitmq_exchange_federation', since: '4.2.0', brings: ['rabbitmq_federation_common'] },
  { name: 'rabbitmq_federation', brings: ['rabbitmq_exchange_federation', 'rabbitmq_queue_federation'] },
  { name: 'rabbitmq_federation_common', since: '4.2.0' },
  { name: 'rabbitmq_federation_management', brings: ['rabbitmq_federation', 'rabbitmq_management'] },
  { name: 'rabbitmq_federation_prometheus', since: '4.0.0', brings: ['rabbitmq_federation', 'rabbitmq_prometheus'] },
  { name: 'rabbitmq_jms_topic_exchange' },
  { name: 'rabbitmq_management', brings: ['rabbitmq_management_agent', 'rabbitmq_web_dispatch'] },
  { name: 'rabbitmq_management_agent' },
  { name: 'rabbitmq_mqtt' },
  { name: 'rabbitmq_peer_discovery_aws', brings: ['rabbitmq_aws', 'rabbitmq_peer_discovery_common'] },
  { name: 'rabbitmq_peer_discovery_common' },
  { name: 'rabbitmq_peer_discovery_consul', brings: ['rabbitmq_peer_discovery_common'] },
  { name: 'rabbitmq_peer_discovery_etcd', brings: ['rabbitmq_peer_discovery_common'] },
  { name: 'rabbitmq_peer_discovery_k8s', brings: ['rabbitmq_peer_discovery_common'] },
  { name: 'rabbitmq_prometheus', brings: ['rabbitmq_management_agent', 'rabbitmq_web_dispatch'] },
  { name: 'rabbitmq_queue_federation', since: '4.2.0', brings: ['rabbitmq_federation_common'] },
  { name: 'rabbitmq_random_exchange' },
  { name: 'rabbitmq_recent_history_exchange' },
  { name: 'rabbitmq_sharding' },
  { name: 'rabbitmq_shovel' },
  { name: 'rabbitmq_shovel_management', brings: ['rabbitmq_management', 'rabbitmq_shovel'] },
  { name: 'rabbitmq_shovel_prometheus', since: '4.0.0', brings: ['rabbitmq_prometheus', 'rabbitmq_shovel'] },
  { name: 'rabbitmq_stomp' },
  { name: 'rabbitmq_stream', brings: ['rabbitmq_stream_common'] },
  { name: 'rabbitmq_stream_common' },
  { name: 'rabbitmq_stream_management', brings: ['rabbitmq_management', 'rabbitmq_stream'] },
  { name: 'rabbitmq_top', brings: ['rabbitmq_management'] },
  { name: 'rabbitmq_tracing', brings: ['rabbitmq_management'] },
  { name: 'rabbitmq_trust_store' },
  { name: 'rabbitmq_web_dispatch' },
  { name: 'rabbitmq_web_mqtt', brings: ['rabbitmq_mqtt'] },
  { name: 'rabbitmq_web_mqtt_examples', brings: ['rabbitmq_web_dispatch', 'rabbitmq_web_mqtt'] },
  { name: 'rabbitmq_web_stomp', brings: ['rabbitmq_stomp'] },
  { name: 'rabbitmq_web_stomp_examples', brings: ['rabbitmq_web_dispatch', 'rabbitmq_web_stomp'] },
];

/** How many letters of a name can be wrong for it to be recognized. */
const MOST_CHANGES = 3;

const BY_NAME = new Map(SHIPPED.map(plugin => [plugin.name, plugin]));

/** Whether any release ships it. */
export function isShipped(plugin: string): boolean {
  return BY_NAME.has(plugin);
}

/** The first release that ships it, where the given one doesn't. */
export function firstRelease(plugin: string, version: RabbitMQVersion): string | undefined {
  const since = BY_NAME.get(plugin)?.since;
  return since !== undefined && !version.isAtLeast(since) ? since : undefined;
}

/** What a wrong name is likely to stand for: a plugin with a letter amiss, or without its prefix. */
export function nearestPlugin(name: string, version: RabbitMQVersion): string | undefined {
  const wanted = name.toLowerCase().replaceAll('-', '_');
  const changes = (plugin: string): number => Math.min(distance(wanted, plugin, MOST_CHANGES), distance(`rabbitmq_${wanted}`, plugin, MOST_CHANGES));
  return SHIPPED.map(plugin => plugin.name)
    .filter(plugin => firstRelease(plugin, version) === undefined && changes(plugin) <= MOST_CHANGES)
    .sort((a, b) => changes(a) - changes(b))[0];
}

/** All plugins that run: those that are switched on, and those that they bring. */
export function enabledPlugins({ plugins }: { readonly plugins: readonly string[] }): Set<string> {
  const enabled = new Set(plugins);
  for (const plugin of enabled) {
    for (const brought of BY_NAME.get(plugin)?.brings ?? []) {
      enabled.add(brought);
    }
  }
  return enabled;
}
