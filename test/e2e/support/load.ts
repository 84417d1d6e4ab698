import { setTimeout as sleep } from 'node:timers/promises';
import { Consumer, type ConsumerOptions } from './consumer';
import { Publisher, type PublisherOptions } from './publisher';

/** What became of the messages of one publisher. */
export interface Ledger {
  /** Messages that the broker confirmed. */
  readonly confirmed: number;
  /** Messages of the publisher that were received at least once. */
  readonly received: number;
  /** Messages that were confirmed and never received. */
  readonly lost: number;
  /** Receipts beyond the first of a message. */
  readonly duplicated: number;
  /** The longest time between two confirms, in ms. */
  readonly longestGapMs: number;
}

/** A publisher and a consumer on one queue. */
export interface Load {
  readonly publisher: Publisher;
  readonly consumer: Consumer;
}

/** How to put load on a queue. */
export type LoadOptions = Omit<PublisherOptions, 'signal'> & Pick<ConsumerOptions, 'prefetch'>;

/** Longer than brokers keep deliveries for a consumer that they can't reach. */
const IDLE_MS = 90_000;

/**
 * Does something to the brokers while messages go in and out of one queue; then stops publishing, lets the consumer take
 * what is left, and reckons. An error of `action` ends the load at once.
 */
export async function underLoad(options: LoadOptions, action: (load: Load) => Promise<void>): Promise<Ledger> {
  const giveUp = new AbortController();
  const publisher = Publisher.start({ ...options, signal: giveUp.signal });
  const consumer = Consumer.start({ ...options, signal: giveUp.signal });
  try {
    await action({ publisher, consumer });
    await publisher.stop();
    await drained(() => reckon(publisher, consumer).lost, () => consumer.received.size);
    return reckon(publisher, consumer);
  } finally {
    giveUp.abort();
    await Promise.allSettled([publisher.stop(), consumer.stop()]);
  }
}

/** Compares what one has published with what the other has received. */
export function reckon(publisher: Publisher, consumer: Consumer): Ledger {
  const own = [...consumer.received].filter(([id]) => id.startsWith(`${publisher.run}-`));
  return {
    confirmed: publisher.confirmed.size,
    received: own.length,
    lost: [...publisher.confirmed].filter(id => !consumer.received.has(id)).length,
    duplicated: own.reduce((sum, [, times]) => sum + times - 1, 0),
    longestGapMs: publisher.longestGapMs,
  };
}

/** Waits until no message is missing, or none has been received for a while. */
export async function drained(missing: () => number, received: () => number): Promise<void> {
  let size = -1;
  let since = performance.now();
  while (missing() > 0 && performance.now() - since < IDLE_MS) {
    if (received() !== size) {
      size = received();
      since = performance.now();
    }
    await sleep(100);
  }
}
