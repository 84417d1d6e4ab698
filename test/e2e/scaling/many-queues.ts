import { setTimeout as sleep } from 'node:timers/promises';
import { declareQueue, type AmqpTarget } from '../../../ops/src/load-generator/amqp';
import { Consumer } from '../support/consumer';
import { eventually } from '../support/eventually';
import { figure } from '../support/figures';
import { drained } from '../../../ops/src/load-generator/ledger';
import { Publisher } from '../support/publisher';
import type { Scaled } from './scaled';

const numbered = (count: number, name: string): string[] => Array.from({ length: count }, (_, i) => `${name}-${i}`);

export const QUORUM = numbered(20, 'quorum');
export const STREAMS = numbered(2, 'stream');
export const CLASSIC = numbered(2, 'classic');

/** Where the publishers publish to, in turn. */
const PUBLISHED = [...QUORUM, ...STREAMS];

/** How many messages each classic queue holds all the time. */
const BACKLOG = 500;

/** For how long nothing may be confirmed before publishing counts as blocked. */
const STANDS_STILL_MS = 2_000;

/** Messages a second of each publisher. */
const RATE = 60;

/** Longer than what any suite does under one load. */
const LIMIT_MS = 3 * 60 * 60_000;

/** How soon clients notice that their broker is out of reach isn't the cluster's doing: they look often. */
const HEARTBEAT_S = 1;

/** How many of the messages went to each queue, by the numbers in their ids. */
function countsOf(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) {
    const queue = PUBLISHED[Number(id.split('-').at(-1)) % PUBLISHED.length];
    counts.set(queue, (counts.get(queue) ?? 0) + 1);
  }
  return counts;
}

/** What became of the messages of all publishers. */
export interface Reckoning {
  readonly confirmed: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly outOfOrder: number;
  /** The longest time in which none of a publisher's messages was confirmed, in ms. */
  readonly longestGapMs: number;
  /** The longest that one message waited for its confirm, in ms. */
  readonly longestWaitMs: number;
}

/**
 * Load on 20 quorum queues and 2 streams by three publishers with confirms, on the quorum queues by three consumers;
 * two classic queues hold a backlog. Every message has a number.
 */
export class ManyQueues {
  /** Declares the queues where they aren't there; classic ones stay on one of the brokers that there are now. */
  public static async declare(target: AmqpTarget): Promise<void> {
    for (const queue of QUORUM) {
      await declareQueue(target, queue);
    }
    for (const queue of STREAMS) {
      await declareQueue(target, queue, { arguments: { 'x-queue-type': 'stream', 'x-initial-cluster-size': 3 } });
    }
    for (const queue of CLASSIC) {
      await declareQueue(target, queue, { arguments: { 'x-queue-type': 'classic' } });
    }
  }

  public static async start(target: AmqpTarget): Promise<ManyQueues> {
    await ManyQueues.declare(target);
    const backlog = Publisher.start({ target, queue: CLASSIC, count: BACKLOG * CLASSIC.length });
    await backlog.reached();
    await backlog.stop();
    return new ManyQueues(target, backlog);
  }

  private readonly ending = new AbortController();
  private readonly publishers: readonly Publisher[];
  private readonly consumers: readonly Consumer[];

  private constructor(private readonly target: AmqpTarget, private readonly backlog: Publisher) {
    const options = { target: { ...target, heartbeatS: HEARTBEAT_S }, timeoutMs: LIMIT_MS, signal: this.ending.signal };
    this.publishers = [0, 1, 2].map(() => Publisher.start({ ...options, queue: PUBLISHED, rate: RATE }));
    this.consumers = [0, 1, 2].map(i =>
      Consumer.start({ ...options, queue: QUORUM.filter((_, number) => number % 3 === i) }));
  }

  /** Waits until each publisher has had so many more messages confirmed. */
  public async published(count: number): Promise<void> {
    await Promise.all(this.publishers.map(async publisher => publisher.reached(publisher.confirmed.size + count)));
  }

  /** Waits until nothing more is confirmed, as alarms block publishers. */
  public async blocked(timeoutMs: number): Promise<void> {
    const confirmed = (): number => this.publishers.reduce((sum, publisher) => sum + publisher.confirmed.size, 0);
    await eventually('publishing stands still', timeoutMs, async () => {
      const before = confirmed();
      await sleep(STANDS_STILL_MS);
      return confirmed() - before;
    }, more => more === 0);
  }

  /** Waits until a new consumer gets messages. */
  public async consumed(timeoutMs: number): Promise<void> {
    const consumer = Consumer.start({ target: this.target, queue: STREAMS, arguments: { 'x-stream-offset': 'first' } });
    try {
      await eventually('a new consumer gets messages', timeoutMs, () => consumer.received.size);
    } finally {
      await consumer.stop();
    }
  }

  /** Takes a step, and prints for how long publishing paused meanwhile. */
  public async during<T>(name: string, step: () => Promise<T>): Promise<T> {
    this.publishers.forEach(publisher => publisher.lap());
    const done = await step();
    const laps = this.publishers.map(publisher => publisher.lap());
    figure(`${name}: longest publishing gap`, Math.max(...laps.map(({ longestGapMs }) => longestGapMs)), 'ms');
    figure(`${name}: longest wait for a confirm`, Math.max(...laps.map(({ longestWaitMs }) => longestWaitMs)), 'ms');
    return done;
  }

  /** Empties a classic queue; answers how many messages of the backlog it had. */
  public async empty(queue: string): Promise<number> {
    const consumer = Consumer.start({ target: this.target, queue });
    try {
      const inOthers = BACKLOG * (CLASSIC.length - 1);
      const left = () => [...this.backlog.confirmed].filter(id => !consumer.received.has(id)).length - inOthers;
      await drained(left, () => consumer.received.size);
      return consumer.received.size;
    } finally {
      await consumer.stop();
    }
  }

  /** Ends it, also after a failure. */
  public async end(): Promise<void> {
    this.ending.abort();
    await Promise.allSettled([...this.publishers, ...this.consumers].map(async end => end.stop()));
  }

  /** Stops publishing, takes what is left, and reckons; prints the figures under a name. */
  public async reckon(name: string, classic: readonly string[] = CLASSIC): Promise<Reckoning> {
    await Promise.all(this.publishers.map(async publisher => publisher.stop()));
    const rest = (): Consumer[] => [
      Consumer.start({ target: this.target, queue: STREAMS, arguments: { 'x-stream-offset': 'first' } }),
      Consumer.start({ target: this.target, queue: classic }),
    ];
    const all = [...this.consumers, ...rest()];
    const confirmed = [...this.publishers, this.backlog].flatMap(publisher => [...publisher.confirmed]);
    const emptied = BACKLOG * (CLASSIC.length - classic.length);
    const missing = (ids: readonly string[]): string[] =>
      ids.filter(id => !all.some(consumer => consumer.received.has(id)));
    const lost = (): number => missing(confirmed).length - emptied;
    const received = (): number => all.reduce((sum, consumer) => sum + consumer.received.size, 0);
    await drained(lost, received);
    if (lost() > 0) {
      // a message that a consumer holds, or that doesn't get to one, isn't lost: others get it
      figure(`${name}: left for new consumers`, lost(), 'messages');
      await Promise.all(all.map(async consumer => consumer.stop()));
      all.push(...rest(), Consumer.start({ target: this.target, queue: QUORUM }));
      await drained(lost, received);
    }
    const result: Reckoning = {
      confirmed: this.publishers.reduce((sum, { confirmed }) => sum + confirmed.size, 0),
      lost: lost(),
      duplicated: all.flatMap(({ received }) => [...received.values()]).reduce((sum, times) => sum + times - 1, 0),
      outOfOrder: all.reduce((sum, { outOfOrder }) => sum + outOfOrder, 0),
      longestGapMs: Math.max(...this.publishers.map(({ longestGapMs }) => longestGapMs)),
      longestWaitMs: Math.max(...this.publishers.map(({ longestWaitMs }) => longestWaitMs)),
    };
    await Promise.all(all.map(async consumer => consumer.stop()));
    countsOf(missing(this.publishers.flatMap(publisher => [...publisher.confirmed]))).forEach((count, queue) => {
      figure(`${name}: lost of ${queue}`, count, 'messages');
    });
    figure(`${name}: confirmed`, result.confirmed, 'messages');
    figure(`${name}: lost`, result.lost, 'messages');
    figure(`${name}: duplicated`, result.duplicated, 'messages');
    figure(`${name}: out of order`, result.outOfOrder, 'messages');
    figure(`${name}: longest publishing gap`, result.longestGapMs, 'ms');
    figure(`${name}: longest wait for a confirm`, result.longestWaitMs, 'ms');
    return result;
  }
}

/**
 * Does something to a cluster of so many brokers under this load, and returns what became of the messages: nothing may
 * be lost. `classic` are the queues that keep their backlog.
 */
export async function underManyQueues(
  name: string,
  scaled: Scaled,
  replicas: number,
  action: (load: ManyQueues) => Promise<void>,
  classic: readonly string[] = CLASSIC,
): Promise<Reckoning> {
  await scaled.at(replicas);
  const load = await ManyQueues.start(await scaled.deployment.amqp());
  try {
    await scaled.settled(replicas);
    await load.published(100);
    await action(load);
    const reckoning = await load.reckon(name, classic);
    expect(reckoning).toMatchObject({ lost: 0 });
    return reckoning;
  } finally {
    await load.end();
  }
}
