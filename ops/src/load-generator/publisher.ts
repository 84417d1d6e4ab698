import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ConfirmChannel } from 'amqplib';
import { reconnecting, type AmqpTarget, type Session } from './amqp';
import { bounded } from '../core/abort';

/** How to publish. */
export interface PublisherOptions {
  readonly target: AmqpTarget;
  /** Where to; with several, messages go to one after the other. */
  readonly queue: string | readonly string[];
  /** Messages a second. @default - as fast as the window allows */
  readonly rate?: number;
  /** How many messages may be unconfirmed at a time. @default 200 */
  readonly window?: number;
  /** How many messages to publish in all. @default - until it is stopped */
  readonly count?: number;
  /** Bytes of a message's body. @default 64 */
  readonly size?: number;
  /** Ends the publisher at once. */
  readonly signal?: AbortSignal;
  /** The longest that it may run. @default 600000 */
  readonly timeoutMs?: number;
}

/** How publishing paused for a time. */
export interface Pauses {
  /** The longest time between two confirms, in ms. */
  readonly longestGapMs: number;
  /** The longest that one message waited for its confirm, in ms. */
  readonly longestWaitMs: number;
}

/** The pauses of a time, and how long 99 of 100 messages waited for their confirm at most, in ms. */
export interface Lap extends Pauses {
  readonly p99WaitMs: number;
}

const TICK_MS = 10;

/**
 * How long a message may wait for its confirm before the publisher reconnects and publishes it again, as applications
 * have to: after a network failure, RabbitMQ 4.3.6 at times confirms nothing that was on its way to a stream.
 */
const GIVE_UP_MS = 120_000;

/**
 * The first message of a channel to a quorum queue waits for the queue's leader, and when that loses its place
 * meanwhile, for `net_ticktime` and 5 s:
 * https://github.com/rabbitmq/rabbitmq-server/blob/v4.3.5/deps/rabbit/src/rabbit_fifo_client.erl#L105
 */
const FIRST_CONFIRM_MS = 65_000;

/**
 * Publishes numbered persistent messages with confirms, through any number of connections: what was refused, returned
 * as unroutable or left unsure by a lost connection is published again under the same number, until it is confirmed.
 */
export class Publisher {
  public static start(options: PublisherOptions): Publisher {
    return new Publisher(options);
  }

  /** Distinguishes the message ids of this publisher from others'. */
  public readonly run = randomUUID().slice(0, 8);
  /** Message ids that the broker has confirmed. */
  public readonly confirmed = new Set<string>();
  /** How many connections it took. */
  public connections = 0;
  private readonly body: Buffer;
  /** Fulfilled when it has closed its connection. */
  public readonly ended: Promise<void>;
  private readonly stopping: AbortController;
  private readonly unsure: number[] = [];
  private readonly inFlight = new Set<number>();
  private readonly returned = new Set<number>();
  private session?: Session;
  private channel?: ConfirmChannel;
  private connectedAt = 0;
  private next = 0;
  private last: number;
  private credit = 0;
  private lastConfirm?: number;
  private gap = 0;
  private readonly since = new Map<number, number>();
  private longest = 0;
  private waits: number[] = [];
  private lapsed: Pauses = { longestGapMs: 0, longestWaitMs: 0 };
  private lastError?: Error;

  private constructor(private readonly options: PublisherOptions) {
    this.last = options.count ?? Infinity;
    this.body = Buffer.alloc(options.size ?? 64, 'm');
    this.stopping = bounded(options.signal ? [options.signal] : [], options.timeoutMs ?? 600_000);
    const ticking = this.tick();
    this.ended = reconnecting(options.target, this.stopping.signal, session => this.publishOn(session), (error) => {
      this.lastError = error;
    }).then(() => ticking);
  }

  /** How many messages were published at least once. */
  public get published(): number {
    return this.next;
  }

  /**
   * The longest time between two confirms, in ms; one that goes on counts too, while there are unconfirmed messages.
   */
  public get longestGapMs(): number {
    return Math.round(Math.max(this.lapsed.longestGapMs, this.gap, this.goingOn().longestGapMs));
  }

  /** The longest that a message took from its first publishing to its confirm, in ms; unconfirmed ones included. */
  public get longestWaitMs(): number {
    return Math.round(Math.max(this.lapsed.longestWaitMs, this.longest, this.goingOn().longestWaitMs));
  }

  /** The pauses since this was called last; those that go on are also in the next. */
  public lap(): Lap {
    const { longestGapMs, longestWaitMs } = this.goingOn();
    const sorted = this.waits.sort((a, b) => a - b);
    const lap = {
      longestGapMs: Math.round(Math.max(this.gap, longestGapMs)),
      longestWaitMs: Math.round(Math.max(this.longest, longestWaitMs)),
      p99WaitMs: Math.round(sorted[Math.floor(sorted.length * 0.99)] ?? 0),
    };
    this.waits = [];
    this.lapsed = { longestGapMs: this.longestGapMs, longestWaitMs: this.longestWaitMs };
    this.gap = 0;
    this.longest = 0;
    return lap;
  }

  /** Waits until `count` messages are confirmed (all of them, if given no `count`); throws when it ended before. */
  public async reached(count = this.last): Promise<void> {
    while (this.confirmed.size < count) {
      if (this.stopping.signal.aborted) {
        throw this.failure(`ended with ${this.confirmed.size} of ${count} messages confirmed`);
      }
      await sleep(TICK_MS);
    }
  }

  /**
   * Publishes nothing new, waits until all that was published is confirmed, and closes; throws when that
   * takes too long.
   */
  public async stop(timeoutMs = GIVE_UP_MS + FIRST_CONFIRM_MS): Promise<void> {
    this.last = Math.min(this.last, this.next);
    const deadline = performance.now() + timeoutMs;
    while (this.unconfirmed > 0 && !this.stopping.signal.aborted && performance.now() < deadline) {
      await sleep(TICK_MS);
    }
    this.gap = this.longestGapMs;
    this.stopping.abort();
    await this.ended;
    if (this.unconfirmed > 0 || this.confirmed.size === 0) {
      throw this.failure(`ended with ${this.confirmed.size} messages confirmed and ${this.unconfirmed} unconfirmed`);
    }
  }

  private goingOn(): Pauses {
    const now = performance.now();
    return {
      longestGapMs: this.lastConfirm !== undefined && this.unconfirmed > 0 ? now - this.lastConfirm : 0,
      longestWaitMs: [...this.since.values()].reduce((longest, since) => Math.max(longest, now - since), 0),
    };
  }

  private get unconfirmed(): number {
    return this.inFlight.size + this.unsure.length;
  }

  private failure(what: string): Error {
    return new Error(`the publisher to "${[this.options.queue].flat().join(', ')}" ${what}${this.lastError ? `; last error: ${this.lastError.message}` : ''}`);
  }

  private async tick(): Promise<void> {
    let last = performance.now();
    while (!this.stopping.signal.aborted) {
      await sleep(TICK_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      const now = performance.now();
      const { rate } = this.options;
      this.credit = rate === undefined
        ? Infinity
        : Math.min(this.credit + (rate * (now - last)) / 1000, Math.max(1, rate / 10));
      last = now;
      this.giveUpWaiting(now);
      this.pump();
    }
  }

  private giveUpWaiting(now: number): void {
    const [oldest] = this.inFlight;
    if (
      this.channel
      && oldest !== undefined
      && now - Math.max(this.connectedAt, this.since.get(oldest) ?? now) > GIVE_UP_MS
    ) {
      this.session?.end(new Error(`a message was not confirmed within ${GIVE_UP_MS / 1000} s`));
    }
  }

  private async publishOn(session: Session): Promise<void> {
    const channel = await session.connection.createConfirmChannel();
    channel.on('error', (error) => { session.end(error); });
    channel.on('close', () => { session.end(); });
    channel.on('return', (message) => {
      this.returned.add(numberOf(String(message.properties.messageId)));
      this.lastError = new Error('a message was returned as unroutable');
    });
    this.connections += 1;
    this.connectedAt = performance.now();
    this.session = session;
    this.channel = channel;
    this.pump();
    await session.ended;
    this.channel = undefined;
    this.unsure.push(...this.inFlight);
    this.inFlight.clear();
    this.returned.clear();
  }

  private pump(): void {
    const window = this.options.window ?? 200;
    while (this.channel && this.inFlight.size < window && this.credit >= 1) {
      const number = this.unsure.shift() ?? (this.next < this.last ? this.next++ : undefined);
      if (number === undefined) {
        return;
      }
      this.credit -= 1;
      this.send(this.channel, number);
    }
  }

  private send(channel: ConfirmChannel, number: number): void {
    const settled = (error: unknown): void => {
      if (channel !== this.channel || !this.inFlight.delete(number)) {
        return;
      }
      if (error || this.returned.delete(number)) {
        this.unsure.push(number);
        return;
      }
      this.confirm(number);
      this.pump();
    };
    this.inFlight.add(number);
    if (!this.since.has(number)) {
      this.since.set(number, performance.now());
    }
    try {
      const properties = { persistent: true, mandatory: true, messageId: `${this.run}-${number}` };
      channel.publish('', this.queueOf(number), this.body, properties, settled);
    } catch (error) {
      // closed, though its events are still to come: no more through this one
      this.channel = undefined;
      this.session?.end(error as Error);
    }
  }

  private confirm(number: number): void {
    const now = performance.now();
    this.gap = Math.max(this.gap, now - (this.lastConfirm ?? now));
    this.lastConfirm = now;
    const wait = now - (this.since.get(number) ?? now);
    this.longest = Math.max(this.longest, wait);
    this.waits.push(wait);
    this.since.delete(number);
    this.confirmed.add(`${this.run}-${number}`);
  }

  private queueOf(number: number): string {
    const { queue } = this.options;
    return typeof queue === 'string' ? queue : queue[number % queue.length];
  }
}

function numberOf(messageId: string): number {
  return Number(messageId.slice(messageId.lastIndexOf('-') + 1));
}
