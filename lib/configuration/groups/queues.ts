import { Duration, Size } from 'cdk8s';
import { boolean, bytes, count, memberOf, milliseconds } from './format';
import { toGroup, toKey, toNewestKey } from './mapping';
import { membershipReconciliation, RabbitMQMembershipReconciliationOptions } from './membership-reconciliation';

/** What kind of queue. */
export enum RabbitMQQueueType {
  /** Replicated by consensus: for messages that must not be lost. */
  QUORUM = 'quorum',
  /** On one broker. */
  CLASSIC = 'classic',
  /** A replicated log that can be read again and again. */
  STREAM = 'stream',
}

/** Which broker gets a new queue's leader. */
export enum RabbitMQLeaderLocator {
  /** The one that the declaring client is connected to. */
  CLIENT_LOCAL = 'client-local',
  /** One that has few of them. */
  BALANCED = 'balanced',
}

/** How queues are made and kept. */
export interface RabbitMQQueuesConfigurationOptions {
  /**
   * The type of a queue that a client declares without naming one (`default_queue_type`). A virtual host's own default
   * goes first. Since 3.13.3, and in 3.12.14.
   * @default - RabbitMQQueueType.QUORUM where the release has the key; the broker's own is CLASSIC
   * @see https://www.rabbitmq.com/docs/vhosts#default-queue-type
   */
  readonly defaultType?: RabbitMQQueueType;
  /**
   * Which broker gets a new queue's leader (`queue_leader_locator`).
   * @default - RabbitMQLeaderLocator.BALANCED; the broker's own is CLIENT_LOCAL
   */
  readonly leaderLocator?: RabbitMQLeaderLocator;
  /**
   * How long a consumer may keep a delivery without acknowledging it, in whole milliseconds (`consumer_timeout`). It is
   * looked at once a minute; RabbitMQ advises against less than 5 minutes. From 4.3 it counts for quorum queues only.
   * @default - Duration.minutes(30), the broker's own
   * @see https://www.rabbitmq.com/docs/consumers#acknowledgement-timeout
   */
  readonly consumerTimeout?: Duration;
  /**
   * How long the deliveries of a consumer whose broker can't be reached are kept for it, in whole milliseconds
   * (`consumer_disconnected_timeout`). Since 4.3.
   * @default - Duration.minutes(1), the broker's own
   */
  readonly consumerDisconnectedTimeout?: Duration;
  /**
   * The number of members of a new quorum queue that asks for none (`quorum_queue.initial_cluster_size`). Since 4.1.
   * @default - 3, the broker's own
   * @see https://www.rabbitmq.com/docs/quorum-queues#replication-factor
   */
  readonly quorumGroupSize?: number;
  /**
   * Whether and how members are added to quorum queues that have too few. Since 3.13.
   * @default - off, as the broker has it
   */
  readonly membershipReconciliation?: RabbitMQMembershipReconciliationOptions;
  /**
   * Whether a client may declare an existing quorum queue as a classic one and gets it as it is: for moving
   * applications one by one (`quorum_queue.property_equivalence.relaxed_checks_on_redeclaration`). Since 3.11.16.
   * @default - false, the broker's own
   */
  readonly relaxedRedeclaration?: boolean;
  /**
   * The size at which a new file of the quorum queues' write-ahead log is begun. A broker needs three times as much
   * memory. Written as `quorum_queue.wal_max_size_bytes` from 4.3, which takes no notice of `raft.wal_max_size_bytes`
   * any more (seen on 4.3.6).
   * @default - 512 MiB, the broker's own, or less where its memory doesn't allow for it
   * @see https://www.rabbitmq.com/docs/quorum-queues#resource-use
   */
  readonly walMaxSize?: Size;
}

export const queues = toGroup<RabbitMQQueuesConfigurationOptions>({
  defaultType: toKey('default_queue_type', memberOf(RabbitMQQueueType)),
  leaderLocator: toKey('queue_leader_locator', memberOf(RabbitMQLeaderLocator)),
  consumerTimeout: toKey('consumer_timeout', milliseconds),
  consumerDisconnectedTimeout: toKey('consumer_disconnected_timeout', milliseconds),
  quorumGroupSize: toKey('quorum_queue.initial_cluster_size', count),
  membershipReconciliation,
  relaxedRedeclaration: toKey('quorum_queue.property_equivalence.relaxed_checks_on_redeclaration', boolean),
  walMaxSize: toNewestKey(['quorum_queue.wal_max_size_bytes', 'raft.wal_max_size_bytes'], bytes),
});
