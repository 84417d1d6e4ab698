import { Duration, Size } from 'cdk8s';
import { RabbitMQArgument } from './argument';
import { IRabbitMQExchange } from './interfaces';
import { IRabbitMQVirtualHost } from './virtual-host-interface';
import { RabbitMQRecreate, RabbitMQRemovalPolicy } from './removal-policy';
import { RabbitMQLeaderLocator, RabbitMQQueueType } from '../configuration/groups/queues';

/** What happens to messages that a full queue has no room for. */
export enum RabbitMQOverflow {
  /** The oldest message is dropped or dead-lettered. */
  DROP_HEAD = 'drop-head',
  /** The new message is rejected. */
  REJECT_PUBLISH = 'reject-publish',
  /** The new message is rejected and dead-lettered. Classic queues only. */
  REJECT_PUBLISH_DLX = 'reject-publish-dlx',
}

/** How safely a queue hands messages to its dead-letter exchange. */
export enum RabbitMQDeadLetterStrategy {
  /** A message may be lost on the way. */
  AT_MOST_ONCE = 'at-most-once',
  /**
   * The queue keeps a message until the target confirms it. Quorum queues with `RabbitMQOverflow.REJECT_PUBLISH` only.
   */
  AT_LEAST_ONCE = 'at-least-once',
}

/** Which returned messages are delivered again after a delay. */
export enum RabbitMQDelayedRetryType {
  /** All that are returned to the queue. */
  ALL = 'all',
  /** Those that a consumer failed to process. */
  FAILED = 'failed',
  /** Those that came back for another reason, such as a closed channel. */
  RETURNED = 'returned',
}

/** Where messages go that expire, are rejected, or exceed a limit. */
export interface RabbitMQDeadLetterOptions {
  /** The exchange. */
  readonly exchange: IRabbitMQExchange;
  /**
   * The routing key that they get.
   * @default - the one that they were published with
   */
  readonly routingKey?: string;
  /**
   * How safely they are handed over. Quorum queues only.
   * @default - RabbitMQDeadLetterStrategy.AT_MOST_ONCE, the broker's own
   */
  readonly strategy?: RabbitMQDeadLetterStrategy;
}

/** When a quorum queue delivers a returned message again. Since 4.3. */
export interface RabbitMQDelayedRetryOptions {
  /**
   * Which messages are delayed.
   * @default RabbitMQDelayedRetryType.ALL
   */
  readonly type?: RabbitMQDelayedRetryType;
  /** The delay before the first new delivery, in whole milliseconds. */
  readonly min: Duration;
  /** The longest delay, in whole milliseconds. */
  readonly max: Duration;
}

/** Options of a queue or a stream. Each option says which types take it; another type is an error at synth. */
export interface RabbitMQQueueOptions {
  /**
   * The type.
   * @default - the virtual host's default queue type; RabbitMQQueueType.QUORUM where it has none
   */
  readonly type?: RabbitMQQueueType;
  /**
   * Whether it outlives a restart of the brokers. Quorum queues and streams always do.
   * @default true
   */
  readonly durable?: boolean;
  /**
   * Whether it is deleted when its last consumer leaves. Classic queues only.
   * @default false
   */
  readonly autoDelete?: boolean;
  /**
   * Where messages go that expire, are rejected, or exceed a limit. Quorum and classic queues.
   * @default - they are dropped
   */
  readonly deadLetter?: RabbitMQDeadLetterOptions;
  /**
   * How often a message may be returned to the queue before it is dropped or dead-lettered; -1 for no
   * limit. Quorum queues.
   * @default - 20 from 4.0, no limit before: the broker's own
   */
  readonly deliveryLimit?: number;
  /**
   * When a returned message is delivered again. Quorum queues, since 4.3.
   * @default - at once
   */
  readonly delayedRetry?: RabbitMQDelayedRetryOptions;
  /**
   * How long a consumer may keep a delivery without acknowledging it. Quorum queues, since 4.3.
   * @default - the cluster's `queues.consumerTimeout`
   */
  readonly consumerTimeout?: Duration;
  /**
   * How long a message may wait, in whole milliseconds. Quorum and classic queues.
   * @default - no limit
   */
  readonly messageTtl?: Duration;
  /**
   * How long the queue may be unused before it is deleted, in whole milliseconds. Quorum and classic queues.
   * @default - no limit
   */
  readonly expires?: Duration;
  /**
   * The highest number of messages. Quorum and classic queues.
   * @default - no limit
   */
  readonly maxLength?: number;
  /**
   * The highest number of bytes of messages; a stream drops its oldest segments above it.
   * @default - no limit
   */
  readonly maxBytes?: Size;
  /**
   * What happens to messages that a full queue has no room for. Quorum and classic queues.
   * @default - RabbitMQOverflow.DROP_HEAD, the broker's own
   */
  readonly overflow?: RabbitMQOverflow;
  /**
   * Whether only one consumer at a time gets messages. Quorum and classic queues.
   * @default false
   */
  readonly singleActiveConsumer?: boolean;
  /**
   * The highest priority of messages, from 1 to 255; RabbitMQ recommends at most 10. Classic queues.
   * @default - no priorities
   */
  readonly maxPriority?: number;
  /**
   * Which broker gets the leader. Classic queues since 4.0.
   * @default - the cluster's `queues.leaderLocator`
   */
  readonly leaderLocator?: RabbitMQLeaderLocator;
  /**
   * The number of replicas when it is declared. Quorum queues and streams.
   * @default - 3 for quorum queues, all brokers for streams: the broker's own
   */
  readonly groupSize?: number;
  /**
   * How long a stream keeps messages, in whole seconds. Streams.
   * @default - no limit
   */
  readonly maxAge?: Duration;
  /**
   * The size of a segment file of a stream. Streams.
   * @default - 500 MB, the broker's own
   */
  readonly maxSegmentSize?: Size;
  /**
   * The size of the Bloom filter of each chunk of a stream, from 16 to 255 bytes. Streams, since 4.1.
   * @default - 16, the broker's own
   */
  readonly filterSize?: number;
  /**
   * Further arguments by name, for those without an option.
   * @default - none
   */
  readonly arguments?: Record<string, RabbitMQArgument>;
  /**
   * What happens in the brokers when it is no longer declared. A queue with messages is never deleted.
   * @default RabbitMQRemovalPolicy.RETAIN
   */
  readonly removalPolicy?: RabbitMQRemovalPolicy;
  /**
   * What happens when its type or arguments change, which RabbitMQ cannot do to an existing queue.
   * @default RabbitMQRecreate.NEVER
   */
  readonly recreate?: RabbitMQRecreate;
}

/** Properties for `RabbitMQQueue`. */
export interface RabbitMQQueueProps extends RabbitMQQueueOptions {
  /** The virtual host. */
  readonly virtualHost: IRabbitMQVirtualHost;
  /** The name: 1 to 255 bytes, not starting with `amq.`. */
  readonly name: string;
}
