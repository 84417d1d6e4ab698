import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Diagram, diagramOf } from '../../src/diagram/graph';
import { manifestsIn } from '../../src/diagram/read';
import { dotOf, svgOf } from '../../src/diagram/svg';
import { ExitCode } from '../../src/core/errors';
import { runMain } from '../support/surroundings';

const read = (profile: string): string => readFileSync(join(__dirname, '../../../dist/k8s', `${profile}.k8s.yaml`), 'utf8');
const prod = manifestsIn(read('prod'), 'prod');
const diagram = diagramOf(prod);
const related = (from: string, to: string): string | undefined =>
  diagram.relations.find(relation => relation.from === from && relation.to === to)?.what;

describe('the diagram of the prod profile', () => {
  test('has every object once, and what they name beside', () => {
    expect(diagram.objects.filter(({ given }) => given)).toHaveLength(prod.length);
    expect(diagram.objects.filter(({ given }) => !given).map(({ kind, name }) => `${kind} ${name}`)).toEqual(expect.arrayContaining([
      'Secret rabbitmq-prod-credentials', 'Secret rabbitmq-prod-erlang-cookie', 'Issuer rabbitmq',
    ]));
  });

  test.each([
    ['Service/production/rabbitmq-prod', 'StatefulSet/production/rabbitmq-prod', 'routes to'],
    ['Service/production/rabbitmq-prod-nodes', 'StatefulSet/production/rabbitmq-prod', 'routes to'],
    ['PodDisruptionBudget/production/rabbitmq-prod', 'StatefulSet/production/rabbitmq-prod', 'guards'],
    ['NetworkPolicy/production/rabbitmq-prod', 'StatefulSet/production/rabbitmq-prod', 'closes'],
    ['StatefulSet/production/rabbitmq-prod', 'ConfigMap/production/rabbitmq-prod-config', 'mounts'],
    ['StatefulSet/production/rabbitmq-prod', 'ServiceAccount/production/rabbitmq-prod', 'runs as'],
    ['StatefulSet/production/rabbitmq-prod', 'PersistentVolumeClaim/production/rabbitmq-data-rabbitmq-prod-…', 'one each'],
    ['Certificate/production/rabbitmq-prod-tls', 'Issuer/production/rabbitmq', 'issued by'],
    ['HTTPRoute/production/rabbitmq-prod-management', 'Service/production/rabbitmq-prod', 'routes to'],
    ['ServiceMonitor/production/rabbitmq-prod', 'Service/production/rabbitmq-prod', 'scrapes'],
  ])('%s and %s: %s', (from, to, what) => {
    expect(related(from, to)).toBe(what);
  });

  test('draws no line to pods of another label, nor from a monitor to a Service that it doesn\'t choose', () => {
    expect(related('PodDisruptionBudget/production/rabbitmq-prod', 'Deployment/production/rabbitmq-prod-exporter')).toBeUndefined();
    expect(related('ServiceMonitor/production/rabbitmq-prod', 'Service/production/rabbitmq-prod-nodes')).toBeUndefined();
  });

  test('is an SVG with each name, the same each time, and loads nothing', async () => {
    const svg = await svgOf(diagram);
    for (const { name } of diagram.objects) {
      expect(svg).toContain(`>${name.replace(/-/g, '&#45;')}</text>`);
    }
    expect(svg.match(/https?:\/\/[^"' ]*/g)?.filter(url => !url.includes('w3.org'))).toEqual([]);
    expect(await svgOf(diagramOf(manifestsIn(read('prod'), 'prod')))).toBe(svg);
  });
});

test('names with quotes and brackets stay names', async () => {
  const strange = diagramOf([{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a"<b>&' } }]);
  expect(dotOf(strange)).toContain('"ConfigMap//a\\"<b>&"');
  expect(await svgOf(strange)).toContain('a&quot;&lt;b&gt;&amp;');
});

test('a List is what it holds', () => {
  expect(manifestsIn('kind: List\nitems: [{kind: Secret, metadata: {name: a}}]', 'x')).toHaveLength(1);
});

test.each([
  ['a: [', /^file\.yaml is no YAML: /],
  ['a: 1', 'file.yaml has a document that is no Kubernetes object: it needs kind and metadata.name'],
])('%s is refused', (yaml, message) => {
  expect(() => manifestsIn(yaml, 'file.yaml')).toThrow(message);
});

describe('the command', () => {
  const pod = (name: string): string => `kind: Pod\nmetadata: { name: ${name} }\n`;
  const folder = mkdtempSync(join(tmpdir(), 'diagram-'));
  const file = join(folder, 'a.yaml');
  writeFileSync(file, pod('from-a-file'));
  afterAll(() => { rmSync(folder, { recursive: true }); });

  test.each([
    [['-'], ['from-stdin']],
    [[file, '-'], ['from-a-file', 'from-stdin']],
    [['-', file], ['from-a-file', 'from-stdin']],
    [[file, '-', '--out', '-'], ['from-a-file', 'from-stdin']],
  ])('diagram %j draws all of them', async (files, names) => {
    const { code, stdout, stderr } = await runMain(['diagram', ...files, '-o', 'json'], undefined, { input: pod('from-stdin') });
    expect(stderr).toBe('');
    expect(code).toBe(ExitCode.OK);
    expect((JSON.parse(stdout) as Diagram).objects.map(({ name }) => name).sort()).toEqual(names);
  });

  test.each([
    [['-'], '', 'no Kubernetes object found in the standard input'],
    [['-'], 'a: [', /^error: the standard input is no YAML: /],
    [[file, '--out', join(folder, 'none', 'a.svg')], '', /a\.svg can't be written: .*ENOENT/],
  ])('diagram %j with "%s" is wrong usage', async (args, input, message) => {
    const { code, stderr } = await runMain(['diagram', ...args], undefined, { input });
    expect(stderr).toEqual(typeof message === 'string' ? expect.stringContaining(message) : expect.stringMatching(message));
    expect(code).toBe(ExitCode.USAGE);
  });
});
