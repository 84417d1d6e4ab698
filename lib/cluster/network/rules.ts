import { k8s } from 'cdk8s-plus-28';
import { ResolvedNetworkPolicy } from './options';

/** Ports, both ends among them. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** DNS: kube-dns, or a cache on the Kubernetes node. */
export function dns({ dnsPorts, dnsPeers }: ResolvedNetworkPolicy): k8s.NetworkPolicyEgressRule {
  return {
    to: [...dnsPeers],
    ports: dnsPorts.flatMap(port => ['UDP', 'TCP'].map(protocol => ({ protocol, port: k8s.IntOrString.fromNumber(port) }))),
  };
}

/** The API server, at any address unless its peers are set. */
export function apiServer({ apiServerPorts, apiServerPeers }: ResolvedNetworkPolicy): k8s.NetworkPolicyEgressRule {
  return { to: apiServerPeers && [...apiServerPeers], ports: apiServerPorts.map(single) };
}

/** A single TCP port. */
export function single(port: number): k8s.NetworkPolicyPort {
  return tcp({ from: port, to: port });
}

/** A range of TCP ports. */
export function tcp({ from, to }: PortRange): k8s.NetworkPolicyPort {
  return { protocol: 'TCP', port: k8s.IntOrString.fromNumber(from), endPort: to > from ? to : undefined };
}
