import type { ErrorObject } from 'ajv';
import type { Path } from './values';
import { isShown, pathOf, schemaErrors } from '../chart-values/schema';

/** A value that the chart refuses, and why. */
export interface Refusal {
  readonly path: Path;
  readonly why: string;
}

/** What the chart's own schema has against values, as helm finds it once the chart's defaults are below them. */
export function schemaRefusals(values: unknown): Refusal[] {
  return schemaErrors(values).filter(isAboutValues).map(refusal);
}

/** What is left out is one of the chart's defaults, and what a name is refused for is said with the name. */
function isAboutValues({ keyword, propertyName }: ErrorObject): boolean {
  return keyword !== 'required' && propertyName === undefined;
}

function refusal({ instancePath, keyword, params, message = '', data }: ErrorObject): Refusal {
  const path = pathOf(instancePath);
  const name = (params.additionalProperty ?? params.propertyName) as string | undefined;
  if (name !== undefined) {
    return { path: [...path, name], why: `the chart has no such key there (${keyword})` };
  }
  const shown = typeof data === 'object' || !isShown(path) ? '' : ` ${JSON.stringify(data)}`;
  const allowed = Array.isArray(params.allowedValues) ? `: ${params.allowedValues.join(', ')}` : '';
  return { path, why: `the chart refuses${shown}: it ${message}${allowed}` };
}
