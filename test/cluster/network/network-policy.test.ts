import { Namespaces, NetworkPolicyIpBlock, Pods } from 'cdk8s-plus-28';
import { RabbitMQCluster, RabbitMQClusterProps, RabbitMQVersion } from '../../../lib';
import { find, newChart, synth } from '../../support/synth';

const BROKERS = { app: 'rabbitmq', cluster: 'orders', 'app.kubernetes.io/component': 'broker' };
const BETWEEN = [
  { protocol: 'TCP', port: 4369 },
  { protocol: 'TCP', port: 25_672 },
  { protocol: 'TCP', port: 6000, endPort: 6500 },
  { protocol: 'TCP', port: 35_672, endPort: 35_682 },
];

/** Pods, node-local caches and resolvers of the private network. */
const DNS = {
  to: [
    { namespaceSelector: {} },
    ...['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7', 'fe80::/10']
      .map(cidr => ({ ipBlock: { cidr } })),
  ],
  ports: [{ protocol: 'UDP', port: 53 }, { protocol: 'TCP', port: 53 }],
};

function newOrders(props: RabbitMQClusterProps = {}): RabbitMQCluster {
  return new RabbitMQCluster(newChart({ namespace: 'shop' }), 'Cluster', { name: 'orders', networkPolicy: { enabled: true }, ...props });
}

function policyOf(cluster: RabbitMQCluster): any {
  return find(synth(cluster), 'NetworkPolicy', cluster.clusterName).spec;
}

describe('the policy of the brokers', () => {
  test('lets brokers reach each other and DNS, and nobody anything else', () => {
    expect(policyOf(newOrders({ membership: { leaveOnScaleIn: false } }))).toEqual({
      podSelector: { matchLabels: BROKERS },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: [{ podSelector: { matchLabels: BROKERS } }], ports: BETWEEN }],
      egress: [
        { to: [{ podSelector: { matchLabels: BROKERS } }], ports: BETWEEN },
        DNS,
      ],
    });
  });

  test('opens the ports of a purpose to its peers', () => {
    const cluster = newOrders({ plugins: ['rabbitmq_mqtt'] });
    cluster.connections.allowClientsFrom(Pods.select(cluster, 'Workers', { labels: { app: 'worker' } }));
    cluster.connections.allowManagementFrom(NetworkPolicyIpBlock.ipv4(cluster, 'Office', '10.1.0.0/16', ['10.1.9.0/24']));
    cluster.connections.allowScrapingFrom(Namespaces.select(cluster, 'Monitoring', { names: ['monitoring', 'metrics'], labels: { team: 'sre' } }));
    const [, ...letIn] = policyOf(cluster).ingress;
    expect(letIn).toEqual([
      { from: [{ podSelector: { matchLabels: { app: 'worker' } } }], ports: [{ protocol: 'TCP', port: 5672 }, { protocol: 'TCP', port: 1883 }] },
      { from: [{ ipBlock: { cidr: '10.1.0.0/16', except: ['10.1.9.0/24'] } }], ports: [{ protocol: 'TCP', port: 15_672 }] },
      {
        from: [{
          podSelector: {},
          namespaceSelector: {
            matchLabels: { team: 'sre' },
            matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['monitoring', 'metrics'] }],
          },
        }],
        ports: [{ protocol: 'TCP', port: 15_692 }],
      },
    ]);
  });

  test('follows plugins that are added after a peer', () => {
    const cluster = newOrders();
    cluster.connections.allowClientsFrom(NetworkPolicyIpBlock.anyIpv4(cluster, 'Anywhere'));
    cluster.addPlugins('rabbitmq_stream');
    expect(policyOf(cluster).ingress[1].ports.map(({ port }: any) => port)).toEqual([5672, 5552]);
  });

  test('lets another cluster in', () => {
    const cluster = newOrders();
    const billing = new RabbitMQCluster(newChart({ namespace: 'billing' }), 'Billing', { name: 'billing' });
    cluster.connections.allowClientsFrom(billing);
    expect(policyOf(cluster).ingress[1].from).toEqual([{
      podSelector: { matchLabels: { ...BROKERS, cluster: 'billing' } },
      namespaceSelector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['billing'] }] },
    }]);
  });

  test('lets brokers reach what they were told to', () => {
    const cluster = newOrders({ membership: { leaveOnScaleIn: false } });
    cluster.connections.allowTo(NetworkPolicyIpBlock.ipv4(cluster, 'Directory', '10.2.0.7/32'), 636);
    cluster.connections.allowTo(Pods.select(cluster, 'Upstream', { labels: { app: 'upstream' } }));
    expect(policyOf(cluster).egress.slice(2)).toEqual([
      { to: [{ ipBlock: { cidr: '10.2.0.7/32' } }], ports: [{ protocol: 'TCP', port: 636 }] },
      { to: [{ podSelector: { matchLabels: { app: 'upstream' } } }] },
    ]);
  });

  test.each([0, 65_536, 1.5])('refuses %d as a port', (port) => {
    const cluster = newOrders();
    expect(() => { cluster.connections.allowTo(NetworkPolicyIpBlock.anyIpv4(cluster, 'Anywhere'), port); }).toThrow(`connections.allowTo() has ${port}: it must be a whole number`);
    expect(() => newOrders({ networkPolicy: { apiServerPorts: [port] } })).toThrow(`networkPolicy.apiServerPorts has ${port}`);
  });

  test.each(['1', '65535'])('takes %s as a port', (port) => {
    const cluster = newOrders();
    expect(() => { cluster.connections.allowTo(NetworkPolicyIpBlock.anyIpv4(cluster, 'Anywhere'), Number(port)); }).not.toThrow();
  });

  test('lets brokers that ask the API server for their peers or for their replicas reach it', () => {
    const apiServer = { ports: [{ protocol: 'TCP', port: 443 }, { protocol: 'TCP', port: 6443 }] };
    expect(policyOf(newOrders({ version: RabbitMQVersion.V4_0 })).egress).toContainEqual(apiServer);
    expect(policyOf(newOrders({ version: RabbitMQVersion.V4_1 })).egress).toContainEqual(apiServer);
    expect(
      policyOf(newOrders({ version: RabbitMQVersion.V4_1, membership: { leaveOnScaleIn: false } })).egress,
    ).not.toContainEqual(apiServer);
  });
});

test('the Job that makes Secrets reaches the API server and DNS, and nobody reaches it', () => {
  const { spec } = find(synth(newOrders({ networkPolicy: { enabled: true, apiServerPorts: [8443] } })), 'NetworkPolicy', 'orders-init');
  expect(spec).toEqual({
    podSelector: { matchLabels: { app: 'rabbitmq-bootstrap', cluster: 'orders', 'app.kubernetes.io/component': 'bootstrap' } },
    policyTypes: ['Ingress', 'Egress'],
    egress: [
      DNS,
      { ports: [{ protocol: 'TCP', port: 8443 }] },
    ],
  });
});

describe('there is a policy', () => {
  const policies = (props: RabbitMQClusterProps): string[] =>
    synth(newOrders({ networkPolicy: undefined, ...props })).filter(({ kind }) => kind === 'NetworkPolicy').map(({ metadata }) => metadata.name);

  test('by default for several brokers, and for production', () => {
    expect(policies({ replicas: 3 })).toEqual(['orders-init', 'orders']);
    expect(policies({ replicas: 1 })).toEqual([]);
    expect(policies({ replicas: 1, production: true })).toEqual(['orders-init', 'orders']);
  });

  test('or not, if it is told', () => {
    expect(policies({ replicas: 3, networkPolicy: { enabled: false } })).toEqual([]);
    expect(policies({ replicas: 1, networkPolicy: { enabled: true } })).toEqual(['orders-init', 'orders']);
  });
});
