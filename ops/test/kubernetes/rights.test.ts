import { COMMANDS } from '../../src/cli/commands';
import { nameOf } from '../../src/cli/commands/command';
import { ExitCode } from '../../src/core/errors';
import { rolesOf } from '../../src/kubernetes/rights';
import { runMain } from '../support/surroundings';

test('rights become a Role and a ClusterRole, with a rule for what has the same verbs', () => {
  expect(rolesOf([
    { resources: ['pods'], verbs: ['list'] },
    { resources: ['events', 'pods'], verbs: ['get', 'list'] },
    { apiGroup: 'apps', resources: ['statefulsets'], verbs: ['get'] },
    { resources: ['nodes'], verbs: ['list'], clusterWide: true },
    { resources: ['secrets'], verbs: ['get'], nameSuffixes: ['-monitoring'] },
  ], 'look', { namespace: 'shop', name: 'orders' })).toEqual([
    {
      apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata: { name: 'look', namespace: 'shop' }, rules: [
        { apiGroups: [''], resources: ['pods', 'events'], verbs: ['get', 'list'] },
        { apiGroups: ['apps'], resources: ['statefulsets'], verbs: ['get'] },
        { apiGroups: [''], resources: ['secrets'], resourceNames: ['orders-monitoring'], verbs: ['get'] },
      ],
    },
    { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'look' }, rules: [{ apiGroups: [''], resources: ['nodes'], verbs: ['list'] }] },
  ]);
});

test.each(COMMANDS.map(nameOf))('rbac %s prints what that command takes', async (name) => {
  await expect(runMain(['rbac', name, '-n', 'shop'])).resolves.toMatchObject({ code: ExitCode.OK, stdout: expect.stringMatching(/^(# .*\n)*apiVersion: rbac|needs no rights/) });
});

test('rbac says what pods/exec allows, for commands that use it', async () => {
  const printed = async (name: string): Promise<string> => (await runMain(['rbac', name, '-n', 'shop'])).stdout;
  expect(await printed('backup')).toMatch(/^# pods\/exec allows full control of the brokers/);
  expect(await printed('events')).not.toContain('pods/exec');
});

test.each(['health', 'status', 'top'])('rbac %s has no pods/exec, and --with-exec adds it', async (name) => {
  const { stdout } = await runMain(['rbac', name, '-n', 'shop', '-c', 'orders']);
  expect(stdout).toMatch(/^# Without Secret orders-monitoring .*, add --with-exec\n/);
  expect(stdout).toMatch(/resources:\n {6}- secrets\n {4}resourceNames:\n {6}- orders-monitoring/);
  expect(stdout).not.toContain('- pods/exec');
  const withExec = await runMain(['rbac', name, '-n', 'shop', '--with-exec']);
  expect(withExec.stdout).toMatch(/^# pods\/exec allows full control[^]*- pods\/exec/);
});

test('rbac in JSON is a List that kubectl applies', async () => {
  const { stdout } = await runMain(['rbac', 'drain', '-n', 'shop', '-o', 'json']);
  expect(JSON.parse(stdout)).toMatchObject({ apiVersion: 'v1', kind: 'List', items: [{ kind: 'ClusterRole' }] });
});

test('rbac of no command is wrong usage', async () => {
  await expect(runMain(['rbac', 'nothing'])).resolves.toMatchObject({ code: ExitCode.USAGE, stderr: expect.stringContaining('use one of deploy') });
});

test('nobody who looks may change anything', () => {
  const looking = COMMANDS.filter(entry => ['status', 'health', 'events', 'top', 'watch', 'logs', 'doctor', 'list', 'autoscaler'].includes(nameOf(entry)));
  const verbs = looking.flatMap(({ rights }) => rights.filter(({ resources }) => !resources.every(resource => resource === 'pods/exec' || resource === 'pods/portforward')).flatMap(right => right.verbs));
  expect([...new Set(verbs)].sort()).toEqual(['get', 'list']);
});
