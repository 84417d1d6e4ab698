import { App, Chart, Duration, JsonPatch } from 'cdk8s';
import { RabbitMQCluster } from '../../lib';
import { find, newCluster, synth } from '../support/synth';

describe('a name', () => {
  test('can\'t be given to two clusters of a chart', () => {
    const chart = new Chart(new App(), 'test');
    new RabbitMQCluster(chart, 'One', { name: 'orders' });
    expect(() => new RabbitMQCluster(chart, 'Two', { name: 'orders' })).toThrow(
      'name: ServiceAccount "orders" is made twice, at test/One/ServiceAccount and at test/Two/ServiceAccount: give one of the clusters another name');
  });

  test('can\'t be another cluster\'s with "-nodes", as its Service is named so', () => {
    const chart = new Chart(new App(), 'test');
    new RabbitMQCluster(chart, 'One', { name: 'orders' });
    expect(() => new RabbitMQCluster(chart, 'Two', { name: 'orders-nodes' })).toThrow('Service "orders-nodes" is made twice');
  });

  test('can be used again in another chart', () => {
    const app = new App();
    new RabbitMQCluster(new Chart(app, 'one'), 'Cluster');
    expect(() => new RabbitMQCluster(new Chart(app, 'two'), 'Cluster')).not.toThrow();
  });
});

describe('a duration', () => {
  const half = Duration.millis(1500);

  test.each([
    ['shutdown.quorumTimeout', { shutdown: { quorumTimeout: half } }],
    ['shutdown.drainTimeout', { shutdown: { drainTimeout: half } }],
    ['shutdown.flushTimeout', { shutdown: { flushTimeout: half } }],
    ['probes.startupPeriod', { probes: { startupPeriod: half } }],
    ['probes.readinessTimeout', { probes: { readinessTimeout: half } }],
  ])('%s of a fraction of a second is refused at construction', (field, props) => {
    expect(() => newCluster(props)).toThrow(`${field} is 1.5 seconds: it must be a whole number of seconds, such as Duration.seconds(2)`);
  });
});

describe('a container of the user\'s', () => {
  const containers = (securityContext?: object): any[] => {
    const cluster = newCluster({ pod: { sidecars: [{ name: 'side', image: 'busybox:1', securityContext }], initContainers: [{ name: 'before', image: 'busybox:1', securityContext }] } });
    const { spec } = find(synth(cluster), 'StatefulSet').spec.template;
    return [spec.containers[1], spec.initContainers[1]];
  };

  test('is as restricted as Pod Security asks for', () => {
    for (const container of containers()) {
      expect(container.securityContext).toEqual({ allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } });
    }
  });

  test('keeps a security context of its own', () => {
    for (const container of containers({ runAsUser: 5 })) {
      expect(container.securityContext).toEqual({ runAsUser: 5 });
    }
  });
});

describe('a name that nothing has', () => {
  test('can\'t be acknowledged', () => {
    expect(() => newCluster({ acknowledgedWarnings: ['replicas-even', 'replicas-evil'] })).toThrow(
      'acknowledgedWarnings has "replicas-evil": no warning has this name. Did you mean "replicas-even"?');
    expect(() => newCluster({ acknowledgedWarnings: ['replicas-even'] })).not.toThrow();
  });
});

describe('a label of the cluster\'s own', () => {
  test('can\'t be given', () => {
    expect(() => newCluster({ labels: { app: 'shop' } })).toThrow('labels has "app", which the cluster sets. Choose another key');
    expect(() => newCluster({ labels: { apps: 'shop' } })).not.toThrow();
  });
});

describe('a plugin that brings another', () => {
  test('has both their ports in the Service', () => {
    expect(newCluster({ plugins: ['rabbitmq_web_mqtt'] }).ports).toMatchObject({ mqtt: 1883, 'web-mqtt': 15675 });
    expect(newCluster({ plugins: ['rabbitmq_top'] }).ports).toEqual({ amqp: 5672, management: 15672, prometheus: 15692 });
  });
});

describe('what is wrong', () => {
  test('is found again after a patch', () => {
    const cluster = newCluster();
    expect(cluster.node.validate()).toEqual([]);
    cluster.statefulSet.addJsonPatch(JsonPatch.replace('/spec/podManagementPolicy', 'OrderedReady'));
    expect(cluster.node.validate()).toHaveLength(1);
  });

  test('is found again after an addition', () => {
    const cluster = newCluster();
    expect(cluster.node.validate()).toEqual([]);
    cluster.addConfig('network_backlog', '2000');
    expect(cluster.node.validate()).toHaveLength(1);
  });
});
