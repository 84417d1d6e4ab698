import { findings, rule, ruleForEach } from '../../lib/validation/rule';

interface Order {
  readonly size: number;
  readonly items: readonly string[];
}

const RULES = [
  rule<Order>({ id: 'too-big', severity: 'error', when: ({ size }) => size > 3, message: ({ size }) => `size is ${size}: 3 is the most` }),
  ruleForEach<Order, string>({
    id: 'unknown-item',
    severity: 'warning',
    each: ({ items }) => items,
    when: (item, { size }) => item.length > size,
    message: (item, { size }) => `item "${item}" has more than ${size} letters`,
  }),
];

describe('a rule table', () => {
  test('says nothing about what keeps its rules', () => {
    expect(findings(RULES, { size: 3, items: ['abc'] })).toEqual([]);
  });

  test('tells all that is wrong, in its order, an item each', () => {
    expect(findings(RULES, { size: 4, items: ['abcde', 'ab', 'abcdef'] })).toEqual([
      { rule: 'too-big', severity: 'error', message: 'size is 4: 3 is the most' },
      { rule: 'unknown-item', severity: 'warning', message: 'item "abcde" has more than 4 letters' },
      { rule: 'unknown-item', severity: 'warning', message: 'item "abcdef" has more than 4 letters' },
    ]);
  });
});
