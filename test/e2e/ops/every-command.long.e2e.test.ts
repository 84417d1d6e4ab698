import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cli, type CtrlC, type Run, smallValues } from './cli';
import { COMMANDS } from '../../../ops/src/cli/commands';
import { nameOf } from '../../../ops/src/cli/commands/command';
import { ExitCode } from '../../../ops/src/core/errors';
import { eventually } from '../support/eventually';
import { figure } from '../support/figures';
import { apps, connection, core } from '../support/kubernetes';
import { apply } from '../support/manifests';
import { useNamespace } from '../support/use-cluster';

const VALUES = smallValues();

/** `E2E_SERIES="3.10 4.0 4.3"` runs every command on images of these series. */
const SERIES = (process.env.E2E_SERIES ?? '4.3').split(' ');

/** The commands that were timed. */
const TRIED = new Set<string>();

/** Runs a command and notes its time. */
async function timed(
  series: string,
  args: readonly string[],
  more: readonly string[] = [],
  ctrlC?: CtrlC,
): Promise<Run> {
  TRIED.add(args[0]);
  const begun = performance.now();
  const run = await cli([...args, ...more], undefined, ctrlC);
  figure(`${series}: rabbitmq-k8s ${measuredName(args)}`, Math.round((performance.now() - begun) / 100) / 10, 's');
  return run;
}

/** The command with what changes its time: words and options without values, places and files. */
function measuredName([name, ...more]: readonly string[]): string {
  return [name, ...more.filter(word => /^(--?(finish|undo|cookie|cluster|dry-run|faults|delete-data|volumes)|[a-z]+|\d+)$/.test(word) && !['json', 'rabbitmqctl', 'version'].includes(word))].join(' ');
}

describe.each(SERIES)('each command on three brokers of %s', (series) => {
  const folder = mkdtempSync(join(tmpdir(), 'every-command-'));
  const image = `rabbitmq:${series}-management`;
  const run = (...args: string[]) => timed(series, args, suite().place);
  const until = (shown: RegExp, ...args: string[]) => timed(series, args, suite().place, { shown });

  const suite = useNamespace('cli-every-', namespace => ({ place: ['-n', namespace, '-c', 'orders'] }));

  test('doctor before it exists', async () => {
    await expect(run('doctor', '--values', VALUES, '--image', image)).resolves.toMatchObject({ code: ExitCode.OK, stdout: expect.stringContaining('doesn\'t exist yet') });
  });

  test('deploy', async () => {
    const { code, stderr } = await run('deploy', '--values', VALUES, '--image', image, '--storage-size', '1Gi', '-o', 'json');
    expect(stderr).toMatch(/Checking storage, quotas, custom resources and nodes[\s\S]*Waiting for 3 brokers to be Ready \(at most 15 min\)/);
    expect({ code, stderr }).toEqual({ code: ExitCode.OK, stderr: expect.any(String) });
  });

  test('a deploy again asks nothing and changes nothing', async () => {
    const { code, stdout } = await cli(['deploy', '-o', 'json', ...suite().place]);
    expect({ code, changes: JSON.parse(stdout).changes }).toEqual({ code: ExitCode.OK, changes: [] });
  });

  test.each<[string, string[], RegExp, ExitCode?]>([
    ['diff', [], /No changes/],
    ['status', [], /3 of 3 Ready/],
    ['doctor', [], /Ready/],
    ['list', [], /orders +3\/3/],
    ['credentials', [], /admin/],
    ['shell', ['--pod', 'orders-1', 'rabbitmqctl', 'version'], /\d+\.\d+\.\d+/],
    ['rebalance', [], /leaders|spread|broker/i],
    ['flags', [], /quorum_queue|khepri_db/],
    ['membership', ['pause'], /are paused/],
    ['membership', ['resume'], /automatically/],
    ['top', [], /orders-0/],
    ['log-level', ['info'], /orders-0, orders-1, orders-2 log from level info/],
    ['events', [], /orders/],
    ['logs', ['--tail', '5'], /orders-0/],
    ['repair', ['--plan'], /needs no repair/],
    ['rbac', ['deploy'], /kind: Role/],
  ])('%s %j', async (name, more, shown, code = ExitCode.OK) => {
    const result = await run(name, ...more);
    expect(result).toEqual({ code, stdout: expect.stringMatching(shown), stderr: expect.any(String) });
  });

  test('topology diff of a cluster that declares none', async () => {
    await expect(run('topology', 'diff')).resolves.toMatchObject({ code: ExitCode.NOT_FOUND, stderr: expect.stringContaining('declare one with cdk8s-rabbitmq') });
  });

  test('health finds nothing but what the series is', async () => {
    const { code, stdout, stderr } = await run('health', '-o', 'json');
    const ids = (JSON.parse(stdout || '{}').findings as { id: string }[] | undefined)?.map(({ id }) => id);
    const expected = series === '4.3' ? [] : ['version-unsupported'];
    expect({ ids, stderr }).toEqual({ ids: expect.arrayContaining(expected), stderr: expect.any(String) });
    expect(ids?.filter(id => !['version-unsupported', 'feature-flags-off'].includes(id))).toEqual([]);
    expect(code).toBe(ids?.length === 0 ? ExitCode.OK : ExitCode.FAILED);
  });

  test('autoscaler of a cluster without one', async () => {
    await expect(run('autoscaler')).resolves.toMatchObject({ code: ExitCode.NOT_FOUND });
  });

  test('watch until Ctrl-C', async () => {
    await expect(until(/3 of 3 running/, 'watch')).resolves.toMatchObject({ stdout: expect.stringContaining('3 of 3 Ready') });
  });

  test('connect until Ctrl-C', async () => {
    await expect(until(/Press Ctrl-C|"management"/, 'connect')).resolves.toMatchObject({ stdout: expect.stringMatching(/127\.0\.0\.1|localhost/) });
  });

  test('diagram and migrate of files', async () => {
    const { stdout } = await cli(['deploy', '--values', VALUES, '--dry-run', ...suite().place]);
    const [manifests, picture, values] = ['orders.yaml', 'orders.svg', 'values.yaml'].map(name => join(folder, name));
    writeFileSync(manifests, stdout);
    await expect(timed(series, ['diagram', manifests, '--out', picture])).resolves.toMatchObject({ code: ExitCode.OK });
    expect(readFileSync(picture, 'utf8')).toContain('<svg');
    writeFileSync(values, 'replicaCount: 3\nauth:\n  username: admin\n');
    await expect(timed(series, ['migrate', values])).resolves.toMatchObject({ code: ExitCode.OK, stdout: expect.stringContaining('replicaCount: 3') });
  });

  test('drain as a plan, and uncordon of a node that is not cordoned', async () => {
    const { namespace } = suite();
    const node = (await core.readNamespacedPod({ namespace, name: 'orders-0' })).spec!.nodeName!;
    await expect(run('drain', node, '--dry-run')).resolves.toMatchObject({ code: ExitCode.OK, stdout: expect.stringContaining(`${namespace}/orders-0`) });
    await expect(timed(series, ['uncordon', node])).resolves.toMatchObject({ code: ExitCode.OK });
  });

  test('backup, backups, verify and restore', async () => {
    await expect(run('backup', '--to', folder)).resolves.toMatchObject({ code: ExitCode.OK });
    await expect(run('backups', '--from', folder)).resolves.toMatchObject({ code: ExitCode.OK, stdout: expect.stringContaining(`${suite().namespace}/orders`) });
    await expect(run('verify', folder)).resolves.toMatchObject({ code: ExitCode.OK, stdout: expect.stringContaining('match the backup') });
    await expect(run('restore', folder, '--yes')).resolves.toMatchObject({ code: ExitCode.OK });
  });

  test('rotate, and its end', async () => {
    await expect(run('rotate')).resolves.toMatchObject({ code: ExitCode.OK, stdout: expect.stringContaining('old and new work') });
    await expect(run('rotate', '--finish', '--settle', '1s', '--close-connections')).resolves.toMatchObject({ code: ExitCode.OK, stdout: expect.stringContaining('old user removed') });
  });

  test('support-bundle', async () => {
    const out = join(folder, 'bundle');
    await expect(run('support-bundle', '--out', out)).resolves.toMatchObject({ code: ExitCode.OK });
    expect(readdirSync(out).sort()).toEqual(['brokers', 'cluster', 'objects']);
  });

  test('perf-test names an image that can\'t be pulled, and leaves nothing behind', async () => {
    const { code, stderr } = await run('perf-test', '--image', 'registry.invalid/perf-test:1', '--yes');
    expect({ code, stderr }).toEqual({ code: ExitCode.INCOMPLETE, stderr: expect.stringMatching(/The image registry\.invalid\/perf-test:1 can't be pulled/) });
    const pods = await eventually('its pod is gone', 60_000, () => core.listNamespacedPod({ namespace: suite().namespace, labelSelector: 'app=rabbitmq-perf-test' }), ({ items }) => items.length === 0);
    expect(pods.items).toEqual([]);
  });

  test('rehearse of a crash', async () => {
    await expect(run('rehearse', '--faults', 'crash', '--yes')).resolves.toMatchObject({ code: ExitCode.OK, stdout: expect.stringContaining('no confirmed message was lost') });
  });

  test('doctor, health and repair find RabbitMQ that is stopped in a running container', async () => {
    const { place } = suite();
    await cli(['shell', ...place, '--pod', 'orders-2', 'rabbitmqctl', 'stop_app']);
    const doctor = await eventually('the doctor says so', 120_000, () => cli(['doctor', ...place]), ({ stdout }) => stdout.includes('RabbitMQ is stopped, and its container runs'));
    expect(doctor.code).toBe(ExitCode.CRITICAL);
    await expect(cli(['health', ...place])).resolves.toMatchObject({ stdout: expect.stringMatching(/orders-2 isn't Ready: RabbitMQ is stopped, and its container runs[\s\S]*"rabbitmq-k8s repair /) });
    await expect(run('repair', '--yes')).resolves.toMatchObject({ code: ExitCode.OK, stdout: expect.stringContaining('orders-2 repaired') });
  });

  test('upgrade and rollback', async () => {
    await expect(run('upgrade', `rabbitmq:${series}`, '--yes')).resolves.toMatchObject({ code: ExitCode.OK, stdout: expect.stringContaining(`runs rabbitmq:${series} `) });
    await expect(run('rollback')).resolves.toMatchObject({ code: ExitCode.OK, stdout: expect.stringContaining(`runs ${image} `) });
  });

  test('expand', async () => {
    await expect(run('expand', '2Gi')).resolves.toMatchObject({ code: ExitCode.OK, stdout: expect.stringContaining('have 2Gi') });
  });

  test('restart', async () => {
    await expect(run('restart', '--yes')).resolves.toMatchObject({ code: ExitCode.OK, stdout: expect.stringContaining('3 brokers restarted') });
  });

  test('hibernate and resume', async () => {
    await expect(run('hibernate', '--yes')).resolves.toMatchObject({ code: ExitCode.OK });
    expect((await apps.readNamespacedStatefulSet({ namespace: suite().namespace, name: 'orders' })).spec!.replicas).toBe(0);
    await expect(run('resume')).resolves.toMatchObject({ code: ExitCode.OK, stdout: expect.stringContaining('runs with 3 brokers') });
  });

  test('scale to one broker and back, with its PodDisruptionBudget', async () => {
    const { namespace } = suite();
    await expect(run('scale', '1')).resolves.toMatchObject({ code: ExitCode.OK });
    await connection.policy.deleteNamespacedPodDisruptionBudget({ namespace, name: 'orders' });
    await expect(run('scale', '3')).resolves.toMatchObject({ code: ExitCode.OK, stdout: expect.not.stringContaining('PodDisruptionBudget') });
    expect((await connection.policy.readNamespacedPodDisruptionBudget({ namespace, name: 'orders' })).spec!.selector!.matchLabels).toMatchObject({ cluster: 'orders' });
  });

  test('cleanup', async () => {
    await expect(run('cleanup', '--delete-data', '--yes')).resolves.toMatchObject({ code: ExitCode.OK });
    const { items } = await core.listNamespacedPod({ namespace: suite().namespace });
    expect(items.filter(({ metadata }) => !metadata?.deletionTimestamp)).toEqual([]);
  });

  test('no command is left out', () => {
    expect(COMMANDS.map(nameOf).filter(name => !TRIED.has(name))).toEqual([]);
  });
});

describe('a deploy that can\'t succeed changes nothing and names the remedy', () => {
  const suite = useNamespace('ops-preflight-', undefined, { each: true });

  test.each<[string, object | undefined, string[], RegExp]>([
    ['a storage class', undefined, ['--storage-class', 'gone'], /There is no storage class "gone"\. Use --storage-class with one of/],
    ['a quota', { kind: 'ResourceQuota', metadata: { name: 'team' }, spec: { hard: { 'limits.memory': '1Gi' } } }, [], /The quota of the namespace is too small.*limits\.memory/],
    ['a LimitRange', { kind: 'LimitRange', metadata: { name: 'team' }, spec: { limits: [{ type: 'Container', max: { memory: '256Mi' } }] } }, [], /A LimitRange of the namespace does not allow the resources.*at most 256Mi is allowed/],
  ])('%s', async (_, object, more, message) => {
    const { namespace } = suite();
    if (object !== undefined) {
      await apply([{ apiVersion: 'v1', ...object } as never], namespace);
      await eventually('it counts', 30_000, async () => (await core.listNamespacedResourceQuota({ namespace })).items, items => items.every(({ status }) => status?.hard !== undefined));
    }
    const { code, stderr } = await cli(['deploy', '-n', namespace, '-c', 'orders', '--values', VALUES, ...more]);
    expect({ code, stderr }).toEqual({ code: ExitCode.REFUSED, stderr: expect.stringMatching(message) });
    expect(stderr).toContain('state: nothing was changed');
    expect((await apps.listNamespacedStatefulSet({ namespace })).items).toEqual([]);
  });

  test('a missing image ends the wait within 2 minutes', async () => {
    const begun = performance.now();
    const { code, stderr } = await cli(['deploy', '-n', suite().namespace, '-c', 'orders', '--values', VALUES, '--image', 'rabbitmq:4.3.99', '--replicas', '1']);
    expect({ code, stderr }).toEqual({
      code: ExitCode.INCOMPLETE,
      stderr: expect.stringMatching(/he image rabbitmq:4\.3\.99 can't be pulled.*Deploy again with the right --image/),
    });
    expect(performance.now() - begun).toBeLessThan(120_000);
  });
});
