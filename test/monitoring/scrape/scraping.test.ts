import { Duration } from 'cdk8s';
import { ConfigMap, Pods, Secret } from 'cdk8s-plus-28';
import { RabbitMQClusterProps, RabbitMQMonitoring, RabbitMQScrapeMethod, RabbitMQScrapingOptions } from '../../../lib';
import { Manifest } from '../../support/manifest';
import { find, newChart, newCluster, synth } from '../../support/synth';

const EXTERNAL = { external: { Secret: ['ca', 'scraper'], ConfigMap: ['bundle'] } };

function scraped(
  scraping: RabbitMQScrapingOptions = {},
  cluster: RabbitMQClusterProps = {},
  exporter = false,
): Manifest[] {
  const chart = newChart({ namespace: 'shop' });
  new RabbitMQMonitoring(chart, 'Monitoring', { cluster: newCluster({ name: 'orders', ...cluster }, chart), scraping, exporter: { enabled: exporter } });
  return synth(chart, EXTERNAL);
}

const LABELS = (endpoint: string): object[] => [{ targetLabel: 'rabbitmq_cluster', replacement: 'orders' }, { targetLabel: 'endpoint', replacement: endpoint }];

describe('a ServiceMonitor', () => {
  test('scrapes what is aggregated, and detailed families, each with a label of its own', () => {
    const manifests = scraped({ interval: Duration.seconds(15), timeout: Duration.seconds(14) });
    const { spec } = find(manifests, 'ServiceMonitor', 'orders');
    expect(find(manifests, 'Service', 'orders').metadata.labels).toMatchObject(spec.selector.matchLabels);
    expect(spec.jobLabel).toBe('app');
    expect(spec.endpoints).toEqual([
      { port: 'prometheus', path: '/metrics', interval: '15s', scrapeTimeout: '14s', relabelings: LABELS('prometheus') },
      { port: 'prometheus', path: '/metrics/detailed', params: { family: ['queue_coarse_metrics', 'queue_consumer_count'] }, interval: '15s', scrapeTimeout: '14s', relabelings: LABELS('detailed') },
    ]);
  });

  test('scrapes other families, none, or everything by choice', () => {
    const paths = (scraping: RabbitMQScrapingOptions): any[] => find(scraped(scraping), 'ServiceMonitor', 'orders').spec.endpoints.map(({ path, params }: any) => [path, params?.family]);
    expect(paths({ detailedFamilies: ['vhost_status'] })).toEqual([['/metrics', undefined], ['/metrics/detailed', ['vhost_status']]]);
    expect(paths({ detailedFamilies: [], perObject: true })).toEqual([['/metrics', undefined], ['/metrics/per-object', undefined]]);
    expect(paths({ detailedFamilies: [], path: '/stats' })).toEqual([['/stats', undefined]]);
  });

  test.each([
    ['a typed prop', { configuration: { prometheus: { path: '/stats' } } }],
    ['rabbitmq.conf', { configuration: { rabbitmqConf: 'prometheus.path = /stats' } }],
  ])('follows the path that %s sets', (_, props) => {
    const { spec } = find(scraped({}, props), 'ServiceMonitor', 'orders');
    expect(spec.endpoints.map(({ path }: any) => path)).toEqual(['/stats', '/stats/detailed']);
  });
});

test('a PodMonitor scrapes the same by the pods', () => {
  const manifests = scraped({ method: RabbitMQScrapeMethod.POD_MONITOR });
  const { spec } = find(manifests, 'PodMonitor', 'orders');
  expect(find(manifests, 'StatefulSet').spec.template.metadata.labels).toMatchObject(spec.selector.matchLabels);
  expect(spec.podMetricsEndpoints.map(({ path, relabelings }: any) => [path, relabelings])).toEqual([['/metrics', LABELS('prometheus')], ['/metrics/detailed', LABELS('detailed')]]);
  expect(manifests.filter(({ kind }) => kind === 'ServiceMonitor')).toEqual([]);
});

test('annotations are on a Service of their own', () => {
  const manifests = scraped({ method: RabbitMQScrapeMethod.ANNOTATIONS });
  const service = find(manifests, 'Service', 'orders-metrics');
  expect(service.metadata.annotations).toEqual({ 'prometheus.io/scrape': 'true', 'prometheus.io/port': '15692', 'prometheus.io/path': '/metrics', 'prometheus.io/scheme': 'http' });
  expect(service.spec).toMatchObject({ clusterIP: 'None', ports: [{ name: 'prometheus', port: 15_692 }] });
  expect(manifests.filter(({ kind }) => kind.endsWith('Monitor'))).toEqual([]);
});

test('annotations are on the exporter\'s Service too, and labels of both are those that alerts ask for', () => {
  const manifests = scraped({ method: RabbitMQScrapeMethod.ANNOTATIONS, path: '/stats' }, {}, true);
  const [brokers, exporter] = ['orders-metrics', 'orders-exporter'].map(name => find(manifests, 'Service', name).metadata);
  expect(brokers.annotations!['prometheus.io/path']).toBe('/stats');
  expect(brokers.labels).toMatchObject({ rabbitmq_cluster: 'orders', endpoint: 'prometheus' });
  expect(exporter.annotations).toEqual({ 'prometheus.io/scrape': 'true', 'prometheus.io/port': '9419', 'prometheus.io/path': '/metrics', 'prometheus.io/scheme': 'http' });
  expect(exporter.labels).toMatchObject({ rabbitmq_cluster: 'orders', endpoint: 'exporter' });
  expect(find(scraped({}, {}, true), 'Service', 'orders-exporter').metadata).not.toHaveProperty('annotations');
});

test('nothing is told to Prometheus where it is told elsewhere', () => {
  const manifests = scraped({ method: RabbitMQScrapeMethod.NONE }, {}, true);
  expect(manifests.filter(({ kind, metadata }) => kind.endsWith('Monitor') || metadata.name === 'orders-metrics')).toEqual([]);
});

describe('TLS and a login', () => {
  const CERTIFICATE = { 'prometheus.ssl.port': '15691', 'prometheus.ssl.certfile': '/tls/tls.crt', 'prometheus.ssl.keyfile': '/tls/tls.key' };
  const TLS = { configuration: { raw: { ...CERTIFICATE, 'prometheus.tcp.port': '15692' } } };
  const endpoint = (scraping: RabbitMQScrapingOptions, cluster: RabbitMQClusterProps): any => find(scraped(scraping, cluster), 'ServiceMonitor', 'orders').spec.endpoints[0];

  test('are not where the cluster has none', () => {
    expect(endpoint({}, {})).not.toHaveProperty('tlsConfig');
    expect(endpoint({}, {})).not.toHaveProperty('basicAuth');
  });

  test('follow the cluster\'s port for TLS', () => {
    const ca = Secret.fromSecretName(newChart(), 'CA', 'ca');
    expect(endpoint({}, TLS)).toMatchObject({ port: 'prometheus-tls', scheme: 'https', tlsConfig: { serverName: 'orders.shop.svc' } });
    expect(endpoint({ tls: { ca, caKey: 'root.pem', serverName: 'metrics.shop' } }, TLS).tlsConfig).toEqual({ ca: { secret: { name: 'ca', key: 'root.pem' } }, serverName: 'metrics.shop' });
  });

  test('trust what a ConfigMap says, or a Secret, not both', () => {
    const ca = Secret.fromSecretName(newChart(), 'CA', 'ca');
    const caConfigMap = ConfigMap.fromConfigMapName(newChart(), 'Bundle', 'bundle');
    expect(endpoint({ tls: { caConfigMap } }, TLS).tlsConfig.ca).toEqual({ configMap: { name: 'bundle', key: 'ca.crt' } });
    expect(endpoint({ tls: { caConfigMap, caKey: 'root.pem' } }, TLS).tlsConfig.ca).toEqual({ configMap: { name: 'bundle', key: 'root.pem' } });
    expect(() => endpoint({ tls: { ca, caConfigMap } }, TLS)).toThrow('scraping.tls has both ca, Secret "ca", and caConfigMap, ConfigMap "bundle"');
  });

  test('leave no plain port where the cluster closes it', () => {
    const manifests = scraped({}, { configuration: { raw: { ...CERTIFICATE, 'prometheus.tcp.listener': 'none' } } });
    const names = (kind: string): string[] => find(manifests, kind, 'orders').spec.ports.map(({ name }: any) => name);
    expect(names('Service')).toEqual(['amqp', 'management', 'prometheus-tls']);
    expect(find(manifests, 'ServiceMonitor', 'orders').spec.endpoints[0].port).toBe('prometheus-tls');
    expect(find(scraped({}, TLS), 'Service', 'orders').spec.ports.map(({ name }: any) => name)).toEqual(['amqp', 'management', 'prometheus', 'prometheus-tls']);
  });

  test('follow the cluster\'s wish for a login', () => {
    const wish = { configuration: { raw: { 'prometheus.authentication.enabled': 'true' } } };
    const chart = newChart({ namespace: 'shop' });
    new RabbitMQMonitoring(chart, 'Monitoring', { cluster: newCluster({ name: 'orders', ...wish }, chart) });
    const { basicAuth } = find(synth(chart), 'ServiceMonitor', 'orders').spec.endpoints[0];
    expect(basicAuth).toEqual({ username: { name: 'orders-monitoring', key: 'username' }, password: { name: 'orders-monitoring', key: 'password' } });
    expect(endpoint({ credentials: Secret.fromSecretName(newChart(), 'Scraper', 'scraper') }, wish).basicAuth.username.name).toBe('scraper');
  });
});

describe('the NetworkPolicy', () => {
  const letIn = (scraping: RabbitMQScrapingOptions): any => find(scraped(scraping), 'NetworkPolicy', 'orders').spec.ingress.find(({ ports }: any) => ports[0].port === 15_692).from;

  test('allows Prometheus of its namespace', () => {
    const inNamespace = (name: string): object => ({
      podSelector: { matchLabels: { 'app.kubernetes.io/name': 'prometheus' } },
      namespaceSelector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: [name] }] },
    });
    expect(letIn({})).toEqual([inNamespace('monitoring')]);
    expect(letIn({ prometheusNamespace: 'observability' })).toEqual([inNamespace('observability')]);
  });

  test('lets whoever scrapes in instead', () => {
    expect(letIn({ prometheus: Pods.select(newChart(), 'Agent', { labels: { app: 'agent' } }) })).toEqual([{ podSelector: { matchLabels: { app: 'agent' } } }]);
  });
});
