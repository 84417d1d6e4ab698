import { Duration } from 'cdk8s';
import { DeclaredCluster, type Declare, UNCHANGED, VERSION } from './declared-cluster';
import { RabbitMQArgument, RabbitMQExchangeType, RabbitMQQueueType, RabbitMQRemovalPolicy, RabbitMQUser, RabbitMQVirtualHost } from '../../../lib';
import { anyBroker } from '../../../ops/src/broker/brokers';
import { connectTo, withConnection } from '../../../ops/src/load-generator/amqp';
import { actualObjects } from '../../../ops/src/topology/actual';
import { compare } from '../../../ops/src/topology/compare';
import { declaredBy } from '../../../ops/test/topology/synthesized';
import { builtCli, type Run } from '../ops/cli';
import { eventually } from '../support/eventually';
import { figure } from '../support/figures';
import { kubectl } from '../support/kubectl';
import { connection, core } from '../support/kubernetes';
import { useNamespace } from '../support/use-cluster';

const { NAME } = DeclaredCluster;
/** What super streams need: a broker that got it later would restart in the middle of a test. */
const STREAMS = ['rabbitmq_stream', 'rabbitmq_stream_management'];
/** How a broker refuses a virtual host to a user who has logged in. */
const CLOSED = /ConnectionOpenOk; got <ConnectionClose/;

describe('topology of a cluster', () => {
  const queueNames = async (): Promise<string[]> =>
    (await suite().topology.administer('GET', '/queues/orders?columns=name')).map(({ name }: any) => name).sort();

  const example: Declare = (orders, chart) => {
    const events = orders.addExchange('events', { type: RabbitMQExchangeType.TOPIC });
    const billing = orders.addQueue('billing', { deliveryLimit: 10, deadLetter: { exchange: orders.addExchange('dead') } });
    events.bind(billing, { routingKey: 'order.*.paid' });
    orders.addPolicy('ttl', { pattern: '^tmp\\.', definition: { messageTtl: Duration.hours(1) } });
    orders.addQueue('foreign');
    const app = new RabbitMQUser(chart, 'Checkout', { cluster: orders.cluster });
    events.grantPublish(app);
    billing.grantConsume(app);
  };

  const suite = useNamespace('topology-e2e-', async (namespace) => {
    const topology = await DeclaredCluster.up(namespace, example, { plugins: STREAMS });
    expect(await topology.firstReport()).toMatchObject({ ended: 'Complete', log: expect.stringMatching(/0 refused, 0 failed/) });
    return { topology };
  });

  test('lets an application publish and consume with its generated Secret', async () => {
    const { topology } = suite();
    const target = new URL((await topology.userSecret('checkout')).uri);
    expect(decodeURIComponent(target.pathname)).toBe('/orders');
    await withConnection(await topology.as('checkout', 'orders'), async (connection) => {
      const channel = await connection.createConfirmChannel();
      channel.publish('events', 'order.7.paid', Buffer.from('paid'), { persistent: true });
      await channel.waitForConfirms();
      const message = await eventually('the message is there', 20_000, () => channel.get('billing', { noAck: true }));
      expect((message as { content: Buffer }).content.toString()).toBe('paid');
    });
  });

  test('refuses the application a foreign queue, exchange and virtual host', async () => {
    const { topology } = suite();
    const attempt = (action: (channel: any) => Promise<unknown>): Promise<unknown> => topology.as('checkout', 'orders').then(target => withConnection(target, async (connection) => {
      const channel = await connection.createConfirmChannel();
      channel.on('error', () => undefined);
      await action(channel);
      await channel.waitForConfirms();
    }));
    await expect(attempt(channel => channel.get('foreign'))).rejects.toThrow(/ACCESS_REFUSED/);
    await expect(attempt(channel => Promise.resolve(channel.publish('dead', '', Buffer.from('x'))))).rejects.toThrow();
    await expect(attempt(channel => channel.assertQueue('own'))).rejects.toThrow(/ACCESS_REFUSED/);
    await expect(connectTo(await topology.as('checkout', '/'))).rejects.toThrow(CLOSED);
    expect((await topology.administer('GET', '/exchanges/orders/dead')).message_stats?.publish_in).toBeUndefined();
  });

  test('changes nothing when it is applied again', async () => {
    const { ended, log } = await suite().topology.applyAgain();
    expect(ended).toBe('Complete');
    expect(log).toMatch(UNCHANGED);
    figure('unchanged topology', Number(/in ([\d.]+) s/.exec(log)![1]), 's');
  });

  test('brings back a queue that was deleted behind its back, and leaves an undeclared one alone', async () => {
    const { topology } = suite();
    await topology.administer('DELETE', '/queues/orders/foreign');
    await topology.administer('PUT', '/queues/orders/tmp.app', { durable: true, arguments: { 'x-queue-type': 'classic' } });
    expect((await topology.applyAgain()).log).toContain('created  queue "foreign" in "orders"');
    expect(await queueNames()).toEqual(['billing', 'foreign', 'tmp.app']);
  });

  test('is compared, applied and adopted by the CLI', async () => {
    const { namespace, topology } = suite();
    const cli = (action: string, ...more: string[]): Promise<Run> => builtCli(['topology', action, '-n', namespace, '-c', NAME, ...more]);
    const drift = async (): Promise<string[]> => {
      const { stdout } = await cli('diff', '-o', 'json');
      return JSON.parse(stdout).drift.map((one: any) => `${one.drift} ${one.title}`);
    };
    await topology.administer('DELETE', '/queues/orders/billing');
    await topology.administer('PUT', '/policies/orders/ttl', { pattern: '^tmp\\.', 'apply-to': 'queues', definition: { 'message-ttl': 1 }, priority: 0 });
    expect((await drift()).sort()).toEqual([
      'changed policy "ttl" in "orders"', 'missing binding of "events" to "billing" by "order.*.paid" in "orders"', 'missing queue "billing" in "orders"', 'undeclared queue "tmp.app" in "orders"',
    ]);
    const applied = await cli('apply');
    expect(applied).toMatchObject({ code: 0, stdout: expect.stringContaining('created  queue "billing" in "orders"') });
    const compared = await cli('diff');
    expect(compared).toMatchObject({ code: 1, stdout: expect.stringContaining('0 missing, 0 changed, 1 undeclared') });
    const adopted = await cli('adopt', '-o', 'json');
    const { typescript, leftOut } = JSON.parse(adopted.stdout);
    expect(leftOut).toEqual([]);
    const actual = await actualObjects(await anyBroker(connection, { namespace, name: NAME }));
    expect(compare(declaredBy(typescript), actual, { administrator: (await topology.administrator()).username })
      .map(({ title }) => title)).toEqual([]);
  });

  test('takes up a rotated password', async () => {
    const { namespace, topology } = suite();
    const password = Buffer.from('another-password').toString('base64');
    await kubectl(['patch', 'secret', `${NAME}-user-checkout`, '-n', namespace, '-p', JSON.stringify({ data: { password } })]);
    expect((await topology.applyAgain()).log).toContain('changed  user "checkout"');
    await withConnection(await topology.as('checkout', 'orders'), () => Promise.resolve());
  });

  test('creates, changes and removes each kind, and removes nothing that holds messages', async () => {
    const { topology } = suite();
    const removalPolicy = RabbitMQRemovalPolicy.DELETE_WHEN_UNUSED;
    const kinds = (ttl: number): Declare => (orders, chart) => {
      example(orders, chart);
      const events = orders.addExchange('more', { removalPolicy });
      events.bind(orders.addQueue('full', { removalPolicy }), { routingKey: 'full', removalPolicy });
      orders.addQueue('empty', { removalPolicy });
      orders.addQueue('log', { type: RabbitMQQueueType.STREAM, maxAge: Duration.days(1), removalPolicy });
      orders.addSuperStream('clicks', { partitions: 2, removalPolicy });
      orders.addPolicy('tmp', { pattern: '^t', definition: { messageTtl: Duration.hours(ttl) }, priority: 2, removalPolicy });
      orders.addOperatorPolicy('limit', { pattern: '.*', definition: { maxLength: 1000 * ttl }, removalPolicy });
      new RabbitMQVirtualHost(orders, 'Other', { cluster: orders.cluster, name: 'other', description: `${ttl}`, removalPolicy });
      new RabbitMQUser(orders, 'Gone', { cluster: orders.cluster, limits: { maxConnections: ttl }, permissions: [{ vhost: 'orders', read: `^x${ttl}$` }], topicPermissions: [{ vhost: 'orders', exchange: 'events', write: '^a' }] });
    };
    const created = await topology.declareAndApply(kinds(1));
    expect(created.log).toMatch(/0 changed, 0 removed, 0 kept, \d+ unchanged, 0 refused, 0 failed/);
    await withConnection({ ...await topology.deployment.amqp(), vhost: 'orders' }, async (connection) => {
      const channel = await connection.createConfirmChannel();
      channel.sendToQueue('full', Buffer.from('kept'), { persistent: true });
      await channel.waitForConfirms();
    });
    const changed = await topology.declareAndApply(kinds(2));
    for (const what of ['vhost "other"', 'policy "tmp"', 'operator-policy "limit"', 'user-limits of "gone"', 'permission of "gone"']) {
      expect(changed.log).toContain(`changed  ${what}`);
    }
    await connectTo(await topology.as('gone', 'orders')).then(connection => connection.close());

    // the Job of this declaration has run before: its CronJob applies what is declared again
    await topology.declare(example);
    const removed = await topology.applyAgain();
    for (const what of ['queue "empty"', 'queue "log"', 'queue "clicks-0"', 'queue "clicks-1"', 'exchange "clicks"', 'exchange "more"', 'policy "tmp"', 'operator-policy "limit"', 'user "gone"', 'vhost "other"']) {
      expect(removed.log).toContain(`removed  ${what}`);
    }
    expect(removed.log).toMatch(/kept {5}queue "full" in "orders": it has 1 messages/);
    await expect(connectTo(await topology.as('gone', 'orders'))).rejects.toThrow(/ACCESS_REFUSED|403/);
    await topology.administer('DELETE', '/queues/orders/full/contents');
    await eventually('the emptied queue is removed', 180_000, async () => (await topology.applyAgain()).log, log => log.includes('removed  queue "full"'));
    expect(await queueNames()).toEqual(['billing', 'foreign', 'tmp.app']);
  });

  test('refuses what RabbitMQ cannot change, names what it refuses, and applies everything else', async () => {
    const { namespace, topology } = suite();
    const { ended, log } = await topology.declareAndApply((orders, chart) => {
      example(orders, chart);
      orders.addExchange('events2');
      orders.addPolicy('bad', { pattern: '^x', definition: { additional: { 'no-such-key': RabbitMQArgument.number(1) } } });
      const other = new RabbitMQVirtualHost(chart, 'Imported', { cluster: orders.cluster, name: 'late' });
      other.addQueue('after');
      RabbitMQVirtualHost.fromVirtualHostName(chart, 'Again', orders.cluster, 'missing').addQueue('nowhere');
    });
    expect(ended).toBe('Failed');
    expect(log).toMatch(/failed {3}policy "bad" in "orders": the broker answered 400 Validation failed/);
    expect(log).toMatch(/failed {3}queue "nowhere" in "missing": the broker answered 404/);
    expect(log).toContain('created  queue "after" in "late"');
    expect(log).toMatch(/0 refused, 2 failed/);
    const events = (await core.listNamespacedEvent({ namespace, fieldSelector: 'reason=TopologyObjectFailed' })).items;
    expect(events.map(({ message, involvedObject }) => [involvedObject.kind, message]).sort()).toEqual([
      ['Pod', expect.stringMatching(/^policy "bad" in "orders": the broker answered 400 Validation failed/)],
      ['Pod', expect.stringMatching(/^queue "nowhere" in "missing": the broker answered 404/)],
    ]);
    const { items } = await core.listNamespacedPod({ namespace, labelSelector: 'app=rabbitmq-topology' });
    const values = [(await topology.administrator()).password, (await topology.userSecret('checkout')).password];
    const logs = await Promise.all(items.map(({ metadata }) =>
      core.readNamespacedPodLog({ namespace, name: metadata!.name! })));
    expect(values.filter(value => logs.join('').includes(value))).toEqual([]);
  });

  // takes minutes on a small machine
  if (process.env.E2E_ALL) {
    test('applies 5,000 objects, and sees in seconds that they are unchanged', async () => {
      const { topology } = suite();
      const many: Declare = (orders, chart) => {
        example(orders, chart);
        const vhost = new RabbitMQVirtualHost(chart, 'Many', { cluster: orders.cluster, name: 'many', defaultQueueType: VERSION.isAtLeast('3.11') ? RabbitMQQueueType.CLASSIC : undefined });
        const exchanges = Array.from({ length: 1000 }, (_, index) => vhost.addExchange(`exchange-${index}`));
        Array.from({ length: 1000 }, (_, index) => vhost.addQueue(`queue-${index}`, { type: RabbitMQQueueType.CLASSIC }))
          .forEach((queue, index) => { ['a', 'b', 'c'].forEach((routingKey) => { exchanges[index].bind(queue, { routingKey }); }); });
      };
      const { ended, log } = await topology.declareAndApply(many);
      expect({ ended, summary: log.trim().split('\n').at(-1) }).toEqual({ ended: 'Complete', summary: expect.stringMatching(/: 500[01] created/) });
      figure('5,000 objects created', Number(/in ([\d.]+) s/.exec(log)![1]), 's');
      const again = await topology.applyAgain();
      expect(again.log).toMatch(UNCHANGED);
      figure('5,000 objects unchanged', Number(/in ([\d.]+) s/.exec(again.log)![1]), 's');
    });
  }
});
