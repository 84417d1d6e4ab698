import { isDeepStrictEqual } from 'util';
import { alertingRules, fits } from '../../../lib/monitoring/alerts/prometheus-rule';
import { Alert } from '../../../lib/monitoring/alerts/alert';
import { RabbitMQAlertChangeOptions } from '../../../lib/monitoring/alerts/options';
import { ALERTS } from '../../../lib/monitoring/alerts/catalogue';
import { PromQL } from '../../../lib/monitoring/metrics/promql';
import { recordingGroups } from '../../../lib/monitoring/recording/recording-rules';
import { familiesOf } from '../../../lib/monitoring/scrape/targets';
import { WatchedCluster } from '../../../lib/monitoring/watched-cluster';
import { SERIES } from '../series';
import { CLUSTER, NAMESPACE } from './placeholders';

/** The clusters for which a rule exists in one form. Absent conditions hold for every cluster. */
interface Conditions {
  readonly series?: readonly string[];
  readonly tls?: boolean;
  readonly exporter?: boolean;
  /** Whether a topology is declared. */
  readonly topology?: boolean;
  /** What is expected of a queue: the expression is repeated for each queue with this key of `expect`. */
  readonly expects?: string;
  /** The smallest number of brokers. */
  readonly minReplicas?: number;
}

/** A cluster of which the library is asked for its rules. */
interface Situation {
  readonly series: string;
  readonly tls: boolean;
  readonly exporter: boolean;
  readonly topology: boolean;
  /** What is expected of a queue. */
  readonly expects: readonly string[];
  readonly replicas: number;
}

/** A cluster with numbers that no rule contains otherwise, and the placeholders of what rules compute from them. */
const REPLICAS = 7919;
const LIMIT = 999_983;
const WATERMARK = 688_455_270_400;
const CONNECTIONS = 1_680_700;
const MESSAGES = 67_231_000;
/** In place of the number that an alert compares with. */
const THRESHOLD = 48_611;
/** In place of the number that is expected of a queue. */
const EXPECTATION = 48_623;
const NUMBERS: Readonly<Record<string, number>> = {
  '%REPLICAS%': REPLICAS, '%REPLICAS_X10%': 10 * REPLICAS, '%REPLICAS_X50%': 50 * REPLICAS, '%LIMIT_BYTES%': LIMIT,
  '%CONNECTIONS%': CONNECTIONS, '%THRESHOLD%': THRESHOLD, '%EXPECTATION%': EXPECTATION, '%CHANNELS%': 4 * CONNECTIONS, '%MESSAGES%': MESSAGES, '%MESSAGES_TENTH%': MESSAGES / 10,
};
const SIZES = [1, 2, 3];
const EXPECTED: readonly (readonly string[])[] = [[], ['maxBacklog'], ['consumers'], ['maxBacklog', 'consumers']];

function watched({ series, tls, exporter, topology, expects }: Situation, replicas: number): WatchedCluster {
  return {
    name: CLUSTER, namespace: NAMESPACE, series: [series], replicas, tls, exporter,
    expectations: [{ vhost: '%VHOST%', queue: '%QUEUE%', ...Object.fromEntries(expects.map(key => [key, EXPECTATION])) }],
    topology: exporter && topology, detailedFamilies: familiesOf({}),
    serviceLevel: { publishing: 0.999, consuming: 0.99 },
    memoryBudget: { limitBytes: LIMIT, availableBytes: LIMIT, highWatermarkBytes: WATERMARK },
    promql: new PromQL({ namespace: `namespace="${NAMESPACE}"`, cluster: `rabbitmq_cluster="${CLUSTER}"`, series: [series] }),
  };
}

function placed(value: unknown): unknown {
  const text = Object.entries(NUMBERS).reduce(
    (json, [placeholder, number]) => json.replace(new RegExp(`(?<![\\d.])${number}(?![\\d.]*\\d)`, 'g'), placeholder),
    JSON.stringify(value),
  );
  return JSON.parse(text);
}

/** The same threshold for each alert that has one. */
function thresholdsOf(alerts: readonly Alert[]): Record<string, RabbitMQAlertChangeOptions> {
  return Object.fromEntries(alerts
    .filter(({ threshold }) => threshold !== undefined)
    .map(({ name }) => [name, { threshold: THRESHOLD }]));
}

/** A rule with the threshold that it has if values say no other. */
function withThreshold(rule: Rule, cluster: WatchedCluster): Rule {
  const { threshold } = ALERTS.find(({ name }) => name === rule.alert) ?? {};
  return threshold === undefined ? rule : { ...scaled(rule), threshold: String(threshold.default(cluster)) };
}

/** Some alerts compare with a share of their threshold: a rate of the error budget. */
const SHARES = [0.001, 0.01];

function shareOf(share: number): string {
  return String(Number((THRESHOLD * share).toPrecision(6)));
}

/** @throws if an alert with a threshold doesn't compare with it */
function scaled(rule: Rule): Rule {
  if (rule.expr.includes(String(THRESHOLD))) {
    return rule;
  }
  const share = SHARES.find(one => rule.expr.includes(shareOf(one)));
  if (share === undefined) {
    throw new Error(`${rule.alert ?? ''} compares with no known share of its threshold: ${rule.expr}`);
  }
  return { ...rule, share, expr: rule.expr.replaceAll(shareOf(share), String(THRESHOLD)) };
}

interface Rule {
  readonly expr: string;
  readonly threshold?: string;
  /** The share of the threshold that the alert compares with. */
  readonly share?: number;
  readonly alert?: string;
  readonly record?: string;
}

function rulesOf(situation: Situation): { name: string; rules: Rule[] }[] {
  const present = ALERTS.filter(alert => fits(alert, watched(situation, situation.replicas)));
  const cluster = watched(situation, REPLICAS);
  const [recording] = recordingGroups(cluster) as unknown as { name: string; rules: Rule[] }[];
  return placed([
    recording,
    { name: `rabbitmq.${CLUSTER}.alerts`, rules: alertingRules(present, cluster, { changes: thresholdsOf(present) }) },
  ].map(
    group => ({ ...group, rules: group.rules.map(plain).map(rule => withThreshold(rule, cluster)) }),
  )) as { name: string; rules: Rule[] }[];
}

/** A rule without the classes of generated code. */
function plain(rule: object): Rule {
  const { expr, ...rest } = rule as { expr: { value: unknown } };
  return { ...rest, expr: expr.value } as Rule;
}

const SITUATIONS: readonly Situation[] = SERIES.flatMap(series => [false, true].flatMap(tls =>
  [false, true].flatMap(exporter =>
    [false, true].flatMap(topology => EXPECTED.flatMap(expects =>
      SIZES.map(replicas => ({ series, tls, exporter, topology, expects, replicas })))))));

function holds({ series, tls, exporter, topology, expects, minReplicas }: Conditions, situation: Situation): boolean {
  return (series === undefined || series.includes(situation.series)) && (tls === undefined || tls === situation.tls)
    && (exporter === undefined || exporter === situation.exporter)
    && (topology === undefined || topology === situation.topology)
    && (expects === undefined || situation.expects.includes(expects)) && situation.replicas >= (minReplicas ?? 1);
}

/** @throws if a rule exists for clusters that these conditions can't describe */
function conditionsOf(name: string, found: readonly Situation[]): Conditions {
  const only = <T>(values: readonly T[]): T | undefined => (new Set(values).size === 1 ? values[0] : undefined);
  const series = SERIES.filter(one => found.some(situation => situation.series === one));
  const expected = found[0].expects.find(key => found.every(({ expects }) => expects.includes(key)));
  const smallest = Math.min(...found.map(({ replicas }) => replicas));
  const conditions: Conditions = {
    ...series.length < SERIES.length && { series },
    ...only(found.map(({ tls }) => tls)) !== undefined && { tls: found[0].tls },
    ...only(found.map(({ exporter }) => exporter)) !== undefined && { exporter: found[0].exporter },
    ...only(found.map(({ topology }) => topology)) !== undefined && { topology: found[0].topology },
    ...expected !== undefined && { expects: expected },
    ...smallest > 1 && { minReplicas: smallest },
  };
  if (!isDeepStrictEqual(SITUATIONS.filter(situation => holds(conditions, situation)), found)) {
    throw new Error(`${name} exists for clusters that conditions of files/prometheus-rules.yaml can't describe`);
  }
  return conditions;
}

/** The groups of recording rules and alerts, each rule with its conditions in `when`. */
export function ruleGroups(): object[] {
  const all = SITUATIONS.map(situation => ({ situation, groups: rulesOf(situation) }));
  return all[0].groups.map(({ name }, index) => ({
    name,
    rules: merged(all.map(({ situation, groups }) => ({ situation, rules: groups[index].rules }))),
  }));
}

function merged(all: readonly { readonly situation: Situation; readonly rules: readonly Rule[] }[]): object[] {
  const forms = new Map<string, { rule: Rule; found: Situation[] }>();
  for (const { situation, rules } of all) {
    for (const rule of rules) {
      const key = JSON.stringify(rule);
      const form = forms.get(key) ?? { rule, found: [] };
      forms.set(key, form);
      form.found.push(situation);
    }
  }
  const names = inOrder(all.map(({ rules }) => rules.map(nameOf)));
  return [...forms.values()]
    .sort((a, b) => names.indexOf(nameOf(a.rule)) - names.indexOf(nameOf(b.rule)))
    .map(({ rule, found }) => ({ when: conditionsOf(nameOf(rule), found), ...rule }));
}

function nameOf({ alert, record }: Rule): string {
  return alert ?? record ?? '';
}

/** Names in an order that agrees with each list, the longest first. */
function inOrder(lists: readonly (readonly string[])[]): string[] {
  const names: string[] = [];
  for (const list of [...lists].sort((a, b) => b.length - a.length)) {
    for (const [i, name] of list.entries()) {
      if (!names.includes(name)) {
        names.splice(names.indexOf(list[i - 1]) + 1, 0, name);
      }
    }
  }
  return names;
}
