import {
  RabbitMQBackup, RabbitMQCluster, RabbitMQConsumedQueues, RabbitMQConsumerLoad, RabbitMQConsumerScaler,
  RabbitMQExternalSecret, RabbitMQUser, RabbitMQVersion,
} from '../../lib';
import { Manifest } from '../support/manifest';
import { brokerConfiguration, find, newChart, newCluster, synth } from '../support/synth';

const raw = { default_vhost: 'billing', 'default_permissions.configure': '.*', 'default_permissions.read': '.*', 'default_permissions.write': '.*' };

function everything(): Manifest[] {
  const chart = newChart({ namespace: 'messaging' });
  const cluster = new RabbitMQCluster(chart, 'RabbitMQ', { name: 'orders', configuration: { raw } });
  new RabbitMQUser(chart, 'Web', { cluster, name: 'web', permissions: [{ configure: '^web', write: '.*', read: '.*' }], topicPermissions: [{ exchange: 'topics', write: '^web\\.' }] });
  new RabbitMQUser(chart, 'Desk', { cluster, name: 'desk' });
  new RabbitMQBackup(chart, 'Backup', { cluster });
  new RabbitMQConsumerScaler(chart, 'Scaler', { cluster, consumers: { name: 'worker' }, queues: RabbitMQConsumedQueues.named('jobs'), load: RabbitMQConsumerLoad.messages(10), maxReplicas: 5 });
  new RabbitMQExternalSecret(chart, 'External', { name: 'vault', store: 'vault', values: { username: { key: 'a' }, password: { key: 'b' } } }).bindTo(cluster);
  return synth(chart, { external: { Secret: ['vault'], Deployment: ['worker'] } });
}

const texts = (manifests: readonly Manifest[]): string[] => manifests.filter(({ kind }) => kind === 'ConfigMap').flatMap(({ data = {} }) => Object.values<string>(data));

describe('another default virtual host', () => {
  const manifests = everything();

  test('is in the uri of every user', () => {
    const uris = texts(manifests).flatMap(text => text.match(/amqp:\/\/[^"\s]+/g) ?? []);
    expect(uris).toHaveLength(5);
    expect(uris.filter(uri => !uri.endsWith(':5672/billing'))).toEqual([]);
    expect(find(manifests, 'ExternalSecret').spec.target.template.data.uri).toMatch(/:5672\/billing$/);
  });

  test('is where permissions are by default, those of the user for scaling included', () => {
    const vhosts = texts(manifests).flatMap(text => text.match(/"vhost":"[^"]*"/g) ?? []);
    expect(new Set(vhosts)).toEqual(new Set(['"vhost":"billing"']));
  });

  test('is where KEDA looks for queues', () => {
    expect(find(manifests, 'ScaledObject').spec.triggers[0].metadata.vhostName).toBe('billing');
  });

  test('is not warned about', () => {
    const chart = newChart({ namespace: 'messaging' });
    const cluster = newCluster({ configuration: { raw } }, chart);
    const user = new RabbitMQUser(chart, 'Web', { cluster, permissions: [{}] });
    expect(user.node.root.node.findAll().flatMap(node => (node as { warnings?: string[] }).warnings ?? []).filter(text => text.includes('virtual-host'))).toEqual([]);
  });

  test.each([
    ['rabbitmq_mqtt', '4.3', 'mqtt.vhost'],
    ['rabbitmq_web_mqtt', '4.3', 'mqtt.vhost'],
    ['rabbitmq_stomp', '4.3', 'stomp.default_vhost'],
    ['rabbitmq_amqp1_0', '3.13', 'amqp1_0.default_vhost'],
  ])('is that of clients of %s', (plugin, release, key) => {
    const version = RabbitMQVersion.of(release);
    const conf = (entries: Record<string, string>) => brokerConfiguration(synth(newCluster({ version, plugins: [plugin], configuration: { raw: entries }, acknowledgedWarnings: ['version-unsupported'] })));
    expect(conf({ default_vhost: 'billing' })).toMatchObject({ [key]: 'billing' });
    expect(conf({ default_vhost: 'billing', [key]: 'devices' })).toMatchObject({ [key]: 'devices' });
    expect(conf({})).not.toHaveProperty([key]);
  });
});

test('the default virtual host of an imported cluster can be said', () => {
  const chart = newChart();
  const { version, credentialsSecret } = newCluster();
  const attributes = { clusterName: 'orders', version, credentialsSecret };
  expect(RabbitMQCluster.fromClusterAttributes(chart, 'A', attributes).defaultVirtualHost).toBe('/');
  expect(RabbitMQCluster.fromClusterAttributes(chart, 'B', { ...attributes, defaultVirtualHost: 'billing' }).defaultVirtualHost).toBe('billing');
});
