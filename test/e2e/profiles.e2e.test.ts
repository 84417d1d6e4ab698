import { DevChart } from '../../examples/dev';
import { ProdChart } from '../../examples/prod';
import { TestChart } from '../../examples/test';
import { declareQueue, type AmqpTarget } from '../../ops/src/load-generator/amqp';
import { Authority } from './support/authority';
import { Deployment, manifestsOf } from './support/deployment';
import { eventually } from './support/eventually';
import { figure } from './support/figures';
import { kubectl } from './support/kubectl';
import { core } from './support/kubernetes';
import { underLoad } from './support/load';
import { apply, type Manifest } from './support/manifests';
import { createNamespace, deleteNamespace } from './support/namespaces';

/** Deletes what a profile left in a namespace that has to stay. */
async function deleteFrom(namespace: string, deployment: Deployment): Promise<void> {
  const labels = ['-n', namespace, '-l', `cluster=${deployment.name}`, '--timeout=270s'];
  await kubectl(['delete', 'statefulset,job,service,configmap,serviceaccount,role,rolebinding,poddisruptionbudget,secret', ...labels]);
  await kubectl(['delete', 'pod,persistentvolumeclaim', ...labels, '--grace-period=1']);
}

/** Has an autoscaler keep to the fewest brokers: requests that fit on a small machine look like a heavy load. */
function held(manifests: Manifest[]): Manifest[] {
  return manifests.map(manifest => (manifest.kind === 'HorizontalPodAutoscaler'
    ? { ...manifest, spec: { ...manifest.spec, maxReplicas: manifest.spec.minReplicas } }
    : manifest));
}

/** What belongs to no namespace and goes with none. */
async function deleteClusterScoped(manifests: readonly Manifest[]): Promise<void> {
  const names = manifests.filter(({ metadata }) => metadata.namespace === undefined).map(({ kind, metadata }) => `${kind}/${metadata.name}`);
  if (names.length > 0) {
    await kubectl(['delete', '--ignore-not-found', ...names]);
  }
}

describe('the example profiles', () => {
  const profiles = [
    { profile: 'dev', namespace: 'default', manifests: manifestsOf(app => new DevChart(app, 'dev')), replicas: 1 },
    { profile: 'test', namespace: 'rabbitmq-test', manifests: manifestsOf(app => new TestChart(app, 'test')), replicas: 3 },
    { profile: 'prod', namespace: 'production', manifests: held(manifestsOf(app => new ProdChart(app, 'prod'))), replicas: 5 },
  ];

  for (const { profile, namespace, manifests, replicas } of profiles) {
    describe(profile, () => {
      const deployment = Deployment.of(manifests, namespace);

      const authority = Authority.create(profile);
      const isTls = manifests.some(({ kind }) => kind === 'Certificate');
      const target = (): Promise<AmqpTarget> =>
        (isTls ? deployment.amqps({ ca: authority.certificate }) : deployment.amqp());

      beforeAll(async () => {
        if (namespace !== 'default') {
          await createNamespace(namespace);
        }
        await apply(authority.issued(manifests), namespace);
      });

      afterAll(async () => {
        await deleteClusterScoped(manifests);
        await (namespace === 'default' ? deleteFrom(namespace, deployment) : deleteNamespace(namespace));
      });

      test(`forms a cluster of ${replicas} from its YAML as it is`, async () => {
        figure(`${profile}: from apply to all Ready`, await deployment.up(), 's');
        const status = await deployment.broker(0).clusterStatus();
        expect(status.members).toHaveLength(replicas);
        expect(status.running).toEqual(status.members);
        expect(status.members[0]).toBe(`rabbit@${deployment.name}-0.${deployment.name}-nodes.${namespace}`);
      });

      test('takes 10,000 messages with confirms and gives 10,000 back', async () => {
        await declareQueue(await target(), 'e2e');
        const start = performance.now();
        const ledger = await underLoad({ target: await target(), queue: 'e2e', count: 10_000, window: 500 }, ({ publisher }) => publisher.reached());
        figure(`${profile}: 10,000 messages through a queue`, (performance.now() - start) / 1000, 's');
        expect(ledger).toMatchObject({ confirmed: 10_000, received: 10_000, lost: 0 });
        const [queue] = await eventually('the queue is empty', 180_000, () => deployment.broker(0).queues(), ([{ messages }]) => messages === 0);
        expect(queue).toMatchObject({ name: 'e2e', type: 'quorum' });
        expect(queue.members).toHaveLength(Math.min(replicas, 3));
      });

      test('is not changed by a second apply', async () => {
        const secrets = async (): Promise<unknown> =>
          (await core.listNamespacedSecret({ namespace, labelSelector: `cluster=${deployment.name}` })).items.map(({ metadata, data }) => [metadata?.resourceVersion, data]);
        const containers = async (): Promise<unknown> =>
          (await deployment.pods()).map(({ metadata, status }) =>
            [metadata?.generation ?? 1, status?.containerStatuses?.map(({ containerID }) => containerID)]);
        const before = [await secrets(), await containers()];
        await expect(kubectl(['diff', '-n', namespace, '-f', '-'], { stdin: deployment.yaml })).resolves.toBe('');
        await deployment.up();
        expect([await secrets(), await containers()]).toEqual(before);
      });
    });
  }
});
