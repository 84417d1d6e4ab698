import { INetworkPolicyPeer } from 'cdk8s-plus-28';

/**
 * NetworkPolicies of a cluster: of its brokers, and of every pod that serves it. Allow peers with
 * `cluster.connections`.
 */
export interface RabbitMQNetworkPolicyOptions {
  /**
   * Whether there are NetworkPolicies, for the brokers and for every pod that serves them. With them, the ports between
   * brokers accept only the cluster's own pods, and client ports only allowed peers.
   * @default - true for several brokers, or if `production` is set; a single broker on a laptop has none
   */
  readonly enabled?: boolean;
  /**
   * Ports of the API server, also those behind its Service: 16443 for MicroK8s, 8443 for minikube, 6444 for k3s.
   * Jobs that create Secrets, and brokers that scale safely or run a series up to 4.0, connect to them.
   * @default [443, 6443]
   */
  readonly apiServerPorts?: number[];
  /**
   * Addresses of the API server, also those behind its Service.
   * @default - any address, because the manifests don't know it
   */
  readonly apiServerPeers?: INetworkPolicyPeer[];
  /**
   * Ports of DNS, for UDP and TCP. Include the pods' own port if the network plugin applies policies after it replaced
   * the Service's address: `[53, 5353]` for OpenShift.
   * @default [53]
   */
  readonly dnsPorts?: number[];
  /**
   * Addresses of DNS.
   * @default - all pods, and private and link-local addresses: those of Services and of DNS caches on Kubernetes nodes
   */
  readonly dnsPeers?: INetworkPolicyPeer[];
}
