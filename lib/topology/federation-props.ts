import { Duration } from 'cdk8s';
import { INetworkPolicyPeer } from 'cdk8s-plus-28';
import { IRabbitMQVirtualHost } from './virtual-host-interface';
import { RabbitMQRemovalPolicy } from './removal-policy';
import { RabbitMQArgument } from './argument';
import { RabbitMQSecretValueOptions } from './secret-value';

/** When a broker confirms a message that it got from elsewhere. */
export enum RabbitMQAckMode {
  /** When it has arrived safely. */
  ON_CONFIRM = 'on-confirm',
  /** When it was sent on. A crash can lose it. */
  ON_PUBLISH = 'on-publish',
  /** Never: the fastest, and a connection failure can lose messages. */
  NO_ACK = 'no-ack',
}

/** A peer that the brokers connect to. */
export interface RabbitMQEgressOptions {
  /** The peer, such as another cluster or `NetworkPolicyIpBlock.ipv4(…)`. */
  readonly peer: INetworkPolicyPeer;
  /**
   * The TCP ports.
   * @default [5672, 5671]
   */
  readonly ports?: number[];
}

/** Options of a federation upstream. */
export interface RabbitMQFederationUpstreamOptions {
  /** The Secret with the upstream's URI: `amqps://user:password@host:5671/vhost`. It is never written to a manifest. */
  readonly uri: RabbitMQSecretValueOptions;
  /**
   * Where the upstream is, so that the brokers' NetworkPolicy allows the connection.
   * @default - the NetworkPolicy stays as it is
   */
  readonly egress?: RabbitMQEgressOptions;
  /**
   * The exchange of the upstream.
   * @default - the one with the same name
   */
  readonly exchange?: string;
  /**
   * The queue of the upstream.
   * @default - the one with the same name
   */
  readonly queue?: string;
  /**
   * Maximum number of unacknowledged messages in flight.
   * @default - 1000, the broker's own
   */
  readonly prefetchCount?: number;
  /**
   * How long to wait before a new connection attempt, in whole seconds.
   * @default - 5 seconds, the broker's own
   */
  readonly reconnectDelay?: Duration;
  /**
   * When a message is acknowledged to the upstream.
   * @default - RabbitMQAckMode.ON_CONFIRM, the broker's own
   */
  readonly ackMode?: RabbitMQAckMode;
  /**
   * Over how many federation links a message may come. Exchanges only.
   * @default - 1, the broker's own
   */
  readonly maxHops?: number;
  /**
   * How long the upstream keeps messages while the link is down, in whole milliseconds. Exchanges only.
   * @default - no limit
   */
  readonly expires?: Duration;
  /**
   * Further keys by name: `trust-user-id`.
   * @default - none
   */
  readonly additional?: Record<string, RabbitMQArgument>;
  /**
   * What happens in the brokers when it is no longer declared.
   * @default RabbitMQRemovalPolicy.RETAIN
   */
  readonly removalPolicy?: RabbitMQRemovalPolicy;
}

/** Options of a set of federation upstreams. */
export interface RabbitMQFederationUpstreamSetOptions {
  /**
   * What happens in the brokers when it is no longer declared.
   * @default RabbitMQRemovalPolicy.RETAIN
   */
  readonly removalPolicy?: RabbitMQRemovalPolicy;
}

/** Properties for `RabbitMQFederationUpstream`. */
export interface RabbitMQFederationUpstreamProps extends RabbitMQFederationUpstreamOptions {
  /** The virtual host. */
  readonly virtualHost: IRabbitMQVirtualHost;
  /** The name: 1 to 255 bytes. */
  readonly name: string;
}
