import { Chart } from 'cdk8s';
import { RabbitMQCluster } from '../../../lib';
import { declareQueue, withConnection } from '../../../ops/src/load-generator/amqp';
import { reckon } from '../../../ops/src/load-generator/ledger';
import { Consumer } from '../support/consumer';
import { Deployment, manifestsOf } from '../support/deployment';
import { eventually } from '../support/eventually';
import { createNamespace, deleteNamespace } from '../support/namespaces';
import { Publisher } from '../support/publisher';

const COUNT = 500;

let namespace: string;

afterAll(async () => {
  await deleteNamespace(namespace);
});

test('the load generator reports messages that were purged behind its back as lost, and only these', async () => {
  namespace = await createNamespace('load-generator-');
  const deployment = Deployment.of(manifestsOf((app) => {
    const chart = new Chart(app, 'load', { namespace });
    new RabbitMQCluster(chart, 'RabbitMQ', { replicas: 1, resources: { memoryLimit: '1Gi' } });
    return chart;
  }), namespace);
  await deployment.up();
  const target = await deployment.amqp();
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
