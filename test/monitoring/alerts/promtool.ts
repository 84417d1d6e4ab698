import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Yaml } from 'cdk8s';
import { AlertCase, ExpectedAlert } from './alert-case';
import { ALERT_CASES } from './cases';
import { RabbitMQMonitoring, RabbitMQVirtualHost } from '../../../lib';
import { RUNBOOKS } from '../../../lib/monitoring/alerts/prometheus-rule';
import { Manifest } from '../../support/manifest';
import { newChart, newCluster } from '../../support/synth';

const IDENTITY = { namespace: 'shop', rabbitmq_cluster: 'orders' };

/** The groups of rules that a case is about: `orders` in the namespace `shop`, as the case has it. */
export function ruleGroupsOf({ cluster: props, monitoring, topology }: Pick<AlertCase, 'cluster' | 'monitoring' | 'topology'>): any[] {
  const chart = newChart({ namespace: 'shop' });
  const cluster = newCluster({ name: 'orders', replicas: 3, ...props }, chart);
  new RabbitMQMonitoring(chart, 'Monitoring', { cluster, ...monitoring });
  if (topology) {
    const orders = new RabbitMQVirtualHost(chart, 'Orders', { cluster, name: 'orders' });
    orders.addQueue('billing').expect({ maxBacklog: 100, consumers: 2 });
    orders.addQueue('other');
  }
  return (chart.toJson() as Manifest[]).filter(({ kind }) => kind === 'PrometheusRule').flatMap(({ spec }) => spec.groups);
}

/** The promtool test of a case, on the rules in a file, whose groups promtool would evaluate in any order otherwise. */
function promtoolTest(
  { alert, fires, firesToo = [], quiet, quietToo = [] }: AlertCase,
  rules: string,
  groups: readonly string[],
  rule: any,
): object {
  const check = (at: string, alerts: readonly ExpectedAlert[]): object => ({
    eval_time: at,
    alertname: alert,
    exp_alerts: alerts.map(({ labels = {}, summary }) => ({
      exp_labels: { ...IDENTITY, severity: rule.labels.severity, ...labels },
      exp_annotations: {
        summary,
        description: filled(rule.annotations.description, { ...IDENTITY, ...labels }),
        runbook_url: `${RUNBOOKS}/${alert}.md`,
      },
    })),
  });
  return {
    rule_files: [rules],
    evaluation_interval: '1m',
    group_eval_order: groups,
    tests: [
      ...[fires, ...firesToo].map(({ series, at, alerts, later }) => ({
        interval: '1m',
        input_series: inputSeries(series),
        alert_rule_test: [...(minutes(at) === 0 ? [] : [check(`${minutes(at) - 1}m`, [])]), check(at, alerts), ...(later ? [check(later.at, later.alerts)] : [])],
      })),
      ...[quiet, ...quietToo].map(({ series, at }) => ({ interval: '1m', input_series: inputSeries(series), alert_rule_test: [check(at, [])] })),
    ],
  };
}

/** A description with the labels that it names. */
function filled(text: string, labels: Record<string, string>): string {
  return text.replace(/\{\{ \$labels\.(\w+) \}\}/g, (_, name: string) => labels[name] ?? '');
}

function inputSeries(series: Readonly<Record<string, string>>): object[] {
  const identity = Object.entries(IDENTITY).map(([name, value]) => `${name}="${value}"`).join(',');
  return Object.entries(series).map(([name, values]) => ({ series: name.replace('@', identity), values }));
}

function minutes(time: string): number {
  const match = /^(?:(\d+)h)?(?:(\d+)m)?$/.exec(time);
  if (match === null || time === '') {
    throw new Error(`"${time}" is no time in hours and minutes, such as 1h30m`);
  }
  return Number(match[1] ?? 0) * 60 + Number(match[2] ?? 0);
}

/** Writes a file of rules and a file of tests for each case. */
function write(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const testCase of ALERT_CASES) {
    const groups = ruleGroupsOf(testCase);
    const rule = groups.flatMap(({ rules }) => rules).find(({ alert }) => alert === testCase.alert);
    if (rule === undefined) {
      throw new Error(`${testCase.alert} is not among the rules of its case`);
    }
    const rules = `${testCase.alert}.rules.yaml`;
    writeFileSync(join(folder, rules), Yaml.stringify({ groups }));
    writeFileSync(join(folder, `${testCase.alert}.test.yaml`), Yaml.stringify(promtoolTest(testCase, rules, groups.map(({ name }) => name), rule)));
  }
}

if (require.main === module) {
  write(process.argv[2]);
}
