import { Alert } from './alert';
import { RabbitMQAlertOptions, RabbitMQAlertChangeOptions, RabbitMQAlertingOptions } from './options';
import { PrometheusRuleSpecGroupsRules, PrometheusRuleSpecGroupsRulesExpr } from '../../../imports/monitoring.coreos.com';
import { WatchedCluster } from '../watched-cluster';

/** Where the runbooks of this project are. */
export const RUNBOOKS = 'https://github.com/cdk8s-rabbitmq/cdk8s-rabbitmq/blob/main/docs/runbooks';

/** The rules of those of our alerts that fit a cluster, as a user changed them, and of the user's own. */
export function alertingRules(
  alerts: readonly Alert[],
  cluster: WatchedCluster,
  options: RabbitMQAlertingOptions,
): PrometheusRuleSpecGroupsRules[] {
  const identity = {
    ...options.labels,
    ...(cluster.namespace === undefined ? {} : { namespace: cluster.namespace }),
    rabbitmq_cluster: cluster.name,
  };
  const runbooks = (options.runbooks ?? RUNBOOKS).replace(/\/+$/, '');
  const ours = alerts
    .filter(alert => (options.changes?.[alert.name]?.enabled ?? true) && fits(alert, cluster))
    .map(alert => ourRule(alert, options.changes?.[alert.name] ?? {}, cluster, identity, runbooks));
  return [...ours, ...(options.additional ?? []).map(alert => addedRule(alert, identity))];
}

/** Whether a cluster has what an alert is about. */
export function fits(alert: Alert, cluster: WatchedCluster): boolean {
  return (alert.metrics ?? []).every(name => cluster.promql.has(name)) && (alert.when?.(cluster) ?? true);
}

function ourRule(
  alert: Alert,
  change: RabbitMQAlertChangeOptions,
  cluster: WatchedCluster,
  identity: Record<string, string>,
  runbooks: string,
): PrometheusRuleSpecGroupsRules {
  const holds = change.for === undefined ? alert.for : `${change.for.toSeconds()}s`;
  return {
    alert: alert.name,
    expr: PrometheusRuleSpecGroupsRulesExpr.fromString(
      alert.expr(cluster, change.threshold ?? alert.threshold?.default(cluster) ?? 0),
    ),
    ...(holds === undefined ? {} : { for: holds }),
    labels: { ...identity, ...change.labels, severity: change.severity ?? alert.severity },
    annotations: { summary: named(alert.summary, cluster), description: named(alert.description, cluster), runbook_url: `${runbooks}/${alert.name}.md`, ...change.annotations },
  };
}

/** A text with the cluster's name, which the samples of kube-state-metrics and others don't have. */
function named(text: string, { name }: WatchedCluster): string {
  return text.replaceAll('{{ $labels.rabbitmq_cluster }}', name);
}

function addedRule(alert: RabbitMQAlertOptions, identity: Record<string, string>): PrometheusRuleSpecGroupsRules {
  return {
    alert: alert.name,
    expr: PrometheusRuleSpecGroupsRulesExpr.fromString(alert.expr),
    ...(alert.for === undefined ? {} : { for: `${alert.for.toSeconds()}s` }),
    labels: { ...identity, ...alert.labels, severity: alert.severity },
    annotations: {
      summary: alert.summary,
      ...(alert.description === undefined ? {} : { description: alert.description }),
      ...(alert.runbookUrl === undefined ? {} : { runbook_url: alert.runbookUrl }),
    },
  };
}
