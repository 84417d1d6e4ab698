/** @jest-environment ./ops/test/support/environment.ts */
import { clusterList } from '../../src/health/cluster-list';
import { FakeApiServer } from '../support/api-server';

describe('the list of clusters', () => {
  let server: FakeApiServer;

  afterEach(() => server.stop());

  const stateOf = async (replicas: number, readyReplicas: number, annotations = {}): Promise<string> => {
    const container = { name: 'rabbitmq', image: 'rabbitmq:4.3.6' };
    server = await FakeApiServer.start(() => ({ body: { items: [{ metadata: { namespace: 'shop', name: 'orders', annotations }, spec: { replicas, template: { spec: { containers: [container] } } }, status: { readyReplicas } }] } }));
    const [{ state }] = await clusterList(server.connection());
    expect(server.received[0].path).toBe('/apis/apps/v1/statefulsets');
    return state;
  };

  test.each([
    [3, 3, {}, 'running'],
    [3, 2, {}, 'starting'],
    [0, 0, {}, 'stopped'],
    [0, 0, { 'rabbitmq-k8s/hibernated-brokers': '3' }, 'hibernated'],
    [3, 3, { 'rabbitmq-k8s/roll': 'upgrade' }, 'upgrade incomplete'],
  ])('says of %d brokers with %d Ready and %j: %s', async (replicas, ready, annotations, state) => {
    await expect(stateOf(replicas, ready, annotations)).resolves.toBe(state);
  });
});
