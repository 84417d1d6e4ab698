import { cli, type Run } from '../ops/cli';
import { declareQueue } from '../../../ops/src/load-generator/amqp';
import { eventually } from '../support/eventually';
import { figure } from '../support/figures';
import { kubectl } from '../support/kubectl';
import { connection } from '../support/kubernetes';
import { underLoad } from '../support/load';
import { apply } from '../support/manifests';
import { useCluster } from '../support/use-cluster';

const NAME = 'cut';
const GROUP = { group: 'snapshot.storage.k8s.io', version: 'v1', plural: 'volumesnapshots' };
const DEFINITION = 'volumesnapshots.snapshot.storage.k8s.io';

/** As much of the snapshot controller's definition as the objects take. */
const CRD = {
  apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition',
  metadata: { name: DEFINITION, annotations: { 'api-approved.kubernetes.io': 'https://github.com/kubernetes-csi/external-snapshotter/pull/814' } },
  spec: {
    group: GROUP.group, scope: 'Namespaced', names: { kind: 'VolumeSnapshot', plural: GROUP.plural, singular: 'volumesnapshot' },
    versions: [{ name: 'v1', served: true, storage: true, subresources: { status: {} }, schema: { openAPIV3Schema: { type: 'object', properties: {
      spec: { type: 'object', properties: { volumeSnapshotClassName: { type: 'string' }, source: { type: 'object', properties: { persistentVolumeClaimName: { type: 'string' } } } } },
      status: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
    } } } }],
  },
};

interface Snapshot {
  readonly metadata: { readonly name: string; readonly labels: Readonly<Record<string, string>> };
  readonly spec: { readonly source: { readonly persistentVolumeClaimName: string } };
}

describe('snapshots of volumes', () => {
  const run = (...args: string[]): Promise<Run> => cli(['backup', '--volumes', ...args, '-n', suite().namespace, '-c', NAME]);
  const snapshots = async (): Promise<Snapshot[]> => {
    const { namespace } = suite();
    return (await connection.custom.listNamespacedCustomObject({ ...GROUP, namespace }) as { items: Snapshot[] }).items;
  };

  /** What the snapshot controller says of all of them or of as many, which does not exist yet. */
  const say = async (status: object, count = 3): Promise<void> => {
    const made = await eventually('there are three snapshots', 180_000, snapshots, ({ length }) => length === 3);
    for (const { metadata: { name } } of made.slice(0, count)) {
      await kubectl(['patch', 'volumesnapshot', name, '-n', suite().namespace, '--subresource=status', '--type=merge', '-p', JSON.stringify({ status })]);
    }
  };

  const suite = useCluster('backup-', { name: NAME, replicas: 3 }, async (deployment) => {
    await declareQueue(await deployment.amqp(), 'invoices');
  });

  // registered after the suite: the objects are gone before their definition
  afterAll(async () => {
    await kubectl(['delete', 'crd', DEFINITION, '--ignore-not-found']);
  });

  test('are refused where Kubernetes knows none', async () => {
    await expect(run()).resolves.toMatchObject({
      code: 11, stderr: expect.stringMatching(/doesn't know VolumeSnapshots[^]*state: nothing was changed/),
    });
  });

  test('are made of all volumes while clients are kept out, who come back and lose nothing', async () => {
    const { namespace, deployment } = suite();
    await apply([CRD], namespace);
    await kubectl(['wait', '--for=condition=Established', `crd/${DEFINITION}`, '--timeout=60s']);
    const ledger = await underLoad({ target: await deployment.amqp(), queue: 'invoices', rate: 50 }, async ({ publisher }) => {
      await publisher.reached(100);
      const running = run('-o', 'json');
      await say({ creationTime: new Date().toISOString(), readyToUse: false });
      await say({ readyToUse: true, restoreSize: '10Gi' });
      const { code, stdout, stderr } = await running;
      expect({ code, stderr }).toMatchObject({ code: 0 });
      const result = JSON.parse(stdout);
      figure('snapshots of three volumes: clients kept out', result.stillSeconds, 's');
      expect(result.snapshots.map(({ claim }: { claim: string }) => claim)).toEqual([0, 1, 2].map(i => `rabbitmq-data-${NAME}-${i}`));
    });
    expect(ledger).toMatchObject({ lost: 0 });
    expect((await snapshots()).map(({ spec }) => spec.source.persistentVolumeClaimName).sort()).toEqual([0, 1, 2].map(i => `rabbitmq-data-${NAME}-${i}`));
    expect(new Set((await snapshots()).map(({ metadata }) => metadata.labels['cdk8s-rabbitmq/snapshot'])).size).toBe(1);
    await deployment.ready();
  });

  test('that fail are deleted, and clients can connect again', async () => {
    const { namespace, deployment } = suite();
    await kubectl(['delete', 'volumesnapshot', '--all', '-n', namespace]);
    const running = run();
    await say({ error: { message: 'no space is left' } }, 1);
    const stderr = expect.stringMatching(
      /no space is left[^]*state: the snapshots are deleted, and clients can connect again/,
    );
    await expect(running).resolves.toMatchObject({ code: 17, stderr });
    expect(await snapshots()).toEqual([]);
    await deployment.ready();
    await declareQueue(await deployment.amqp(), 'after');
  });
});
