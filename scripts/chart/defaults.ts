import { readFileSync } from 'fs';
import { join } from 'path';
import { parse } from 'yaml';
import { Values } from '../../ops/src/chart-values/values';

/** The chart's own values with others over them, as helm takes them. */
export function withDefaults(values: object): Values {
  const defaults = parse(readFileSync(join(__dirname, '../../chart/values.yaml'), 'utf8')) as object;
  return over(defaults, values) as Values;
}

function over(ours: unknown, given: unknown): unknown {
  if (typeof given !== 'object' || given === null || Array.isArray(given) || typeof ours !== 'object' || ours === null) {
    return given;
  }
  const both = ours as Record<string, unknown>;
  const merged = [...Object.entries(both), ...Object.entries(given).map(([key, value]) => [key, over(both[key], value)] as const)];
  // a null takes the chart's own value away
  return Object.fromEntries(Object.entries(Object.fromEntries(merged)).filter(([key, value]) => value !== null || both[key] === null));
}
