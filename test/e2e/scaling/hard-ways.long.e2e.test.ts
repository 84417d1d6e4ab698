import { CLASSIC, ManyQueues, underManyQueues } from './many-queues';
import { Scaled } from './scaled';
import { declareQueue } from '../support/amqp';
import { Consumer } from '../support/consumer';
import { eventually } from '../support/eventually';
import { figure } from '../support/figures';
import { createNamespace, deleteNamespace } from '../support/namespaces';
import { Publisher } from '../support/publisher';

/** Each begins with five brokers, whatever the one before has left. */
describe('a cluster of five under load', () => {
  let namespace: string;
  let scaled: Scaled;

  beforeAll(async () => {
    namespace = await createNamespace('scale-hard-');
    scaled = await Scaled.up(namespace);
    await ManyQueues.declare(await scaled.deployment.amqp());
  });

  afterAll(async () => {
    await deleteNamespace(namespace);
  });

  test('goes to three at once, and takes in the two with the volumes that they had', async () => {
    await underManyQueues('5 to 3 to 5, volumes kept', scaled, 5, async (load) => {
      await load.during('5 to 3 at once', async () => {
        await scaled.scale(3);
        figure('5 to 3 at once: until both are gone', await scaled.pods(3), 's');
        await scaled.settled(3);
      });
      await load.during('3 to 5, volumes kept', async () => {
        await scaled.scale(5);
        figure('3 to 5, volumes kept: until both have joined', await scaled.pods(5), 's');
        figure('3 to 5, volumes kept: until queues and leaders are even', await scaled.settled(5), 's');
      });
    });
  });

  test('goes to three while it has just been told to have five', async () => {
    await underManyQueues('5 to 3, taken back, and to 3 again', scaled, 3, load => load.during('in while out goes on', async () => {
      await scaled.scale(5);
      await eventually('the new ones start', 60_000, async () => (await scaled.phases()).length, count => count === 5);
      await scaled.scale(3);
      figure('in while out goes on: until both are gone', await scaled.pods(3), 's');
      figure('in while out goes on: until queues and leaders are even', await scaled.settled(3), 's');
    }));
  });

  test('forgets brokers that were killed while they left', async () => {
    await underManyQueues('5 to 3, killed half-way', scaled, 5, load => load.during('killed half-way', async () => {
      await scaled.scale(3);
      await scaled.leaving();
      await scaled.kubectl('delete', 'pod', 'rabbitmq-cluster-4', 'rabbitmq-cluster-3', '--force', '--grace-period=0');
      figure('killed half-way: until queues and leaders are even', await scaled.settled(3), 's');
    }));
  });

  test('takes two in whose volumes were deleted', async () => {
    await underManyQueues('3 to 5, volumes deleted', scaled, 3, load => load.during('volumes deleted', async () => {
      for (const ordinal of [3, 4]) {
        await scaled.kubectl('delete', 'pvc', `rabbitmq-data-rabbitmq-cluster-${ordinal}`);
      }
      await scaled.scale(5);
      figure('volumes deleted: until both have joined', await scaled.pods(5), 's');
      figure('volumes deleted: until queues and leaders are even', await scaled.settled(5), 's');
    }));
  });

  test('goes to one', async () => {
    await underManyQueues('5 to 1', scaled, 5, async (load) => {
      for (const queue of CLASSIC) {
        await load.empty(queue);
      }
      await load.during('5 to 1', async () => {
        await scaled.scale(1);
        figure('5 to 1: until four are gone', await scaled.pods(1, 400_000), 's');
        await scaled.settled(1);
      });
    }, []);
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
    await eventually('a metric says so', 60_000, async () => Promise.all([1, 2].map(ordinal => scaled.waiting(ordinal))),
      both => both.flat().includes('step="leave",reason="classic-queue"'));
    expect((await scaled.phases()).length).toBeGreaterThan(1);

    const consumer = Consumer.start({ target, queue: QUEUES });
    await scaled.pods(1);
    await consumer.stop();
    expect([...publisher.confirmed].filter(id => !consumer.received.has(id))).toEqual([]);
    expect((await scaled.broker.listQueues()).map(({ name }) => name).sort()).toEqual(QUEUES);
  });
});
