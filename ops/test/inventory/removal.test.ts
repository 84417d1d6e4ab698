/** @jest-environment ./ops/test/support/environment.ts */
import { cleanup } from '../../src/cleanup/cleanup';
import { ExitCode } from '../../src/core/errors';
import { planDeployment } from '../../src/deploy/plan';
import type { DeploymentConfig } from '../../src/inventory/config';
import { inventoryManifest, refOf } from '../../src/inventory/inventory';
import { isRemovable, listedObjects } from '../../src/inventory/removal';
import { synthesize } from '../../src/inventory/synth';
import type { LiveObject, ObjectRef } from '../../src/kubernetes/objects';
import { operate } from '../../src/operation/operation';
import { FakeApiServer } from '../support/api-server';
import { ObjectStore } from '../support/object-store';

const CLUSTER = { namespace: 'shop', name: 'orders' };
const POLICIES = 'admissionregistration.k8s.io/v1';
const LABELS = { cluster: 'orders', 'app.kubernetes.io/part-of': 'rabbitmq' };

const ref = (apiVersion: string, kind: string, name: string, namespace?: string): ObjectRef =>
  ({ apiVersion, kind, metadata: { name, ...namespace !== undefined && { namespace } } });
const live = (object: ObjectRef, labels: Record<string, string> = LABELS, manager = 'rabbitmq-k8s'): LiveObject =>
  ({ ...object, metadata: { ...object.metadata, labels, managedFields: [{ manager }] } as LiveObject['metadata'] });

/** What somebody with `patch configmaps` in the namespace may write into the list. */
const FORGED: readonly (readonly [string, ObjectRef])[] = [
  ['a namespace', ref('v1', 'Namespace', 'production')],
  ['the cluster\'s own namespace', ref('v1', 'Namespace', 'shop')],
  ['a namespace that claims to be in this one', ref('v1', 'Namespace', 'production', 'shop')],
  ['an object of another namespace', ref('apps/v1', 'StatefulSet', 'victim', 'production')],
  ['an object without a namespace', ref('apps/v1', 'StatefulSet', 'victim')],
  ['a kind that the library doesn\'t create', ref('v1', 'Pod', 'victim', 'shop')],
  ['a kind of another API group', ref('example.com/v1', 'StatefulSet', 'victim', 'shop')],
  ['a cluster-wide kind', ref('rbac.authorization.k8s.io/v1', 'ClusterRole', 'victim')],
  ['the policy of another cluster', ref(POLICIES, 'ValidatingAdmissionPolicy', 'shop-others-hpa')],
  ['a webhook with the policy\'s name', ref(POLICIES, 'ValidatingWebhookConfiguration', 'shop-orders-hpa')],
  ['a name that leaves the path', ref('v1', 'ConfigMap', '..', 'shop')],
  ['no object at all', { kind: 'StatefulSet' } as ObjectRef],
];

describe('the list of a deployment\'s objects', () => {
  test.each(FORGED)('is refused with %s', (_, forged) => {
    expect(() => listedObjects(CLUSTER, { objects: [ref('v1', 'Service', 'orders', 'shop'), forged] }))
      .toThrow(
        /^ConfigMap shop\/orders-deployment lists objects that no deployment of this cluster contains: .*Someone edited the list/,
      );
  });

  test('is refused if it is no list', () => {
    expect(() => listedObjects(CLUSTER, { objects: 'all' as never })).toThrow('"all"');
  });

  test.each<DeploymentConfig>([
    {}, { profile: 'dev' }, { profile: 'test' },
    { profile: 'prod', hpa: true, ingress: 'rabbitmq.example.com', monitoring: true },
  ])('may contain all that the library creates for %j', (config) => {
    const { cluster, manifests } = synthesize(config);
    const objects = manifests.map(refOf);
    expect(listedObjects(cluster, { objects })).toEqual(objects);
    expect(manifests.filter(manifest => !isRemovable(cluster, live(manifest, manifest.metadata.labels)))).toEqual([]);
  });
});

describe('a live object', () => {
  const service = ref('v1', 'Service', 'orders', 'shop');

  test.each<readonly [boolean, string, LiveObject]>([
    [true, 'has the cluster\'s labels and our field manager', live(service)],
    [false, 'has another cluster\'s labels', live(service, { ...LABELS, cluster: 'others' })],
    [false, 'is part of something else', live(service, { ...LABELS, 'app.kubernetes.io/part-of': 'shop' })],
    [false, 'has no labels', live(service, {})],
    [false, 'has another field manager', live(service, LABELS, 'kubectl')],
  ])('may be deleted: %s, if it %s', (expected, _, object) => {
    expect(isRemovable(CLUSTER, object)).toBe(expected);
  });
});

describe('a forged list', () => {
  let server: FakeApiServer;

  afterEach(() => server.stop());

  const start = async (forged: ObjectRef): Promise<void> => {
    const victim = live(ref('apps/v1', 'StatefulSet', 'victim', 'production'));
    const inventory = inventoryManifest(CLUSTER, { config: {}, objects: [], ownsNamespace: true });
    const data = { ...inventory.data as object, 'objects.yaml': JSON.stringify([forged]) };
    server = await FakeApiServer.start(new ObjectStore([victim, { ...inventory, data }]).answer);
  };
  const deletions = (): string[] => server.received.filter(({ method }) => method === 'DELETE').map(({ path }) => path);

  test.each(FORGED.slice(0, 5))('makes cleanup --delete-data delete nothing: %s', async (_, forged) => {
    await start(forged);
    const run = operate(server.connection(), {}, { name: 'cleanup', timeoutMs: 10_000 }, operation => cleanup(operation, CLUSTER, { deleteData: true }));
    await expect(run).rejects.toMatchObject({ code: ExitCode.REFUSED, state: 'nothing was changed' });
    expect(deletions()).toEqual([]);
  });

  test.each(FORGED.slice(0, 5))('makes deploy plan nothing: %s', async (_, forged) => {
    await start(forged);
    await expect(planDeployment(
      server.connection(),
      CLUSTER,
      [],
      { config: {}, ownsNamespace: false, objects: [forged] },
    ))
      .rejects.toMatchObject({ code: ExitCode.REFUSED });
  });

  test('that claims the namespace makes cleanup --delete-data keep a namespace that deploy did not create', async () => {
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { 'app.kubernetes.io/managed-by': 'helm' } } };
    server = await FakeApiServer.start(
      new ObjectStore([namespace, inventoryManifest(CLUSTER, { config: {}, objects: [], ownsNamespace: true })]).answer,
    );
    const { stays } = await operate(server.connection(), {}, { name: 'cleanup', timeoutMs: 10_000 }, operation => cleanup(operation, CLUSTER, { deleteData: true }));
    expect(stays).toContainEqual({ object: expect.objectContaining({ kind: 'Namespace' }), why: 'deploy did not create it' });
    expect(deletions()).not.toContain('/api/v1/namespaces/shop');
  });
});
