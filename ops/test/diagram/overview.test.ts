import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagramOf } from '../../src/diagram/graph';
import type { Lane } from '../../src/diagram/lanes';
import { type Overview, type OverviewBox, overviewOf } from '../../src/diagram/overview';
import { overviewSvg } from '../../src/diagram/overview-svg';
import { manifestsIn } from '../../src/diagram/read';
import { runMain } from '../support/surroundings';

const FOLDER = join(__dirname, '../../../dist/k8s');

function overview(yaml: string): Overview {
  const manifests = manifestsIn(yaml, 'yaml');
  return overviewOf(manifests, diagramOf(manifests));
}

const read = (profile: string): string => readFileSync(join(FOLDER, `${profile}.k8s.yaml`), 'utf8');
const prod = overview(read('prod'));
const inLane = (lane: Lane, { boxes } = prod): OverviewBox[] => boxes.filter(box => box.lane === lane);
const titles = (lane: Lane): string[] => inLane(lane).map(({ kind, name }) => (kind === 'outside' ? name : `${kind} ${name}`.trim()));

describe('overview of the prod profile', () => {
  test('has at most 20 boxes', () => {
    expect(prod.boxes.length).toBeLessThanOrEqual(20);
    expect(inLane('Other')).toEqual([]);
  });

  test('has every object of the YAML in exactly one box', () => {
    const manifests = manifestsIn(read('prod'), 'prod');
    const given = new Set(diagramOf(manifests).objects.filter(object => object.given).map(({ kind, namespace = '', name }) => `${kind}/${namespace}/${name}`));
    const shown = prod.boxes.flatMap(({ objects }) => objects).filter(id => given.has(id));
    expect(shown).toHaveLength(manifests.length);
    expect(new Set(shown).size).toBe(manifests.length);
  });

  test.each<[Lane, string[]]>([
    ['Outside', ['Browsers and proxies', 'Applications']],
    ['Brokers', ['StatefulSet rabbitmq-prod']],
    ['State', ['PersistentVolumeClaim rabbitmq-data-rabbitmq-prod-…']],
    ['One-time Jobs', ['Job rabbitmq-prod-init', 'Job rabbitmq-prod-topology']],
    ['Monitoring', ['scraped by Prometheus', 'Deployment rabbitmq-prod-exporter', 'PrometheusRule rabbitmq-prod', 'ConfigMap Grafana dashboards']],
    ['Backup', ['CronJob rabbitmq-prod-backup', 'PersistentVolumeClaim rabbitmq-prod-backup']],
  ])('lane %s', (lane, expected) => {
    expect(titles(lane)).toEqual(expected);
  });

  test('has the management UI and the Service for clients in the lane Entry', () => {
    expect(titles('Entry')).toContain('Service rabbitmq-prod');
    expect(titles('Entry').some(title => /^(Ingress|HTTPRoute)/.test(title))).toBe(true);
  });

  test('shows size, ports and guards as lines of the brokers', () => {
    expect(inLane('Brokers')[0]?.lines).toEqual(expect.arrayContaining([
      '5 to 9 brokers, by HPA', 'CPU 2, memory 4Gi', '5671 amqps', 'PDB: 1 unavailable', 'NetworkPolicy', 'Role, RoleBinding', 'headless Service',
    ]));
  });

  test('marks objects that the YAML only names', () => {
    expect(inLane('Configuration').filter(({ given }) => !given).flatMap(({ lines }) => lines)).toContain('rabbitmq-prod-credentials');
  });

  test('connects applications to the Service, and the Service to the brokers', () => {
    const name = (id: string): string | undefined => prod.boxes.find(box => box.id === id)?.name;
    expect(prod.arrows.map(({ from, to }) => [name(from), name(to)])).toEqual(expect.arrayContaining([
      ['Applications', 'rabbitmq-prod'], ['rabbitmq-prod', 'rabbitmq-prod'],
    ]));
  });
});

describe('overview as SVG', () => {
  const svg = overviewSvg(prod, 'The prod profile');

  test('has a title, a description and a dark variant', () => {
    expect(svg).toContain('<title id="title">The prod profile</title>');
    expect(svg).toContain('Brokers: StatefulSet rabbitmq-prod.');
    expect(svg).toContain('@media (prefers-color-scheme:dark)');
  });

  test('draws no box over another', () => {
    const rectangles = /<rect class="(?:box|brokers)[^"]*" x="([\d.]+)" y="([\d.]+)" width="(\d+)" height="(\d+)" rx="7"/g;
    const boxes = [...svg.matchAll(rectangles)].map(([, ...numbers]) => numbers.map(Number));
    expect(boxes).toHaveLength(prod.boxes.length);
    for (const [x = 0, y = 0, width = 0, height = 0] of boxes) {
      const over = boxes.filter(([x2 = 0, y2 = 0, width2 = 0, height2 = 0]) =>
        x < x2 + width2 && x2 < x + width && y < y2 + height2 && y2 < y + height);
      expect(over).toHaveLength(1);
    }
  });

  test('is the same each time, and loads nothing', () => {
    expect(overviewSvg(overview(read('prod')), 'The prod profile')).toBe(svg);
    expect(svg.match(/https?:\/\/[^"' ]*/g)?.filter(url => !url.includes('w3.org'))).toEqual([]);
  });

  test('escapes names', () => {
    expect(overviewSvg(overview('kind: ConfigMap\nmetadata: { name: "a<b>&" }'))).toContain('a&lt;b&gt;&amp;');
  });
});

describe('overview of a Gateway', () => {
  const route = [
    'apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: { name: ui, namespace: shop }',
    'spec: { hostnames: [mq.example.com], parentRefs: [{ name: public }], rules: [{ backendRefs: [{ name: orders, port: 15671 }] }] }',
    '---\nkind: Service\nmetadata: { name: orders, namespace: shop }\nspec: { ports: [{ port: 15671, name: management-tls }] }',
    '---\nkind: BackendTLSPolicy\nmetadata: { name: ui, namespace: shop }',
  ].join('\n');
  const { boxes, arrows } = overview(route);
  const name = (id: string): string | undefined => boxes.find(box => box.id === id)?.name;

  test('leads from browsers to the Gateway, the route and the Service', () => {
    expect(arrows.map(({ from, to }) => `${name(from)} > ${name(to)}`).sort()).toEqual(['Applications > orders', 'Browsers and proxies > public', 'public > ui', 'ui > orders']);
  });

  test('has the policy of the backend in the box of the route', () => {
    expect(boxes.find(box => box.name === 'ui')?.objects).toEqual(['HTTPRoute/shop/ui', 'BackendTLSPolicy/shop/ui']);
  });
});

describe('overview of other YAML', () => {
  test('puts unknown kinds into the lane Other', () => {
    expect(inLane('Other', overview('kind: Namespace\nmetadata: { name: shop }')).map(({ name }) => name)).toEqual(['shop']);
  });

  test('takes a Deployment for an application', () => {
    const box = overview('kind: Deployment\nmetadata: { name: web }\nspec: { replicas: 2, template: { spec: { containers: [{ name: web }] } } }').boxes[0];
    expect(box).toMatchObject({ lane: 'Outside', name: 'web', lines: ['2 pods'] });
  });
});

describe('rabbitmq-k8s diagram', () => {
  const secret = 'kind: Secret\nmetadata: { name: mine }\n';

  test.each([
    [[], 'font-family="system-ui, sans-serif"'],
    [['--detail', 'overview'], 'font-family="system-ui, sans-serif"'],
    [['--detail', 'full'], 'Generated by graphviz'],
  ])('with %j', async (args, marker) => {
    const { stdout } = await runMain(['diagram', '-', ...args], undefined, { input: secret });
    expect(stdout).toContain(marker);
    expect(stdout).toContain('mine');
  });
});
