import { requireSchedule, requireTimeZone } from '../../lib/kubernetes/cron';

describe('a schedule', () => {
  test.each(['* * * * *', '0 0 1 1 0', '59 23 31 12 6', '*/15 0-6 * * MON', '0 3 * jan-MAR sun,sat', '0,30 1-20/2 ? * *'])('%s is accepted', (schedule) => {
    expect(() => { requireSchedule('schedule', schedule); }).not.toThrow();
  });

  test.each([
    ['60 3 * * *', 'minute is "60". Use numbers from 0 to 59, ranges such as 0-59, "*" or steps such as "*/2"'],
    ['0 24 * * *', 'hour is "24". Use numbers from 0 to 23'],
    ['0 3 0 * *', 'day is "0". Use numbers from 1 to 31'],
    ['0 3 * 13 *', 'month is "13"'],
    ['0 3 * * 7', 'weekday is "7". Use numbers from 0 to 6'],
    ['0 x * * *', 'hour is "x"'],
    ['0 6-3 * * *', 'hour is "6-3"'],
    ['*/0 * * * *', 'minute is "*/0"'],
    ['0 3 * * foo', 'weekday is "foo"'],
  ])('%s is refused', (schedule, message) => {
    expect(() => { requireSchedule('schedule', schedule); }).toThrow(`schedule is "${schedule}": its ${message}`);
  });

  test.each(['0 3 * *', '@daily', ''])('"%s" is refused, which has no 5 fields', (schedule) => {
    expect(() => { requireSchedule('schedule', schedule); }).toThrow('it must have a minute, hour, day, month and weekday, such as "0 3 * * *"');
  });
});

test('a time zone is one of the IANA database', () => {
  expect(() => { requireTimeZone('timeZone', 'Europe/Berlin'); }).not.toThrow();
  expect(() => { requireTimeZone('timeZone', 'Etc/UTC'); }).not.toThrow();
  expect(() => { requireTimeZone('timeZone', 'America/Port-au-Prince'); }).not.toThrow();
  for (const wrong of ['europe/berlin', 'EUROPE/BERLIN', '+02:00', 'Local', '']) {
    expect(() => { requireTimeZone('timeZone', wrong); }).toThrow(`timeZone is "${wrong}": it must be a time zone`);
  }
  expect(() => { requireTimeZone('timeZone', 'Mars/Base'); }).toThrow('timeZone is "Mars/Base": it must be a time zone of the IANA database, such as "Europe/Berlin"');
});
