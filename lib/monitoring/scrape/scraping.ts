import { ApiObject } from 'cdk8s';
import { k8s, Namespaces, NetworkPolicyPeerConfig, Pods } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { annotated } from './annotations';
import { RabbitMQScrapeMethod, RabbitMQScrapingOptions } from './options';
import { Target, Targets, targetsOf } from './targets';
import {
  PodMonitor,
  PodMonitorSpecPodMetricsEndpoints,
  PodMonitorSpecPodMetricsEndpointsScheme,
  ServiceMonitor,
  ServiceMonitorSpecEndpoints,
  ServiceMonitorSpecEndpointsScheme,
} from '../../../imports/monitoring.coreos.com';
import { verifiedName } from '../../cluster/interface/address';
import { selectorLabels } from '../../cluster/interface/labels';
import { addManifest } from '../../kubernetes/manifest';
import { platformSecret } from '../../topology/users/platform-user';
import { metadataFor, MonitoringSubject } from '../subject';

/** What lets a Prometheus scrape a cluster's brokers. */
export class Scraping extends Construct {
  /** Who scrapes. */
  public readonly prometheus: NetworkPolicyPeerConfig;
  /** How often, in Prometheus' notation. */
  public readonly interval: string;
  /** The ServiceMonitor, PodMonitor or Service; none where it is told elsewhere. */
  public readonly resource?: ApiObject;

  private readonly options: RabbitMQScrapingOptions;
  private readonly subject: MonitoringSubject;

  public constructor(scope: Construct, id: string, subject: MonitoringSubject, options: RabbitMQScrapingOptions) {
    super(scope, id);
    this.options = options;
    this.subject = subject;
    const { cluster } = subject;
    const targets = targetsOf(cluster, options);
    const prometheus = options.prometheus ?? Pods.select(this, 'Prometheus', {
      labels: { 'app.kubernetes.io/name': 'prometheus' },
      namespaces: Namespaces.select(this, 'PrometheusNamespace', { names: [options.prometheusNamespace ?? 'monitoring'] }),
    });
    cluster.connections.allowScrapingFrom(prometheus);
    this.prometheus = prometheus.toNetworkPolicyPeerConfig();
    this.interval = targets.interval;
    this.resource = this.make(options.method ?? RabbitMQScrapeMethod.SERVICE_MONITOR, targets);
  }

  private make(method: RabbitMQScrapeMethod, targets: Targets): ApiObject | undefined {
    const { cluster } = this.subject;
    switch (method) {
      case RabbitMQScrapeMethod.SERVICE_MONITOR:
        return addManifest(this, 'Resource', ServiceMonitor, metadataFor(this.subject), {
          spec: () => ({
            jobLabel: 'app',
            selector: { matchLabels: selectorLabels(cluster.clusterName) },
            endpoints: targets.paths.map((target): ServiceMonitorSpecEndpoints => ({
              ...this.endpoint(targets, target),
              scheme: targets.scheme === 'https' ? ServiceMonitorSpecEndpointsScheme.HTTPS : undefined,
            })),
          }),
        });
      case RabbitMQScrapeMethod.POD_MONITOR:
        return addManifest(this, 'Resource', PodMonitor, metadataFor(this.subject), {
          spec: () => ({
            jobLabel: 'app',
            selector: { matchLabels: cluster.podLabels },
            podMetricsEndpoints: targets.paths.map((target): PodMonitorSpecPodMetricsEndpoints => ({
              ...this.endpoint(targets, target),
              scheme: targets.scheme === 'https' ? PodMonitorSpecPodMetricsEndpointsScheme.HTTPS : undefined,
            })),
          }),
        });
      case RabbitMQScrapeMethod.ANNOTATIONS:
        return this.annotatedService(targets);
      case RabbitMQScrapeMethod.NONE:
        return undefined;
    }
  }

  /** What ServiceMonitor and PodMonitor have in common. */
  private endpoint({ port, interval, timeout, scheme }: Targets, { endpoint, path, params }: Target) {
    return {
      port,
      path,
      params,
      interval,
      scrapeTimeout: timeout,
      ...(scheme === 'https' ? { tlsConfig: this.tlsConfig() } : {}),
      ...this.login(),
      relabelings: [
        { targetLabel: 'rabbitmq_cluster', replacement: this.subject.cluster.clusterName },
        { targetLabel: 'endpoint', replacement: endpoint },
      ],
    };
  }

  private tlsConfig() {
    const { cluster } = this.subject;
    const { ca, caConfigMap, caKey = 'ca.crt', serverName, insecureSkipVerify } = this.options.tls ?? {};
    if (ca && caConfigMap) {
      throw new Error(`scraping.tls has both ca, Secret "${ca.name}", and caConfigMap, ConfigMap "${caConfigMap.name}". Remove one of them`);
    }
    const authority = ca ? { secret: ca, key: caKey } : cluster.authority;
    return {
      ca: caConfigMap
        ? { configMap: { name: caConfigMap.name, key: caKey } }
        : authority && { secret: { name: authority.secret.name, key: authority.key } },
      serverName: serverName ?? verifiedName(cluster),
      insecureSkipVerify,
    };
  }

  private login(): Pick<ServiceMonitorSpecEndpoints, 'basicAuth'> {
    const { cluster } = this.subject;
    const secret = this.options.credentials?.name ?? (cluster.metricsNeedLogin ? platformSecret(cluster, 'monitoring') : undefined);
    return secret === undefined ? {} : { basicAuth: { username: { name: secret, key: 'username' }, password: { name: secret, key: 'password' } } };
  }

  /** The client Service is somebody else's: this one says the same to those who discover by annotations. */
  private annotatedService({ port, scheme, paths: [{ path, endpoint }] }: Targets): ApiObject {
    const { cluster } = this.subject;
    const metadata = annotated(metadataFor(this.subject, '-metrics'), cluster, { port: cluster.ports[port], path, scheme, endpoint });
    return addManifest(this, 'Resource', k8s.KubeService, metadata, {
      spec: () => ({
        clusterIp: 'None',
        selector: cluster.podLabels,
        ports: [{ name: port, port: cluster.ports[port], targetPort: k8s.IntOrString.fromString(port) }],
      }),
    });
  }
}
