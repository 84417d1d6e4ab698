import { resultText } from '../../src/cli/commands/rehearse';
import { styleFor } from '../../src/cli/output/style';
import { REHEARSAL_FAULTS } from '../../src/rehearse/faults';

const LEDGER = {
  queue: 'rabbitmq-k8s.rehearse-1-0', published: 300, confirmed: 300, received: 300, lost: 0, duplicated: 2, outOfOrder: 0, longestGapMs: 840, longestConsumingGapMs: 1210,
};

const RESULT = { namespace: 'shop', name: 'orders', brokers: 3, lost: 0, faults: [{ fault: 'crash', wholeS: 14, lost: 0, queues: [LEDGER, { ...LEDGER, longestGapMs: 120 }] }] };

test('a rehearsal prints a line per fault, with the longest gap of all queues', () => {
  expect(resultText(RESULT, styleFor({}))).toBe([
    '✔ shop/orders: 3 brokers, no confirmed message was lost',
    'FAULT  CONFIRMED  LOST  TWICE  PUBLISHING GAP  CONSUMING GAP  RECOVERED AFTER',
    'crash  600        0     4      0.8 s           1.2 s          14 s',
  ].join('\n'));
});

test('a rehearsal that lost messages says so first', () => {
  expect(resultText({ ...RESULT, lost: 3 }, styleFor({}))).toMatch(/^✘ shop\/orders: 3 brokers, 3 confirmed messages were lost/);
});

test('only the outage has to be named', () => {
  expect(REHEARSAL_FAULTS.filter(({ isOutage }) => isOutage).map(({ name }) => name)).toEqual(['all-pods']);
});
