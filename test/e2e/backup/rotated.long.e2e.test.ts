import { connect } from 'amqplib';
import { Chart } from 'cdk8s';
import { RabbitMQCluster } from '../../../lib';
import { PlatformUser } from '../../../lib/topology/users/platform-user';
import { CredentialsManager } from '../../../ops/src';
import { cli } from '../ops/cli';
import type { AmqpTarget } from '../../../ops/src/load-generator/amqp';
import { Deployment, manifestsOf } from '../support/deployment';
import { eventually } from '../support/eventually';
import { batch, connection, core } from '../support/kubernetes';
import { useNamespace } from '../support/use-cluster';

const NAME = 'turned';
const SECRET = `${NAME}-credentials`;

describe('rotation of passwords under load', () => {
  let load: Load;
  const manager = new CredentialsManager(connection);
  const users = async (): Promise<string[]> =>
    (await suite().deployment.broker(0).json<{ user: string }[]>(['rabbitmqctl', 'list_users'])).map(({ user }) => user).sort();

  const suite = useNamespace('backup-', async (namespace, defer) => {
    const deployment = Deployment.of(manifestsOf((app) => {
      const chart = new Chart(app, 'rotated', { namespace });
      const cluster = new RabbitMQCluster(chart, 'RabbitMQ', { name: NAME, replicas: 1, networkPolicy: { enabled: true } });
      new PlatformUser(chart, 'Monitoring', cluster, 'monitoring');
      return chart;
    }), namespace);
    await deployment.up(300_000);
    await eventually('the user monitoring is made', 180_000, async () => (await batch.listNamespacedJob({ namespace })).items.map(({ status }) => status?.succeeded), done => done.every(count => count === 1));
    const old = await deployment.amqp();
    load = await Load.start(old);
    defer(() => load.stop());
    return { deployment, old };
  });

  test('begun, old and new both log in, and the load goes on', async () => {
    const { namespace, deployment, old } = suite();
    // as if it had stopped after one of them
    await manager.begin(namespace, NAME, { users: ['monitoring'] });
    const { code, stdout, stderr } = await cli(['rotate', '-n', namespace, '-c', NAME, '-o', 'json']);
    expect([stderr, code]).toEqual([expect.stringContaining('Both work now'), 0]);
    expect(JSON.parse(stdout)).toEqual([
      { secret: SECRET, username: 'admin-2', previous: 'admin', state: 'overlap' },
      { secret: `${NAME}-monitoring`, username: 'monitoring-2', previous: 'monitoring', state: 'overlap' },
    ]);
    const now = await deployment.amqp();
    expect([now.username, now.password === old.password]).toEqual(['admin-2', false]);
    await loginWorks(old);
    await loginWorks(now);
    expect(await users()).toEqual(['admin', 'admin-2', 'monitoring', 'monitoring-2']);
    await load.goesOn();
    for (const secret of [old.password, now.password]) {
      expect(stdout + stderr).not.toContain(secret);
    }
  });

  test('not begun a second time', async () => {
    await expect(manager.begin(suite().namespace, NAME)).rejects.toThrow('has begun and isn\'t over: end it by --finish, or take it back by --undo');
  });

  test('not finished while somebody is connected by the old name, and says who', async () => {
    const { namespace, old } = suite();
    await expect(manager.finish(namespace, NAME, { settleMs: 1 })).rejects.toMatchObject({ message: expect.stringMatching(/^2 open connections of admin would be closed/), state: 'both names log in' });
    expect(await users()).toEqual(['admin', 'admin-2', 'monitoring', 'monitoring-2']);
    await loginWorks(old);
    await load.goesOn();
  });

  test('finished once clients have gone over, and the old password ends to work then', async () => {
    const { namespace, deployment, old } = suite();
    const before = load;
    load = await Load.start(await deployment.amqp());
    await before.stop();
    const rotated = await manager.finish(namespace, NAME, { settleMs: 1 });
    expect(rotated.map(({ username, state }) => [username, state])).toEqual([['admin-2', 'finished'], ['monitoring-2', 'finished']]);
    await expect(connect({ hostname: old.host, port: old.port, username: old.username, password: old.password })).rejects.toThrow(/ACCESS_REFUSED|403/);
    expect(await users()).toEqual(['admin-2', 'monitoring-2']);
    await load.goesOn();
    await expect(core.readNamespacedSecret({ namespace, name: `${SECRET}-previous` })).rejects.toThrow(/not found/);
  });

  test('and undone, the Secret has the old name and password again', async () => {
    const { namespace, deployment } = suite();
    const before = await deployment.amqp();
    await manager.begin(namespace, NAME, { users: ['credentials'] });
    expect((await deployment.amqp()).username).toBe('admin');
    await manager.undo(namespace, NAME, { users: ['credentials'], settleMs: 1 });
    expect(await deployment.amqp()).toEqual(before);
    await loginWorks(before);
    expect(await users()).toEqual(['admin-2', 'monitoring-2']);
    await load.goesOn();
  });
});

async function loginWorks({ host, port, username, password }: AmqpTarget): Promise<void> {
  const connected = await connect({ hostname: host, port, username, password });
  await connected.close();
}

/** A publisher and a consumer, each on one connection that may not break. */
class Load {
  public static async start({ host, port, username, password }: AmqpTarget): Promise<Load> {
    const open = (): ReturnType<typeof connect> => connect({ hostname: host, port, username, password });
    const [publishing, consuming] = await Promise.all([open(), open()]);
    const [publisher, consumer] = await Promise.all([publishing.createConfirmChannel(), consuming.createChannel()]);
    await publisher.assertQueue('load', { durable: true, arguments: { 'x-queue-type': 'quorum' } });
    const load = new Load([publishing, consuming]);
    await consumer.consume('load', () => { load.consumed += 1; }, { noAck: true });
    load.running = (async () => {
      while (!load.ended) {
        publisher.sendToQueue('load', Buffer.from('message'), { persistent: true });
        await publisher.waitForConfirms();
        load.confirmed += 1;
      }
    })();
    load.running.catch((error: unknown) => { load.error = error; });
    return load;
  }

  public confirmed = 0;
  public consumed = 0;
  public error?: unknown;
  private ended = false;
  private running?: Promise<void>;

  private constructor(private readonly connections: readonly { close(): Promise<void> }[]) {}

  /** Waits until more is published and consumed than now. */
  public async goesOn(): Promise<void> {
    const { confirmed, consumed } = this;
    await eventually('messages are published and consumed', 30_000, () => [this.confirmed - confirmed, this.consumed - consumed], ([published = 0, got = 0]) => published > 10 && got > 10);
    expect(this.error).toBeUndefined();
  }

  public async stop(): Promise<void> {
    this.ended = true;
    await this.running;
    await Promise.all(this.connections.map(open => open.close()));
  }
}
