import { Duration } from 'cdk8s';
import { boolean, count, milliseconds, seconds } from './format';
import { toGroup, toKey } from './mapping';

/**
 * How a broker holds its clients' connections.
 *
 * @see https://www.rabbitmq.com/docs/networking
 */
export interface RabbitMQNetworkingConfigurationOptions {
  /**
   * After how long a silent client counts as gone, in whole seconds (`heartbeat`); a client may ask for less.
   * RabbitMQ's advice is 5 to 20 seconds: https://www.rabbitmq.com/docs/heartbeats
   * @default - Duration.seconds(60), the broker's own
   */
  readonly heartbeat?: Duration;
  /**
   * How long a client may take to say who it is, in whole milliseconds (`handshake_timeout`).
   * @default - Duration.seconds(10), the broker's own
   */
  readonly handshakeTimeout?: Duration;
  /**
   * How many connections wait to be accepted, for when all clients come back at once (`tcp_listen_options.backlog`).
   * The node's `net.core.somaxconn` is a limit too.
   * @default - 128, the broker's own
   */
  readonly backlog?: number;
  /**
   * How many processes accept connections on one port (`num_acceptors.tcp`).
   * @default - 10, the broker's own
   */
  readonly acceptors?: number;
  /**
   * Whether clients come through a proxy that sends a PROXY protocol header (`proxy_protocol`). Then those without one
   * are refused, on the AMQP ports.
   * @default - false, the broker's own
   */
  readonly proxyProtocol?: boolean;
  /**
   * Whether the operating system probes silent connections (`tcp_listen_options.keepalive`).
   * @default - false, as the operating system has it
   */
  readonly tcpKeepalive?: boolean;
  /**
   * Whether small packets are sent at once (`tcp_listen_options.nodelay`).
   * @default - true, the broker's own
   */
  readonly tcpNodelay?: boolean;
}

export const networking = toGroup<RabbitMQNetworkingConfigurationOptions>({
  heartbeat: toKey('heartbeat', seconds),
  handshakeTimeout: toKey('handshake_timeout', milliseconds),
  backlog: toKey('tcp_listen_options.backlog', count),
  acceptors: toKey('num_acceptors.tcp', count),
  proxyProtocol: toKey('proxy_protocol', boolean),
  tcpKeepalive: toKey('tcp_listen_options.keepalive', boolean),
  tcpNodelay: toKey('tcp_listen_options.nodelay', boolean),
});
