import { App, Chart } from 'cdk8s';
import { RabbitMQCluster } from '../../lib';
import { newCluster } from '../support/synth';

const cluster = (app: App, chart: string, namespace?: string) => new RabbitMQCluster(new Chart(app, chart, { namespace }), 'RabbitMQ', { name: 'orders' });

describe('one name', () => {
  test('in two charts of one namespace is refused, with both constructs', () => {
    const app = new App();
    cluster(app, 'one', 'shop');
    expect(() => cluster(app, 'two', 'shop')).toThrow(/"orders" is made twice in namespace "shop", at one\/RabbitMQ\S+ and at two\/RabbitMQ\S+: give one of the clusters another name/);
  });

  test('in other namespaces, in another app, or in charts without a namespace is accepted', () => {
    const app = new App();
    cluster(app, 'one', 'shop');
    expect(() => [cluster(app, 'two', 'store'), cluster(new App(), 'one', 'shop'), cluster(app, 'three'), cluster(app, 'four')]).not.toThrow();
  });
});

describe('a namespace', () => {
  const named = (namespace: string) => () => new RabbitMQCluster(new Chart(new App(), 'mq', { namespace }), 'RabbitMQ');

  test.each(['Team_A', 'n'.repeat(64), '-a', 'a.b', ''])('%j is refused', (namespace) => {
    expect(named(namespace)).toThrow(/^namespace of the chart is ".*": use up to 63 lower-case letters/);
  });

  test.each(['team-a', 'n'.repeat(63), '0'])('%j is accepted', (namespace) => {
    expect(named(namespace)).not.toThrow();
  });

  test('of an imported cluster is checked too', () => {
    const { version, credentialsSecret } = newCluster();
    expect(() => RabbitMQCluster.fromClusterAttributes(new Chart(new App(), 'mq'), 'RabbitMQ', { clusterName: 'orders', namespace: 'A', version, credentialsSecret })).toThrow('namespace is "A"');
  });
});
