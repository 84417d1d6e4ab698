import { Yaml } from 'cdk8s';
import { consumedQueues, RabbitMQConsumedQueues } from './consumed-queues';
import { IRabbitMQCluster } from '../cluster/interface/cluster-interface';
import { ENDPOINT } from '../monitoring/labels';

/** A rule of the Prometheus adapter: https://github.com/kubernetes-sigs/prometheus-adapter/blob/master/docs/config.md */
export interface AdapterRule {
  readonly seriesQuery: string;
  readonly resources:
    { readonly namespaced: false } | { readonly overrides: Record<string, { readonly resource: string }> };
  readonly name: { readonly matches: string; readonly as: string };
  readonly metricsQuery: string;
}

/** A rule of the custom metrics API for a metric of each broker, made from a series of theirs. */
export function brokerRule(series: string, as: string, query: (selector: string) => string): AdapterRule {
  const endpoint = `endpoint="${ENDPOINT.aggregated}"`;
  return {
    seriesQuery: `${series}{${endpoint},namespace!="",pod!=""}`,
    resources: { overrides: { namespace: { resource: 'namespace' }, pod: { resource: 'pod' } } },
    name: { matches: `^${series}$`, as },
    metricsQuery: `sum by (<<.GroupBy>>) (${query(`<<.Series>>{<<.LabelMatchers>>,${endpoint}}`)})`,
  };
}

/** A rule of the external metrics API for how many messages queues have; each member of a quorum queue may tell. */
export function queuesRule(cluster: IRabbitMQCluster, queues: RabbitMQConsumedQueues, as: string): AdapterRule {
  const { clusterName, namespace } = cluster;
  const series = 'rabbitmq_detailed_queue_messages';
  const { name, vhost, maxQueues } = consumedQueues(queues, cluster);
  const selector = [
    ...(namespace === undefined ? [] : [`namespace="${namespace}"`]),
    `rabbitmq_cluster="${clusterName}"`,
    `endpoint="${ENDPOINT.detailed}"`,
    `vhost=${JSON.stringify(vhost)}`,
    // Prometheus anchors a regular expression at both ends and tells large letters from small ones, brokers don't
    maxQueues === undefined ? `queue=${JSON.stringify(name)}` : `queue=~${JSON.stringify(`(?i).*(?:${name}).*`)}`,
  ].join(',');
  return {
    seriesQuery: `${series}{${selector}}`,
    resources: { namespaced: false },
    name: { matches: `^${series}$`, as },
    metricsQuery: `sum(max by (vhost, queue) (${series}{${selector}}))`,
  };
}

/** What the adapter's configuration needs: rules of the custom metrics API and of the external one. */
export function adapterConfiguration(rules: {
  readonly custom?: readonly AdapterRule[];
  readonly external?: readonly AdapterRule[];
}): string {
  const { custom = [], external = [] } = rules;
  return Yaml.stringify({
    ...(custom.length > 0 && { rules: custom }),
    ...(external.length > 0 && { externalRules: external }),
  });
}
