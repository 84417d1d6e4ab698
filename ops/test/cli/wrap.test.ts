import { wrapped } from '../../src/cli/output/wrap';

test('a line of the width stays, and a longer one continues below its text', () => {
  expect(wrapped('12345 7890', 10)).toBe('12345 7890');
  expect(wrapped('12345 78901', 10)).toBe('12345\n  78901');
  expect(wrapped('  do    one two three', 16)).toBe('  do    one two\n        three');
});

test('a label keeps the text that does not fit anywhere', () => {
  expect(wrapped('  do    "a long command that stays"', 16)).toBe('  do    "a long command that stays"');
});

test('a table continues in its last column that has room', () => {
  expect(wrapped('6m  Warning  a readiness probe failed', 30)).toBe('6m  Warning  a readiness probe\n             failed');
});

test.each([
  ['run "rabbitmq-k8s repair -n shop -c orders" now', 'run\n  "rabbitmq-k8s repair -n shop -c orders"\n  now'],
  ['read it: kubectl -n shop logs orders-0', 'read it:\n  kubectl -n shop logs orders-0'],
])('%s stays a command that can be pasted', (line, expected) => {
  expect(wrapped(line, 20)).toBe(expected);
});

test('styles take no room', () => {
  expect(wrapped('\x1b[31m12345\x1b[39m 7890', 10)).toBe('\x1b[31m12345\x1b[39m 7890');
});
