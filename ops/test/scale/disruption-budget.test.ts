/** @jest-environment ./ops/test/support/environment.ts */
import { parse } from 'yaml';
import { protectBrokers } from '../../src/scale/disruption-budget';
import { SILENT } from '../../src/core/progress';
import { CLUSTER, FakeCluster, inventoryOf } from '../support/cluster';
import { refusal } from '../support/api-server';

const BUDGET = { spec: { selector: { matchLabels: { app: 'rabbitmq', cluster: 'orders' } } } };
const ADVICE = 'No PodDisruptionBudget protects the 3 brokers of shop/orders: "rabbitmq-k8s deploy -n shop -c orders" creates one; if manifests, Helm or GitOps describe the cluster, set replicas to 3 there';

describe('the PodDisruptionBudget of a cluster that was scaled', () => {
  let cluster: FakeCluster;

  beforeEach(async () => {
    cluster = await FakeCluster.start('rabbitmq:4.3.6-management');
    Object.assign(cluster.lists, { poddisruptionbudgets: [] });
    cluster.inventory = inventoryOf('namespace: shop\nclusterName: orders\nreplicas: 1\n');
  });
  afterEach(() => cluster.server.stop());

  const protect = async (brokers = 3) => protectBrokers(
    {
      kubernetes: cluster.server.connection(), progress: SILENT, signal: new AbortController().signal, timeoutMs: 1_000,
    }, CLUSTER, brokers);

  test('is created by the options of the last deploy, and listed for cleanup', async () => {
    await expect(protect()).resolves.toEqual([]);
    expect(cluster.writes).toEqual(['PATCH PodDisruptionBudget orders', 'PATCH ConfigMap orders-deployment']);
    expect(parse(cluster.inventory.data['objects.yaml'])).toEqual([{ apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { name: 'orders', namespace: 'shop' } }]);
  });

  test.each<[string, () => void, number]>([
    ['is not created twice', () => { Object.assign(cluster.lists, { poddisruptionbudgets: [BUDGET] }); }, 3],
    ['is not needed by one broker', () => undefined, 1],
    ['is not judged where it can\'t be seen', () => { cluster.server.intercept(({ path }) => (path.endsWith('poddisruptionbudgets') ? refusal(403, 'Forbidden', 'no') : undefined)); }, 3],
  ])('%s', async (_, change, brokers) => {
    change();
    await expect(protect(brokers)).resolves.toEqual([]);
    expect(cluster.writes).toEqual([]);
  });

  test.each<[string, () => void]>([
    ['was not deployed by this program', () => { cluster.inventory = undefined; }],
    ['this user may not protect', () => { cluster.forbidden.add('PATCH PodDisruptionBudget'); }],
    ['has an inventory of somebody else', () => { cluster.inventory.metadata.labels = {}; }],
  ])('is named, with what creates it, for a cluster that %s', async (_, change) => {
    change();
    await expect(protect()).resolves.toEqual([ADVICE]);
  });
});
