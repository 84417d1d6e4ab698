import { Chart } from 'cdk8s';
import { Deployment, NetworkPolicyIpBlock, NetworkPolicyPort, Secret } from 'cdk8s-plus-28';
import { RabbitMQCluster, RabbitMQVersion } from '../../../lib';
import { Manifest, selects } from '../../support/manifest';
import { find, newChart, podTemplate, synth } from '../../support/synth';

const PORTS = { ports: [NetworkPolicyPort.tcp(5672)] };

function application(chart: Chart): Deployment {
  return new Deployment(chart, 'Orders', {
    metadata: { labels: { app: 'orders' } },
    podMetadata: { labels: { app: 'orders' } },
    containers: [{ image: 'orders:1' }],
  });
}

/** The policies that cdk8s-plus makes. */
const policies = (manifests: readonly Manifest[], type: 'Egress' | 'Ingress'): Manifest[] =>
  manifests.filter(({ kind, metadata, spec }) => kind === 'NetworkPolicy' && metadata.name.startsWith('allow') && spec.policyTypes.includes(type));

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

  test('is allowed by the brokers\' policy', () => {
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
  const BROKERS = { matchLabels: { app: 'rabbitmq', cluster: 'orders', 'app.kubernetes.io/component': 'broker' } };

  test('can be a cluster made here, without a namespace of its own', () => {
    const chart = newChart();
    application(chart).connections.allowFrom(new RabbitMQCluster(chart, 'Cluster', { name: 'orders' }), PORTS);
    const [{ spec }] = policies(synth(chart), 'Ingress');
    expect(spec.ingress[0].from).toEqual([{ podSelector: BROKERS }]);
  });

  /** The manifests aren't closed: a policy for the brokers is there, and the brokers aren't. */
  function withImported(namespace?: string): Manifest[] {
    const chart = newChart();
    const credentialsSecret = Secret.fromSecretName(chart, 'Secret', 'orders');
    const attributes = { clusterName: 'orders', namespace, version: RabbitMQVersion.NEWEST, credentialsSecret };
    application(chart).connections.allowFrom(RabbitMQCluster.fromClusterAttributes(chart, 'Cluster', attributes), PORTS);
    return chart.toJson();
  }

  test('can be a cluster made elsewhere', () => {
    const [{ spec }] = policies(withImported(), 'Ingress');
    expect(spec.ingress[0].from).toEqual([{ podSelector: BROKERS }]);
  });

  test('can be a cluster in another namespace', () => {
    const from = policies(withImported('brokers'), 'Ingress').flatMap(({ spec }) => spec.ingress[0].from);
    expect(from).toEqual([{ podSelector: BROKERS, namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'brokers' } } }]);
  });
});

describe('a network', () => {
  const allow = (method: 'allowClientsFrom' | 'allowManagementFrom' | 'allowScrapingFrom' | 'allowTo', cidr: string): void => {
    const chart = newChart();
    new RabbitMQCluster(chart, 'Cluster').connections[method](NetworkPolicyIpBlock.ipv4(chart, 'Network', cidr));
  };

  test.each(['allowClientsFrom', 'allowManagementFrom', 'allowScrapingFrom', 'allowTo'] as const)('is refused by %s if it is none', (method) => {
    expect(() => { allow(method, '192.0.2.0/32'); }).not.toThrow();
    expect(() => { allow(method, '192.0.2.0/33'); }).toThrow(`connections.${method}() has "192.0.2.0/33": it must be a network as a CIDR, such as "192.0.2.0/24"`);
  });
});
