import { k8s } from 'cdk8s-plus-28';
import { RabbitMQNetworkPolicyOptions } from '../interface/network-policy';
import { renderPeer } from './peers';
import { requirePort } from '../../kubernetes/port';

/** `RabbitMQNetworkPolicyOptions` with the defaults in place. */
export interface ResolvedNetworkPolicy {
  readonly enabled: boolean;
  readonly apiServerPorts: readonly number[];
  /** All addresses if undefined. */
  readonly apiServerPeers?: readonly k8s.NetworkPolicyPeer[];
  readonly dnsPorts: readonly number[];
  readonly dnsPeers: readonly k8s.NetworkPolicyPeer[];
}

/** What decides on the policies of pods that serve a cluster. */
export interface ProtectedCluster {
  readonly networkPolicyOptions: RabbitMQNetworkPolicyOptions;
  readonly replicas: number;
  readonly production: boolean;
}

/**
 * Pods, and addresses that no public network has: https://www.iana.org/assignments/iana-ipv4-special-registry,
 * https://www.iana.org/assignments/iana-ipv6-special-registry. A name server on the Internet is none of them.
 */
const PRIVATE: readonly k8s.NetworkPolicyPeer[] = [
  { namespaceSelector: {} },
  ...['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7', 'fe80::/10'].map(cidr => ({ ipBlock: { cidr } })),
];

/** @throws if a port is not a port number, or a list is empty */
export function resolveNetworkPolicy(
  props: RabbitMQNetworkPolicyOptions = {},
  cluster: { replicas: number; production: boolean },
): ResolvedNetworkPolicy {
  const { apiServerPorts = [443, 6443], dnsPorts = [53] } = props;
  for (const [field, list] of Object.entries({ ...props, apiServerPorts, dnsPorts })) {
    if (Array.isArray(list) && list.length === 0) {
      throw new Error(`networkPolicy.${field} is empty: it must have at least one entry. Leave it out for its default.`);
    }
  }
  apiServerPorts.forEach((port) => {
    requirePort('networkPolicy.apiServerPorts', port, 'has');
  });
  dnsPorts.forEach((port) => {
    requirePort('networkPolicy.dnsPorts', port, 'has');
  });
  return {
    enabled: props.enabled ?? (cluster.replicas > 1 || cluster.production),
    apiServerPorts,
    apiServerPeers: props.apiServerPeers?.map(peer => renderPeer(peer.toNetworkPolicyPeerConfig())),
    dnsPorts,
    dnsPeers: props.dnsPeers?.map(peer => renderPeer(peer.toNetworkPolicyPeerConfig())) ?? PRIVATE,
  };
}

/** The policies of pods that serve a cluster. */
export function clientNetworkPolicy(cluster: ProtectedCluster): ResolvedNetworkPolicy {
  return resolveNetworkPolicy(cluster.networkPolicyOptions, cluster);
}
