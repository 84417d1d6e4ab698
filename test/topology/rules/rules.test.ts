import { NAME_CASES } from './cases/names';
import { PERMISSION_CASES } from './cases/permissions';
import { POLICY_CASES } from './cases/policies';
import { QUEUE_CASES } from './cases/queues';
import { REFERENCE_CASES } from './cases/references';
import { Case, check } from './check';
import { TOPOLOGY_RULES } from '../../../lib/topology/rules';

const CASES: readonly Case[] = [
  ...NAME_CASES, ...REFERENCE_CASES, ...QUEUE_CASES, ...POLICY_CASES, ...PERMISSION_CASES,
];

describe.each(TOPOLOGY_RULES.map(({ id, severity }) => ({ id, severity })))('$id', ({ id, severity }) => {
  const cases = CASES.filter(one => one.id === id).map(one => ({ ...one, about: one.about ?? '' }));

  test('has a case', () => {
    expect(cases).not.toEqual([]);
  });

  test.each(cases)('$about just outside is found', ({ outside, release, mqtt, says }) => {
    expect(check(outside, release, mqtt).filter(({ rule }) => rule === id))
      .toMatchObject([{ rule: id, severity, message: expect.stringMatching(says) }]);
  });

  test.each(cases)('$about just inside is not found, and no error is', ({ inside, release, insideRelease, mqtt }) => {
    const found = check(inside, insideRelease ?? release, mqtt);
    expect(found.filter(finding => finding.rule === id || finding.severity === 'error')).toEqual([]);
  });
});

test('a finding names the construct to change', () => {
  expect(check((orders) => { orders.addQueue('a'); })).toMatchObject([{ rule: 'queue-unreached', path: 'test/Orders/queue-a' }]);
});

test('each case is of a rule', () => {
  expect(CASES.map(({ id }) => id).filter(id => !TOPOLOGY_RULES.some(rule => rule.id === id))).toEqual([]);
});

test('each rule has a name of its own', () => {
  const ids = TOPOLOGY_RULES.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
});
