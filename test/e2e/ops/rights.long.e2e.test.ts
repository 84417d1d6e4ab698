import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cli, smallValues } from './cli';
import { serviceAccount } from './users';
import { COMMANDS } from '../../../ops/src/cli/commands';
import { nameOf } from '../../../ops/src/cli/commands/command';
import { ExitCode } from '../../../ops/src/core/errors';
import { type Right, rolesOf } from '../../../ops/src/kubernetes/rights';
import { eventually } from '../support/eventually';
import { connection, core, type Kubernetes } from '../support/kubernetes';
import { apply } from '../support/manifests';
import { useNamespace } from '../support/use-cluster';

const RBAC = 'rbac.authorization.k8s.io';
const folder = mkdtempSync(join(tmpdir(), 'rights-'));
/** What is bound in no namespace outlives it. */
const made: { kind: string; name: string }[] = [];

describe('the least rights of each command', () => {
  const values = smallValues();

  const suite = useNamespace('ops-rights-', (namespace, defer) => {
    defer(async () => {
      for (const { kind, name } of made) {
        await connection.objects.delete({ apiVersion: `${RBAC}/v1`, kind, metadata: { name } });
      }
    });
    return { place: ['-n', namespace, '-c', 'orders', '--values', values, '--replicas', '1', '--monitoring'] };
  });

  const rightsOf = (command: string, keep: (right: Right) => boolean = () => true): Right[] =>
    COMMANDS.filter(entry => nameOf(entry) === command).flatMap(({ rights }) => rights.filter(right => (!right.optional || right.part === '--monitoring') && keep(right)));

  /** A kubeconfig of a service account that has these rights and no more. */
  const userWith = async (name: string, rights: readonly Right[]): Promise<Kubernetes.KubeConfig> => {
    const { namespace } = suite();
    const subjects = [{ kind: 'ServiceAccount', name, namespace }];
    const as = await serviceAccount(name, namespace);
    for (const role of rolesOf(rights, `${namespace}-${name}`, { namespace, name: 'orders' })) {
      const binding = { apiVersion: `${RBAC}/v1`, kind: `${role.kind}Binding`, metadata: { name: role.metadata.name }, subjects, roleRef: { apiGroup: RBAC, kind: role.kind, name: role.metadata.name } };
      await apply([role, binding], namespace);
      if (role.kind === 'ClusterRole') {
        made.push({ kind: role.kind, name: role.metadata.name }, { kind: binding.kind, name: role.metadata.name });
      }
    }
    return as;
  };

  test('nobody\'s deploy is denied in words, and harms nothing', async () => {
    const { place } = suite();
    const nobody = await userWith('nobody', []);
    await expect(cli(['deploy', ...place], nobody)).resolves.toMatchObject({ code: ExitCode.DENIED, stderr: expect.stringMatching(/namespaces.* is forbidden[^]*\nstate: nothing was changed/) });
    await expect(cli(['status', ...place.slice(0, 4)], nobody)).resolves.toMatchObject({ code: ExitCode.DENIED });
  });

  test('deploy comes to a verified cluster', async () => {
    const deployer = await userWith('deployer', rightsOf('deploy'));
    await expect(cli(['deploy', ...suite().place], deployer)).resolves.toMatchObject({ code: ExitCode.OK });
  });

  test('deploy that may not write one of the kinds stops where it says', async () => {
    const short = await userWith('short', rightsOf('deploy', ({ apiGroup }) => apiGroup !== 'apps').concat({ apiGroup: 'apps', resources: ['statefulsets', 'deployments'], verbs: ['get'] }));
    await expect(cli(['deploy', ...suite().place], short)).resolves.toMatchObject({ code: ExitCode.DENIED, stderr: expect.stringMatching(/cannot patch resource "statefulsets"[^]*state: nothing was changed/) });
  });

  test.each(['status', 'health', 'events', 'top', 'logs', 'diff'])('%s does its work', async (command) => {
    const { place } = suite();
    const user = await userWith(command, rightsOf(command));
    const line = [command, ...command === 'diff' ? place : place.slice(0, 4)];
    // health warns while the lease of the deploy that was denied has not expired
    const { stderr } = await eventually(`${command} ends well`, 60_000, () => cli(line, user), ({ code }) => code === ExitCode.OK);
    expect(stderr).not.toContain('forbidden');
  });

  test('doctor does its work, and says what it couldn\'t see', async () => {
    const { place } = suite();
    const user = await userWith('doctor', rightsOf('doctor'));
    await expect(cli(['doctor', ...place.slice(0, 4)], user)).resolves.toMatchObject({ code: ExitCode.OK });
    const { stdout } = await cli(['doctor', ...place.slice(0, 2), '-c', 'other', '--values', values, '--replicas', '1'], user);
    expect(stdout).toContain('Nodes can\'t be read with these rights');
  });

  test.each([
    ['repair'], ['backup', '--to', folder], ['backups', '--from', folder], ['restore', folder, '--yes'], ['scale', '1'], ['upgrade', 'rabbitmq:4.3.6'], ['rollback'],
    ['verify', folder], ['expand', '21Gi'], ['rotate'], ['rotate', '--undo', '--settle', '1s'],
  ])('%s does its work too', async (command, ...args) => {
    const user = await userWith(command, rightsOf(command));
    const { code, stderr } = await cli([command, ...args, ...suite().place.slice(0, 4)], user);
    expect({ code, stderr }).toEqual({ code: ExitCode.OK, stderr: expect.not.stringContaining('forbidden') });
  });

  test.each([
    ['watch', /orders-0/], ['connect', /Management UI {2}http:\/\/127\.0\.0\.1:\d+/],
  ])('%s does its work until Ctrl-C', async (command, shown) => {
    const user = await userWith(command, rightsOf(command));
    const { stdout, stderr } = await cli([command, ...suite().place.slice(0, 4)], user, { shown });
    expect({ stdout, stderr }).toEqual({ stdout: expect.stringMatching(shown), stderr: expect.not.stringContaining('forbidden') });
  });

  test('autoscaler looks for one, and says that there is none', async () => {
    const user = await userWith('autoscaler', rightsOf('autoscaler'));
    await expect(cli(['autoscaler', ...suite().place.slice(0, 4)], user)).resolves.toMatchObject({ code: ExitCode.NOT_FOUND });
  });

  test('drain and uncordon do their work', async () => {
    const { namespace, place } = suite();
    await expect(cli(['scale', '3', ...place.slice(0, 4)])).resolves.toMatchObject({ code: ExitCode.OK });
    const nodeOf = async (): Promise<string> => (await core.readNamespacedPod({ namespace, name: 'orders-2' })).spec?.nodeName ?? '';
    const before = await nodeOf();
    await expect(cli(['drain', before], await userWith('drain', rightsOf('drain')))).resolves.toMatchObject({ code: ExitCode.OK });
    expect(await nodeOf()).not.toBe(before);
    await expect(cli(['uncordon', before], await userWith('uncordon', rightsOf('uncordon')))).resolves.toMatchObject({ code: ExitCode.OK });
  });

  test.each(['status', 'events', 'logs'])('%s without one of its rights is denied', async (command) => {
    const [, ...others] = rightsOf(command);
    const user = await userWith(`no-${command}`, others);
    await expect(cli([command, ...suite().place.slice(0, 4)], user)).resolves.toMatchObject({ code: ExitCode.DENIED });
  });

  test('cleanup deletes what deploy made', async () => {
    const cleaner = await userWith('cleaner', rightsOf('cleanup'));
    await eventually('it is clean', 120_000, () => cli(['cleanup', ...suite().place.slice(0, 4), '--yes'], cleaner), ({ code }) => code === ExitCode.OK);
  });
});
