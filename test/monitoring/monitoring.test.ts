import { App, Chart, Duration } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import { parse } from 'yaml';
import {
  IRabbitMQCluster, RabbitMQAlertSeverity, RabbitMQCluster, RabbitMQClusterProps, RabbitMQMonitoring,
  RabbitMQMonitoringProps, RabbitMQScrapeMethod, RabbitMQScrapingOptions, RabbitMQVersion,
} from '../../lib';
import { PlatformUser } from '../../lib/topology/users/platform-user';
import { SERIES } from '../../lib/rabbitmq/series';
import { Manifest } from '../support/manifest';
import { find, newChart, newCluster, synth } from '../support/synth';

type Options = Omit<RabbitMQMonitoringProps, 'cluster'>;

function newMonitoring(options: Options = {}, cluster: RabbitMQClusterProps = {}): RabbitMQMonitoring {
  const chart = newChart({ namespace: 'shop' });
  return new RabbitMQMonitoring(chart, 'Monitoring', { cluster: newCluster({ name: 'orders', ...cluster }, chart), ...options });
}

function alertsOf(manifests: readonly Manifest[]): any[] {
  return find(manifests, 'PrometheusRule').spec.groups.flatMap(({ rules }: any) => rules).filter(({ alert }: any) => alert !== undefined);
}

function alerts(options: Options = {}, cluster: RabbitMQClusterProps = {}): any[] {
  return alertsOf(synth(newMonitoring(options, cluster)));
}

const OWN = { name: 'TooMany', expr: 'rabbitmq_connections > 5', severity: RabbitMQAlertSeverity.INFO, summary: 'Too many' };

describe('what watches a cluster', () => {
  test('carries the labels by which an operator selects it', () => {
    const manifests = synth(newMonitoring({ labels: { release: 'stack' } }));
    for (const kind of ['ServiceMonitor', 'PrometheusRule']) {
      expect(manifests.find(manifest => manifest.kind === kind)!.metadata).toMatchObject({ name: 'orders', namespace: 'shop', labels: { release: 'stack', cluster: 'orders' } });
    }
  });

  test('has at least thirty alerts, of three levels', () => {
    const severities = alerts().map(({ labels }) => labels.severity);
    expect(severities.length).toBeGreaterThan(45);
    expect([...new Set(severities)].sort()).toEqual(['critical', 'info', 'warning']);
  });

  test('leaves out what a cluster has nothing for', () => {
    const names = (options: Options, cluster: RabbitMQClusterProps): string[] =>
      alerts(options, cluster).map(({ alert }) => alert);
    expect(names({}, { replicas: 1 })).not.toEqual(expect.arrayContaining(['RabbitMQQuorumLost']));
    expect(names({}, { replicas: 3 })).toContain('RabbitMQQuorumLost');
    expect(names({}, { version: RabbitMQVersion.V4_3 })).not.toContain('RabbitMQFileDescriptorAlarm');
    expect(names({}, { version: RabbitMQVersion.V4_2 })).toContain('RabbitMQFileDescriptorAlarm');
    expect(names({ exporter: { enabled: false } }, {})).not.toContain('RabbitMQDeprecatedFeaturesUsed');
    expect(names({ scraping: { detailedFamilies: [] } }, {})).not.toContain('RabbitMQQueueWithoutConsumers');
    expect(names({}, {})).not.toContain('RabbitMQCertificateExpiring');
    expect(names({}, { configuration: { raw: { 'listeners.ssl.default': '5671' } } })).toContain('RabbitMQCertificateExpiring');
  });

  test.each(SERIES)('synthesizes for $name, with an alert for partitions', ({ newest }) => {
    const version = RabbitMQVersion.of(newest);
    expect(() => alerts({}, { version, replicas: 1 })).not.toThrow();
    expect(() => alerts(
      { alsoVersions: [RabbitMQVersion.NEWEST, RabbitMQVersion.V3_10] },
      { version, replicas: 3 },
    )).not.toThrow();
    expect(alerts({}, { version, replicas: 2 }).map(({ alert }) => alert)).toEqual(expect.arrayContaining(['RabbitMQPartition', 'RabbitMQCpuHigh']));
  });

  test('takes thresholds from the cluster', () => {
    const threshold = (memoryLimit: string): number => Number(/> (\d+)$/.exec(alerts({}, { resources: { memoryLimit } }).find(({ alert }) => alert === 'RabbitMQConnectionsHigh').expr)![1]);
    expect(threshold('2Gi')).toBe(2500);
    expect(threshold('4Gi')).toBe(5000);
    const recorded = (replicas: number, name: string): string => find(synth(newMonitoring({}, { replicas })), 'PrometheusRule').spec.groups[0].rules.find(({ record }: any) => record === name).expr;
    expect([3, 5].map(replicas => recorded(replicas, 'rabbitmq:brokers_wanted:count'))).toEqual([expect.stringMatching(/, 3\)$/), expect.stringMatching(/, 5\)$/)]);
    expect([3, 5].map(replicas => recorded(replicas, 'rabbitmq:members:count'))).toEqual([expect.stringMatching(/\* 0 \+ 3$/), expect.stringMatching(/\* 0 \+ 5$/)]);
  });

  test('is gone part by part', () => {
    const kinds = synth(newMonitoring({
      alerting: { enabled: false }, dashboards: { enabled: false }, exporter: { enabled: false },
    })).map(({ kind }) => kind);
    expect(kinds).toContain('ServiceMonitor');
    expect(kinds).not.toEqual(expect.arrayContaining(['PrometheusRule']));
    expect(kinds).not.toEqual(expect.arrayContaining(['Deployment']));
  });

  test('needs a port to scrape', () => {
    const chart = new Chart(new App(), 'test');
    const { credentialsSecret, version } = newCluster();
    const other = (ports: Record<string, number>): IRabbitMQCluster =>
      RabbitMQCluster.fromClusterAttributes(chart, `Other${Object.keys(ports).join('')}${ports.prometheus}`, { clusterName: 'other', version, credentialsSecret, ports });
    expect(() => new RabbitMQMonitoring(chart, 'Monitoring', { cluster: other({ amqp: 5672 }) })).toThrow('cluster "other" has no port named "prometheus" or "prometheus-tls"');
    expect(() => new RabbitMQMonitoring(chart, 'Exporting', { cluster: other({ prometheus: 15_692 }), exporter: { enabled: true } })).toThrow('exporter.enabled is true, but cluster "other" has no port named "management"');
    expect(() => newMonitoring()).not.toThrow();
  });
});

describe('rules as a file in a ConfigMap', () => {
  const file = (manifests: readonly Manifest[]): any => parse(find(manifests, 'ConfigMap', 'orders-rules').data['shop-orders.rules.yaml']);

  test('are those of the PrometheusRule', () => {
    const manifests = synth(newMonitoring({ alerting: { asConfigMap: true } }));
    expect(manifests.filter(({ kind }) => kind === 'PrometheusRule')).toEqual([]);
    expect(file(manifests)).toEqual(find(synth(newMonitoring()), 'PrometheusRule').spec);
  });

  test('come with annotations, unless said otherwise', () => {
    const scraping = { method: RabbitMQScrapeMethod.ANNOTATIONS };
    expect(newMonitoring({ scraping }).rulesConfigMap).toBeDefined();
    expect(newMonitoring({ scraping }).prometheusRule).toBeUndefined();
    expect(newMonitoring({ scraping, alerting: { asConfigMap: false } }).prometheusRule).toBeDefined();
    expect(newMonitoring({ scraping, alerting: { enabled: false } }).rulesConfigMap).toBeUndefined();
    expect(newMonitoring().rulesConfigMap).toBeUndefined();
  });

  test('ask for no detailed metrics, which annotations don\'t tell of, and nothing that only the operator could serve', () => {
    const manifests = synth(newMonitoring({ scraping: { method: RabbitMQScrapeMethod.ANNOTATIONS } }));
    const rules: any[] = file(manifests).groups.flatMap((group: any) => group.rules);
    expect(rules.filter(({ expr }) => /rabbitmq_detailed_|endpoint="detailed"/.test(expr))).toEqual([]);
    expect(rules.map(({ alert }) => alert)).toEqual(expect.arrayContaining(['RabbitMQBacklog', 'RabbitMQExporterDown']));
    expect(manifests.filter(({ apiVersion }) => apiVersion.startsWith('monitoring.coreos.com'))).toEqual([]);
    expect(alerts().filter(({ expr }) => expr.includes('rabbitmq_detailed_')).length).toBeGreaterThan(0);
  });
});

describe('an alert', () => {
  const changed = (name: string, options: Options): any => alerts(options).find(({ alert }) => alert === name);

  test('is changed by name', () => {
    const alert = changed('RabbitMQBacklog', {
      alerting: { changes: { RabbitMQBacklog: { threshold: 7, for: Duration.minutes(3), severity: RabbitMQAlertSeverity.CRITICAL, labels: { team: 'shop' } } } },
    });
    expect(alert).toMatchObject({ expr: expect.stringMatching(/> 7$/), for: '180s', labels: { severity: 'critical', team: 'shop', rabbitmq_cluster: 'orders' } });
  });

  test('has other texts by name, and links of one\'s own', () => {
    const own = changed('RabbitMQBacklog', {});
    const other = changed('RabbitMQBacklog', { alerting: { changes: { RabbitMQBacklog: { annotations: { summary: 'Too much', dashboard: 'https://grafana/orders' } } } } });
    expect(other).toEqual({ ...own, annotations: { ...own.annotations, summary: 'Too much', dashboard: 'https://grafana/orders' } });
  });

  test('is switched off by name', () => {
    expect(changed('RabbitMQBacklog', { alerting: { changes: { RabbitMQBacklog: { enabled: false } } } })).toBeUndefined();
    expect(changed('RabbitMQBacklog', {})).toBeDefined();
  });

  test('of one\'s own is added', () => {
    expect(changed('TooMany', { alerting: { additional: [{ ...OWN, for: Duration.minutes(1), runbookUrl: 'https://wiki/too-many', labels: { team: 'shop' } }], labels: { tier: '1' } } })).toEqual({
      alert: 'TooMany',
      expr: 'rabbitmq_connections > 5',
      for: '60s',
      labels: { severity: 'info', namespace: 'shop', rabbitmq_cluster: 'orders', team: 'shop', tier: '1' },
      annotations: { summary: 'Too many', runbook_url: 'https://wiki/too-many' },
    });
  });

  test('links to the runbooks of one\'s own', () => {
    expect(changed('RabbitMQBacklog', { alerting: { runbooks: 'https://wiki/rabbitmq/' } }).annotations.runbook_url).toBe('https://wiki/rabbitmq/RabbitMQBacklog.md');
  });
});

describe('bad input', () => {
  test.each<[string, Options, Options]>([
    ['alerting.changes has "RabbitMQBacklogs", which is not a built-in alert. Did you mean "RabbitMQBacklog"? docs/monitoring.md lists them', { alerting: { changes: { RabbitMQBacklogs: {} } } }, { alerting: { changes: { RabbitMQBacklog: {} } } }],
    ['alerting.changes has "Strange", which is not a built-in alert. docs/monitoring.md lists them', { alerting: { changes: { Strange: {} } } }, {}],
    ['alerting.labels has "rabbitmq_cluster", which every alert has already', { alerting: { labels: { rabbitmq_cluster: 'a' } } }, { alerting: { labels: { rabbitmq_clusters: 'a' } } }],
    ['alerting.changes.RabbitMQBacklog.labels has "namespace", which every alert has already', { alerting: { changes: { RabbitMQBacklog: { labels: { namespace: 'a' } } } } }, { alerting: { changes: { RabbitMQBacklog: { labels: { team: 'a' } } } } }],
    ['alerting.changes.RabbitMQMemoryAlarm.threshold is 1, but RabbitMQMemoryAlarm has no threshold', { alerting: { changes: { RabbitMQMemoryAlarm: { threshold: 1 } } } }, { alerting: { changes: { RabbitMQMemoryHigh: { threshold: 1 } } } }],
    ['alerting.changes.RabbitMQBacklog.threshold is -1: it must be a number of 0 or more', { alerting: { changes: { RabbitMQBacklog: { threshold: -1 } } } }, { alerting: { changes: { RabbitMQBacklog: { threshold: 0 } } } }],
    ['alerting.changes.RabbitMQBacklog.threshold is NaN', { alerting: { changes: { RabbitMQBacklog: { threshold: NaN } } } }, {}],
    ['alerting.changes.RabbitMQBacklog.for is 1.5 seconds', { alerting: { changes: { RabbitMQBacklog: { for: Duration.millis(1500) } } } }, { alerting: { changes: { RabbitMQBacklog: { for: Duration.seconds(2) } } } }],
    ['alerting.labels has "severity", which every alert has already', { alerting: { labels: { severity: 'bad' } } }, { alerting: { labels: { team: 'shop' } } }],
    ['alerting.labels has "my-team": a label of Prometheus', { alerting: { labels: { 'my-team': 'shop' } } }, { alerting: { labels: { my_team: 'shop' } } }],
    ['alerting.changes.RabbitMQBacklog.annotations has "runbook-url": an annotation of Prometheus', { alerting: { changes: { RabbitMQBacklog: { annotations: { 'runbook-url': 'a' } } } } }, { alerting: { changes: { RabbitMQBacklog: { annotations: { runbook_url: 'a' } } } } }],
    ['alerting.additional has an alert named "2 much"', { alerting: { additional: [{ ...OWN, name: '2 much' }] } }, { alerting: { additional: [OWN] } }],
    ['alerting.additional: expr of "TooMany" is empty', { alerting: { additional: [{ ...OWN, expr: ' ' }] } }, {}],
    ['alerting.additional has "RabbitMQBacklog", which exists already', { alerting: { additional: [{ ...OWN, name: 'RabbitMQBacklog' }] } }, {}],
    ['alerting.additional has "TooMany", which exists already', { alerting: { additional: [OWN, OWN] } }, { alerting: { additional: [OWN, { ...OWN, name: 'TooFew' }] } }],
    ['serviceLevel.publishing is 1: it must be above 0 and below 1', { serviceLevel: { publishing: 1 } }, { serviceLevel: { publishing: 0.9999 } }],
    ['serviceLevel.consuming is 0: it must be above 0 and below 1', { serviceLevel: { consuming: 0 } }, { serviceLevel: { consuming: 0.1 } }],
    ['scraping.interval is 0 seconds', { scraping: { interval: Duration.seconds(0) } }, { scraping: { interval: Duration.seconds(1) } }],
    ['scraping.interval is 1.5 seconds', { scraping: { interval: Duration.millis(1500) } }, {}],
    ['scraping.timeout is 31 seconds, and scraping.interval 30', { scraping: { timeout: Duration.seconds(31) } }, { scraping: { timeout: Duration.seconds(30) } }],
    ['scraping.path is "metrics": it has to start with "/"', { scraping: { path: 'metrics' } }, { scraping: { path: '/metrics' } }],
    ['scraping.detailedFamilies has "queue_metric", which RabbitMQ 4.3.6 does not have', { scraping: { detailedFamilies: ['queue_metric'] } }, { scraping: { detailedFamilies: ['queue_metrics'] } }],
  ])('%s', (message, outside, inside) => {
    expect(() => synth(newMonitoring(outside))).toThrow(message);
    expect(() => synth(newMonitoring(inside))).not.toThrow();
  });

  test('of a series that doesn\'t have a family yet is refused', () => {
    const asked = (family: string, version: string) =>
      () => newMonitoring({ scraping: { detailedFamilies: [family] } }, { version: RabbitMQVersion.of(version) });
    expect(asked('queue_delivery_metrics', '3.13.7')).toThrow('scraping.detailedFamilies has "queue_delivery_metrics", which RabbitMQ 3.13.7 does not have');
    expect(asked('queue_delivery_metrics', '4.0.0')).not.toThrow();
    expect(asked('stream_consumer_metrics', '4.0.4')).toThrow('scraping.detailedFamilies has "stream_consumer_metrics", which RabbitMQ 4.0.4 does not have');
    expect(asked('stream_consumer_metrics', '4.0.5')).not.toThrow();
    expect(() => newMonitoring({ scraping: { method: RabbitMQScrapeMethod.ANNOTATIONS, detailedFamilies: ['queue_metric'] } })).toThrow('scraping.detailedFamilies has "queue_metric"');
  });
});

describe('a warning', () => {
  const unknown: Options = { alerting: { additional: [{ ...OWN, expr: 'rabbitmq_memory_used > 1' }] } };

  test.each<[string, RegExp, Options, Options]>([
    ['metric-unknown', /^alerting\.additional: TooMany uses rabbitmq_memory_used, which no release of RabbitMQ has, so it would never fire\. Did you mean rabbitmq_process_resident_memory_bytes\?/, unknown, { alerting: { additional: [OWN] } }],
    ['alert-not-here', /^alerting\.changes has RabbitMQFileDescriptorAlarm, which cluster "orders" does not have/, { alerting: { changes: { RabbitMQFileDescriptorAlarm: {} } } }, { alerting: { changes: { RabbitMQFileDescriptorsHigh: {} } } }],
    ['metric-not-here', /^alerting\.additional: TooMany uses rabbitmq_raft_term_total, which brokers of 4\.3 don't have.*\. There it is called rabbitmq_raft_term/, { alerting: { additional: [{ ...OWN, expr: 'rabbitmq_raft_term_total > 1' }] } }, { alerting: { additional: [{ ...OWN, expr: 'rabbitmq_raft_term > 1' }] } }],
    ['annotations-one-path', /^scraping\.detailedFamilies or scraping\.perObject is set/, { scraping: { method: RabbitMQScrapeMethod.ANNOTATIONS, perObject: true } }, { scraping: { method: RabbitMQScrapeMethod.ANNOTATIONS, detailedFamilies: [] } }],
    ['annotations-one-path', /^scraping\.detailedFamilies or scraping\.perObject is set/, { scraping: { method: RabbitMQScrapeMethod.ANNOTATIONS, detailedFamilies: ['vhost_status'] } }, { scraping: { detailedFamilies: ['vhost_status'] } }],
    ['annotations-tell-no-login', /^scraping\.method is ANNOTATIONS, .* for cluster "orders"/, { scraping: { method: RabbitMQScrapeMethod.ANNOTATIONS, credentials: Secret.fromSecretName(newChart(), 'Scraper', 'scraper') } }, { scraping: { method: RabbitMQScrapeMethod.ANNOTATIONS } }],
    ['tls-not-here', /^scraping\.tls is set, but cluster "orders" has no port named "prometheus-tls"/, { scraping: { tls: {} } }, {}],
    ['per-object-expensive', /^scraping\.perObject is true/, { scraping: { perObject: true } }, { scraping: { perObject: false } }],
  ])('%s is read by programs, acknowledged, and an error where it is strict', (id, message, outside, inside) => {
    expect(newMonitoring(outside).warnings).toEqual([expect.stringMatching(message)]);
    expect(newMonitoring(outside).warnings[0]).toMatch(new RegExp(`\\[${id}\\]$`));
    expect(newMonitoring(inside).warnings).toEqual([]);
    expect(newMonitoring({ ...outside, acknowledgedWarnings: [id] }).warnings).toEqual([]);
    expect(newMonitoring({ ...outside, strict: true }).node.validate()).toEqual([expect.stringMatching(message)]);
  });

  test('creates a user where metrics need a login and the exporter creates none', () => {
    const login = { configuration: { raw: { 'prometheus.authentication.enabled': 'true' } } };
    const users = (props: Partial<RabbitMQMonitoringProps>, cluster: RabbitMQClusterProps): number =>
      newMonitoring(props, cluster).node.findAll().filter(construct => construct instanceof PlatformUser).length;
    expect(users({ exporter: { enabled: false } }, login)).toBe(1);
    expect(users({ exporter: { enabled: false } }, { production: true })).toBe(1);
    expect(users({}, login)).toBe(1);
    expect(users({ exporter: { enabled: false } }, {})).toBe(0);
    expect(newMonitoring({ exporter: { enabled: false } }, login).node.validate()).toEqual([]);
  });

  test('is not enough where a login is required after it was added', () => {
    const cluster = newCluster({ name: 'orders' });
    const monitoring = new RabbitMQMonitoring(cluster, 'Monitoring', { cluster, exporter: { enabled: false } });
    cluster.addConfig('prometheus.authentication.enabled', 'true');
    expect(monitoring.node.validate())
      .toEqual([expect.stringMatching(/^cluster "orders" requires a login .*\[login-missing\]$/)]);
  });

  test('says that annotations tell no login and no authority', () => {
    const warned = (scraping: RabbitMQScrapingOptions, raw: Record<string, string> = {}): string[] =>
      newMonitoring({ scraping }, { configuration: { raw } }).warnings;
    const login = { 'prometheus.authentication.enabled': 'true' };
    const tls = { 'prometheus.ssl.port': '15691', 'prometheus.tcp.port': '15692' };
    const told = [expect.stringMatching(/\[annotations-tell-no-login\]$/)];
    expect(warned({ method: RabbitMQScrapeMethod.ANNOTATIONS }, login)).toEqual(told);
    expect(warned({ method: RabbitMQScrapeMethod.SERVICE_MONITOR }, login)).toEqual([]);
    expect(warned({ method: RabbitMQScrapeMethod.ANNOTATIONS, tls: {} }, tls)).toEqual(told);
    expect(warned({ method: RabbitMQScrapeMethod.SERVICE_MONITOR, tls: {} }, tls)).toEqual([]);
  });

  test('that nobody gives can\'t be acknowledged', () => {
    expect(() => newMonitoring({ acknowledgedWarnings: ['metric-unknwon'] })).toThrow('acknowledgedWarnings has "metric-unknwon"');
  });
});
