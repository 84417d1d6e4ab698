import { INetworkPolicyPeer } from 'cdk8s-plus-28';

/** A network peer of any cdk8s-plus package: `Pods`, `Namespaces`, `NetworkPolicyIpBlock`, a workload. */
export interface IRabbitMQPeer {
  /** Returns the configuration of the peer. */
  // the peers of every package have to be assignable, and jsii has no narrower type that is common to
  // their configurations
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  toNetworkPolicyPeerConfig(): any;
}

/**
 * Network peers of other cdk8s-plus packages than cdk8s-plus-28, such as cdk8s-plus-32, whose types are not compatible:
 * `cluster.connections.allowClientsFrom(RabbitMQPeer.from(Pods.all(chart, 'Clients')))`.
 */
export class RabbitMQPeer {
  /**
   * Returns a peer as every option and method of this library takes it.
   *
   * @param peer the peer of another package
   * @throws if it is neither a range of addresses nor a selector of pods or namespaces
   */
  public static from(peer: IRabbitMQPeer): INetworkPolicyPeer {
    const { ipBlock, podSelector } = peer.toNetworkPolicyPeerConfig() as {
      readonly ipBlock?: { readonly cidr?: unknown };
      readonly podSelector?: { readonly labelSelector?: object };
    };
    if (typeof ipBlock?.cidr !== 'string' && !(podSelector?.labelSelector && '_toKube' in podSelector.labelSelector)) {
      throw new Error('RabbitMQPeer.from(): the peer has neither an ipBlock nor a podSelector of a cdk8s-plus package. Use Pods, Namespaces, NetworkPolicyIpBlock or a workload.');
    }
    return peer as unknown as INetworkPolicyPeer;
  }

  private constructor() {
    // static methods only
  }
}
