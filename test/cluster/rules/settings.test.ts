import { isSecret, stated } from '../../../lib/cluster/rules/settings';
import { keysOf } from '../../../lib/configuration/keys/key-table';
import { secret, taggedSecret } from '../../../lib/configuration/keys/value-type';

const entry = (key: string): Parameters<typeof stated>[0] => ({ key, value: 'hunter2', origin: 'raw', field: 'configuration.raw' });

describe('secrets in messages', () => {
  test.each(['3.10.0', '3.13.7', '4.0.9', '4.2.9', '4.3.5'])('every key of %s that holds one is known for it', (version) => {
    const secrets = keysOf(version).filter(({ type }) => type === secret || type === taggedSecret);
    expect(secrets.length).toBeGreaterThan(10);
    expect(secrets.filter(({ key }) => !isSecret(entry(key))).map(({ key }) => key)).toEqual([]);
  });

  test('their values are not stated', () => {
    expect(stated(entry('default_pass'))).toBe('configuration.raw "default_pass" is set');
    expect(stated(entry('ssl_options.key.RSAPrivateKey'))).toBe('configuration.raw "ssl_options.key.RSAPrivateKey" is set');
    expect(stated(entry('ssl_options.keyfile'))).toBe('configuration.raw "ssl_options.keyfile" is hunter2');
  });
});
