import { isIP } from 'node:net';
import { k8s } from 'cdk8s-plus-28';
import { isObjectName } from '../validation/object-name';

const POLICIES = ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'];

/** At most as many as a resolver of Linux reads. */
const MAX_SERVERS = 3;

/** What of a pod says how it resolves names. */
export interface PodDns {
  readonly dnsPolicy?: string;
  readonly dnsConfig?: k8s.PodDnsConfig;
  readonly hostAliases?: readonly k8s.HostAlias[];
}

/**
 * What the API server refuses of how a pod resolves names, one text for each.
 *
 * @param field the prop for messages: `pod`
 * @see https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/
 */
export function dnsProblems(field: string, { dnsPolicy, dnsConfig, hostAliases = [] }: PodDns): string[] {
  const { nameservers = [] } = dnsConfig ?? {};
  return [
    ...dnsPolicy !== undefined && !POLICIES.includes(dnsPolicy) ? [`${field}.dnsPolicy is "${dnsPolicy}": it must be one of ${POLICIES.join(', ')}`] : [],
    ...dnsPolicy === 'None' && nameservers.length === 0 ? [`${field}.dnsPolicy is "None" without a server: add one to ${field}.dnsConfig.nameservers`] : [],
    ...nameservers.length > MAX_SERVERS ? [`${field}.dnsConfig.nameservers has ${nameservers.length} servers: Kubernetes accepts ${MAX_SERVERS}`] : [],
    ...nameservers.filter(server => isIP(server) === 0).map(server => `${field}.dnsConfig.nameservers has "${server}": it must be an IP address`),
    ...hostAliases.filter(({ ip = '' }) => isIP(ip) === 0).map(({ ip = '' }) => `${field}.hostAliases has the ip "${ip}": it must be an IP address`),
    ...hostAliases.flatMap(({ hostnames = [] }) => hostnames).filter(host => !isObjectName(host))
      .map(host => `${field}.hostAliases has the host "${host}": it must be a DNS name in lower case, such as "mq.example.com"`),
  ];
}
