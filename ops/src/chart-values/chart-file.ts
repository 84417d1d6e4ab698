import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the chart. The package has it beside the code, where the build copies it, and a checkout in `chart/`. */
export function readChartFile(name: 'values.yaml' | 'values.schema.json'): string {
  const packed = join(__dirname, '..', name);
  return readFileSync(existsSync(packed) ? packed : join(__dirname, '../../../chart', name), 'utf8');
}
