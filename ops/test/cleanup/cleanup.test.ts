/** @jest-environment ./ops/test/support/environment.ts */
import { cleanup, type CleanupPlan, type StayingObject } from '../../src/cleanup/cleanup';
import { inventoryManifest, labelOf } from '../../src/inventory/inventory';
import { operate } from '../../src/operation/operation';
import type { Manifest } from '../../src/kubernetes/objects';
import { FakeApiServer, refusal, type Received } from '../support/api-server';
import { ObjectStore } from '../support/object-store';

const CLUSTER = { namespace: 'shop', name: 'orders' };
const LABELS = { cluster: 'orders', 'app.kubernetes.io/part-of': 'rabbitmq' };
const APPLIED = { labels: LABELS, managedFields: [{ manager: 'rabbitmq-k8s', operation: 'Apply' }] };

const object = (kind: string, name: string, metadata: object = {}, apiVersion = 'v1'): Manifest =>
  ({ apiVersion, kind, metadata: { name, ...kind !== 'Namespace' && { namespace: 'shop' }, ...metadata } });

const statefulSet = object('StatefulSet', 'orders', { ...APPLIED, uid: 'sts' }, 'apps/v1');
const cronJob = object('CronJob', 'orders-backup', { ...APPLIED, uid: 'cron' }, 'batch/v1');
const backups = object('PersistentVolumeClaim', 'orders-backup', { ...APPLIED, labels: { ...LABELS, app: 'rabbitmq-backup' } });
const service = object('Service', 'orders', APPLIED);
const MADE = [statefulSet, cronJob, backups, service];
const DATA = [
  object('PersistentVolumeClaim', 'rabbitmq-data-orders-0', { labels: { app: 'rabbitmq', cluster: 'orders' } }),
  object('Secret', 'orders-credentials', { labels: { cluster: 'orders', 'app.kubernetes.io/part-of': 'rabbitmq' } }),
  object('Secret', 'orders-credentials-previous', { labels: { app: 'rabbitmq-rotation', cluster: 'orders' } }),
];
const ownedBy = (uid: string, { apiVersion, kind, metadata: { name } } = object('Job', 'any')) => ({ ownerReferences: [{ uid, apiVersion, kind, name }] });
const BY_KUBERNETES = [
  object('Namespace', 'shop', { ...APPLIED, labels: { 'app.kubernetes.io/managed-by': 'rabbitmq-k8s' } }),
  object('ConfigMap', 'kube-root-ca.crt'),
  object('ServiceAccount', 'default'),
  object('Event', 'pulled'),
  object('Job', 'orders-backup-1', { uid: 'job', ...ownedBy('cron', cronJob) }, 'batch/v1'),
  object('Pod', 'orders-backup-1-x', ownedBy('job')),
];

describe('a cleanup', () => {
  let server: FakeApiServer;
  let store: ObjectStore;

  afterEach(() => server.stop());

  const start = async (
    ownsNamespace: boolean,
    more: readonly Manifest[] = [],
    except?: (request: Received) => ReturnType<typeof refusal>,
  ) => {
    const inventory = inventoryManifest(CLUSTER, { config: {}, objects: MADE, ownsNamespace });
    store = new ObjectStore([...BY_KUBERNETES, ...MADE, ...DATA, inventory, ...more], except);
    server = await FakeApiServer.start(store.answer);
  };
  const run = async (deleteData = false): Promise<CleanupPlan> =>
    operate(server.connection(), {}, { name: 'cleanup', timeoutMs: 30_000 }, operation => cleanup(operation, CLUSTER, { deleteData }));
  const left = (): string[] => store.names.filter(name => !BY_KUBERNETES.map(labelOf).includes(name));
  const reasonFor = ({ stays }: { stays: readonly StayingObject[] }, label: string): string | undefined =>
    stays.find(({ object: which }) => labelOf(which) === label)?.why;

  test('keeps volumes, those of backups too, and Secrets, a rotation\'s too, and says so', async () => {
    await start(false);
    const { stays } = await run();
    const kept = ['ConfigMap orders-deployment', ...[...DATA, backups].map(labelOf)].sort();
    expect(left()).toEqual(kept);
    expect(stays.map(({ object: which }) => labelOf(which)).sort()).toEqual([...kept, 'Namespace shop'].sort());
  });

  test('can delete the data later', async () => {
    await start(true);
    await expect(run()).resolves.toMatchObject({ stays: expect.arrayContaining([{ object: expect.objectContaining({ kind: 'Namespace' }), why: 'only --delete-data deletes it' }]) });
    await expect(run(true)).resolves.toMatchObject({ stays: [] });
    expect(left()).toEqual([]);
    expect(store.names).not.toContain('Namespace shop');
  });

  test('with data leaves a namespace that was there before', async () => {
    await start(false);
    expect(reasonFor(await run(true), 'Namespace shop')).toBe('deploy did not create it');
    expect(left()).toEqual([]);
    expect(store.names).toContain('Namespace shop');
  });

  test.each([
    object('Job', 'somebody-elses', ownedBy('other'), 'batch/v1'), object('Service', 'somebody-elses'), object('Order', 'somebody-elses', {}, 'example.com/v1'), object('Pod', 'somebody-elses'),
    object('Lease', 'somebody-elses', {}, 'coordination.k8s.io/v1'),
  ])('leaves a namespace with somebody else\'s $kind', async (other) => {
    await start(true, [other]);
    expect(reasonFor(await run(true), 'Namespace shop')).toBe(`there is more in it: ${other.kind} somebody-elses`);
    expect(left()).toEqual([labelOf(other)]);
    expect(store.names).toContain('Namespace shop');
  });

  test('leaves a namespace into which something comes meanwhile', async () => {
    await start(true, [], ({ method, path }) => {
      if (method === 'DELETE' && path.endsWith('/statefulsets/orders')) {
        store.add(object('Service', 'somebody-elses'));
      }
      return undefined;
    });
    const plan = await run(true);
    expect(reasonFor(plan, 'Namespace shop')).toBe('there is more in it: Service somebody-elses');
    expect(plan.goes.map(labelOf)).not.toContain('Namespace shop');
    expect(store.names).toContain('Namespace shop');
  });

  test.each([
    ['what can\'t be listed', 'what else is in it can\'t be seen with these rights: orders (example.com/v1)', ({ path }: Received) => path.endsWith('/namespaces/shop/orders')],
    ['what can\'t be discovered', 'what else is in it can\'t be seen with these rights: example.com/v1', ({ path }: Received) => path === '/apis/example.com/v1'],
  ])('leaves a namespace with %s', async (_, why, isDenied) => {
    await start(true, [], request => (isDenied(request) ? refusal(403, 'Forbidden', 'forbidden') : undefined));
    expect(reasonFor(await run(true), 'Namespace shop')).toBe(why);
    expect(left()).toEqual([]);
    expect(store.names).toContain('Namespace shop');
  });

  test('leaves a namespace that this user may not delete', async () => {
    await start(true, [], ({ path, body }) => (path.endsWith('/selfsubjectaccessreviews') ? { status: 201, body: { ...body, status: { allowed: false } } } : undefined));
    expect(reasonFor(await run(true), 'Namespace shop')).toBe('this user may not delete it');
  });

  test.each([
    ['/namespaces/shop', /^\d+ of \d+ objects are deleted; clean up again to go on$/, true],
    ['/persistentvolumeclaims/orders-backup', /^\d+ of \d+ objects are deleted; clean up again to go on$/, true],
    ['/leases/orders-operation', /^9 of 10 objects are deleted; left: Lease orders-operation$/, false],
  ])('that may not delete %s says what it has left, and can go on', async (denied, state, canGoOn) => {
    let isDenied = true;
    await start(true, [], ({ method, path }) => (isDenied && method === 'DELETE' && path.endsWith(denied) ? refusal(403, 'Forbidden', 'forbidden') : undefined));
    await expect(run(true)).rejects.toMatchObject({ message: expect.stringContaining('forbidden'), state: expect.stringMatching(state) });
    isDenied = false;
    await (canGoOn ? expect(run(true)).resolves.toMatchObject({ stays: [] }) : expect(run(true)).rejects.toMatchObject({ message: expect.stringContaining('wasn\'t deployed by this program') }));
  });

  test('touches no ConfigMap of somebody else that has its inventory\'s name', async () => {
    await start(false);
    store.add(object('ConfigMap', 'orders-deployment'));
    await expect(run()).rejects.toMatchObject({ message: expect.stringContaining('there is a ConfigMap orders-deployment'), state: 'nothing was changed' });
  });
});
