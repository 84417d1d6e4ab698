import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PromQL } from '../../../lib/monitoring/metrics/promql';
import { METRICS } from '../../../lib/monitoring/metrics/table';
import { unknownMetrics } from '../../../lib/monitoring/metrics/unknown';
import { SERIES } from '../../../lib/rabbitmq/series';

/** The names that brokers of some series exposed, on all paths together. */
const EXPOSED: Readonly<Record<string, string[]>> = JSON.parse(readFileSync(join(__dirname, 'exposed.json'), 'utf8'));

const position = (series: string): number => SERIES.findIndex(({ name }) => name === series);

/** The names that the table says brokers of a series have. */
function expected(series: string): Set<string> {
  return new Set(METRICS
    .filter(({ source }) => source === undefined)
    .filter(({ since, until }) => (since === undefined || position(series) >= position(since))
      && (until === undefined || position(series) <= position(until)))
    .map(({ name, formerly }) =>
      (formerly !== undefined && position(series) <= position(formerly.until) ? formerly.name : name)));
}

function promql(...series: string[]): PromQL {
  return new PromQL({ namespace: 'namespace="shop"', cluster: 'rabbitmq_cluster="orders"', series });
}

describe('the table', () => {
  test.each(Object.keys(EXPOSED))('has every metric that a broker of %s exposed', (series) => {
    const names = expected(series);
    expect(EXPOSED[series].length).toBeGreaterThan(150);
    expect(EXPOSED[series].filter(name => !names.has(name))).toEqual([]);
  });

  test.each(Object.keys(EXPOSED))('says of little that wasn\'t seen that brokers of %s have it: detailed families, and figures of classic queues', (series) => {
    const seen = new Set(EXPOSED[series]);
    const unseen = [...expected(series)].filter(name =>
      !seen.has(name) && !/^rabbitmq_(?:detailed|memory|queue|channel|stream|raft|consumer)_/.test(name));
    expect(unseen.length).toBeLessThan(12);
  });

  test('has each name once', () => {
    const names = METRICS.flatMap(({ name, formerly }) => [name, ...(formerly ? [formerly.name] : [])]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

describe('PromQL', () => {
  const IDENTITY = 'namespace="shop",rabbitmq_cluster="orders"';

  test('asks for the cluster\'s samples', () => {
    expect(promql('4.3').of('rabbitmq_connections', 'pod="orders-0"')).toBe(`rabbitmq_connections{${IDENTITY},pod="orders-0"}`);
    expect(promql('4.3').over('rate', 'rabbitmq_connections_opened_total', '5m')).toBe(`rate(rabbitmq_connections_opened_total{${IDENTITY}}[5m])`);
    expect(promql('4.3').predicted('rabbitmq_disk_space_available_bytes', '1h', 60)).toBe(`predict_linear(rabbitmq_disk_space_available_bytes{${IDENTITY}}[1h], 60)`);
    expect(promql('4.3').ago('rabbitmq_connections', '2m')).toBe(`rabbitmq_connections{${IDENTITY}} offset 2m`);
  });

  test('asks for a metric by the name of the series, and by both in a fleet', () => {
    expect(promql('4.2').of('rabbitmq_raft_commit_index')).toBe(`rabbitmq_raft_commit_index{${IDENTITY}}`);
    expect(promql('4.1').of('rabbitmq_raft_commit_index')).toBe(`rabbitmq_raft_log_commit_index{${IDENTITY}}`);
    expect(promql('4.1', '4.2').of('rabbitmq_raft_commit_index')).toBe(`(rabbitmq_raft_commit_index{${IDENTITY}} or rabbitmq_raft_log_commit_index{${IDENTITY}})`);
  });

  test('knows what a series has', () => {
    expect(promql('4.2').has('rabbitmq_alarms_file_descriptor_limit')).toBe(true);
    expect(promql('4.3').has('rabbitmq_alarms_file_descriptor_limit')).toBe(false);
    expect(promql('4.0').has('rabbitmq_detailed_queue_info')).toBe(false);
    expect(promql('4.1').has('rabbitmq_detailed_queue_info')).toBe(true);
    expect(() => promql('4.3').of('rabbitmq_alarms_file_descriptor_limit')).toThrow('is in none of 4.3');
    expect(() => promql('4.3').of('rabbitmq_memory_used')).toThrow('the table of metrics has no rabbitmq_memory_used');
  });

  test('asks those who know no clusters by namespace only, or not even by that', () => {
    expect(promql('4.3').of('kube_statefulset_replicas')).toBe('kube_statefulset_replicas{namespace="shop"}');
    expect(new PromQL({ cluster: 'rabbitmq_cluster="orders"', series: ['4.3'] }).of('kube_statefulset_replicas')).toBe('kube_statefulset_replicas');
  });
});

describe('an expression of a user', () => {
  test.each([
    ['rabbitmq_memory_used > rabbitmq_memory_total * 0.9', [['rabbitmq_memory_used', 'rabbitmq_process_resident_memory_bytes'], ['rabbitmq_memory_total', 'rabbitmq_resident_memory_limit_bytes']]],
    ['rabbitmq_conections > 5', [['rabbitmq_conections', 'rabbitmq_connections']]],
    ['rabbitmq_up == 0', [['rabbitmq_up', 'up']]],
    ['rabbitmq_nothing_like_any_name_of_a_metric_there_is > 5', [['rabbitmq_nothing_like_any_name_of_a_metric_there_is', undefined]]],
  ])('%s asks for what nobody has', (expression, found) => {
    expect(unknownMetrics(expression)).toEqual(found.map(([name, nearest]) => ({ name, nearest })));
  });

  test.each([
    'sum by (rabbitmq_cluster) (rabbitmq_connections{rabbitmq_version="4.3.6"}) > 5',
    'rabbitmq:publishing_failures:ratio_1h > 0.1',
    'rabbitmq_raft_log_commit_index > 1',
    'label_replace(up, "rabbitmq_thing", "$1", "pod", "(.*)") > 0',
    'rabbitmq_build_info * on (rabbitmq_node) group_left(rabbitmq_cluster) up',
  ])('%s asks for nothing that isn\'t there', (expression) => {
    expect(unknownMetrics(expression)).toEqual([]);
  });
});
