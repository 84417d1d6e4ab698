/** @jest-environment ./ops/test/support/environment.ts */
import { ExitCode, RequestError, TimeoutError } from '../../src/core/errors';
import type { HPAEvent } from '../../src/scale/hpa-events';
import { HPAWatcher } from '../../src/scale/hpa-watcher';
import { readModules } from '../../../lib/rabbitmq/programs';
import { type Answer, FakeApiServer, type Received, refusal } from '../support/api-server';

const CLUSTER = { namespace: 'shop', name: 'orders' };

/** What the API server has; a test changes it between two looks. */
interface World {
  replicas: number;
  ready: number;
  conditions: object[];
  cpu?: number;
  events: {
    object: readonly [kind: string, name: string]; reason: string; message: string; at: string; uid?: string;
  }[];
  /** What the API server answers with meanwhile. */
  failing?: Answer;
}

function autoscalerIn({ conditions, cpu }: World): object {
  const metric = { type: 'ContainerResource', containerResource: { name: 'cpu', container: 'rabbitmq', target: { type: 'Utilization', averageUtilization: 70 } } };
  const current = { type: 'ContainerResource', containerResource: { name: 'cpu', container: 'rabbitmq', current: { averageUtilization: cpu } } };
  return {
    metadata: { name: 'orders-hpa' },
    spec: { scaleTargetRef: { kind: 'StatefulSet', name: 'orders' }, minReplicas: 3, maxReplicas: 5, metrics: [metric] },
    status: { conditions, currentMetrics: cpu === undefined ? [] : [current] },
  };
}

function eventOf({ object: [kind, name], reason, message, at, uid = `${name}: ${message}` }: World['events'][number]): object {
  return { metadata: { uid }, involvedObject: { kind, name }, reason, message, lastTimestamp: at };
}

function answer(world: World, { path }: Received): Answer {
  if (world.failing) {
    return world.failing;
  }
  if (path.endsWith('/statefulsets/orders')) {
    return { body: { spec: { replicas: world.replicas }, status: { readyReplicas: world.ready } } };
  }
  if (path.endsWith('/horizontalpodautoscalers')) {
    return { body: { items: [autoscalerIn(world)] } };
  }
  if (path.endsWith('/events')) {
    return { body: { items: world.events.map(eventOf) } };
  }
  return refusal(404, 'NotFound', path);
}

const hpa = (reason: string, message: string, at = '2026-01-01T00:00:00.000Z'): World['events'][number] =>
  ({ object: ['HorizontalPodAutoscaler', 'orders-hpa'], reason, message, at });
const pod = (reason: string, message: string): World['events'][number] =>
  ({ object: ['Pod', 'orders-4'], reason, message, at: '2026-01-01T00:00:01.000Z' });

describe('HPAWatcher', () => {
  let world: World;
  let server: FakeApiServer;
  let ending: AbortController;
  let events: AsyncGenerator<HPAEvent>;

  beforeEach(async () => {
    world = { replicas: 3, ready: 3, conditions: [], cpu: 30, events: [] };
    server = await FakeApiServer.start(request => answer(world, request));
    ending = new AbortController();
    events = new HPAWatcher(server.connection(), CLUSTER).watch({ signal: ending.signal, intervalMs: 10 });
  });

  afterEach(async () => {
    ending.abort();
    await server.stop();
  });

  const next = async (): Promise<HPAEvent> => (await events.next()).value as HPAEvent;
  const told = async (count: number): Promise<string[]> => {
    const found: string[] = [];
    while (found.length < count) {
      const { kind, message } = await next();
      found.push(`${kind}: ${message}`);
    }
    return found;
  };

  test('begins with how things stand', async () => {
    await expect(next()).resolves.toMatchObject({
      kind: 'state',
      message: 'orders-hpa keeps from 3 to 5 brokers: 3 of 3 are Ready; cpu 30% of 70%',
      wanted: 3,
      ready: 3,
      figures: [{ name: 'cpu', current: '30%', target: '70%' }],
    });
  });

  test('reports a decision, its reason and its progress', async () => {
    await next();
    world = { ...world, replicas: 5, events: [hpa('SuccessfulRescale', 'New size: 5; reason: cpu container resource utilization above target')] };
    expect(await told(2)).toEqual(['decision: New size: 5; reason: cpu container resource utilization above target', 'scaling: from 3 to 5 brokers']);
    world = { ...world, ready: 5, events: [...world.events, pod('Scaled', 'queues have members on it')] };
    expect(await told(2)).toEqual(['broker: Pod/orders-4: queues have members on it', 'scaled: all 5 brokers are Ready']);
  });

  test('tells of the same decision again when it is taken again', async () => {
    await next();
    world = { ...world, events: [hpa('SuccessfulRescale', 'New size: 5')] };
    expect(await told(1)).toEqual(['decision: New size: 5']);
    world = { ...world, events: [hpa('SuccessfulRescale', 'New size: 5', '2026-01-02T00:00:00.000Z')] };
    await expect(next()).resolves.toMatchObject({ kind: 'decision', at: '2026-01-02T00:00:00.000Z' });
  });

  test('tells of each event once, though two say the same', async () => {
    await next();
    const waits = { ...pod('ScalingWaits', 'orders-4 waits to leave'), uid: 'first' };
    world = { ...world, events: [waits] };
    expect(await told(1)).toEqual(['broker: Pod/orders-4: orders-4 waits to leave']);
    world = { ...world, events: [waits, { ...waits, uid: 'second', at: '2026-01-01T00:05:00.000Z' }] };
    await expect(next()).resolves.toMatchObject({ kind: 'broker', at: '2026-01-01T00:05:00.000Z' });
    const last = told(1);
    await new Promise(resolve => setTimeout(resolve, 100));
    world = { ...world, replicas: 5 };
    expect(await last).toEqual(['scaling: from 3 to 5 brokers']);
  });

  test.each([
    'ScalingIn', 'ScaledIn', 'ScalingWaits', 'ScalingInTakenBack', 'ScalingInTooLate', 'ScalingUnknown', 'Scaled', 'Forgotten', 'ClassicQueueDeleted', 'DataOfFormerMemberDeleted',
  ])('tells of what brokers call %s', async (reason) => {
    expect(Object.values(readModules('rabbitmq_membership')).join('')).toContain(`"${reason}"`);
    await next();
    world = { ...world, events: [pod(reason, 'it is so')] };
    expect(await told(1)).toEqual(['broker: Pod/orders-4: it is so']);
  });

  test.each([429, 500, 503])('goes on where the API server answers with %d for a while', async (status) => {
    await next();
    world = { ...world, failing: refusal(status, 'Trouble', 'not now') };
    const last = told(1);
    await new Promise(resolve => setTimeout(resolve, 100));
    world = { ...world, failing: undefined, replicas: 5 };
    expect(await last).toEqual(['scaling: from 3 to 5 brokers']);
  });

  test('ends where it may not look', async () => {
    await next();
    world = { ...world, failing: refusal(403, 'Forbidden', 'may not') };
    await expect(next()).rejects.toThrow(RequestError);
  });

  test('says once how things stand, within a time limit', async () => {
    const watcher = new HPAWatcher(server.connection(), CLUSTER);
    await expect(watcher.state()).resolves.toMatchObject({ kind: 'state', wanted: 3 });
    const mute = await FakeApiServer.start(() => undefined);
    await expect(new HPAWatcher(mute.connection(), CLUSTER).state({ timeoutMs: 100 })).rejects.toThrow(TimeoutError);
    await mute.stop();
  });

  test('tells of a refusal once, however often it is repeated', async () => {
    await next();
    world = { ...world, events: [hpa('FailedRescale', 'an even number')] };
    expect(await told(1)).toEqual(['refused: an even number']);
    world = { ...world, events: [hpa('FailedRescale', 'an even number', '2026-01-02T00:00:00.000Z')], replicas: 5 };
    expect(await told(1)).toEqual(['scaling: from 3 to 5 brokers']);
  });

  test('tells of its maximum, and not of its minimum', async () => {
    await next();
    world = { ...world, conditions: [{ type: 'ScalingLimited', status: 'True', reason: 'TooManyReplicas' }] };
    expect(await told(1)).toEqual(['limit: more brokers are needed than its maximum of 5']);
    world = { ...world, conditions: [{ type: 'ScalingLimited', status: 'True', reason: 'TooFewReplicas' }] };
    expect(await told(1)).toEqual(['limit: its maximum of 5 brokers is enough']);
  });

  test('tells where figures can\'t be had', async () => {
    await next();
    world = { ...world, cpu: undefined, conditions: [{ type: 'ScalingActive', status: 'False', reason: 'FailedGetContainerResourceMetric', message: 'no metrics returned' }] };
    await expect(next()).resolves.toMatchObject({ kind: 'trouble', message: 'no metrics returned', figures: [{ name: 'cpu', target: '70%' }] });
    world = { ...world, conditions: [] };
    expect(await told(1)).toEqual(['trouble: it works again']);
  });

  test('ends with its signal, without an error', async () => {
    await next();
    const last = events.next();
    ending.abort();
    await expect(last).resolves.toEqual({ value: undefined, done: true });
  });

  test('ends after its time, without an error', async () => {
    const timed = new HPAWatcher(server.connection(), CLUSTER).watch({ timeoutMs: 200, intervalMs: 10 });
    await expect(timed.next()).resolves.toMatchObject({ value: { kind: 'state' } });
    await expect(timed.next()).resolves.toEqual({ value: undefined, done: true });
  });

  test('says so where nothing was to be seen in that time', async () => {
    const silent = await FakeApiServer.start(() => undefined);
    try {
      const timed = new HPAWatcher(silent.connection(), CLUSTER).watch({ timeoutMs: 200, intervalMs: 10 });
      await expect(timed.next()).rejects.toMatchObject({ code: ExitCode.TIMEOUT, message: expect.stringContaining('within 0.2 s'), state: 'nothing was changed' });
    } finally {
      await silent.stop();
    }
  });

  test('says where nothing scales the cluster', async () => {
    const other = new HPAWatcher(server.connection(), { namespace: 'shop', name: 'bills' }).watch();
    await expect(other.next()).rejects.toMatchObject({ code: ExitCode.NOT_FOUND, state: 'nothing was changed' });
  });
});
