import { underManyQueues } from './many-queues';
import { Scaled } from './scaled';
import { ExitCode } from '../../../ops/src/core/errors';
import { cli } from '../ops/cli';
import { figure } from '../support/figures';
import { useNamespace } from '../support/use-cluster';

const NAME = 'rabbitmq-cluster';
const MANY = Number(process.env.QUEUES ?? 2000);

/** Until all brokers are Ready again, in seconds, also with thousands of queues: 2 busy cores took 40 to 61. */
const READY_S = 25;

const suite = useNamespace('scale-stop-', async namespace => ({ scaled: await Scaled.up(namespace, { resources: { memoryLimit: '2Gi' } }) }), { each: true });

test('a cluster that is scaled to none stops, starts as it was, and evens out its leaders', async () => {
  const { scaled } = suite();
  await underManyQueues('3 to 0 to 3', scaled, 3, async () => {
    await scaled.scale(0);
    await scaled.gone();
    await scaled.scale(3);
    figure('0 to 3: until all are Ready', await scaled.ready(3), 's');
    figure('0 to 3: until leaders are even', await scaled.settled(3), 's');
  });
  expect((await scaled.events(NAME)).join()).not.toContain('ScalingIn');
});

test(`a cluster with ${MANY} queues hibernates and resumes by the CLI, with all replicas online`, async () => {
  const { namespace, scaled } = suite();
  const queues = Array.from({ length: MANY }, (_, i) => ({ name: `queue-${i}`, vhost: '/', durable: true, auto_delete: false, arguments: { 'x-queue-type': 'quorum' } }));
  await scaled.broker.run(['rabbitmqctl', 'import_definitions'], { stdin: JSON.stringify({ queues }), timeoutMs: 600_000 });
  const place = ['-n', namespace, '-c', NAME];
  await expect(cli(['hibernate', ...place, '--yes'])).resolves.toMatchObject({ code: ExitCode.OK });
  expect(await scaled.pods()).toEqual([]);
  const start = performance.now();
  const resumed = cli(['resume', ...place]);
  const ready = await scaled.ready(3);
  figure(`hibernate and resume, ${MANY} queues: until all are Ready`, ready, 's');
  await expect(resumed).resolves.toMatchObject({ code: ExitCode.OK });
  figure(`hibernate and resume, ${MANY} queues: until resume has ended`, (performance.now() - start) / 1000, 's');
  await expect(cli(['health', ...place])).resolves.toMatchObject({ code: ExitCode.OK });
  expect((await scaled.broker.queues()).filter(({ online }) => online.length === 3)).toHaveLength(MANY);
  expect(ready).toBeLessThan(READY_S);
});
