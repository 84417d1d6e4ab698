import { RabbitMQImage, RabbitMQVersion, type RabbitMQClusterProps } from '../../../lib';
import { declareQueue } from '../../../ops/src/load-generator/amqp';
import { clusterManifests, Deployment } from '../support/deployment';
import { eventually } from '../support/eventually';
import { loseVolume } from '../support/lost-volume';
import { useNamespace } from '../support/use-cluster';

const NAME = 'rabbitmq-cluster';
const REJOINS_MS = 300_000;

const MNESIA: RabbitMQClusterProps = { image: RabbitMQImage.fromReference('rabbitmq:4.0-management', { version: RabbitMQVersion.of('4.0') }) };

/** A cluster of three with a quorum queue. */
async function clusterWithQueue(namespace: string, props: RabbitMQClusterProps = {}): Promise<Deployment> {
  const deployment = Deployment.of(clusterManifests({
    replicas: 3,
    resources: { memoryLimit: '1Gi', cpuRequest: '100m', cpuLimit: '1' },
    acknowledgedWarnings: ['version-unsupported', 'image-floating'],
    ...props,
  }), namespace);
  await deployment.up(REJOINS_MS);
  await declareQueue(await deployment.amqp(), 'invoices');
  return deployment;
}

async function expectWhole(deployment: Deployment, seenFrom: number): Promise<void> {
  await eventually('the queue has three members that are online', REJOINS_MS, async () => (await deployment.broker(seenFrom).queues()).map(({ online }) => online.length), sizes => sizes[0] === 3);
  await deployment.ready(REJOINS_MS);
  expect((await deployment.broker(seenFrom).clusterStatus()).running).toHaveLength(3);
}

describe('a broker that lost its volume', () => {
  const suite = useNamespace('lost-volume-', undefined, { each: true });

  test.each([2, 0])('with Khepri joins automatically: broker %i', async (ordinal) => {
    const { namespace } = suite();
    const deployment = await clusterWithQueue(namespace);
    await loseVolume(namespace, NAME, ordinal);
    await expectWhole(deployment, 1);
  });

  test('with Mnesia is removed by the others, and joins', async () => {
    const { namespace } = suite();
    const deployment = await clusterWithQueue(namespace, MNESIA);
    await loseVolume(namespace, NAME, 2);
    await expectWhole(deployment, 0);
  });

  test.each([2, 0])('with Mnesia and without safe scaling joins the brokers that run: broker %i', async (ordinal) => {
    const { namespace } = suite();
    const deployment = await clusterWithQueue(namespace, { ...MNESIA, membership: { leaveOnScaleIn: false } });
    await loseVolume(namespace, NAME, ordinal);
    await deployment.ready(REJOINS_MS);
    expect((await deployment.broker(1).clusterStatus()).running).toHaveLength(3);
  });
});
