/** @jest-environment ./ops/test/support/environment.ts */
import { parse } from 'yaml';
import { ExitCode } from '../../src/core/errors';
import { exec } from '../../src/kubernetes/exec';
import { SILENT } from '../../src/core/progress';
import { assertPullable } from '../../src/upgrade/pull-check';
import { ClusterUpgrader } from '../../src/upgrade/upgrader';
import { CLUSTER, FakeCluster, inventoryOf } from '../support/cluster';

jest.mock('../../src/kubernetes/exec');
jest.setTimeout(30_000);

const OLD = 'rabbitmq:4.3.5-management';
const NEW = 'rabbitmq:4.3.6-management';
const BAD = 'rabbitmq:4.3.7-management';
const all = (image: string): string[] => [image, image, image];

describe('a cluster', () => {
  let cluster: FakeCluster;
  let upgrader: ClusterUpgrader;

  const start = async (image = OLD, replicas = 3): Promise<void> => {
    cluster = await FakeCluster.start(image, replicas);
    jest.mocked(exec).mockImplementation((_, _pod, command) => Promise.resolve(cluster.exec(command)));
    upgrader = new ClusterUpgrader(cluster.server.connection());
  };

  afterEach(() => cluster.server.stop());

  const upgrade = (image: string, release?: string) =>
    upgrader.upgrade(CLUSTER, image, { release, brokerTimeoutMs: 1_500, timeoutMs: 20_000 });
  const rollback = () => upgrader.rollback(CLUSTER, { brokerTimeoutMs: 1_500, timeoutMs: 20_000 });

  test('goes back after an upgrade that was completed, and no further', async () => {
    await start();
    await upgrade(NEW);
    expect(cluster.images).toEqual(all(NEW));
    await expect(rollback()).resolves.toMatchObject({ image: OLD });
    expect([cluster.images, cluster.partition]).toEqual([all(OLD), 0]);
    await expect(rollback()).rejects.toMatchObject({ code: ExitCode.REFUSED, message: expect.stringContaining('so there is no previous one') });
  });

  test('goes back to the image that worked, after one bad image and after another', async () => {
    await start();
    cluster.broken.add(BAD).add('rabbitmq:4.3.8-management');
    await expect(upgrade(BAD)).rejects.toMatchObject({ code: ExitCode.INCOMPLETE });
    await expect(upgrade('rabbitmq:4.3.8-management')).rejects.toMatchObject({ code: ExitCode.INCOMPLETE });
    expect(cluster.images).toEqual([OLD, OLD, 'rabbitmq:4.3.8-management']);
    await rollback();
    expect(cluster.images).toEqual(all(OLD));
  });

  test.each([[OLD, BAD], ['mq:17', 'mq:18']])('goes on with a rollback to %s that was interrupted, and not to %s again', async (good, bad) => {
    await start(good);
    Object.assign(cluster.releases, { 'mq:17': '4.3.5', 'mq:18': '4.3.6' });
    cluster.broken.add(bad);
    await expect(upgrade(bad, bad === BAD ? undefined : '4.3.6')).rejects.toMatchObject({ code: ExitCode.INCOMPLETE });
    cluster.broken.add(good);
    await expect(rollback()).rejects.toMatchObject({ code: ExitCode.INCOMPLETE });
    cluster.broken.delete(good);
    await expect(rollback()).resolves.toMatchObject({ image: good });
    expect([cluster.images, cluster.partition]).toEqual([all(good), 0]);
  });

  test('goes back to the image that worked, where it was the last broker that didn\'t come up', async () => {
    await start();
    cluster.broken.add(`orders-0 ${BAD}`);
    await expect(upgrade(BAD)).rejects.toMatchObject({ code: ExitCode.INCOMPLETE });
    cluster.recover();
    cluster.broken.add('rabbitmq:4.3.8-management');
    await expect(upgrade('rabbitmq:4.3.8-management')).rejects.toMatchObject({ code: ExitCode.INCOMPLETE });
    await expect(rollback()).resolves.toMatchObject({ image: OLD });
  });

  test.each([
    ['goes back', OLD, undefined],
    ['doesn\'t go back to another series', 'rabbitmq:4.2.10-management', /no broker of shop\/orders runs that could say whether one has run a newer series than 4\.2/],
  ])('of one broker that doesn\'t start %s', async (_, good, refusal) => {
    await start(good, 1);
    cluster.broken.add(BAD);
    await expect(upgrade(BAD)).rejects.toMatchObject({ code: ExitCode.INCOMPLETE });
    const back = rollback();
    await (refusal ? expect(back).rejects.toThrow(refusal) : expect(back).resolves.toMatchObject({ image: good }));
  });

  test('says that feature flags are enabled for good, where the image can\'t be set after that', async () => {
    await start('rabbitmq:4.2.10-management');
    cluster.featureFlags.push({ name: 'rabbitmq_4.2.0', state: 'disabled', stability: 'stable' });
    cluster.forbidden.add('PATCH StatefulSet');
    await expect(upgrade(NEW)).rejects.toMatchObject({ code: ExitCode.DENIED, state: 'feature flags were enabled, for good: rabbitmq_4.2.0; no broker was replaced; the same command again goes on' });
    expect(cluster.commands).toContain('rabbitmqctl enable_feature_flag all');
  });

  describe('that has to enable feature flags first', () => {
    beforeEach(async () => {
      await start('rabbitmq:4.2.10-management');
      cluster.featureFlags.push({ name: 'rabbitmq_4.2.0', state: 'disabled', stability: 'stable' });
    });

    test('asks, and changes nothing without a yes', async () => {
      const confirmFeatureFlags = jest.fn(() => Promise.resolve(false));
      await expect(upgrader.upgrade(CLUSTER, NEW, { timeoutMs: 20_000, confirmFeatureFlags })).rejects.toMatchObject({ code: ExitCode.REFUSED, state: 'nothing was changed' });
      expect(confirmFeatureFlags).toHaveBeenCalledWith(['rabbitmq_4.2.0']);
      expect([cluster.writes, cluster.commands.includes('rabbitmqctl enable_feature_flag all')]).toEqual([[], false]);
    });

    test('enables none where the image can\'t be pulled', async () => {
      cluster.broken.add(NEW);
      const { signal } = new AbortController();
      const operation = { kubernetes: cluster.server.connection(signal), signal, progress: SILENT, timeoutMs: 20_000 };
      await expect(assertPullable(operation, CLUSTER, NEW, 500)).rejects.toMatchObject({
        code: ExitCode.REFUSED, message: expect.stringContaining(`The image ${NEW} can't be pulled`), state: 'nothing was changed',
      });
      expect(cluster.commands).toEqual([]);
    });

    test('leaves no pod behind', async () => {
      await upgrade(NEW);
      const pods = cluster.server.received.filter(({ path }) => path.includes('/pods/orders-pull-')).map(({ method }) => method);
      expect([pods.at(0), pods.at(-1)]).toEqual(['PATCH', 'DELETE']);
    });
  });

  test('has the inventory say the image, and the release where the tag doesn\'t', async () => {
    await start();
    cluster.inventory = inventoryOf('replicas: 3\nimage: rabbitmq:4.3.5-management\n');
    cluster.releases['mq:18'] = '4.3.6';
    await upgrade('mq:18', '4.3.6');
    expect(parse(cluster.inventory.data['config.yaml'])).toEqual({ replicas: 3, image: 'mq:18', release: '4.3.6' });
    await rollback();
    expect(parse(cluster.inventory.data['config.yaml'])).toEqual({ replicas: 3, image: OLD, release: '4.3.5' });
  });

  test('gets an image by tag and digest, whose release the tag says', async () => {
    await start();
    cluster.inventory = inventoryOf('replicas: 3\n');
    const pinned = `${NEW}@sha256:${'0'.repeat(64)}`;
    await upgrade(pinned);
    expect(cluster.images).toEqual(all(pinned));
    expect(parse(cluster.inventory.data['config.yaml'])).toEqual({ replicas: 3, image: pinned });
  });
});
