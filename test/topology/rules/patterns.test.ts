import { exampleOf, globAsPattern, isGlob, isReadable, isUnanchored, matchesAll, matchesName } from '../../../lib/topology/rules/patterns';

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
    ['(?i)^BILL', 'billing', true], ['^[[:alpha:]]+$', 'billing', true], ['^[[:digit:]]+$', 'billing', false], ['\\Abill', 'billing', true], ['^b++', 'billing', true], ['ill', 'billing', true], ['^ill', 'billing', false], ['', 'x', true], ['^(a|b)+$', 'abab', true], ['^(a|b)+$', 'abc', false],
  ])('%s matches %s: %s', (pattern, name, matches) => {
    expect(matchesName(pattern, name, !matches)).toBe(matches);
  });

  test.each(['^(?|a|b)', '^\\Qa\\E', '(?x) ^ a', '^\\p{L}', '^a\\h'])('that only RabbitMQ can read is left to the rule: %s', (pattern) => {
    expect([true, false].map(unknown => matchesName(pattern, 'a', unknown))).toEqual([true, false]);
    expect(isReadable(pattern)).toBe(false);
  });

  test('that takes too long is left to the rule', () => {
    expect([true, false].map(unknown => matchesName('^(a+)+$', `${'a'.repeat(60)}!`, unknown))).toEqual([true, false]);
    expect(isReadable('^(a+)+$')).toBe(false);
  });

  test.each([['^tmp\\.', 'tmp.'], ['^tmp\\.a$', 'tmp.a'], ['^a.*', 'a'], ['^(a|b)', undefined], ['tmp', undefined], ['^\\d', undefined]])('%s certainly matches %s', (pattern, name) => {
    expect(exampleOf(pattern)).toBe(name);
  });
});
