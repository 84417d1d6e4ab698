import { Yaml } from 'cdk8s';
import { ENDPOINT } from '../monitoring/watched-cluster';

/** The adapter's template of a series' selector, with a matcher more. */
export const ADAPTED_SERIES = `<<.Series>>{<<.LabelMatchers>>,endpoint="${ENDPOINT.aggregated}"}`;

/** A rule of the Prometheus adapter: https://github.com/kubernetes-sigs/prometheus-adapter/blob/master/docs/config.md */
export interface AdapterRule {
  readonly seriesQuery: string;
  readonly resources: { readonly overrides: Record<string, { readonly resource: string }> };
  readonly name: { readonly matches: string; readonly as: string };
  readonly metricsQuery: string;
}

/** A rule for a metric of each broker, from a series of theirs. */
export function brokerRule(series: string, as: string, query: (selector: string) => string): AdapterRule {
  return {
    seriesQuery: `${series}{endpoint="${ENDPOINT.aggregated}",namespace!="",pod!=""}`,
    resources: { overrides: { namespace: { resource: 'namespace' }, pod: { resource: 'pod' } } },
    name: { matches: `^${series}$`, as },
    metricsQuery: `sum by (<<.GroupBy>>) (${query(ADAPTED_SERIES)})`,
  };
}

/** What the adapter's configuration needs: rules of the custom metrics API and of the external one. */
export function adapterConfiguration(rules: { readonly custom?: readonly AdapterRule[]; readonly external?: readonly AdapterRule[] }): string {
  const { custom = [], external = [] } = rules;
  return Yaml.stringify({ ...(custom.length > 0 && { rules: custom }), ...(external.length > 0 && { externalRules: external }) });
}
