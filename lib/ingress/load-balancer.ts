import { k8s } from 'cdk8s-plus-28';
import { RabbitMQCloud, RabbitMQCommonLoadBalancerOptions } from './load-balancer-options';
import { IRabbitMQCluster } from '../cluster/interface/cluster-interface';
import { INTERNAL_PORTS } from '../rabbitmq/port';
import { isTlsPort } from '../rabbitmq/protocols';
import { RabbitMQTrafficPolicy } from '../kubernetes/traffic-policy';
import { requireCidrs } from '../kubernetes/cidr';
import { loadBalancerClassProblem } from '../kubernetes/load-balancer-class';
import { requirePort } from '../kubernetes/port';
import { wholeSeconds } from '../kubernetes/seconds';

/** What is no protocol of messages. */
const SERVICE_PORT = /^(management|prometheus)(-tls)?$/;

/** How long each cloud lets a connection be silent, at the least and at the most, and how it is told. */
const IDLE_TIMEOUTS: Readonly<
  Record<
    RabbitMQCloud,
    { from: number; to: number; annotations: (seconds: number, ports: readonly number[]) => Record<string, string> }
  >
> = {
  [RabbitMQCloud.AWS]: {
    from: 60,
    to: 6000,
    annotations: (seconds, ports) => Object.fromEntries(ports.map(port =>
      [`service.beta.kubernetes.io/aws-load-balancer-listener-attributes.TCP-${port}`, `tcp.idle_timeout.seconds=${seconds}`])),
  },
  [RabbitMQCloud.AZURE]: {
    from: 240,
    to: 6000,
    annotations: seconds => ({ 'service.beta.kubernetes.io/azure-load-balancer-tcp-idle-timeout': String(Math.ceil(seconds / 60)) }),
  },
};

/** The ports that are opened, by name. */
export function openedPorts({ ports }: IRabbitMQCluster, options: RabbitMQCommonLoadBalancerOptions): string[] {
  return options.ports ?? Object.keys(ports).filter(name => isTlsPort(name) && !SERVICE_PORT.test(name));
}

/** @throws if an option is wrong in itself */
export function requireLoadBalancer(
  field: string,
  cluster: IRabbitMQCluster,
  options: RabbitMQCommonLoadBalancerOptions,
): void {
  const {
    sourceRanges = [],
    healthCheckNodePort,
    loadBalancerClass,
    externalTrafficPolicy,
    cloud,
    idleTimeout,
  } = options;
  const internal = openedPorts(cluster, options).find(name => name in INTERNAL_PORTS);
  if (internal !== undefined) {
    throw new Error(`${field}.ports has "${internal}", a port between brokers: anyone with the Erlang cookie could run code on them from outside. Remove it`);
  }
  requirePortNames(`${field}.ports`, cluster, openedPorts(cluster, options));
  const twice = openedPorts(cluster, options).find((name, i, all) => all.indexOf(name) !== i);
  if (twice !== undefined) {
    throw new Error(`${field}.ports has "${twice}" twice. Name it once`);
  }
  const wrongClass = loadBalancerClass === undefined ? undefined : loadBalancerClassProblem(`${field}.loadBalancerClass`, loadBalancerClass);
  if (wrongClass !== undefined) {
    throw new Error(wrongClass);
  }
  requireCidrs(`${field}.sourceRanges`, sourceRanges);
  if (healthCheckNodePort !== undefined && externalTrafficPolicy !== RabbitMQTrafficPolicy.LOCAL) {
    throw new Error(`${field}.healthCheckNodePort is ${healthCheckNodePort}, but externalTrafficPolicy is not LOCAL, so the port is unused. Set it to LOCAL, or remove the port`);
  }
  if (healthCheckNodePort !== undefined) {
    requirePort(`${field}.healthCheckNodePort`, healthCheckNodePort);
  }
  if ((idleTimeout === undefined) !== (cloud === undefined)) {
    throw new Error(`${field} has ${idleTimeout ? 'idleTimeout, but no cloud' : 'a cloud, but no idleTimeout'}. Set both; for other clouds, use annotations`);
  }
  const seconds = idleTimeout && wholeSeconds(`${field}.idleTimeout`, idleTimeout);
  if (
    seconds !== undefined
    && cloud !== undefined
    && (seconds < IDLE_TIMEOUTS[cloud].from || seconds > IDLE_TIMEOUTS[cloud].to)
  ) {
    const { from, to } = IDLE_TIMEOUTS[cloud];
    throw new Error(`${field}.idleTimeout is ${seconds} seconds: ${cloud} accepts ${from} to ${to} seconds`);
  }
}

/** @throws if the cluster has no port of such a name, or there is none to open */
export function requirePortNames(
  field: string,
  { clusterName, ports }: IRabbitMQCluster,
  names: readonly string[],
): void {
  const there = Object.keys(ports).join(', ');
  const unknown = names.find(name => !(name in ports));
  if (unknown !== undefined) {
    throw new Error(`${field} has "${unknown}", but cluster "${clusterName}" has the ports ${there}. Use one of those, or enable its plugin or tls`);
  }
  if (names.length === 0) {
    throw new Error(`${field} is empty, but cluster "${clusterName}" has no TLS port. Set tls of the cluster, or name ports of ${there}`);
  }
}

/** The annotations of a load balancer. */
export function loadBalancerAnnotations(
  cluster: IRabbitMQCluster,
  options: RabbitMQCommonLoadBalancerOptions,
  hosts: readonly string[],
): Record<string, string> {
  const { cloud, idleTimeout, annotations } = options;
  const numbers = openedPorts(cluster, options).map(name => cluster.ports[name]);
  return {
    ...(hosts.length > 0 && { 'external-dns.alpha.kubernetes.io/hostname': hosts.join(',') }),
    ...(cloud && idleTimeout && IDLE_TIMEOUTS[cloud].annotations(idleTimeout.toSeconds(), numbers)),
    ...annotations,
  };
}

/** A Service of type LoadBalancer for what the selector finds. */
export function renderLoadBalancer(
  cluster: IRabbitMQCluster,
  options: RabbitMQCommonLoadBalancerOptions,
  selector: Record<string, string>,
): k8s.ServiceSpec {
  return {
    type: 'LoadBalancer',
    selector,
    ports: openedPorts(cluster, options).map(name => ({
      name,
      port: cluster.ports[name],
      targetPort: k8s.IntOrString.fromString(name),
    })),
    loadBalancerClass: options.loadBalancerClass,
    loadBalancerSourceRanges: options.sourceRanges,
    externalTrafficPolicy: options.externalTrafficPolicy,
    healthCheckNodePort: options.healthCheckNodePort,
  };
}
