import { Duration } from 'cdk8s';
import { Scaled } from './scaled';
import { declareQueue } from '../../../ops/src/load-generator/amqp';
import { Consumer } from '../support/consumer';
import { eventually } from '../support/eventually';
import { figure } from '../support/figures';
import { core } from '../support/kubernetes';
import { reckon } from '../../../ops/src/load-generator/ledger';
import { Publisher } from '../support/publisher';
import { useNamespace } from '../support/use-cluster';
import type { RabbitMQClusterProps } from '../../../lib';

const QUEUES = ['backlog-0', 'backlog-1', 'backlog-2', 'backlog-3', 'backlog-4', 'backlog-5'];

// Kubernetes looks again only after minutes whether the pods, which may take an hour, are gone
const suite = useNamespace('scale-classic-', undefined, { each: true, deleteTimeoutMs: 600_000 });

/** Three brokers with messages in classic queues, of which some were told to leave and wait. */
async function waiting(
  replicas = 1,
  props: RabbitMQClusterProps = {},
): Promise<{ scaled: Scaled; publisher: Publisher }> {
  const scaled = await Scaled.up(suite().namespace, props);
  const target = await scaled.deployment.amqp();
  for (const queue of QUEUES) {
    await declareQueue(target, queue, { arguments: { 'x-queue-type': 'classic' } });
  }
  const publisher = Publisher.start({ target, queue: QUEUES, count: 600 });
  await publisher.reached();
  await publisher.stop();
  await scaled.scale(replicas);
  await eventually('they wait and say why', 180_000, async () => (await scaled.events()).join('\n'),
    events => /ScalingWaits: .* waits to leave until its classic queues are empty, as nobody else has their messages: .*backlog/.test(events));
  return { scaled, publisher };
}

test('brokers wait to leave until their classic queues are empty, and say so; the queues stay', async () => {
  const { scaled, publisher } = await waiting();
  await eventually('a metric says so', 60_000, () => Promise.all([1, 2].map(ordinal => scaled.waiting(ordinal))),
    both => both.flat().includes('step="leave",reason="classic-queue"'));
  expect((await scaled.pods()).length).toBeGreaterThan(1);

  const consumer = Consumer.start({ target: await scaled.deployment.amqp(), queue: QUEUES });
  figure('classic queues: until both are gone, from consuming', await scaled.ready(1), 's');
  await consumer.stop();
  expect([...publisher.confirmed].filter(id => !consumer.received.has(id))).toEqual([]);
  expect((await scaled.broker.queues()).map(({ name }) => name).sort()).toEqual(QUEUES);
});

test('a broker whose time to leave is over stops with its messages, stays a member, and has them when it is back', async () => {
  const { scaled, publisher } = await waiting(2, { membership: { leaveTimeout: Duration.seconds(60) } });
  figure('classic queues: until one has stopped as its time was over', await scaled.ready(2, 480_000), 's');
  const events = await eventually('it is not forgotten', 120_000, () => scaled.events(), all => all.some(event =>
    /ScalingWaits: .*-2\..* is gone without having left, and can't be forgotten: .*backlog/.test(event)));
  expect(events.filter(event => event.startsWith('Forgotten'))).toEqual([]);

  await scaled.scale(3);
  await scaled.ready(3);
  const consumer = Consumer.start({ target: await scaled.deployment.amqp(), queue: QUEUES });
  await eventually('all confirmed messages are received', 60_000, () => reckon(publisher, consumer).lost, lost => lost === 0);
  await consumer.stop();
  expect((await scaled.broker.queues()).map(({ name }) => name).sort()).toEqual(QUEUES);
});

test('brokers that wait end as soon as their namespace is being deleted', async () => {
  const { scaled } = await waiting();
  await core.deleteNamespace({ name: suite().namespace });
  figure('classic queues: until brokers that wait are gone with their namespace', await scaled.gone(120_000), 's');
});
