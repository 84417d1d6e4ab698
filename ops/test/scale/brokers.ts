import type { ClusterStatus } from '../../src/broker/broker';
import type { QueueInfo } from '../../src/broker/queues';

/** The node of a broker of the cluster `orders` in `shop`. */
export const node = (ordinal: number): string => `rabbit@orders-${ordinal}.orders-nodes.shop`;

/** What a cluster of these brokers says. */
export function statusOf(members: readonly number[], running = members): ClusterStatus {
  return { name: 'orders', members: members.map(node), running: running.map(node), versions: {}, erlang: {}, alarms: [], partitions: {}, featureFlags: [], maintenance: {} };
}

/** A quorum queue with members on these brokers, the first one its leader. */
export function queueOn(members: readonly number[], more: Partial<QueueInfo> = {}): QueueInfo {
  return { name: 'bills', vhost: '/', type: 'quorum', messages: 0, leader: members.length > 0 ? node(members[0]) : '', members: members.map(node), online: members.map(node), state: 'running', ...more };
}

/** A fake pod of the cluster, Ready unless said otherwise. */
export function podOf(ordinal: number, ready = true): object {
  return { metadata: { namespace: 'shop', name: `orders-${ordinal}` }, status: { conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }] } };
}
