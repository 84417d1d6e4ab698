import { RabbitMQVersion } from '../../lib';

const SERIES = [
  { series: '3.10', newest: '3.10.25', ends: '2022-09-28', over: true, api: true, khepri: false, next: ['3.11'] },
  { series: '3.11', newest: '3.11.28', ends: '2023-06-01', over: true, api: true, khepri: false, next: ['3.12'] },
  { series: '3.12', newest: '3.12.14', ends: '2024-02-21', over: true, api: true, khepri: false, next: ['3.13'] },
  { series: '3.13', newest: '3.13.7', ends: '2024-09-18', over: true, api: true, khepri: false, next: ['4.0', '4.1', '4.2'] },
  { series: '4.0', newest: '4.0.9', ends: '2025-04-15', over: true, api: true, khepri: false, next: ['4.1', '4.2'] },
  { series: '4.1', newest: '4.1.8', ends: '2026-01-31', over: true, api: false, khepri: false, next: ['4.2'] },
  { series: '4.2', newest: '4.2.10', ends: '2026-07-31', over: true, api: false, khepri: true, next: ['4.3'] },
  { series: '4.3', newest: '4.3.6', ends: '2026-11-30', over: false, api: false, khepri: true, next: [] },
];

describe('a release', () => {
  test.each(SERIES)('of series $series is known with what is true of the series', ({ series, ...facts }) => {
    const version = RabbitMQVersion.of(series);
    expect(version).toMatchObject({
      version: series, series, newestOfSeries: facts.newest, supportEnds: facts.ends, isExact: false,
    });
    expect(version.isOutOfSupport).toBe(facts.over);
    expect(version.discoversPeersThroughApi).toBe(facts.api);
    expect(version.usesKhepri).toBe(facts.khepri);
    expect(version.upgradesTo).toEqual(facts.next);
  });

  test('the constants are the newest release of each series', () => {
    const { V3_10, V3_11, V3_12, V3_13, V4_0, V4_1, V4_2, V4_3 } = RabbitMQVersion;
    expect([V3_10, V3_11, V3_12, V3_13, V4_0, V4_1, V4_2, V4_3].map(String))
      .toEqual(SERIES.map(({ newest }) => newest));
  });

  test('the newest of all is 4.3.6', () => {
    expect(RabbitMQVersion.NEWEST.version).toBe('4.3.6');
    expect(RabbitMQVersion.NEWEST.isExact).toBe(true);
  });

  test('any patch of a known series can be asked for', () => {
    expect(RabbitMQVersion.of('4.2.7')).toMatchObject({ version: '4.2.7', series: '4.2', newestOfSeries: '4.2.10' });
  });

  test.each(['3.9', '3.9.29', '4.4', '4.4.0', '5.0', '4', '4.3.', 'v4.3', '4.3.6-management', '4.3.6.1', '', ' 4.3', 'latest'])('"%s" is refused with those that are known', (text) => {
    expect(() => RabbitMQVersion.of(text)).toThrow(
      `version "${text}" is not a RabbitMQ release that this library knows: use one of the series 3.10 to 4.3, such as "4.3.6"`,
    );
  });

  test('what a caller does to the list of upgrades stays with the caller', () => {
    RabbitMQVersion.V4_2.upgradesTo.push('5.0');
    expect(RabbitMQVersion.V4_2.upgradesTo).toEqual(['4.3']);
  });
});

describe('the order of releases', () => {
  test.each([
    ['4.3.6', '4.3.6', true],
    ['4.3.6', '4.3.7', false],
    ['4.3.6', '4.3', true],
    ['4.3.6', '4.2.10', true],
    ['4.2.10', '4.2.9', true],
    ['4.2.9', '4.2.10', false],
    ['4.0.9', '4.1', false],
    ['4.0.0', '3.13.7', true],
    ['3.10.25', '3.9', true],
    ['3.13.7', '4.0', false],
    ['4.3', '4.3', true],
    ['4.3', '4.3.0', true],
    ['4.3', '4.3.1', false],
    ['4.3', '4.2.99', true],
  ])('%s is at least %s: %s', (mine, theirs, expected) => {
    expect(RabbitMQVersion.of(mine).isAtLeast(theirs)).toBe(expected);
  });
});
