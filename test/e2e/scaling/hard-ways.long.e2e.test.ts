import { CLASSIC, ManyQueues } from './many-queues';
import { Scaled } from './scaled';
import { declareQueue } from '../support/amqp';
import { Consumer } from '../support/consumer';
import { eventually } from '../support/eventually';
import { figure } from '../support/figures';
import { core } from '../support/kubernetes';
import { createNamespace, deleteNamespace } from '../support/namespaces';
import { Publisher } from '../support/publisher';

/** Each of these begins with what the one before has left: five brokers, or three. */
describe('a cluster of five under load', () => {
  let namespace: string;
  let scaled: Scaled;
  let load: ManyQueues;

  beforeAll(async () => {
    namespace = await createNamespace('scale-hard-');
    scaled = await Scaled.up(namespace, { replicas: 3 });
    load = await ManyQueues.start(await scaled.deployment.amqp());
    await scaled.scale(5);
    await scaled.pods(5);
    await scaled.settled(5);
  });

  afterAll(async () => {
    await deleteNamespace(namespace);
  });

  test('goes to three at once, and takes in the two with the volumes that they had', async () => {
    await scaled.scale(3);
    figure('5 to 3 at once: until both are gone', await scaled.pods(3), 's');
    await scaled.settled(3);
    await scaled.scale(5);
    figure('3 to 5 with kept volumes: until both have joined', await scaled.pods(5), 's');
    await scaled.settled(5);
  });

  test('goes to three while it has just been told to have five', async () => {
    await scaled.scale(3);
    await scaled.pods(3);
    await scaled.scale(5);
    await scaled.scale(3);
    await scaled.pods(3);
    await scaled.settled(3);
  });

  test('forgets a broker that was killed while it left', async () => {
    await scaled.scale(5);
    await scaled.pods(5);
    await scaled.settled(5);
    await scaled.scale(3);
    await eventually('a broker leaves', 60_000, async () => (await scaled.events()).some(event => event.startsWith('ScalingIn:')));
    await scaled.kubectl('delete', 'pod', 'rabbitmq-cluster-4', 'rabbitmq-cluster-3', '--force', '--grace-period=0');
    figure('5 to 3, both killed: until queues and leaders are even', await scaled.settled(3), 's');
  });

  test('takes two in whose volumes were deleted', async () => {
    for (const ordinal of [3, 4]) {
      await scaled.kubectl('delete', 'pvc', `rabbitmq-data-rabbitmq-cluster-${ordinal}`);
    }
    await scaled.scale(5);
    await scaled.pods(5);
    await scaled.settled(5);
  });

  test('goes to one', async () => {
    for (const queue of CLASSIC) {
      await load.empty(queue);
    }
    await scaled.scale(1);
    figure('5 to 1: until four are gone', await scaled.pods(1, 400_000), 's');
    await scaled.settled(1);
  });

  test('has lost nothing', async () => {
    expect(await load.reckon('5 to 3, to 5, to 3, to 5, to 1', [])).toMatchObject({ lost: 0 });
  });
});

describe('brokers with messages in classic queues', () => {
  const QUEUES = ['backlog-0', 'backlog-1', 'backlog-2', 'backlog-3', 'backlog-4', 'backlog-5'];
  let namespace: string;

  afterAll(async () => {
    await deleteNamespace(namespace);
  });

  test('wait to leave, say so, and go on when the messages are gone; the queues stay', async () => {
    namespace = await createNamespace('scale-classic-');
    const scaled = await Scaled.up(namespace);
    const target = await scaled.deployment.amqp();
    for (const queue of QUEUES) {
      await declareQueue(target, queue, { arguments: { 'x-queue-type': 'classic' } });
    }
    const publisher = Publisher.start({ target, queue: QUEUES, count: 600 });
    await publisher.reached();
    await publisher.stop();

    await scaled.scale(1);
    const waits = await eventually('they wait and say why', 180_000, async () => (await scaled.events()).join('\n'), events => /ScalingWaits: .*backlog/.test(events));
    expect(waits).toMatch(/waits to leave until its classic queues are empty/);
    const { items } = await core.listNamespacedPod({ namespace, labelSelector: scaled.deployment.labelSelector });
    expect(items.length).toBeGreaterThan(1);

    const consumer = Consumer.start({ target, queue: QUEUES });
    await scaled.pods(1);
    await consumer.stop();
    expect([...publisher.confirmed].filter(id => !consumer.received.has(id))).toEqual([]);
    expect((await scaled.broker.listQueues()).map(({ name }) => name).sort()).toEqual(QUEUES);
  });
});
