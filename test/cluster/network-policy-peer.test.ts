import { Chart } from 'cdk8s';
import { Deployment, NetworkPolicyPort, Secret } from 'cdk8s-plus-28';
import { IRabbitMQCluster, RabbitMQCluster, RabbitMQVersion } from '../../lib';
import { Manifest, selects } from '../support/manifest';
import { find, newChart, podTemplate, synth } from '../support/synth';

const PORTS = { ports: [NetworkPolicyPort.tcp(5672)] };

function application(chart: Chart): Deployment {
  return new Deployment(chart, 'Orders', {
    metadata: { labels: { app: 'orders' } },
    podMetadata: { labels: { app: 'orders' } },
    containers: [{ image: 'orders:1' }],
  });
}

const policies = (manifests: readonly Manifest[], type: 'Egress' | 'Ingress'): Manifest[] =>
  manifests.filter(({ kind, spec }) => kind === 'NetworkPolicy' && spec.policyTypes.includes(type));

describe('a workload that is allowed to reach the cluster', () => {
  const chart = newChart({ namespace: 'shop' });
  const cluster = new RabbitMQCluster(chart, 'Cluster');
  const deployment = application(chart);
  deployment.connections.allowTo(cluster, PORTS);
  const manifests = synth(chart);
  const brokers = podTemplate(manifests).metadata.labels;

  test('may send to the brokers\' pods', () => {
    const [{ spec }] = policies(manifests, 'Egress');
    expect(selects(spec.podSelector, find(manifests, 'Deployment').spec.template.metadata.labels)).toBe(true);
    expect(selects(spec.egress[0].to[0].podSelector, brokers)).toBe(true);
    expect(spec.egress[0].ports).toEqual([{ port: 5672, protocol: 'TCP' }]);
  });

  test('is let in by the brokers\' pods', () => {
    const [{ spec, metadata }] = policies(manifests, 'Ingress');
    expect(metadata.namespace).toBe('shop');
    expect(selects(spec.podSelector, brokers)).toBe(true);
    expect(selects(spec.ingress[0].from[0].podSelector, find(manifests, 'Deployment').spec.template.metadata.labels)).toBe(true);
  });

  test('is one of two: both policies are there', () => {
    expect(policies(manifests, 'Egress')).toHaveLength(1);
    expect(policies(manifests, 'Ingress')).toHaveLength(1);
  });

  test('isn\'t let to the bootstrap\'s pods', () => {
    const [{ spec }] = policies(manifests, 'Egress');
    expect(selects(spec.egress[0].to[0].podSelector, find(manifests, 'Job').spec.template.metadata.labels)).toBe(false);
  });
});

describe('a peer of a NetworkPolicy', () => {
  function peer(make: (chart: Chart) => IRabbitMQCluster): Manifest[] {
    const chart = newChart();
    application(chart).connections.allowFrom(make(chart), PORTS);
    return chart.toJson();
  }

  test.each<[string, (chart: Chart) => IRabbitMQCluster]>([
    ['made here', chart => new RabbitMQCluster(chart, 'Cluster', { name: 'orders' })],
    ['made elsewhere', chart => RabbitMQCluster.fromClusterAttributes(chart, 'Cluster', {
      clusterName: 'orders', version: RabbitMQVersion.NEWEST, credentialsSecret: Secret.fromSecretName(chart, 'Secret', 'orders'),
    })],
  ])('can be a cluster %s, without a namespace of its own', (_where, make) => {
    const [{ spec }] = policies(peer(make), 'Ingress');
    expect(spec.ingress[0].from).toEqual([{ podSelector: { matchLabels: { app: 'rabbitmq', cluster: 'orders', 'app.kubernetes.io/component': 'broker' } } }]);
  });

  test('can be a cluster in another namespace', () => {
    const manifests = peer(chart => RabbitMQCluster.fromClusterAttributes(chart, 'Cluster', {
      clusterName: 'orders', namespace: 'brokers', version: RabbitMQVersion.NEWEST, credentialsSecret: Secret.fromSecretName(chart, 'Secret', 'orders'),
    }));
    const from = policies(manifests, 'Ingress').flatMap(({ spec }) => spec.ingress[0].from);
    expect(from).toContainEqual(expect.objectContaining({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'brokers' } } }));
  });
});
