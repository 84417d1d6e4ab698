import { cli, smallValues } from './cli';
import { ExitCode } from '../../../ops/src/core/errors';
import { eventually } from '../support/eventually';
import { apps, connection, core } from '../support/kubernetes';
import { apply } from '../support/manifests';
import { useNamespace } from '../support/use-cluster';

const ONE = smallValues();

describe('doctor names staged trouble', () => {
  const suite = useNamespace('ops-doctor-', undefined, { each: true });

  const place = (): string[] => ['-n', suite().namespace, '-c', 'orders', '--values', ONE, '--replicas', '1'];

  /** Deploys in the background, and waits until the doctor reports what is staged; checks the deploy's output too. */
  const diagnosed = async (sentence: RegExp, ...more: string[]): Promise<void> => {
    const stop = new AbortController();
    const deploying = cli(['deploy', ...place(), ...more], undefined, { signal: stop.signal });
    try {
      const look = () => cli(['doctor', ...place(), ...more, '-o', 'json']);
      const { stdout } = await eventually(`the doctor says ${sentence}`, 120_000, look, run => run.code === ExitCode.CRITICAL && sentence.test(run.stdout) && JSON.parse(run.stdout).exists);
      const text = expect.any(String);
      const finding = { what: expect.stringMatching(sentence), evidence: text, remedy: text };
      const examination = expect.objectContaining({ finding: expect.objectContaining(finding) });
      expect(JSON.parse(stdout)).toMatchObject({ exists: true, examinations: expect.arrayContaining([examination]) });
    } finally {
      stop.abort();
    }
    const stderr = expect.stringContaining('state: all objects are applied, and 0 of 1 brokers are Ready');
    await expect(deploying).resolves.toMatchObject({ code: ExitCode.CANCELLED, stderr });
  };

  const refused = async (message: RegExp, ...more: string[]): Promise<void> => {
    await expect(cli(['deploy', ...place(), ...more])).resolves.toMatchObject({ code: ExitCode.REFUSED, stderr: expect.stringMatching(message) });
    expect((await apps.listNamespacedStatefulSet({ namespace: suite().namespace })).items).toEqual([]);
  };

  test('an image that doesn\'t exist', async () => {
    await diagnosed(/the image rabbitmq:4\.3\.99 can't be pulled/, '--image', 'rabbitmq:4.3.99');
  });

  test('a missing storage class, before a deploy, which is refused', async () => {
    const { code, stdout } = await cli(['doctor', ...place(), '--storage-class', 'gone']);
    expect(code).toBe(ExitCode.CRITICAL);
    expect(stdout).toMatch(/There is no storage class "gone"/);
    await refused(/There is no storage class "gone"/, '--storage-class', 'gone');
  });

  test('a quota that is too small, before a deploy, which is refused', async () => {
    const { namespace } = suite();
    await apply([{ apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'small' }, spec: { hard: { pods: '1', 'limits.memory': '100Mi' } } }], namespace);
    await eventually('the quota counts', 30_000, async () => (await core.readNamespacedResourceQuota({ namespace, name: 'small' })).status?.hard?.pods);
    const { code, stdout } = await cli(['doctor', ...place()]);
    expect(code).toBe(ExitCode.CRITICAL);
    expect(stdout).toMatch(/quota of the namespace is too small.*\n.*\n.*\n.*limits\.memory has 0Mi of 100Mi used, and the brokers need 2Gi more/);
    await refused(/The quota of the namespace is too small.*limits\.memory/);
  });

  test('a pod that is stuck while terminating', async () => {
    const { namespace } = suite();
    await expect(cli(['deploy', ...place()])).resolves.toMatchObject({ code: ExitCode.OK });
    const pod = { namespace, name: 'orders-0' };
    await core.patchNamespacedPod({ ...pod, body: [{ op: 'add', path: '/metadata/finalizers', value: ['example.com/held'] }] });
    await core.deleteNamespacedPod({ ...pod, gracePeriodSeconds: 1 });
    try {
      const { stdout } = await eventually('the doctor says so', 60_000, () => cli(['doctor', '-n', namespace, '-c', 'orders']), run => run.stdout.includes('stuck while terminating'));
      expect(stdout).toContain('finalizers example.com/held');
    } finally {
      await core.patchNamespacedPod({ ...pod, body: [{ op: 'remove', path: '/metadata/finalizers' }] });
    }
    await eventually('the pod is back', 120_000, async () => (await apps.readNamespacedStatefulSet({ namespace, name: 'orders' })).status?.readyReplicas, ready => ready === 1);
    expect(connection.warnings).toEqual([]);
  });
});
