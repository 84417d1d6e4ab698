import { RabbitMQQueueType } from '../configuration/groups/queues';

/** An argument of queues that has an option: the types that take it and the first series that has it. */
export interface QueueArgument {
  readonly argument: string;
  /** The option as users write it, where that is not the row's name. */
  readonly prop?: string;
  readonly types: readonly RabbitMQQueueType[];
  /** The first series in which a type takes it, where not all do. */
  readonly since?: Readonly<Partial<Record<RabbitMQQueueType, string>>>;
  /** The key of policies that sets the same. */
  readonly policyKey?: string;
}

const { QUORUM, CLASSIC, STREAM } = RabbitMQQueueType;

/** Read from `capabilities()` of each queue type on 3.10.8, 4.0.5 and 4.3.6. */
export const QUEUE_ARGUMENTS: Readonly<Record<string, QueueArgument>> = {
  deadLetterExchange: { argument: 'x-dead-letter-exchange', prop: 'deadLetter.exchange', types: [QUORUM, CLASSIC], policyKey: 'dead-letter-exchange' },
  deadLetterRoutingKey: { argument: 'x-dead-letter-routing-key', prop: 'deadLetter.routingKey', types: [QUORUM, CLASSIC], policyKey: 'dead-letter-routing-key' },
  deadLetterStrategy: { argument: 'x-dead-letter-strategy', prop: 'deadLetter.strategy', types: [QUORUM], policyKey: 'dead-letter-strategy' },
  deliveryLimit: { argument: 'x-delivery-limit', types: [QUORUM], policyKey: 'delivery-limit' },
  delayedRetryType: { argument: 'x-delayed-retry-type', prop: 'delayedRetry.type', types: [QUORUM], since: { [QUORUM]: '4.3' }, policyKey: 'delayed-retry-type' },
  delayedRetryMin: { argument: 'x-delayed-retry-min', prop: 'delayedRetry.min', types: [QUORUM], since: { [QUORUM]: '4.3' }, policyKey: 'delayed-retry-min' },
  delayedRetryMax: { argument: 'x-delayed-retry-max', prop: 'delayedRetry.max', types: [QUORUM], since: { [QUORUM]: '4.3' }, policyKey: 'delayed-retry-max' },
  consumerTimeout: { argument: 'x-consumer-timeout', types: [QUORUM], since: { [QUORUM]: '4.3' }, policyKey: 'consumer-timeout' },
  messageTtl: { argument: 'x-message-ttl', types: [QUORUM, CLASSIC], policyKey: 'message-ttl' },
  expires: { argument: 'x-expires', types: [QUORUM, CLASSIC], policyKey: 'expires' },
  maxLength: { argument: 'x-max-length', types: [QUORUM, CLASSIC], policyKey: 'max-length' },
  maxBytes: { argument: 'x-max-length-bytes', types: [QUORUM, CLASSIC, STREAM], policyKey: 'max-length-bytes' },
  overflow: { argument: 'x-overflow', types: [QUORUM, CLASSIC], policyKey: 'overflow' },
  singleActiveConsumer: { argument: 'x-single-active-consumer', types: [QUORUM, CLASSIC] },
  maxPriority: { argument: 'x-max-priority', types: [CLASSIC] },
  leaderLocator: { argument: 'x-queue-leader-locator', types: [QUORUM, CLASSIC, STREAM], since: { [CLASSIC]: '4.0' }, policyKey: 'queue-leader-locator' },
  quorumGroupSize: { argument: 'x-quorum-initial-group-size', prop: 'groupSize', types: [QUORUM] },
  streamGroupSize: { argument: 'x-initial-cluster-size', prop: 'groupSize', types: [STREAM], policyKey: 'initial-cluster-size' },
  maxAge: { argument: 'x-max-age', types: [STREAM], policyKey: 'max-age' },
  maxSegmentSize: { argument: 'x-stream-max-segment-size-bytes', types: [STREAM], policyKey: 'stream-max-segment-size-bytes' },
  filterSize: { argument: 'x-stream-filter-size-bytes', types: [STREAM], since: { [STREAM]: '4.1' }, policyKey: 'stream-filter-size-bytes' },
};
