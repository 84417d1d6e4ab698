import { Duration } from 'cdk8s';
import { INetworkPolicyPeer } from 'cdk8s-plus-28';
import { RabbitMQTrafficPolicy } from '../kubernetes/traffic-policy';

/** A cloud, for the annotations by which its load balancers are set up. */
export enum RabbitMQCloud {
  /** AWS, by the AWS Load Balancer Controller. */
  AWS = 'aws',
  /** Azure. */
  AZURE = 'azure',
}

/** What Services of type LoadBalancer have in common. */
export interface RabbitMQCommonLoadBalancerOptions {
  /**
   * The ports by name.
   * @default - those over TLS that clients connect to: not the management UI, not the metrics
   */
  readonly ports?: string[];
  /**
   * The controller that makes the load balancer.
   * @default - the cluster's default
   */
  readonly loadBalancerClass?: string;
  /**
   * Networks that may connect, as CIDRs.
   * @default - all
   */
  readonly sourceRanges?: string[];
  /**
   * Annotations, which go before those for the cloud.
   * @default - none
   */
  readonly annotations?: Record<string, string>;
  /**
   * External traffic policy.
   * @default RabbitMQTrafficPolicy.CLUSTER
   */
  readonly externalTrafficPolicy?: RabbitMQTrafficPolicy;
  /**
   * Port of the load balancer's health check of Kubernetes nodes, with `externalTrafficPolicy` LOCAL, from 1 to 65535.
   * Outside Kubernetes' default range of 30000 to 32767 there is a warning. For `nodes`, only with `maxReplicas` 1:
   * each Service needs its own.
   * @default - Kubernetes chooses
   */
  readonly healthCheckNodePort?: number;
  /**
   * The cloud, for `idleTimeout`.
   * @default - none
   */
  readonly cloud?: RabbitMQCloud;
  /**
   * How long a connection may be silent. Heartbeats are sent every 30 seconds.
   * @default - the cloud's own
   */
  readonly idleTimeout?: Duration;
  /**
   * Whether passwords may travel in plain text.
   * @default false
   */
  readonly allowPlain?: boolean;
  /**
   * Peers that the brokers' NetworkPolicy allows: the networks of clients if their addresses are preserved, otherwise
   * those of the Kubernetes nodes.
   * @default - `sourceRanges`; without those, nobody
   */
  readonly allowFrom?: INetworkPolicyPeer;
}

/** A load balancer in front of all brokers. */
export interface RabbitMQLoadBalancerOptions extends RabbitMQCommonLoadBalancerOptions {
  /**
   * The hosts that clients connect by, for the brokers' certificate and for external-dns.
   * @default - none
   */
  readonly hosts?: string[];
}

/** A load balancer for each broker, so that clients of streams outside reach the very one that has a stream. */
export interface RabbitMQNodeAccessOptions extends RabbitMQCommonLoadBalancerOptions {
  /**
   * The domain: the broker in pod `rabbitmq-cluster-0` is found, and says that it is found, at
   * `rabbitmq-cluster-0.<domain>`.
   */
  readonly domain: string;
  /**
   * How many brokers there may be.
   * @default - the highest number of replicas that there may be
   */
  readonly maxReplicas?: number;
}
