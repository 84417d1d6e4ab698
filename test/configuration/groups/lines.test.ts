import { Duration, Size } from 'cdk8s';
import { RabbitMQConfigurationOptions, typedEntries } from '../../../lib/configuration/configuration';
import { renderConf } from '../../../lib/configuration/effective';
import { RabbitMQAuthenticationMechanism, RabbitMQPasswordHashing } from '../../../lib/configuration/groups/authentication';
import { RabbitMQPartitionHandling } from '../../../lib/configuration/groups/clustering';
import { RabbitMQDeprecatedFeature } from '../../../lib/configuration/groups/deprecated-features';
import { RabbitMQLogFormat, RabbitMQLogLevel } from '../../../lib/configuration/groups/logging';
import { RabbitMQRatesMode } from '../../../lib/configuration/groups/management';
import { RabbitMQMemoryCalculation } from '../../../lib/configuration/groups/memory';
import { RabbitMQLeaderLocator, RabbitMQQueueType } from '../../../lib/configuration/groups/queues';
import { findKey } from '../../../lib/configuration/keys/key-table';
import { RabbitMQVersion } from '../../../lib/rabbitmq/version';

type Groups = Required<Omit<RabbitMQConfigurationOptions, 'raw' | 'rabbitmqConf' | 'advancedConfig' | 'envConfig'>>;
/** Each prop with a value and its lines; the compiler sees to it that none is missing. */
type Samples<Group> = {
  readonly [Prop in keyof Group]-?: readonly [value: NonNullable<Group[Prop]>, ...lines: string[]];
};

const CMR = 'quorum_queue.continuous_membership_reconciliation';

const SAMPLES: { readonly [Name in keyof Groups]: Samples<Groups[Name]> } = {
  memory: {
    highWatermark: [0.5, 'vm_memory_high_watermark.relative = 0.5'],
    calculationStrategy: [RabbitMQMemoryCalculation.ALLOCATED, 'vm_memory_calculation_strategy = allocated'],
  },
  disk: {
    freeLimit: ['1.5Gi', 'disk_free_limit.absolute = 1610612736'],
  },
  limits: {
    maxMessageSize: [Size.mebibytes(8), 'max_message_size = 8388608'],
    connectionMax: [10_000, 'connection_max = 10000'],
    channelMax: [64, 'channel_max = 64'],
    channelMaxPerNode: [20_000, 'channel_max_per_node = 20000'],
    consumerMaxPerChannel: [100, 'consumer_max_per_channel = 100'],
    sessionMaxPerConnection: [16, 'session_max_per_connection = 16'],
    linkMaxPerSession: [32, 'link_max_per_session = 32'],
    vhostMax: [50, 'vhost_max = 50'],
    queueMax: [5000, 'cluster_queue_limit = 5000'],
    exchangeMax: [1000, 'cluster_exchange_limit = 1000'],
  },
  networking: {
    heartbeat: [Duration.minutes(1), 'heartbeat = 60'],
    handshakeTimeout: [Duration.seconds(5), 'handshake_timeout = 5000'],
    backlog: [4096, 'tcp_listen_options.backlog = 4096'],
    acceptors: [20, 'num_acceptors.tcp = 20'],
    proxyProtocol: [true, 'proxy_protocol = true'],
    tcpKeepalive: [true, 'tcp_listen_options.keepalive = true'],
    tcpNodelay: [false, 'tcp_listen_options.nodelay = false'],
  },
  queues: {
    defaultType: [RabbitMQQueueType.STREAM, 'default_queue_type = stream'],
    leaderLocator: [RabbitMQLeaderLocator.CLIENT_LOCAL, 'queue_leader_locator = client-local'],
    consumerTimeout: [Duration.hours(1), 'consumer_timeout = 3600000'],
    consumerDisconnectedTimeout: [Duration.minutes(2), 'consumer_disconnected_timeout = 120000'],
    quorumGroupSize: [5, 'quorum_queue.initial_cluster_size = 5'],
    membershipReconciliation: [
      { targetGroupSize: 5, interval: Duration.minutes(10), autoRemove: true },
      `${CMR}.enabled = true`,
      `${CMR}.target_group_size = 5`,
      `${CMR}.interval = 600000`,
      `${CMR}.auto_remove = true`,
    ],
    relaxedRedeclaration: [true, 'quorum_queue.property_equivalence.relaxed_checks_on_redeclaration = true'],
    walMaxSize: [Size.mebibytes(128), 'quorum_queue.wal_max_size_bytes = 134217728'],
  },
  clustering: {
    partitionHandling: [RabbitMQPartitionHandling.PAUSE_MINORITY, 'cluster_partition_handling = pause_minority'],
    netTickTime: [Duration.minutes(2), 'net_ticktime = 120'],
    tags: [{ region: 'eu-1', owner: 'team payments' }, 'cluster_tags.region = eu-1', 'cluster_tags.owner = team payments'],
  },
  logging: {
    level: [RabbitMQLogLevel.WARNING, 'log.console.level = warning'],
    format: [RabbitMQLogFormat.JSON, 'log.console.formatter = json'],
    singleLine: [true, 'log.console.formatter.single_line = on'],
    categories: [
      {
        other: RabbitMQLogLevel.NOTICE,
        user: RabbitMQLogLevel.INFO,
        ra: RabbitMQLogLevel.CRITICAL,
        upgrade: RabbitMQLogLevel.NONE,
        federation: RabbitMQLogLevel.DEBUG,
        queue: RabbitMQLogLevel.DEBUG,
        channel: RabbitMQLogLevel.ERROR,
        connection: RabbitMQLogLevel.WARNING,
      },
      'log.connection.level = warning',
      'log.channel.level = error',
      'log.queue.level = debug',
      'log.federation.level = debug',
      'log.upgrade.level = none',
      'log.ra.level = critical',
      'log.user.level = info',
      'log.default.level = notice',
    ],
  },
  management: {
    ratesMode: [RabbitMQRatesMode.DETAILED, 'management.rates_mode = detailed'],
    statisticsInterval: [Duration.seconds(15), 'collect_statistics_interval = 15000'],
    disableStats: [true, 'management.disable_stats = true'],
    pathPrefix: ['/rabbitmq', 'management.path_prefix = /rabbitmq'],
    maxUploadSize: [Size.mebibytes(20), 'management.http.max_body_size = 20971520'],
    sessionTimeout: [Duration.hours(1), 'management.login_session_timeout = 60'],
    disableOperatorPolicyChanges: [true, 'management.restrictions.operator_policy_changes.disabled = true'],
    disableReplicaOperations: [true, 'management.restrictions.quorum_queue_replica_operations.disabled = true'],
  },
  prometheus: {
    perObject: [true, 'prometheus.return_per_object_metrics = true'],
    path: ['/broker/metrics', 'prometheus.path = /broker/metrics'],
  },
  authentication: {
    mechanisms: [
      [RabbitMQAuthenticationMechanism.EXTERNAL, RabbitMQAuthenticationMechanism.PLAIN],
      'auth_mechanisms.1 = EXTERNAL',
      'auth_mechanisms.2 = PLAIN',
    ],
    passwordHashing: [RabbitMQPasswordHashing.SHA512, 'password_hashing_module = rabbit_password_hashing_sha512'],
  },
  deprecatedFeatures: {
    permit: [[RabbitMQDeprecatedFeature.GLOBAL_QOS], 'deprecated_features.permit.global_qos = true'],
    deny: [
      [RabbitMQDeprecatedFeature.MANAGEMENT_METRICS_COLLECTION, RabbitMQDeprecatedFeature.QUEUE_MASTER_LOCATOR],
      'deprecated_features.permit.management_metrics_collection = false',
      'deprecated_features.permit.queue_master_locator = false',
    ],
  },
};

const CASES = Object.entries<Readonly<Record<string, readonly [unknown, ...string[]]>>>(SAMPLES)
  .flatMap(([group, samples]) =>
    Object.entries(samples).map(([prop, [value, ...lines]]) => ({ group, prop, value, lines })));

describe('what each prop of the configuration writes', () => {
  test.each(CASES)('$group: $prop writes $lines and nothing else', ({ group, prop, value, lines }) => {
    const entries = typedEntries({ [group]: { [prop]: value } }, RabbitMQVersion.V4_3);

    expect(renderConf(entries)).toBe(lines.map(line => `${line}\n`).join(''));
  });

  test.each(CASES)('a broker takes what $group: $prop writes', ({ group, prop, value }) => {
    const { version } = RabbitMQVersion.V4_3;

    for (const entry of typedEntries({ [group]: { [prop]: value } }, RabbitMQVersion.V4_3)) {
      expect([entry.key, findKey(entry.key, version)?.type.check(entry.value)]).toEqual([entry.key, undefined]);
    }
  });

  test.each([
    ['memory.highWatermark', { memory: { highWatermark: 1 } }, 'vm_memory_high_watermark.relative = 1.0\n'],
    ['logging.singleLine', { logging: { singleLine: false } }, 'log.console.formatter.single_line = off\n'],
    ['disk.freeLimit', { disk: { freeLimit: '2G' } }, 'disk_free_limit.absolute = 2000000000\n'],
    ['disk.freeLimit', { disk: { freeLimit: '1.3Mi' } }, 'disk_free_limit.absolute = 1363149\n'],
    ['queues.membershipReconciliation', { queues: { membershipReconciliation: {} } }, `${CMR}.enabled = true\n`],
    ['queues.membershipReconciliation', { queues: { membershipReconciliation: { enabled: false } } }, `${CMR}.enabled = false\n`],
  ])('%s %j writes %j', (_field, configuration, lines) => {
    expect(renderConf(typedEntries(configuration, RabbitMQVersion.V4_3))).toBe(lines);
  });

  test('an enum has no member that a broker would refuse', () => {
    const members = [
      ...Object.values(RabbitMQMemoryCalculation).map(word => ['vm_memory_calculation_strategy', word]),
      ...Object.values(RabbitMQPartitionHandling).map(word => ['cluster_partition_handling', word]),
      ...Object.values(RabbitMQLogLevel).map(word => ['log.console.level', word]),
      ...Object.values(RabbitMQLogFormat).map(word => ['log.console.formatter', word]),
      ...Object.values(RabbitMQRatesMode).map(word => ['management.rates_mode', word]),
    ];

    expect(members.filter(([key, word]) => findKey(key, '4.3.5')?.type.check(word) !== undefined)).toEqual([]);
  });
});
