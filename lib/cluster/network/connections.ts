import { INetworkPolicyPeer, NetworkPolicyPeerConfig } from 'cdk8s-plus-28';
import { requireCidrs } from '../../kubernetes/cidr';
import { requirePort } from '../../kubernetes/port';
import { requireType } from '../../validation/props';

/** The purpose for which peers are allowed. */
export type Purpose = 'clients' | 'management' | 'scraping';

/** A peer that brokers may reach. */
export interface Destination {
  readonly peer: NetworkPolicyPeerConfig;
  readonly ports: readonly number[];
}

interface ConnectionState {
  isEnforced: boolean;
  readonly allowed: Record<Purpose, NetworkPolicyPeerConfig[]>;
  readonly reached: Destination[];
}

/** Outside of the class, as users have no business with it. */
const states = new WeakMap<RabbitMQConnections, ConnectionState>();

/**
 * Network access to and from the brokers of a cluster: the rules of its NetworkPolicy. Peers are those of cdk8s-plus:
 * `Pods.select(…)`, `Namespaces.select(…)`, `NetworkPolicyIpBlock.ipv4(…)`, a Deployment, another cluster.
 */
export class RabbitMQConnections {
  public constructor() {
    states.set(this, { isEnforced: false, allowed: { clients: [], management: [], scraping: [] }, reached: [] });
  }

  /**
   * Allows a peer to connect to the ports of AMQP and of each protocol plugin.
   *
   * @throws if its network isn't one
   */
  public allowClientsFrom(peer: INetworkPolicyPeer): void {
    stateOf(this).allowed.clients.push(configOf('allowClientsFrom', peer));
  }

  /**
   * Allows a peer to connect to the management UI and its HTTP API.
   *
   * @throws if its network isn't one
   */
  public allowManagementFrom(peer: INetworkPolicyPeer): void {
    stateOf(this).allowed.management.push(configOf('allowManagementFrom', peer));
  }

  /**
   * Allows a peer, such as Prometheus, to scrape metrics.
   *
   * @throws if its network isn't one
   */
  public allowScrapingFrom(peer: INetworkPolicyPeer): void {
    stateOf(this).allowed.scraping.push(configOf('allowScrapingFrom', peer));
  }

  /**
   * Allows the brokers to connect to a peer: an LDAP server, an identity provider, the upstream of a federation.
   *
   * @param peer where it is
   * @param ports its TCP ports; all where none is named
   * @throws if a port or the peer's network isn't one
   */
  public allowTo(peer: INetworkPolicyPeer, ...ports: number[]): void {
    for (const port of ports) {
      requirePort('connections.allowTo()', port, 'has');
    }
    stateOf(this).reached.push({ peer: configOf('allowTo', peer), ports });
  }
}

/** @throws if its network isn't one: cdk8s-plus takes some that Kubernetes refuses */
function configOf(method: string, peer: INetworkPolicyPeer): NetworkPolicyPeerConfig {
  requireType(`connections.${method}(): the peer`, 'INetworkPolicyPeer', peer);
  const config = peer.toNetworkPolicyPeerConfig();
  if (config.ipBlock) {
    requireCidrs(`connections.${method}()`, [config.ipBlock.cidr, ...config.ipBlock.except ?? []]);
  }
  return config;
}

/** Records that a NetworkPolicy enforces the connections. */
export function enforce(connections: RabbitMQConnections): void {
  stateOf(connections).isEnforced = true;
}

/** Whether a NetworkPolicy enforces the connections. */
export function isEnforced(connections: RabbitMQConnections): boolean {
  return stateOf(connections).isEnforced;
}

/** The peers that may reach the brokers for a purpose. */
export function allowedPeers(connections: RabbitMQConnections, purpose: Purpose): readonly NetworkPolicyPeerConfig[] {
  return stateOf(connections).allowed[purpose];
}

/** The peers that the brokers may reach. */
export function reachedPeers(connections: RabbitMQConnections): readonly Destination[] {
  return stateOf(connections).reached;
}

/** Another number after each peer that is added. */
export function connectionsRevision(connections: RabbitMQConnections): number {
  const { allowed, reached } = stateOf(connections);
  return Object.values(allowed).reduce((sum, peers) => sum + peers.length, reached.length);
}

function stateOf(connections: RabbitMQConnections): ConnectionState {
  const state = states.get(connections);
  if (state === undefined) {
    throw new Error('connections is not an instance of RabbitMQConnections');
  }
  return state;
}
