import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { RabbitMQWarnings } from '../../lib';
import { Rule, rule } from '../../lib/validation/rule';
import { Validation, WARNING_METADATA } from '../../lib/validation/validation';
import { newChart, newCluster } from '../support/synth';

const RULES: readonly Rule<number>[] = [
  rule({ id: 'too-many', severity: 'warning', when: count => count > 2, message: count => `count is ${count}: use 2 or fewer` }),
  rule({ id: 'negative', severity: 'error', when: count => count < 0, message: count => `count is ${count}: use 0 or more` }),
];

const TEXT = 'count is 3: use 2 or fewer [too-many]';

let printed: jest.SpyInstance;
beforeEach(() => (printed = jest.spyOn(process.stderr, 'write').mockReturnValue(true)));
afterEach(() => { printed.mockRestore(); });

function construct(count: number, chart: Chart = newChart(), id = 'Part', options = {}): [Construct, Validation<number>] {
  const scope = new Construct(chart, id);
  return [scope, new Validation(scope, RULES, () => count, options)];
}

describe('validation of a construct', () => {
  test('reports what the rules find, and nothing inside their limits', () => {
    expect(construct(3)[1].warnings).toEqual([TEXT]);
    expect(construct(2)[1].warnings).toEqual([]);
    expect(construct(-1)[0].node.validate()).toEqual(['count is -1: use 0 or more [negative]']);
    expect(construct(0)[0].node.validate()).toEqual([]);
  });

  test('adds each warning once to the metadata of the construct', () => {
    const [scope] = construct(3);
    scope.node.validate();
    scope.node.validate();
    expect(scope.node.metadata.map(({ type, data }) => [type, data])).toEqual([[WARNING_METADATA, { id: 'too-many', message: 'count is 3: use 2 or fewer' }]]);
  });

  test('prints each warning once per app, with the path of its construct', () => {
    const app = new App();
    const charts = ['one', 'two'].map(id => new Chart(app, id));
    charts.forEach((chart) => { construct(3, chart); });
    charts.forEach((chart) => { chart.toJson(); });
    expect(printed.mock.calls.flat()).toEqual([`warning: [one/Part] ${TEXT}\n`, `warning: [two/Part] ${TEXT}\n`]);
  });

  test('runs the rules again only after a change', () => {
    const check = jest.fn(() => []);
    let key = 'a';
    const validation = new Validation(new Construct(newChart(), 'Part'), [{ id: 'x', severity: 'warning', check }], () => 1, {}, () => key);
    expect([validation.warnings, validation.warnings]).toEqual([[], []]);
    expect(check).toHaveBeenCalledTimes(1);
    key = 'b';
    expect(validation.warnings).toEqual([]);
    expect(check).toHaveBeenCalledTimes(2);
  });

  test('refuses to acknowledge a warning that has no rule, and names the closest', () => {
    expect(() => construct(1, newChart(), 'Part', { acknowledgedWarnings: ['to-many'] })).toThrow('[test/Part] acknowledgedWarnings has "to-many": no warning has this name. Did you mean "too-many"?');
  });
});

describe('RabbitMQWarnings', () => {
  test('acknowledges a warning of a whole subtree, also under strict', () => {
    const chart = newChart();
    const [, lenient] = construct(3, chart);
    const [strict] = construct(3, chart, 'Strict', { strict: true });
    expect(strict.node.validate()).toEqual([TEXT]);
    RabbitMQWarnings.of(chart).acknowledge('too-many');
    expect(lenient.warnings).toEqual([]);
    expect(strict.node.validate()).toEqual([]);
    chart.toJson();
    expect(printed).not.toHaveBeenCalled();
  });

  test('acknowledges nothing outside of its subtree', () => {
    const app = new App();
    const [one, two] = ['one', 'two'].map(id => new Chart(app, id));
    RabbitMQWarnings.of(one).acknowledge('too-many');
    expect([construct(3, one)[1].warnings, construct(3, two)[1].warnings]).toEqual([[], [TEXT]]);
  });

  test('fails the synth if no construct of the subtree has such a warning', () => {
    const chart = newChart();
    construct(3, chart);
    RabbitMQWarnings.of(chart).acknowledge('to-many');
    expect(() => chart.toJson()).toThrow('[test] acknowledge() was called with "to-many": no warning has this name. Did you mean "too-many"?');
  });

  test('lists warnings with path and id', () => {
    const chart = newChart();
    newCluster({ replicas: 4 }, chart);
    construct(3, chart);
    expect(RabbitMQWarnings.of(chart).list().map(({ path, id }) => [path, id])).toEqual([['test/Cluster', 'replicas-even'], ['test/Part', 'too-many']]);
  });

  test('are not printed when silenced, and still listed', () => {
    const chart = newChart();
    construct(3, chart);
    RabbitMQWarnings.of(chart).silence();
    chart.toJson();
    expect(printed).not.toHaveBeenCalled();
    expect(RabbitMQWarnings.of(chart).list()).toHaveLength(1);
  });
});
