import { node, queueOn, statusOf } from './brokers';
import type { QueueInfo } from '../../src/broker/queues';
import type { ScalingSettings } from '../../src/scale/settings';
import { clusterBalance, type ClusterBalance } from '../../src/scale/cluster-balance';

const SETTINGS: ScalingSettings = { targetGroupSize: 3, spreadMembers: true };

const pods = (count: number): string[] => Array.from({ length: count }, (_, i) => `orders-${i}`);
const brokers = (count: number): ReturnType<typeof statusOf> => statusOf(pods(count).map((_, i) => i));
const balanceOn = (
  count: number,
  queues: readonly QueueInfo[],
  settings: Partial<ScalingSettings> = {},
): ClusterBalance => clusterBalance(brokers(count), queues, pods(count), { ...SETTINGS, ...settings });

describe('brokers', () => {
  test('are all that are wanted, and no others', () => {
    expect(balanceOn(3, [])).toEqual({ lacking: [], distance: 0, uneven: [], unevenness: [0, 0, 0] });
    expect(clusterBalance(statusOf([0, 1, 3], [0, 3]), [], pods(3), SETTINGS)).toMatchObject({
      lacking: ['orders-2 hasn\'t joined the cluster', `${node(1)} is a member and doesn't run`, `${node(3)} is still a member`],
      distance: 3,
    });
  });
});

describe('queues', () => {
  test('have their group size on brokers that stay, online, and a leader', () => {
    expect(balanceOn(3, [queueOn([0, 1, 2]), queueOn([2, 1, 0], { type: 'stream' })]).lacking).toEqual([]);
    expect(balanceOn(3, [queueOn([0, 1])])).toMatchObject({ lacking: ['queue bills in / has 2 of 3 members'], distance: 1 });
    expect(balanceOn(3, [queueOn([0, 1, 3])])).toMatchObject({ lacking: [`queue bills in / has 2 of 3 members and members on ${node(3)}`], distance: 2 });
    expect(balanceOn(3, [queueOn([0, 1, 2], { online: [node(0), node(1)] })])).toMatchObject({ lacking: [`queue bills in / has members that aren't online on ${node(2)}`], distance: 1 });
    expect(balanceOn(3, [queueOn([0, 1, 2], { leader: '' })])).toMatchObject({ lacking: ['queue bills in / has no leader'], distance: 1 });
  });

  test('have what their policy or arguments ask for, the cluster\'s setting otherwise, and no more than there are brokers', () => {
    expect(balanceOn(3, [queueOn([0], { groupSize: 1 })]).lacking).toEqual([]);
    expect(balanceOn(5, [queueOn([0, 1, 2], { groupSize: 5 })]).lacking).toEqual(['queue bills in / has 3 of 5 members']);
    expect(balanceOn(3, [queueOn([0, 1, 2], { groupSize: 5 })]).lacking).toEqual([]);
    expect(balanceOn(5, [queueOn([0, 1, 2])], { targetGroupSize: 5 }).lacking).toEqual(['queue bills in / has 3 of 5 members']);
    expect(balanceOn(1, [queueOn([0])]).lacking).toEqual([]);
  });

  test('that aren\'t replicated are nobody\'s affair', () => {
    const others = [queueOn([2], { type: 'classic', online: [] }), queueOn([], { type: 'rabbit_mqtt_qos0_queue' })];
    expect(balanceOn(3, others)).toMatchObject({ lacking: [], uneven: [] });
  });
});

describe('members and leaders', () => {
  const many = (of: readonly number[], count: number): QueueInfo[] => Array.from({ length: count }, () => queueOn(of));

  test('are even where no broker has two more than another one that could take one', () => {
    expect(balanceOn(3, [queueOn([0, 1, 2]), queueOn([1, 2, 0])]).uneven).toEqual([]);
    expect(balanceOn(3, many([0, 1, 2], 2)).uneven).toEqual(['leaders of quorum queues aren\'t even: orders-0 2, orders-1 0, orders-2 0']);
    expect(balanceOn(5, many([0, 1, 2], 1)).uneven).toEqual([]);
    expect(balanceOn(5, many([0, 1, 2], 2)).uneven).toContain('members of quorum queues aren\'t even: orders-0 2, orders-1 2, orders-2 2, orders-3 0, orders-4 0');
  });

  test('needn\'t be where they stay on purpose, or for maintenance', () => {
    const moved = [queueOn([0, 1, 2]), queueOn([1, 0, 2]), queueOn([2, 0, 1])];
    expect(balanceOn(5, moved, { spreadMembers: false }).uneven).toEqual([]);
    const status = { ...brokers(3), maintenance: { [node(1)]: 'draining', [node(2)]: 'draining' } };
    expect(clusterBalance(status, many([0, 1, 2], 4), pods(3), SETTINGS).uneven).toEqual([]);
  });

  test('are too many where a queue has more than it is to have', () => {
    expect(balanceOn(5, [queueOn([0, 1, 2, 3])])).toMatchObject({ lacking: [], uneven: ['queue bills in / has 4 members, and 3 would do'] });
  });

  test('come nearer to even by each move', () => {
    const [before, after] = [many([0, 1, 2], 4), [...many([0, 1, 2], 3), queueOn([3, 1, 2])]].map(queues =>
      balanceOn(4, queues).unevenness);
    expect(after[0]).toBeLessThan(before[0]);
    expect(after[1]).toBeLessThan(before[1]);
  });
});
