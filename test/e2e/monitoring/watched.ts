import { Chart, Duration } from 'cdk8s';
import { connectTo, declareQueue, type AmqpTarget } from '../../../ops/src/load-generator/amqp';
import { Deployment, manifestsOf } from '../support/deployment';
import { eventually } from '../support/eventually';
import { Prometheus } from '../support/prometheus';
import { RabbitMQCluster, type RabbitMQClusterProps, RabbitMQMonitoring, type RabbitMQMonitoringProps } from '../../../lib';

/** A cluster `orders` with its monitoring, as it is generated but for what is said. */
export function watchedCluster(
  namespace: string,
  props: RabbitMQClusterProps,
  monitoring: Partial<RabbitMQMonitoringProps> = {},
): Deployment {
  return Deployment.of(manifestsOf((app) => {
    const chart = new Chart(app, 'watched', { namespace });
    const cluster = new RabbitMQCluster(chart, 'RabbitMQ', { name: 'orders', resources: { memoryLimit: '1Gi', cpuLimit: '1' }, plugins: ['rabbitmq_stream'], ...props });
    new RabbitMQMonitoring(chart, 'Monitoring', { cluster, ...monitoring, scraping: { interval: Duration.seconds(5), ...monitoring.scraping } });
    return chart;
  }), namespace);
}

/** Waits until each target of a cluster is up: both paths of each broker, and the exporter. */
export async function allUp(prometheus: Prometheus, namespace: string, brokers: number): Promise<void> {
  await eventually('all targets are up, and the exporter has looked at the brokers', 300_000, async (): Promise<Record<string, number | undefined>> => {
    const samples = await prometheus.query(`sum by (endpoint) (up{namespace="${namespace}",rabbitmq_cluster="orders",job=~"rabbitmq.*"})`);
    const [looked] = await prometheus.query(`rabbitmq_exporter_up{namespace="${namespace}"}`);
    return {
      ...Object.fromEntries(samples.map(({ metric, value }) => [metric.endpoint, value])), looked: looked?.value,
    };
  }, up => up.prometheus === brokers && up.detailed === brokers && up.exporter === 1 && up.looked === 1);
}

/**
 * Sends messages through queues of each type, some of which nobody takes, some twice, some too many, and some nowhere.
 */
export async function everyKindOfMessage(target: AmqpTarget, unroutable = true): Promise<void> {
  const limits = { 'x-dead-letter-exchange': 'amq.fanout', 'x-max-length': 20 };
  for (const [queue, type, limited] of [['quorum', 'quorum', true], ['classic', 'classic', true], ['stream', 'stream', false]] as const) {
    await declareQueue(target, queue, { arguments: { 'x-queue-type': type, ...(limited ? limits : {}) } });
  }
  const connection = await connectTo(target);
  const channel = await connection.createConfirmChannel();
  channel.on('error', () => undefined);
  for (let message = 0; message < 50; message++) {
    for (const queue of ['quorum', 'classic', 'stream', ...(unroutable ? ['nowhere'] : [])]) {
      channel.sendToQueue(queue, Buffer.from('message'), { persistent: true });
    }
  }
  await channel.waitForConfirms();
  const consumer = await connection.createChannel();
  consumer.on('error', () => undefined);
  await consumer.prefetch(10);
  let received = 0;
  await consumer.consume('quorum', (message) => {
    received++;
    if (received % 3 === 0) {
      consumer.nack(message!);
    } else {
      consumer.ack(message!);
    }
  });
  // refused until the broker that this is connected to has a replica that runs
  await eventually('the stream can be read', 180_000, async () => {
    const reader = await connection.createChannel();
    reader.on('error', () => undefined);
    await reader.prefetch(10);
    return reader.consume('stream', (message) => { reader.ack(message!); }, { arguments: { 'x-stream-offset': 'first' } });
  });
  await eventually('messages were consumed', 180_000, () => Promise.resolve(received), count => count >= 20);
  // the brokers' figures are of every five seconds, and connections and consumers have some only while they are there
  setTimeout(() => { void connection.close().catch(() => undefined); }, 60_000).unref();
}

/** Publishes messages to a queue by its name and waits for their confirms. */
export async function publish(deployment: Deployment, queue: string, count: number): Promise<void> {
  const connection = await connectTo(await deployment.amqp());
  const channel = await connection.createConfirmChannel();
  for (let message = 0; message < count; message++) {
    channel.sendToQueue(queue, Buffer.from('message'), { persistent: true });
  }
  await channel.waitForConfirms();
  await connection.close();
}
