import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type ConfirmChannel } from 'amqplib';
import { BackupManager } from '../../../ops/src';
import { clusterManifests, Deployment } from '../support/deployment';
import { eventually } from '../support/eventually';
import { apps, connection, core } from '../support/kubernetes';
import { useNamespace } from '../support/use-cluster';

const MESSAGES = 10_000;

describe('verify of a backup with a shovel and a federated exchange', () => {
  const folder = mkdtempSync(join(tmpdir(), 'isolated-'));
  const manager = new BackupManager(connection);

  const deploy = async (name: string): Promise<Deployment> => {
    const deployment = Deployment.of(clusterManifests({
      name,
      replicas: 1,
      plugins: ['rabbitmq_shovel', 'rabbitmq_federation'],
      resources: { cpuRequest: '100m', cpuLimit: '1', memoryLimit: '1Gi' },
    }), suite().namespace);
    await deployment.up(300_000);
    return deployment;
  };
  const withChannel = async <T>(
    deployment: Deployment,
    action: (channel: ConfirmChannel) => Promise<T>,
  ): Promise<T> => {
    const { host, port, username, password } = await deployment.amqp();
    const client = await connect({ hostname: host, port, username, password });
    try {
      return await action(await client.createConfirmChannel());
    } finally {
      await client.close();
    }
  };
  const publish = (count: number) => withChannel(suite().remote, async (channel) => {
    for (let i = 0; i < count; i += 1) {
      channel.sendToQueue('q', Buffer.from(String(i)), { persistent: true });
    }
    await channel.waitForConfirms();
  });
  const count = (deployment: Deployment, queue: string) =>
    withChannel(deployment, async channel => (await channel.checkQueue(queue)).messageCount);
  const ctl = (deployment: Deployment, ...args: string[]) => deployment.broker(0).run(['rabbitmqctl', '--silent', ...args], { timeoutMs: 180_000 });

  const suite = useNamespace('isolated-', async (namespace) => {
    const [cluster, remote] = await Promise.all([deploy('orders'), deploy('remote')]);
    const { username, password } = await remote.amqp();
    const uri = `amqp://${username}:${password}@remote.${namespace}.svc:5672`;
    await withChannel(remote, channel => channel.assertQueue('q', { durable: true, arguments: { 'x-queue-type': 'quorum' } }));
    await withChannel(cluster, async (channel) => {
      await channel.assertQueue('moved', { durable: true, arguments: { 'x-queue-type': 'quorum' } });
      await channel.assertExchange('x', 'topic', { durable: true });
    });
    const shovel = { 'src-protocol': 'amqp091', 'src-uri': uri, 'src-queue': 'q', 'dest-protocol': 'amqp091', 'dest-uri': 'amqp://', 'dest-queue': 'moved' };
    await ctl(cluster, 'set_parameter', 'shovel', 's', JSON.stringify(shovel));
    await ctl(cluster, 'set_parameter', 'federation-upstream', 'u', JSON.stringify({ uri }));
    await ctl(cluster, 'set_policy', '--apply-to', 'exchanges', 'federated', '^x$', JSON.stringify({ 'federation-upstream-set': 'all' }));
    return { cluster, remote };
  });

  test('leaves the messages of the remote broker, and starts no link to it', async () => {
    const { namespace, cluster, remote } = suite();
    await publish(1);
    await eventually('the shovel moves messages', 60_000, () => count(cluster, 'moved'), moved => moved === 1);
    const { location } = await manager.create(namespace, 'orders', folder);
    await ctl(cluster, 'clear_parameter', 'shovel', 's');
    await ctl(cluster, 'clear_policy', 'federated');
    await publish(MESSAGES);

    const report = await manager.verify(namespace, 'orders', location);

    await expect(count(remote, 'q')).resolves.toBe(MESSAGES);
    const queues = await ctl(remote, 'list_queues', 'name');
    expect(queues).not.toContain('verify-');
    expect(report).toMatchObject({ equal: true, different: [] });
    expect(report.left.map(({ title }) => title)).toEqual(expect.arrayContaining(['shovel s in /', 'federation-upstream u in /', 'federated in /']));
  });

  test('leaves nothing of the scratch cluster', async () => {
    const { namespace } = suite();
    const [{ items: statefulSets }, { items: secrets }] = await Promise.all([
      apps.listNamespacedStatefulSet({ namespace }), core.listNamespacedSecret({ namespace }),
    ]);
    const names = [...statefulSets, ...secrets].map(({ metadata }) => metadata?.name ?? '');
    expect(names.filter(name => name.startsWith('verify-'))).toEqual([]);
  });
});
