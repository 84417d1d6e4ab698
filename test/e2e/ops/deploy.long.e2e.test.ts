import { cli, smallValues } from './cli';
import { Broker } from '../../../ops/src/broker/broker';
import { ExitCode } from '../../../ops/src/core/errors';
import { eventually } from '../support/eventually';
import { figure } from '../support/figures';
import { apps, connection, core } from '../support/kubernetes';
import { apply } from '../support/manifests';
import { useNamespace } from '../support/use-cluster';

/** What of a namespace is left, without what Kubernetes puts there. */
async function leftIn(namespace: string): Promise<string[]> {
  const lists = await Promise.all([
    core.listNamespacedPersistentVolumeClaim({ namespace }),
    core.listNamespacedSecret({ namespace }),
    core.listNamespacedConfigMap({ namespace }),
    core.listNamespacedService({ namespace }),
    core.listNamespacedServiceAccount({ namespace }),
    apps.listNamespacedStatefulSet({ namespace }),
    core.listNamespacedPod({ namespace }),
  ]);
  return lists.flatMap(({ items }) => items.map(({ metadata }) => metadata?.name ?? '')).filter(name => !['kube-root-ca.crt', 'default'].includes(name)).sort();
}

describe('rabbitmq-k8s', () => {
  const values = smallValues();

  const suite = useNamespace('ops-', namespace => ({ place: ['--namespace', namespace, '--cluster-name', 'orders'] }));

  test('doctor finds nothing that keeps a cluster from coming up', async () => {
    const { code, stdout } = await cli(['doctor', ...suite().place, '--values', values, '-o', 'json']);
    expect(code).toBe(ExitCode.OK);
    expect(JSON.parse(stdout)).toMatchObject({ exists: false, examinations: expect.arrayContaining([expect.objectContaining({ subject: 'Rights', seen: 'all that this deploy needs' })]) });
  });

  test('deploy refuses what is somebody else\'s, by kind and name, before anything is applied', async () => {
    const { namespace, place } = suite();
    const foreign = [
      { apiVersion: 'v1', kind: 'Service', metadata: { name: 'orders', labels: { app: 'orders' } }, spec: { clusterIP: 'None' } },
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'orders-config' }, data: { theirs: 'yes' } },
    ];
    await apply(foreign, namespace);
    const refused = await cli(['deploy', ...place, '--values', values]);
    expect(refused.code).toBe(ExitCode.REFUSED);
    expect(refused.stderr).toMatch(/ConfigMap \S+\/orders-config: there is one that wasn't made .*Service \S+\/orders: there is one .*\nstate: nothing was changed/);
    expect(await leftIn(namespace)).toEqual(['orders', 'orders-config']);
    const { stdout } = await cli(['deploy', ...place, '--values', values, '--diff']);
    expect(stdout).toMatch(/Service \S+\/orders: impossible, as there is one that wasn't made by this program/);
    await Promise.all(foreign.map(({ metadata, ...object }) =>
      connection.objects.delete({ ...object, metadata: { ...metadata, namespace } })));
  });

  test('deploy makes three brokers that work as one cluster', async () => {
    const { namespace, place } = suite();
    const { code, stdout, stderr } = await cli(['deploy', ...place, '--values', values, '-o', 'json']);
    expect(stderr).toContain('Sending a message through a replicated queue');
    expect(code).toBe(ExitCode.OK);
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({ replicas: 3, members: [0, 1, 2].map(i => `rabbit@orders-${i}.orders-nodes.${namespace}`) });
    figure('rabbitmq-k8s deploy: three nodes to verified', result.seconds, 's');
  });

  test('deploy again changes nothing, and verifies', async () => {
    const { code, stdout } = await cli(['deploy', ...suite().place, '--values', values, '-o', 'json']);
    expect(code).toBe(ExitCode.OK);
    expect(JSON.parse(stdout).changes).toEqual([]);
  });

  test('of two deploys at once, one is told who is at work', async () => {
    const runs = await Promise.all([1, 2].map(() => cli(['deploy', ...suite().place, '--values', values])));
    expect(runs.map(({ code }) => code).sort((a, b) => a - b)).toEqual([ExitCode.OK, ExitCode.BUSY]);
    expect(runs.map(({ stderr }) => stderr).join()).toMatch(/somebody else is at work on this cluster: deploy by /);
  });

  test('of two deploys at once, one waits where it was told to', async () => {
    const runs = await Promise.all([1, 2].map(() => cli(['deploy', ...suite().place, '--values', values, '--wait', '5m'])));
    expect(runs.map(({ code }) => code)).toEqual([ExitCode.OK, ExitCode.OK]);
    expect(runs.map(({ stderr }) => stderr).join()).toContain('Waiting for deploy by ');
  });

  test('status, health, events, top and logs tell how it stands', async () => {
    const { place } = suite();
    const status = await cli(['status', ...place, '-o', 'json']);
    expect(JSON.parse(status.stdout)).toMatchObject({ replicas: { wanted: 3, ready: 3 }, broker: { alarms: [], queues: { total: 0, leaderless: [] } }, nodes: [{ pod: 'orders-0', ready: true, running: true, volume: { phase: 'Bound' } }, {}, {}] });
    await expect(cli(['status', ...place])).resolves.toMatchObject({ code: ExitCode.OK, stdout: expect.stringContaining('3 of 3 Ready') });
    const health = await cli(['health', ...place, '-o', 'json']);
    expect(JSON.parse(health.stdout).findings).toEqual([]);
    expect(health.code).toBe(ExitCode.OK);
    await expect(cli(['events', ...place])).resolves.toMatchObject({ code: ExitCode.OK, stdout: expect.stringContaining('orders-0') });
    const top = await cli(['top', ...place, '-o', 'json']);
    expect(JSON.parse(top.stdout)).toMatchObject({ brokers: [{ pod: 'orders-0', queues: 1, diskFree: expect.any(Number) }, {}, {}], readBy: { way: 'exec' } });
    await expect(cli(['logs', ...place, '--tail', '50'])).resolves.toMatchObject({ code: ExitCode.OK, stdout: expect.stringMatching(/^orders-[012] .*/) });
  });

  test('diff says what a change does to the running cluster', async () => {
    const effectOf = async (...more: string[]): Promise<string> => JSON.parse((await cli(['diff', ...suite().place, '--values', values, '-o', 'json', ...more])).stdout).effect;
    await expect(effectOf()).resolves.toBe('none');
    await expect(effectOf('--replicas', '5')).resolves.toBe('live');
    await expect(effectOf('--storage-size', '30Gi')).resolves.toBe('recreation');
    await expect(effectOf('--storage-class', 'ssd-storage')).resolves.toBe('impossible');
  });

  test('deploy refuses what can\'t be changed, and touches nothing', async () => {
    const { namespace, place } = suite();
    const before = await apps.readNamespacedStatefulSet({ namespace, name: 'orders' });
    await expect(cli(['deploy', ...place, '--values', values, '--storage-class', 'ssd-storage'])).resolves.toMatchObject({ code: ExitCode.REFUSED, stderr: expect.stringContaining('state: nothing was changed') });
    await expect(cli(['deploy', ...place, '--values', values, '--replicas', '1'])).resolves.toMatchObject({ code: ExitCode.REFUSED, stderr: expect.stringContaining('scale 1') });
    const after = await apps.readNamespacedStatefulSet({ namespace, name: 'orders' });
    expect(after.metadata?.resourceVersion).toBe(before.metadata?.resourceVersion);
  });

  test('health is critical with code 2 where the majority is gone', async () => {
    const { namespace, place } = suite();
    const others = [1, 2].map(ordinal => new Broker(connection, namespace, `orders-${ordinal}`));
    for (const broker of others) {
      await broker.run(['rabbitmqctl', 'stop_app']);
    }
    const health = await eventually('a broker says so', 120_000, () => cli(['health', ...place, '-o', 'json']), ({ code }) => code === ExitCode.CRITICAL);
    expect(JSON.parse(health.stdout).findings.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(['quorum-lost', 'member-down']));
    await Promise.all(others.map(broker => broker.run(['rabbitmqctl', 'start_app'])));
    await expect(cli(['deploy', ...place, '--values', values])).resolves.toMatchObject({ code: ExitCode.OK });
  });

  test('cleanup asks, keeps what it says, and a later deploy takes that up', async () => {
    const { namespace, place } = suite();
    await expect(cli(['cleanup', ...place])).resolves.toMatchObject({ code: ExitCode.USAGE, stderr: expect.stringContaining('--yes') });
    await expect(cli(['cleanup', ...place, '--yes'])).resolves.toMatchObject({ code: ExitCode.OK });
    expect(await leftIn(namespace)).toEqual(['orders-credentials', 'orders-deployment', 'orders-erlang-cookie', ...[0, 1, 2].map(i => `rabbitmq-data-orders-${i}`)]);
    await expect(cli(['deploy', ...place, '--values', values])).resolves.toMatchObject({ code: ExitCode.OK });
  });

  test('cleanup with --delete-data after one without leaves nothing, and nothing of others\' goes', async () => {
    const { namespace, place } = suite();
    await apply([{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'somebody-elses', labels: { cluster: 'orders' } } }], namespace);
    await expect(cli(['cleanup', ...place, '--yes'])).resolves.toMatchObject({ code: ExitCode.OK });
    await expect(cli(['cleanup', ...place, '--delete-data', '--yes'])).resolves.toMatchObject({ code: ExitCode.OK });
    expect(await leftIn(namespace)).toEqual(['somebody-elses']);
    await expect(cli(['cleanup', ...place, '--yes'])).resolves.toMatchObject({ code: ExitCode.NOT_FOUND });
  });
});
