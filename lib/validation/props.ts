import { IConstruct } from 'constructs';
import { closest } from './distance';
import { collect, errorOf, withPath } from './errors';
import { KNOWN_PROPS } from './known-props';
import { KUBERNETES_FIELDS } from './kubernetes-fields';
import { metadataProblems } from './metadata';
import { nameProblems, referenceProblems } from './names';
import { isPlainObject } from './plain-object';
import { show, wrongValue } from './prop-types';
import { RENAMED_PROPS } from './renamed-props';
import { selectorProblems } from './selectors';

export type StructName = keyof typeof KNOWN_PROPS;

const STRUCTS: Readonly<Record<string, Readonly<Record<string, string>>>> = KNOWN_PROPS;

/** The problems of props at any depth, one text each. */
interface Problems {
  /** Names that no struct has, and names, labels and annotations that Kubernetes refuses. */
  readonly refused: readonly string[];
  /** Values of another type, and required ones that are missing. */
  readonly wrong: readonly string[];
}

const NONE: Problems = { refused: [], wrong: [] };

/**
 * Checks the props of a construct: no unknown ones and none of a wrong type at any depth, and single values by the
 * checks. All errors come together, each with the path of the construct; with a wrong type, without the checks, which
 * expect the types.
 *
 * @returns the results of the checks
 */
export function validateProps<Checks extends Readonly<Record<string, () => unknown>>>(
  scope: IConstruct, struct: StructName, props: object, checks: Checks,
): { readonly [Name in keyof Checks]: ReturnType<Checks[Name]> } {
  return withPath(scope.node.path, () => {
    const { refused, wrong } = problemsOf(struct, props, '');
    if (wrong.length > 0) {
      throw errorOf([...refused, ...wrong]);
    }
    return collect({ ['']: () => { requireNone(refused); }, ...checks });
  });
}

/**
 * Checks the options of a static factory.
 *
 * @param call the factory, for messages: `RabbitMQImage.official()`
 * @throws if there are unknown ones, or values of a wrong type
 */
export function requireKnownOptions(struct: StructName, options: object, call: string): void {
  const { refused, wrong } = problemsOf(struct, options, '');
  requireNone([...refused, ...wrong].map(text => `${call}: ${text}`));
}

/**
 * Checks an argument of a method.
 *
 * @param what it is, for messages: `addConfig(): the value`
 * @param type as TypeScript has it
 * @throws if it is of another type
 */
export function requireType(what: string, type: string, value: unknown): void {
  const { refused, wrong } = problemsIn(type, value ?? undefined, what);
  requireNone([...refused, ...wrong]);
}

function requireNone(texts: readonly string[]): void {
  if (texts.length > 0) {
    throw errorOf(texts);
  }
}

/** Looks into structs, lists and maps, but not into instances. */
function problemsOf(struct: string, props: unknown, at: string): Problems {
  if (!isPlainObject(props)) {
    return NONE;
  }
  const types = STRUCTS[struct] ?? KUBERNETES_FIELDS[struct] ?? {};
  const path = (prop: string): string => (at === '' ? prop : `${at}.${prop}`);
  const given = Object.entries(props).filter(([, value]) => value !== undefined);
  // structs of Kubernetes have more fields than those that are checked
  const unknown = struct in KUBERNETES_FIELDS
    ? []
    : given.filter(([prop]) => !(prop in types)).map(([prop]) => unknownProp(struct, prop, path(prop)));
  // an unknown one can be a misspelled one that is required
  const isRequired = (prop: string): boolean => !types[prop].endsWith('?');
  const missing = unknown.length > 0
    ? []
    : Object.keys(types).filter(prop => isRequired(prop) && (props[prop] ?? undefined) === undefined);
  return merge([
    { refused: [...unknown, ...selectorProblems(struct, at, props), ...given.flatMap(([prop, value]) => formatProblems(struct, prop, path(prop), value))], wrong: missing.map(prop => `${path(prop)} is missing`) },
    ...given.filter(([prop, value]) => prop in types && !(value === null && isRequired(prop))).map(([prop, value]) => problemsIn(types[prop].replace(/\?$/, ''), value, path(prop))),
  ]);
}

/** The problems of a value of a type, one text each. */
function problemsIn(type: string, value: unknown, path: string): Problems {
  const [, item] = /^(\S+)\[\]$/.exec(type) ?? /^Record<string, (\S+)>$/.exec(type) ?? [];
  const isList = type.endsWith('[]');
  const isStruct = (item ?? type) in STRUCTS || (item ?? type) in KUBERNETES_FIELDS;
  if (item === undefined || value === null) {
    const wrong = wrongValue(type, isStruct, value);
    return wrong === undefined ? merge([problemsOf(type, isStruct ? value : undefined, path), { refused: referenceProblems(type, path, value), wrong: [] }]) : { refused: [], wrong: [`${path} ${wrong}`] };
  }
  if (isList ? !Array.isArray(value) : !isPlainObject(value)) {
    return { refused: [], wrong: [`${path} is ${show(value)}: it must be ${isList ? 'a list' : 'a map'}`] };
  }
  const at = (key: string): string => (isList ? `${path}[${key}]` : isStruct ? `${path}.${key}` : `${path} "${key}"`);
  return merge(
    Object.entries(value as object)
      .filter(([, one]) => isList || one !== undefined)
      .map(([key, one]) => problemsIn(item, one, at(key))),
  );
}

function formatProblems(struct: string, prop: string, field: string, value: unknown): string[] {
  return [...metadataProblems(struct, prop, field, value), ...nameProblems(struct, prop, field, value)];
}

function merge(all: readonly Problems[]): Problems {
  return { refused: all.flatMap(({ refused }) => refused), wrong: all.flatMap(({ wrong }) => wrong) };
}

function unknownProp(struct: string, prop: string, path: string): string {
  const known = Object.keys(STRUCTS[struct] ?? {});
  const parent = path.slice(0, -prop.length);
  const renamed = RENAMED_PROPS[struct]?.[prop];
  if (renamed !== undefined) {
    return known.includes(renamed) ? `${path} is now ${parent}${renamed}.` : `${path} was removed. ${renamed}`;
  }
  const meant = closest(prop, known);
  return `${path} is unknown. ${meant === undefined ? `Use one of ${known.join(', ')}.` : `Did you mean ${parent}${meant}?`}`;
}
