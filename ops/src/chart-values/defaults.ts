import { parse } from 'yaml';
import { readChartFile } from './chart-file';
import { mergeValues, overDefaults, withoutNulls } from './merge';
import type { Values } from './values';

/** Values of the chart that a null removes. Elsewhere, null is the default. */
export const REMOVABLE: readonly string[] = [
  // no limit
  'resources.limits.cpu',
  // entries of maps
  'networkPolicy.clientNamespaces.rabbitmq-client', 'dashboards.labels.grafana_dashboard',
];

let defaults: unknown;

/** The chart's own values. */
function chartDefaults(): unknown {
  defaults ??= parse(readChartFile('values.yaml'));
  return defaults;
}

/** Complete values: layers over the chart's own, the last one on top. */
export function withDefaults(...layers: readonly unknown[]): Values {
  return withoutNulls(beforeSchema(...layers), chartDefaults(), (_, own) => own !== null) as Values;
}

/** The same as the chart's schema sees them: with nulls where the chart has no value of its own. */
export function beforeSchema(...layers: readonly unknown[]): unknown {
  const own = chartDefaults();
  const isDefault = (path: string, value: unknown): boolean => value !== undefined && !REMOVABLE.includes(path);
  return overDefaults(own, layers.map(layer => withoutNulls(layer, own, isDefault)).reduce(mergeValues, {}));
}

/** What values say: without keys that are null, which is not to give them. */
export function givenIn<T>(values: T): T {
  return withoutNulls(values, undefined, path => !REMOVABLE.includes(path)) as T;
}
