import { Size } from 'cdk8s';
import { bytes, count } from './format';
import { toGroup, toKey } from './mapping';

/**
 * How much a client or a tenant may take. Each is a whole number above zero.
 *
 * @see https://www.rabbitmq.com/docs/limits
 */
export interface RabbitMQLimitsConfigurationOptions {
  /**
   * The largest message that is taken (`max_message_size`); 512 MiB at the most.
   * @default - the broker's own: 16 MiB from 4.0, 128 MiB before
   */
  readonly maxMessageSize?: Size;
  /**
   * Connections to one broker (`connection_max`).
   * @default - no limit, as the broker has it
   */
  readonly connectionMax?: number;
  /**
   * Channels of one connection (`channel_max`). Few applications need more than a few dozen.
   * @default - 2047, the broker's own
   */
  readonly channelMax?: number;
  /**
   * Channels on one broker (`channel_max_per_node`). Since 3.12.13.
   * @default - no limit, as the broker has it
   */
  readonly channelMaxPerNode?: number;
  /**
   * Consumers of one channel (`consumer_max_per_channel`). Since 3.13.1, and in 3.12.14.
   * @default - no limit, as the broker has it
   */
  readonly consumerMaxPerChannel?: number;
  /**
   * AMQP 1.0 sessions of one connection (`session_max_per_connection`). Since 4.0.
   * @default - 64, the broker's own
   */
  readonly sessionMaxPerConnection?: number;
  /**
   * AMQP 1.0 links of one session (`link_max_per_session`). Since 4.0.
   * @default - 256, the broker's own
   */
  readonly linkMaxPerSession?: number;
  /**
   * Virtual hosts in the cluster (`vhost_max`). Since 3.11.14.
   * @default - no limit, as the broker has it
   */
  readonly vhostMax?: number;
  /**
   * Queues and streams in the cluster (`cluster_queue_limit`). Since 3.13.3.
   * @default - no limit, as the broker has it
   */
  readonly queueMax?: number;
  /**
   * Exchanges in the cluster (`cluster_exchange_limit`). Since 4.1.4.
   * @default - no limit, as the broker has it
   */
  readonly exchangeMax?: number;
}

export const limits = toGroup<RabbitMQLimitsConfigurationOptions>({
  maxMessageSize: toKey('max_message_size', bytes),
  connectionMax: toKey('connection_max', count),
  channelMax: toKey('channel_max', count),
  channelMaxPerNode: toKey('channel_max_per_node', count),
  consumerMaxPerChannel: toKey('consumer_max_per_channel', count),
  sessionMaxPerConnection: toKey('session_max_per_connection', count),
  linkMaxPerSession: toKey('link_max_per_session', count),
  vhostMax: toKey('vhost_max', count),
  queueMax: toKey('cluster_queue_limit', count),
  exchangeMax: toKey('cluster_exchange_limit', count),
});
