import { underManyQueues } from './many-queues';
import { Scaled } from './scaled';
import { cli } from '../ops/cli';
import { figure } from '../support/figures';
import { createNamespace, deleteNamespace } from '../support/namespaces';

let namespace: string;

afterAll(async () => {
  await deleteNamespace(namespace);
});

test('two brokers come and go by rabbitmq-k8s scale, with no message lost', async () => {
  namespace = await createNamespace('scale-tool-');
  const scaled = await Scaled.up(namespace);
  await underManyQueues('rabbitmq-k8s scale', scaled, 3, async (load) => {
    for (const replicas of [5, 3]) {
      const name = `rabbitmq-k8s scale ${replicas}`;
      await load.during(name, async () => {
        const start = performance.now();
        expect(await cli(['scale', String(replicas), '-n', namespace])).toMatchObject({ code: 0, stdout: expect.stringContaining(`has ${replicas} brokers`) });
        figure(`${name}: until it says that it is done`, (performance.now() - start) / 1000, 's');
        figure(`${name}: until queues and leaders are even, from then`, await scaled.settled(replicas), 's');
      });
    }
  });
});
