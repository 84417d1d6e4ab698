import { parse } from 'yaml';
import { readChartFile } from './chart-file';
import { mergeValues, overDefaults } from './merge';
import type { Values } from './values';

let defaults: unknown;

/** The chart's own values. */
function chartDefaults(): unknown {
  defaults ??= parse(readChartFile('values.yaml'));
  return defaults;
}

/** Complete values: layers over the chart's own, the last one on top. */
export function withDefaults(...layers: readonly unknown[]): Values {
  return overDefaults(chartDefaults(), layers.reduce(mergeValues, {})) as Values;
}
