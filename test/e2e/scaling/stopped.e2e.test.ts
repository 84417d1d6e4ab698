import { setTimeout as sleep } from 'node:timers/promises';
import { Scaled } from './scaled';
import { Consumer } from '../support/consumer';
import { eventually } from '../support/eventually';
import { reckon } from '../../../ops/src/load-generator/ledger';
import { useNamespace } from '../support/use-cluster';
import { Publisher } from '../support/publisher';

const QUEUE = 'classic-of-2';

/** Three times as long as the program looks at a broker before it takes it for one that has lost its volume. */
const LONG_ENOUGH_MS = 30_000;

/** Longer than a broker that starts waits for its metadata store. */
const BOOT_MS = 330_000;

const suite = useNamespace('scale-stopped-', async namespace => ({ scaled: await Scaled.up(namespace) }));

test('a broker that is stopped manually for a while stays a member and keeps the messages of its classic queues', async () => {
  const { scaled } = suite();
  const stopped = scaled.deployment.broker(2);
  await stopped.run(['rabbitmqctl', 'eval', `
    {new, _} = rabbit_amqqueue:declare({resource, <<"/">>, queue, <<"${QUEUE}">>}, true, false, [{<<"x-queue-type">>, longstr, <<"classic">>}], none, <<"admin">>).`]);
  const { members } = await scaled.broker.clusterStatus();
  const target = await scaled.deployment.amqp();
  const publisher = Publisher.start({ target, queue: QUEUE, count: 1000 });
  await publisher.reached();
  await publisher.stop();

  await stopped.run(['rabbitmqctl', 'stop_app']);
  await sleep(LONG_ENOUGH_MS);
  expect((await scaled.broker.clusterStatus()).members).toEqual(members);
  await stopped.run(['rabbitmqctl', 'start_app'], { timeoutMs: BOOT_MS });

  const consumer = Consumer.start({ target, queue: QUEUE });
  await eventually('all is received', 120_000, () => reckon(publisher, consumer).lost, lost => lost === 0);
  await consumer.stop();
  expect((await scaled.events()).join()).not.toMatch(/Forgotten|DataOfFormerMemberDeleted/);
});
