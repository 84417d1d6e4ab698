import { randomUUID } from 'node:crypto';
import { OWN_QUEUES } from '../broker/own-queues';
import { type AmqpTarget, declareQueue, withConnection } from '../load-generator/amqp';
import { Consumer } from '../load-generator/consumer';
import { drained, type Ledger, reckon } from '../load-generator/ledger';
import { Publisher } from '../load-generator/publisher';
import type { Operation } from '../operation/operation';

/** What became of the messages of a queue. */
export interface QueueLedger extends Ledger {
  readonly queue: string;
}

/** How much load a rehearsal puts on a cluster. */
export interface RehearsalLoad {
  readonly queues: number;
  /** Messages per second on each queue. */
  readonly rate: number;
}

/** How long a queue of a rehearsal exists without use, in milliseconds: one that was killed leaves them behind. */
const EXPIRES_MS = 60 * 60_000;

/** Declares queues of its own, lets something happen while numbered messages go in and out of each, and reckons. */
export async function underLoad(
  { signal, timeoutMs }: Operation, target: AmqpTarget, { queues, rate }: RehearsalLoad, action: () => Promise<void>,
): Promise<QueueLedger[]> {
  const run = randomUUID().slice(0, 8);
  const names = Array.from({ length: queues }, (_, i) => `${OWN_QUEUES}rehearse-${run}-${i}`);
  for (const name of names) {
    await declareQueue(target, name, { expires: EXPIRES_MS });
  }
  const clients = names.map(queue => ({
    queue,
    publisher: Publisher.start({ target, queue, rate, signal, timeoutMs }),
    consumer: Consumer.start({ target, queue, signal, timeoutMs }),
  }));
  try {
    await Promise.all(clients.map(async ({ publisher }) => publisher.reached(rate)));
    await action();
    await Promise.all(clients.map(async ({ publisher }) => publisher.reached(publisher.confirmed.size + rate)));
    return await Promise.all(clients.map(async ({ queue, publisher, consumer }) => {
      await publisher.stop();
      await drained(() => reckon(publisher, consumer).lost, () => consumer.received.size);
      return { queue, ...reckon(publisher, consumer) };
    }));
  } finally {
    await Promise.allSettled(clients.flatMap(({ publisher, consumer }) => [publisher.stop(0), consumer.stop()]));
    await withConnection(target, async (connection) => {
      const channel = await connection.createChannel();
      await Promise.all(names.map(async name => channel.deleteQueue(name)));
      await channel.close();
    }).catch(() => undefined);
  }
}
