import { setTimeout as sleep } from 'node:timers/promises';
import { DeclaredCluster } from './declared-cluster';
import { RabbitMQOverflow, RabbitMQQueueType, RabbitMQUser, RabbitMQVirtualHost } from '../../../lib';
import { connectTo, withConnection } from '../../../ops/src/load-generator/amqp';
import { figure } from '../support/figures';
import { Publisher } from '../support/publisher';
import { useNamespace } from '../support/use-cluster';

const MAX_CONNECTIONS = 5;
const MAX_QUEUES = 10;
const MAX_LENGTH = 2_000;

/** For how long each latency is measured. */
const MEASURED_MS = 30_000;

/** How much longer 99 of 100 messages of a quiet tenant may wait for their confirm while another does what it can. */
const SLOWER = 10;

describe('two tenants of a cluster', () => {
  const suite = useNamespace('topology-tenants-', async (namespace) => {
    const topology = await DeclaredCluster.up(namespace, (orders, chart) => {
      for (const name of ['loud', 'quiet']) {
        const tenant = new RabbitMQVirtualHost(chart, name, {
          cluster: orders.cluster, name, defaultQueueType: RabbitMQQueueType.QUORUM, limits: {
            maxConnections: MAX_CONNECTIONS, maxQueues: MAX_QUEUES,
          },
        });
        tenant.addOperatorPolicy('limits', { pattern: '.*', definition: { maxLength: MAX_LENGTH, overflow: RabbitMQOverflow.REJECT_PUBLISH } });
        tenant.grant(new RabbitMQUser(chart, `${name}-app`, { cluster: orders.cluster, name }), { configure: '.*', write: '.*', read: '.*' });
      }
    }, { replicas: 3 });
    await topology.firstReport();
    return { topology };
  });

  const login = async (name: string) => suite().topology.as(name, name);

  test('cannot take more than their limits, and one that fills its own leaves the other its latency', async () => {
    const quiet = await login('quiet');
    const loud = await login('loud');
    await withConnection(quiet, async (connection) => {
      const channel = await connection.createChannel();
      await channel.assertQueue('steady', { durable: true, arguments: { 'x-queue-type': 'quorum' } });
      // the oldest go, so that this tenant never meets its own limit
      await channel.consume('steady', () => undefined, { noAck: true });
      const publisher = Publisher.start({ target: quiet, queue: 'steady', rate: 50 });
      try {
        await publisher.reached(100);
        publisher.lap();
        await sleep(MEASURED_MS);
        const alone = publisher.lap().p99WaitMs;
        figure('99 of 100 confirms of a tenant alone', alone, 'ms');

        const connections = await Promise.all(Array.from({ length: MAX_CONNECTIONS }, async () => connectTo(loud)));
        try {
          await expect(connectTo(loud)).rejects.toThrow(/limit|closed|NOT_ALLOWED|ConnectionClose/i);
          const declaring = await connections[0].createChannel();
          for (let index = 0; index < MAX_QUEUES; index++) {
            await declaring.assertQueue(`fill-${index}`, { durable: true, arguments: { 'x-queue-type': 'quorum' } });
          }
          declaring.on('error', () => undefined);
          await expect(declaring.assertQueue('one-more', { durable: true })).rejects.toThrow(/limit/);

          publisher.lap();
          const refused = await flood(connections, MEASURED_MS);
          const beside = publisher.lap().p99WaitMs;
          figure('99 of 100 confirms beside a tenant that fills its limits', beside, 'ms');
          figure('messages refused to the tenant that fills its limits', refused, '');
          expect(refused).toBeGreaterThan(0);
          expect(beside).toBeLessThan(SLOWER * Math.max(alone, 20));
        } finally {
          await Promise.all(connections.map(async each => each.close().catch(() => undefined)));
        }
        const queues = await suite().topology.administer('GET', '/queues/loud?columns=name,messages');
        expect(queues).toHaveLength(MAX_QUEUES);
      } finally {
        await publisher.stop();
      }
    });
  });
});

/** Publishes as fast as it can on all connections; answers how many messages were refused. */
async function flood(connections: readonly Awaited<ReturnType<typeof connectTo>>[], forMs: number): Promise<number> {
  const end = performance.now() + forMs;
  const body = Buffer.alloc(1024);
  let refused = 0;
  await Promise.all(connections.map(async (connection, number) => {
    const channel = await connection.createConfirmChannel();
    for (let message = 0; performance.now() < end; message++) {
      channel.publish('', `fill-${(message + number) % MAX_QUEUES}`, body, { persistent: true }, (error) => { refused += error ? 1 : 0; });
      if (message % 100 === 99) {
        await channel.waitForConfirms().catch(() => undefined);
      }
    }
  }));
  return refused;
}
