/** @jest-environment ./ops/test/support/environment.ts */
import { createColors } from 'picocolors';
import { node, podOf, queueOn, statusOf } from './brokers';
import { Broker } from '../../src/broker/broker';
import type { QueueInfo } from '../../src/broker/queues';
import { scalePlanText } from '../../src/cli/commands/scale';
import { movesTo } from '../../src/scale/moves';
import type { ScalePlan } from '../../src/scale/plan';
import { ClusterScaler } from '../../src/scale/scaler';
import { FakeApiServer, refusal } from '../support/api-server';

const CLUSTER = { namespace: 'shop', name: 'orders' };
const SETTINGS = { targetGroupSize: 3, spreadMembers: true };

const nodes = (count: number): string[] => Array.from({ length: count }, (_, i) => node(i));
const many = (count: number, members: readonly number[], more: Partial<QueueInfo> = {}): QueueInfo[] =>
  Array.from({ length: count }, () => queueOn(members, more));

describe('moves', () => {
  test('are the members that queues lack, and those that go where there are fewer', () => {
    expect(movesTo(nodes(3), many(10, [0, 1, 2]), SETTINGS)).toBe(0);
    expect(movesTo(nodes(3), many(10, [0]), SETTINGS)).toBe(20);
    // 20 members each of the three; twelve each of five
    expect(movesTo(nodes(5), many(20, [0, 1, 2]), SETTINGS)).toBe(24);
    // those on brokers that go are added elsewhere, and nothing has to move after that
    expect(movesTo(nodes(3), many(4, [0, 3, 4]), SETTINGS)).toBe(8);
  });

  test('are none of streams that have their size, of classic queues, and where members stay on purpose', () => {
    expect(movesTo(nodes(5), [...many(9, [0, 1, 2], { type: 'stream' }), ...many(9, [0], { type: 'classic' })], SETTINGS)).toBe(0);
    expect(movesTo(nodes(5), many(20, [0, 1, 2]), { ...SETTINGS, spreadMembers: false })).toBe(0);
  });
});

describe('the plan', () => {
  const WITH_PROGRAM = { containers: [{ name: 'rabbitmq', lifecycle: { preStop: { exec: { command: ['sh', '-c', 'rabbitmqctl eval rabbitmq_membership_leave:before_stop(1, 1).'] } } } }] };
  let server: FakeApiServer;
  let replicas: number;
  let autoscalers: object[];

  beforeEach(async () => {
    [replicas, autoscalers] = [3, []];
    server = await FakeApiServer.start(({ path }) => {
      if (path.endsWith('/statefulsets/orders')) {
        return { body: { metadata: CLUSTER, spec: { replicas, template: { spec: WITH_PROGRAM } } } };
      }
      const lists: Record<string, object[]> = {
        pods: nodes(replicas).map((_, ordinal) => podOf(ordinal)), horizontalpodautoscalers: autoscalers,
      };
      const items = lists[path.split('/').at(-1) ?? ''];
      return items ? { body: { items } } : refusal(404, 'NotFound', path);
    });
    jest.spyOn(Broker.prototype, 'clusterStatus').mockImplementation(async () => Promise.resolve(statusOf(nodes(replicas).map((_, ordinal) => ordinal))));
    jest.spyOn(Broker.prototype, 'queues').mockImplementation(async () => Promise.resolve(many(20, replicas === 5 ? [0, 3, 4] : [0, 1, 2])));
    jest.spyOn(Broker.prototype, 'run').mockResolvedValue('{target_group_size, 3}.\n{spread, true}.\n');
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await server.stop();
  });

  const planOf = async (to: number): Promise<ScalePlan> => new ClusterScaler(server.connection()).plan(CLUSTER, to);
  const textOf = async (to: number): Promise<string> => scalePlanText(await planOf(to), createColors(false));

  test('says how many members go to brokers that come, and about how long it takes', async () => {
    await expect(planOf(5)).resolves.toMatchObject({ joining: ['orders-3', 'orders-4'], moves: 24, estimate: { seconds: 27 } });
    const text = await textOf(5);
    expect(text).toMatch(/^Moves +about 24 replicas of quorum queues and streams$/m);
    expect(text)
      .toMatch(
        /^Takes +about 27 s, based on nearly empty queues \(docs\/scaling\.md\); copying messages takes additional time$/m,
      );
  });

  test('says what moves away from brokers that go, and about how long it takes', async () => {
    replicas = 5;
    await expect(planOf(3)).resolves.toMatchObject({ leaving: ['orders-4', 'orders-3'], members: 40, leaders: 0, moves: 40, estimate: { seconds: 18 } });
    expect(await textOf(3)).toMatch(/^Takes +about 18 s/m);
  });

  test('says about how long a stop and a start take, and nothing where nothing changes', async () => {
    await expect(planOf(0)).resolves.toMatchObject({ moves: 0, estimate: { seconds: 20 } });
    expect(await textOf(3)).not.toContain('Takes');
    replicas = 0;
    await expect(planOf(3)).resolves.toMatchObject({ moves: 0, estimate: { seconds: 60 } });
    expect(await textOf(3)).toMatch(/^Joining +orders-0, orders-1, orders-2 with their data$/m);
  });

  test('says of an autoscaler that it would undo it, but for a stop, where it rests', async () => {
    autoscalers = [{ metadata: { name: 'orders-hpa' }, spec: { scaleTargetRef: { kind: 'StatefulSet', name: 'orders' }, minReplicas: 3, maxReplicas: 9 } }];
    expect((await planOf(5)).refusals).toEqual([{ force: 'autoscaler', reason: 'orders-hpa sets the number of brokers, 3 to 9, and would undo this: change its range instead' }]);
    expect((await planOf(0)).refusals.map(({ force }) => force)).toEqual(['stop']);
    replicas = 0;
    expect((await planOf(3)).refusals).toEqual([]);
    expect((await planOf(1)).refusals.map(({ force }) => force)).toEqual(['autoscaler']);
    replicas = 3;
    expect((await planOf(0)).risks).toContain('orders-hpa rests while there are no brokers: start them again with 3 to 9, and it goes on');
  });
});
