import { Duration } from 'cdk8s';
import { IConfigMap, INetworkPolicyPeer, ISecret } from 'cdk8s-plus-28';

/** What tells Prometheus to scrape a cluster. */
export enum RabbitMQScrapeMethod {
  /** A ServiceMonitor of the Prometheus operator, by the client Service. */
  SERVICE_MONITOR = 'ServiceMonitor',
  /** A PodMonitor of the Prometheus operator, by the pods. */
  POD_MONITOR = 'PodMonitor',
  /**
   * A Service with the annotations `prometheus.io/scrape`, `port`, `path` and `scheme`, for a Prometheus without the
   * operator that discovers by them. They tell of one path, so that no alert names a queue.
   */
  ANNOTATIONS = 'Annotations',
  /**
   * No scrape configuration is created. Alerts need the labels `namespace`, `pod`, `rabbitmq_cluster` and `endpoint`:
   * see docs/monitoring.md.
   */
  NONE = 'None',
}

/** How Prometheus checks a broker's certificate, where the cluster serves its metrics over TLS. */
export interface RabbitMQScrapeTlsOptions {
  /**
   * The Secret with the certificate of the authority that signed the broker's.
   * @default - the cluster's `authority`; without one, the authorities that Prometheus trusts anyway
   */
  readonly ca?: ISecret;
  /**
   * The ConfigMap with that certificate instead, such as a bundle of trust-manager.
   * @default - none
   */
  readonly caConfigMap?: IConfigMap;
  /**
   * The key of the certificate in `ca` or `caConfigMap`.
   * @default 'ca.crt'
   */
  readonly caKey?: string;
  /**
   * Name in the certificate that Prometheus verifies, because it connects to addresses.
   * @default - that of the cluster: `tls.serverName`, or the client Service's, `<service>.<namespace>.svc`
   */
  readonly serverName?: string;
  /**
   * Whether to take any certificate.
   * @default false
   */
  readonly insecureSkipVerify?: boolean;
}

/** How Prometheus gets a cluster's metrics. */
export interface RabbitMQScrapingOptions {
  /**
   * What tells Prometheus to scrape.
   * @default RabbitMQScrapeMethod.SERVICE_MONITOR
   */
  readonly method?: RabbitMQScrapeMethod;
  /**
   * How often metrics are taken. The broker's own figures are as old as 10 seconds.
   * @default Duration.seconds(30)
   */
  readonly interval?: Duration;
  /**
   * How long a scrape may take; no longer than the interval.
   * @default - Prometheus' own, 10 seconds
   */
  readonly timeout?: Duration;
  /**
   * The path of the aggregated metrics.
   * @default - that of the cluster: `/metrics`, or `prometheus.path`
   */
  readonly path?: string;
  /**
   * The families of detailed metrics that are scraped besides, by which alerts name queues. `[]` scrapes none. Their
   * cost grows with the number of queues. Annotations can't ask for them.
   * @default ['queue_coarse_metrics', 'queue_consumer_count'], or none with `RabbitMQScrapeMethod.ANNOTATIONS`
   * @see https://www.rabbitmq.com/docs/prometheus#detailed-endpoint
   */
  readonly detailedFamilies?: string[];
  /**
   * Whether to scrape all metrics of each queue, connection and channel besides. Expensive with more than some
   * thousand of them.
   * @default false
   */
  readonly perObject?: boolean;
  /**
   * How the broker's certificate is checked, where the cluster has a port `prometheus-tls`.
   * @default - by the cluster's `authority`
   */
  readonly tls?: RabbitMQScrapeTlsOptions;
  /**
   * The Secret with `username` and `password` of a user with the tag `monitoring`, where metrics need a login.
   * @default - that of the exporter's user, where the cluster's configuration asks for a login
   */
  readonly credentials?: ISecret;
  /**
   * Who scrapes, for the cluster's NetworkPolicy.
   * @default - pods labelled `app.kubernetes.io/name=prometheus`, as those of the operator and the charts, in
   * `prometheusNamespace`
   */
  readonly prometheus?: INetworkPolicyPeer;
  /**
   * The namespace of Prometheus, for the cluster's NetworkPolicy. It has no effect with `prometheus`.
   * @default 'monitoring'
   */
  readonly prometheusNamespace?: string;
}
