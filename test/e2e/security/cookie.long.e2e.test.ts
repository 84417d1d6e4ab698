import { Chart } from 'cdk8s';
import { RabbitMQCluster } from '../../../lib';
import { cli } from '../ops/cli';
import { declareQueue } from '../../../ops/src/load-generator/amqp';
import { Deployment, manifestsOf } from '../support/deployment';
import { eventually } from '../support/eventually';
import { core } from '../support/kubernetes';
import { underLoad } from '../support/load';
import { createNamespace, deleteNamespace } from '../support/namespaces';

const NAME = 'orders';
const MESSAGES = 3000;

describe('rotate --cookie of a cluster of three', () => {
  let namespace: string;
  let deployment: Deployment;

  const cookie = async (): Promise<string> => {
    const { data } = await core.readNamespacedSecret({ namespace, name: `${NAME}-erlang-cookie` });
    return Buffer.from(data?.cookie ?? '', 'base64').toString();
  };
  const running = async (ordinal: number): Promise<number> =>
    (await deployment.broker(ordinal).clusterStatus()).running.length;

  beforeAll(async () => {
    namespace = await createNamespace('cookie-');
    deployment = Deployment.of(manifestsOf((app) => {
      const chart = new Chart(app, 'cookie', { namespace });
      new RabbitMQCluster(chart, 'RabbitMQ', { name: NAME, resources: { memoryLimit: '1Gi' } });
      return chart;
    }), namespace);
    await deployment.up();
  });

  afterAll(async () => {
    await deleteNamespace(namespace);
  });

  test('changes it under load: no message is lost, and no broker restarts', async () => {
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
    await core.deleteNamespacedPod({ namespace, name: `${NAME}-2` });
    await deployment.ready();
    await eventually('all brokers are connected', 180_000, () => Promise.all([0, 1, 2].map(running)), seen => seen.every(count => count === 3));
  });
});
