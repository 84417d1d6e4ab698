import { bytes, bytesUntil312, byteSize } from '../../../lib/configuration/keys/byte-types';
import {
  addressWithPort, addressWithPortOrNone, crlCheck, httpsUrl, ipAddress, listener, port, tlsVersion, verifyMode,
} from '../../../lib/configuration/keys/network-types';
import {
  atom, boolean, byte, decimal, duration, enumeration, erlangTerm, file, flag, integer, nonNegative,
  nonNegativeOrInfinity, oneOf, onlyNone, positive, positiveOrInfinity, regex, removed, secret, string, taggedSecret,
  ValueType,
} from '../../../lib/configuration/keys/value-type';

/** Each type with values just inside and just outside of what brokers take. */
const cases: readonly [name: string, type: ValueType, inside: readonly string[], outside: readonly string[]][] = [
  ['string', string, ['a', 'a b', '\'a # b\''], ['', ' ', 'a # b', 'a\nb']],
  ['atom', atom, ['PLAIN', 'rabbit@a.b', 'a'.repeat(255)], ['', 'a b', 'a'.repeat(256)]],
  ['file', file, ['/etc/rabbitmq/ca.crt', 'ca.crt'], ['', '/etc/a\n/etc/b']],
  ['secret', secret, ['abc:def', '$ecret'], ['', 'a#b']],
  ['taggedSecret', taggedSecret, ['abc', 'a-b:c', 'abc:', 'encrypted:YWJj'], ['', 'abc:def', '\'abc:def\'', 'a#b']],
  ['regex', regex, ['.*', '^(?i)a$', 'a++', '[]a]'], ['', '(', 'a)', '[a']],
  ['boolean', boolean, ['true', 'false'], ['on', 'True', '1', '']],
  ['flag', flag, ['on', 'off'], ['true', '']],
  ['onlyNone', onlyNone, ['none'], ['5672', 'false']],
  ['enumeration', enumeration('a', 'b'), ['a', 'b'], ['c', 'a,b', '']],
  ['integer with both limits', integer({ min: 1, max: 65535 }), ['1', '+1', '65535'], ['0', '65536', '1.0', '1KB', '']],
  ['integer', integer(), ['-1', '0', '+1'], ['1.0', 'a', '']],
  ['nonNegative', nonNegative, ['0', '4294967296'], ['-1', 'infinity']],
  ['positive', positive, ['1'], ['0', '-1']],
  ['byte', byte, ['0', '255'], ['-1', '256']],
  ['nonNegativeOrInfinity', nonNegativeOrInfinity, ['0', 'infinity'], ['-1', 'unlimited']],
  ['positiveOrInfinity', positiveOrInfinity, ['1', 'infinity'], ['0', 'unlimited']],
  ['decimal', decimal({ min: 0, max: 1 }), ['0.0', '0.6', '1.0', '6.0e-1'], ['1', '0', '.6', '1.01', '-0.1', '60%']],
  ['decimal without its limits', decimal({ min: 0, max: 1, exclusive: true }), ['0.01', '0.99'], ['0.0', '1.0']],
  ['decimal without a maximum', decimal({ min: 0 }), ['0.0', '12.5'], ['12', '-0.1']],
  ['duration', duration, ['1s', '500ms', '1h30m', '1.5h', '.5s', '1W'], ['0s', '10', '1 s', '1y', '']],
  ['erlangTerm', erlangTerm, ['{constant, true}', '[{administrator, {constant, false}}]', '{constant, true}.'], ['true', '{constant', '']],
  ['oneOf', oneOf(enumeration('off'), duration), ['off', '10s'], ['on', '10']],
  ['bytes', bytes, ['0', '1073741824', '512k', '2M', '1G', '1kB', '2GB', '1TB', '1gb', '1Ki', '2Mi', '1Gi', '1Ti', '1GiB', '1gib'],
    ['1T', '1.5GB', '1Pi', '1PB', '1 GB', '-1', '1mB', '1gi', 'GB', '']],
  ['bytesUntil312', bytesUntil312, ['1', '512k', '2M', '1G', '2GB', '1GiB', '1gib'], ['1Gi', '1Ki', '1TB', '1TiB', '1.5GB', '']],
  ['byteSize', byteSize(), ['0', '131072', '128KB', '128kb', '1MB', '1GB'], ['128kB', '128Kb', '1KiB', '1.5MB', '-1', '1TB', '']],
  ['byteSize with both limits', byteSize({ min: 1, max: 1_000_000 }), ['1', '1000000', '976KB'], ['0', '1000001', '977KB', '1MB']],
  ['port', port, ['1', '65535'], ['0', '65536', 'amqp']],
  ['ipAddress', ipAddress, ['0.0.0.0', '255.255.255.255', '::', '::1', 'fe80::1', '::ffff:1.2.3.4'],
    ['[::1]', '256.0.0.1', '1.2.3', '1.2.3.4.', '1::2::3', ':', '::1]:80/[', 'localhost', '0.0.0.0:80']],
  ['addressWithPort', addressWithPort, ['0.0.0.0:5672', '::1:5672', ':::5672'],
    ['5672', '[::1]:5672', '0.0.0.0:0', '0.0.0.0', 'localhost:5672']],
  ['addressWithPortOrNone', addressWithPortOrNone, ['none', '0.0.0.0:15674'], ['15674', 'off']],
  ['listener', listener, ['5672', '127.0.0.1:5672', '::1:5672'], ['0', '65536', 'none', '[::1]:5672', '127.0.0.1']],
  ['httpsUrl', httpsUrl, ['https://a', 'https://a.b/c?d=e'], ['http://a', 'https://', 'https://a b', 'a']],
  ['tlsVersion', tlsVersion, ['tlsv1.2', 'tlsv1.3'], ['TLSv1.2', '1.2', 'sslv3']],
  ['verifyMode', verifyMode, ['verify_peer', 'verify_none'], ['peer', 'true']],
  ['crlCheck', crlCheck, ['true', 'peer', 'best_effort'], ['verify_peer']],
];

describe('value types', () => {
  test.each(cases)('%s takes what brokers take', (_name, type, inside) => {
    expect(inside.filter(value => type.check(value) !== undefined)).toEqual([]);
  });

  test.each(cases)('%s refuses what brokers refuse, and says what they take', (_name, type, _inside, outside) => {
    expect(outside.filter(value => !type.check(value)?.startsWith(type.describe()))).toEqual([]);
  });

  test('a value that the broker fills in at start is not checked', () => {
    expect(nonNegative.check('$(HEARTBEAT)')).toBeUndefined();
    expect(taggedSecret.check('prefix:$(PASSWORD)')).toBeUndefined();
    expect(nonNegative.check('$HEARTBEAT')).toBeDefined();
  });

  test('a key that stops the broker takes nothing, and names what to use', () => {
    expect(removed('other.key').check('1')).toBe('no value: it stops the broker, use other.key');
    expect(removed('other.key').check('$(VALUE)')).toBeDefined();
  });

  test.each<[ValueType, string, string]>([
    [integer({ min: 1, max: 536870912 }), '0', 'an integer from 1 to 536870912'],
    [nonNegative, '-1', 'an integer, 0 or more'],
    [boolean, 'yes', 'true or false'],
    [enumeration('a', 'b', 'c'), 'd', 'a, b or c'],
    [nonNegativeOrInfinity, '-1', 'infinity, or an integer, 0 or more'],
    [decimal({ min: 0, max: 1 }), '1', 'a number with a decimal point from 0 to 1'],
    [onlyNone, '5672', 'only none (other values go to the keys below it)'],
    [string, 'a#b', 'text on one line (a # starts a comment)'],
  ])('what is allowed is said in words (%#)', (type, value, message) => {
    expect(type.check(value)).toBe(message);
  });

  test.each([
    ['1T', 'a broker reads no T alone'],
    ['1.5GB', 'a broker reads no decimals'],
    ['1PiB', 'a broker miscounts petabytes'],
  ])('the refusal of %s as an amount of bytes says why', (value, why) => {
    expect(bytes.check(value)).toBe(`${bytes.describe()} (${why})`);
  });

  test('no refusal repeats a secret', () => {
    expect(taggedSecret.check('user:hunter2')).not.toContain('hunter2');
    expect(secret.check('hunter2#')).not.toContain('hunter2');
  });
});
