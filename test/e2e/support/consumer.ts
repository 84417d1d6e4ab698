import { bounded } from './abort';
import { reconnecting, type AmqpTarget, type Session } from './amqp';
import { e2e } from './kubernetes';

/** How to consume. */
export interface ConsumerOptions {
  readonly target: AmqpTarget;
  readonly queue: string;
  /** @default 100 */
  readonly prefetch?: number;
  /** Ends the consumer at once. */
  readonly signal?: AbortSignal;
  /** The longest that it may run. @default 600000 */
  readonly timeoutMs?: number;
}

/** Consumes with manual acknowledgements, through any number of connections, and keeps how often it received each message. */
export class Consumer {
  public static start(options: ConsumerOptions): Consumer {
    return new Consumer(options);
  }

  /** How often each message id was received. */
  public readonly received = new Map<string, number>();
  /** Why it lost its last connection, if it did. */
  public lastError?: Error;
  private readonly stopping: AbortController;
  private readonly ended: Promise<void>;

  private constructor(private readonly options: ConsumerOptions) {
    this.stopping = bounded(options.signal ? [e2e.end, options.signal] : [e2e.end], options.timeoutMs ?? 600_000);
    this.ended = reconnecting(options.target, this.stopping.signal, session => this.consumeOn(session), (error) => {
      this.lastError = error;
    });
    e2e.background.add(this.ended);
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
    await channel.consume(this.options.queue, (message) => {
      if (message === null) {
        session.end(new Error('the broker cancelled the consumer'));
        return;
      }
      const id = String(message.properties.messageId);
      this.received.set(id, (this.received.get(id) ?? 0) + 1);
      try {
        channel.ack(message);
      } catch (error) {
        session.end(error as Error);
      }
    });
    await session.ended;
  }
}
