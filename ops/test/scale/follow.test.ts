/** @jest-environment ./ops/test/support/environment.ts */
import { node, podOf, queueOn, statusOf } from './brokers';
import { Broker, type ClusterStatus } from '../../src/broker/broker';
import type { QueueInfo } from '../../src/broker/queues';
import { BrokerError, IncompleteError, TimeoutError } from '../../src/core/errors';
import { operate } from '../../src/operation/operation';
import { SILENT } from '../../src/core/progress';
import { follow, type FollowLimits } from '../../src/scale/follow';
import { until } from '../../src/kubernetes/wait';
import { BrokerEventLog } from '../../src/scale/broker-event-log';
import type { ScalePlan } from '../../src/scale/plan';
import { type Answer, FakeApiServer, type Received, refusal } from '../support/api-server';

const CLUSTER = { namespace: 'shop', name: 'orders' };
const LIMITS: FollowLimits = { intervalMs: 5, restMs: 60_000, stuckMs: 60_000 };

/** What there is; a test changes it meanwhile. */
interface World {
  replicas: number;
  pods: object[];
  status: () => ClusterStatus;
  queues: QueueInfo[];
  events: object[];
}

function answer({ replicas, pods, events }: World, { path }: Received): Answer {
  if (path.endsWith('/statefulsets/orders')) {
    return { body: { metadata: CLUSTER, spec: { replicas } } };
  }
  if (path.endsWith('/pods')) {
    return { body: { items: pods } };
  }
  return path.endsWith('/events') ? { body: { items: events } } : refusal(404, 'NotFound', path);
}

describe('following a change of the number of brokers', () => {
  let world: World;
  let server: FakeApiServer;
  let lines: readonly string[] = [];

  beforeEach(async () => {
    lines = [];
    world = {
      replicas: 3,
      pods: [0, 1, 2].map(ordinal => podOf(ordinal)),
      status: () => statusOf([0, 1, 2]),
      queues: [queueOn([0, 1, 2])],
      events: [],
    };
    server = await FakeApiServer.start(request => answer(world, request));
    jest.spyOn(Broker.prototype, 'clusterStatus').mockImplementation(async () => Promise.resolve(world.status()));
    jest.spyOn(Broker.prototype, 'queues').mockImplementation(async () => Promise.resolve(world.queues));
    jest.spyOn(Broker.prototype, 'run').mockResolvedValue('{target_group_size, 3}.\n{spread, true}.\n');
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await server.stop();
  });

  type Limits = Partial<FollowLimits & { timeoutMs: number }>;
  const following = async (
    plan: Partial<ScalePlan> = {},
    { timeoutMs = 60_000, ...limits }: Limits = {},
  ): Promise<readonly string[]> => {
    const progress = { ...SILENT, live: (told: readonly string[]) => { lines = told; } };
    const whole = { ...CLUSTER, from: 3, to: 3, joining: [], leaving: [], safe: true, ...plan } as ScalePlan;
    return operate(server.connection(), { progress }, { name: 'scale', timeoutMs }, async operation =>
      follow(operation, whole, await BrokerEventLog.from(operation.kubernetes, CLUSTER), { ...LIMITS, ...limits }));
  };
  const shown = async (line: string): Promise<void> => {
    await until(
      async () => Promise.resolve(lines),
      found => found.includes(line),
      { signal: AbortSignal.timeout(10_000), intervalMs: 5 },
    );
  };

  test('a start after a stop ends without a word of the brokers', async () => {
    await expect(following({ from: 0, joining: ['orders-0', 'orders-1', 'orders-2'] })).resolves.toEqual([]);
  });

  test('a resumed one goes on until queues have grown and are even', async () => {
    const all = [0, 1, 2, 3, 4];
    world = {
      ...world,
      replicas: 5,
      pods: all.map(ordinal => podOf(ordinal)),
      status: () => statusOf(all),
      queues: [queueOn([0]), queueOn([0])],
    };
    const following5 = following({ from: 5, to: 5 });
    await shown('queue bills in / has 1 of 3 members');
    world.queues = [queueOn([0, 1, 2]), queueOn([0, 1, 2])];
    await shown('members of quorum queues aren\'t even: orders-0 2, orders-1 2, orders-2 2, orders-3 0, orders-4 0');
    world.queues = [queueOn([0, 1, 2]), queueOn([3, 4, 2])];
    await expect(following5).resolves.toEqual([]);
  });

  test('what gets no more even is left as it is, and said', async () => {
    world.queues = [queueOn([0, 1, 2]), queueOn([0, 1, 2])];
    await expect(following({}, { restMs: 100 })).resolves.toEqual(['leaders of quorum queues aren\'t even: orders-0 2, orders-1 0, orders-2 0']);
  });

  test('a queue that can\'t get its members ends it, with the reason that brokers give meanwhile', async () => {
    const event = (uid: string, message: string): object => ({ metadata: { uid }, involvedObject: { kind: 'Pod', name: 'orders-0' }, reason: 'ScalingWaits', message, lastTimestamp: '2001-01-01T00:00:00Z' });
    world = { ...world, queues: [queueOn([0, 1])], events: [event('a', 'of another time')] };
    const following3 = following({}, { stuckMs: 2_000 }).catch((thrown: unknown) => thrown);
    await shown('queue bills in / has 2 of 3 members');
    world.events.push(event('b', 'queues can\'t get all members that they are to have yet'));
    const error = await following3 as IncompleteError;
    expect(error).toBeInstanceOf(IncompleteError);
    expect(error.message).toBe('3 brokers are Ready, but these come no nearer to what they are to be: queue bills in / has 2 of 3 members. '
      + 'the brokers say: orders-0: queues can\'t get all members that they are to have yet. "rabbitmq-k8s doctor -n shop -c orders" says more');
    expect(error.state).toContain('the number of brokers is set to 3; the brokers continue; run the same command again to follow them');
  });

  test('shows how many queues still change, and lists queues only when none does', async () => {
    const changes = { left: 640, changing: 8 };
    // the spy that is there already
    const queues = jest.spyOn(Broker.prototype, 'queues');
    jest.spyOn(Broker.prototype, 'json').mockImplementation(async () => Promise.resolve({ value: { ...changes } }));
    const following3 = following();
    await shown('640 queues still change replicas or leaders, 8 at a time');
    expect(queues).not.toHaveBeenCalled();
    changes.left = 0;
    await expect(following3).resolves.toEqual([]);
  });

  test('shows how many queues still change while a broker leaves', async () => {
    world.pods.push(podOf(3));
    jest.spyOn(Broker.prototype, 'json').mockResolvedValue({ value: { left: 12, changing: 4 } });
    const following3 = following({ from: 4 });
    await shown('12 queues still change replicas or leaders, 4 at a time');
    jest.spyOn(Broker.prototype, 'json').mockResolvedValue({ value: { left: 0, changing: 0 } });
    world.pods.pop();
    await expect(following3).resolves.toEqual([]);
  });

  test('a broker that doesn\'t answer for a while is asked again', async () => {
    world.status = () => { throw new BrokerError('booting'); };
    const following3 = following();
    await shown('orders-0 doesn\'t answer: booting');
    world.status = () => statusOf([0, 1, 2]);
    await expect(following3).resolves.toEqual([]);
  });

  test('pods that come and go have the whole time, and are named at its end', async () => {
    world.pods = [podOf(0), podOf(1), podOf(2, false), podOf(3)];
    const error = await following({ from: 4 }, { timeoutMs: 4_000 }).catch((thrown: unknown) => thrown) as TimeoutError;
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error.state).toContain('still to come: orders-2 isn\'t Ready; orders-3 is still there');
  });

  test('a stop is done when no pod is there', async () => {
    world = { ...world, replicas: 0, pods: [] };
    await expect(following({ to: 0 })).resolves.toEqual([]);
  });

  test('somebody else\'s wish ends it', async () => {
    world.pods = world.pods.slice(1);
    const following3 = following();
    void shown('orders-1  Ready').then(() => { world.replicas = 5; });
    await expect(following3).rejects.toThrow('the number of brokers was changed to 5 meanwhile');
  });

  test('does not wait for members to leave without leaveOnScaleIn', async () => {
    world = {
      ...world, status: () => statusOf([0, 1, 2, 3, 4], [0, 1, 2]), queues: [queueOn([0, 3, 4], { online: [node(0)] })],
    };
    await expect(following({ from: 5, leaving: ['orders-4', 'orders-3'], safe: false })).resolves.toEqual([]);
  });
});
