import { k8s, NetworkPolicyPeerConfig } from 'cdk8s-plus-28';
import { Purpose, RabbitMQConnections } from './connections';
import { ResolvedNetworkPolicy } from './options';
import { renderPeer } from './peers';
import { INTERNAL_PORTS, Port } from '../ports';

/** What a policy for brokers has to know of their cluster. */
export interface ProtectedCluster {
  readonly selector: Record<string, string>;
  readonly ports: readonly Port[];
  readonly networkPolicy: ResolvedNetworkPolicy;
  /** Whether brokers ask the API server for their peers. */
  readonly asksApiServer: boolean;
}

/** Ports, both ends among them. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** What only brokers of one cluster say to each other: https://www.rabbitmq.com/docs/networking#ports */
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

/** The policy of the brokers: their own ports for each other, client ports for those that were let in, nothing else. */
export function renderBrokerPolicy(cluster: ProtectedCluster, connections: RabbitMQConnections): k8s.NetworkPolicySpec {
  const peers: k8s.NetworkPolicyPeer = { podSelector: { matchLabels: cluster.selector } };
  const between = PEER_PORTS.map(tcp);
  return {
    podSelector: { matchLabels: cluster.selector },
    policyTypes: ['Ingress', 'Egress'],
    ingress: [{ from: [peers], ports: between }, ...(['clients', 'management', 'scraping'] as const).flatMap(purpose => clientRule(cluster, purpose, connections._from(purpose)))],
    egress: [
      { to: [peers], ports: between },
      dns(),
      ...(cluster.asksApiServer ? [apiServer(cluster.networkPolicy)] : []),
      ...connections._to.map(({ peer, ports }) => ({ to: [renderPeer(peer)], ports: ports.length > 0 ? ports.map(single) : undefined })),
    ],
  };
}

/** The policy of pods that only ask the API server for something. */
export function renderApiClientPolicy(podLabels: Record<string, string>, policy: ResolvedNetworkPolicy): k8s.NetworkPolicySpec {
  return { podSelector: { matchLabels: podLabels }, policyTypes: ['Ingress', 'Egress'], egress: [dns(), apiServer(policy)] };
}

/** The policy of pods that only ask brokers for something. */
export function renderBrokerClientPolicy(podLabels: Record<string, string>, brokers: Record<string, string>, ports: readonly number[]): k8s.NetworkPolicySpec {
  return {
    podSelector: { matchLabels: podLabels },
    policyTypes: ['Ingress', 'Egress'],
    egress: [dns(), { to: [{ podSelector: { matchLabels: brokers } }], ports: ports.map(single) }],
  };
}

/** The policy of an exporter: whoever scrapes reaches it, and it reaches the brokers. */
export function renderExporterPolicy(exporter: {
  podLabels: Record<string, string>; port: number; from: NetworkPolicyPeerConfig; brokers: Record<string, string>; brokerPorts: readonly number[];
}): k8s.NetworkPolicySpec {
  return {
    ...renderBrokerClientPolicy(exporter.podLabels, exporter.brokers, exporter.brokerPorts),
    ingress: [{ from: [renderPeer(exporter.from)], ports: [single(exporter.port)] }],
  };
}

function clientRule({ ports }: ProtectedCluster, purpose: Purpose, peers: readonly NetworkPolicyPeerConfig[]): k8s.NetworkPolicyIngressRule[] {
  const open = ports.filter(({ name }) => (PURPOSE_OF[name] ?? 'clients') === purpose);
  return peers.length > 0 && open.length > 0
    ? [{ from: peers.map(renderPeer), ports: open.map(({ number }) => single(number)) }]
    : [];
}

/** Names are asked of whoever serves them: kube-dns, or a cache on the node. */
function dns(): k8s.NetworkPolicyEgressRule {
  return { ports: ['UDP', 'TCP'].map(protocol => ({ protocol, port: k8s.IntOrString.fromNumber(53) })) };
}

/** The API server's address isn't known at synth. */
function apiServer({ apiServerPorts }: ResolvedNetworkPolicy): k8s.NetworkPolicyEgressRule {
  return { ports: apiServerPorts.map(single) };
}

function single(port: number): k8s.NetworkPolicyPort {
  return tcp({ from: port, to: port });
}

function tcp({ from, to }: PortRange): k8s.NetworkPolicyPort {
  return { protocol: 'TCP', port: k8s.IntOrString.fromNumber(from), endPort: to > from ? to : undefined };
}
