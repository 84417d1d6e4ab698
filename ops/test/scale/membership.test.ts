/** @jest-environment ./ops/test/support/environment.ts */
import { ExitCode } from '../../src/core/errors';
import { exec } from '../../src/kubernetes/exec';
import { MembershipManager } from '../../src/scale/membership';
import { ClusterScaler } from '../../src/scale/scaler';
import { CLUSTER, FakeCluster } from '../support/cluster';

jest.mock('../../src/kubernetes/exec', () => ({ ...jest.requireActual<object>('../../src/kubernetes/exec'), exec: jest.fn() }));

const PAUSED = { 'rabbitmq-k8s/membership': 'paused' };

describe('automatic changes of the membership', () => {
  let cluster: FakeCluster;
  let manager: MembershipManager;
  let hasPause: string;

  beforeEach(async () => {
    hasPause = 'true\n';
    jest.mocked(exec).mockImplementation((_, __, command) => Promise.resolve(command.includes('eval') && command.join(' ').includes('is_paused')
      ? { stdout: hasPause, stderr: '', exitCode: 0 }
      : cluster.exec(command)));
    cluster = await FakeCluster.start('rabbitmq:4.3.6');
    cluster.statefulSet.spec.template.spec.containers[0].lifecycle = { preStop: { exec: { command: ['sh', '-c', 'rabbitmq_membership_leave:before_stop(1, 1).'] } } };
    manager = new MembershipManager(cluster.server.connection());
  });
  afterEach(() => cluster.server.stop());

  const annotation = (): unknown => cluster.statefulSet.metadata.annotations?.['rabbitmq-k8s/membership'];

  test('are paused and resumed by an annotation that brokers read', async () => {
    await expect(manager.state(CLUSTER)).resolves.toMatchObject({ state: 'automatic' });
    await expect(manager.pause(CLUSTER)).resolves.toMatchObject({ state: 'paused', warnings: [] });
    expect(annotation()).toBe('paused');
    await expect(manager.resume(CLUSTER)).resolves.toMatchObject({ state: 'automatic' });
    expect(annotation()).toBeUndefined();
  });

  test.each<[string, () => void, RegExp]>([
    ['brokers have no program for them', () => { cluster.statefulSet.spec.template.spec.containers[0].lifecycle = undefined; }, /change no members automatically/],
    ['the program of brokers is older', () => { hasPause = 'false\n'; }, /a program without a pause\. "rabbitmq-k8s deploy -n shop -c orders" updates it/],
  ])('are not paused where %s', async (_, change, message) => {
    change();
    await expect(manager.pause(CLUSTER)).rejects.toMatchObject({
      code: ExitCode.REFUSED, message: expect.stringMatching(message),
    });
    expect(annotation()).toBeUndefined();
  });

  test('go on by an autoscaler during a pause, which is said', async () => {
    cluster.statefulSet.metadata.annotations = PAUSED;
    const autoscaler = { metadata: { name: 'orders-hpa' }, spec: { scaleTargetRef: { kind: 'StatefulSet', name: 'orders' }, maxReplicas: 9 } };
    cluster.server.intercept(({ path }) => (path.endsWith('/horizontalpodautoscalers') ? { body: { items: [autoscaler] } } : undefined));
    await expect(manager.state(CLUSTER)).resolves.toMatchObject({ state: 'paused', warnings: ['orders-hpa still changes the number of brokers; new ones join and get no replicas'] });
  });

  test.each([[5, 1], [3, 0], [0, 0]])('stop a change to %i brokers while they are paused: %i refusals', async (replicas, refusals) => {
    cluster.statefulSet.metadata.annotations = PAUSED;
    const plan = await new ClusterScaler(cluster.server.connection()).plan(CLUSTER, replicas);
    const paused = plan.refusals.filter(({ reason }) => reason.includes('"rabbitmq-k8s membership resume -n shop -c orders"'));
    expect(paused.map(({ force }) => force)).toEqual(Array(refusals).fill(undefined));
  });

  test('that are paused refuse a scale that is forced otherwise', async () => {
    cluster.statefulSet.metadata.annotations = PAUSED;
    const scaled = new ClusterScaler(cluster.server.connection()).scale(CLUSTER, 5, { force: ['even', 'stop', 'autoscaler', 'broker-away', 'unsafe'] });
    await expect(scaled).rejects.toMatchObject({
      code: ExitCode.REFUSED, message: expect.stringMatching(/paused.*membership resume -n shop -c orders"$/),
    });
  });
});
