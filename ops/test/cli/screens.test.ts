/** @jest-environment ./ops/test/support/environment.ts */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExitCode } from '../../src/core/errors';
import { exec } from '../../src/kubernetes/exec';
import { type Answer, FakeApiServer, type Received, refusal } from '../support/api-server';
import { type Answers, BrokerServer, MONITORING_SECRET } from '../support/broker-server';
import { runMain } from '../support/surroundings';

jest.mock('../../src/kubernetes/library', () => ({ loadLibrary: () => Promise.resolve((globalThis as unknown as { kubernetes: unknown }).kubernetes) }));
jest.mock('../../src/kubernetes/exec', () => ({ ...jest.requireActual<object>('../../src/kubernetes/exec'), exec: jest.fn() }));
jest.mock('../../src/kubernetes/port-forward', () => ({ forwardPort: jest.fn() }));

/** The expected screen; `UPDATE_SCREENS=1` writes it. */
function golden(name: string, screen: string): string {
  const file = join(__dirname, 'screens', `${name}.txt`);
  if (process.env.UPDATE_SCREENS) {
    writeFileSync(file, screen);
  }
  return readFileSync(file, 'utf8');
}

const NOW = Date.parse('2026-11-30T12:00:00Z');
const ago = (seconds: number): string => new Date(NOW - seconds * 1000).toISOString();
const NODES = [0, 1, 2].map(ordinal => `rabbit@orders-${ordinal}.orders-nodes.shop`);
const PORTS = [{ name: 'management', containerPort: 15672 }, { name: 'prometheus', containerPort: 15692 }];
const SPEC = { containers: [{ name: 'rabbitmq', image: 'rabbitmq:4.3.6-management', ports: PORTS, resources: { limits: { memory: '2Gi' } } }] };
const LABELS = { app: 'rabbitmq', cluster: 'orders' };

const broker = (pod: string): Answers => ({
  overview: { node: `rabbit@${pod}.orders-nodes.shop`, rabbitmq_version: '4.3.6', object_totals: { queues: 2 }, queue_totals: { messages: 7 } },
  nodes: NODES.map(name => ({ name, running: true, partitions: [], disk_free: 17.5 * 2 ** 30, disk_free_limit: 2 ** 31, proc_used: 412, applications: [{ name: 'rabbit', version: '4.3.6' }] })),
  'feature-flags': [{ name: 'khepri_db', state: 'enabled', stability: 'stable' }],
  queues: ['bills', 'mails'].map(name => ({ name, vhost: '/', type: 'quorum', messages: name === 'bills' ? 7 : 0, leader: NODES[0], members: NODES, online: NODES, state: 'running' })),
  'health/checks/alarms': { status: 'ok' },
  '/metrics': 'rabbitmq_connections 12\nrabbitmq_queues 2\n',
});

const pod = (ordinal: number): any => ({
  metadata: { name: `orders-${ordinal}`, namespace: 'shop', labels: LABELS, uid: `uid-${ordinal}` },
  spec: { ...SPEC, nodeName: `worker-${ordinal}`, volumes: [{ name: 'rabbitmq-data', persistentVolumeClaim: { claimName: `rabbitmq-data-orders-${ordinal}` } }] },
  status: { phase: 'Running', startTime: ago(3 * 86_400), conditions: [{ type: 'Ready', status: 'True' }], containerStatuses: [{ name: 'rabbitmq', ready: true, restartCount: 0, state: { running: { startedAt: ago(3 * 86_400) } } }] },
});

const event = (seconds: number, type: string, reason: string, message: string, count = 1): object => ({
  metadata: { uid: reason, creationTimestamp: ago(seconds) }, involvedObject: { kind: 'Pod', name: 'orders-2' }, type, reason, message, count, lastTimestamp: ago(seconds),
});

/** What the tools of a broker say, for commands that use pods/exec. */
const CLUSTER_STATUS = { disk_nodes: NODES, running_nodes: NODES, versions: {}, alarms: [], feature_flags: [] };

/** What stands in the lists of the API server. */
const lists = (): Record<string, readonly any[]> => ({
  pods: [0, 1, 2].map(pod),
  persistentvolumeclaims: [0, 1, 2].map(ordinal => ({ metadata: { name: `rabbitmq-data-orders-${ordinal}`, labels: LABELS }, spec: { storageClassName: 'ssd' }, status: { phase: 'Bound', capacity: { storage: '20Gi' } } })),
  events: [event(400, 'Warning', 'Unhealthy', 'Readiness probe failed: dial tcp 10.0.0.12:5672: connect: connection refused', 3), event(30, 'Normal', 'Pulled', 'Container image is present on the machine')],
  horizontalpodautoscalers: [],
  poddisruptionbudgets: [{ spec: { selector: { matchLabels: LABELS } } }],
  secrets: [{ metadata: { name: 'orders-credentials' }, data: { username: 'YWRtaW4=', password: 'c2VjcmV0' } }],
});
const STATEFUL_SET: any = {
  metadata: { name: 'orders', namespace: 'shop', labels: LABELS, creationTimestamp: ago(3 * 86_400) },
  spec: { replicas: 3, template: { spec: SPEC } }, status: { readyReplicas: 3, updatedReplicas: 3 },
};

let found: ReturnType<typeof lists>;
let statefulSet: any;
let brokers: (pod: string) => Answers;

function answer({ method, path }: Received): Answer {
  if (method === 'POST') {
    return { body: { status: { allowed: false } } };
  }
  if (path.endsWith('/secrets/orders-monitoring')) {
    return { body: MONITORING_SECRET };
  }
  if (path.startsWith('/apis/metrics.k8s.io')) {
    return { body: { items: found.pods.map(({ metadata }) => ({ metadata, containers: [{ name: 'rabbitmq', usage: { cpu: '120m', memory: '300Mi' } }] })) } };
  }
  if (path.endsWith('/log')) {
    return { text: `${ago(60)} 2026-11-30 11:59:00.000000+00:00 [info] <0.1.0> Server startup complete; 4 plugins started.\n` };
  }
  const kind = path.split('/').at(-1) ?? '';
  if (kind === 'statefulsets') {
    return { body: { items: [statefulSet] } };
  }
  if (path.endsWith('/statefulsets/orders')) {
    return { body: statefulSet };
  }
  return found[kind] === undefined ? refusal(404, 'NotFound', `${path} not found`) : { body: { items: found[kind] } };
}

describe('the screen at 80 columns of', () => {
  let api: FakeApiServer;
  let server: BrokerServer;
  let kubeconfig: string;

  beforeEach(async () => {
    found = lists();
    statefulSet = structuredClone(STATEFUL_SET);
    brokers = broker;
    jest.mocked(exec).mockImplementation((_, __, command) => Promise.resolve({ stdout: command.includes('cluster_status') ? JSON.stringify(CLUSTER_STATUS) : '{}', stderr: '', exitCode: 0 }));
    jest.spyOn(Date, 'now').mockReturnValue(NOW);
    api = await FakeApiServer.start(answer);
    server = await BrokerServer.start(name => brokers(name));
    kubeconfig = join(mkdtempSync(join(tmpdir(), 'screens-')), 'kubeconfig');
    writeFileSync(kubeconfig, JSON.stringify({
      clusters: [{ name: 'fake', cluster: { server: api.url, 'insecure-skip-tls-verify': true } }], users: [{ name: 'nobody', user: {} }],
      contexts: [{ name: 'fake', context: { cluster: 'fake', user: 'nobody', namespace: 'shop' } }], 'current-context': 'fake',
    }));
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await Promise.all([api.stop(), server.stop()]);
  });

  const screen = async (...words: string[]) => {
    const run = await runMain([...words, '--kubeconfig', kubeconfig, '--no-color'], undefined, { columns: 80 });
    return { ...run, lines: run.stdout.trimEnd().split('\n') };
  };

  test.each<[string, string[]]>([
    ['list', []], ['status', []], ['health', []], ['top', []], ['events', []], ['logs', []], ['credentials', []], ['doctor', ['-c', 'orders']], ['rbac', ['events']], ['scale', ['1', '--dry-run', '--force', 'unsafe']], ['backups', ['--from', mkdtempSync(join(tmpdir(), 'screens-'))]],
  ])('%s', async (name, more) => {
    const { code, stdout, stderr, lines } = await screen(name, ...more);
    expect(stderr).not.toMatch(/error|warning/);
    expect(stdout).toBe(golden(name, stdout));
    expect(code).toBe(ExitCode.OK);
    // logs and commands to paste stay whole
    expect(lines.filter(line => line.length > 80 && name !== 'logs' && !line.startsWith('kubectl '))).toEqual([]);
  });

  test('health of a cluster in trouble', async () => {
    found.pods = [pod(0), pod(1)];
    statefulSet.status.readyReplicas = 2;
    brokers = name => ({
      ...broker(name),
      nodes: NODES.map((node, i) => ({ name: node, running: i !== 2, partitions: [] })),
      'health/checks/alarms': { status: 503, body: { status: 'failed', alarms: [{ node: NODES[1], resource: 'memory' }] } },
    });
    const { code, stdout, lines } = await screen('health');
    expect(stdout).toBe(golden('health-in-trouble', stdout));
    expect(code).toBe(ExitCode.CRITICAL);
    expect(lines.filter(line => line.length > 80)).toEqual([]);
  });

  test('a cluster whose first broker boots: one finding in health, a row in status', async () => {
    const booting = pod(0);
    booting.status.conditions = [{ type: 'Ready', status: 'False' }];
    booting.status.containerStatuses[0].ready = false;
    found.pods = [booting, pod(1), pod(2)];
    statefulSet.status.readyReplicas = 2;
    brokers = name => ({ ...broker(name), nodes: NODES.map((node, i) => ({ name: node, running: i !== 0, partitions: [] })), ...name === 'orders-0' && { overview: { status: 503, body: {} } } });
    const health = await screen('health');
    expect(health.stdout).toBe(golden('health-booting', health.stdout));
    expect(health.code).toBe(ExitCode.FAILED);
    const { stdout } = await screen('status');
    expect(stdout).toBe(golden('status-booting', stdout));
  });

  test('status of an upgrade that stopped half-way', async () => {
    statefulSet.metadata.annotations = { 'rabbitmq-k8s/roll': 'upgrade' };
    expect((await screen('status')).stdout).toContain('Operation   upgrade to rabbitmq:4.3.6-management has stopped half-way\n');
    expect((await screen('list')).stdout).toMatch(/upgrade incomplete$/m);
    const { code, stdout } = await screen('doctor', '-c', 'orders');
    expect(stdout.replace(/\s+/g, ' ')).toContain('Upgrade to rabbitmq:4.3.6-management stopped before it was complete');
    expect(code).toBe(ExitCode.FAILED);
  });
});
