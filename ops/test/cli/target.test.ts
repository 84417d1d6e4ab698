/** @jest-environment ./ops/test/support/environment.ts */
import { existingCluster } from '../../src/cli/target';
import { ExitCode } from '../../src/core/errors';
import { FakeApiServer, refusal, type Answer } from '../support/api-server';

describe('the cluster of a command', () => {
  let server: FakeApiServer;
  const paths: string[] = [];

  afterEach(() => server.stop());

  const withClusters = async (...names: string[]) => withAnswer({ body: { items: names.map(name => ({ metadata: { name, namespace: 'shop' } })) } });
  const withAnswer = async (answer: Answer) => {
    paths.length = 0;
    server = await FakeApiServer.start(({ path }) => {
      paths.push(path);
      return answer;
    });
    return server.connection();
  };

  test('is the only one of the namespace', async () => {
    await expect(existingCluster(await withClusters('orders'), { namespace: 'shop' })).resolves.toEqual({ namespace: 'shop', name: 'orders' });
  });

  test('has to be chosen of several', async () => {
    await expect(existingCluster(await withClusters('billing', 'orders'), { namespace: 'shop' })).rejects.toMatchObject({
      code: ExitCode.USAGE, message: 'namespace shop has 2 clusters: billing, orders. Choose one with --cluster-name',
    });
  });

  test('is the default one where that is among several, as it was before', async () => {
    await expect(existingCluster(await withClusters('orders', 'rabbitmq-cluster'), { namespace: 'shop' })).resolves.toEqual({ namespace: 'shop', name: 'rabbitmq-cluster' });
  });

  test('is the one that is named, without a request', async () => {
    await expect(existingCluster(await withClusters('billing', 'orders'), { namespace: 'shop', clusterName: 'x' })).resolves.toEqual({ namespace: 'shop', name: 'x' });
    expect(paths).toEqual([]);
  });

  test.each([['none is there', { body: { items: [] } }], ['they can\'t be listed', refusal(403, 'Forbidden', 'no')]])('is the default one where %s', async (_, answer) => {
    await expect(existingCluster(await withAnswer(answer), { namespace: 'shop' })).resolves.toEqual({ namespace: 'shop', name: 'rabbitmq-cluster' });
  });
});
