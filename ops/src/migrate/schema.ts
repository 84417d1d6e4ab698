import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { Path } from './values';

/** A value that the chart refuses, and why. */
export interface Refusal {
  readonly path: Path;
  readonly why: string;
}

/** Values in which secrets may be, and which no message shows. */
const NOT_SHOWN = ['configuration', 'advancedConfiguration'];

let check: ValidateFunction | undefined;

/** What the chart's own schema has against values, as helm finds it once the chart's defaults are below them. */
export function schemaRefusals(values: unknown): Refusal[] {
  check ??= compile();
  return check(values) ? [] : (check.errors ?? []).filter(isAboutValues).map(refusal);
}

function compile(): ValidateFunction {
  // beside what is compiled, where the build puts it
  const schema = JSON.parse(readFileSync(require.resolve('../values.schema.json'), 'utf8')) as object;
  return new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true }).compile(schema);
}

/** What is left out is one of the chart's defaults, and what a name is refused for is said with the name. */
function isAboutValues({ keyword, propertyName }: ErrorObject): boolean {
  return keyword !== 'required' && propertyName === undefined;
}

function refusal({ instancePath, keyword, params, message = '', data }: ErrorObject): Refusal {
  const path = instancePath.split('/').slice(1).map(part => (/^\d+$/.test(part) ? Number(part) : part.replace(/~1/g, '/').replace(/~0/g, '~')));
  const name = (params.additionalProperty ?? params.propertyName) as string | undefined;
  if (name !== undefined) {
    return { path: [...path, name], why: `the chart has no such key there (${keyword})` };
  }
  const shown = typeof data === 'object' || NOT_SHOWN.includes(String(path[0])) ? '' : ` ${JSON.stringify(data)}`;
  const allowed = Array.isArray(params.allowedValues) ? `: ${params.allowedValues.join(', ')}` : '';
  return { path, why: `the chart refuses${shown}: it ${message}${allowed}` };
}
