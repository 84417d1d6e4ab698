import { Duration, Size } from 'cdk8s';
import { RabbitMQArgument } from './argument';
import { IRabbitMQExchange } from './interfaces';
import { RabbitMQDeadLetterStrategy, RabbitMQOverflow } from './queue-props';
import { RabbitMQRemovalPolicy } from './removal-policy';
import { RabbitMQLeaderLocator } from '../configuration/groups/queues';

/** What a policy applies to. */
export enum RabbitMQPolicyTarget {
  /** Queues, streams and exchanges. */
  ALL = 'all',
  /** Queues and streams. */
  QUEUES = 'queues',
  /** Exchanges. */
  EXCHANGES = 'exchanges',
  /** Classic queues. Since 3.12. */
  CLASSIC_QUEUES = 'classic_queues',
  /** Quorum queues. Since 3.12. */
  QUORUM_QUEUES = 'quorum_queues',
  /** Streams. Since 3.12. */
  STREAMS = 'streams',
}

/** What an operator policy limits. A queue's own argument or policy holds where it is smaller. */
export interface RabbitMQOperatorPolicyDefinitionOptions {
  /**
   * How long a message may wait, in whole milliseconds.
   * @default - no limit
   */
  readonly messageTtl?: Duration;
  /**
   * How long a queue may be unused before it is deleted, in whole milliseconds.
   * @default - no limit
   */
  readonly expires?: Duration;
  /**
   * The highest number of messages.
   * @default - no limit
   */
  readonly maxLength?: number;
  /**
   * The highest number of bytes of messages.
   * @default - no limit
   */
  readonly maxBytes?: Size;
  /**
   * How often a message may be returned to a quorum queue.
   * @default - no limit
   */
  readonly deliveryLimit?: number;
  /**
   * What happens to messages that a full queue has no room for. Since 4.0.
   * @default - the queue decides
   */
  readonly overflow?: RabbitMQOverflow;
  /**
   * The number of replicas that quorum queues are grown to. Since 4.0.
   * @default - the cluster's
   */
  readonly targetGroupSize?: number;
  /**
   * Further keys by name.
   * @default - none
   */
  readonly additional?: Record<string, RabbitMQArgument>;
}

/** What a policy sets. */
export interface RabbitMQPolicyDefinitionOptions extends RabbitMQOperatorPolicyDefinitionOptions {
  /**
   * Where messages of queues go that expire, are rejected, or exceed a limit.
   * @default - as the queue declares
   */
  readonly deadLetterExchange?: IRabbitMQExchange;
  /**
   * The routing key that dead-lettered messages get.
   * @default - their own
   */
  readonly deadLetterRoutingKey?: string;
  /**
   * How safely quorum queues hand messages to the dead-letter exchange.
   * @default - RabbitMQDeadLetterStrategy.AT_MOST_ONCE, the broker's own
   */
  readonly deadLetterStrategy?: RabbitMQDeadLetterStrategy;
  /**
   * The exchange that gets messages that no binding of an exchange takes.
   * @default - as the exchange declares
   */
  readonly alternateExchange?: IRabbitMQExchange;
  /**
   * Which broker gets the leader of a new queue.
   * @default - as the queue declares
   */
  readonly leaderLocator?: RabbitMQLeaderLocator;
  /**
   * How long a consumer may keep a delivery without acknowledging it. Since 4.0.
   * @default - as the queue declares
   */
  readonly consumerTimeout?: Duration;
  /**
   * How long streams keep messages, in whole seconds.
   * @default - as the stream declares
   */
  readonly maxAge?: Duration;
  /**
   * The size of a segment file of streams.
   * @default - as the stream declares
   */
  readonly maxSegmentSize?: Size;
  /**
   * The upstream that exchanges and queues get messages from: `RabbitMQFederationUpstream.name`.
   * @default - no federation
   */
  readonly federationUpstream?: string;
  /**
   * The set of upstreams that exchanges and queues get messages from; `all` for all of the virtual host.
   * @default - no federation
   */
  readonly federationUpstreamSet?: string;
}

/** What policies and operator policies have in common. */
export interface RabbitMQPolicyMatchOptions {
  /** A regular expression of names: `^tmp\\.`. It must be anchored by `^`, or be `.*`. */
  readonly pattern: string;
  /**
   * What it applies to.
   * @default RabbitMQPolicyTarget.QUEUES
   */
  readonly applyTo?: RabbitMQPolicyTarget;
  /**
   * Of several policies that match, the one with the highest priority applies.
   * @default 0
   */
  readonly priority?: number;
  /**
   * What happens in the brokers when it is no longer declared.
   * @default RabbitMQRemovalPolicy.RETAIN
   */
  readonly removalPolicy?: RabbitMQRemovalPolicy;
}

/** Options of a policy. */
export interface RabbitMQPolicyOptions extends RabbitMQPolicyMatchOptions {
  /** What it sets. */
  readonly definition: RabbitMQPolicyDefinitionOptions;
}

/** Options of an operator policy. */
export interface RabbitMQOperatorPolicyOptions extends RabbitMQPolicyMatchOptions {
  /** What it limits. */
  readonly definition: RabbitMQOperatorPolicyDefinitionOptions;
}
