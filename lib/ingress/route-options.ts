import { INetworkPolicyPeer } from 'cdk8s-plus-28';
import { RabbitMQGatewayOptions } from './gateway';

/**
 * A port of the brokers behind a Gateway: over TLS by the host that clients ask for (TLSRoute), or plainly (TCPRoute).
 */
export interface RabbitMQRouteOptions {
  /** The port by its name: `amqps`, `mqtts`, `stomps`, `streams`, or a plain one such as `amqp`. */
  readonly port: string;
  /** The Gateway with a listener in the TLS mode "Passthrough". */
  readonly gateway: RabbitMQGatewayOptions;
  /**
   * The hosts that clients ask for (SNI), which the brokers' certificate has to be for. Needed for TLS, and of
   * no use without.
   * @default - none
   */
  readonly hosts?: string[];
  /**
   * Whether passwords may travel in plain text.
   * @default false
   */
  readonly allowPlain?: boolean;
  /**
   * The pods of the Gateway, which the brokers' NetworkPolicy allows.
   * @default - nobody
   */
  readonly allowFrom?: INetworkPolicyPeer;
}
