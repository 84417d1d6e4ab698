/** @jest-environment ./ops/test/support/environment.ts */
import { ExitCode } from '../../src/core/errors';
import type { DeploymentConfig } from '../../src/inventory/config';
import { exec } from '../../src/kubernetes/exec';
import { KubernetesRabbitMQManager } from '../../src/manager/manager';
import { refusal } from '../support/api-server';
import { FakeCluster } from '../support/cluster';

jest.mock('../../src/kubernetes/exec');

const quota = (hard: Record<string, string>, used: Record<string, string> = {}, spec = {}) => ({ metadata: { name: 'team' }, spec, status: { hard, used } });
const limitRange = (limits: object) => ({ metadata: { name: 'limits' }, spec: { limits: [limits] } });
const NODE = { metadata: { name: 'worker', labels: {} }, status: { allocatable: { cpu: '8', memory: '32Gi' }, images: [] } };

describe('before a deploy of a new cluster', () => {
  let cluster: FakeCluster;
  let manager: KubernetesRabbitMQManager;
  const warnings: string[] = [];

  beforeEach(async () => {
    warnings.length = 0;
    cluster = await FakeCluster.start('rabbitmq:4.3.6-management', 0);
    cluster.server.intercept(({ method, path }) => (method === 'GET' && /\/(statefulsets|configmaps)\//.test(path) ? refusal(404, 'NotFound', path) : undefined));
    jest.mocked(exec).mockImplementation((_, _pod, command) => Promise.resolve(cluster.exec(command)));
    manager = new KubernetesRabbitMQManager(cluster.server.connection());
  });

  afterEach(() => cluster.server.stop());

  const place: DeploymentConfig = { namespace: 'shop', clusterName: 'orders' };
  const deploy = (config: DeploymentConfig = {}) => manager.createDeployment({ ...place, ...config }, {
    timeoutMs: 20_000, progress: {
      step: () => undefined, live: () => undefined, warn: (text) => { warnings.push(text); },
    },
  });
  const refused = async (message: RegExp, config: DeploymentConfig = {}): Promise<void> => {
    await expect(deploy(config)).rejects.toMatchObject({ code: ExitCode.REFUSED, message: expect.stringMatching(message), state: 'nothing was changed' });
    expect(cluster.writes).toEqual([]);
  };
  /** That the objects are applied; the brokers of this API server never come. */
  const applied = async (config: DeploymentConfig = {}): Promise<void> => {
    await expect(deploy(config)).rejects.toMatchObject({ state: expect.stringContaining('all objects are applied') });
  };

  test('a storage class that does not exist stops it, with those that do', async () => {
    await refused(/There is no storage class "gone"\. Use --storage-class with one of: standard/, { storageClass: 'gone' });
  });

  test('a storage class without an object is accepted where volumes are prepared', async () => {
    cluster.lists.persistentvolumes = [1, 2, 3].map(() => ({ spec: { storageClassName: 'manual' }, status: { phase: 'Available' } }));
    await applied({ storageClass: 'manual' });
    cluster.lists.persistentvolumes = cluster.lists.persistentvolumes.slice(1);
    await expect(deploy({ storageClass: 'manual' })).rejects.toThrow(/There is no storage class "manual"/);
  });

  test('no default storage class stops it', async () => {
    cluster.lists.storageclasses = [{ metadata: { name: 'standard' } }];
    await refused(/There is no default storage class/);
  });

  test.each<[string, object, RegExp]>([
    ['memory', quota({ 'limits.memory': '6143Mi' }), /quota of the namespace is too small.*team: limits\.memory has 0Mi of 6Gi used, and the brokers need 6Gi more/],
    ['what others use', quota({ 'requests.cpu': '2' }, { 'requests.cpu': '600m' }), /requests\.cpu has 0\.6 of 2 used, and the brokers need 1\.5 more/],
    ['what Kubernetes adds up', quota({ 'requests.memory': '824633720' }, { 'requests.memory': '118975146666m' }), /requests\.memory has 113\.5Mi of 786\.4Mi used, and the brokers need 3Gi more/],
    ['pods', quota({ 'count/pods': '2' }), /count\/pods/],
    ['volumes of a class', quota({ 'ssd.storageclass.storage.k8s.io/requests.storage': '59Gi' }), /ssd\.storageclass/],
    ['a resource that no container sets', quota({ 'limits.ephemeral-storage': '1Gi' }), /team requires that every container sets limits\.ephemeral-storage/],
  ])('a quota that is too small for %s stops it', async (_, item, message) => {
    cluster.lists.resourcequotas = [item];
    cluster.lists.storageclasses = [...cluster.lists.storageclasses, { metadata: { name: 'ssd' } }];
    await refused(message, { storageClass: 'ssd' });
  });

  test('a quota that is just large enough does not stop it, nor one of other pods', async () => {
    cluster.lists.resourcequotas = [quota({ 'limits.memory': '6Gi', 'requests.cpu': '2', pods: '3' }, { 'requests.cpu': '500m' }), quota({ pods: '0' }, {}, { scopes: ['Terminating'] })];
    await applied();
  });

  test('a LimitRange stops it', async () => {
    cluster.lists.limitranges = [limitRange({ type: 'Container', max: { memory: '1Gi' } })];
    await refused(
      /A LimitRange of the namespace does not allow the resources \(limits: container rabbitmq of StatefulSet orders takes memory 2Gi, at most 1Gi is allowed\)/,
    );
  });

  test('a kind that is missing stops it', async () => {
    cluster.server.intercept(({ method, path }) => (method === 'GET' && /\/(statefulsets|configmaps)\/|monitoring/.test(path) ? refusal(404, 'NotFound', path) : undefined));
    await refused(
      /This Kubernetes has no ServiceMonitor \(monitoring\.coreos\.com\/v1\).*Install the operator/,
      { monitoring: true },
    );
  });

  test('several findings are reported together', async () => {
    cluster.lists.resourcequotas = [quota({ pods: '0' })];
    await refused(/storage class "gone".*quota/, { storageClass: 'gone' });
  });

  test('too few nodes are a warning, as nodes may be added', async () => {
    cluster.lists.nodes = [NODE];
    await applied();
    expect(warnings.join()).toContain('3 brokers share 1 node. Add nodes');
  });

  test('rights that are missing leave a check out', async () => {
    cluster.server.intercept(({ method, path }) => {
      if (method === 'GET' && /\/(statefulsets|configmaps)\//.test(path)) { return refusal(404, 'NotFound', path); }
      return /\/(nodes|resourcequotas|limitranges|storageclasses|persistentvolumes)$/.test(path) ? refusal(403, 'Forbidden', 'no') : undefined;
    });
    await applied({ storageClass: 'gone' });
  });
});

describe('before a deploy of a cluster that exists', () => {
  test('a quota counts new brokers only, and an alarm is named', async () => {
    const cluster = await FakeCluster.start('rabbitmq:4.3.6-management', 3);
    const warnings: string[] = [];
    cluster.lists.resourcequotas = [quota({ pods: '3' }, { pods: '3' })];
    cluster.lists.persistentvolumeclaims = [0, 1, 2].map(i => ({ metadata: { name: `rabbitmq-data-orders-${i}` } }));
    jest.mocked(exec).mockImplementation((_, _pod, command) => {
      const { stdout, ...rest } = cluster.exec(command);
      return Promise.resolve({ ...rest, stdout: JSON.stringify({ ...JSON.parse(stdout), alarms: [{ node: 'rabbit@orders-1.orders-nodes.shop', resource: 'memory' }] }) });
    });
    const manager = new KubernetesRabbitMQManager(cluster.server.connection());
    const progress = { step: () => undefined, live: () => undefined, warn: (text: string) => { warnings.push(text); } };
    try {
      await manager.createDeployment({ namespace: 'shop', clusterName: 'orders' }, { timeoutMs: 15_000, progress }).catch(() => undefined);
      expect(warnings.join()).toContain('Brokers accept no messages: the memory alarm of orders-1 is on. Let consumers catch up');
      expect(cluster.writes).toContain('PATCH StatefulSet orders');
      await expect(manager.createDeployment({ namespace: 'shop', clusterName: 'orders', replicas: 4 }, { timeoutMs: 15_000 })).rejects.toThrow(/quota of the namespace is too small.*pods has 3 of 3 used, and the brokers need 1 more/);
    } finally {
      await cluster.server.stop();
    }
  });
});
