/** @jest-environment ./ops/test/support/environment.ts */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { COMMANDS } from '../../src/cli/commands';
import { nameOf } from '../../src/cli/commands/command';
import { exec } from '../../src/kubernetes/exec';
import { loadLibrary, type KubernetesLibrary } from '../../src/kubernetes/library';
import { refusal } from '../support/api-server';
import { FakeCluster, inventoryOf } from '../support/cluster';
import { runMain } from '../support/surroundings';

jest.mock('../../src/kubernetes/exec');
jest.mock('../../src/kubernetes/library');
jest.setTimeout(60_000);

const PLACE = ['-n', 'shop', '-c', 'orders'];
const encoded = (text: string): string => Buffer.from(text).toString('base64');

/** What each command is run with. `UPDATE_GOLDEN=1` writes the files again. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  deploy: ['deploy', ...PLACE, '--storage-class', 'gone'],
  diff: ['diff', ...PLACE],
  doctor: ['doctor', ...PLACE, '--replicas', '5'],
  cleanup: ['cleanup', ...PLACE],
  list: ['list', '-n', 'shop'],
  status: ['status', ...PLACE],
  health: ['health', ...PLACE],
  events: ['events', ...PLACE],
  logs: ['logs', ...PLACE],
  autoscaler: ['autoscaler', ...PLACE, '--timeout', '1s'],
  credentials: ['credentials', ...PLACE],
  shell: ['shell', ...PLACE, 'rabbitmqctl', 'list_queues'],
  scale: ['scale', '5', ...PLACE, '--dry-run'],
  upgrade: ['upgrade', 'rabbitmq:4.2.10-management', ...PLACE, '--dry-run'],
  rollback: ['rollback', ...PLACE],
  restart: ['restart', ...PLACE],
  expand: ['expand', '50Gi', ...PLACE, '--dry-run'],
  flags: ['flags', ...PLACE],
  hibernate: ['hibernate', ...PLACE],
  resume: ['resume', ...PLACE],
  drain: ['drain', 'worker-1', '--dry-run'],
  uncordon: ['uncordon', 'worker-9'],
  backup: ['backup', ...PLACE, '--to', 'volume:nosuch'],
  backups: ['backups', ...PLACE, '--from', '/nonexistent'],
  verify: ['verify', '/nonexistent/orders.backup', ...PLACE],
  restore: ['restore', '/nonexistent/orders.backup', ...PLACE],
  rotate: ['rotate', '--cookie', ...PLACE],
  repair: ['repair', '--plan', ...PLACE],
  rbac: ['rbac', 'status', '-n', 'shop'],
  'perf-test': ['perf-test', ...PLACE],
};

/** Commands whose screens change all the time, or that only open something. */
const WITHOUT = ['watch', 'top', 'connect', 'rebalance', 'support-bundle', 'diagram', 'migrate'];

test('every command has a screen, or a reason not to', () => {
  expect([...Object.keys(LINES), ...WITHOUT].sort()).toEqual(COMMANDS.map(nameOf).sort());
});

describe('the screen of', () => {
  let cluster: FakeCluster;
  let kubeconfig: string;

  beforeEach(async () => {
    jest.mocked(loadLibrary).mockImplementation(() => Promise.resolve((globalThis as unknown as { kubernetes: KubernetesLibrary }).kubernetes));
    cluster = await FakeCluster.start('rabbitmq:4.3.6-management', 3);
    cluster.inventory = inventoryOf(stringify({ replicas: 3 }));
    cluster.lists.persistentvolumeclaims = [0, 1, 2].map(i => ({
      metadata: { name: `rabbitmq-data-orders-${i}`, namespace: 'shop' }, spec: { storageClassName: 'standard' }, status: { phase: 'Bound', capacity: { storage: '20Gi' } },
    }));
    cluster.lists.secrets = [{ metadata: { name: 'orders-credentials', namespace: 'shop' }, data: { username: encoded('admin'), password: encoded('hidden') } }];
    cluster.statefulSet.status = { readyReplicas: 3, updatedReplicas: 3, replicas: 3 };
    cluster.server.intercept(({ method, path }) => {
      if (method === 'GET' && path.endsWith('/namespaces/shop/statefulsets')) { return { body: { items: [cluster.statefulSet] } }; }
      if (method === 'GET' && path === '/api/v1/pods') { return { body: { items: cluster.pods.slice(0, 1).map(pod => ({ ...pod, spec: { ...pod.spec, nodeName: 'worker-1' } })) } }; }
      if (method === 'GET' && path === '/api/v1/nodes/worker-1') { return { body: cluster.lists.nodes[0] }; }
      if (method === 'GET' && /\/configmaps\/(?!orders-deployment)/.test(path)) { return refusal(404, 'NotFound', `configmaps "${path.split('/').at(-1)}" not found`); }
      return path.endsWith('/log') ? { text: '2026-01-01T00:00:00Z \u001b[38;5;160m[error] out of memory\u001b[0m\n' } : undefined;
    });
    jest.mocked(exec).mockImplementation((_, _pod, command) => Promise.resolve(cluster.exec(command)));
    kubeconfig = join(mkdtempSync(join(tmpdir(), 'kubeconfig-')), 'config');
    writeFileSync(kubeconfig, stringify({
      'apiVersion': 'v1', 'kind': 'Config', 'current-context': 'fake',
      'clusters': [{ name: 'fake', cluster: { server: cluster.server.url } }], 'users': [{ name: 'nobody', user: {} }],
      'contexts': [{ name: 'fake', context: { cluster: 'fake', user: 'nobody' } }],
    }));
  });

  afterEach(() => cluster.server.stop());

  test.each(Object.entries(LINES))('%s', async (name, line) => {
    const { code, stdout, stderr } = await runMain([...line, '--kubeconfig', kubeconfig, ...line.includes('--timeout') ? [] : ['--timeout', '20s']]);
    const screen = [`$ rabbitmq-k8s ${line.join(' ')}`, stdout.trimEnd(), stderr.trimEnd(), `exit code ${code}`].filter(part => part !== '').join('\n');
    const shown = `${settled(screen)}\n`;
    const file = join(__dirname, 'screens', `${name}.txt`);
    if (process.env.UPDATE_GOLDEN || !existsSync(file)) {
      writeFileSync(file, shown);
    }
    expect(shown).toBe(readFileSync(file, 'utf8'));
    expect(shown).not.toMatch(/\u001b|undefined|\[object|NaN|Internal error/);
  });
});

/** Without what differs from run to run. */
function settled(text: string): string {
  return text
    .replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replace(/\b[0-9a-f]{8,10}\b/g, 'HASH')
    .replace(/-[0-9a-f]{5}\b(?=:| )/g, '-HASH')
    .replace(/after \d+(\.\d+)? s/g, 'after N s');
}
