import { ALERTS } from './alerts/catalogue';
import { fits } from './alerts/prometheus-rule';
import { absentMetrics, unknownMetrics } from './metrics/unknown';
import { RabbitMQMonitoringProps } from './monitoring-props';
import { RabbitMQScrapeMethod } from './scrape/options';
import { hasExporter, watchedCluster } from './watched-cluster';
import { Rule, rule, ruleForEach } from '../validation/rule';

/** What the rules of monitoring look at. */
export interface MonitoringRuleSubject extends RabbitMQMonitoringProps {
  /** Whether a user that Prometheus logs in as is created beside the exporter's. */
  readonly hasUser: boolean;
}

/** What is likely not meant about a cluster's monitoring. */
export const MONITORING_RULES: readonly Rule<MonitoringRuleSubject>[] = [
  ruleForEach({
    id: 'alert-not-here',
    severity: 'warning',
    each: ({ alerting }) => Object.keys(alerting?.changes ?? {}),
    when: (name, props) => ALERTS.some(alert => alert.name === name && !fits(alert, watchedCluster(props))),
    message: (name, { cluster }) => `alerting.changes has ${name}, which cluster "${cluster.clusterName}" does not have, because of its release, size or scraping. Remove the change`,
  }),
  ruleForEach({
    id: 'metric-unknown',
    severity: 'warning',
    each: ({ alerting }) =>
      (alerting?.additional ?? []).flatMap(({ name, expr }) =>
        unknownMetrics(expr).map(metric => ({ alert: name, ...metric }))),
    when: () => true,
    message: ({ alert, name, nearest }) => `alerting.additional: ${alert} uses ${name}, which no release of RabbitMQ has, so it would never fire${nearest === undefined ? '' : `. Did you mean ${nearest}?`}`,
  }),
  ruleForEach({
    id: 'metric-not-here',
    severity: 'warning',
    each: props =>
      (props.alerting?.additional ?? []).flatMap(({ name, expr }) =>
        absentMetrics(expr, watchedCluster(props).promql).map(metric => ({ alert: name, ...metric }))),
    when: () => true,
    message: ({ alert, name, nearest }, { cluster, alsoVersions = [] }) =>
      `alerting.additional: ${alert} uses ${name}, which brokers of ${[cluster.version, ...alsoVersions].map(({ series }) => series).join(' and ')} don't have, so it would never fire`
      + (nearest === undefined ? '. Remove the alert' : `. There it is called ${nearest}`),
  }),
  rule({
    id: 'expectations-unseen',
    severity: 'warning',
    when: (props) => {
      const { expectations, detailedFamilies } = watchedCluster(props);
      return expectations.some(({ maxBacklog, consumers }) => (maxBacklog !== undefined && !detailedFamilies.includes('queue_coarse_metrics')) || (consumers !== undefined && !detailedFamilies.includes('queue_consumer_count')));
    },
    message: () => 'scraping.detailedFamilies lacks queue_coarse_metrics or queue_consumer_count, and expect() is called for a queue, so its alert is left out: '
      + 'add the families, and scrape by RabbitMQScrapeMethod.SERVICE_MONITOR or POD_MONITOR',
  }),
  rule({
    id: 'login-missing',
    severity: 'error',
    when: ({ cluster, scraping, exporter, hasUser }) =>
      cluster.metricsNeedLogin
      && scraping?.credentials === undefined
      && !hasUser
      && (!hasExporter({ cluster, exporter }) || exporter?.credentials !== undefined),
    message: ({ cluster }) => `cluster "${cluster.clusterName}" requires a login for its metrics since after the monitoring was added, so that no user is created: `
      + 'set prometheus.authentication.enabled in configuration.raw, or set scraping.credentials',
  }),
  rule({
    id: 'annotations-one-path',
    severity: 'warning',
    when: ({ scraping }) =>
      scraping?.method === RabbitMQScrapeMethod.ANNOTATIONS
      && (scraping.perObject === true || (scraping.detailedFamilies ?? []).length > 0),
    message: () => 'scraping.detailedFamilies or scraping.perObject is set, but annotations name only one path, so neither is scraped. '
      + 'Remove them, or use RabbitMQScrapeMethod.SERVICE_MONITOR or POD_MONITOR',
  }),
  rule({
    id: 'annotations-tell-no-login',
    severity: 'warning',
    when: ({ cluster, scraping }) => scraping?.method === RabbitMQScrapeMethod.ANNOTATIONS
      && (scraping.tls !== undefined || scraping.credentials !== undefined || cluster.metricsNeedLogin),
    message: ({ cluster }) => `scraping.method is ANNOTATIONS, which can't set the authority and the credentials of a scrape. Set both for cluster "${cluster.clusterName}" in Prometheus' own configuration`,
  }),
  rule({
    id: 'tls-not-here',
    severity: 'warning',
    when: ({ cluster, scraping }) => scraping?.tls !== undefined && cluster.ports['prometheus-tls'] === undefined,
    message: ({ cluster }) => `scraping.tls is set, but cluster "${cluster.clusterName}" has no port named "prometheus-tls", so Prometheus scrapes it without TLS. `
      + 'Set configuration.raw "prometheus.ssl.port", or remove scraping.tls',
  }),
  rule({
    id: 'per-object-expensive',
    severity: 'warning',
    when: ({ scraping }) => scraping?.perObject === true && scraping.method !== RabbitMQScrapeMethod.ANNOTATIONS,
    message: () => 'scraping.perObject is true: each scrape has dozens of series for each queue, connection and channel, which is expensive for brokers and Prometheus. '
      + 'List the families that you need in scraping.detailedFamilies',
  }),
];
