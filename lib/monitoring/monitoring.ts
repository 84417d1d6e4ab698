import { ApiObject } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { ALERTS } from './alerts/catalogue';
import { requireAlerting } from './alerts/checks';
import { alertingRules } from './alerts/prometheus-rule';
import { Dashboards } from './dashboards/dashboards';
import { Exporter } from './exporter/exporter';
import { RabbitMQMonitoringProps } from './monitoring-props';
import { recordingGroups } from './recording/recording-rules';
import { ruleFile, ruleFileName } from './rule-file';
import { MONITORING_RULES, MonitoringRuleSubject } from './rules';
import { RabbitMQScrapeMethod } from './scrape/options';
import { Scraping } from './scrape/scraping';
import { metadataFor } from './subject';
import { hasExporter, WatchedCluster, watchedCluster } from './watched-cluster';
import { requireAuxiliaryPods } from '../cluster/interface/auxiliary-pods';
import { PrometheusRule, PrometheusRuleSpecGroups } from '../../imports/monitoring.coreos.com';
import { PlatformUser } from '../topology/users/platform-user';
import { Validation } from '../validation/validation';
import { addManifest } from '../kubernetes/manifest';
import { withPath } from '../validation/errors';
import { validateProps } from '../validation/props';
import { requireServiceLevel } from './recording/objectives';

/**
 * Watches a cluster: Prometheus scrapes its brokers, alerts fire by thresholds from the cluster's own numbers, and
 * Grafana shows it. The Kubernetes cluster needs the custom resource definitions of the Prometheus operator, unless
 * Prometheus scrapes by annotations.
 *
 * @throws if the cluster has no port for metrics, or an option is wrong in itself; at synth, if warnings are errors
 */
export class RabbitMQMonitoring extends Construct {
  /** What tells Prometheus to scrape: a ServiceMonitor unless said otherwise; none where it is told elsewhere. */
  public readonly scrapeResource?: ApiObject;
  /**
   * The PrometheusRule with recording rules and alerts; none where alerting is switched off or they are in a ConfigMap.
   */
  public readonly prometheusRule?: ApiObject;
  /** The ConfigMap with recording rules and alerts as a file, where `alerting.asConfigMap` wants it. */
  public readonly rulesConfigMap?: ApiObject;

  private readonly props: RabbitMQMonitoringProps;
  /** Whether the user that Prometheus logs in as is created here, and not by the exporter. */
  private readonly hasUser: boolean;
  private readonly validation: Validation<MonitoringRuleSubject>;

  public constructor(scope: Construct, id: string, props: RabbitMQMonitoringProps) {
    super(scope, id);
    this.props = props;
    const { alerting = {}, dashboards = {}, exporter = {}, scraping = {}, serviceLevel = {} } = props;
    const method = scraping.method ?? RabbitMQScrapeMethod.SERVICE_MONITOR;
    const { resource, prometheus, interval } = validateProps(this, 'RabbitMQMonitoringProps', props, {
      alerting: () => { requireAlerting(alerting); },
      exporter: () => { requireAuxiliaryPods('exporter.pod', exporter.pod); },
      serviceLevel: () => { requireServiceLevel(serviceLevel); },
      scraping: () => new Scraping(this, 'Scraping', props, scraping),
    }).scraping;
    this.scrapeResource = resource;
    this.hasUser = props.cluster.metricsNeedLogin
      && props.scraping?.credentials === undefined
      && (!hasExporter(props) || exporter.credentials !== undefined);
    if (this.hasUser) {
      new PlatformUser(this, 'User', props.cluster, 'monitoring');
    }
    if (hasExporter(props)) {
      withPath(this.node.path, () => new Exporter(this, 'Exporter', props, exporter, { interval, prometheus, method }));
    }
    if (alerting.enabled ?? true) {
      if (alerting.asConfigMap ?? method === RabbitMQScrapeMethod.ANNOTATIONS) {
        this.rulesConfigMap = addManifest(this, 'RuleFile', k8s.KubeConfigMap, metadataFor(props, '-rules'), {
          data: () => ({ [ruleFileName(props.cluster)]: ruleFile(this.ruleGroups) }),
        });
      } else {
        this.prometheusRule = addManifest(this, 'Rules', PrometheusRule, metadataFor(props), { spec: () => ({ groups: this.ruleGroups }) });
      }
    }
    if (dashboards.enabled ?? true) {
      new Dashboards(this, 'Dashboards', props, this.watched.series, dashboards);
    }
    this.validation = new Validation<MonitoringRuleSubject>(
      this,
      MONITORING_RULES,
      () => ({ ...this.props, hasUser: this.hasUser }),
      props,
    );
  }

  /**
   * Warnings that aren't acknowledged: settings that are valid but probably unintended. The same texts are
   * printed at synth.
   */
  public get warnings(): string[] {
    return this.validation.warnings;
  }

  private get ruleGroups(): PrometheusRuleSpecGroups[] {
    const { cluster, alerting = {} } = this.props;
    return [
      ...recordingGroups(this.watched),
      { name: `rabbitmq.${cluster.clusterName}.alerts`, rules: alertingRules(ALERTS, this.watched, alerting) },
    ];
  }

  private get watched(): WatchedCluster {
    return watchedCluster(this.props);
  }
}
