import { Duration } from 'cdk8s';
import { k8s, ServiceType } from 'cdk8s-plus-28';
import { INTERNAL_PORTS, Port } from './ports';
import { wholeSeconds } from '../kubernetes/seconds';

/** Which endpoints a Service sends traffic to. */
export enum RabbitMQTrafficPolicy {
  /** To any pod. */
  CLUSTER = 'Cluster',
  /** To pods on the Kubernetes node that the traffic reached, with the client's address kept. */
  LOCAL = 'Local',
}

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
export interface RabbitMQService {
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
   * Where traffic from outside goes.
   * @default - Kubernetes' own, `Cluster`
   */
  readonly externalTrafficPolicy?: RabbitMQTrafficPolicy;
  /**
   * Where traffic from inside goes.
   * @default - Kubernetes' own, `Cluster`
   */
  readonly internalTrafficPolicy?: RabbitMQTrafficPolicy;
  /**
   * How long the connections of one client address go to the same broker.
   * @default - each connection goes to any broker
   */
  readonly sessionAffinity?: Duration;
  /**
   * The controller that makes the load balancer.
   * @default - the cluster's default
   */
  readonly loadBalancerClass?: string;
  /**
   * The networks that the load balancer lets in, as CIDRs.
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
}

export function renderClientService(service: RabbitMQService, ports: readonly Port[], selector: Record<string, string>): k8s.ServiceSpec {
  return {
    type: service.type ?? ServiceType.CLUSTER_IP,
    selector,
    ports: ports.map(({ name, number, appProtocol }) => ({ name, port: number, targetPort: k8s.IntOrString.fromString(name), appProtocol })),
    externalTrafficPolicy: service.externalTrafficPolicy,
    internalTrafficPolicy: service.internalTrafficPolicy,
    sessionAffinity: service.sessionAffinity && 'ClientIP',
    sessionAffinityConfig: service.sessionAffinity && { clientIp: { timeoutSeconds: wholeSeconds('service.sessionAffinity', service.sessionAffinity) } },
    loadBalancerClass: service.loadBalancerClass,
    loadBalancerSourceRanges: service.loadBalancerSourceRanges,
    ipFamilyPolicy: service.ipFamilyPolicy,
    ipFamilies: service.ipFamilies,
  };
}

/** The headless Service that gives each node its name; nodes that aren't ready yet have to find each other too. */
export function renderNodesService(service: RabbitMQService, selector: Record<string, string>): k8s.ServiceSpec {
  return {
    clusterIp: 'None',
    publishNotReadyAddresses: true,
    selector,
    ports: Object.entries(INTERNAL_PORTS).map(([name, port]) => ({ name, port, targetPort: k8s.IntOrString.fromString(name) })),
    ipFamilyPolicy: service.ipFamilyPolicy,
    ipFamilies: service.ipFamilies,
  };
}
