import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { readChartFile } from './chart-file';

/** The keys that lead to a value. */
export type Path = readonly (string | number)[];

let check: ValidateFunction | undefined;

/** What the chart's schema has against complete values: helm finds the same. */
export function schemaErrors(values: unknown): readonly ErrorObject[] {
  check ??= compile();
  return check(values) ? [] : check.errors ?? [];
}

function compile(): ValidateFunction {
  const schema = JSON.parse(readChartFile('values.schema.json')) as object;
  return new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true }).compile(schema);
}

/** The path that a JSON pointer of an error means. */
export function pathOf(instancePath: string): Path {
  return instancePath.split('/').slice(1).map(part => (/^\d+$/.test(part) ? Number(part) : part.replace(/~1/g, '/').replace(/~0/g, '~')));
}

/** Whether secrets may be in a value, which no message shows. */
export function isShown(path: Path): boolean {
  return !['configuration', 'rabbitmqConf', 'advancedConfiguration', 'extraObjects', 'pod'].includes(String(path[0]));
}
