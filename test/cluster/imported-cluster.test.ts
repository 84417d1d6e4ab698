import { Secret } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { IRabbitMQCluster, RabbitMQCluster, RabbitMQClusterAttributes, RabbitMQVersion } from '../../lib';
import { newChart, newCluster, synth } from '../support/synth';

function imported(attributes: Partial<RabbitMQClusterAttributes> = {}, scope: Construct = newChart({ namespace: 'apps' })): IRabbitMQCluster {
  return RabbitMQCluster.fromClusterAttributes(scope, 'Cluster', {
    clusterName: 'orders',
    version: RabbitMQVersion.V4_2,
    credentialsSecret: Secret.fromSecretName(scope, 'Secret', 'orders-user'),
    ...attributes,
  });
}

describe('a cluster that was made elsewhere', () => {
  test('is what is said of it, and otherwise what this library makes', () => {
    expect(imported()).toMatchObject({
      clusterName: 'orders',
      namespace: 'apps',
      version: RabbitMQVersion.V4_2,
      replicas: 3,
      serviceName: 'orders',
      nodesServiceName: 'orders-nodes',
      ports: { amqp: 5672, management: 15672, prometheus: 15692 },
      podLabels: { app: 'rabbitmq', cluster: 'orders', 'app.kubernetes.io/component': 'broker' },
      memoryBudget: { limitBytes: 2147483648, availableBytes: 1717986918 },
    });
    expect(imported().credentialsSecret.name).toBe('orders-user');
  });

  test('can differ in everything', () => {
    const attributes = {
      namespace: 'brokers',
      replicas: 5,
      serviceName: 'orders-client',
      nodesServiceName: 'orders-headless',
      ports: { amqps: 5671 },
      podLabels: { 'app.kubernetes.io/name': 'orders' },
      administrator: 'boss',
    };
    expect(imported(attributes)).toMatchObject(attributes);
    expect(imported({ memoryLimit: '10Gi' }).memoryBudget.availableBytes).toBe(8 * 2 ** 30);
  });

  test('makes no object', () => {
    const chart = newChart();
    imported({}, chart);
    expect(chart.toJson()).toEqual([]);
  });

  test('is to other constructs what one made here is', () => {
    const chart = newChart({ namespace: 'apps' });
    const own = newCluster({ credentials: { username: 'boss' }, version: RabbitMQVersion.V4_2, name: 'orders' }, chart);
    const other = imported({ credentialsSecret: own.credentialsSecret, administrator: 'boss' }, newChart({ namespace: 'apps' }));
    const read = (cluster: IRabbitMQCluster) => {
      const {
        clusterName,
        namespace,
        version,
        replicas,
        serviceName,
        nodesServiceName,
        ports,
        podLabels,
        memoryBudget,
        credentialsSecret,
        administrator,
      } = cluster;
      return {
        clusterName,
        namespace,
        version,
        replicas,
        serviceName,
        nodesServiceName,
        ports,
        podLabels,
        memoryBudget,
        credentialsSecret,
        administrator,
      };
    };
    expect(read(other)).toEqual(read(own));
    expect(other.toPodSelectorConfig().labelSelector._toKube())
      .toEqual(own.toPodSelectorConfig().labelSelector._toKube());
    synth(chart);
  });

  test('has the chart\'s namespace, and none where the chart has none', () => {
    expect(imported({}, newChart()).namespace).toBeUndefined();
    expect(newCluster().namespace).toBeUndefined();
  });
});

test.each([
  [{ memoryLimit: 'lots' }, 'memoryLimit is "lots": it must be a Kubernetes quantity above zero', { memoryLimit: '2Gi' }],
  [{ replicas: -1 }, 'replicas is -1: it must be a whole number from 0 to 1000', { replicas: 0 }],
  [{ maxReplicas: 2.5 }, 'maxReplicas is 2.5: it must be a whole number', { maxReplicas: 3 }],
  [{ ports: { amqp: 0 } }, 'ports "amqp" is 0: it must be a whole number from 1 to 65535', { ports: { amqp: 1 } }],
  [{ auxiliaryPods: { dnsPolicy: 'none' } }, 'auxiliaryPods.dnsPolicy is "none": it must be one of', { auxiliaryPods: { dnsPolicy: 'Default' } }],
])('attributes %j are refused', (outside, message, inside) => {
  expect(() => imported(outside)).toThrow(`/Cluster] ${message}`);
  expect(() => imported(inside)).not.toThrow();
});
