/** @jest-environment ./ops/test/support/environment.ts */
import { stringify } from 'yaml';
import type { DeploymentConfig } from '../../src/inventory/config';
import { KubernetesRabbitMQManager } from '../../src/manager/manager';
import { ExitCode } from '../../src/core/errors';
import { exec } from '../../src/kubernetes/exec';
import { FakeCluster, inventoryOf } from '../support/cluster';

jest.mock('../../src/kubernetes/exec');

describe('a deploy of a cluster that is there', () => {
  let cluster: FakeCluster;
  let manager: KubernetesRabbitMQManager;

  const start = async (image: string, inventory?: DeploymentConfig): Promise<void> => {
    cluster = await FakeCluster.start(image);
    cluster.inventory = inventory && inventoryOf(stringify(inventory));
    jest.mocked(exec).mockImplementation((_, _pod, command) => Promise.resolve(cluster.exec(command)));
    manager = new KubernetesRabbitMQManager(cluster.server.connection());
  };

  afterEach(() => cluster.server.stop());

  const deploy = (config: DeploymentConfig) => manager.createDeployment({ namespace: 'shop', clusterName: 'orders', ...config });
  /** What a deploy would apply as the StatefulSet. */
  const planned = async (config: DeploymentConfig) => {
    await manager.planDeployment({ namespace: 'shop', clusterName: 'orders', ...config });
    return cluster.tried.find(({ kind }) => kind === 'StatefulSet').spec;
  };
  const refused = async (config: DeploymentConfig, message: RegExp): Promise<void> => {
    await expect(deploy(config)).rejects.toMatchObject({ code: ExitCode.REFUSED, message: expect.stringMatching(message), state: 'nothing was changed' });
    expect(cluster.writes).toEqual([]);
  };

  test.each([
    ['4.0.9', 'rabbitmq:4.3.6-management', /: 4\.0\.9 can't become 4\.3\.6 in one step: upgrade to 4\.2\.\d+, then to 4\.3\.6.*; begin with "rabbitmq-k8s upgrade rabbitmq:4\.2\.\d+-management -n shop -c orders"$/],
    ['4.3.6', 'rabbitmq:4.2.10', /4\.3\.6 can't become 4\.2\.10: RabbitMQ can't go back to an older series/],
    ['4.3.6', 'rabbitmq:4.3.5', /4\.3\.5 is older than 4\.3\.6/],
  ])('of %s with %s is refused', async (from, image, message) => {
    await start(`rabbitmq:${from}-management`);
    await refused({ image }, message);
    await expect(manager.planDeployment({ namespace: 'shop', clusterName: 'orders', image })).rejects.toThrow(message);
  });

  test('with another image is refused while a feature flag isn\'t enabled', async () => {
    await start('rabbitmq:4.2.10-management');
    cluster.featureFlags.push({ name: 'rabbitmq_4.2.0', state: 'disabled', stability: 'stable' });
    await refused({ image: 'rabbitmq:4.3.6' }, /feature flags have to be enabled before, for good: rabbitmq_4\.2\.0; "rabbitmq-k8s upgrade rabbitmq:4\.3\.6 -n shop -c orders" does that/);
    cluster.featureFlags.pop();
    expect((await planned({ image: 'rabbitmq:4.3.6' })).template.spec.containers[0].image).toBe('rabbitmq:4.3.6');
  });

  test.each([
    ['rabbitmq:4.0.9', 'rabbitmq:4.3.6', /4\.0\.9 can't become 4\.3\.6/],
    ['rabbitmq:4.2.10', 'rabbitmq:4.3.6', /no broker answers that could say whether the feature flags are enabled that 4\.3 needs/],
    ['mq:17', 'rabbitmq:4.3.6', /no broker answers, and mq:17 doesn't say which release/],
  ])('from %s to %s is refused where no broker answers', async (from, image, message) => {
    await start(from);
    cluster.stop();
    await refused({ image }, message);
  });

  test('can replace a broken image by one of the same series while no broker answers', async () => {
    await start('rabbitmq:4.3.9');
    cluster.stop();
    expect((await planned({ image: 'rabbitmq:4.3.6' })).template.spec.containers[0].image).toBe('rabbitmq:4.3.6');
  });

  test('keeps image and size where nothing is said of them', async () => {
    await start('rabbitmq:4.0.9-management');
    cluster.statefulSet.spec.volumeClaimTemplates[0].spec.resources.requests.storage = '50Gi';
    const { template, volumeClaimTemplates } = await planned({});
    expect(template.spec.containers[0].image).toBe('rabbitmq:4.0.9-management');
    expect(volumeClaimTemplates[0].spec.resources.requests.storage).toBe('50Gi');
  });

  test('takes an image by tag and digest, keeps it, and sees a newer tag as an upgrade', async () => {
    const digest = `@sha256:${'0'.repeat(64)}`;
    await start('rabbitmq:4.3.5-management');
    expect((await planned({ image: `rabbitmq:4.3.6-management${digest}` })).template.spec.containers[0].image).toBe(`rabbitmq:4.3.6-management${digest}`);
    await cluster.server.stop();
    await start(`rabbitmq:4.3.5-management${digest}`);
    expect((await planned({})).template.spec.containers[0].image).toBe(`rabbitmq:4.3.5-management${digest}`);
    await refused({ image: `rabbitmq:4.3.4-management${digest}` }, /4\.3\.4 is older than 4\.3\.5/);
  });

  test('keeps an image whose tag doesn\'t say the release, where that was stated', async () => {
    await start('mq:18', { image: 'mq:18', release: '4.3.6' });
    expect((await planned({})).template.spec.containers[0].image).toBe('mq:18');
    await cluster.server.stop();
    await start('mq:18');
    await refused({}, /shop\/orders runs mq:18, whose tag doesn't say which release of RabbitMQ is in it: name .* by --image, and the release by --release/);
  });

  test('takes the release with the image, when an update names another one', async () => {
    await start('mq:18', { image: 'mq:18', release: '4.3.6' });
    cluster.releases['mq:18'] = '4.3.6';
    await expect(manager.updateDeployment('shop', 'orders', { image: 'rabbitmq:4.2.10' })).rejects.toThrow(/can't go back to an older series/);
  });

  test('is refused while an upgrade is under way, with what finishes and what undoes it', async () => {
    await start('rabbitmq:4.3.6');
    cluster.statefulSet.metadata.annotations = { 'rabbitmq-k8s/roll': 'upgrade', 'rabbitmq-k8s/former-image': 'rabbitmq:4.3.5', 'rabbitmq-k8s/former-release': '4.3.5' };
    cluster.statefulSet.spec.updateStrategy = { rollingUpdate: { partition: 2 } };
    const commands = ['"rabbitmq-k8s upgrade rabbitmq:4.3.6 -n shop -c orders" finishes it', '"rabbitmq-k8s rollback -n shop -c orders" undoes it'];
    await refused({}, new RegExp(`^an upgrade of shop/orders to rabbitmq:4.3.6 is under way .*: ${commands.join(', ')}`));
  });
});
