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
  ], 'look', 'shop')).toEqual([
    {
      apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata: { name: 'look', namespace: 'shop' }, rules: [
        { apiGroups: [''], resources: ['pods', 'events'], verbs: ['get', 'list'] },
        { apiGroups: ['apps'], resources: ['statefulsets'], verbs: ['get'] },
      ],
    },
    { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'look' }, rules: [{ apiGroups: [''], resources: ['nodes'], verbs: ['list'] }] },
  ]);
});

test.each(COMMANDS.map(nameOf))('rbac %s prints what that command takes', async (name) => {
  await expect(runMain(['rbac', name, '-n', 'shop'])).resolves.toMatchObject({ code: ExitCode.OK, stdout: expect.stringMatching(/^(# pods\/exec.*\n)?apiVersion: rbac|needs no rights/) });
});

test('rbac says what pods/exec allows, for commands that use it', async () => {
  const printed = async (name: string): Promise<string> => (await runMain(['rbac', name, '-n', 'shop'])).stdout;
  expect(await printed('backup')).toMatch(/^# pods\/exec allows full control of the brokers/);
  expect(await printed('events')).not.toContain('pods/exec');
});

test('rbac of no command is wrong usage', async () => {
  await expect(runMain(['rbac', 'nothing'])).resolves.toMatchObject({ code: ExitCode.USAGE, stderr: expect.stringContaining('use one of deploy') });
});

test('nobody who looks may change anything', () => {
  const looking = COMMANDS.filter(entry => ['status', 'health', 'events', 'top', 'watch', 'logs', 'doctor'].includes(nameOf(entry)));
  const verbs = looking.flatMap(({ rights }) => rights.filter(({ resources }) => !resources.every(resource => resource === 'pods/exec')).flatMap(right => right.verbs));
  expect([...new Set(verbs)].sort()).toEqual(['get', 'list']);
});
