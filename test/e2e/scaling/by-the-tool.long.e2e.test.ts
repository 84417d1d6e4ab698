import { underManyQueues } from './many-queues';
import { Scaled } from './scaled';
import { cli } from '../ops/cli';
import { figure } from '../support/figures';
import { createNamespace, deleteNamespace } from '../support/namespaces';

let namespace: string;
let scaled: Scaled;

beforeAll(async () => {
  namespace = await createNamespace('scale-tool-');
  scaled = await Scaled.up(namespace);
});

afterAll(async () => {
  await deleteNamespace(namespace);
});

test('two brokers come and go by rabbitmq-k8s scale, with no message lost', async () => {
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

test('three stop and start again by rabbitmq-k8s scale, which ends when leaders are even', async () => {
  const scale = async (...args: string[]): Promise<number> => {
    const start = performance.now();
    expect(await cli(['scale', ...args, '-n', namespace])).toMatchObject({ code: 0, stdout: expect.stringContaining(`has ${args[0]} brokers`) });
    return (performance.now() - start) / 1000;
  };
  await underManyQueues('rabbitmq-k8s scale 0, and 3', scaled, 3, async () => {
    figure('rabbitmq-k8s scale 0: until it says that it is done', await scale('0', '--force', 'stop'), 's');
    figure('rabbitmq-k8s scale 3 from 0: until it says that it is done', await scale('3'), 's');
    figure('rabbitmq-k8s scale 3 from 0: until queues and leaders are even, from then', await scaled.settled(3), 's');
    figure('rabbitmq-k8s scale 3 again: until it says that it is done', await scale('3'), 's');
  });
});
