import { Duration, Size } from 'cdk8s';
import { RabbitMQConfigurationOptions, typedEntries } from '../../../lib/configuration/configuration';
import { RabbitMQDeprecatedFeature } from '../../../lib/configuration/groups/deprecated-features';
import { RabbitMQLogLevel } from '../../../lib/configuration/groups/logging';
import { RabbitMQQueueType } from '../../../lib/configuration/groups/queues';
import { RabbitMQVersion } from '../../../lib/rabbitmq/version';

const entriesOf = (configuration: RabbitMQConfigurationOptions, version: string) =>
  typedEntries(configuration, RabbitMQVersion.of(version));

/**
 * The last release without the key and the first one with it; two rows where a fix release of an older series has it
 * too.
 */
type Gate = readonly [field: string, configuration: RabbitMQConfigurationOptions, without: string, withKey: string];

const GATES: readonly Gate[] = [
  ['limits.channelMaxPerNode', { limits: { channelMaxPerNode: 1 } }, '3.12.12', '3.12.13'],
  ['limits.consumerMaxPerChannel', { limits: { consumerMaxPerChannel: 1 } }, '3.12.13', '3.12.14'],
  ['limits.consumerMaxPerChannel', { limits: { consumerMaxPerChannel: 1 } }, '3.13.0', '3.13.1'],
  ['limits.sessionMaxPerConnection', { limits: { sessionMaxPerConnection: 1 } }, '3.13.7', '4.0.1'],
  ['limits.linkMaxPerSession', { limits: { linkMaxPerSession: 1 } }, '3.13.7', '4.0.1'],
  ['limits.vhostMax', { limits: { vhostMax: 1 } }, '3.11.13', '3.11.14'],
  ['limits.queueMax', { limits: { queueMax: 1 } }, '3.13.2', '3.13.3'],
  ['limits.exchangeMax', { limits: { exchangeMax: 1 } }, '4.1.3', '4.1.4'],
  ['queues.defaultType', { queues: { defaultType: RabbitMQQueueType.QUORUM } }, '3.12.13', '3.12.14'],
  ['queues.defaultType', { queues: { defaultType: RabbitMQQueueType.QUORUM } }, '3.13.2', '3.13.3'],
  ['queues.consumerDisconnectedTimeout', { queues: { consumerDisconnectedTimeout: Duration.minutes(1) } }, '4.2.10', '4.3.0'],
  ['queues.quorumGroupSize', { queues: { quorumGroupSize: 5 } }, '4.0.9', '4.1.0'],
  ['queues.membershipReconciliation.enabled', { queues: { membershipReconciliation: {} } }, '3.12.14', '3.13.0'],
  ['queues.relaxedRedeclaration', { queues: { relaxedRedeclaration: true } }, '3.11.15', '3.11.16'],
  ['clustering.tags', { clustering: { tags: { region: 'eu' } } }, '4.0.3', '4.0.4'],
  ['logging.categories.user', { logging: { categories: { user: RabbitMQLogLevel.INFO } } }, '4.3.4', '4.3.5'],
  ['management.maxUploadSize', { management: { maxUploadSize: Size.mebibytes(1) } }, '3.11.23', '3.11.24'],
  ['management.maxUploadSize', { management: { maxUploadSize: Size.mebibytes(1) } }, '3.12.6', '3.12.7'],
  ['management.disableOperatorPolicyChanges', { management: { disableOperatorPolicyChanges: true } }, '3.10.18', '3.10.19'],
  ['management.disableOperatorPolicyChanges', { management: { disableOperatorPolicyChanges: true } }, '3.11.8', '3.11.9'],
  ['management.disableReplicaOperations', { management: { disableReplicaOperations: true } }, '3.11.21', '3.11.22'],
  ['management.disableReplicaOperations', { management: { disableReplicaOperations: true } }, '3.12.3', '3.12.4'],
  ['deprecatedFeatures.permit', { deprecatedFeatures: { permit: [RabbitMQDeprecatedFeature.GLOBAL_QOS] } }, '3.12.14', '3.13.0'],
  ['deprecatedFeatures.deny', { deprecatedFeatures: { deny: [RabbitMQDeprecatedFeature.GLOBAL_QOS] } }, '3.12.14', '3.13.0'],
];

describe('a prop whose key came later', () => {
  test.each(GATES)('%s %j is refused in %s', (field, configuration, without) => {
    expect(() => entriesOf(configuration, without)).toThrow(`configuration.${field} needs RabbitMQ `);
  });

  test.each(GATES)('%s %j is taken, not in %s, but in %s', (_field, configuration, _without, withKey) => {
    expect(entriesOf(configuration, withKey)).toHaveLength(1);
  });

  test('the refusal says which releases have it, the version and what to do', () => {
    expect(() => entriesOf({ limits: { exchangeMax: 1 } }, '3.10.25')).toThrow(new Error(
      'configuration.limits.exchangeMax needs RabbitMQ 4.1.4 or newer (version is 3.10.25). Remove it, or use another version'));
    expect(() => entriesOf({ limits: { consumerMaxPerChannel: 1 } }, '3.13.0')).toThrow(
      'configuration.limits.consumerMaxPerChannel needs RabbitMQ 3.12.14, or 3.13.1 or newer (version is 3.13.0)');
  });

  test('a series alone counts as its first release', () => {
    expect(() => entriesOf({ limits: { exchangeMax: 1 } }, '4.1')).toThrow('needs RabbitMQ 4.1.4 or newer (version is 4.1)');
    expect(entriesOf({ limits: { exchangeMax: 1 } }, '4.2')).toHaveLength(1);
  });

  test('the write-ahead log has the key that the release reads', () => {
    const configuration = { queues: { walMaxSize: Size.mebibytes(64) } };

    expect(entriesOf(configuration, '3.10.0')).toMatchObject([{ key: 'raft.wal_max_size_bytes', value: '67108864' }]);
    expect(entriesOf(configuration, '4.2.10')).toMatchObject([{ key: 'raft.wal_max_size_bytes', value: '67108864' }]);
    expect(entriesOf(configuration, '4.3.0')).toMatchObject([{ key: 'quorum_queue.wal_max_size_bytes', value: '67108864' }]);
  });

  test('limits have the names that every release knows, not those of 4.3', () => {
    for (const version of ['3.10.0', '4.2.6', '4.2.10', '4.3.0', '4.3.6']) {
      const keys = entriesOf({ limits: { connectionMax: 1, channelMax: 2 } }, version).map(entry => entry.key);

      expect(keys).toEqual(['connection_max', 'channel_max']);
    }
  });
});
