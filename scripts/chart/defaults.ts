import { readFileSync } from 'fs';
import { join } from 'path';
import { parse } from 'yaml';
import { overDefaults } from '../../ops/src/chart-values/merge';
import { Values } from '../../ops/src/chart-values/values';

/** The chart's own values with others over them, as helm takes them. */
export function withDefaults(values: object): Values {
  return overDefaults(parse(readFileSync(join(__dirname, '../../chart/values.yaml'), 'utf8')), values) as Values;
}
