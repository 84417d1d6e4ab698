import { k8s, NetworkPolicyPeerConfig } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { LiveModel } from './live-model';
import { ClusterModel } from './model';
import { allowedPeers, enforce, Purpose, RabbitMQConnections, reachedPeers } from './network/connections';
import { renderPeer } from './network/peers';
import { apiServer, dns, PortRange, single, tcp } from './network/rules';
import { addManifest, Manifest } from '../kubernetes/manifest';
import { INTERNAL_PORTS } from '../rabbitmq/port';

/** Ports that only the brokers of one cluster use between each other: https://www.rabbitmq.com/docs/networking#ports */
export const PEER_PORTS: readonly PortRange[] = [
  { from: INTERNAL_PORTS.epmd, to: INTERNAL_PORTS.epmd },
  { from: INTERNAL_PORTS['cluster-rpc'], to: INTERNAL_PORTS['cluster-rpc'] },
  // the replication of streams
  { from: 6000, to: 6500 },
  // the distribution of the command line tools
  { from: 35_672, to: 35_682 },
];

const PURPOSE_OF: Readonly<Record<string, Purpose>> = {
  management: 'management',
  'management-tls': 'management',
  prometheus: 'scraping',
  'prometheus-tls': 'scraping',
};

/** Adds the NetworkPolicy of the brokers, if the cluster has one. */
export function addNetworkPolicy(
  scope: Construct,
  model: LiveModel,
  connections: RabbitMQConnections,
): Manifest | undefined {
  const { names, networkPolicy, authentication } = model.current;
  authentication.reached.forEach(({ peer, port }) => {
    connections.allowTo(peer, port);
  });
  if (!networkPolicy.enabled) {
    return undefined;
  }
  enforce(connections);
  return addManifest(scope, 'NetworkPolicy', k8s.KubeNetworkPolicy, model.metadata(names.networkPolicy), {
    spec: () => renderBrokerPolicy(model.current, connections),
  });
}

/** Allows brokers their own ports, allowed peers the client ports, and nothing else. */
function renderBrokerPolicy(model: ClusterModel, connections: RabbitMQConnections): k8s.NetworkPolicySpec {
  const brokers: k8s.NetworkPolicyPeer = { podSelector: { matchLabels: model.selector } };
  const between = PEER_PORTS.map(tcp);
  const asksApiServer = model.image.version.discoversPeersThroughApi || model.membership.leaveOnScaleIn;
  return {
    podSelector: { matchLabels: model.selector },
    policyTypes: ['Ingress', 'Egress'],
    ingress: [
      { from: [brokers], ports: between },
      ...(['clients', 'management', 'scraping'] as const).flatMap(purpose => clientRule(model, purpose, allowedPeers(connections, purpose))),
    ],
    egress: [
      { to: [brokers], ports: between },
      dns(model.networkPolicy),
      ...(asksApiServer ? [apiServer(model.networkPolicy)] : []),
      ...reachedPeers(connections).map(({ peer, ports }) => ({
        to: [renderPeer(peer)],
        ports: ports.length > 0 ? ports.map(single) : undefined,
      })),
    ],
  };
}

function clientRule(
  { ports }: ClusterModel,
  purpose: Purpose,
  peers: readonly NetworkPolicyPeerConfig[],
): k8s.NetworkPolicyIngressRule[] {
  const open = ports.filter(({ name }) => (PURPOSE_OF[name] ?? 'clients') === purpose);
  return peers.length > 0 && open.length > 0
    ? [{ from: peers.map(renderPeer), ports: open.map(({ number }) => single(number)) }]
    : [];
}
