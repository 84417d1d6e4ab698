import { Duration } from 'cdk8s';
import { ServiceType } from 'cdk8s-plus-28';
import { RabbitMQTrafficPolicy } from '../kubernetes/traffic-policy';

/** Which IP families a Service has addresses of. */
export enum RabbitMQIpFamilyPolicy {
  /** One family. */
  SINGLE_STACK = 'SingleStack',
  /** Both, where the cluster has both. */
  PREFER_DUAL_STACK = 'PreferDualStack',
  /** Both, or the Service is refused. */
  REQUIRE_DUAL_STACK = 'RequireDualStack',
}

/** The Service that clients connect to. */
export interface RabbitMQServiceOptions {
  /**
   * How it is reached from outside the cluster, if at all.
   * @default ServiceType.CLUSTER_IP
   */
  readonly type?: ServiceType;
  /**
   * Annotations of the client Service, such as those a cloud's load balancer reads.
   * @default - none
   */
  readonly annotations?: Record<string, string>;
  /**
   * External traffic policy.
   * @default - Kubernetes' own, `Cluster`
   */
  readonly externalTrafficPolicy?: RabbitMQTrafficPolicy;
  /**
   * Internal traffic policy.
   * @default - Kubernetes' own, `Cluster`
   */
  readonly internalTrafficPolicy?: RabbitMQTrafficPolicy;
  /**
   * How long the connections of one client address go to the same broker.
   * @default - no affinity: each connection can reach any broker
   */
  readonly sessionAffinity?: Duration;
  /**
   * The controller that makes the load balancer.
   * @default - the cluster's default
   */
  readonly loadBalancerClass?: string;
  /**
   * The networks that the load balancer accepts connections from, as CIDRs.
   * @default - all
   */
  readonly loadBalancerSourceRanges?: string[];
  /**
   * Which IP families it has addresses of.
   * @default - the cluster's default
   */
  readonly ipFamilyPolicy?: RabbitMQIpFamilyPolicy;
  /**
   * The IP families in order of preference: `IPv4`, `IPv6`.
   * @default - the cluster's default
   */
  readonly ipFamilies?: string[];
  /**
   * Numbers of node ports by the names of ports: `{ amqps: 30671 }`, from 1 to 65535. For the types NodePort and
   * LoadBalancer. Outside Kubernetes' default range of 30000 to 32767 there is a warning.
   * @default - Kubernetes chooses them
   */
  readonly nodePorts?: Record<string, number>;
  /**
   * Which brokers traffic prefers: `PreferClose`, `PreferSameZone` or `PreferSameNode`. Needs Kubernetes 1.31, the
   * latter two 1.34.
   * @default - none
   */
  readonly trafficDistribution?: string;
}
