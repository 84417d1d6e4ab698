import { RabbitMQAlertingOptions } from './alerts/options';
import { RabbitMQDashboardsOptions } from './dashboards/options';
import { RabbitMQExporterOptions } from './exporter/options';
import { RabbitMQServiceLevelOptions } from './recording/options';
import { RabbitMQScrapingOptions } from './scrape/options';
import { IRabbitMQCluster } from '../cluster/interface/cluster-interface';
import { RabbitMQVersion } from '../rabbitmq/version';

/** How a cluster is watched, whichever it is. */
export interface RabbitMQMonitoringOptions {
  /**
   * How Prometheus gets the metrics.
   * @default - a ServiceMonitor
   */
  readonly scraping?: RabbitMQScrapingOptions;
  /**
   * What is alerted on.
   * @default - all alerts that fit the cluster
   */
  readonly alerting?: RabbitMQAlertingOptions;
  /**
   * Service level: the share of messages that must succeed. It is recorded, and alerts fire if the error budget
   * burns too fast.
   * @default - 0.999 of publishing and 0.99 of consuming
   */
  readonly serviceLevel?: RabbitMQServiceLevelOptions;
  /**
   * Grafana dashboards.
   * @default - all, in ConfigMaps that Grafana's sidecar gathers
   */
  readonly dashboards?: RabbitMQDashboardsOptions;
  /**
   * An exporter for facts without broker metrics: feature flags, deprecated features, and the expiry of certificates.
   * @default - one, where the cluster has a management port
   */
  readonly exporter?: RabbitMQExporterOptions;
  /**
   * Labels of the objects that a Prometheus operator selects by labels: monitors and rules.
   * @default - none beside the cluster's own
   */
  readonly labels?: Record<string, string>;
  /**
   * Further releases whose names of metrics the rules and dashboards have to know: those of an upgrade to come, or of
   * clusters elsewhere that share the dashboards.
   * @default - the cluster's alone
   */
  readonly alsoVersions?: RabbitMQVersion[];
  /**
   * Whether warnings stop the synth as errors do.
   * @default false
   */
  readonly strict?: boolean;
  /**
   * Warnings that are known and meant: their names, as printed in brackets.
   * @default - none
   */
  readonly acknowledgedWarnings?: string[];
}

/** Properties for `RabbitMQMonitoring`. */
export interface RabbitMQMonitoringProps extends RabbitMQMonitoringOptions {
  /** The cluster to watch. */
  readonly cluster: IRabbitMQCluster;
}
