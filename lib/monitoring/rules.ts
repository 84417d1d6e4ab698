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
    message: (name, { cluster }) => `alerting.changes has ${name}, which cluster "${cluster.clusterName}" doesn't get: its release, size or scraping has nothing for it; leave the change out`,
  }),
  ruleForEach({
    id: 'metric-unknown',
    severity: 'warning',
    each: ({ alerting }) => (alerting?.additional ?? []).flatMap(({ name, expr }) => unknownMetrics(expr).map(metric => ({ alert: name, ...metric }))),
    when: () => true,
    message: ({ alert, name, nearest }) => `alerting.additional: ${alert} asks for ${name}, which no release of RabbitMQ has, so it would never fire${nearest === undefined ? '' : `; did you mean ${nearest}?`}`,
  }),
  ruleForEach({
    id: 'metric-not-here',
    severity: 'warning',
    each: props => (props.alerting?.additional ?? [])
      .flatMap(({ name, expr }) => absentMetrics(expr, watchedCluster(props).promql).map(metric => ({ alert: name, ...metric }))),
    when: () => true,
    message: ({ alert, name, nearest }, { cluster, alsoVersions = [] }) =>
      `alerting.additional: ${alert} asks for ${name}, which brokers of ${[cluster.version, ...alsoVersions].map(({ series }) => series).join(' and ')} don't have, so it would never fire`
      + (nearest === undefined ? '; leave the alert out' : `; it is called ${nearest} there`),
  }),
  rule({
    id: 'login-missing',
    severity: 'error',
    when: ({ cluster, scraping, exporter, hasUser }) => cluster.metricsNeedLogin && scraping?.credentials === undefined && !hasUser
      && (!hasExporter({ cluster, exporter }) || exporter?.credentials !== undefined),
    message: ({ cluster }) => `cluster "${cluster.clusterName}" requires a login for its metrics since after the monitoring was added, so that no user is created: `
      + 'set prometheus.authentication.enabled in configuration.raw, or set scraping.credentials',
  }),
  rule({
    id: 'annotations-one-path',
    severity: 'warning',
    when: ({ scraping }) => scraping?.method === RabbitMQScrapeMethod.ANNOTATIONS && (scraping.perObject === true || (scraping.detailedFamilies ?? []).length > 0),
    message: () => 'scraping.detailedFamilies or scraping.perObject is set, but annotations tell Prometheus of one path only, so neither is scraped: '
      + 'leave them out, or scrape by RabbitMQScrapeMethod.SERVICE_MONITOR or POD_MONITOR',
  }),
  rule({
    id: 'annotations-tell-no-login',
    severity: 'warning',
    when: ({ cluster, scraping }) => scraping?.method === RabbitMQScrapeMethod.ANNOTATIONS
      && (scraping.tls !== undefined || scraping.credentials !== undefined || cluster.metricsNeedLogin),
    message: ({ cluster }) => `scraping.method is ANNOTATIONS, and annotations tell Prometheus neither whom to trust nor how to log in: set both for cluster "${cluster.clusterName}" in Prometheus' own configuration`,
  }),
  rule({
    id: 'tls-not-here',
    severity: 'warning',
    when: ({ cluster, scraping }) => scraping?.tls !== undefined && cluster.ports['prometheus-tls'] === undefined,
    message: ({ cluster }) => `scraping.tls is set, but cluster "${cluster.clusterName}" has no port named "prometheus-tls", so it is scraped without TLS: `
      + 'set configuration.raw "prometheus.ssl.port", or leave scraping.tls out',
  }),
  rule({
    id: 'per-object-expensive',
    severity: 'warning',
    when: ({ scraping }) => scraping?.perObject === true && scraping.method !== RabbitMQScrapeMethod.ANNOTATIONS,
    message: () => 'scraping.perObject is true: each scrape has dozens of series for each queue, connection and channel, which is expensive for brokers and Prometheus; '
      + 'name what you need by scraping.detailedFamilies',
  }),
];
