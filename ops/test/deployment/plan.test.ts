/** @jest-environment ./ops/test/support/environment.ts */
import { differences, obstaclesIn, planDeployment } from '../../src/deployment/plan';
import type { Manifest } from '../../src/kubernetes/objects';
import { FakeApiServer, refusal, type Answer, type Received } from '../support/api-server';

const STATEFUL_SET = { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'orders', namespace: 'shop' } };
const claims = (storageClassName: string, storage: string) => [{ metadata: { name: 'data' }, spec: { storageClassName, resources: { requests: { storage } } } }];

const GROUPS: Readonly<Record<string, unknown>> = {
  '/apis/apps/v1': { resources: [{ name: 'statefulsets', kind: 'StatefulSet', namespaced: true }] },
  '/api/v1': { resources: [{ name: 'configmaps', kind: 'ConfigMap', namespaced: true }, { name: 'secrets', kind: 'Secret', namespaced: true }] },
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
  const planFor = async (live: Manifest | undefined, wanted: Manifest, refused?: Answer) => {
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
    return planDeployment(server.connection(), [wanted], { config: {}, ownsNamespace: false, objects: live ? [live] : [] });
  };

  test('is that an object is created, where there is none', async () => {
    await expect(planFor(undefined, STATEFUL_SET)).resolves.toMatchObject({ effect: 'created' });
  });

  test('is none where nothing differs but what the API server writes', async () => {
    const live = { ...STATEFUL_SET, metadata: { ...STATEFUL_SET.metadata, resourceVersion: '7', generation: 2, managedFields: [] }, spec: { replicas: 3 }, status: { replicas: 3 } };
    await expect(planFor(live, { ...STATEFUL_SET, spec: { replicas: 3 } })).resolves.toMatchObject({ effect: 'none' });
  });

  test('is live where the pods stay as they are', async () => {
    await expect(planFor({ ...STATEFUL_SET, spec: { replicas: 3 } }, { ...STATEFUL_SET, spec: { replicas: 5 } })).resolves.toMatchObject({
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
    const plan = await planFor({ ...STATEFUL_SET, spec: spec(isOn) }, { ...STATEFUL_SET, spec: spec(!isOn) }, FORBIDDEN);
    expect(plan).toMatchObject({ effect: 'impossible' });
    expect(obstaclesIn(plan)).toMatch(new RegExp(`TLS between brokers is ${state} in this cluster and stays so: .*deploy a second cluster`));
  });

  test('is that what is no longer wanted is removed', async () => {
    const plan = await planFor({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'old', namespace: 'shop' } }, STATEFUL_SET);
    expect(plan.changes).toContainEqual(expect.objectContaining({ effect: 'removed', object: expect.objectContaining({ kind: 'ConfigMap' }) }));
    expect(obstaclesIn(plan)).toBeUndefined();
  });

  test('never tells values of a Secret', async () => {
    const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'own', namespace: 'shop' } };
    const plan = await planFor({ ...secret, data: { password: 'b2xk' } }, { ...secret, data: { password: 'bmV3' } });
    expect(plan.changes[0].fields).toEqual([{ path: 'data.password' }]);
  });
});
