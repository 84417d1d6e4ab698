import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALERT_CASES } from './cases';
import { ruleGroupsOf } from './promtool';
import { ALERTS } from '../../../lib/monitoring/alerts/catalogue';

const RUNBOOKS = join(__dirname, '../../../docs/runbooks');
const SECTIONS = ['Diagnose', 'Resolve', 'Prevent'];
const BOXES = { critical: 'CAUTION', warning: 'WARNING', info: 'NOTE' };
const names = ALERTS.map(({ name }) => name);

test('each alert has one case that promtool runs, and each case an alert', () => {
  expect(ALERT_CASES.map(({ alert }) => alert).sort()).toEqual([...names].sort());
});

test('each alert has a runbook', () => {
  const pages = readdirSync(RUNBOOKS).filter(file => file.startsWith('RabbitMQ')).map(file => file.replace(/\.md$/, ''));
  expect(pages.sort()).toEqual([...names].sort());
});

test.each(ALERTS)('the runbook of $name starts with severity, impact and the first command, and has three sections', ({ name, severity }) => {
  const page = readFileSync(join(RUNBOOKS, `${name}.md`), 'utf8');
  const lines = page.split('\n');
  expect(lines[0]).toBe(`# ${name}`);
  expect(lines[2]).toBe(`> [!${BOXES[severity]}]`);
  expect(lines[3]).toMatch(new RegExp(`^> \\*\\*${severity}\\.\\*\\* .+`, 'i'));
  expect(lines[5]).toMatch(/^> \*\*First:\*\* .+/);
  expect([...page.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual(SECTIONS);
});

/** Alerts on a state without a number. */
const WITHOUT_VALUE = new Set([
  'RabbitMQClusterDown', 'RabbitMQNodeDown', 'RabbitMQPodNotStarting', 'RabbitMQBootTakesLong', 'RabbitMQPodTerminatingTooLong', 'RabbitMQVolumeNotBound', 'RabbitMQExporterDown',
  'RabbitMQDeprecatedFeaturesUsed', 'RabbitMQNodeJoined', 'RabbitMQNodeLeft', 'RabbitMQScalingWaits',
]);

test('each alert has its value in its summary, unless it has none', () => {
  expect(ALERTS.filter(({ summary }) => !summary.includes('$value')).map(({ name }) => name).sort()).toEqual([...WITHOUT_VALUE].sort());
});

test.each(ALERT_CASES)('$alert names what it is about, in a line', ({ alert, ...options }) => {
  const rule = ruleGroupsOf(options).flatMap(({ rules }) => rules).find(candidate => candidate.alert === alert);
  expect(rule.annotations.summary).toMatch(/orders|\$labels\.(?:pod|queue)/);
  expect(rule.annotations.summary).not.toContain('\n');
  expect(`${rule.annotations.summary} ${rule.annotations.description}`).toMatch(/cluster orders/i);
  expect(rule.labels).toMatchObject({ namespace: 'shop', rabbitmq_cluster: 'orders' });
});
