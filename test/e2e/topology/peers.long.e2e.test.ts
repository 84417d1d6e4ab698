import { Chart, Cron } from 'cdk8s';
import { Pods, Secret } from 'cdk8s-plus-28';
import { RabbitMQCluster, RabbitMQExchangeType, RabbitMQPolicyTarget, RabbitMQQueueType, RabbitMQTopology, RabbitMQVirtualHost } from '../../../lib';
import { withConnection } from '../../../ops/src/load-generator/amqp';
import { Deployment, manifestsOf } from '../support/deployment';
import { eventually } from '../support/eventually';
import { figure } from '../support/figures';
import { core, kubernetes } from '../support/kubernetes';
import { letTestsIn } from '../support/let-in';
import type { Manifest } from '../support/manifests';
import { useNamespace } from '../support/use-cluster';

/** The Job at the start has to be enough. */
const ONCE_A_YEAR = Cron.schedule({ minute: '0', hour: '0', day: '1', month: '1' });
const MESSAGES = 100;
const { CLASSIC } = RabbitMQQueueType;

describe('two clusters', () => {
  const clusterOf = (chart: Chart, name: string): RabbitMQVirtualHost => {
    const cluster = new RabbitMQCluster(chart, name, { name, replicas: 1, plugins: ['rabbitmq_federation', 'rabbitmq_federation_management', 'rabbitmq_shovel', 'rabbitmq_shovel_management'] });
    new RabbitMQTopology(chart, `${name}-declared`, { cluster, reapplySchedule: ONCE_A_YEAR });
    return new RabbitMQVirtualHost(chart, `${name}-orders`, { cluster, name: 'orders' });
  };
  const manifests = (name: 'near' | 'far'): Manifest[] => manifestsOf((app) => {
    const chart = new Chart(app, name, { namespace: suite().namespace });
    const orders = clusterOf(chart, name);
    if (name === 'far') {
      orders.addQueue('arrived', { type: CLASSIC });
      orders.addExchange('events', { type: RabbitMQExchangeType.FANOUT });
      orders.cluster.connections.allowClientsFrom(Pods.select(chart, 'Near', { labels: { app: 'rabbitmq', cluster: 'near' } }));
      return chart;
    }
    const uri = { secret: Secret.fromSecretName(chart, 'Far', 'far-uri') };
    const egress = { peer: Pods.select(chart, 'FarPods', { labels: { app: 'rabbitmq', cluster: 'far' } }) };
    orders.addShovel('move', { source: { queue: orders.addQueue('outgoing', { type: CLASSIC }) }, destination: { queueName: 'arrived', uri, egress } });
    const events = orders.addExchange('events', { type: RabbitMQExchangeType.FANOUT });
    events.bind(orders.addQueue('incoming', { type: CLASSIC }));
    const upstream = orders.addFederationUpstream('far', { uri, egress });
    orders.addPolicy('federate', { pattern: '^events$', applyTo: RabbitMQPolicyTarget.EXCHANGES, definition: { federationUpstream: upstream.name } });
    return chart;
  });
  const credentials = async (name: string): Promise<{ username: string; password: string }> => {
    const { data = {} } = await core.readNamespacedSecret({ namespace: suite().namespace, name: `${name}-credentials` });
    const text = (key: string): string => Buffer.from(data[key], 'base64').toString();
    return { username: text('username'), password: text('password') };
  };
  const publish = async (deployment: Deployment, exchange: string, key: string): Promise<void> => withConnection({ ...await deployment.amqp(), vhost: 'orders' }, async (connection) => {
    const channel = await connection.createConfirmChannel();
    Array.from(
      { length: MESSAGES },
      (_, index) => channel.publish(exchange, key, Buffer.from(String(index)), { persistent: true }),
    );
    await channel.waitForConfirms();
  });
  const ready = async (deployment: Deployment, queue: string): Promise<number> => withConnection({ ...await deployment.amqp(), vhost: 'orders' }, async (connection) => {
    const channel = await connection.createChannel();
    return (await channel.checkQueue(queue)).messageCount;
  });

  const suite = useNamespace('topology-peers-', async (namespace) => {
    const far = Deployment.of(manifests('far'), namespace);
    await far.up();
    const { username, password } = await credentials('far');
    const uri = `amqp://${username}:${encodeURIComponent(password)}@far.${namespace}.svc:5672/orders`;
    const body = Object.assign(new kubernetes.V1Secret(), { metadata: { name: 'far-uri' }, stringData: { uri } });
    await core.createNamespacedSecret({ namespace, body });
    const near = Deployment.of(manifests('near'), namespace);
    await near.up();
    return { near, far };
  });

  test('move messages by a shovel', async () => {
    const { near, far } = suite();
    await eventually('the queue is declared', 120_000, () => ready(near, 'outgoing'), count => count === 0);
    await publish(near, '', 'outgoing');
    await eventually('all messages have arrived', 120_000, () => ready(far, 'arrived'), count => count === MESSAGES);
    figure('messages moved by a shovel', MESSAGES, '');
  });

  test('federate an exchange', async () => {
    const { near, far } = suite();
    const count = await eventually('messages come over the link', 180_000, async () => {
      await publish(far, 'events', '');
      return ready(near, 'incoming');
    });
    expect(count).toBeGreaterThan(0);
    figure('messages federated', count, '');
  });

  test('have their passwords in no manifest and no log', async () => {
    const { namespace } = suite();
    const { password } = await credentials('far');
    expect(JSON.stringify([...manifests('near'), ...letTestsIn(manifests('near'))])).not.toContain(password);
    const { items } = await core.listNamespacedPod({ namespace });
    const logs = await Promise.all(items.map(({ metadata }) => core.readNamespacedPodLog({ namespace, name: metadata!.name!, container: metadata!.labels?.app === 'rabbitmq' ? 'rabbitmq' : undefined })));
    expect(items.filter((_, index) => logs[index].includes(password)).map(({ metadata }) => metadata?.name))
      .toEqual([]);
    const { items: configMaps } = await core.listNamespacedConfigMap({ namespace });
    expect(configMaps
      .filter(({ data }) => JSON.stringify(data ?? {}).includes(password))
      .map(({ metadata }) => metadata?.name)).toEqual([]);
  });
});
