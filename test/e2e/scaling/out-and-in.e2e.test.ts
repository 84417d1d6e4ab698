import { underManyQueues } from './many-queues';
import { Scaled } from './scaled';
import { figure } from '../support/figures';
import { useNamespace } from '../support/use-cluster';

const suite = useNamespace('scale-', async namespace => ({ scaled: await Scaled.up(namespace) }));

test('two brokers join with kubectl scale, get their share of queues, and leave with a patch, without message loss', async () => {
  const { scaled } = suite();
  await underManyQueues('3 to 5 to 3', scaled, 3, async (load) => {
    await load.during('3 to 5', async () => {
      await scaled.scale(5);
      figure('3 to 5: until both have joined', await scaled.ready(5), 's');
      figure('3 to 5: until queues and leaders are even', await scaled.settled(5), 's');
    });
    await load.during('5 to 3', async () => {
      await scaled.patch(3);
      figure('5 to 3: until both are gone', await scaled.ready(3), 's');
      figure('5 to 3: until queues and leaders are even', await scaled.settled(3), 's');
    });
  });
  // the broker ends soon after it has told the last, which may be lost
  expect((await scaled.events('rabbitmq-cluster')).join()).toMatch(/Scal(ing|ed)In: rabbit@rabbitmq-cluster-[34]/);
});
