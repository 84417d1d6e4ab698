import { ManyQueues } from './many-queues';
import { Scaled } from './scaled';
import { figure } from '../support/figures';
import { createNamespace, deleteNamespace } from '../support/namespaces';

describe('a cluster of three under load', () => {
  let namespace: string;
  let scaled: Scaled;
  let load: ManyQueues;

  beforeAll(async () => {
    namespace = await createNamespace('scale-');
    scaled = await Scaled.up(namespace);
    load = await ManyQueues.start(await scaled.deployment.amqp());
  });

  afterAll(async () => {
    await deleteNamespace(namespace);
  });

  test('takes in two more by kubectl scale, and gives them their share of queues', async () => {
    await load.published(100);
    await load.during('3 to 5', async () => {
      await scaled.scale(5);
      figure('3 to 5: until both have joined', await scaled.pods(5), 's');
      figure('3 to 5: until queues and leaders are even', await scaled.settled(5), 's');
    });
  });

  test('lets two go by patch', async () => {
    await load.during('5 to 3', async () => {
      await scaled.patch(3);
      figure('5 to 3: until both are gone', await scaled.pods(3), 's');
      figure('5 to 3: until queues and leaders are even', await scaled.settled(3), 's');
    });
    expect((await scaled.events('rabbitmq-cluster')).join()).toMatch(/ScaledIn: rabbit@rabbitmq-cluster-[34]/);
  });

  test('stops when it is scaled to none, and starts as it was', async () => {
    await scaled.scale(0);
    await scaled.gone();
    await scaled.scale(3);
    figure('0 to 3: until all are Ready', await scaled.pods(3), 's');
    // queues keep the leaders that they elect in a start
    await scaled.settled(3, { evenLeaders: false });
  });

  test('has lost nothing', async () => {
    expect(await load.reckon('3 to 5 to 3')).toMatchObject({ lost: 0 });
  });
});
