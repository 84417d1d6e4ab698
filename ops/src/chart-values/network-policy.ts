import type { Chart } from 'cdk8s';
import type { RabbitMQCluster, RabbitMQNetworkPolicyOptions } from 'cdk8s-rabbitmq';
import { plus } from '../core/cdk8s';
import { authenticationPeers } from './authentication';
import { peerOf, type Target, texts } from './kubernetes';
import type { Values } from './values';

/** The NetworkPolicies, without the peers that they allow. */
export function networkPolicyOptions({ networkPolicy }: Values): RabbitMQNetworkPolicyOptions {
  const { enabled, apiServerPorts, apiServerPeers, dnsPorts, dnsPeers } = networkPolicy;
  return {
    enabled: enabled ?? undefined,
    apiServerPorts: [...apiServerPorts],
    apiServerPeers: apiServerPeers.length > 0 ? apiServerPeers.map(peerOf) : undefined,
    dnsPorts: [...dnsPorts],
    dnsPeers: dnsPeers.length > 0 ? dnsPeers.map(peerOf) : undefined,
  };
}

/** Allows the peers that values name. Without a NetworkPolicy every pod can connect. */
export function allowPeers(chart: Chart, cluster: RabbitMQCluster, { networkPolicy, authentication }: Values): void {
  const { connections } = cluster;
  if (!cluster.networkPolicy) {
    return;
  }
  connections.allowClientsFrom(plus.Namespaces.select(chart, 'Clients', { labels: { ...texts(networkPolicy.clientNamespaces) } }));
  if (networkPolicy.ownNamespace) {
    connections.allowClientsFrom(plus.Pods.all(chart, 'OwnNamespace'));
  }
  networkPolicy.clientCidrs.forEach((cidr) => { connections.allowClientsFrom(peerOf({ ipBlock: { cidr } })); });
  networkPolicy.managementFrom.forEach((peer) => { connections.allowManagementFrom(peerOf(peer)); });
  [...authenticationPeers(authentication), ...networkPolicy.allowTo].forEach((target) => {
    allowTarget(cluster, target);
  });
}

/** Allows brokers to connect to others. Without a NetworkPolicy they can connect to all. */
export function allowTarget(
  { connections, networkPolicy: enforced }: RabbitMQCluster,
  { to, ports = [] }: Target,
): void {
  if (enforced) {
    to.forEach((peer) => { connections.allowTo(peerOf(peer), ...ports); });
  }
}
