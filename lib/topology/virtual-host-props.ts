import { RabbitMQRemovalPolicy } from './removal-policy';
import { IRabbitMQCluster } from '../cluster/interface/cluster-interface';
import { RabbitMQQueueType } from '../configuration/groups/queues';

/** Limits of a virtual host. */
export interface RabbitMQVirtualHostLimitsOptions {
  /**
   * The highest number of client connections; 0 allows none.
   * @default - no limit
   */
  readonly maxConnections?: number;
  /**
   * The highest number of queues and streams; 0 allows none.
   * @default - no limit
   */
  readonly maxQueues?: number;
}

/** Options of a virtual host. */
export interface RabbitMQVirtualHostOptions {
  /**
   * What it is for.
   * @default - none
   */
  readonly description?: string;
  /**
   * Labels that the management UI shows.
   * @default - none
   */
  readonly tags?: string[];
  /**
   * The type of a queue that a client declares without naming one, and of `addQueue` without a type. Since 3.11.
   * @default - the cluster's `queues.defaultType`
   */
  readonly defaultQueueType?: RabbitMQQueueType;
  /**
   * Whether RabbitMQ publishes a copy of each message to the exchange `amq.rabbitmq.trace`. It slows the
   * virtual host down.
   * @default - as it is in the brokers
   */
  readonly tracing?: boolean;
  /**
   * Limits, which replace all that are set.
   * @default - limits stay as they are
   */
  readonly limits?: RabbitMQVirtualHostLimitsOptions;
  /**
   * What happens in the brokers when it is no longer declared. One with queues is never deleted.
   * @default RabbitMQRemovalPolicy.RETAIN
   */
  readonly removalPolicy?: RabbitMQRemovalPolicy;
}

/** Properties for `RabbitMQVirtualHost`. */
export interface RabbitMQVirtualHostProps extends RabbitMQVirtualHostOptions {
  /** The cluster. */
  readonly cluster: IRabbitMQCluster;
  /** The name: 1 to 255 bytes; that of the first is `/`. */
  readonly name: string;
}

/** Rights to names in a virtual host, as regular expressions. */
export interface RabbitMQGrantOptions {
  /**
   * What a user may declare, bind and delete.
   * @default - nothing
   */
  readonly configure?: string;
  /**
   * What a user may publish to.
   * @default - nothing
   */
  readonly write?: string;
  /**
   * What a user may consume from.
   * @default - nothing
   */
  readonly read?: string;
}
