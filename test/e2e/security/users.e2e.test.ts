import { connect, credentials } from 'amqplib';
import { Chart } from 'cdk8s';
import { RabbitMQCluster, type RabbitMQPermissionOptions, RabbitMQUser, RabbitMQUserTag } from '../../../lib';
import { PlatformUser } from '../../../lib/topology/users/platform-user';
import { access } from '../support/access';
import { connectTo, declareQueue, withConnection } from '../../../ops/src/load-generator/amqp';
import { manifestsOf } from '../support/deployment';
import { eventually } from '../support/eventually';
import { kubectl } from '../support/kubectl';
import { batch, core } from '../support/kubernetes';
import type { Manifest } from '../support/manifests';
import { apply } from '../support/manifests';
import { useCluster } from '../support/use-cluster';

const NAME = 'peopled';
/** The exchange and the queue that health checks send a message through. */
const HEALTH_QUEUE = 'rabbitmq-k8s.health';
const ONLY_HEALTH = '^rabbitmq-k8s\\.health$';
/** How a broker refuses a virtual host to who has logged in. */
const CLOSED = /ConnectionOpenOk; got <ConnectionClose/;
/**
 * How the API refuses: a virtual host that a user may not enter isn't found, and publishing is answered with what
 * closed the channel.
 */
const REFUSED = /"error":"(not_authori[sz]ed|not_found)"|"reason":"403 ACCESS_REFUSED/;

const OWN: RabbitMQPermissionOptions = { configure: '^web\\.', write: '^(web\\.|amq\\.default$)', read: '^web\\.' };

describe('users of a cluster', () => {
  const manifests = (permissions: RabbitMQPermissionOptions[]): Manifest[] => manifestsOf((app) => {
    const chart = new Chart(app, 'users', { namespace: suite().namespace });
    const cluster = new RabbitMQCluster(chart, 'RabbitMQ', { name: NAME, replicas: 1, networkPolicy: { enabled: true } });
    new RabbitMQUser(chart, 'Web', { cluster, name: 'web', permissions });
    new PlatformUser(chart, 'monitoring', cluster, 'monitoring');
    new PlatformUser(chart, 'backup', cluster, 'backup');
    const tags = [RabbitMQUserTag.MONITORING];
    new RabbitMQUser(chart, 'health', { cluster, tags, secretName: `${NAME}-health`, permissions: [{ configure: ONLY_HEALTH, write: ONLY_HEALTH, read: ONLY_HEALTH }] });
    new RabbitMQUser(chart, 'scaling', { cluster, tags, secretName: `${NAME}-scaling`, permissions: [{}] });
    return chart;
  });
  const secretOf = async (name: string): Promise<Record<string, string>> => {
    const { data = {} } = await core.readNamespacedSecret({ namespace: suite().namespace, name });
    return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, Buffer.from(value, 'base64').toString()]));
  };
  const jobsDone = (all: readonly Manifest[]): Promise<unknown> => {
    const names = all.filter(({ kind }) => kind === 'Job').map(({ metadata }) => metadata.name);
    return eventually(`the Jobs ${names.join(', ')} are done`, 300_000, async () => {
      const { items } = await batch.listNamespacedJob({ namespace: suite().namespace });
      return names.filter(name => items.find(({ metadata }) => metadata?.name === name)?.status?.succeeded !== 1);
    }, missing => missing.length === 0);
  };
  const request = async (user: string, method: string, path: string, body?: object): Promise<Response> => {
    const { username, password } = await secretOf(user);
    return fetch(`${suite().api}${path}`, { method, headers: { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` }, body: body && JSON.stringify(body) });
  };
  const ask = async (...asked: Parameters<typeof request>): Promise<number> => (await request(...asked)).status;
  const as = async (user: string): Promise<{ host: string; port: number; username: string; password: string }> => {
    const { host, port } = await suite().deployment.amqp();
    const { username, password } = await secretOf(user);
    return { host, port, username, password };
  };

  const suite = useCluster('users-', () => manifests([OWN]), async (deployment) => {
    const { host, port } = await access(deployment.namespace, NAME, 'management');
    await jobsDone(deployment.manifests);
    await declareQueue(await deployment.amqp(), 'secret');
    return { api: `http://${host}:${port}/api` };
  });

  test('an application connects by its Secret, knowing nothing else, and does what it may', async () => {
    const { namespace, deployment } = suite();
    const { type, provider, host, port, username, uri } = await secretOf(`${NAME}-user-web`);
    expect({ type, provider, host, port, username }).toEqual({ type: 'rabbitmq', provider: 'cdk8s-rabbitmq', host: `${NAME}.${namespace}.svc`, port: '5672', username: 'web' });
    const target = new URL(uri);
    const reachable = await deployment.amqp();
    target.hostname = reachable.host;
    target.port = String(reachable.port);
    const connection = await connect(target.href);
    const channel = await connection.createConfirmChannel();
    await channel.assertQueue('web.orders', { durable: true, arguments: { 'x-queue-type': 'quorum' } });
    channel.sendToQueue('web.orders', Buffer.from('order'), { persistent: true });
    await channel.waitForConfirms();
    expect((await channel.get('web.orders', { noAck: true }) as { content: Buffer }).content.toString()).toBe('order');
    await connection.close();
  });

  test('and nothing else', async () => {
    await expect(declareQueue(await as(`${NAME}-user-web`), 'other')).rejects.toThrow(/ACCESS_REFUSED/);
    await expect(withConnection(await as(`${NAME}-user-web`), async (connection) => {
      const channel = await connection.createChannel();
      channel.on('error', () => undefined);
      await channel.get('secret');
    })).rejects.toThrow(/ACCESS_REFUSED/);
    expect(await ask(`${NAME}-user-web`, 'GET', '/overview')).toBe(401);
  });

  test.each(['monitoring', 'scaling', 'health'])('the user for %s reads figures, and can\'t publish, declare, see a message or make a user', async (platformUser) => {
    const { deployment } = suite();
    const user = `${NAME}-${platformUser}`;
    for (const path of ['/overview', '/nodes', '/queues', '/connections', '/health/checks/alarms']) {
      expect([path, await ask(user, 'GET', path)]).toEqual([path, 200]);
    }
    await expect(declareQueue(await as(user), 'own')).rejects.toThrow(platformUser === 'monitoring' ? CLOSED : /ACCESS_REFUSED/);
    const attempts: [string, string, object?][] = [
      ['PUT', '/queues/%2F/own', { durable: true }],
      ['POST', '/exchanges/%2F/amq.default/publish', { properties: {}, routing_key: 'secret', payload: 'x', payload_encoding: 'string' }],
      ['POST', '/queues/%2F/secret/get', { count: 1, ackmode: 'ack_requeue_true', encoding: 'auto' }],
      ['DELETE', '/queues/%2F/secret'],
      ['PUT', '/users/own', { password: 'x', tags: 'administrator' }],
      ['PUT', `/permissions/%2F/${platformUser}`, { configure: '.*', write: '.*', read: '.*' }],
      ['GET', '/users'],
      ['GET', '/definitions'],
    ];
    for (const [method, path, body] of attempts) {
      const response = await request(user, method, path, body);
      expect([method, path, response.status, await response.text()])
        .toEqual([method, path, expect.any(Number), expect.stringMatching(REFUSED)]);
    }
    const queues = await deployment.broker(0).queues();
    expect(queues.map(({ name, messages }) => [name, messages]).filter(([name]) => name !== 'web.orders')).toEqual([['secret', 0]]);
    expect(await deployment.broker(0).run(['rabbitmqctl', '--silent', 'list_users'])).not.toContain('own');
  });

  test('the user for health checks sends a message through what is its own', async () => {
    await withConnection(await as(`${NAME}-health`), async (connection) => {
      const channel = await connection.createConfirmChannel();
      await channel.assertExchange(HEALTH_QUEUE, 'direct', { durable: true });
      await channel.assertQueue(HEALTH_QUEUE, { durable: true });
      await channel.bindQueue(HEALTH_QUEUE, HEALTH_QUEUE, '');
      channel.publish(HEALTH_QUEUE, '', Buffer.from('well'));
      await channel.waitForConfirms();
      expect(await channel.get(HEALTH_QUEUE, { noAck: true })).toMatchObject({ content: Buffer.from('well') });
      await channel.deleteQueue(HEALTH_QUEUE);
    });
    await expect(withConnection(await as(`${NAME}-health`), async (connection) => {
      const channel = await connection.createConfirmChannel();
      channel.on('error', () => undefined);
      channel.sendToQueue('secret', Buffer.from('x'));
      await channel.waitForConfirms();
    })).rejects.toThrow();
    expect((await suite().deployment.broker(0).queues()).find(({ name }) => name === 'secret')).toMatchObject({ messages: 0 });
  });

  test('the user for backups reads all definitions, and gets into no virtual host', async () => {
    expect(await ask(`${NAME}-backup`, 'GET', '/definitions')).toBe(200);
    await expect(connectTo(await as(`${NAME}-backup`))).rejects.toThrow(CLOSED);
  });

  test('guest and anonymous clients are refused', async () => {
    const { deployment, api } = suite();
    const { host, port } = await deployment.amqp();
    await expect(connectTo({ host, port, username: 'guest', password: 'guest' })).rejects.toThrow(/ACCESS_REFUSED|403/);
    const anonymous = { mechanism: 'ANONYMOUS', response: () => Buffer.from('') };
    await expect(connect({ hostname: host, port, vhost: '%2F' }, { credentials: anonymous as unknown as ReturnType<typeof credentials.external> })).rejects.toThrow();
    const { status } = await fetch(`${api}/whoami`, { headers: { authorization: `Basic ${Buffer.from('guest:guest').toString('base64')}` } });
    expect(status).toBe(401);
  });

  test('a permission that is taken out of the manifests is taken away', async () => {
    const all = manifests([]);
    await apply(all, suite().namespace);
    await jobsDone(all);
    await expect(connectTo(await as(`${NAME}-user-web`))).rejects.toThrow(CLOSED);
  });

  test('no secret value is in any YAML, object, log, event or process list', async () => {
    const { namespace, deployment } = suite();
    const secrets = await Promise.all([`${NAME}-credentials`, `${NAME}-erlang-cookie`, `${NAME}-user-web`, `${NAME}-backup`].map(secretOf));
    const values = secrets.flatMap(({ password, cookie }) => password ?? cookie);
    expect(values.filter(value => /^[0-9a-f]{48}$/.test(value))).toHaveLength(4);

    const pods = (await core.listNamespacedPod({ namespace })).items;
    const logs = await Promise.all(pods.flatMap(({ metadata, spec }) =>
      [...spec!.initContainers ?? [], ...spec!.containers].map(({ name: container }) =>
        core.readNamespacedPodLog({ namespace, name: metadata!.name!, container }))));
    const objects = await kubectl(['get', 'configmap,pod,statefulset,job,service,serviceaccount,role,rolebinding,networkpolicy,event,persistentvolumeclaim,controllerrevision', '-n', namespace, '-o', 'yaml']);
    const processes = await deployment.broker(0).exec(['sh', '-c', 'cat /proc/[0-9]*/cmdline']);
    const places = { yaml: deployment.yaml, objects, logs: logs.join('\n'), processes: processes.stdout };
    expect(logs.join('')).toContain('created  user "web"');
    expect(processes.stdout).toContain('beam');
    for (const [place, text] of Object.entries(places)) {
      expect([place, values.filter(value => text.includes(value) || text.includes(Buffer.from(value).toString('base64'))).length]).toEqual([place, 0]);
    }
  });
});
