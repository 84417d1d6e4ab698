import { setTimeout as sleep } from 'node:timers/promises';
import type { Consumer } from './consumer';
import type { Publisher } from './publisher';

/** What became of the messages of one publisher. */
export interface Ledger {
  /** Messages that were published at least once. */
  readonly published: number;
  /** Messages that the broker confirmed. */
  readonly confirmed: number;
  /** Messages of the publisher that were received at least once. */
  readonly received: number;
  /** Messages that were confirmed and never received. */
  readonly lost: number;
  /** Receipts beyond the first of a message. */
  readonly duplicated: number;
  /** Messages that came first after a later one. */
  readonly outOfOrder: number;
  /** The longest time between two confirms, in ms. */
  readonly longestGapMs: number;
  /** The longest time between two receipts, in ms. */
  readonly longestConsumingGapMs: number;
}

/** Longer than brokers keep deliveries for a consumer that they can't reach. */
const IDLE_MS = 90_000;

/** Compares what one has published with what the other has received. */
export function reckon(publisher: Publisher, consumer: Consumer): Ledger {
  const own = [...consumer.received].filter(([id]) => id.startsWith(`${publisher.run}-`));
  return {
    published: publisher.published,
    confirmed: publisher.confirmed.size,
    received: own.length,
    lost: [...publisher.confirmed].filter(id => !consumer.received.has(id)).length,
    duplicated: own.reduce((sum, [, times]) => sum + times - 1, 0),
    outOfOrder: consumer.outOfOrder,
    longestGapMs: publisher.longestGapMs,
    longestConsumingGapMs: consumer.longestGapMs,
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
