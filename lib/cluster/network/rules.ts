import { k8s } from 'cdk8s-plus-28';
import { ResolvedNetworkPolicy } from './options';

/** Ports, both ends among them. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** DNS at any address: kube-dns, or a cache on the Kubernetes node. */
export function dns(): k8s.NetworkPolicyEgressRule {
  return { ports: ['UDP', 'TCP'].map(protocol => ({ protocol, port: k8s.IntOrString.fromNumber(53) })) };
}

/** The ports of the API server at any address, as its address isn't known at synth. */
export function apiServer({ apiServerPorts }: ResolvedNetworkPolicy): k8s.NetworkPolicyEgressRule {
  return { ports: apiServerPorts.map(single) };
}

/** A single TCP port. */
export function single(port: number): k8s.NetworkPolicyPort {
  return tcp({ from: port, to: port });
}

/** A range of TCP ports. */
export function tcp({ from, to }: PortRange): k8s.NetworkPolicyPort {
  return { protocol: 'TCP', port: k8s.IntOrString.fromNumber(from), endPort: to > from ? to : undefined };
}
