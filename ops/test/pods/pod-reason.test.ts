/** @jest-environment ./ops/test/support/environment.ts */
import { podReasons, tellingLine, type PodReason } from '../../src/pods/pod-reason';
import { FakeApiServer, refusal } from '../support/api-server';

interface Staged {
  readonly status?: Record<string, unknown>;
  readonly metadata?: Record<string, unknown>;
  readonly spec?: Record<string, unknown>;
  readonly events?: readonly Record<string, unknown>[];
  readonly claims?: readonly Record<string, unknown>[];
  readonly log?: string;
}

const event = (reason: string, message: string, kind = 'Pod', type = 'Warning') =>
  ({ metadata: {}, reason, message, type, involvedObject: { kind, name: kind === 'Pod' ? 'orders-0' : 'rabbitmq-data-orders-0' }, lastTimestamp: '2026-01-01T00:00:00Z' });
const waiting = (reason: string, more = {}) => ({ containerStatuses: [{ name: 'rabbitmq', image: 'rabbitmq:9', ready: false, restartCount: 0, state: { waiting: { reason } }, ...more }] });
const VOLUME = { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'rabbitmq-data-orders-0' } }] };
const PENDING = { metadata: { name: 'rabbitmq-data-orders-0' }, spec: { storageClassName: 'gone' }, status: { phase: 'Pending' } };
const UNSCHEDULED = { conditions: [{ type: 'PodScheduled', status: 'False', message: 'unbound' }] };

describe('why a pod is not up', () => {
  let server: FakeApiServer;

  afterEach(() => server.stop());

  const reasonFor = async ({ status, metadata, spec, events = [], claims = [], log }: Staged): Promise<PodReason> => {
    server = await FakeApiServer.start(({ path }) => {
      if (path.endsWith('/events')) { return { body: { items: events } }; }
      if (path.endsWith('/persistentvolumeclaims')) { return { body: { items: claims } }; }
      return log === undefined ? refusal(404, 'NotFound', 'no log') : { body: log };
    });
    const pod = { metadata: { name: 'orders-0', namespace: 'shop', ...metadata }, spec: { containers: [], ...spec }, status } as never;
    const [reason] = await podReasons(server.connection(), 'shop', [pod]);
    return reason;
  };

  test.each<[string, Staged, RegExp]>([
    ['a storage class that is not there', { status: UNSCHEDULED, spec: VOLUME, claims: [PENDING], events: [event('ProvisioningFailed', 'storageclass.storage.k8s.io "gone" not found', 'PersistentVolumeClaim')] }, /no storage class "gone"/],
    ['no storage class at all', { status: UNSCHEDULED, spec: VOLUME, claims: [{ ...PENDING, spec: {} }] }, /no storage class is set/],
    ['no room', { status: UNSCHEDULED, events: [event('FailedScheduling', '0/5 nodes are available: 5 Insufficient memory.')] }, /no node has enough free CPU or memory/],
    ['a spread that can\'t be', { status: UNSCHEDULED, events: [event('FailedScheduling', '0/5 nodes are available: 5 node(s) didn\'t match pod anti-affinity rules.')] }, /spread/],
    ['an image that is not there', { status: waiting('ImagePullBackOff'), events: [event('Failed', 'Failed to pull image "rabbitmq:9": not found')] }, /image rabbitmq:9 can't be pulled/],
    ['a Secret that is not there', { status: waiting('ContainerCreating'), events: [event('FailedMount', 'MountVolume.SetUp failed for volume "x" : secret "orders-tls" not found')] }, /Secret orders-tls.*cert-manager/],
    ['too little memory', { status: waiting('CrashLoopBackOff', { restartCount: 2, lastState: { terminated: { exitCode: 137, reason: 'OOMKilled' } } }) }, /more memory than its limit/],
    ['a finalizer', { metadata: { deletionTimestamp: '2026-01-01T00:00:00Z', finalizers: ['example.com/hold'] } }, /finalizer/],
    ['a node that is off', { metadata: { deletionTimestamp: '2026-01-01T00:00:00Z' }, spec: { nodeName: 'worker-1' } }, /stuck while terminating: its node worker-1/],
  ])('is said of %s', async (_, staged, sentence) => {
    await expect(reasonFor(staged)).resolves.toMatchObject({ pod: 'orders-0', ready: false, passing: false, sentence: expect.stringMatching(sentence) });
  });

  test('is a crash, with the line of its log that tells', async () => {
    const crashed = { restartCount: 3, lastState: { terminated: { exitCode: 1, reason: 'Error' } } };
    await expect(reasonFor({ status: waiting('CrashLoopBackOff', crashed), log: 'starting\nError: cookie file must be accessible by owner only\nbye\n' })).resolves.toMatchObject({
      sentence: 'Container rabbitmq ended with 1, 3 restarts so far', evidence: 'its log: Error: cookie file must be accessible by owner only',
    });
  });

  test.each([['earlier', 'is not what an event of an earlier pod of the same name says', /^(?!.*Secret)/], ['own', 'is what its own event says', /Secret orders-tls/]])('%s: %s', async (uid, _, sentence) => {
    const missing = event('FailedMount', 'MountVolume.SetUp failed for volume "x" : secret "orders-tls" not found');
    const events = [{ ...missing, involvedObject: { ...missing.involvedObject, uid } }];
    await expect(reasonFor({ metadata: { uid: 'own' }, status: waiting('ContainerCreating'), events })).resolves.toMatchObject({ sentence: expect.stringMatching(sentence) });
  });

  test('is nothing to worry about while it boots, or pulls', async () => {
    await expect(reasonFor({ status: { containerStatuses: [{ name: 'rabbitmq', ready: false, restartCount: 0, state: { running: {} } }] } })).resolves.toMatchObject({ sentence: 'The broker boots', passing: true });
    await server.stop();
    await expect(reasonFor({ status: waiting('ContainerCreating'), events: [event('Pulling', 'Pulling image "rabbitmq:4.3.6"', 'Pod', 'Normal')] })).resolves.toMatchObject({ sentence: expect.stringContaining('rabbitmq:4.3.6'), passing: true });
  });

  const BOOTING = { containerStatuses: [{ name: 'rabbitmq', ready: false, restartCount: 0, state: { running: {} } }] };
  const report = (reason: string, secondsAgo: number, uid = 'u1') => ({
    ...event(reason, 'no broker with data runs'), source: { component: 'rabbitmq-boot' }, involvedObject: { kind: 'Pod', name: 'orders-0', uid }, lastTimestamp: new Date(Date.now() - secondsAgo * 1000).toISOString(),
  });

  test.each<[string, object, object]>([
    ['what a boot waits for', report('BootWaits', 80), { sentence: 'The broker waits in its boot, and continues automatically', evidence: 'no broker with data runs', passing: true }],
    ['that a boot is stuck', report('BootStuck', 80), { sentence: 'The boot made no progress, so the container starts again', passing: false }],
    ['nothing of a report that is old', report('BootWaits', 100), { sentence: 'The broker boots' }],
    ['nothing of a report about the pod before', report('BootWaits', 1, 'u0'), { sentence: 'The broker boots' }],
  ])('tells %s', async (_, event, expected) => {
    await expect(reasonFor({ status: BOOTING, metadata: { uid: 'u1' }, events: [event as never] })).resolves.toMatchObject(expected);
  });

  test('is not said of a pod that is Ready', async () => {
    await expect(reasonFor({ status: { conditions: [{ type: 'Ready', status: 'True' }] } })).resolves.toMatchObject({ ready: true });
    expect(server.received).toEqual([]);
  });
});

test('the telling line is the last that sounds like a reason, otherwise the last', () => {
  expect(tellingLine('one\nError: two\nthree\n====\n')).toBe('Error: two');
  expect(tellingLine('one\ntwo\n')).toBe('two');
  expect(tellingLine('\n')).toBeUndefined();
});
