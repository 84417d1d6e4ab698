import { k8s, NetworkPolicyPeerConfig } from 'cdk8s-plus-28';
import { ResolvedNetworkPolicy } from './options';
import { renderPeer } from './peers';
import { apiServer, dns, single } from './rules';

/** The policy of pods that only connect to the API server. */
export function renderApiClientPolicy(
  podLabels: Record<string, string>,
  policy: ResolvedNetworkPolicy,
): k8s.NetworkPolicySpec {
  return { podSelector: { matchLabels: podLabels }, policyTypes: ['Ingress', 'Egress'], egress: [dns(policy), apiServer(policy)] };
}

/** Pods that connect to brokers. */
export interface BrokerClient {
  readonly podLabels: Record<string, string>;
  /** The labels of the brokers' pods. */
  readonly brokers: Record<string, string>;
  readonly brokerPorts: readonly number[];
}

/** The policy of pods that only connect to brokers. */
export function renderBrokerClientPolicy(
  { podLabels, brokers, brokerPorts }: BrokerClient,
  policy: ResolvedNetworkPolicy,
): k8s.NetworkPolicySpec {
  return {
    podSelector: { matchLabels: podLabels },
    policyTypes: ['Ingress', 'Egress'],
    egress: [dns(policy), { to: [{ podSelector: { matchLabels: brokers } }], ports: brokerPorts.map(single) }],
  };
}

/** The policy of an exporter: its scrapers connect to it, and it connects to the brokers. */
export function renderExporterPolicy(
  exporter: BrokerClient & { readonly port: number; readonly from: readonly NetworkPolicyPeerConfig[] },
  policy: ResolvedNetworkPolicy,
): k8s.NetworkPolicySpec {
  return {
    ...renderBrokerClientPolicy(exporter, policy),
    ingress: [{ from: exporter.from.map(renderPeer), ports: [single(exporter.port)] }],
  };
}
