import { Yaml } from 'cdk8s';
import { PrometheusRule, PrometheusRuleSpecGroups } from '../../imports/monitoring.coreos.com';
import { IRabbitMQCluster } from '../cluster/interface/cluster-interface';

/** The name of a cluster's file of rules; files of several clusters can be in one folder. */
export function ruleFileName({ clusterName, namespace = 'default' }: IRabbitMQCluster): string {
  return `${namespace}-${clusterName}.rules.yaml`;
}

/** Groups of rules as a file that Prometheus loads by `rule_files`. */
export function ruleFile(groups: PrometheusRuleSpecGroups[]): string {
  const { spec } = PrometheusRule.manifest({ spec: { groups } }) as { spec: object };
  return Yaml.stringify(spec);
}
