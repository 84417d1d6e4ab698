import { underManyQueues } from './many-queues';
import { Scaled } from './scaled';
import { ExitCode } from '../../../ops/src/core/errors';
import { cli } from '../ops/cli';
import { figure } from '../support/figures';
import { useNamespace } from '../support/use-cluster';

const suite = useNamespace('scale-tool-', async namespace => ({ scaled: await Scaled.up(namespace) }));

/** Runs the command; returns the seconds that it took. */
async function scale(replicas: number, ...args: string[]): Promise<number> {
  const start = performance.now();
  const { code, stdout, stderr } = await cli(['scale', String(replicas), ...args, '-n', suite().namespace]);
  if (code !== ExitCode.OK) {
    throw new Error(`scale ${replicas} ended with ${code}: ${stderr}`);
  }
  expect(stdout).toContain(`has ${replicas} brokers`);
  return (performance.now() - start) / 1000;
}

test('two brokers join and leave with rabbitmq-k8s scale, without message loss', async () => {
  const { scaled } = suite();
  await underManyQueues('rabbitmq-k8s scale', scaled, 3, async (load) => {
    for (const replicas of [5, 3]) {
      const name = `rabbitmq-k8s scale ${replicas}`;
      await load.during(name, async () => {
        figure(`${name}: until it says that it is done`, await scale(replicas), 's');
        figure(`${name}: until queues and leaders are even, from then`, await scaled.settled(replicas), 's');
      });
    }
  });
});

test('three stop and start again by rabbitmq-k8s scale, which ends when leaders are even', async () => {
  const { scaled } = suite();
  await underManyQueues('rabbitmq-k8s scale 0, and 3', scaled, 3, async () => {
    figure('rabbitmq-k8s scale 0: until it says that it is done', await scale(0, '--force', 'stop'), 's');
    figure('rabbitmq-k8s scale 3 from 0: until it says that it is done', await scale(3), 's');
    figure('rabbitmq-k8s scale 3 from 0: until queues and leaders are even, from then', await scaled.settled(3), 's');
    figure('rabbitmq-k8s scale 3 again: until it says that it is done', await scale(3), 's');
  });
});
