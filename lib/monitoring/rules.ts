import { ALERTS } from './alerts/catalogue';
import { fits } from './alerts/prometheus-rule';
import { unknownMetrics } from './metrics/unknown';
import { RabbitMQMonitoringProps } from './monitoring-props';
import { hasExporter, watchedCluster } from './watched-cluster';
import { Rule, rule, ruleForEach } from '../validation/rule';

/** What is likely not meant about a cluster's monitoring. */
export const MONITORING_RULES: readonly Rule<RabbitMQMonitoringProps>[] = [
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
  rule({
    id: 'login-missing',
    severity: 'error',
    when: ({ cluster, scraping, exporter }) => cluster.metricsNeedLogin && scraping?.credentials === undefined
      && (!hasExporter({ cluster, exporter }) || exporter?.credentials !== undefined),
    message: ({ cluster }) => `cluster "${cluster.clusterName}" gives its metrics to users only, and no user is made for monitoring: name the Secret of one by scraping.credentials`,
  }),
  rule({
    id: 'per-object-expensive',
    severity: 'warning',
    when: ({ scraping }) => scraping?.perObject ?? false,
    message: () => 'scraping.perObject is true: each scrape has dozens of series for each queue, connection and channel, which is expensive for brokers and Prometheus; '
      + 'name what you need by scraping.detailedFamilies',
  }),
];
