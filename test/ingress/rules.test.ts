import { Chart } from 'cdk8s';
import { Pods, Secret } from 'cdk8s-plus-28';
import {
  IRabbitMQCluster, RabbitMQCertificate, RabbitMQCluster, RabbitMQClusterProps, RabbitMQIngress,
  RabbitMQIngressController, RabbitMQIngressProps, RabbitMQVersion, RabbitMQTrafficPolicy,
} from '../../lib';
import { INGRESS_RULES } from '../../lib/ingress/rules';
import { findings } from '../../lib/validation/rule';
import { newChart, newCluster } from '../support/synth';

type Options = Omit<RabbitMQIngressProps, 'cluster'>;
type Situation = readonly [Options, RabbitMQClusterProps?];

const HOST = 'mq.example.com';
const tls = { secret: Secret.fromSecretName(newChart(), 'Secret', 'ui') };
const allowFrom = Pods.select(newChart(), 'Controller', { labels: { app: 'nginx' } });
const LOCAL = { allowFrom, externalTrafficPolicy: RabbitMQTrafficPolicy.LOCAL };
const gateway = { name: 'public' };
const certificate = RabbitMQCertificate.fromIssuer({ issuer: 'ca' });
const trusted = RabbitMQCertificate.fromIssuer({ issuer: 'public', publiclyTrusted: true });
const ui = { host: HOST, tls, allowFrom };
const controllerAuthority = Secret.fromSecretName(newChart(), 'Authority', 'brokers-ca');
const sourceRanges = ['192.0.2.0/24'];

const CASES: readonly { id: string; about?: string; outside: Situation; says: RegExp; inside: Situation }[] = [
  {
    id: 'management-plain',
    outside: [{ management: { host: HOST, allowFrom } }],
    says: /^management is reached at mq\.example\.com without TLS.*\. Set management\.tls, or management\.allowPlain/,
    inside: [{ management: ui }],
  },
  { id: 'management-plain', about: 'where that is meant', outside: [{ management: { host: HOST, allowFrom } }], says: /without TLS/, inside: [{ management: { host: HOST, allowFrom, allowPlain: true } }] },
  { id: 'management-plain', about: 'behind a Gateway', outside: [{ management: { host: HOST, allowFrom } }], says: /without TLS/, inside: [{ management: { host: HOST, allowFrom, gateway } }] },
  {
    id: 'management-plain-in-production',
    outside: [{ management: { host: HOST, allowFrom } }, { production: true }],
    says: /without TLS/,
    inside: [{ management: { host: HOST, allowFrom, allowPlain: true } }, { production: true }],
  },
  {
    id: 'plain-outside',
    outside: [{ loadBalancer: { ports: ['amqp'], sourceRanges } }],
    says: /^loadBalancer has "amqp", where passwords and messages travel in plain text. Use the TLS port, or set loadBalancer\.allowPlain$/,
    inside: [{ loadBalancer: { ports: ['amqp'], sourceRanges, allowPlain: true } }],
  },
  {
    id: 'plain-outside', about: 'by a route',
    outside: [{ routes: [{ port: 'amqp', gateway, allowFrom }] }],
    says: /^routes\[0\] has "amqp"/,
    inside: [{ routes: [{ port: 'amqps', gateway, allowFrom, hosts: [HOST] }] }, { tls: { certificate } }],
  },
  {
    id: 'plain-outside-in-production',
    outside: [{ nodes: { domain: HOST, ports: ['stream'], sourceRanges } }, { production: true, plugins: ['rabbitmq_stream'] }],
    says: /^nodes has "stream"/,
    inside: [{ nodes: { domain: HOST, sourceRanges } }, { production: true, plugins: ['rabbitmq_stream'], tls: { certificate } }],
  },
  {
    id: 'management-backend-unverified',
    outside: [
      { management: { ...ui, controller: RabbitMQIngressController.NGINX } },
      { tls: { certificate, disablePlainListeners: true } },
    ],
    says: /^management\.controllerAuthority is not set.*create a Secret with their authority only, and set it$/,
    inside: [
      { management: { ...ui, controller: RabbitMQIngressController.NGINX, controllerAuthority } },
      { tls: { certificate, disablePlainListeners: true } },
    ],
  },
  {
    id: 'management-backend-unverified', about: 'with plain ports',
    outside: [
      { management: { ...ui, controller: RabbitMQIngressController.HAPROXY } },
      { tls: { certificate, disablePlainListeners: true } },
    ],
    says: /^management\.controllerAuthority is not set/,
    inside: [{ management: { ...ui, controller: RabbitMQIngressController.HAPROXY } }],
  },
  {
    id: 'management-authority-with-key',
    outside: [{ management: { ...ui, controllerAuthority: Secret.fromSecretName(newChart(), 'Secret', 'rabbitmq-cluster-tls') } }, { tls: { certificate, disablePlainListeners: true } }],
    says: /^management\.controllerAuthority is "rabbitmq-cluster-tls".*private key/,
    inside: [{ management: { ...ui, controllerAuthority } }, { tls: { certificate, disablePlainListeners: true } }],
  },
  {
    id: 'management-outside',
    outside: [{ loadBalancer: { ports: ['amqps', 'management-tls'], sourceRanges } }, { tls: { certificate } }],
    says: /^loadBalancer has "management-tls", which applications do not use/,
    inside: [{ loadBalancer: { sourceRanges } }, { tls: { certificate } }],
  },
  {
    id: 'management-path',
    outside: [{ management: { ...ui, path: '/mq' } }],
    says: /^management\.path is "\/mq", but the broker serves its UI under "\/"\. Set both to the same path/,
    inside: [{ management: { ...ui, path: '/mq/' } }, { configuration: { management: { pathPrefix: '/mq' } } }],
  },
  {
    id: 'management-path', about: 'of the broker alone',
    outside: [{ management: ui }, { configuration: { management: { pathPrefix: '/mq' } } }],
    says: /^management\.path is "\/", but the broker serves its UI under "\/mq"/,
    inside: [{ management: { ...ui, path: '/' } }],
  },
  {
    id: 'management-traefik-trust',
    outside: [
      { management: { ...ui, controller: RabbitMQIngressController.TRAEFIK } },
      { tls: { certificate, disablePlainListeners: true } },
    ],
    says: /^brokers accept TLS only: Traefik needs a ServersTransport with the authority in Secret "rabbitmq-cluster-tls"/,
    inside: [
      { management: { ...ui, controller: RabbitMQIngressController.TRAEFIK } },
      { tls: { certificate: trusted, disablePlainListeners: true } },
    ],
  },
  {
    id: 'outside-not-let-in',
    outside: [{ management: { host: HOST, tls } }],
    says: /^the brokers' NetworkPolicy allows no traffic from management\. Name .* in management\.allowFrom$/,
    inside: [{ management: { host: HOST, tls } }, { networkPolicy: { enabled: false } }],
  },
  {
    id: 'outside-not-let-in', about: 'by a load balancer',
    outside: [{ loadBalancer: {} }, { tls: { certificate } }],
    says: /from loadBalancer\./,
    inside: [{ loadBalancer: { sourceRanges } }, { tls: { certificate } }],
  },
  {
    id: 'load-balancer-for-everybody',
    outside: [{ loadBalancer: { allowFrom } }, { tls: { certificate }, production: true }],
    says: /^loadBalancer allows every address in production\. Name the networks of clients in loadBalancer\.sourceRanges$/,
    inside: [{ loadBalancer: { allowFrom } }, { tls: { certificate } }],
  },
  {
    id: 'health-check-port-range',
    outside: [{ loadBalancer: { ...LOCAL, healthCheckNodePort: 29_999 } }, { tls: { certificate } }],
    says: /^loadBalancer\.healthCheckNodePort is 29999: most API servers allow node ports from 30000 to 32767 only/,
    inside: [{ loadBalancer: { ...LOCAL, healthCheckNodePort: 30_000 } }, { tls: { certificate } }],
  },
  {
    id: 'nodes-without-streams',
    outside: [{ nodes: { domain: HOST, sourceRanges } }, { tls: { certificate } }],
    says: /^nodes creates an address for each broker/,
    inside: [{ nodes: { domain: HOST, sourceRanges } }, { tls: { certificate }, plugins: ['rabbitmq_stream'] }],
  },
];

const found = ([options, cluster = {}]: Situation) =>
  findings(INGRESS_RULES, { cluster: newCluster(cluster, newChart({ namespace: 'shop' })), ...options });

describe.each(CASES.map(one => ({ ...one, title: [one.id, one.about ?? ''].join(' ') })))('$title', ({ id, outside, says, inside }) => {
  test('just outside is found', () => {
    expect(found(outside).filter(({ rule }) => rule === id))
      .toEqual([expect.objectContaining({ message: expect.stringMatching(says) })]);
  });

  test('just inside is not, and no error is', () => {
    expect(found(inside).filter(({ rule, severity }) => rule === id || severity === 'error')).toEqual([]);
  });
});

describe('an imported cluster', () => {
  const ports = { amqps: 5671, streams: 5551 };
  const warningsOf = (options: Options, cluster: IRabbitMQCluster): string[] => new RabbitMQIngress(Chart.of(cluster), 'Ingress', { cluster, ...options }).warnings;

  function imported(): IRabbitMQCluster {
    const chart = newChart({ namespace: 'shop' });
    return RabbitMQCluster.fromClusterAttributes(chart, 'Cluster', {
      clusterName: 'orders', version: RabbitMQVersion.NEWEST, credentialsSecret: Secret.fromSecretName(chart, 'Secret', 'user'), ports,
    });
  }

  test('keeps its certificate and its stream address, which a warning says', () => {
    expect(warningsOf({ nodes: { domain: HOST, sourceRanges } }, imported())).toEqual([
      expect.stringMatching(new RegExp(
        '^cluster "orders" is imported, so its certificate is not changed here\\. '
        + 'Make sure that it has \\*\\.mq\\.example\\.com, .* \\[imported-certificate-names\\]$',
      )),
      expect.stringMatching(new RegExp(
        '^cluster "orders" is imported, so its brokers don\'t announce '
        + '\\$\\(POD_NAME\\)\\.mq\\.example\\.com to stream clients\\. .* \\[imported-stream-address\\]$',
      )),
    ]);
  });

  test('gets no such warning without TLS hosts and streams', () => {
    expect(warningsOf({ loadBalancer: { ports: ['amqps'], sourceRanges } }, imported())).toEqual([]);
  });
});

test('each row has a case', () => {
  expect([...new Set([...CASES.map(({ id }) => id), 'imported-certificate-names', 'imported-stream-address'])].sort()).toEqual(INGRESS_RULES.map(({ id }) => id).sort());
});

test('what is an error in production is one, and is a warning elsewhere', () => {
  const severities = Object.fromEntries(INGRESS_RULES.map(({ id, severity }) => [id, severity]));
  expect(severities).toMatchObject({
    'management-plain': 'warning', 'management-plain-in-production': 'error', 'plain-outside': 'warning', 'plain-outside-in-production': 'error', 'management-path': 'error',
  });
});
