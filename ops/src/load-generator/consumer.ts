import type { Channel } from 'amqplib';
import { reconnecting, type AmqpTarget, type Session } from './amqp';
import { bounded } from '../core/abort';

/** How to consume. */
export interface ConsumerOptions {
  readonly target: AmqpTarget;
  readonly queue: string | readonly string[];
  /** Arguments of the consumers: `{ 'x-stream-offset': 'first' }`. */
  readonly arguments?: Record<string, unknown>;
  /** @default 100 */
  readonly prefetch?: number;
  /** Ends the consumer at once. */
  readonly signal?: AbortSignal;
  /** The longest that it may run. @default 600000 */
  readonly timeoutMs?: number;
}

/**
 * Consumes with manual acknowledgements, through any number of connections, and keeps how often it
 * received each message.
 */
export class Consumer {
  public static start(options: ConsumerOptions): Consumer {
    return new Consumer(options);
  }

  /** Messages that came first after a later one of the same publisher and queue. */
  public outOfOrder = 0;
  private readonly newest = new Map<string, number>();
  /** How often each message id was received. */
  public readonly received = new Map<string, number>();
  /** The longest time between two receipts, in ms. */
  public longestGapMs = 0;
  private lastReceipt?: number;
  /** Why it lost its last connection, if it did. */
  public lastError?: Error;
  /** Fulfilled when it has closed its connection. */
  public readonly ended: Promise<void>;
  private readonly stopping: AbortController;

  private constructor(private readonly options: ConsumerOptions) {
    this.stopping = bounded(options.signal ? [options.signal] : [], options.timeoutMs ?? 600_000);
    this.ended = reconnecting(options.target, this.stopping.signal, session => this.consumeOn(session), (error) => {
      this.lastError = error;
    });
  }

  /** Closes its connection; messages that are on their way to it go back to the queue. */
  public async stop(): Promise<void> {
    this.stopping.abort();
    await this.ended;
  }

  private async consumeOn(session: Session): Promise<void> {
    const channel = await session.connection.createChannel();
    channel.on('error', (error) => { session.end(error); });
    channel.on('close', () => { session.end(); });
    await channel.prefetch(this.options.prefetch ?? 100);
    for (const queue of [this.options.queue].flat()) {
      await this.consumeFrom(queue, session, channel);
    }
    await session.ended;
  }

  private async consumeFrom(queue: string, session: Session, channel: Channel): Promise<void> {
    await channel.consume(queue, (message) => {
      if (message === null) {
        session.end(new Error('the broker cancelled the consumer'));
        return;
      }
      const id = String(message.properties.messageId);
      this.keepOrder(queue, id);
      this.keepGap();
      this.received.set(id, (this.received.get(id) ?? 0) + 1);
      try {
        channel.ack(message);
      } catch (error) {
        session.end(error as Error);
      }
    }, { arguments: this.options.arguments });
  }

  private keepGap(): void {
    const now = performance.now();
    this.longestGapMs = Math.round(Math.max(this.longestGapMs, now - (this.lastReceipt ?? now)));
    this.lastReceipt = now;
  }

  private keepOrder(queue: string, id: string): void {
    if (this.received.has(id)) {
      return;
    }
    const [publisher, number] = [`${queue} ${id.slice(0, id.lastIndexOf('-'))}`, Number(id.slice(id.lastIndexOf('-') + 1))];
    const newest = this.newest.get(publisher) ?? -1;
    this.outOfOrder += number < newest ? 1 : 0;
    this.newest.set(publisher, Math.max(newest, number));
  }
}
