/** @jest-environment ./ops/test/support/environment.ts */
import { stringify } from 'yaml';
import type { DeploymentConfig } from '../../src/inventory/config';
import { KubernetesRabbitMQManager } from '../../src/manager/manager';
import type { DeployOptions } from '../../src/deploy/deploy';
import { ExitCode } from '../../src/core/errors';
import { exec } from '../../src/kubernetes/exec';
import { FakeCluster, inventoryOf } from '../support/cluster';

jest.mock('../../src/kubernetes/exec');

describe('a repeated deploy', () => {
  let cluster: FakeCluster;
  let manager: KubernetesRabbitMQManager;

  const start = async (last?: DeploymentConfig, replicas = 3): Promise<void> => {
    cluster = await FakeCluster.start('rabbitmq:4.3.6-management', replicas);
    cluster.inventory = last && inventoryOf(stringify(last));
    jest.mocked(exec).mockImplementation((_, _pod, command) => Promise.resolve(cluster.exec(command)));
    manager = new KubernetesRabbitMQManager(cluster.server.connection());
  };

  afterEach(() => cluster.server.stop());

  const plan = (config: DeploymentConfig, options: DeployOptions = {}) => manager.planDeployment({ namespace: 'shop', clusterName: 'orders', ...config }, options);
  const planned = (kind: string): any => cluster.tried.find(manifest => manifest.kind === kind);

  test('keeps the options of the last one', async () => {
    await start({ ingress: 'mq.example.com', backup: { schedule: '0 * * * *' }, allowNamespaces: ['web'] });
    const { changes, inherited } = await plan({ replicas: 3 });
    const objects = changes.map(({ object }) => object.kind);
    expect(objects).toEqual(expect.arrayContaining(['Ingress', 'CronJob']));
    expect(inherited).toEqual({ ingress: 'mq.example.com', backup: { schedule: '0 * * * *' }, allowNamespaces: ['web'] });
  });

  test('drops an option that is switched off', async () => {
    await start({ ingress: 'mq.example.com' });
    expect((await plan({ ingress: false })).changes.map(({ object }) => object.kind)).not.toContain('Ingress');
  });

  test('drops all options with reset', async () => {
    await start({ ingress: 'mq.example.com' });
    const { changes, inherited } = await plan({}, { reset: true });
    expect(changes.map(({ object }) => object.kind)).not.toContain('Ingress');
    expect(inherited).toEqual({});
  });

  test('keeps the number of brokers that scale has set', async () => {
    await start({ replicas: 3 }, 5);
    await plan({});
    expect(planned('StatefulSet').spec.replicas).toBe(5);
  });

  test('takes the number of another profile', async () => {
    await start({ profile: 'test' }, 1);
    await plan({ profile: 'test' });
    expect(planned('StatefulSet').spec.replicas).toBe(1);
    cluster.tried.length = 0;
    await plan({ profile: 'dev', replicas: 3 });
    expect(planned('StatefulSet').spec.replicas).toBe(3);
  });

  test('starts the brokers again that were stopped', async () => {
    await start({ replicas: 5 }, 0);
    await plan({});
    expect(planned('StatefulSet').spec.replicas).toBe(5);
  });

  test('keeps the storage class', async () => {
    await start({});
    cluster.statefulSet.spec.volumeClaimTemplates[0].spec.storageClassName = 'ssd';
    await plan({});
    expect(planned('StatefulSet').spec.volumeClaimTemplates[0].spec.storageClassName).toBe('ssd');
  });

  test('with 0 brokers is refused', async () => {
    await start({});
    await expect(plan({ replicas: 0 })).rejects.toMatchObject({ code: ExitCode.REFUSED, message: expect.stringContaining('rabbitmq-k8s hibernate -n shop -c orders') });
    expect(cluster.tried).toEqual([]);
  });

  test('says that it blocks clients where a NetworkPolicy appears', async () => {
    await start({}, 1);
    expect((await plan({ replicas: 3 })).clientAccess).toMatchObject({ blocks: ['every other pod'] });
  });

  describe('of a cluster whose brokers never started', () => {
    const stuck = async (image: string): Promise<void> => {
      await start({});
      cluster.statefulSet.spec.template.spec.containers[0].image = image;
      cluster.statefulSet.metadata.annotations = { 'rabbitmq-k8s/started': 'false' };
      cluster.statefulSet.status = { updateRevision: 'new', currentRevision: 'old' };
      cluster.pods.forEach((pod) => {
        pod.metadata.labels = { ...pod.metadata.labels, 'controller-revision-hash': 'old' };
        pod.spec.containers[0].image = image;
      });
      cluster.stop();
      cluster.keepsPods = true;
    };

    test('takes any other image', async () => {
      await stuck('rabbitmq:4.0.9');
      await plan({ image: 'rabbitmq:4.3.6' });
      expect(planned('StatefulSet').spec.template.spec.containers[0].image).toBe('rabbitmq:4.3.6');
      expect(planned('StatefulSet').metadata.annotations['rabbitmq-k8s/started']).toBe('false');
    });

    test('keeps to the rules of upgrades once a broker has started', async () => {
      await stuck('rabbitmq:4.0.9');
      cluster.pods[0].status.containerStatuses[0].lastState = { terminated: { exitCode: 1 } };
      await expect(plan({ image: 'rabbitmq:4.3.6' })).rejects.toThrow(/4\.0\.9 can't become 4\.3\.6/);
    });

    test('replaces the pods that can\'t start', async () => {
      await stuck('rabbitmq:4.3.9');
      await manager.createDeployment({ namespace: 'shop', clusterName: 'orders', image: 'rabbitmq:4.3.6' }, { timeoutMs: 4_000 }).catch(() => undefined);
      expect(cluster.deleted).toEqual(['orders-0', 'orders-1', 'orders-2']);
    });

    test('leaves pods alone whose broker runs', async () => {
      await stuck('rabbitmq:4.3.9');
      cluster.pods.forEach((pod) => { pod.status.containerStatuses[0].state = { running: {} }; });
      await manager.createDeployment({ namespace: 'shop', clusterName: 'orders', image: 'rabbitmq:4.3.6' }, { timeoutMs: 3_000 }).catch(() => undefined);
      expect(cluster.deleted).toEqual([]);
    });
  });
});
