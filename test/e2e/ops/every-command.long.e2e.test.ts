import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cli, type Run, smallValues } from './cli';
import { ExitCode } from '../../../ops/src/core/errors';
import { eventually } from '../support/eventually';
import { figure } from '../support/figures';
import { apps, core } from '../support/kubernetes';
import { apply } from '../support/manifests';
import { createNamespace, deleteNamespace } from '../support/namespaces';

const VALUES = smallValues();

/** Runs a command and notes its time. */
async function timed(args: readonly string[], ...more: string[]): Promise<Run> {
  const begun = performance.now();
  const run = await cli([...args, ...more]);
  figure(`rabbitmq-k8s ${args[0]}`, Math.round((performance.now() - begun) / 100) / 10, 's');
  return run;
}

describe('each command on three brokers', () => {
  let namespace: string;
  let place: string[];
  const run = (...args: string[]) => timed(args, ...place);

  beforeAll(async () => {
    namespace = await createNamespace('ops-every-');
    place = ['-n', namespace, '-c', 'orders'];
  });
  afterAll(() => deleteNamespace(namespace));

  test('deploy', async () => {
    const { code, stderr } = await run('deploy', '--values', VALUES, '-o', 'json');
    expect(stderr).toMatch(/Checking storage, quotas, custom resources and nodes[\s\S]*Waiting for 3 brokers to be Ready \(at most 15 min\)/);
    expect(code).toBe(ExitCode.OK);
  });

  test('a deploy again asks nothing and changes nothing', async () => {
    const { code, stdout } = await run('deploy', '-o', 'json');
    expect({ code, changes: JSON.parse(stdout).changes }).toEqual({ code: ExitCode.OK, changes: [] });
  });

  test.each<[string, string[], RegExp]>([
    ['status', [], /3 of 3 Ready/],
    ['health', [], /is healthy|info/],
    ['doctor', [], /Ready/],
    ['list', [], /orders +3\/3/],
    ['credentials', [], /admin/],
    ['shell', ['--pod', 'orders-1', 'rabbitmqctl', 'version'], /\d+\.\d+\.\d+/],
    ['rebalance', [], /leaders|spread|broker/i],
    ['flags', [], /khepri_db/],
    ['top', [], /orders-0/],
    ['log-level', ['info'], /orders-0, orders-1, orders-2 log from level info/],
    ['events', [], /orders/],
    ['logs', ['--tail', '5'], /orders-0/],
  ])('%s', async (name, more, shown) => {
    const { code, stdout, stderr } = await run(name, ...more);
    expect({ code, stdout, stderr }).toEqual({ code: ExitCode.OK, stdout: expect.stringMatching(shown), stderr: expect.any(String) });
  });

  test('support-bundle', async () => {
    const out = join(mkdtempSync(join(tmpdir(), 'bundle-')), 'orders');
    await expect(run('support-bundle', '--out', out)).resolves.toMatchObject({ code: ExitCode.OK });
    expect(readdirSync(out).length).toBeGreaterThan(3);
  });

  test('perf-test names an image that can\'t be pulled, and leaves nothing behind', async () => {
    const { code, stderr } = await run('perf-test', '--image', 'registry.invalid/perf-test:1', '--yes');
    expect({ code, stderr }).toEqual({ code: ExitCode.INCOMPLETE, stderr: expect.stringMatching(/The image registry\.invalid\/perf-test:1 can't be pulled/) });
    const pods = await eventually('its pod is gone', 60_000, () => core.listNamespacedPod({ namespace, labelSelector: 'app=rabbitmq-perf-test' }), ({ items }) => items.length === 0);
    expect(pods.items).toEqual([]);
  });

  test('doctor and repair find RabbitMQ that is stopped in a running container', async () => {
    await cli(['shell', ...place, '--pod', 'orders-2', 'rabbitmqctl', 'stop_app']);
    const doctor = await eventually('the doctor says so', 120_000, () => cli(['doctor', ...place]), ({ stdout }) => stdout.includes('RabbitMQ is stopped, and its container runs'));
    expect(doctor.code).toBe(ExitCode.CRITICAL);
    await expect(run('repair', '--yes')).resolves.toMatchObject({ code: ExitCode.OK, stdout: expect.stringContaining('orders-2 repaired') });
  });

  test('restart', async () => {
    await expect(run('restart', '--yes')).resolves.toMatchObject({ code: ExitCode.OK, stdout: expect.stringContaining('3 brokers restarted') });
  });

  test('hibernate and resume', async () => {
    await expect(run('hibernate', '--yes')).resolves.toMatchObject({ code: ExitCode.OK });
    expect((await apps.readNamespacedStatefulSet({ namespace, name: 'orders' })).spec!.replicas).toBe(0);
    await expect(run('resume')).resolves.toMatchObject({ code: ExitCode.OK, stdout: expect.stringContaining('runs with 3 brokers') });
  });

  test('cleanup', async () => {
    await expect(run('cleanup', '--delete-data', '--yes')).resolves.toMatchObject({ code: ExitCode.OK });
    expect((await core.listNamespacedPod({ namespace })).items.filter(({ metadata }) => !metadata?.deletionTimestamp)).toEqual([]);
  });
});

describe('a deploy that can\'t succeed changes nothing and names the remedy', () => {
  let namespace: string;

  beforeEach(async () => { namespace = await createNamespace('ops-preflight-'); });
  afterEach(() => deleteNamespace(namespace));

  test.each<[string, object | undefined, string[], RegExp]>([
    ['a storage class', undefined, ['--storage-class', 'gone'], /There is no storage class "gone"\. Use --storage-class with one of/],
    ['a quota', { kind: 'ResourceQuota', metadata: { name: 'team' }, spec: { hard: { 'limits.memory': '1Gi' } } }, [], /The quota of the namespace is too small.*limits\.memory/],
    ['a LimitRange', { kind: 'LimitRange', metadata: { name: 'team' }, spec: { limits: [{ type: 'Container', max: { memory: '256Mi' } }] } }, [], /A LimitRange of the namespace does not allow the resources.*at most 256Mi is allowed/],
  ])('%s', async (_, object, more, message) => {
    if (object !== undefined) {
      await apply([{ apiVersion: 'v1', ...object } as never], namespace);
      await eventually('it counts', 30_000, async () => (await core.listNamespacedResourceQuota({ namespace })).items, items => items.every(({ status }) => status?.hard !== undefined));
    }
    const { code, stderr } = await timed(['deploy', '-n', namespace, '-c', 'orders', '--values', VALUES, ...more]);
    expect({ code, stderr }).toEqual({ code: ExitCode.REFUSED, stderr: expect.stringMatching(message) });
    expect(stderr).toContain('state: nothing was changed');
    expect((await apps.listNamespacedStatefulSet({ namespace })).items).toEqual([]);
  });

  test('a missing image ends the wait within 2 minutes', async () => {
    const begun = performance.now();
    const { code, stderr } = await cli(['deploy', '-n', namespace, '-c', 'orders', '--values', VALUES, '--image', 'rabbitmq:4.3.99', '--replicas', '1']);
    expect({ code, stderr }).toEqual({
      code: ExitCode.INCOMPLETE,
      stderr: expect.stringMatching(/The image rabbitmq:4\.3\.99 can't be pulled.*Deploy again with the right --image/),
    });
    expect(performance.now() - begun).toBeLessThan(120_000);
  });
});
