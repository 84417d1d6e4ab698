/** @jest-environment ./ops/test/support/environment.ts */
import { BackupManager } from '../../src/backup/backup-manager';
import { ExitCode } from '../../src/core/errors';
import { exec } from '../../src/kubernetes/exec';
import { KubernetesRabbitMQManager } from '../../src/manager/manager';
import { type Answer, refusal } from '../support/api-server';
import { FakeCluster, inventoryOf } from '../support/cluster';

jest.mock('../../src/kubernetes/exec');

const OLD = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'orders-old', namespace: 'shop' } };

describe('a deploy that removes an object', () => {
  let cluster: FakeCluster;
  let manager: KubernetesRabbitMQManager;

  beforeEach(async () => {
    cluster = await FakeCluster.start('rabbitmq:4.3.6-management', 3);
    const inventory = inventoryOf('{}') as { data: Record<string, string> };
    inventory.data['objects.yaml'] = JSON.stringify([OLD]);
    cluster.inventory = inventory;
    const labels = { cluster: 'orders', 'app.kubernetes.io/part-of': 'rabbitmq' };
    const live: Answer = { body: { ...OLD, metadata: { ...OLD.metadata, labels, managedFields: [{ manager: 'rabbitmq-k8s' }] } } };
    cluster.server.intercept(({ method, path, query, body }) => {
      if (method === 'PATCH' && !query.has('dryRun') && !/statefulsets|leases|-deployment$/.test(path)) {
        return { body };
      }
      if (path.endsWith('/services/orders-old')) {
        return live;
      }
      return method === 'GET' && /\/configmaps\/(?!orders-deployment)/.test(path) ? refusal(404, 'NotFound', path) : undefined;
    });
    jest.mocked(exec).mockImplementation((_, _pod, command) => Promise.resolve(cluster.exec(command)));
    manager = new KubernetesRabbitMQManager(cluster.server.connection());
  });

  afterEach(() => cluster.server.stop());

  const deletions = (): string[] => cluster.server.received.filter(({ method }) => method === 'DELETE').map(({ path }) => path);
  const deploy = (confirmRemoval?: () => Promise<boolean>) =>
    manager.createDeployment({ namespace: 'shop', clusterName: 'orders' }, { timeoutMs: 15_000, confirmRemoval }).catch((error: unknown) => error);

  test('changes nothing unless the removal is confirmed', async () => {
    const confirm = jest.fn(() => Promise.resolve(false));
    await expect(deploy(confirm)).resolves.toMatchObject({
      code: ExitCode.REFUSED, message: 'the deploy would delete Service shop/orders-old, and that was not confirmed', state: 'nothing was changed',
    });
    expect(confirm).toHaveBeenCalledWith([OLD]);
    expect(deletions()).toEqual([]);
    expect(cluster.writes).toEqual([]);
  });

  test.each([['confirmed', () => Promise.resolve(true)], ['without a confirmation', undefined]])('deletes it: %s', async (_, confirm) => {
    await deploy(confirm);
    expect(deletions()).toEqual(['/api/v1/namespaces/shop/services/orders-old']);
  });

  test('is refused as part of a backup schedule', async () => {
    await expect(new BackupManager(cluster.server.connection()).schedule('shop', 'orders', {})).rejects.toMatchObject({ code: ExitCode.REFUSED });
    expect(deletions()).toEqual([]);
  });

  test('keeps the image that brokers run when a schedule changes, even if the ConfigMap names another', async () => {
    cluster.inventory.data = { ...cluster.inventory.data, 'config.yaml': 'image: registry.example.com/rabbitmq:4.3.7', 'objects.yaml': '[]' };
    await new BackupManager(cluster.server.connection()).schedule('shop', 'orders', {}, { timeoutMs: 15_000 }).catch(() => undefined);
    expect(cluster.writes).toContain('PATCH StatefulSet orders');
    expect(cluster.images).toEqual(Array(3).fill('rabbitmq:4.3.6-management'));
  });
});
