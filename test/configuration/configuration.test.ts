import { Duration, Size } from 'cdk8s';
import { rawEntries, RabbitMQConfigurationOptions, typedEntries } from '../../lib/configuration/configuration';
import { RabbitMQDeprecatedFeature } from '../../lib/configuration/groups/deprecated-features';
import { RabbitMQVersion } from '../../lib/rabbitmq/version';

const ONE_LINE = 'it must be one line, not empty, without space around it and "#" outside quotes';

const typed = (configuration: RabbitMQConfigurationOptions) => typedEntries(configuration, RabbitMQVersion.V4_3);

describe('the typed configuration', () => {
  test('nothing given writes nothing', () => {
    expect(typed({})).toEqual([]);
    expect(typed({ queues: {}, limits: { queueMax: undefined } })).toEqual([]);
    expect(typed({ raw: { heartbeat: '5' }, advancedConfig: '[].', envConfig: 'A=1' })).toEqual([]);
  });

  test('each entry names the prop that it comes from', () => {
    expect(typed({
      queues: { consumerTimeout: Duration.minutes(10), membershipReconciliation: { targetGroupSize: 3 } },
    })).toEqual([
      { key: 'consumer_timeout', value: '600000', origin: 'typed', field: 'configuration.queues.consumerTimeout' },
      {
        key: 'quorum_queue.continuous_membership_reconciliation.enabled',
        value: 'true',
        origin: 'typed',
        field: 'configuration.queues.membershipReconciliation.enabled',
      },
      {
        key: 'quorum_queue.continuous_membership_reconciliation.target_group_size',
        value: '3',
        origin: 'typed',
        field: 'configuration.queues.membershipReconciliation.targetGroupSize',
      },
    ]);
  });

  test('the order of the props does not show', () => {
    const one = typed({ memory: { highWatermark: 0.5 }, limits: { vhostMax: 1, queueMax: 2 } });
    const other = typed({ limits: { queueMax: 2, vhostMax: 1 }, memory: { highWatermark: 0.5 } });

    expect(other).toEqual(one);
  });
});

describe('a prop that cannot be right', () => {
  const wholeSeconds = 'it must be a whole number of seconds above zero';
  const milliseconds = 'it must be a whole number of milliseconds above zero';
  const number = 'it must be a whole number above zero';
  const share = 'it must be a share from 0.01 to 1, such as 0.6';
  const quantity = 'it must be a Kubernetes quantity above zero, such as "2Gi"';
  const path = 'it must be a path that starts with a slash and doesn\'t end with one, such as "/rabbitmq"';

  test.each<[RabbitMQConfigurationOptions, string]>([
    [{ networking: { heartbeat: Duration.seconds(0) } }, `configuration.networking.heartbeat is 0 ms: ${wholeSeconds}`],
    [{ networking: { heartbeat: Duration.millis(1500) } }, `configuration.networking.heartbeat is 1500 ms: ${wholeSeconds}`],
    [{ queues: { consumerTimeout: Duration.seconds(0) } }, `configuration.queues.consumerTimeout is 0 ms: ${milliseconds}`],
    [{ queues: { consumerTimeout: Duration.millis(0.5) } }, `configuration.queues.consumerTimeout is 0.5 ms: ${milliseconds}`],
    [{ management: { sessionTimeout: Duration.seconds(90) } },
      'configuration.management.sessionTimeout is 90000 ms: it must be a whole number of minutes above zero'],
    [{ limits: { maxMessageSize: Size.kibibytes(0) } },
      'configuration.limits.maxMessageSize is 0 bytes: it must be a whole number of bytes above zero'],
    [{ limits: { maxMessageSize: Size.kibibytes(0.0001) } },
      'configuration.limits.maxMessageSize is 0.1024 bytes: it must be a whole number of bytes above zero'],
    [{ limits: { queueMax: 0 } }, `configuration.limits.queueMax is 0: ${number}`],
    [{ limits: { queueMax: -1 } }, `configuration.limits.queueMax is -1: ${number}`],
    [{ limits: { queueMax: 1.5 } }, `configuration.limits.queueMax is 1.5: ${number}`],
    [{ limits: { queueMax: NaN } }, `configuration.limits.queueMax is NaN: ${number}`],
    [{ disk: { freeLimit: '2 GB' } }, `configuration.disk.freeLimit is "2 GB": ${quantity}`],
    [{ disk: { freeLimit: '0' } }, `configuration.disk.freeLimit is "0": ${quantity}`],
    [{ memory: { highWatermark: 0 } }, `configuration.memory.highWatermark is 0: ${share}`],
    [{ memory: { highWatermark: 0.009 } }, `configuration.memory.highWatermark is 0.009: ${share}`],
    [{ memory: { highWatermark: 1.01 } }, `configuration.memory.highWatermark is 1.01: ${share}`],
    [{ memory: { highWatermark: NaN } }, `configuration.memory.highWatermark is NaN: ${share}`],
    [{ queues: { defaultType: 'mirrored' as never } },
      'configuration.queues.defaultType is "mirrored": it must be one of quorum, classic, stream'],
    [{ authentication: { mechanisms: [] } }, 'configuration.authentication.mechanisms is empty: it must have at least one entry. Add one, or remove it'],
    [{ authentication: { mechanisms: ['PLAIN\nx = y' as never] } },
      'configuration.authentication.mechanisms is "PLAIN\nx = y": it must be one of PLAIN, AMQPLAIN, EXTERNAL'],
    [{ clustering: { tags: { 'a.b': 'c' } } },
      'configuration.clustering.tags has a tag "a.b": its name must be of letters, digits, "-" and "_"'],
    [{ clustering: { tags: { team: 'a # b' } } },
      `configuration.clustering.tags.team is "a # b": ${ONE_LINE}`],
    [{ deprecatedFeatures: {
      permit: [RabbitMQDeprecatedFeature.GLOBAL_QOS], deny: [RabbitMQDeprecatedFeature.GLOBAL_QOS],
    } },
    'configuration.deprecatedFeatures has "global_qos" both in permit and in deny. Remove it from one'],
  ])('%j', (configuration, message) => {
    expect(() => typed(configuration)).toThrow(new Error(message));
  });

  test.each(['', 'rabbitmq', '/', '/rabbitmq/', '//rabbitmq', '/rabbit mq', '/a#b', '/a\n'])('the path %j', (pathPrefix) => {
    expect(() => typed({ management: { pathPrefix } })).toThrow(`configuration.management.pathPrefix is "${pathPrefix}": ${path}`);
  });

  test('the values just inside are taken', () => {
    const entries = typed({
      memory: { highWatermark: 0.01 },
      limits: { queueMax: 1, maxMessageSize: Size.kibibytes(1 / 1024) },
      queues: { consumerTimeout: Duration.millis(1) },
      management: { pathPrefix: '/a/b-c.d' },
    });

    expect(entries.map(entry => entry.value)).toEqual(['0.01', '1', '1', '1', '/a/b-c.d']);
  });
});

describe('raw keys', () => {
  test('they are entries as they stand, sorted by key', () => {
    expect(rawEntries({ 'b.c-d_1': 'x = y', a: '\'#1\'', 'x\\.y.z': '1' })).toEqual([
      { key: 'a', value: '\'#1\'', origin: 'raw', field: 'configuration.raw' },
      { key: 'b.c-d_1', value: 'x = y', origin: 'raw', field: 'configuration.raw' },
      { key: 'x\\.y.z', value: '1', origin: 'raw', field: 'configuration.raw' },
    ]);
  });

  test.each(['', '.a', 'a.', 'a..b', 'a b', 'a=b', '# a', 'a\nb', 'a\n'])('a broker could not read the key %j', (key) => {
    expect(() => rawEntries({ [key]: '1' })).toThrow(
      `configuration.raw has a key ${JSON.stringify(key)}: it must be words of letters, digits, "-" and "_" with dots between them`);
  });

  const misread = ['', ' ', ' 1', '1 ', '1\n', 'a\nb = c', 'a\rb', 'a # b', '#a', '\'a\'#', '\'a\nb\''];

  test.each(misread)('a broker would read another value than %j', (value) => {
    expect(() => rawEntries({ heartbeat: value })).toThrow(`configuration.raw["heartbeat"] is ${JSON.stringify(value)}: ${ONE_LINE}`);
  });
});
