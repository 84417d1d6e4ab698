import { NetworkPolicyManifest } from './manifests';
import { ClusterSubject } from './subject';
import { PEER_PORTS } from '../network-policy';
import { allowedPeers, reachedPeers } from '../network/connections';
import { PortRange } from '../network/rules';
import { isEverybody } from '../network/peers';
import { Rule, rule, ruleForEach } from '../../validation/rule';
import { enabledPlugins } from '../../rabbitmq/shipped-plugins';

/** Plugins that connect from the brokers to something else. */
const OUTWARD = ['rabbitmq_auth_backend_http', 'rabbitmq_auth_backend_ldap', 'rabbitmq_auth_backend_oauth2', 'rabbitmq_federation', 'rabbitmq_shovel'];

/** Network access: https://kubernetes.io/docs/concepts/services-networking/network-policies/ */
export const NETWORK_RULES: readonly Rule<ClusterSubject>[] = [
  rule({
    id: 'network-nobody',
    // connections of a cdk8s-plus workload may create their own policies, which are not visible here
    severity: 'note',
    when: ({ networkPolicy, connections }) => networkPolicy.enabled && allowedPeers(connections, 'clients').length === 0,
    message: () => 'networkPolicy allows no client. Add clients with cluster.connections.allowClientsFrom(…), or set networkPolicy.enabled to false',
  }),
  rule({
    id: 'network-unused',
    severity: 'warning',
    when: ({ networkPolicy, connections }) => !networkPolicy.enabled
      && (reachedPeers(connections).length > 0 || allowedPeers(connections, 'clients').length > 0),
    message: () => 'cluster.connections has peers, but networkPolicy is off: every pod can connect. Set networkPolicy.enabled to true, or remove the peers',
  }),
  ruleForEach({
    id: 'network-everybody',
    severity: 'warning',
    each: ({ connections }) => (['clients', 'management', 'scraping'] as const).flatMap(purpose => allowedPeers(connections, purpose).filter(isEverybody).map(() => purpose)),
    when: (_purpose, { production }) => production,
    message: purpose => `connections allow every address for ${purpose} in production. Name the networks, namespaces or pods that need access`,
  }),
  ruleForEach({
    id: 'network-outward',
    severity: 'warning',
    each: subject => OUTWARD.filter(plugin => enabledPlugins(subject).has(plugin)),
    when: (_plugin, { networkPolicy, connections }) => networkPolicy.enabled && reachedPeers(connections).length === 0,
    message: plugin => `plugins has "${plugin}", which connects to other systems, but networkPolicy allows brokers to reach only each other. Name the target with cluster.connections.allowTo(…)`,
  }),
  ruleForEach({
    id: 'network-plugin-downloads',
    severity: 'warning',
    each: ({ pluginDownloads }) => pluginDownloads,
    when: (_download, { networkPolicy, connections }) =>
      networkPolicy.enabled && reachedPeers(connections).length === 0,
    message: ({ name, url }) => `pluginDownloads "${name}" is downloaded from ${new URL(url).host}, but networkPolicy allows brokers to reach only each other. Name the server with cluster.connections.allowTo(…)`,
  }),
  ruleForEach({
    id: 'network-peers-shut',
    severity: 'error',
    each: subject => (['ingress', 'egress'] as const).map(direction => ({ direction, shut: shutPorts(subject, direction) })),
    when: ({ shut }) => shut.length > 0,
    message: ({ direction, shut }, { names }) => `NetworkPolicy "${names.networkPolicy}" separates brokers from each other: its ${direction} lacks `
      + `${shut.map(({ from, to }) => (from === to ? from : `${from} to ${to}`)).join(', ')} for the cluster's own pods, so they can't form a cluster. Remove the patch`,
  }),
];

type PolicyRule = NonNullable<NonNullable<NetworkPolicyManifest['spec']>['ingress']>[number];

/** The ports between brokers that their policy, as it comes out, doesn't open to them. */
function shutPorts({ brokerPolicy, selector }: ClusterSubject, direction: 'ingress' | 'egress'): PortRange[] {
  const isRestricted = brokerPolicy?.spec?.policyTypes?.map(type => type.toLowerCase()).includes(direction) ?? false;
  const forBrokers = (brokerPolicy?.spec?.[direction] ?? []).filter(({ from, to }) => {
    const peers = from ?? to ?? [];
    return peers.length === 0
      || peers.some(
        ({ podSelector, namespaceSelector }) =>
          podSelector !== undefined
          && namespaceSelector === undefined
          && Object.entries(podSelector.matchLabels ?? {}).every(([key, value]) => selector[key] === value),
      );
  });
  return isRestricted ? PEER_PORTS.filter(range => !forBrokers.some(one => opens(one, range))) : [];
}

function opens({ ports = [] }: PolicyRule, { from, to }: PortRange): boolean {
  return ports.length === 0 || ports.some(({ protocol = 'TCP', port, endPort = Number(port) }) => protocol === 'TCP' && Number(port) <= from && endPort >= to);
}
