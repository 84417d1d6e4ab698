import type { RabbitMQClusterProps } from '../../lib';
import { declareQueue } from '../../ops/src/load-generator/amqp';
import { clusterManifests, Deployment } from './support/deployment';
import { eventually } from './support/eventually';
import { figure } from './support/figures';
import { kubectl } from './support/kubectl';
import { apps, core } from './support/kubernetes';
import { underLoad } from './support/load';
import { PodRecorder } from './support/pods';
import { useCluster, useNamespace } from './support/use-cluster';

const QUEUE = 'e2e';

describe('a cluster of three', () => {
  const suite = useCluster('lifecycle-', {}, async (deployment) => {
    const target = await deployment.amqp();
    await declareQueue(target, QUEUE);
    return { target };
  });

  const recorder = (): Promise<PodRecorder> => {
    const { namespace, labelSelector, replicas } = suite().deployment;
    return PodRecorder.start({ namespace, labelSelector, expected: replicas });
  };
  const kubectlHere = (...args: string[]): Promise<string> => kubectl(['-n', suite().namespace, ...args]);
  const podIds = async (): Promise<(string | undefined)[]> =>
    (await suite().deployment.pods()).map(pod => pod.metadata?.uid).sort();

  test('is found by the names that runbooks use', async () => {
    const pods = await kubectlHere('get', 'pods', '-l', 'app=rabbitmq,cluster=rabbitmq-cluster', '-o', 'name');
    expect(pods.trim().split('\n')).toEqual(['pod/rabbitmq-cluster-0', 'pod/rabbitmq-cluster-1', 'pod/rabbitmq-cluster-2']);
    await kubectlHere('describe', 'pvc', 'rabbitmq-data-rabbitmq-cluster-0');
    const status = await kubectlHere('exec', 'rabbitmq-cluster-0', '--', 'rabbitmqctl', 'cluster_status');
    expect(status).toContain('rabbit@rabbitmq-cluster-2');
    await kubectlHere('exec', 'rabbitmq-cluster-0', '--', 'rabbitmqctl', 'export_definitions', '/tmp/definitions.json');
  });

  test('loses no confirmed message in a rolling restart, with one node down at a time', async () => {
    const { deployment, target } = suite();
    const pods = await recorder();
    const ledger = await underLoad({ target, queue: QUEUE, rate: 200 }, async ({ publisher }) => {
      await publisher.reached(500);
      const start = performance.now();
      await kubectlHere('rollout', 'restart', 'statefulset/rabbitmq-cluster');
      await deployment.ready();
      figure('rolling restart of three nodes under load', (performance.now() - start) / 1000, 's');
    });
    await pods.stop();
    figure('rolling restart: confirmed', ledger.confirmed, 'messages');
    figure('rolling restart: longest publishing gap', ledger.longestGapMs, 'ms');
    expect(ledger.lost).toBe(0);
    expect(ledger.confirmed).toBeGreaterThan(500);
    expect(pods.maxNotReady).toBe(1);
    expect(pods.restarts).toBe(0);
  });

  test('recovers automatically with every message after all pods are deleted at once', async () => {
    const { deployment, target } = suite();
    const ledger = await underLoad({ target, queue: QUEUE, rate: 200 }, async ({ publisher }) => {
      await publisher.reached(1000);
      const before = await podIds();
      const start = performance.now();
      await kubectlHere('delete', 'pod', '-l', deployment.labelSelector, '--wait=false');
      await eventually('all pods are new', 180_000, async () => (await podIds()).filter(id => !before.includes(id)).length, count => count === deployment.replicas);
      figure('all pods deleted: until all are gone', (performance.now() - start) / 1000, 's');
      await deployment.ready();
      figure('all pods deleted: until all are Ready again', (performance.now() - start) / 1000, 's');
    });
    expect(ledger.lost).toBe(0);
    expect((await deployment.broker(0).clusterStatus()).running).toHaveLength(3);
  });

  test('comes back with every message when all pods are killed at once', async () => {
    const { deployment, target } = suite();
    const ledger = await underLoad({ target, queue: QUEUE, rate: 200 }, async ({ publisher }) => {
      await publisher.reached(1000);
      const before = await podIds();
      await kubectlHere('delete', 'pod', '-l', deployment.labelSelector, '--force', '--grace-period=0');
      await eventually('all pods are new', 180_000, async () => (await podIds()).filter(id => !before.includes(id)).length, count => count === deployment.replicas);
      await deployment.ready();
    });
    expect(ledger.lost).toBe(0);
  });

  test('rolls once for what a broker reads at its boot, but not for anything else', async () => {
    const { namespace, deployment } = suite();
    const changed = async (props: RabbitMQClusterProps): Promise<boolean> => {
      const before = await podIds();
      const { status } = await apps.readNamespacedStatefulSet({ namespace, name: deployment.name });
      await Deployment.of(clusterManifests(props), namespace).up();
      const after = await apps.readNamespacedStatefulSet({ namespace, name: deployment.name });
      const rolled = after.status?.updateRevision !== status?.updateRevision;
      expect((await podIds()).every(id => before.includes(id))).toBe(!rolled);
      return rolled;
    };
    const { data } = await core.readNamespacedSecret({ namespace, name: 'rabbitmq-cluster-credentials' });
    const live: RabbitMQClusterProps = {
      labels: { team: 'payments' },
      annotations: { owner: 'payments' },
      service: { annotations: { 'example.com/x': 'y' } },
      disruptionBudget: { minAvailable: 2 },
    };
    expect(await changed(live)).toBe(false);
    expect(await changed({ ...live, configuration: { raw: { channel_max: '128' } } })).toBe(true);
    expect(await deployment.broker(1).run(['rabbitmqctl', '--silent', 'eval', 'application:get_env(rabbit, channel_max).'])).toContain('128');
    expect((await core.readNamespacedSecret({ namespace, name: 'rabbitmq-cluster-credentials' })).data).toEqual(data);
  });

  test('takes a new image, tells of the rollout and goes back by the runbook\'s commands', async () => {
    await kubectlHere('set', 'image', 'statefulset/rabbitmq-cluster', 'rabbitmq=rabbitmq:4.3.6');
    await kubectlHere('rollout', 'status', 'statefulset/rabbitmq-cluster', '--timeout=480s');
    const image = async (): Promise<string | undefined> =>
      (await core.readNamespacedPod({ namespace: suite().namespace, name: 'rabbitmq-cluster-0' })).spec?.containers[0].image;
    expect(await image()).toBe('rabbitmq:4.3.6');
    await kubectlHere('rollout', 'undo', 'statefulset/rabbitmq-cluster');
    await kubectlHere('rollout', 'status', 'statefulset/rabbitmq-cluster', '--timeout=480s');
    expect(await image()).toBe('rabbitmq:4.3.6-management');
  });

  test('does not wait for a majority, or for its own name, when all of it is deleted', async () => {
    const { namespace, deployment } = suite();
    const start = performance.now();
    await kubectl(['delete', '-n', namespace, '-f', '-'], { stdin: deployment.yaml });
    // a stop that can't resolve its own name, because the Service is deleted first, takes 50 s per command
    await eventually('all pods are gone', 180_000, podIds, ids => ids.length === 0);
    figure('deletion of a cluster of three', (performance.now() - start) / 1000, 's');
    const claims = await core.listNamespacedPersistentVolumeClaim({
      namespace, labelSelector: deployment.labelSelector,
    });
    expect(claims.items).toHaveLength(3);
  });
});

describe('a cluster too small for a majority', () => {
  const suite = useNamespace('lifecycle-', undefined, { each: true });

  for (const replicas of [1, 2]) {
    test(`of ${replicas} stops and starts without waiting`, async () => {
      const { namespace } = suite();
      const deployment = Deployment.of(clusterManifests({ replicas }), namespace);
      await deployment.up();
      const start = performance.now();
      await kubectl(['-n', namespace, 'rollout', 'restart', 'statefulset/rabbitmq-cluster']);
      await deployment.ready(240_000);
      figure(`rolling restart of ${replicas}`, (performance.now() - start) / 1000, 's');
    });
  }
});
