import { k8s } from 'cdk8s-plus-28';
import { RabbitMQCloud, RabbitMQCommonLoadBalancerOptions } from './load-balancer-options';
import { IRabbitMQCluster } from '../cluster/interface/cluster-interface';
import { INTERNAL_PORTS } from '../rabbitmq/port';
import { isTlsPort } from '../rabbitmq/protocols';
import { RabbitMQTrafficPolicy } from '../kubernetes/traffic-policy';
import { requireCidrs } from '../kubernetes/cidr';
import { wholeSeconds } from '../kubernetes/seconds';

/** What is no protocol of messages. */
const SERVICE_PORT = /^(management|prometheus)(-tls)?$/;

/** How long each cloud lets a connection be silent, at the least and at the most, and how it is told. */
const IDLE_TIMEOUTS: Readonly<Record<RabbitMQCloud, { from: number; to: number; annotations: (seconds: number, ports: readonly number[]) => Record<string, string> }>> = {
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
export function requireLoadBalancer(field: string, cluster: IRabbitMQCluster, options: RabbitMQCommonLoadBalancerOptions): void {
  const { sourceRanges = [], healthCheckNodePort, externalTrafficPolicy, cloud, idleTimeout } = options;
  const internal = openedPorts(cluster, options).find(name => name in INTERNAL_PORTS);
  if (internal !== undefined) {
    throw new Error(`${field}.ports has "${internal}", which is for brokers among themselves: whoever gets hold of the cookie could run anything on them from outside; leave it out`);
  }
  requirePortNames(`${field}.ports`, cluster, openedPorts(cluster, options));
  requireCidrs(`${field}.sourceRanges`, sourceRanges);
  if (healthCheckNodePort !== undefined && externalTrafficPolicy !== RabbitMQTrafficPolicy.LOCAL) {
    throw new Error(`${field}.healthCheckNodePort is ${healthCheckNodePort}, but externalTrafficPolicy isn't LOCAL, so that nobody asks there: set it to LOCAL, or leave the port out`);
  }
  if ((idleTimeout === undefined) !== (cloud === undefined)) {
    throw new Error(`${field} has ${idleTimeout ? 'idleTimeout, but no cloud' : 'a cloud, but no idleTimeout'}: each needs the other; elsewhere it is set by annotations`);
  }
  const seconds = idleTimeout && wholeSeconds(`${field}.idleTimeout`, idleTimeout);
  if (seconds !== undefined && cloud !== undefined && (seconds < IDLE_TIMEOUTS[cloud].from || seconds > IDLE_TIMEOUTS[cloud].to)) {
    const { from, to } = IDLE_TIMEOUTS[cloud];
    throw new Error(`${field}.idleTimeout is ${seconds} seconds: ${cloud} takes ${from} to ${to}`);
  }
}

/** @throws if the cluster has no port of such a name, or there is none to open */
export function requirePortNames(field: string, { clusterName, ports }: IRabbitMQCluster, names: readonly string[]): void {
  const there = Object.keys(ports).join(', ');
  const unknown = names.find(name => !(name in ports));
  if (unknown !== undefined) {
    throw new Error(`${field} has "${unknown}", and cluster "${clusterName}" has the ports ${there}: name one of those, or switch its plugin or tls on`);
  }
  if (names.length === 0) {
    throw new Error(`${field} is empty, and cluster "${clusterName}" has no port over TLS: set tls of the cluster, or name ports of ${there}`);
  }
}

/** The annotations of a load balancer. */
export function loadBalancerAnnotations(cluster: IRabbitMQCluster, options: RabbitMQCommonLoadBalancerOptions, hosts: readonly string[]): Record<string, string> {
  const { cloud, idleTimeout, annotations } = options;
  const numbers = openedPorts(cluster, options).map(name => cluster.ports[name]);
  return {
    ...(hosts.length > 0 && { 'external-dns.alpha.kubernetes.io/hostname': hosts.join(',') }),
    ...(cloud && idleTimeout && IDLE_TIMEOUTS[cloud].annotations(idleTimeout.toSeconds(), numbers)),
    ...annotations,
  };
}

/** A Service of type LoadBalancer for what the selector finds. */
export function renderLoadBalancer(cluster: IRabbitMQCluster, options: RabbitMQCommonLoadBalancerOptions, selector: Record<string, string>): k8s.ServiceSpec {
  return {
    type: 'LoadBalancer',
    selector,
    ports: openedPorts(cluster, options).map(name => ({ name, port: cluster.ports[name], targetPort: k8s.IntOrString.fromString(name) })),
    loadBalancerClass: options.loadBalancerClass,
    loadBalancerSourceRanges: options.sourceRanges,
    externalTrafficPolicy: options.externalTrafficPolicy,
    healthCheckNodePort: options.healthCheckNodePort,
  };
}
