import { declareQueue, withConnection } from '../../../ops/src/load-generator/amqp';
import { reckon } from '../../../ops/src/load-generator/ledger';
import { Consumer } from '../support/consumer';
import { eventually } from '../support/eventually';
import { useCluster } from '../support/use-cluster';
import { Publisher } from '../support/publisher';

const COUNT = 500;

const suite = useCluster('load-generator-', { replicas: 1 });

test('the load generator reports messages that were purged behind its back as lost, and only these', async () => {
  const target = await suite().deployment.amqp();
  await declareQueue(target, 'orders');
  const publisher = Publisher.start({ target, queue: 'orders', rate: 200 });
  await publisher.reached(COUNT);
  const purged = await withConnection(target, async connection => (await (await connection.createChannel()).purgeQueue('orders')).messageCount);
  const consumer = Consumer.start({ target, queue: 'orders' });
  await publisher.reached(publisher.confirmed.size + COUNT);
  await publisher.stop();
  await eventually('the consumer has the rest', 60_000, () => publisher.confirmed.size - consumer.received.size, missing => missing === purged);
  await consumer.stop();
  const { lost, received, confirmed } = reckon(publisher, consumer);
  expect(purged).toBeGreaterThanOrEqual(COUNT);
  expect({ lost, received }).toEqual({ lost: purged, received: confirmed - purged });
});
