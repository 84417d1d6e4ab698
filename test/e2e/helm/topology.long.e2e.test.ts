import { connectTo, withConnection } from '../../../ops/src/load-generator/amqp';
import { eventually } from '../support/eventually';
import { kubectl } from '../support/kubectl';
import { batch, core } from '../support/kubernetes';
import { Release } from './helm';
import { deploymentFor, differences, manifestsFor, podsOf } from './installed';
import { useNamespace } from '../support/use-cluster';

const NAME = 'mq';
const TOPOLOGY = `${NAME}-topology`;
/** The last line of a report of a topology that was there already. */
const UNCHANGED = /: 0 created, 0 changed, 0 removed, 0 kept, \d+ unchanged, 0 refused, 0 failed/;
/** How a broker refuses a virtual host to a user who has logged in. */
const CLOSED = /ConnectionOpenOk; got <ConnectionClose/;

/** The values of a release, with queues beside the first ones; the test starts the CronJob itself. */
const values = (queues: object = {}): object => ({
  cluster: { name: NAME, replicaCount: 1 }, resources: { requests: { cpu: '20m', memory: '64Mi' }, limits: { memory: '1Gi' } },
  networkPolicy: { enabled: true, clientCidrs: ['0.0.0.0/0'] },
  topology: {
    reapplySchedule: '0 0 1 1 *',
    virtualHosts: {
      orders: {
        exchanges: { events: { type: 'topic' }, dead: { type: 'fanout' } },
        queues: {
          billing: { deliveryLimit: 10, deadLetter: { exchange: 'dead' }, bindings: [{ source: 'events', routingKey: 'order.*.paid' }] },
          'dead-letters': { bindings: [{ source: 'dead' }] },
          ...queues,
        },
        policies: { ttl: { pattern: '^dead', definition: { messageTtl: '168h' } } },
      },
    },
    users: { checkout: { permissions: { orders: { publish: ['events'], consume: ['billing'] } } } },
  },
});

/** What a Job has written, once it has ended well. */
async function reportOf(name: string): Promise<string> {
  const { namespace } = suite();
  await eventually(`Job ${name} is complete`, 420_000, async () =>
    (await batch.readNamespacedJob({ namespace, name })).status?.conditions?.some(({ type, status }) => type === 'Complete' && status === 'True'));
  const { items } = await core.listNamespacedPod({ namespace, labelSelector: `job-name=${name}` });
  const done = items.find(({ status }) => status?.phase === 'Succeeded');
  return core.readNamespacedPodLog({ namespace, name: done!.metadata!.name! });
}

/** The name of the Job that applies the topology of values. */
function jobOf(all: object): string {
  return manifestsFor(all, suite().namespace).find(({ kind, metadata }) => kind === 'Job' && metadata.name.startsWith(`${TOPOLOGY}-`))!.metadata.name;
}

async function queues(): Promise<string[]> {
  const list = await deploymentFor(values(), suite().namespace).broker(0).run(['rabbitmqctl', '--silent', 'list_queues', '-p', 'orders', 'name']);
  return list.trim().split('\n').sort();
}

/** The way of the application into a virtual host, by the Secret that the release has for it. */
async function checkout(vhost: string) {
  const { namespace } = suite();
  const { data = {} } = await core.readNamespacedSecret({ namespace, name: `${NAME}-user-checkout` });
  const [username, password] = ['username', 'password'].map(key => Buffer.from(data[key], 'base64').toString());
  return { ...await deploymentFor(values(), namespace).amqp(), username, password, vhost };
}

const suite = useNamespace('values-', async (namespace) => {
  const release = new Release('helm4', namespace);
  await release.install(values());
  return { release };
});

test('a release declares its topology, as the constructs do', async () => {
  expect(await reportOf(jobOf(values()))).toMatch(/0 refused, 0 failed/);
  expect(await differences(values(), suite().namespace)).toEqual([]);
  expect(await queues()).toEqual(['billing', 'dead-letters']);
});

test('an application publishes and consumes what it was granted', async () => {
  await withConnection(await checkout('orders'), async (connection) => {
    const channel = await connection.createConfirmChannel();
    channel.publish('events', 'order.7.paid', Buffer.from('paid'), { persistent: true });
    await channel.waitForConfirms();
    const message = await eventually('the message is there', 20_000, () => channel.get('billing', { noAck: true }));
    expect((message as { content: Buffer }).content.toString()).toBe('paid');
  });
});

test('an application is refused what it was not granted', async () => {
  const attempt = async (action: (channel: any) => Promise<unknown>): Promise<unknown> => withConnection(await checkout('orders'), async (connection) => {
    const channel = await connection.createConfirmChannel();
    channel.on('error', () => undefined);
    await action(channel);
    await channel.waitForConfirms();
  });
  await expect(attempt(channel => channel.get('dead-letters'))).rejects.toThrow(/ACCESS_REFUSED/);
  await expect(attempt(channel => Promise.resolve(channel.publish('dead', '', Buffer.from('x'))))).rejects.toThrow();
  await expect(attempt(channel => channel.assertQueue('own'))).rejects.toThrow(/ACCESS_REFUSED/);
  await expect(connectTo(await checkout('/'))).rejects.toThrow(CLOSED);
});

test('an upgrade with another queue creates the queue and its binding, and restarts nothing', async () => {
  const { namespace, release } = suite();
  const more = values({ audit: { type: 'stream', maxAge: '24h', bindings: [{ source: 'events', routingKey: '#' }] } });
  const deployment = deploymentFor(more, namespace);
  const pods = await podsOf(deployment);
  await release.upgrade(more);
  const report = await reportOf(jobOf(more));
  expect(report).toContain('created  queue "audit" in "orders"');
  expect(report).toMatch(/: 2 created, 0 changed, 0 removed, 0 kept, \d+ unchanged, 0 refused, 0 failed/);
  expect(await queues()).toEqual(['audit', 'billing', 'dead-letters']);
  expect(await podsOf(deployment)).toEqual(pods);
  expect(await differences(more, namespace)).toEqual([]);

  await release.upgrade(more);
  expect(await podsOf(deployment)).toEqual(pods);
  await kubectl(['create', 'job', 'again', '-n', namespace, `--from=cronjob/${TOPOLOGY}`]);
  expect(await reportOf('again')).toMatch(UNCHANGED);
});
