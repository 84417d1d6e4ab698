import { inventoryManifest } from '../../../ops/src/inventory/inventory';
import { ExitCode } from '../../../ops/src/core/errors';
import type { ObjectRef } from '../../../ops/src/kubernetes/objects';
import { cli, smallValues } from '../ops/cli';
import { connection, core } from '../support/kubernetes';
import { useNamespace } from '../support/use-cluster';

describe('a ConfigMap that somebody forged as the list of a deployment', () => {
  const suite = useNamespace('forged-');
  const other = useNamespace('victim-', async (victim) => {
    const labels = { cluster: 'orders', 'app.kubernetes.io/part-of': 'rabbitmq' };
    // both as if the tool had made them, which is all that it checked once
    await connection.objects.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: victim, labels: { 'app.kubernetes.io/part-of': 'rabbitmq' } } });
    await connection.objects.apply({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'orders-config', namespace: victim, labels }, data: { here: 'yes' } });
    const forged: readonly ObjectRef[] = [
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: victim } },
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'orders-config', namespace: victim } },
    ];
    return { forged };
  });

  const forge = async (objects: readonly ObjectRef[]): Promise<void> => {
    await connection.objects.apply(inventoryManifest({ namespace: suite().namespace, name: 'orders' }, { config: {}, objects, ownsNamespace: true }));
  };
  const expectUntouched = async (): Promise<void> => {
    const victim = other().namespace;
    const [{ metadata }, { data }] = await Promise.all([core.readNamespace({ name: victim }), core.readNamespacedConfigMap({ namespace: victim, name: 'orders-config' })]);
    expect(metadata?.deletionTimestamp).toBeUndefined();
    expect(data).toEqual({ here: 'yes' });
  };

  test.each([
    ['cleanup', ['--yes', '--delete-data']],
    ['deploy', ['--yes', '--values', smallValues()]],
  ])('makes %s refuse, by an administrator too, and delete nothing', async (command, options) => {
    for (const object of other().forged) {
      await forge([object]);
      const { code, stderr } = await cli([command, '-n', suite().namespace, '-c', 'orders', ...options]);
      expect(stderr).toContain('lists objects that no deployment of this cluster contains');
      expect(code).toBe(ExitCode.REFUSED);
      await expectUntouched();
    }
  });

  test('doesn\'t make cleanup delete a namespace that deploy did not create', async () => {
    const { namespace } = suite();
    await forge([]);
    const { code, stdout } = await cli(['cleanup', '-n', namespace, '-c', 'orders', '--yes', '--delete-data']);
    expect(code).toBe(ExitCode.OK);
    expect(stdout).toContain(`Namespace ${namespace}: deploy did not create it`);
    expect((await core.readNamespace({ name: namespace })).metadata?.deletionTimestamp).toBeUndefined();
  });
});
