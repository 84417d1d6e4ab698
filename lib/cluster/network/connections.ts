import { INetworkPolicyPeer, NetworkPolicyPeerConfig } from 'cdk8s-plus-28';
import { requirePort } from './options';

/** What peers are let in for. */
export type Purpose = 'clients' | 'management' | 'scraping';

/** A peer that brokers may reach. */
export interface Destination {
  readonly peer: NetworkPolicyPeerConfig;
  readonly ports: readonly number[];
}

/**
 * Who may reach a cluster's brokers, and whom they may reach: the rules of its NetworkPolicy. Peers are those of cdk8s-plus:
 * `Pods.select(…)`, `Namespaces.select(…)`, `NetworkPolicyIpBlock.ipv4(…)`, a Deployment, another cluster.
 */
export class RabbitMQConnections {
  /**
   * Whether a NetworkPolicy comes of it.
   * @internal
   */
  public _isEnforced = false;

  private readonly letIn: Record<Purpose, NetworkPolicyPeerConfig[]> = { clients: [], management: [], scraping: [] };
  private readonly reached: Destination[] = [];

  /** Lets a peer connect to the ports of AMQP and of each protocol plugin. */
  public allowClientsFrom(peer: INetworkPolicyPeer): void {
    this.letIn.clients.push(peer.toNetworkPolicyPeerConfig());
  }

  /** Lets a peer connect to the management UI and its HTTP API. */
  public allowManagementFrom(peer: INetworkPolicyPeer): void {
    this.letIn.management.push(peer.toNetworkPolicyPeerConfig());
  }

  /** Lets a peer, such as Prometheus, take metrics. */
  public allowScrapingFrom(peer: INetworkPolicyPeer): void {
    this.letIn.scraping.push(peer.toNetworkPolicyPeerConfig());
  }

  /**
   * Lets the brokers connect to a peer: an LDAP server, an identity provider, the upstream of a federation.
   *
   * @param peer where it is
   * @param ports its TCP ports; all where none is named
   * @throws if a port isn't one
   */
  public allowTo(peer: INetworkPolicyPeer, ...ports: number[]): void {
    for (const port of ports) {
      requirePort('connections.allowTo()', port);
    }
    this.reached.push({ peer: peer.toNetworkPolicyPeerConfig(), ports });
  }

  /**
   * Who was let in.
   * @internal
   */
  public _from(purpose: Purpose): readonly NetworkPolicyPeerConfig[] {
    return this.letIn[purpose];
  }

  /**
   * Another number after each peer that is added.
   * @internal
   */
  public get _revision(): number {
    return Object.values(this.letIn).reduce((sum, peers) => sum + peers.length, this.reached.length);
  }

  /**
   * Whom the brokers may reach.
   * @internal
   */
  public get _to(): readonly Destination[] {
    return this.reached;
  }
}
