import { setTimeout as sleep } from 'node:timers/promises';
import { Chart } from 'cdk8s';
import { RabbitMQDeployment, RabbitMQDeploymentPart, RabbitMQProfile } from '../../lib';
import { declareQueue, type AmqpTarget } from './support/amqp';
import { Authority } from './support/authority';
import type { Broker } from './support/broker';
import { Consumer } from './support/consumer';
import { Deployment, manifestsOf } from './support/deployment';
import { eventually } from './support/eventually';
import { figure } from './support/figures';
import { reckon } from './support/load';
import { apply } from './support/manifests';
import { createNamespace, deleteNamespace } from './support/namespaces';
import { Publisher } from './support/publisher';

/** What docs/sizing.md says of the load. */
const QUEUES = Array.from({ length: 100 }, (_, index) => `sizing-${index}`);
const RATE = 300;
const SIZE = 1024;
const SETTLE_MS = 30_000;
const LOOK_MS = 60_000;

/** What a container has used of the processor, in µs, and what it holds in memory that can't be given back, in bytes: by its own cgroup. */
async function usage(broker: Broker): Promise<{ cpu: number; memory: number }> {
  const text = await broker.run('cat', '/sys/fs/cgroup/cpu.stat', '/sys/fs/cgroup/memory.current', '/sys/fs/cgroup/memory.stat');
  const field = (name: RegExp): number => Number(name.exec(text)?.[1]);
  return { cpu: field(/^usage_usec (\d+)$/m), memory: field(/^(\d+)$/m) - field(/^inactive_file (\d+)$/m) };
}

/** Records what each broker uses on average while nothing else happens. */
async function look(deployment: Deployment, name: string): Promise<void> {
  const brokers = Array.from({ length: deployment.replicas }, (_, ordinal) => deployment.broker(ordinal));
  const before = await Promise.all(brokers.map(usage));
  const start = performance.now();
  await sleep(LOOK_MS);
  const after = await Promise.all(brokers.map(usage));
  const seconds = (performance.now() - start) / 1000;
  const cores = after.map(({ cpu }, index) => (cpu - before[index].cpu) / 1e6 / seconds);
  const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  figure(`${name}: CPU of a broker`, average(cores) * 1000, 'm');
  figure(`${name}: CPU of the busiest broker`, Math.max(...cores) * 1000, 'm');
  figure(`${name}: memory of a broker`, average(after.map(({ memory }) => memory)) / 2 ** 20, 'MiB');
  figure(`${name}: memory of the largest broker`, Math.max(...after.map(({ memory }) => memory)) / 2 ** 20, 'MiB');
}

describe.each([
  ['dev', RabbitMQProfile.DEV, []],
  ['test', RabbitMQProfile.TEST, []],
  ['prod', RabbitMQProfile.PROD, [RabbitMQDeploymentPart.INGRESS, RabbitMQDeploymentPart.BACKUP]],
])('what brokers of the profile %s use', (name, profile, without) => {
  let namespace: string;
  let deployment: Deployment;
  let target: AmqpTarget;

  beforeAll(async () => {
    namespace = await createNamespace('sizing-');
    const manifests = manifestsOf((app) => {
      const chart = new Chart(app, name, { namespace });
      new RabbitMQDeployment(chart, 'RabbitMQ', { profile, without });
      return chart;
    });
    deployment = Deployment.of(manifests, namespace);
    const authority = Authority.create(name);
    await apply(authority.issued(manifests), namespace);
    await deployment.up();
    target = manifests.some(({ kind }) => kind === 'Certificate') ? await deployment.amqps({ ca: authority.certificate }) : await deployment.amqp();
  });

  afterAll(async () => {
    await deleteNamespace(namespace);
  });

  test('with nothing to do', async () => {
    await sleep(SETTLE_MS);
    await look(deployment, `${name}, idle`);
  });

  test(`with ${QUEUES.length} quorum queues and ${RATE} messages a second of ${SIZE} bytes`, async () => {
    for (const queue of QUEUES) {
      await declareQueue(target, queue);
    }
    const consumer = Consumer.start({ target, queue: QUEUES });
    const publisher = Publisher.start({ target, queue: QUEUES, rate: RATE, size: SIZE });
    await publisher.reached(RATE * SETTLE_MS / 1000);
    const [confirmed, start] = [publisher.confirmed.size, performance.now()];
    await look(deployment, `${name}, loaded`);
    figure(`${name}, loaded: confirmed`, (publisher.confirmed.size - confirmed) / ((performance.now() - start) / 1000), 'messages/s');
    await publisher.stop();
    await eventually('all confirmed messages are received', 60_000, () => reckon(publisher, consumer).lost, lost => lost === 0);
    await consumer.stop();
  });
});
