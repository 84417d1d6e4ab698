import type { ErrorObject } from 'ajv';
import { beforeSchema } from './defaults';
import { isMap } from './merge';
import { similarName } from '../core/similar';
import { isShown, type Path, pathOf, schemaErrors } from './schema';

/** A value that the chart's schema refuses, and why. */
export interface Problem {
  readonly path: string;
  readonly text: string;
}

/** Keywords whose errors only say that those of a part of the schema count. */
const COMPOSED = ['if', 'anyOf', 'not'];

/** All that the chart's schema has against what a file says, in the order of the file. */
export function problemsOf(said: unknown): Problem[] {
  if (!isMap(said)) {
    return [{ path: '', text: 'the file is no map of keys and values' }];
  }
  const errors = schemaErrors(beforeSchema(said));
  const problems = errors
    .filter(({ keyword }) => keyword !== 'propertyNames' && (errors.length === 1 || !COMPOSED.includes(keyword)))
    .map(problemOf);
  const order = pathsIn(said);
  const place = ({ path }: Problem): number => (order.includes(path) ? order.indexOf(path) : order.length);
  return [...new Map(problems.map(problem => [problem.text, problem])).values()].sort((a, b) => place(a) - place(b));
}

function problemOf(error: ErrorObject): Problem {
  const path = pathOf(error.instancePath);
  const { params, keyword, message = '', parentSchema, data } = error;
  if (keyword === 'additionalProperties') {
    const { properties, patternProperties } = parentSchema as { properties?: object; patternProperties?: object };
    return properties === undefined && patternProperties !== undefined
      ? invalidKey(path, String(params.additionalProperty), Object.keys(patternProperties))
      : unknownKey([...path, String(params.additionalProperty)], Object.keys(properties ?? {}));
  }
  const place = textOf(path);
  if (keyword === 'required') {
    return { path: place, text: `"${place}" has no "${params.missingProperty as string}": add it` };
  }
  if (data === null) {
    return { path: place, text: `"${place}" is null: give it a value, or remove it` };
  }
  if (keyword === 'minProperties' && params.limit === 1) {
    return { path: place, text: `"${place}" has no entry: add one` };
  }
  if (keyword === 'const' && typeof params.allowedValue === 'string') {
    // names of other charts, whose only value says the name here
    return { path: place, text: `"${place}" is not a key of a values file. ${params.allowedValue.replace(/^Remove it\. /, '')}` };
  }
  if (error.propertyName !== undefined) {
    return { path: place, text: `"${place}" has the key ${JSON.stringify(error.propertyName)}: it ${message}` };
  }
  const shown = isShown(path) && !isMap(data) ? ` is ${JSON.stringify(data)}` : '';
  return { path: place, text: `"${place}"${shown}: it ${message}${allowed(params)}` };
}

function invalidKey(path: Path, key: string, patterns: readonly string[]): Problem {
  const allows = patterns.join('" or "');
  return {
    path: textOf([...path, key]),
    text: `"${textOf(path)}" has the key ${JSON.stringify(key)}: it must match pattern "${allows}"`,
  };
}

function unknownKey(path: Path, known: readonly string[]): Problem {
  const place = textOf(path);
  const nearest = similarName(String(path.at(-1)), known);
  const hint = nearest === undefined ? '' : `. Did you mean "${textOf([...path.slice(0, -1), nearest])}"?`;
  return { path: place, text: `"${place}" is not a key of a values file${hint}` };
}

function allowed({ allowedValues }: ErrorObject['params']): string {
  return Array.isArray(allowedValues) ? `: ${allowedValues.filter(value => value !== null).map(value => (value === '' ? '""' : String(value))).join(', ')}` : '';
}

/** A path in the notation of messages: `pod.env[0].name`. */
export function textOf(path: Path): string {
  return path.reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text === '' ? '' : '.'}${key}`), '');
}

function pathsIn(value: unknown, path: Path = []): string[] {
  const below = Array.isArray(value)
    ? value.map((item: unknown, i) => [i, item] as const)
    : isMap(value)
      ? Object.entries(value)
      : [];
  return [textOf(path), ...below.flatMap(([key, child]) => pathsIn(child, [...path, key]))];
}
