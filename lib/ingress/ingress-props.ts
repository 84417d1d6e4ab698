import { RabbitMQLoadBalancerOptions, RabbitMQNodeAccessOptions } from './load-balancer-options';
import { RabbitMQManagementIngressOptions } from './management-options';
import { RabbitMQRouteOptions } from './route-options';
import { IRabbitMQCluster } from '../cluster/interface/cluster-interface';

/** The ways from outside to a cluster, whichever it is. At least one has to be there. */
export interface RabbitMQIngressOptions {
  /**
   * The management UI and its API.
   * @default - not reached from outside
   */
  readonly management?: RabbitMQManagementIngressOptions;
  /**
   * Ports behind a Gateway.
   * @default - none
   */
  readonly routes?: RabbitMQRouteOptions[];
  /**
   * A load balancer in front of all brokers.
   * @default - none
   */
  readonly loadBalancer?: RabbitMQLoadBalancerOptions;
  /**
   * A load balancer for each broker.
   * @default - none
   */
  readonly nodes?: RabbitMQNodeAccessOptions;
  /**
   * Labels of every object, beside the cluster's own.
   * @default - none
   */
  readonly labels?: Record<string, string>;
  /**
   * Whether warnings stop the synth as errors do.
   * @default false
   */
  readonly strict?: boolean;
  /**
   * Warnings that are known and meant: their names, as printed in brackets.
   * @default - none
   */
  readonly acknowledgedWarnings?: string[];
}

/** Properties for `RabbitMQIngress`. */
export interface RabbitMQIngressProps extends RabbitMQIngressOptions {
  /** The cluster. */
  readonly cluster: IRabbitMQCluster;
}
