import { ApiObject, JsonPatch } from 'cdk8s';
import { INetworkPolicyPeer, NetworkPolicyIpBlock } from 'cdk8s-plus-28';
import { RabbitMQCluster } from '../../../../lib';
import { Case, Situation } from '../check';

const POLICY = { networkPolicy: { enabled: true } };

function anywhere(cluster: RabbitMQCluster): INetworkPolicyPeer {
  return NetworkPolicyIpBlock.anyIpv4(cluster, 'Anywhere');
}

function office(cluster: RabbitMQCluster): INetworkPolicyPeer {
  return NetworkPolicyIpBlock.ipv4(cluster, 'Office', '10.0.0.0/8');
}

function letIn(peer: (cluster: RabbitMQCluster) => INetworkPolicyPeer): Situation {
  return { then: (cluster) => { cluster.connections.allowClientsFrom(peer(cluster)); } };
}

function patchedPolicy(...patches: JsonPatch[]): Situation {
  return { ...POLICY, then: (cluster) => { ApiObject.of(cluster.networkPolicy!).addJsonPatch(...patches); } };
}

const DOWNLOAD = { pluginDownloads: [{ name: 'rabbitmq_extra', url: 'https://mirror.example.com:8443/a/rabbitmq_extra-1.0.ez', sha256: '0'.repeat(64) }] };

export const NETWORK_CASES: readonly Case[] = [
  {
    id: 'network-plugin-downloads',
    outside: { ...POLICY, ...DOWNLOAD },
    says: /^pluginDownloads "rabbitmq_extra" is downloaded from mirror\.example\.com:8443, but networkPolicy/,
    inside: { ...POLICY, ...DOWNLOAD, then: (cluster) => { cluster.connections.allowTo(office(cluster), 8443); } },
  },
  {
    id: 'network-nobody',
    outside: POLICY,
    says: /^networkPolicy allows no client\. Add clients with cluster\.connections\.allowClientsFrom\(…\), or set networkPolicy\.enabled to/,
    inside: { ...POLICY, ...letIn(office) },
  },
  {
    id: 'network-unused',
    outside: { networkPolicy: { enabled: false }, ...letIn(office) },
    says: /^cluster\.connections has peers, but networkPolicy is off: every pod can connect\. Set/,
    inside: { networkPolicy: { enabled: false } },
  },
  {
    id: 'network-unused', about: 'outward',
    outside: {
      networkPolicy: { enabled: false }, then: (cluster) => { cluster.connections.allowTo(office(cluster), 636); },
    },
    says: /^cluster\.connections has peers, but networkPolicy is off: every pod can connect\. Set/,
    inside: {
      networkPolicy: { enabled: true }, then: (cluster) => { cluster.connections.allowTo(office(cluster), 636); },
    },
  },
  {
    id: 'network-everybody', about: 'in production',
    outside: { production: true, ...letIn(anywhere) },
    says: /^connections allow every address for clients in production\. Name the networks, namespaces/,
    inside: { ...POLICY, ...letIn(anywhere) },
  },
  {
    id: 'network-everybody', about: 'of one network',
    outside: { production: true, then: (cluster) => { cluster.connections.allowManagementFrom(anywhere(cluster)); } },
    says: /^connections allow every address for management in production\. Name the networks, namespaces/,
    inside: { production: true, then: (cluster) => { cluster.connections.allowManagementFrom(office(cluster)); } },
  },
  {
    id: 'network-outward',
    outside: { ...POLICY, plugins: ['rabbitmq_shovel'] },
    says: /^plugins has "rabbitmq_shovel", which connects to other systems, but networkPolicy allows brokers/,
    inside: { ...POLICY, plugins: ['rabbitmq_shovel'], then: (cluster) => { cluster.connections.allowTo(office(cluster), 5671); } },
  },
  {
    id: 'network-peers-shut', rule: 30,
    outside: patchedPolicy(JsonPatch.remove('/spec/ingress/0')),
    says: /^NetworkPolicy "rabbitmq-cluster" separates brokers from each other: its ingress lacks 4369, 25672,/,
    inside: patchedPolicy(JsonPatch.remove('/spec/ingress/0/ports')),
  },
  {
    id: 'network-peers-shut', rule: 30, about: 'of streams, and outward',
    outside: patchedPolicy(JsonPatch.replace('/spec/egress/0/ports/2/endPort', 6499)),
    says: /its egress lacks 6000 to 6500 for/,
    inside: patchedPolicy(JsonPatch.replace('/spec/egress/0/ports/2/endPort', 6501)),
  },
  {
    id: 'network-peers-shut', rule: 30, about: 'for somebody else',
    outside: patchedPolicy(JsonPatch.add('/spec/ingress/0/from/0/podSelector/matchLabels/app', 'other')),
    says: /its ingress lacks 4369/,
    inside: patchedPolicy(JsonPatch.remove('/spec/ingress/0/from/0/podSelector/matchLabels/app')),
  },
];
