/** @jest-environment ./ops/test/support/environment.ts */
import { differences, obstaclesIn, planDeployment, type PlanOptions, removalsToConfirm } from '../../src/deploy/plan';
import type { Manifest } from '../../src/kubernetes/objects';
import { FakeApiServer, refusal, type Answer, type Received } from '../support/api-server';

const labels = { cluster: 'orders', 'app.kubernetes.io/part-of': 'rabbitmq' };
const OURS = { namespace: 'shop', labels, managedFields: [{ manager: 'rabbitmq-k8s', operation: 'Apply' }] };
const STATEFUL_SET = { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'orders', ...OURS } };
const claims = (storageClassName: string, storage: string) => [{ metadata: { name: 'data' }, spec: { storageClassName, resources: { requests: { storage } } } }];

const GROUPS: Readonly<Record<string, unknown>> = {
  '/apis/apps/v1': { resources: [{ name: 'statefulsets', kind: 'StatefulSet', namespaced: true }] },
  '/api/v1': { resources: [{ name: 'configmaps', kind: 'ConfigMap', namespaced: true }, { name: 'secrets', kind: 'Secret', namespaced: true }, { name: 'persistentvolumeclaims', kind: 'PersistentVolumeClaim', namespaced: true }] },
};

test('differences are named by path, list items by their names', () => {
  expect(differences(
    { spec: { replicas: 3, containers: [{ name: 'rabbitmq', image: 'a' }], same: [1] } },
    { spec: { replicas: 3, containers: [{ name: 'rabbitmq', image: 'b' }], same: [1], more: true } },
  )).toEqual([
    { path: 'spec.containers[rabbitmq].image', before: 'a', after: 'b' },
    { path: 'spec.more', before: undefined, after: true },
  ]);
});

describe('the effect of a deploy', () => {
  let server: FakeApiServer;

  afterEach(() => server.stop());

  /** The plan where `live` is there and the API server answers a dry run of it with what it is sent, or refuses it. */
  const planFor = async (
    live: Manifest | undefined, wanted: Manifest, refused?: Answer, objects: readonly Manifest[] = live
      ? [live]
      : [], options: PlanOptions = {},
  ) => {
    const answer = ({ method, path, query, body }: Received): Answer => {
      if (path in GROUPS) {
        return { body: GROUPS[path] };
      }
      if (method === 'GET') {
        return live && path.endsWith(`/${live.metadata.name}`) ? { body: live } : refusal(404, 'NotFound', 'not found');
      }
      expect(query.get('dryRun')).toBe('All');
      return refused ?? { body: { ...live, ...body, metadata: { ...live?.metadata, ...body.metadata } } };
    };
    server = await FakeApiServer.start(answer);
    return planDeployment(server.connection(), { namespace: 'shop', name: 'orders' }, [wanted], { config: {}, ownsNamespace: false, objects }, options);
  };

  test('is that an object is created, where there is none', async () => {
    await expect(planFor(undefined, STATEFUL_SET)).resolves.toMatchObject({ effect: 'created' });
  });

  test('is none where nothing differs but what the API server writes', async () => {
    const live = { ...STATEFUL_SET, metadata: { ...STATEFUL_SET.metadata, resourceVersion: '7', generation: 2, managedFields: [] }, spec: { replicas: 3 }, status: { replicas: 3 } };
    await expect(planFor(live, { ...STATEFUL_SET, spec: { replicas: 3 } })).resolves.toMatchObject({ effect: 'none' });
  });

  test('is live where the pods stay as they are', async () => {
    await expect(planFor(
      { ...STATEFUL_SET, spec: { replicas: 3 } },
      { ...STATEFUL_SET, spec: { replicas: 5 } },
    )).resolves.toMatchObject({
      effect: 'live', changes: [{ fields: [{ path: 'spec.replicas', before: 3, after: 5 }] }],
    });
  });

  test('is a rolling restart where the pods change', async () => {
    const spec = (image: string) => ({ template: { spec: { containers: [{ name: 'rabbitmq', image }] } } });
    await expect(planFor({ ...STATEFUL_SET, spec: spec('a') }, { ...STATEFUL_SET, spec: spec('b') })).resolves.toMatchObject({ effect: 'rolling restart' });
  });

  const FORBIDDEN = refusal(422, 'Invalid', 'updates to statefulset spec for fields other than …');

  test.each([
    ['impossible', 'another storage class', claims('ssd', '10Gi'), /storage class/],
    ['recreation', 'another size', claims('standard', '20Gi'), /expand/],
  ])('is %s with volumes of %s', async (effect, _, volumeClaimTemplates, reason) => {
    const plan = await planFor({ ...STATEFUL_SET, spec: { volumeClaimTemplates: claims('standard', '10Gi') } }, { ...STATEFUL_SET, spec: { volumeClaimTemplates } }, FORBIDDEN);
    expect(plan).toMatchObject({ effect, changes: [{ reason: expect.stringMatching(reason) }] });
    expect(obstaclesIn(plan)).toMatch(reason);
  });

  test.each([['on', true], ['off', false]])('is impossible where TLS between brokers, which is %s, would change', async (state, isOn) => {
    const marked = claims('standard', '10Gi').map(claim => ({ ...claim, metadata: { ...claim.metadata, annotations: { 'cdk8s-rabbitmq/inter-node-tls': 'true' } } }));
    const spec = (isMarked: boolean) => ({ volumeClaimTemplates: isMarked ? marked : claims('standard', '10Gi') });
    const plan = await planFor(
      { ...STATEFUL_SET, spec: spec(isOn) },
      { ...STATEFUL_SET, spec: spec(!isOn) },
      FORBIDDEN,
    );
    expect(plan).toMatchObject({ effect: 'impossible' });
    expect(obstaclesIn(plan)).toMatch(new RegExp(`TLS between brokers is ${state} in this cluster and stays so: .*deploy a second cluster`));
  });

  test('is that what is no longer wanted is removed', async () => {
    const plan = await planFor({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'old', ...OURS } }, STATEFUL_SET);
    expect(plan.changes).toContainEqual(expect.objectContaining({ effect: 'removed', object: expect.objectContaining({ kind: 'ConfigMap' }) }));
    expect(obstaclesIn(plan)).toBeUndefined();
  });

  test.each(['PersistentVolumeClaim', 'Secret'])('is never that a %s that is no longer wanted is removed', async (kind) => {
    const plan = await planFor({ apiVersion: 'v1', kind, metadata: { name: 'old', ...OURS } }, STATEFUL_SET);
    expect(plan).toMatchObject({ effect: 'created', stays: [{ kind, metadata: { name: 'old' } }] });
    expect(plan.changes).toHaveLength(1);
  });

  test('does not remove an object that others recreated', async () => {
    const plan = await planFor({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'old', namespace: 'shop', managedFields: [{ manager: 'kubectl' }] } } as Manifest, STATEFUL_SET);
    expect(plan).toMatchObject({ effect: 'created', changes: [{ object: { kind: 'StatefulSet' } }], stays: [] });
  });

  test.each([
    ['has the labels of another cluster', { ...OURS, labels: { ...labels, cluster: 'others' } }],
    ['has no labels', { ...OURS, labels: {} }],
    ['is part of something else', { ...OURS, labels: { ...labels, 'app.kubernetes.io/part-of': 'shop' } }],
  ])('is not that an object is removed that %s', async (_, metadata) => {
    const plan = await planFor({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'old', ...metadata } }, STATEFUL_SET);
    expect(plan).toMatchObject({ changes: [{ object: { kind: 'StatefulSet' } }], stays: [] });
  });

  test.each([
    ['has other labels', { cluster: 'orders', app: 'orders' }],
    ['is of another cluster', { ...labels, cluster: 'others' }],
    ['has no labels', undefined],
  ])('is impossible over an object that %s', async (_, others) => {
    const foreign = { ...STATEFUL_SET, metadata: { name: 'orders', namespace: 'shop', labels: others, managedFields: [{ manager: 'kubectl' }] } } as Manifest;
    for (const objects of [[], [foreign]]) {
      const plan = await planFor(foreign, STATEFUL_SET, undefined, objects);
      expect(plan).toMatchObject({ effect: 'impossible', changes: [{ fields: [] }] });
      expect(obstaclesIn(plan)).toMatch(/^StatefulSet shop\/orders: there is one that wasn't made by this program/);
      await server.stop();
    }
  });

  test('is live over an object of ours that has lost its labels', async () => {
    await expect(planFor({ ...STATEFUL_SET, metadata: { ...STATEFUL_SET.metadata, labels: {} } }, STATEFUL_SET)).resolves.toMatchObject({ effect: 'live' });
  });

  describe('of an object of a Helm release', () => {
    const live = { ...STATEFUL_SET, metadata: { ...STATEFUL_SET.metadata, annotations: { 'meta.helm.sh/release-name': 'shop' } } };

    test('is impossible, and names the release', async () => {
      const plan = await planFor(live, STATEFUL_SET);
      expect(plan).toMatchObject({ effect: 'impossible' });
      expect(obstaclesIn(plan)).toBe('Helm release shop manages this cluster (StatefulSet shop/orders). Change it there, or take it over with --adopt');
    });

    test('is a change like any other once it is adopted', async () => {
      const plan = await planFor(live, { ...STATEFUL_SET, spec: { replicas: 3 } }, undefined, [], { adopt: true });
      expect(plan).toMatchObject({ effect: 'live', changes: [{ manager: { name: 'Helm release shop', afterTakeover: expect.stringContaining('kubectl -n shop delete secret -l owner=helm,name=shop') } }] });
      expect(obstaclesIn(plan)).toBeUndefined();
    });
  });

  test.each([
    ['Job', 'orders-init-2fe99', 'orders-init-0ab12', []],
    ['ConfigMap', 'orders-programs-14e71c8270', 'orders-programs-c1cf650f37', []],
    ['ConfigMap', 'orders-programs-14e71c8270', 'orders-config', ['orders-programs-14e71c8270']],
    ['Job', 'orders-init', 'orders-init-0ab12', ['orders-init']],
  ])('needs a confirmation of removals, except of an older version of the same object: %s %s and %s', async (kind, old, wanted, asked) => {
    const [apiVersion, resource] = kind === 'Job' ? ['batch/v1', 'jobs'] : ['v1', 'configmaps'];
    const live = { apiVersion, kind, metadata: { ...OURS, name: old } };
    server = await FakeApiServer.start(({ path, method }) => {
      if (path === '/apis/batch/v1') { return { body: { resources: [{ name: 'jobs', kind: 'Job', namespaced: true }] } }; }
      if (path in GROUPS) { return { body: GROUPS[path] }; }
      return method === 'GET' && path.endsWith(`/${resource}/${old}`) ? { body: live } : refusal(404, 'NotFound', 'not found');
    });
    const plan = await planDeployment(server.connection(), { namespace: 'shop', name: 'orders' }, [{ ...live, metadata: { ...live.metadata, name: wanted } }], { config: {}, ownsNamespace: false, objects: [live] });
    expect(plan.changes.map(({ effect }) => effect)).toEqual(['created', 'removed']);
    expect(removalsToConfirm(plan).map(({ metadata }) => metadata.name)).toEqual(asked);
  });

  test('never tells values of a Secret', async () => {
    const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'own', ...OURS } };
    const plan = await planFor({ ...secret, data: { password: 'b2xk' } }, { ...secret, data: { password: 'bmV3' } });
    expect(plan.changes[0].fields).toEqual([{ path: 'data.password' }]);
  });
});
