import { DEFAULT_WATERMARK, RabbitMQMemoryBudget } from '../rabbitmq/memory-budget';
import { enabledPlugins } from '../rabbitmq/shipped-plugins';
import { Entry } from '../configuration/effective';
import { knownKey } from '../configuration/known-key';
import { RabbitMQVersion } from '../rabbitmq/version';

/** What the defaults are computed from. */
export interface DefaultsInput {
  readonly name: string;
  readonly replicas: number;
  readonly nodesService: string;
  readonly version: RabbitMQVersion;
  readonly budget: RabbitMQMemoryBudget;
  readonly storageBytes: number;
  readonly ordinalStart: number;
  /** The plugins that are switched on. */
  readonly plugins: readonly string[];
  readonly production: boolean;
  readonly hasTls: boolean;
  readonly defaultVirtualHost: string;
}

const MEBIBYTE = 2 ** 20;
const FIELD = 'the default';

/** The plugins that every cluster has: peer discovery, the HTTP API with its UI, and metrics. */
export const ESSENTIAL_PLUGINS = ['rabbitmq_management', 'rabbitmq_peer_discovery_k8s', 'rabbitmq_prometheus'];

/** rabbitmq.conf as the library sets it, for the user's entries to replace: what of it the release knows. */
export function defaultEntries(input: DefaultsInput): Entry[] {
  const { version, budget } = input;
  const keys: Record<string, string | number> = {
    cluster_name: input.name,
    [SIZE_HINT]: Math.max(input.replicas, 1),
    ...discoveryKeys(input),
    total_memory_available_override_value: budget.availableBytes,
    'vm_memory_high_watermark.relative': DEFAULT_WATERMARK,
    'disk_free_limit.absolute': diskFreeLimit(budget.limitBytes, input.storageBytes),
    ...walKeys(version, budget.highWatermarkBytes),
    default_queue_type: 'quorum',
    queue_leader_locator: 'balanced',
    // the broker's own is 5 s: a client that reconnects sooner waits for the dead leader of a queue until its node
    // counts as down, a minute
    'raft.adaptive_failure_detector.poll_interval': 1000,
    'auth_mechanisms.1': 'PLAIN',
    'auth_mechanisms.2': 'AMQPLAIN',
    anonymous_login_user: 'none',
    ...protocolKeys(input),
    ...productionKeys(input),
    // https://www.rabbitmq.com/docs/production-checklist: as often as metrics are scraped, not twice as often
    collect_statistics_interval: 10000,
    'log.console': 'true',
    'log.file': 'false',
  };
  return Object.entries(keys)
    .filter(([key]) => knownKey(key, version) !== undefined)
    .map(([key, value]) => ({ key, value: String(value), origin: 'default', field: FIELD }));
}

/**
 * The key that follows the number of replicas; a broker reads it at its boot, but doesn't have to be restarted for it.
 */
export const SIZE_HINT = 'cluster_formation.target_cluster_size_hint';

/** https://www.rabbitmq.com/docs/cluster-formation#peer-discovery-k8s, https://www.rabbitmq.com/docs/partitions */
function discoveryKeys({ version, nodesService, ordinalStart }: DefaultsInput): Record<string, string | number> {
  const ordinal = { ...(ordinalStart > 0 && { 'cluster_formation.k8s.ordinal_start': ordinalStart }) };
  const endpoints = {
    'cluster_formation.k8s.host': 'kubernetes.default.svc',
    'cluster_formation.k8s.address_type': 'hostname',
    'cluster_formation.k8s.service_name': nodesService,
  };
  return {
    'cluster_formation.peer_discovery_backend': 'k8s',
    ...(version.discoversPeersThroughApi ? endpoints : ordinal),
    ...(!version.usesKhepri && { cluster_partition_handling: 'pause_minority' }),
  };
}

/**
 * Clients of MQTT and STOMP need a name and a password too: https://www.rabbitmq.com/docs/mqtt#authentication,
 * https://www.rabbitmq.com/docs/stomp#cta.du. Plugins don't follow `default_vhost`: each has a key of its own.
 */
function protocolKeys({ plugins, defaultVirtualHost: vhost }: DefaultsInput): Record<string, string> {
  const enabled = enabledPlugins({ plugins });
  return {
    ...(enabled.has('rabbitmq_mqtt') && { 'mqtt.allow_anonymous': 'false' }),
    ...(enabled.has('rabbitmq_stomp') && { 'stomp.default_user': 'nobody-by-default' }),
    ...(vhost !== '/' && {
      ...(enabled.has('rabbitmq_mqtt') && { 'mqtt.vhost': vhost }),
      ...(enabled.has('rabbitmq_stomp') && { 'stomp.default_vhost': vhost }),
      ...(enabled.has('rabbitmq_amqp1_0') && { 'amqp1_0.default_vhost': vhost }),
    }),
  };
}

/**
 * Sessions of the management UI last 1 hour, in place of 8, and browsers return over TLS only. Metrics, which name
 * queues and virtual hosts, need a login.
 *
 * @see https://www.rabbitmq.com/docs/management#csp
 */
function productionKeys({ production, hasTls }: DefaultsInput): Record<string, string | number> {
  return production
    ? {
        'management.login_session_timeout': 60,
        ...(hasTls && { 'management.hsts.policy': 'max-age=31536000' }),
        'prometheus.authentication.enabled': 'true',
      }
    : {};
}

/**
 * As much as the broker's memory, so that all of it could be written down, but no more than a quarter of the volume.
 */
function diskFreeLimit(memoryLimitBytes: number, storageBytes: number): number {
  return Math.floor(Math.min(memoryLimitBytes, storageBytes / 4) / MEBIBYTE) * MEBIBYTE;
}

/**
 * The write-ahead log of quorum queues needs three times its size in memory:
 * https://www.rabbitmq.com/docs/quorum-queues#resource-use. Smaller than the broker's own 512 MiB where there isn't
 * that much, and 64 MiB at the least. From 4.3 on the older key is ignored.
 */
function walKeys(version: RabbitMQVersion, highWatermarkBytes: number): Record<string, number> {
  const affordable = Math.floor(highWatermarkBytes / 3 / (16 * MEBIBYTE)) * 16 * MEBIBYTE;
  const key = version.isAtLeast('4.3') ? 'quorum_queue.wal_max_size_bytes' : 'raft.wal_max_size_bytes';
  return affordable >= 512 * MEBIBYTE ? {} : { [key]: Math.max(affordable, 64 * MEBIBYTE) };
}
