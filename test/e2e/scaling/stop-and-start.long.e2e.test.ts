import { underManyQueues } from './many-queues';
import { Scaled } from './scaled';
import { figure } from '../support/figures';
import { createNamespace, deleteNamespace } from '../support/namespaces';

let namespace: string;

afterAll(async () => {
  await deleteNamespace(namespace);
});

test('a cluster that is scaled to none stops, starts as it was, and evens out its leaders', async () => {
  namespace = await createNamespace('scale-stop-');
  const scaled = await Scaled.up(namespace);
  await underManyQueues('3 to 0 to 3', scaled, 3, async () => {
    await scaled.scale(0);
    await scaled.gone();
    await scaled.scale(3);
    figure('0 to 3: until all are Ready', await scaled.ready(3), 's');
    figure('0 to 3: until leaders are even', await scaled.settled(3), 's');
  });
  expect((await scaled.events('rabbitmq-cluster')).join()).not.toContain('ScalingIn');
});
