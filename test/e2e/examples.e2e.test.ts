import { Deployment } from './support/deployment';
import { oneBrokerEach } from './support/examples';
import { useNamespace } from './support/use-cluster';

const suite = useNamespace('examples-', undefined, { each: true });

test('mqtt-and-streams: brokers listen for both', async () => {
  const { namespace } = suite();
  const [manifests] = oneBrokerEach('mqtt-and-streams', namespace);
  const deployment = Deployment.of(manifests, namespace);
  await deployment.up(300_000);
  const listeners = await deployment.broker(0).run(['rabbitmq-diagnostics', '--silent', 'listeners']);
  expect(listeners).toMatch(/port: 1883, protocol: mqtt/);
  expect(listeners).toMatch(/port: 5552, protocol: stream/);
});

test('tenants: each has a cluster of its own', async () => {
  const { namespace } = suite();
  const clusters = oneBrokerEach('tenants', namespace).map(manifests => Deployment.of(manifests, namespace));
  await Promise.all(clusters.map(async cluster => cluster.up(300_000)));
  const members = await Promise.all(clusters.map(async cluster => (await cluster.broker(0).clusterStatus()).members));
  expect(members.flat()).toEqual(['billing', 'shipping'].map(name => `rabbit@${name}-0.${name}-nodes.${namespace}`));
});
