import type { ScalingSettings } from './settings';
import { groupSize, REPLICATED } from './cluster-balance';
import type { QueueInfo } from '../broker/queues';

/**
 * Number of queue replicas to add or move until each queue has its group size on these nodes, as evenly as
 * brokers place them.
 */
export function movesTo(nodes: readonly string[], queues: readonly QueueInfo[], settings: ScalingSettings): number {
  return REPLICATED.map((type) => {
    const placed = queues.filter(queue => queue.type === type).map(queue => ({
      members: new Set(queue.members.filter(node => nodes.includes(node))),
      size: Math.min(groupSize(queue, settings), nodes.length),
    }));
    const counts = new Map(nodes.map(node => [node, placed.filter(({ members }) => members.has(node)).length]));
    const added = placed.reduce((sum, { members, size }) => sum + grow(members, size, counts), 0);
    return added + (type === 'quorum' && settings.spreadMembers ? spread(placed.map(({ members }) => members), counts) : 0);
  }).reduce((sum, moves) => sum + moves, 0);
}

/** How many members each node has. */
type Counts = Map<string, number>;

function grow(members: Set<string>, size: number, counts: Counts): number {
  const before = members.size;
  while (members.size < size) {
    const [node] = byCount([...counts].filter(([candidate]) => !members.has(candidate)))[0];
    members.add(node);
    add(counts, node, 1);
  }
  return members.size - before;
}

/** Moves members from nodes that have two or more above others to these, the widest gap first. */
function spread(queues: readonly Set<string>[], counts: Counts): number {
  let moves = 0;
  while (moveOne(queues, counts)) {
    moves += 1;
  }
  return moves;
}

function moveOne(queues: readonly Set<string>[], counts: Counts): boolean {
  const sorted = byCount([...counts]);
  const pairs = sorted
    .flatMap(([to, fewer]) => sorted.map(([from, more]) => ({ from, to, gap: more - fewer })))
    .filter(({ gap }) => gap > 1);
  for (const { from, to } of pairs.sort((a, b) => b.gap - a.gap)) {
    const members = queues.find(candidate => candidate.has(from) && !candidate.has(to));
    if (members) {
      members.delete(from);
      members.add(to);
      add(counts, from, -1);
      add(counts, to, 1);
      return true;
    }
  }
  return false;
}

function byCount(counts: readonly (readonly [string, number])[]): (readonly [string, number])[] {
  return [...counts].sort(([, one], [, other]) => one - other);
}

function add(counts: Counts, node: string, count: number): void {
  counts.set(node, (counts.get(node) ?? 0) + count);
}
