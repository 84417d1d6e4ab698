import type { ScalingSettings } from './settings';
import type { ClusterStatus } from '../broker/broker';
import { isOf, podOf } from '../broker/nodes';
import type { QueueInfo } from '../broker/queues';

/** How far brokers and queues are from what they are to be. */
export interface ClusterBalance {
  /** What isn't as it is to be yet. */
  readonly lacking: readonly string[];
  /** Brokers and members that are too few or too many, in all: less is nearer. */
  readonly distance: number;
  /** What isn't even among the brokers yet, or too much; nothing is at risk by it. */
  readonly uneven: readonly string[];
  /** How far members and leaders are from even, and how many members are too many: less is nearer. */
  readonly unevenness: readonly number[];
}

/** Of which types the brokers take care. */
export const REPLICATED = ['quorum', 'stream'];

/** Whether the members of the cluster are the brokers of these pods, all up. */
export function brokerBalance({ members, running }: ClusterStatus, pods: readonly string[]): Pick<ClusterBalance, 'lacking' | 'distance'> {
  const stale = members.filter(node => !pods.some(pod => isOf(pod, node)));
  const lacking = [
    ...pods.filter(pod => !members.some(node => isOf(pod, node))).map(pod => `${pod} hasn't joined the cluster`),
    ...members.filter(node => !running.includes(node) && !stale.includes(node)).map(node => `${node} is a member and doesn't run`),
    ...stale.map(node => `${node} is still a member`),
  ];
  return { lacking, distance: lacking.length };
}

/** The same, with the missing and unevenly placed queue replicas, by the placement that brokers aim for. */
export function clusterBalance(
  status: ClusterStatus,
  all: readonly QueueInfo[],
  pods: readonly string[],
  settings: ScalingSettings,
): ClusterBalance {
  const brokers = brokerBalance(status, pods);
  const nodes = status.members.filter(node => pods.some(pod => isOf(pod, node)));
  const queues = all.filter(({ type }) => REPLICATED.includes(type));
  const lacks = queues
    .map(queue => lackOf(queue, nodes, groupSize(queue, settings)))
    .filter(lack => lack !== undefined);
  const quorum = queues.filter(({ type }) => type === 'quorum');
  const members = counts(nodes, quorum.flatMap(queue => queue.members));
  const leading = nodes.filter(node => status.maintenance[node] !== 'draining');
  const leaders = counts(leading, quorum.map(({ leader }) => leader));
  const surplus = queues.filter(queue => queue.members.length > groupSize(queue, settings)).map(queue => `${titleOf(queue)} has ${queue.members.length} members, and ${groupSize(queue, settings)} would do`);
  const canMoveMember = settings.spreadMembers
    && isMovable(members, (from, to) =>
      quorum.some(queue => queue.members.includes(from) && !queue.members.includes(to)));
  const canMoveLeader = isMovable(leaders, (from, to) =>
    quorum.some(queue => queue.leader === from && queue.members.includes(to)));
  return {
    lacking: [...brokers.lacking, ...lacks.map(({ text }) => text)],
    distance: brokers.distance + lacks.reduce((sum, { distance }) => sum + distance, 0),
    uneven: [
      ...canMoveMember ? [`members of quorum queues aren't even: ${listed(members)}`] : [],
      ...canMoveLeader ? [`leaders of quorum queues aren't even: ${listed(leaders)}`] : [],
      ...surplus,
    ],
    unevenness: [squares(members), squares(leaders), surplus.length],
  };
}

/** How many members a queue is to have where there are brokers enough. */
export function groupSize({ groupSize: own }: QueueInfo, { targetGroupSize }: ScalingSettings): number {
  return own ?? targetGroupSize;
}

function lackOf(
  queue: QueueInfo,
  nodes: readonly string[],
  size: number,
): { text: string; distance: number } | undefined {
  const { members, online, leader } = queue;
  const wanted = Math.min(size, nodes.length);
  const away = members.filter(node => !nodes.includes(node));
  const offline = members.filter(node => !online.includes(node) && !away.includes(node));
  const missing = Math.max(0, wanted - (members.length - away.length));
  const lacks = [
    ...missing > 0 ? [`${members.length - away.length} of ${wanted} members`] : [],
    ...away.length > 0 ? [`members on ${away.join(', ')}`] : [],
    ...offline.length > 0 ? [`members that aren't online on ${offline.join(', ')}`] : [],
    ...leader === '' ? ['no leader'] : [],
  ];
  return lacks.length > 0
    ? { text: `${titleOf(queue)} has ${lacks.join(' and ')}`, distance: missing + away.length + offline.length + (leader === '' ? 1 : 0) }
    : undefined;
}

function titleOf({ name, vhost }: QueueInfo): string {
  return `queue ${name} in ${vhost}`;
}

function counts(nodes: readonly string[], held: readonly string[]): ReadonlyMap<string, number> {
  return new Map(nodes.map(node => [node, held.filter(holder => holder === node).length]));
}

/** Whether a node has two or more above another one, and could give it one. */
function isMovable(held: ReadonlyMap<string, number>, isAble: (from: string, to: string) => boolean): boolean {
  return [...held].some(([from, more]) => [...held].some(([to, fewer]) => more - fewer > 1 && isAble(from, to)));
}

/** Gets less by each move from a node that has two or more above another one to that one. */
function squares(held: ReadonlyMap<string, number>): number {
  return [...held.values()].reduce((sum, count) => sum + count ** 2, 0);
}

function listed(held: ReadonlyMap<string, number>): string {
  return [...held].map(([node, count]) => `${podOf(node)} ${count}`).join(', ');
}
