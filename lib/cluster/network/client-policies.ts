import { k8s, NetworkPolicyPeerConfig } from 'cdk8s-plus-28';
import { ResolvedNetworkPolicy } from './options';
import { renderPeer } from './peers';
import { apiServer, dns, single } from './rules';

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
