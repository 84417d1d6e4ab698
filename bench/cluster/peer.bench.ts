import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Chart, Yaml } from 'cdk8s';
import { getPerfTest, perfTest } from './perf-test';
import { RabbitMQCluster } from '../../lib';
import { scalar } from '../../ops/src/kubernetes/quantity';
import { declareQueue } from '../../ops/src/load-generator/amqp';
import { Deployment, manifestsOf } from '../../test/e2e/support/deployment';
import { eventually } from '../../test/e2e/support/eventually';
import { figure } from '../../test/e2e/support/figures';
import { fit } from '../../test/e2e/support/fit';
import { kubectl } from '../../test/e2e/support/kubectl';
import { underLoad } from '../../test/e2e/support/load';
import { apply, type Manifest } from '../../test/e2e/support/manifests';
import { createNamespace, deleteNamespace } from '../../test/e2e/support/namespaces';
import { median } from '../figures';

/** Manifests of three brokers to compare with: names and labels as in operator-defaults.yaml. */
const PEER = resolve(process.env.BENCH_PEER ?? `${__dirname}/operator-defaults.yaml`);
const PAIRS = Number(process.env.BENCH_PAIRS ?? 5);
const QUEUES = Array.from({ length: 20 }, (_, i) => `orders-${i}`);
const READY_MS = 15 * 60_000;
const LOAD = { durationS: 20, producers: 2, consumers: 2, messageBytes: 1000, unconfirmed: 100 };
/** How long brokers rest before their idle use counts: metrics-server averages over up to a minute. */
const REST_MS = 75_000;

/** What one cluster measured: the names are those of the report. */
type Figures = Readonly<Record<string, number>>;

const UNITS: Readonly<Record<string, string>> = {
  'apply to all Ready': 's',
  'apply to the first confirmed message': 's',
  'rolling restart under load': 's',
  'rolling restart, longest publishing gap': 's',
  throughput: 'messages/s',
  'confirm latency, 99th percentile': 'ms',
  'idle CPU per broker': 'cores',
  'idle memory per broker': 'MiB',
};

function ours(): readonly Manifest[] {
  return manifestsOf((app) => {
    const chart = new Chart(app, 'bench');
    new RabbitMQCluster(chart, 'RabbitMQ', { name: 'ours', replicas: 3, resources: { cpuLimit: '2', memoryLimit: '2Gi' } });
    return chart;
  });
}

async function theirs(namespace: string): Promise<readonly Manifest[]> {
  const password = randomBytes(16).toString('hex');
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'peer-credentials' }, stringData: { username: 'bench', password, cookie: password } };
  await apply([secret], namespace);
  return fit(Yaml.load(PEER).filter(Boolean) as Manifest[], { cpu: '20m', memory: '64Mi' });
}

/** Measures a cluster from its first apply to its end. */
async function measure(
  make: (namespace: string) => Promise<readonly Manifest[]> | readonly Manifest[],
  classPath: string,
): Promise<Figures> {
  const namespace = await createNamespace('bench-');
  try {
    const deployment = Deployment.of(await make(namespace), namespace);
    const start = performance.now();
    const since = (): number => (performance.now() - start) / 1000;
    const [ready, confirmed] = await Promise.all([deployment.up(READY_MS), firstConfirm(deployment).then(since)]);
    const target = await deployment.amqp();
    for (const queue of QUEUES) {
      await declareQueue(target, queue, { arguments: { 'x-queue-type': 'quorum' } });
    }
    await sleep(REST_MS);
    const idle = await use(deployment);
    const load = await perfTest(classPath, target, LOAD);
    const roll = await rolled(deployment);
    return {
      'apply to all Ready': ready,
      'apply to the first confirmed message': confirmed,
      'rolling restart under load': roll.seconds,
      'rolling restart, longest publishing gap': roll.gapS,
      throughput: load.received ?? NaN,
      'confirm latency, 99th percentile': load.confirmLatency?.p99 ?? NaN,
      ...idle,
    };
  } finally {
    await deleteNamespace(namespace);
  }
}

/** Publishes as soon as a client can, and returns when a first message is confirmed. */
async function firstConfirm(deployment: Deployment): Promise<void> {
  await eventually('a message is confirmed', READY_MS, async () => {
    const target = await deployment.amqp();
    await declareQueue(target, 'first', { arguments: { 'x-queue-type': 'quorum' } });
    await underLoad({ target, queue: 'first', count: 1 }, async ({ publisher }) => publisher.reached());
    return true;
  });
}

async function rolled(deployment: Deployment): Promise<{ readonly seconds: number; readonly gapS: number }> {
  let seconds = 0;
  const ledger = await underLoad({
    target: await deployment.amqp(), queue: QUEUES[0], rate: 100, timeoutMs: READY_MS * 2,
  }, async ({ publisher }) => {
    await publisher.reached(100);
    const start = performance.now();
    await kubectl(['-n', deployment.namespace, 'rollout', 'restart', `statefulset/${deployment.name}`]);
    await deployment.ready(READY_MS);
    seconds = (performance.now() - start) / 1000;
  });
  expect(ledger.lost).toBe(0);
  return { seconds, gapS: ledger.longestGapMs / 1000 };
}

async function use({ namespace, name, replicas }: Deployment): Promise<Figures> {
  const rows = (await kubectl(['-n', namespace, 'top', 'pod', '-l', `cluster=${name}`, '--no-headers'])).trim().split('\n')
    .map(line => line.trim().split(/\s+/)).filter(([pod]) => new RegExp(`^${name}-\\d+$`).test(pod));
  expect(rows).toHaveLength(replicas);
  const mean = (column: number): number => rows.reduce((sum, row) => sum + scalar(row[column]), 0) / rows.length;
  return { 'idle CPU per broker': mean(1), 'idle memory per broker': mean(2) / 2 ** 20 };
}

test(`ours beside ${PEER.replace(/^.*\//, '')}`, async () => {
  await readFile(PEER);
  const classPath = await getPerfTest();
  const pairs: { readonly ours: Figures; readonly theirs: Figures }[] = [];
  for (let i = 0; i < PAIRS; i++) {
    pairs.push({ ours: await measure(ours, classPath), theirs: await measure(theirs, classPath) });
    for (const [name, unit] of Object.entries(UNITS)) {
      figure(`pair ${i + 1}, ${name}: ours`, pairs[i].ours[name], unit);
      figure(`pair ${i + 1}, ${name}: peer`, pairs[i].theirs[name], unit);
    }
  }
  for (const name of Object.keys(UNITS)) {
    const ratios = pairs.map(pair => pair.theirs[name] / pair.ours[name]).sort((a, b) => a - b);
    figure(`${name}: peer / ours, median of ${PAIRS}`, median(ratios), '');
    figure(`${name}: peer / ours, least`, ratios[0], '');
    figure(`${name}: peer / ours, most`, ratios[ratios.length - 1], '');
  }
}, 4 * 60 * 60_000);
