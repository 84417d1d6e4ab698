import { ServiceManifest } from './manifests';
import { ClusterSubject } from './subject';
import { Rule, rule, ruleForEach } from '../../validation/rule';
import { isCidr } from '../../kubernetes/cidr';
import { loadBalancerClassProblem } from '../../kubernetes/load-balancer-class';
import { isPort, isUnusualNodePort, UNUSUAL_NODE_PORT } from '../../kubernetes/port';
import { INTERNAL_PORTS } from '../../rabbitmq/port';

const OUTSIDE = ['LoadBalancer', 'NodePort'];
const INTERNAL: readonly number[] = Object.values(INTERNAL_PORTS);

const DISTRIBUTIONS = ['PreferClose', 'PreferSameZone', 'PreferSameNode'];

/** Who can reach the brokers, and what Kubernetes takes of a Service. */
export const SERVICE_RULES: readonly Rule<ClusterSubject>[] = [
  rule({
    id: 'nodes-unpublished',
    severity: 'error',
    when: ({ headlessService }) => headlessService.spec?.publishNotReadyAddresses !== true,
    message: ({ names }) => `publishNotReadyAddresses of Service "${names.nodesService}" is not true: starting brokers can't find each other before they are Ready. Remove the patch`,
  }),
  ruleForEach({
    id: 'internal-ports-outside',
    severity: 'error',
    each: ({ headlessService, clientService }) => [headlessService, clientService],
    when: service => isOutside(service) && portsOf(service).some(port => INTERNAL.includes(port)),
    message: ({ metadata, spec }) => `Service "${metadata?.name ?? ''}" of type ${spec?.type ?? ''} has port ${INTERNAL.join(' or ')}: anyone with the Erlang cookie could run code on the brokers from outside. Remove it`,
  }),
  rule({
    id: 'plain-ports-outside',
    severity: 'warning',
    when: subject => isOutside(subject.clientService) && plainPorts(subject).length > 0,
    message: subject => `service.type is ${subject.clientService.spec?.type ?? ''}: ports ${plainPorts(subject).join(', ')} are reachable from outside without TLS, so passwords travel in plain text. `
      + `${subject.tls ? 'Set tls.disablePlainListeners to true' : 'Set tls with disablePlainListeners'}, use ServiceType.CLUSTER_IP, or acknowledge the warning if the network is trusted`,
  }),
  rule({
    id: 'metrics-outside',
    severity: 'warning',
    when: ({ clientService, configuration, ports }) => {
      const metrics = ports.filter(({ name }) => name.startsWith('prometheus'));
      return isOutside(clientService) && metrics.some(({ number }) => portsOf(clientService).includes(number))
        && configuration.get('prometheus.authentication.enabled') !== 'true';
    },
    message: ({ clientService }) => `service.type is ${clientService.spec?.type ?? ''}: the metrics are readable from outside without a password. Set configuration.raw "prometheus.authentication.enabled" to true, or use ServiceType.CLUSTER_IP`,
  }),
  rule({
    id: 'service-type',
    severity: 'error',
    when: ({ clientService: { spec } }) => !['ClusterIP', ...OUTSIDE].includes(spec?.type ?? 'ClusterIP'),
    message: ({ clientService: { spec } }) => `service.type is ${spec?.type ?? ''}: use ClusterIP, NodePort or LoadBalancer`,
  }),
  ruleForEach({
    id: 'service-option-of-other-type',
    severity: 'error',
    each: ({ clientService: { spec = {} } }) => [
      { field: 'externalTrafficPolicy', value: spec.externalTrafficPolicy, types: OUTSIDE },
      { field: 'loadBalancerClass', value: spec.loadBalancerClass, types: ['LoadBalancer'] },
      { field: 'loadBalancerSourceRanges', value: spec.loadBalancerSourceRanges?.join(', '), types: ['LoadBalancer'] },
    ],
    when: ({ value, types }, { clientService: { spec } }) => value !== undefined && !types.includes(spec?.type ?? 'ClusterIP'),
    message: ({ field, value = '', types }, { clientService: { spec } }) => `service.${field} is "${value}", and service.type is ${spec?.type ?? ''}: Kubernetes accepts it with ${types.join(' or ')} only. Remove it, or change the type`,
  }),
  ruleForEach({
    id: 'service-source-range',
    severity: 'error',
    each: ({ clientService: { spec } }) => spec?.loadBalancerSourceRanges ?? [],
    when: range => !isCidr(range),
    message: range => `service.loadBalancerSourceRanges has "${range}": it must be a network as a CIDR, such as "192.0.2.0/24"`,
  }),
  ruleForEach({
    id: 'service-node-port',
    severity: 'error',
    each: ({ service }) => Object.entries(service.nodePorts ?? {}).map(([name, number]) => ({ name, number })),
    when: ({ name, number }, subject) => nodePortProblem(name, number, subject) !== undefined,
    message: ({ name, number }, subject) => `service.nodePorts has "${name}": ${number}: ${nodePortProblem(name, number, subject) ?? ''}`,
  }),
  ruleForEach({
    id: 'service-node-port-range',
    severity: 'warning',
    each: ({ service }) => Object.entries(service.nodePorts ?? {}),
    when: ([, number]) => isUnusualNodePort(number),
    message: ([name, number]) => `service.nodePorts has "${name}": ${number}: ${UNUSUAL_NODE_PORT}`,
  }),
  rule({
    id: 'service-traffic-distribution',
    severity: 'error',
    when: ({ service: { trafficDistribution } }) =>
      trafficDistribution !== undefined && !DISTRIBUTIONS.includes(trafficDistribution),
    message: ({ service: { trafficDistribution = '' } }) => `service.trafficDistribution is "${trafficDistribution}": it must be one of ${DISTRIBUTIONS.join(', ')}`,
  }),
  rule({
    id: 'service-load-balancer-class',
    severity: 'error',
    when: subject => classProblem(subject) !== undefined,
    message: subject => classProblem(subject) ?? '',
  }),
  rule({
    id: 'service-session-affinity',
    severity: 'error',
    when: ({ clientService: { spec } }) => {
      const seconds = spec?.sessionAffinityConfig?.clientIP?.timeoutSeconds;
      return seconds !== undefined && !(seconds >= 1 && seconds <= 86400);
    },
    message: ({ clientService: { spec } }) => `service.sessionAffinity is ${spec?.sessionAffinityConfig?.clientIP?.timeoutSeconds ?? ''} s: Kubernetes accepts 1 to 86400 s`,
  }),
  rule({
    id: 'service-ip-families',
    severity: 'error',
    when: ({ clientService: { spec: { ipFamilies = [], ipFamilyPolicy = 'SingleStack' } = {} } }) =>
      ipFamilies.some(family => !['IPv4', 'IPv6'].includes(family)) || new Set(ipFamilies).size < ipFamilies.length
      || (ipFamilies.length > 1 && ipFamilyPolicy === 'SingleStack'),
    message: ({ clientService: { spec } }) => `service.ipFamilies is [${spec?.ipFamilies?.join(', ') ?? ''}] with service.ipFamilyPolicy ${spec?.ipFamilyPolicy ?? 'SingleStack'}: it must be "IPv4" or "IPv6", or both once with one of the dual-stack policies`,
  }),
  rule({
    id: 'service-without-ip-family',
    severity: 'error',
    when: ({ ipv6, clientService: { spec } }) => ipv6 && spec?.ipFamilies !== undefined && !spec.ipFamilies.includes('IPv6'),
    message: ({ clientService: { spec } }) => `service.ipFamilies is [${spec?.ipFamilies?.join(', ') ?? ''}], but ipv6 is true: brokers find each other by IPv6 addresses of the Services. Add "IPv6", or remove ipFamilies`,
  }),
];

function classProblem({ clientService: { spec } }: ClusterSubject): string | undefined {
  return spec?.loadBalancerClass === undefined ? undefined : loadBalancerClassProblem('service.loadBalancerClass', spec.loadBalancerClass);
}

function nodePortProblem(
  name: string,
  number: number,
  { clientService, ports, service: { nodePorts = {} } }: ClusterSubject,
): string | undefined {
  if (!isOutside(clientService)) {
    return `service.type is ${clientService.spec?.type ?? 'ClusterIP'}, which has no node ports; leave it out, or use ServiceType.NODE_PORT`;
  }
  if (!ports.some(port => port.name === name)) {
    return `there is no port of this name; use ${ports.map(port => port.name).join(', ')}`;
  }
  if (!isPort(number)) {
    return 'it must be a whole number from 1 to 65535, by default of the range from 30000 to 32767';
  }
  // said once, of the later one
  const [first] = Object.entries(nodePorts).find(([, taken]) => taken === number) ?? [name];
  return first === name ? undefined : `port "${first}" has the same number; use another`;
}

function isOutside({ spec }: ServiceManifest): boolean {
  return OUTSIDE.includes(spec?.type ?? '');
}

/** The ports of the client Service that brokers don't encrypt. */
function plainPorts({ clientService, ports }: ClusterSubject): number[] {
  const encrypted = ports.filter(({ isTls }) => isTls).map(({ number }) => number);
  return portsOf(clientService).filter(port => !encrypted.includes(port));
}

function portsOf({ spec }: ServiceManifest): number[] {
  return (spec?.ports ?? []).flatMap(({ port }) => port ?? []);
}
