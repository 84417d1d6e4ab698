import { byteQuantity, cpuQuantity, formatBytes, parseQuantity, positiveQuantity } from '../../lib/kubernetes/quantity';

describe('a quantity', () => {
  test.each([
    ['0', 0],
    ['1', 1],
    ['1.5Gi', 1610612736],
    ['1.Gi', 1073741824],
    ['.5Gi', 536870912],
    ['2G', 2e9],
    ['2Ki', 2048],
    ['2k', 2000],
    ['3M', 3e6],
    ['3Mi', 3145728],
    ['1T', 1e12],
    ['1Ti', 2 ** 40],
    ['1P', 1e15],
    ['1Pi', 2 ** 50],
    ['1E', 1e18],
    ['1Ei', 2 ** 60],
    ['1e9', 1e9],
    ['1E9', 1e9],
    ['12E2', 1200],
    ['1.5e3', 1500],
    ['5e-1', 0.5],
    ['500m', 0.5],
    ['100u', 1e-4],
    ['+2', 2],
    ['-1', -1],
    ['2147483648', 2147483648],
  ])('%s is %d', (text, value) => {
    expect(parseQuantity(text)).toBeCloseTo(value, 9);
  });

  test.each([['32.3G', 32_300_000_000], ['9.7M', 9_700_000], ['4.35T', 4_350_000_000_000], ['1.1k', 1100]])('%s is exactly %d', (text, value) => {
    expect(parseQuantity(text)).toBe(value);
  });

  test.each(['', ' ', '2 Gi', '2gi', '2GB', '2g', '2K', 'Gi', '1e', '1e1.5', '1e3Mi', '1_000', '0x10', 'two', '1,5Gi', 'NaN', 'Infinity', '.', '2Gi\n'])(
    '%j is none', (text) => {
      expect(parseQuantity(text)).toBeUndefined();
    },
  );

  test.each(['0', '0Gi', '-1Gi', 'lots', ''])('above zero is not %j, which the message names with an example', (text) => {
    expect(() => positiveQuantity('storage.size', text, '10Gi')).toThrow(
      `storage.size is "${text}": it must be a Kubernetes quantity above zero, such as "10Gi"`,
    );
  });

  test('above zero is the smallest that there is', () => {
    expect(positiveQuantity('storage.size', '1n', '10Gi')).toBeCloseTo(1e-9);
  });
});

describe('bytes', () => {
  test.each([['2', '2 B'], ['512m', '0.512 B'], ['1048575', '1024 KiB'], ['1Ki', '1 KiB']])('%s has a unit that was forgotten', (text, bytes) => {
    expect(() => byteQuantity('resources.memoryLimit', text, '2Gi')).toThrow(`resources.memoryLimit is "${text}", which is ${bytes}: write a number and a unit, such as "2Gi"`);
  });

  test('are 1 MiB or more', () => {
    expect(byteQuantity('resources.memoryLimit', '1048576', '2Gi')).toBe(2 ** 20);
  });
});

describe('CPU', () => {
  test.each([['500', 500], ['100', 100], ['1k', 1000], ['2Gi', 2 ** 31]])('%s has a unit that was forgotten', (text, cores) => {
    expect(() => cpuQuantity('resources.cpuLimit', text, '2')).toThrow(`resources.cpuLimit is "${text}", which is ${cores} cores: write thousandths of a core with the unit "m", such as "500m"`);
  });

  test.each([['99.5', 99.5], ['500m', 0.5], ['100000m', 100], ['2', 2]])('%s is %d cores', (text, cores) => {
    expect(cpuQuantity('resources.cpuLimit', text, '2')).toBe(cores);
  });
});

test.each([[0, '0 B'], [1023, '1023 B'], [1024, '1 KiB'], [1536, '1.5 KiB'], [2 ** 20, '1 MiB'], [2 ** 30, '1 GiB'], [1.25 * 2 ** 30, '1.3 GiB'], [3 * 2 ** 40, '3072 GiB']])(
  '%d bytes are %s to a person', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  },
);
