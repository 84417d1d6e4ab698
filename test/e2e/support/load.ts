import { Consumer, type ConsumerOptions } from './consumer';
import { Publisher, type PublisherOptions } from './publisher';
import { drained, type Ledger, reckon } from '../../../ops/src/load-generator/ledger';

/** A publisher and a consumer on one queue. */
export interface Load {
  readonly publisher: Publisher;
  readonly consumer: Consumer;
}

/** How to put load on a queue. */
export type LoadOptions = Omit<PublisherOptions, 'signal'> & Pick<ConsumerOptions, 'prefetch'>;

/**
 * Does something to the brokers while messages go in and out of one queue; then stops publishing, lets the consumer
 * take what is left, and reckons. An error of `action` ends the load at once.
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
