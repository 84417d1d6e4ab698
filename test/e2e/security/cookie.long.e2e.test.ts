import { cli } from '../ops/cli';
import { declareQueue } from '../../../ops/src/load-generator/amqp';
import { eventually } from '../support/eventually';
import { core } from '../support/kubernetes';
import { underLoad } from '../support/load';
import { useCluster } from '../support/use-cluster';

const NAME = 'orders';
const MESSAGES = 3000;

describe('rotate --cookie of a cluster of three', () => {
  const cookie = async (): Promise<string> => {
    const { data } = await core.readNamespacedSecret({ namespace: suite().namespace, name: `${NAME}-erlang-cookie` });
    return Buffer.from(data?.cookie ?? '', 'base64').toString();
  };
  const running = async (ordinal: number): Promise<number> =>
    (await suite().deployment.broker(ordinal).clusterStatus()).running.length;

  const suite = useCluster('cookie-', { name: NAME });

  test('changes it under load: no message is lost, and no broker restarts', async () => {
    const { namespace, deployment } = suite();
    const old = await cookie();
    const target = await deployment.amqp();
    await declareQueue(target, 'load');
    const ledger = await underLoad({ target, queue: 'load', count: MESSAGES, window: 50 }, async ({ publisher }) => {
      const { code, stdout, stderr } = await cli(['rotate', '--cookie', '--yes', '-n', namespace, '-c', NAME]);
      expect([code, stdout + stderr]).toEqual([0, expect.stringContaining('have the cookie of Secret')]);
      await publisher.reached();
    });
    expect(ledger).toMatchObject({ confirmed: MESSAGES, lost: 0 });
    expect(await cookie()).not.toBe(old);
    expect((await deployment.pods()).map(({ status }) => status?.containerStatuses?.[0].restartCount))
      .toEqual([0, 0, 0]);
  });

  test('a broker that restarts joins with the new cookie', async () => {
    const { namespace, deployment } = suite();
    await core.deleteNamespacedPod({ namespace, name: `${NAME}-2` });
    await deployment.ready();
    await eventually('all brokers are connected', 180_000, () => Promise.all([0, 1, 2].map(running)), seen => seen.every(count => count === 3));
  });
});
