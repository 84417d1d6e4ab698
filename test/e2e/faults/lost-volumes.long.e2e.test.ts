import { ClusterView } from './cluster-view';
import { recordTries } from './tries';
import { RabbitMQImage, RabbitMQVersion } from '../../../lib';
import { isReady } from '../../../ops/src/kubernetes/pods';
import { declareQueue } from '../../../ops/src/load-generator/amqp';
import { clusterManifests, Deployment } from '../support/deployment';
import { eventually } from '../support/eventually';
import { figure } from '../support/figures';
import { kubectl } from '../support/kubectl';
import { core } from '../support/kubernetes';
import { underLoad } from '../support/load';
import { loseVolume } from '../support/lost-volume';
import { useNamespace } from '../support/use-cluster';

/** How often each volume is lost: `E2E_TRIES=20` for a proof. */
const TRIES = Number(process.env.E2E_TRIES ?? 3);
const SERIES = (process.env.E2E_SERIES ?? '4.3 4.0 3.10').split(' ');
const QUEUE = 'orders';
const READY_MS = 240_000;
const NAME = 'rabbitmq-cluster';

async function clusterOf(namespace: string, series: string, replicas: number): Promise<Deployment> {
  const deployment = Deployment.of(clusterManifests({
    replicas,
    image: RabbitMQImage.fromReference(`rabbitmq:${series}-management`, { version: RabbitMQVersion.of(series) }),
    resources: { memoryLimit: '1Gi', cpuRequest: '100m' },
    storage: { size: '1Gi' },
    membership: { targetGroupSize: replicas },
    acknowledgedWarnings: ['version-unsupported', 'image-floating'],
  }), namespace);
  await deployment.up();
  await declareQueue(await deployment.amqp(), QUEUE, { arguments: { 'x-queue-type': 'quorum', 'x-quorum-initial-group-size': replicas } });
  return deployment;
}

/** Loses volumes with their pods, and waits until the brokers are Ready and the queue has a replica on each again. */
async function lose(deployment: Deployment, ...ordinals: number[]): Promise<number> {
  const { namespace } = deployment;
  const start = performance.now();
  await Promise.all(ordinals.map(async ordinal => loseVolume(namespace, NAME, ordinal)));
  for (const ordinal of ordinals) {
    await eventually(`broker ${ordinal} is Ready`, READY_MS, async () => isReady(await core.readNamespacedPod({ namespace, name: `${NAME}-${ordinal}` })));
  }
  const seconds = (performance.now() - start) / 1000;
  const survivor = deployment.broker(ordinals.includes(1) ? 2 : 1);
  await eventually('the queue has its replicas again', READY_MS,
    async () => (await survivor.queues()).find(({ name }) => name === QUEUE)?.online.length,
    online => online === deployment.replicas);
  return seconds;
}

async function loseAgainAndAgain(
  deployment: Deployment,
  name: string,
  tries: number,
  ordinals: readonly number[],
): Promise<void> {
  const view = await ClusterView.open(deployment);
  const seconds: number[] = [];
  try {
    const load = { target: await deployment.amqp(), queue: QUEUE, rate: 50, timeoutMs: 7_200_000 };
    const ledger = await underLoad(load, async ({ publisher }) => {
      await publisher.reached(100);
      for (let i = 0; i < tries; i++) {
        seconds.push(await lose(deployment, ...ordinals));
        figure(`${name}: try ${i + 1}`, seconds[i], 's');
      }
    });
    recordTries(`${name}: until Ready`, seconds);
    figure(`${name}: confirmed messages`, ledger.confirmed, '');
    figure(`${name}: longest gap between confirms`, ledger.longestGapMs, 'ms');
    figure(`${name}: answers of the Service`, view.answers, '');
    expect(ledger.lost).toBe(0);
  } finally {
    await view.close();
  }
  const majority = Math.floor(deployment.replicas / 2) + 1;
  expect([...view.memberships].filter(members => members.split(' ').length < majority)).toEqual([]);
  expect((await deployment.broker(1).clusterStatus()).running).toHaveLength(deployment.replicas);
}

describe('lost volumes', () => {
  const suite = useNamespace('boot-volumes-', undefined, { each: true });

  test.each(SERIES)('of the first broker, with RabbitMQ %s: it joins the others each time', async (series) => {
    const deployment = await clusterOf(suite().namespace, series, 3);
    await loseAgainAndAgain(deployment, `RabbitMQ ${series}, first broker`, TRIES, [0]);
  }, 3 * 60 * 60_000);

  test('of two of five brokers at once: they join the others', async () => {
    const deployment = await clusterOf(suite().namespace, '4.3', 5);
    await loseAgainAndAgain(deployment, 'two of five brokers', 1, [0, 1]);
  }, 60 * 60_000);

  test('of the first broker while no other runs: it waits, says so, and joins when another is back', async () => {
    const { namespace } = suite();
    const deployment = await clusterOf(namespace, '4.3', 3);
    // pods that can't be scheduled are brokers that are away
    await kubectl(['-n', namespace, 'patch', 'statefulset', NAME, '--type=json', '-p', JSON.stringify([
      { op: 'add', path: '/spec/template/spec/schedulingGates', value: [{ name: 'test.invalid/hold' }] }, { op: 'replace', path: '/spec/updateStrategy', value: { type: 'OnDelete' } },
    ])]);
    await kubectl(['-n', namespace, 'delete', 'pod', `${NAME}-1`, `${NAME}-2`, '--grace-period=0', '--force']);
    await loseVolume(namespace, NAME, 0);
    await release(namespace, 0);
    await eventually('it says what it waits for', 120_000, async () => (await core.listNamespacedEvent({ namespace, fieldSelector: 'reason=BootWaits' })).items.map(({ message }) => message).join('\n'),
      messages => messages.includes('no broker with data runs: brokers 1, 2 have data'));
    expect(isReady(await core.readNamespacedPod({ namespace, name: `${NAME}-0` }))).toBe(false);
    await release(namespace, 1);
    await release(namespace, 2);
    await deployment.ready();
    expect((await deployment.broker(0).clusterStatus()).running).toHaveLength(3);
  });

  test('of the first broker, with the override: it forms a cluster of its own', async () => {
    const { namespace } = suite();
    const deployment = await clusterOf(namespace, '4.3', 3);
    await kubectl(['-n', namespace, 'patch', 'statefulset', NAME, '--type=json', '-p', JSON.stringify([
      { op: 'add', path: '/spec/template/spec/schedulingGates', value: [{ name: 'test.invalid/hold' }] }, { op: 'replace', path: '/spec/updateStrategy', value: { type: 'OnDelete' } },
    ])]);
    await kubectl(['-n', namespace, 'delete', 'pod', `${NAME}-1`, `${NAME}-2`, '--grace-period=0', '--force']);
    await loseVolume(namespace, NAME, 0);
    await kubectl(['-n', namespace, 'annotate', 'pvc', `rabbitmq-data-${NAME}-0`, 'cdk8s-rabbitmq/allow-new-cluster=true']);
    await release(namespace, 0);
    await eventually('it is Ready', READY_MS, async () => isReady(await core.readNamespacedPod({ namespace, name: `${NAME}-0` })));
    expect((await deployment.broker(0).clusterStatus()).members).toHaveLength(1);
    await eventually('the override is used up', 60_000, async () => (await core.readNamespacedPersistentVolumeClaim({ namespace, name: `rabbitmq-data-${NAME}-0` })).metadata?.annotations ?? {},
      annotations => !('cdk8s-rabbitmq/allow-new-cluster' in annotations) && 'cdk8s-rabbitmq/data-of-cluster' in annotations);
  });
});

/** Has a pod that was held back be scheduled. */
async function release(namespace: string, ordinal: number): Promise<void> {
  await eventually(`pod ${ordinal} is released`, 60_000, async () => kubectl(['-n', namespace, 'patch', 'pod', `${NAME}-${ordinal}`, '--type=json', '-p', '[{"op":"remove","path":"/spec/schedulingGates"}]']));
}
