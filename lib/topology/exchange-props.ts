import { RabbitMQArgument } from './argument';
import { IRabbitMQExchange } from './interfaces';
import { IRabbitMQVirtualHost } from './virtual-host-interface';
import { RabbitMQRecreate, RabbitMQRemovalPolicy } from './removal-policy';

/** How an exchange routes messages: https://www.rabbitmq.com/docs/exchanges */
export enum RabbitMQExchangeType {
  /** To queues whose binding has the message's routing key. */
  DIRECT = 'direct',
  /** To all bound queues. */
  FANOUT = 'fanout',
  /** To queues whose binding matches the words of the routing key. */
  TOPIC = 'topic',
  /** To queues whose binding matches the message's headers. */
  HEADERS = 'headers',
  /** To one queue by a hash of the routing key. The plugin `rabbitmq_consistent_hash_exchange` is enabled. */
  CONSISTENT_HASH = 'x-consistent-hash',
  /**
   * To one queue by the hash modulo the number of queues. From 4.3 built in; before, the plugin
   * `rabbitmq_sharding` is enabled.
   */
  MODULUS_HASH = 'x-modulus-hash',
  /** To a random bound queue. The plugin `rabbitmq_random_exchange` is enabled. */
  RANDOM = 'x-random',
  /** To a random bound queue on the broker that the publisher is connected to. Since 4.0. */
  LOCAL_RANDOM = 'x-local-random',
  /**
   * To all bound queues, and the last messages to each new one. The plugin
   * `rabbitmq_recent_history_exchange` is enabled.
   */
  RECENT_HISTORY = 'x-recent-history',
  /** By a JMS selector. The plugin `rabbitmq_jms_topic_exchange` is enabled. */
  JMS_TOPIC = 'x-jms-topic',
  /**
   * After the delay in the header `x-delay`. Needs the community plugin `rabbitmq_delayed_message_exchange` in the
   * image and in `communityPlugins`, and the argument `x-delayed-type`.
   */
  DELAYED_MESSAGE = 'x-delayed-message',
}

/** Options of an exchange. */
export interface RabbitMQExchangeOptions {
  /**
   * The type.
   * @default RabbitMQExchangeType.DIRECT
   */
  readonly type?: RabbitMQExchangeType;
  /**
   * Whether it outlives a restart of the brokers.
   * @default true
   */
  readonly durable?: boolean;
  /**
   * Whether it is deleted when its last binding is.
   * @default false
   */
  readonly autoDelete?: boolean;
  /**
   * Whether only other exchanges may publish to it.
   * @default false
   */
  readonly internal?: boolean;
  /**
   * The exchange that gets messages that no binding takes.
   * @default - such messages are dropped, or returned to publishers that ask for it
   */
  readonly alternateExchange?: IRabbitMQExchange;
  /**
   * Further arguments by name: `x-delayed-type`.
   * @default - none
   */
  readonly arguments?: Record<string, RabbitMQArgument>;
  /**
   * What happens in the brokers when it is no longer declared.
   * @default RabbitMQRemovalPolicy.RETAIN
   */
  readonly removalPolicy?: RabbitMQRemovalPolicy;
  /**
   * What happens when its type or arguments change.
   * @default RabbitMQRecreate.NEVER
   */
  readonly recreate?: RabbitMQRecreate;
}

/** Properties for `RabbitMQExchange`. */
export interface RabbitMQExchangeProps extends RabbitMQExchangeOptions {
  /** The virtual host. */
  readonly virtualHost: IRabbitMQVirtualHost;
  /** The name: 1 to 255 bytes, not starting with `amq.`. */
  readonly name: string;
}

/** Options of a binding. */
export interface RabbitMQBindingOptions {
  /**
   * The routing key; for a topic exchange a pattern such as `order.*.paid` or `order.#`.
   * @default - the empty one
   */
  readonly routingKey?: string;
  /**
   * For a headers exchange: headers that a message must have.
   * @default - none
   */
  readonly headers?: Record<string, RabbitMQArgument>;
  /**
   * For a headers exchange: whether one of the headers is enough.
   * @default false
   */
  readonly matchAny?: boolean;
  /**
   * Further arguments by name, for exchange types of plugins: `x-jms-topic-selector`.
   * @default - none
   */
  readonly arguments?: Record<string, RabbitMQArgument>;
  /**
   * What happens in the brokers when it is no longer declared.
   * @default RabbitMQRemovalPolicy.RETAIN
   */
  readonly removalPolicy?: RabbitMQRemovalPolicy;
}
