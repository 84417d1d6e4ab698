import { cli, type Run, smallValues } from './cli';
import { Broker } from '../../../ops/src/broker/broker';
import { ExitCode } from '../../../ops/src/core/errors';
import { eventually } from '../support/eventually';
import { apps, connection, core } from '../support/kubernetes';
import { apply } from '../support/manifests';
import { useNamespace } from '../support/use-cluster';

const IMAGE = 'rabbitmq:4.3.6-management';

describe('what health, status and doctor say of staged trouble on three brokers', () => {
  const place = (): string[] => ['-n', suite().namespace, '-c', 'orders'];
  const run = (...args: string[]): Promise<Run> => cli([...args, ...place()]);
  const tool = (...command: string[]): Promise<string> => new Broker(connection, suite().namespace, 'orders-0').run(command);
  const isWell = () => eventually('all is well', 180_000, () => run('health'), ({ code }) => code === ExitCode.OK);

  /** The findings once there is one with this id. */
  const findings = async (id: string): Promise<{ id: string; level: string; what: string; remedy?: string }[]> => {
    const look = async () => (JSON.parse((await run('health', '-o', 'json')).stdout) as { findings: { id: string; level: string; what: string; remedy?: string }[] }).findings;
    return eventually(`health finds ${id}`, 120_000, look, found => found.some(finding => finding.id === id));
  };

  const suite = useNamespace('cli-findings-', async () => {
    const { code, stderr } = await run('deploy', '--values', smallValues(), '--image', IMAGE);
    expect({ code, stderr }).toEqual({ code: ExitCode.OK, stderr: expect.any(String) });
  });

  test.each([
    ['memory', ['rabbitmqctl', 'set_vm_memory_high_watermark', '0.00001'], ['rabbitmqctl', 'set_vm_memory_high_watermark', '0.6']],
    ['disk', ['rabbitmqctl', 'set_disk_free_limit', '900000GB'], ['rabbitmqctl', 'set_disk_free_limit', '50MB']],
  ])('a %s alarm is critical, and a deploy does not hang on it', async (resource, stage, undo) => {
    await tool(...stage);
    try {
      expect(await findings(`alarm-${resource}`)).toContainEqual(expect.objectContaining({ id: `alarm-${resource}`, level: 'critical' }));
      expect((await run('status')).stdout).toMatch(new RegExp(`Alarms +${resource} on rabbit@orders-0`));
      await expect(run('doctor')).resolves.toMatchObject({ code: ExitCode.FAILED, stdout: expect.stringMatching(/the \w+ alarm of orders-0 is on[\s\S]*"rabbitmq-k8s expand SIZE -n /) });
      await expect(run('deploy')).resolves.toMatchObject({ code: ExitCode.INCOMPLETE, stderr: expect.stringContaining(`no message can be published: the ${resource} alarm of orders-0 is on`) });
    } finally {
      await tool(...undo);
    }
    await isWell();
  });

  test('an upgrade that was interrupted is shown by every command, and rollback ends it', async () => {
    const { namespace } = suite();
    const stop = new AbortController();
    const upgrading = cli(['upgrade', 'rabbitmq:4.3.6', ...place()], undefined, { signal: stop.signal });
    const image = async () => (await core.listNamespacedPod({ namespace, labelSelector: 'app=rabbitmq,cluster=orders' })).items.map(({ spec }) => spec?.containers[0].image);
    await eventually('the first broker is replaced', 180_000, image, images => images.includes('rabbitmq:4.3.6'));
    expect(await findings('rollout-in-progress')).toContainEqual(expect.objectContaining({ id: 'rollout-in-progress', what: expect.stringContaining('upgrade by') }));
    stop.abort();
    await expect(upgrading).resolves.toMatchObject({ code: ExitCode.CANCELLED });
    const [found] = (await findings('rollout-stopped')).filter(({ id }) => id === 'rollout-stopped');
    expect(found.remedy).toMatch(/"rabbitmq-k8s upgrade rabbitmq:4\.3\.6 -n .*"rabbitmq-k8s rollback -n /);
    expect((await run('status')).stdout).toContain('upgrade to rabbitmq:4.3.6 has stopped half-way');
    expect((await run('list')).stdout).toContain('upgrade incomplete');
    await expect(run('doctor')).resolves.toMatchObject({ stdout: expect.stringContaining('Upgrade to rabbitmq:4.3.6 stopped before it was complete') });
    await expect(run('rollback')).resolves.toMatchObject({ code: ExitCode.OK });
    await isWell();
  });

  test('a quota that stops a pod is named by doctor, and the pod by health', async () => {
    const { namespace } = suite();
    await apply([{ apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'small' }, spec: { hard: { 'count/pods': '1' } } }], namespace);
    await core.deleteNamespacedPod({ namespace, name: 'orders-2' });
    try {
      expect((await findings('pods-missing')).map(({ id, what }) => [id, what])).toContainEqual(['pods-missing', 'orders-2 is missing: 1 of 3 pods']);
      await expect(run('doctor')).resolves.toMatchObject({ code: ExitCode.CRITICAL, stdout: expect.stringContaining('a quota of the namespace doesn\'t allow it') });
      expect((await run('status')).stdout).toMatch(/orders-2 +Missing/);
    } finally {
      await core.deleteNamespacedResourceQuota({ namespace, name: 'small' });
    }
    await isWell();
  });

  test('a pause of the membership is shown, stops scaling, and brokers report it', async () => {
    await expect(run('membership', 'pause')).resolves.toMatchObject({ code: ExitCode.OK });
    expect(await findings('membership-paused')).toContainEqual(expect.objectContaining({ id: 'membership-paused', remedy: expect.stringContaining('"rabbitmq-k8s membership resume -n ') }));
    await expect(run('scale', '5')).resolves.toMatchObject({ code: ExitCode.REFUSED });
    await eventually('a broker reports it', 60_000, () => run('events'), ({ stdout }) => stdout.includes('changes of members, replicas and leaders are paused'));
    await expect(run('membership', 'resume')).resolves.toMatchObject({ code: ExitCode.OK });
    await isWell();
  });

  test('a missing PodDisruptionBudget is named, and deploy creates it', async () => {
    const { namespace } = suite();
    await connection.policy.deleteNamespacedPodDisruptionBudget({ namespace, name: 'orders' });
    expect(await findings('no-disruption-budget')).toContainEqual(expect.objectContaining({ id: 'no-disruption-budget', remedy: expect.stringContaining('"rabbitmq-k8s deploy -n ') }));
    await expect(run('deploy')).resolves.toMatchObject({ code: ExitCode.OK });
    await isWell();
    expect((await apps.readNamespacedStatefulSet({ namespace, name: 'orders' })).spec?.replicas).toBe(3);
  });
});
