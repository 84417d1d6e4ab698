import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { mergeValues, overDefaults } from './merge';
import type { Values } from './values';

let defaults: unknown;

/** The chart's own values, which the package contains. */
function chartDefaults(): unknown {
  defaults ??= parse(readFileSync(require.resolve('../values.yaml'), 'utf8'));
  return defaults;
}

/** Complete values: layers over the chart's own, the last one on top. */
export function withDefaults(...layers: readonly unknown[]): Values {
  return overDefaults(chartDefaults(), layers.reduce(mergeValues, {})) as Values;
}
