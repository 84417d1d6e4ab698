import { ServiceManifest } from './manifests';
import { ClusterSubject } from './subject';
import { Rule, rule, ruleForEach } from '../../validation/rule';
import { isCidr } from '../../kubernetes/cidr';
import { INTERNAL_PORTS } from '../../rabbitmq/port';

const OUTSIDE = ['LoadBalancer', 'NodePort'];
const INTERNAL: readonly number[] = Object.values(INTERNAL_PORTS);
const QUALIFIED = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?\/[A-Za-z0-9]([-\w.]*[A-Za-z0-9])?$/;

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
    when: ({ clientService }) => isOutside(clientService),
    message: ({ clientService }) => `service.type is ${clientService.spec?.type ?? ''}: ports ${portsOf(clientService).join(', ')} are reachable from outside without TLS, so passwords travel in plain text. Use ServiceType.CLUSTER_IP, or acknowledge the warning if the network is trusted`,
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
  rule({
    id: 'service-load-balancer-class',
    severity: 'error',
    when: ({ clientService: { spec } }) => spec?.loadBalancerClass !== undefined && !QUALIFIED.test(spec.loadBalancerClass),
    message: ({ clientService: { spec } }) => `service.loadBalancerClass is "${spec?.loadBalancerClass ?? ''}": it must be a name with a domain prefix, such as "example.com/internal"`,
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
];

function isOutside({ spec }: ServiceManifest): boolean {
  return OUTSIDE.includes(spec?.type ?? '');
}

function portsOf({ spec }: ServiceManifest): number[] {
  return (spec?.ports ?? []).flatMap(({ port }) => port ?? []);
}
