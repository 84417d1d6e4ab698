import { textEntries } from '../../lib/configuration/conf-text';
import { brokerConfiguration, newChart, newCluster, quietly, synth } from '../support/synth';

const pairs = (conf: string): Record<string, string> =>
  Object.fromEntries(textEntries(conf).map(({ key, value }) => [key, value]));

describe('rabbitmq.conf as text', () => {
  test('has comments, empty lines and any space around keys and values', () => {
    expect(pairs('# limits\n\n  channel_max = 2047\r\nheartbeat=60 # seconds\n\tlog.console   =   true\t\n')).toEqual({ channel_max: '2047', heartbeat: '60', 'log.console': 'true' });
  });

  test('has values with "=", and with "#" in quotes', () => {
    expect(pairs('a = b=c\nmotd = \'one # two\' # a comment\ndotted\\.key = 1')).toEqual({ a: 'b=c', motd: '\'one # two\'', 'dotted\\.key': '1' });
  });

  test('is refused with each line that is no setting', () => {
    expect(() => textEntries('channel_max = 1\n[{rabbit, []}].\n\nnot a setting = 1\n')).toThrow(
      'configuration.rabbitmqConf line 2 is "[{rabbit, []}].", configuration.rabbitmqConf line 4 is "not a setting = …": write key = value',
    );
    expect(() => textEntries('channel_max 1\nheartbeat =\nmotd = ok\na =\n')).toThrow(
      /line 1 is "channel_max 1": write key = value, .*\n.* line 2 "heartbeat" is "": .*\n.* line 4 "a" is "": /,
    );
    expect(() => textEntries('heartbeat =')).toThrow('configuration.rabbitmqConf line 1 "heartbeat" is ""');
  });

  test('does not print what follows a wrong key', () => {
    expect(() => textEntries('default pass = hunter2')).toThrow(expect.not.objectContaining({ message: expect.stringContaining('hunter2') }));
  });

  test('is in the configuration of the brokers, before typed props and after raw keys', () => {
    const configuration = { rabbitmqConf: 'channel_max = 100\nheartbeat = 30\n', raw: { heartbeat: '20' } };
    const conf = quietly(() => brokerConfiguration(synth(newCluster({ configuration }))));
    expect(conf).toMatchObject({ channel_max: '100', heartbeat: '20' });
  });

  test('is checked as keys are, by line', () => {
    const errors = (rabbitmqConf: string): string =>
      quietly(() => newCluster({ configuration: { rabbitmqConf } }).node.validate().join());
    expect(errors('# a\nchanel_max = 1')).toMatch(/configuration\.rabbitmqConf line 2 "chanel_max" is not a key of RabbitMQ/);
    expect(errors('heartbeat = often')).toMatch(/configuration\.rabbitmqConf line 1 "heartbeat" is often: it must be/);
    expect(errors('channel_max = 100')).toBe('');
  });

  test('has no key of raw without a value, as of a variable that is not set', () => {
    const raw = { heartbeat: '20', channel_max: undefined as unknown as string };
    expect(quietly(() => brokerConfiguration(synth(newCluster({ configuration: { raw } }))))).not.toHaveProperty('channel_max');
  });

  test('with a key twice, or in raw too, is warned about', () => {
    const warnings = (configuration: object): string => newCluster({ configuration }, newChart()).warnings.join();
    expect(warnings({ rabbitmqConf: 'heartbeat = 30\nheartbeat = 60' })).toMatch(
      /configuration\.rabbitmqConf line 1 "heartbeat" is 30, and configuration\.rabbitmqConf line 2 "heartbeat" is 60: .*\[configuration-key-twice\]/,
    );
    expect(warnings({ rabbitmqConf: 'heartbeat = 30', raw: { heartbeat: '60' } })).toMatch(/line 1 "heartbeat" is 30, and configuration\.raw "heartbeat" is 60/);
  });
});
