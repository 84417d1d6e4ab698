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

export const NETWORK_CASES: readonly Case[] = [
  {
    id: 'network-nobody',
    outside: POLICY,
    says: /^networkPolicy lets no client in: name them by cluster\.connections\.allowClientsFrom/,
    inside: { ...POLICY, ...letIn(office) },
  },
  {
    id: 'network-unused',
    outside: { networkPolicy: { enabled: false }, ...letIn(office) },
    says: /^cluster\.connections lets peers in, but networkPolicy is off/,
    inside: { networkPolicy: { enabled: false } },
  },
  {
    id: 'network-unused', about: 'outward',
    outside: { networkPolicy: { enabled: false }, then: (cluster) => { cluster.connections.allowTo(office(cluster), 636); } },
    says: /^cluster\.connections lets peers in, but networkPolicy is off/,
    inside: { networkPolicy: { enabled: true }, then: (cluster) => { cluster.connections.allowTo(office(cluster), 636); } },
  },
  {
    id: 'network-everybody', about: 'in production',
    outside: { production: true, ...letIn(anywhere) },
    says: /^connections let everybody in for clients in production/,
    inside: { ...POLICY, ...letIn(anywhere) },
  },
  {
    id: 'network-everybody', about: 'of one network',
    outside: { production: true, then: (cluster) => { cluster.connections.allowManagementFrom(anywhere(cluster)); } },
    says: /^connections let everybody in for management in production/,
    inside: { production: true, then: (cluster) => { cluster.connections.allowManagementFrom(office(cluster)); } },
  },
  {
    id: 'network-outward',
    outside: { ...POLICY, plugins: ['rabbitmq_shovel'] },
    says: /^plugins has "rabbitmq_shovel", which connects to something else/,
    inside: { ...POLICY, plugins: ['rabbitmq_shovel'], then: (cluster) => { cluster.connections.allowTo(office(cluster), 5671); } },
  },
];
