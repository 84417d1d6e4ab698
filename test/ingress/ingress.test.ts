import { Duration } from 'cdk8s';
import { ConfigMap, NetworkPolicyIpBlock, Pods, Secret } from 'cdk8s-plus-28';
import {
  RabbitMQCertificate, RabbitMQCloud, RabbitMQCluster, RabbitMQClusterProps, RabbitMQIngress, RabbitMQIngressController,
  RabbitMQIngressProps, RabbitMQTrafficPolicy, RabbitMQVersion,
} from '../../lib';
import { Manifest } from '../support/manifest';
import { brokerConfiguration, find, newChart, newCluster, synth } from '../support/synth';

type Options = Omit<RabbitMQIngressProps, 'cluster'>;

const LOCAL = { externalTrafficPolicy: RabbitMQTrafficPolicy.LOCAL };
const TLS_ONLY: RabbitMQClusterProps = { tls: { certificate: RabbitMQCertificate.fromIssuer({ issuer: 'ca', maxReplicas: 3 }), disablePlainListeners: true } };
const secret = (name: string) => Secret.fromSecretName(newChart(), 'Secret', name);
const HOST = 'mq.example.com';
const gateway = { name: 'public', namespace: 'gateways', sectionName: 'tls' };

function newIngress(options: Options, cluster: RabbitMQClusterProps = {}): RabbitMQIngress {
  const chart = newChart({ namespace: 'shop' });
  return new RabbitMQIngress(chart, 'Ingress', { cluster: newCluster({ name: 'orders', ...cluster }, chart), ...options });
}

function made(options: Options, cluster: RabbitMQClusterProps = {}): Manifest[] {
  return synth(newIngress(options, cluster), { external: { Secret: ['ui', 'orders-management-tls', 'brokers-ca'], ConfigMap: ['authority'] } });
}

const ingressOf = (manifests: readonly Manifest[]): any => find(manifests, 'Ingress', 'orders-management');
const dnsNames = (manifests: readonly Manifest[]): string[] => find(manifests, 'Certificate').spec.dnsNames;
const policyOf = (manifests: readonly Manifest[]): any[] => find(manifests, 'NetworkPolicy', 'orders').spec.ingress;

describe('the pods of a controller', () => {
  test('are a peer for the management UI', () => {
    const chart = newChart();
    const { podSelector } = RabbitMQIngress
      .controllerPods(chart, RabbitMQIngressController.HAPROXY)
      .toNetworkPolicyPeerConfig();
    expect(podSelector?.labelSelector._toKube().matchLabels).toEqual({ 'app.kubernetes.io/name': 'kubernetes-ingress' });
    expect(podSelector?.namespaces?.names).toEqual(['haproxy-controller']);
  });
});

describe('the management UI behind an Ingress', () => {
  test('is at its host and path, over TLS by the Secret', () => {
    const { spec, metadata } = ingressOf(made({ management: { host: HOST, path: '/rabbitmq', ingressClass: 'public', tls: { secret: secret('ui') } } }, { configuration: { management: { pathPrefix: '/rabbitmq' } } }));
    expect(spec).toEqual({
      ingressClassName: 'public',
      tls: [{ hosts: [HOST], secretName: 'ui' }],
      rules: [{ host: HOST, http: { paths: [{ path: '/rabbitmq', pathType: 'Prefix', backend: { service: { name: 'orders', port: { name: 'management' } } } }] } }],
    });
    expect(metadata).not.toHaveProperty('annotations');
  });

  test.each([
    [{ issuer: 'ca' }, { 'cert-manager.io/issuer': 'ca' }, 'orders-management-tls'],
    [{ clusterIssuer: 'public', secret: secret('ui') }, { 'cert-manager.io/cluster-issuer': 'public' }, 'ui'],
  ])('has its certificate made: %j', (tls, annotations, secretName) => {
    const { spec, metadata } = ingressOf(made({ management: { host: HOST, tls } }));
    expect(metadata.annotations).toEqual(annotations);
    expect(spec.tls[0].secretName).toBe(secretName);
  });

  test.each<[RabbitMQIngressController, object, object]>([
    [
      RabbitMQIngressController.NGINX,
      { 'nginx.ingress.kubernetes.io/proxy-body-size': '10m' },
      {
        'nginx.ingress.kubernetes.io/proxy-body-size': '10m',
        'nginx.ingress.kubernetes.io/backend-protocol': 'HTTPS',
        'nginx.ingress.kubernetes.io/proxy-ssl-secret': 'shop/brokers-ca',
        'nginx.ingress.kubernetes.io/proxy-ssl-verify': 'on',
        'nginx.ingress.kubernetes.io/proxy-ssl-server-name': 'on',
        'nginx.ingress.kubernetes.io/proxy-ssl-name': 'orders.shop.svc',
      },
    ],
    [
      RabbitMQIngressController.TRAEFIK,
      { 'traefik.ingress.kubernetes.io/router.entrypoints': 'websecure', 'traefik.ingress.kubernetes.io/router.tls': 'true' },
      { 'traefik.ingress.kubernetes.io/router.entrypoints': 'websecure', 'traefik.ingress.kubernetes.io/router.tls': 'true' },
    ],
    [
      RabbitMQIngressController.HAPROXY,
      { 'haproxy.org/ssl-redirect': 'true' },
      { 'haproxy.org/ssl-redirect': 'true', 'haproxy.org/server-ssl': 'true', 'haproxy.org/server-sni': 'str(orders.shop.svc)', 'haproxy.org/server-ca': 'shop/brokers-ca' },
    ],
  ])('tells %s what it needs, plainly and to brokers that speak TLS only', (controller, plain, tlsOnly) => {
    const management = { host: HOST, controller, tls: { secret: secret('ui') } };
    expect(ingressOf(made({ management })).metadata.annotations).toEqual(plain);
    const secured = made({ management: { ...management, ...controller !== RabbitMQIngressController.TRAEFIK && { controllerAuthority: secret('brokers-ca') } } }, TLS_ONLY);
    expect(ingressOf(secured).metadata.annotations).toEqual(tlsOnly);
    expect(ingressOf(secured).spec.rules[0].http.paths[0].backend.service.port).toEqual({ name: 'management-tls' });
  });

  test('has a Service of its own for Traefik, which looks there for TLS', () => {
    const manifests = made({ management: { host: HOST, controller: RabbitMQIngressController.TRAEFIK, tls: { secret: secret('ui') } } }, TLS_ONLY);
    expect(find(manifests, 'Service', 'orders-management')).toMatchObject({
      metadata: { annotations: { 'traefik.ingress.kubernetes.io/service.serversscheme': 'https' } }, spec: { ports: [{ name: 'management-tls', port: 15_671 }] },
    });
    expect(ingressOf(manifests).spec.rules[0].http.paths[0].backend.service.name).toBe('orders-management');
  });

  test('takes annotations of one\'s own before the preset\'s', () => {
    const { metadata } = ingressOf(made({ management: { host: HOST, controller: RabbitMQIngressController.NGINX, tls: { secret: secret('ui') }, annotations: { 'nginx.ingress.kubernetes.io/proxy-body-size': '1m' } } }));
    expect(metadata.annotations).toEqual({ 'nginx.ingress.kubernetes.io/proxy-body-size': '1m' });
  });

  test('is allowed by the NetworkPolicy', () => {
    const chart = newChart();
    const manifests = made({ management: { host: HOST, tls: { secret: secret('ui') }, allowFrom: Pods.select(chart, 'Controller', { labels: { app: 'nginx' } }) } });
    expect(policyOf(manifests)).toContainEqual({ from: [{ podSelector: { matchLabels: { app: 'nginx' } } }], ports: [{ protocol: 'TCP', port: 15_672 }] });
  });
});

describe('the management UI behind a Gateway', () => {
  test('is an HTTPRoute', () => {
    const { spec } = find(made({ management: { host: HOST, gateway } }), 'HTTPRoute', 'orders-management');
    expect(spec).toEqual({
      parentRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', ...gateway }],
      hostnames: [HOST],
      rules: [{ matches: [{ path: { type: 'PathPrefix', value: '/' } }], backendRefs: [{ name: 'orders', port: 15_672 }] }],
    });
  });

  test('checks brokers that speak TLS only', () => {
    const manifests = made({ management: { host: HOST, gateway, backendAuthority: ConfigMap.fromConfigMapName(newChart(), 'Authority', 'authority') } }, TLS_ONLY);
    expect(find(manifests, 'BackendTLSPolicy').spec).toEqual({
      targetRefs: [{ group: '', kind: 'Service', name: 'orders', sectionName: 'management-tls' }],
      validation: { hostname: 'orders.shop.svc', caCertificateRefs: [{ group: '', kind: 'ConfigMap', name: 'authority' }] },
    });
    const trusted = made({ management: { host: HOST, gateway } }, { tls: { certificate: RabbitMQCertificate.fromIssuer({ issuer: 'public', publiclyTrusted: true, dnsNames: ['amqp.example.com'] }), disablePlainListeners: true } });
    expect(find(trusted, 'BackendTLSPolicy').spec.validation).toEqual({ hostname: 'amqp.example.com', wellKnownCACertificates: 'System' });
  });
});

describe('ports behind a Gateway', () => {
  test('are found by the host that clients ask for, which the certificate is for', () => {
    const manifests = made({ routes: [{ port: 'amqps', gateway, hosts: ['amqp.example.com'] }] }, TLS_ONLY);
    expect(find(manifests, 'TLSRoute', 'orders-amqps').spec).toEqual({
      parentRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', ...gateway }],
      hostnames: ['amqp.example.com'],
      rules: [{ backendRefs: [{ name: 'orders', port: 5671 }] }],
    });
    expect(dnsNames(manifests)).toContain('amqp.example.com');
  });

  test('are open as they are where they speak no TLS', () => {
    const manifests = made({ routes: [{ port: 'amqp', gateway, allowPlain: true }] });
    expect(find(manifests, 'TCPRoute', 'orders-amqp').spec).toEqual({
      parentRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', ...gateway }], rules: [{ backendRefs: [{ name: 'orders', port: 5672 }] }],
    });
  });
});

describe('a load balancer', () => {
  const plugins = { plugins: ['rabbitmq_stream'] };

  test('opens the ports over TLS that clients connect to, and no other', () => {
    const manifests = made({ loadBalancer: { hosts: ['amqp.example.com'], sourceRanges: ['192.0.2.0/24', '2001:db8::/32'] } }, { ...TLS_ONLY, ...plugins });
    const { spec, metadata } = find(manifests, 'Service', 'orders-external');
    expect(spec).toMatchObject({ type: 'LoadBalancer', loadBalancerSourceRanges: ['192.0.2.0/24', '2001:db8::/32'] });
    expect(spec.ports).toEqual([{ name: 'amqps', port: 5671, targetPort: 'amqps' }, { name: 'streams', port: 5551, targetPort: 'streams' }]);
    expect(metadata.annotations).toEqual({ 'external-dns.alpha.kubernetes.io/hostname': 'amqp.example.com' });
    expect(dnsNames(manifests)).toContain('amqp.example.com');
  });

  test('allows the source ranges, or the given peers', () => {
    expect(policyOf(made({ loadBalancer: { sourceRanges: ['192.0.2.0/24', '2001:db8::/32'] } }, TLS_ONLY)))
      .toContainEqual({ from: [{ ipBlock: { cidr: '192.0.2.0/24' } }, { ipBlock: { cidr: '2001:db8::/32' } }], ports: [{ protocol: 'TCP', port: 5671 }] });
    const allowFrom = NetworkPolicyIpBlock.ipv4(newChart(), 'Nodes', '10.0.0.0/16');
    expect(policyOf(made({ loadBalancer: { sourceRanges: ['192.0.2.0/24'], allowFrom } }, TLS_ONLY)).map(({ from: peers }) => peers)).toContainEqual([{ ipBlock: { cidr: '10.0.0.0/16' } }]);
  });

  test('says how long connections may be silent as each cloud wants to hear it', () => {
    const annotations = (cloud: RabbitMQCloud): object | undefined =>
      find(made({ loadBalancer: { cloud, idleTimeout: Duration.minutes(30) } }, { ...TLS_ONLY, ...plugins }), 'Service', 'orders-external').metadata.annotations;
    expect(annotations(RabbitMQCloud.AWS)).toEqual({
      'service.beta.kubernetes.io/aws-load-balancer-listener-attributes.TCP-5671': 'tcp.idle_timeout.seconds=1800',
      'service.beta.kubernetes.io/aws-load-balancer-listener-attributes.TCP-5551': 'tcp.idle_timeout.seconds=1800',
    });
    expect(annotations(RabbitMQCloud.AZURE)).toEqual({ 'service.beta.kubernetes.io/azure-load-balancer-tcp-idle-timeout': '30' });
  });

  test('is of the class, and sends traffic where it is told', () => {
    const options = { loadBalancerClass: 'example.com/internal', externalTrafficPolicy: RabbitMQTrafficPolicy.LOCAL, healthCheckNodePort: 32_000 };
    expect(find(made({ loadBalancer: options }, TLS_ONLY), 'Service', 'orders-external').spec).toMatchObject(options);
  });
});

describe('a load balancer for each broker', () => {
  const manifests = made({ nodes: { domain: HOST, maxReplicas: 4 } }, { ...TLS_ONLY, plugins: ['rabbitmq_stream'], ordinalStart: 2 });

  test('leads to one pod, for as many as there may be', () => {
    for (const ordinal of [2, 3, 4, 5]) {
      const { spec, metadata } = find(manifests, 'Service', `orders-${ordinal}`);
      expect(spec.selector).toMatchObject({ app: 'rabbitmq', cluster: 'orders', 'statefulset.kubernetes.io/pod-name': `orders-${ordinal}` });
      expect(metadata.annotations).toEqual({ 'external-dns.alpha.kubernetes.io/hostname': `orders-${ordinal}.${HOST}` });
    }
    expect(manifests.filter(({ kind, metadata: { name } }) => kind === 'Service' && /^orders-\d$/.test(name))).toHaveLength(4);
  });

  test('is plain where that is meant, and needs no certificate then', () => {
    const plain = made({ nodes: { domain: HOST, ports: ['amqp', 'stream'], allowPlain: true } }, { plugins: ['rabbitmq_stream'] });
    expect(brokerConfiguration(plain)).toMatchObject({ 'stream.advertised_host': `$(POD_NAME).${HOST}`, 'stream.advertised_port': '5552' });
  });

  test('is what the broker tells clients of streams, and what its certificate is for', () => {
    expect(brokerConfiguration(manifests)).toMatchObject({ 'stream.advertised_host': `$(POD_NAME).${HOST}`, 'stream.advertised_tls_host': `$(POD_NAME).${HOST}`, 'stream.advertised_tls_port': '5551' });
    expect(brokerConfiguration(manifests)).not.toHaveProperty('stream.advertised_port');
    expect(dnsNames(manifests)).toContain(`*.${HOST}`);
  });
});

test('a cluster that was made elsewhere is reached as well', () => {
  const chart = newChart({ namespace: 'shop' });
  const cluster = RabbitMQCluster.fromClusterAttributes(chart, 'Cluster', {
    clusterName: 'orders', version: RabbitMQVersion.NEWEST, credentialsSecret: secret('orders'), ports: { amqps: 5671, streams: 5551, management: 15_672 },
  });
  const ingress = new RabbitMQIngress(chart, 'Ingress', { cluster, management: { host: HOST, tls: { secret: secret('ui') } }, nodes: { domain: HOST } });
  expect(ingress.nodes).toHaveLength(3);
  expect(ingress.node.validate()).toEqual([]);
  expect(ingress.warnings).toEqual([
    expect.stringContaining('[imported-certificate-names]'), expect.stringContaining('[imported-stream-address]'),
  ]);
});

describe('what can\'t be is refused', () => {
  const authority = ConfigMap.fromConfigMapName(newChart(), 'Authority', 'authority');
  const ui = { host: HOST, tls: { secret: secret('ui') } };

  test.each<[string, Options, RabbitMQClusterProps, RegExp]>([
    ['no way', {}, {}, /\] the ingress is empty. Set at least one of management, routes, loadBalancer and nodes$/],
    ['no way in an empty list', { routes: [] }, {}, /\] the ingress is empty/],
    ['a URL for a host', { management: { ...ui, host: 'https://mq.example.com' } }, {}, /\] management\.host is "https:\/\/mq\.example\.com": it must be a DNS name/],
    ['an address for a host', { management: { ...ui, host: '192.0.2.1' } }, {}, /\] management\.host is "192\.0\.2\.1"/],
    ['capitals', { management: { ...ui, host: 'MQ.example.com' } }, {}, /\] management\.host/],
    ['a wildcard for the UI', { management: { ...ui, host: '*.example.com' } }, {}, /without a scheme, port or wildcard$/],
    ['a single label', { management: { ...ui, host: 'mq' } }, {}, /\] management\.host/],
    ['a path without a slash', { management: { ...ui, path: 'mq' } }, {}, /\] management\.path is "mq"/],
    ['a path with a pattern', { management: { ...ui, path: '/mq(/.*)' } }, {}, /\] management\.path is/],
    ['empty TLS', { management: { host: HOST, tls: {} } }, {}, /\] management\.tls has no source/],
    ['two issuers', { management: { host: HOST, tls: { issuer: 'a', clusterIssuer: 'b' } } }, {}, /\] management\.tls has both issuer and clusterIssuer/],
    ['a certificate for a Gateway', { management: { ...ui, gateway } }, {}, /\] management\.tls applies to an Ingress only/],
    ['a class for a Gateway', { management: { host: HOST, gateway, ingressClass: 'public' } }, {}, /\] management\.ingressClass applies to an Ingress only/],
    ['a Gateway\'s authority for an Ingress', { management: { ...ui, backendAuthority: authority } }, {}, /\] management\.backendAuthority applies to a Gateway/],
    ['a Gateway that can\'t check brokers', { management: { host: HOST, gateway } }, TLS_ONLY, /\] management\.backendAuthority is missing: .*Secret "orders-tls"/],
    ['a route to nowhere', { routes: [{ port: 'mqtts', gateway, hosts: [HOST] }] }, {}, /\] routes\[0\]\.port has "mqtts", but cluster "orders" has the ports amqp, management, prometheus\./],
    ['TLS without a host', { routes: [{ port: 'amqps', gateway }] }, TLS_ONLY, /\] routes\[0\]\.hosts is empty, but amqps is found by the host/],
    ['a host without TLS', { routes: [{ port: 'amqp', gateway, hosts: [HOST] }] }, {}, /\] routes\[0\]\.hosts is \[mq\.example\.com\], but clients of amqp/],
    ['a host of a route that is none', { routes: [{ port: 'amqps', gateway, hosts: ['a b'] }] }, TLS_ONLY, /\] routes\[0\]\.hosts is "a b"/],
    ['the port mapper', { loadBalancer: { ports: ['amqps', 'epmd'] } }, TLS_ONLY, /\] loadBalancer\.ports has "epmd", a port between brokers/],
    ['the distribution', { nodes: { domain: HOST, ports: ['cluster-rpc'] } }, TLS_ONLY, /\] nodes\.ports has "cluster-rpc"/],
    ['no port', { loadBalancer: {} }, {}, /\] loadBalancer\.ports is empty, but cluster "orders" has no TLS port/],
    ['a network that is none', { loadBalancer: { sourceRanges: ['10.0.0.0/33'] } }, TLS_ONLY, /\] loadBalancer\.sourceRanges has "10\.0\.0\.0\/33"/],
    ['a port that is none', { loadBalancer: { ...LOCAL, healthCheckNodePort: 65_536 } }, TLS_ONLY, /\] loadBalancer\.healthCheckNodePort is 65536: it must be a whole number from 1 to 65535/],
    ['one port of several Services', { nodes: { ...LOCAL, domain: 'mq.example.com', healthCheckNodePort: 32_000 } }, TLS_ONLY, /\] nodes\.healthCheckNodePort is 32000, but there are 3 Services, and each needs a port of its own/],
    ['a port that nobody asks at', { loadBalancer: { healthCheckNodePort: 32_000 } }, TLS_ONLY, /\] loadBalancer\.healthCheckNodePort is 32000, but externalTrafficPolicy is not LOCAL/],
    ['a timeout of no cloud', { loadBalancer: { idleTimeout: Duration.minutes(5) } }, TLS_ONLY, /\] loadBalancer has idleTimeout, but no cloud/],
    ['a cloud for nothing', { loadBalancer: { cloud: RabbitMQCloud.AWS } }, TLS_ONLY, /\] loadBalancer has a cloud, but no idleTimeout/],
    ['a timeout below AWS\'s', { loadBalancer: { cloud: RabbitMQCloud.AWS, idleTimeout: Duration.seconds(59) } }, TLS_ONLY, /\] loadBalancer\.idleTimeout is 59 seconds: aws accepts 60 to 6000 seconds$/],
    ['a timeout above Azure\'s', { loadBalancer: { cloud: RabbitMQCloud.AZURE, idleTimeout: Duration.minutes(101) } }, TLS_ONLY, /\] loadBalancer\.idleTimeout is 6060 seconds: azure accepts 240 to 6000 seconds$/],
    ['a domain that is none', { nodes: { domain: '*.example.com' } }, TLS_ONLY, /\] nodes\.domain is "\*\.example\.com"/],
    ['fewer addresses than brokers', { nodes: { domain: HOST, maxReplicas: 2 } }, TLS_ONLY, /\] nodes\.maxReplicas is 2: it must be a whole number of at least replicas, 3$/],
  ])('%s', (_, options, cluster, message) => {
    expect(() => newIngress(options, cluster)).toThrow(message);
  });

  test('and just inside is taken', () => {
    expect(() => newIngress({ loadBalancer: { cloud: RabbitMQCloud.AWS, idleTimeout: Duration.seconds(60), sourceRanges: ['10.0.0.0/32'] } }, TLS_ONLY)).not.toThrow();
    expect(() => newIngress(
      { loadBalancer: { cloud: RabbitMQCloud.AZURE, idleTimeout: Duration.minutes(100) } },
      TLS_ONLY,
    )).not.toThrow();
    expect(() => newIngress({ nodes: { domain: HOST, maxReplicas: 3 } }, TLS_ONLY)).not.toThrow();
    expect(() => newIngress({ routes: [{ port: 'amqps', gateway, hosts: ['*.example.com'] }] }, TLS_ONLY)).not.toThrow();
  });
});
