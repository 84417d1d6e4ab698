import type { ErrorObject } from 'ajv';
import type { Path } from './values';
import { beforeSchema } from '../chart-values/defaults';
import { isShown, pathOf, schemaErrors } from '../chart-values/schema';

/** A value that the chart rejects, and why. */
export interface Rejection {
  readonly path: Path;
  readonly why: string;
  /** Whether it is another kind of value, such as a text instead of a list. */
  readonly isOtherKind: boolean;
}

/** What the chart's own schema has against values, as helm finds it. */
export function schemaRejections(values: Readonly<Record<string, unknown>>): Rejection[] {
  return schemaErrors(beforeSchema(values)).filter(isAboutValue).map(rejection);
}

/** Another error of the same value tells more than these. */
function isAboutValue({ keyword, propertyName }: ErrorObject): boolean {
  return keyword !== 'if' && propertyName === undefined;
}

function rejection({ instancePath, keyword, params, message = '', data }: ErrorObject): Rejection {
  const path = pathOf(instancePath);
  const name = (params.additionalProperty ?? params.propertyName) as string | undefined;
  if (name !== undefined) {
    return { path: [...path, name], why: `the chart has no such key there (${keyword})`, isOtherKind: false };
  }
  const shown = typeof data === 'object' || !isShown(path) ? '' : ` ${JSON.stringify(data)}`;
  const allowed = Array.isArray(params.allowedValues) ? `: ${params.allowedValues.filter(value => value !== null).join(', ')}` : '';
  return { path, why: `the chart refuses${shown}: it ${message}${allowed}`, isOtherKind: keyword === 'type' };
}
