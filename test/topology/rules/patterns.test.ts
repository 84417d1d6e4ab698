import { globAsPattern, isGlob, isUnanchored, matchesAll, matchesName } from '../../../lib/topology/rules/patterns';

describe('a pattern', () => {
  test.each(['web*', '*', '*.paid', 'web-*', 'orders.web*', 'web*|^shop', '^*'])('%s is a glob', (pattern) => {
    expect(isGlob(pattern)).toBe(true);
  });

  test.each(['^a', '.*', 'orders.*', '^web.*', '[a-z]*', '(web)*', '\\d*', '^web*', 'web\\*', 'a+', '', 'a{2,3}'])('%s is no glob', (pattern) => {
    expect(isGlob(pattern)).toBe(false);
  });

  test.each(['web', 'a|^b', '^a|b', '[^a]b', '\\^a', '(a|^b)', '(?i)web', 'order.*.paid', 'web\\$', '(?!amq).', '(^a)?b', 'x(^a)'])('%s is unanchored', (pattern) => {
    expect(isUnanchored(pattern)).toBe(true);
  });

  test.each(['^a', '^a|^b', '(^a|^b)', '(?:^a)b', '(?i)^a', '\\Aa', '.*', '.+', '.*web', '\\.dlq$', '^(a|b)', '(?<x>^a)', '', '^[|]|^b', '\\\\$'])('%s is anchored', (pattern) => {
    expect(isUnanchored(pattern)).toBe(false);
  });

  test.each([['web*', '^web.*'], ['*.paid', '^.*\\.paid'], ['web*|shop*', '^web.*|^shop.*']])('%s is meant as %s', (glob, pattern) => {
    expect(globAsPattern(glob)).toBe(pattern);
  });

  test.each([['.*', true], ['', true], ['^', true], ['^.*$', true], ['(?:.*)', true], ['^$', false], ['.', false], ['^a.*', false]])('%s matches everything: %s', (pattern, all) => {
    expect(matchesAll(pattern)).toBe(all);
  });

  test.each([
    ['(?i)^BILL', 'billing', true], ['^[[:alpha:]]+$', 'billing', true], ['^[[:digit:]]+$', 'billing', false], ['\\Abill', 'billing', true], ['^b++', 'billing', true], ['ill', 'billing', true], ['^ill', 'billing', false], ['', 'x', true],
  ])('%s matches %s: %s', (pattern, name, matches) => {
    expect(matchesName(pattern, name, !matches)).toBe(matches);
  });

  test('that only RabbitMQ can read is left to the rule', () => {
    expect([matchesName('^(?|a|b)', 'a', true), matchesName('^(?|a|b)', 'a', false)]).toEqual([true, false]);
  });
});
