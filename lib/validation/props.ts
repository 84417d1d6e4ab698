import { IConstruct } from 'constructs';
import { closest } from './distance';
import { collect, errorOf, withPath } from './errors';
import { KNOWN_PROPS } from './known-props';
import { isPlainObject } from './plain-object';
import { RENAMED_PROPS } from './renamed-props';

export type StructName = keyof typeof KNOWN_PROPS;

const STRUCTS: Readonly<Record<string, Readonly<Record<string, string>>>> = KNOWN_PROPS;

/**
 * Checks the props of a construct: no unknown ones at any depth, and single values by the checks. All errors come together, each
 * with the path of the construct.
 *
 * @returns the results of the checks
 */
export function validateProps<Checks extends Readonly<Record<string, () => unknown>>>(
  scope: IConstruct, struct: StructName, props: object, checks: Checks,
): { readonly [Name in keyof Checks]: ReturnType<Checks[Name]> } {
  return withPath(scope.node.path, () => collect({ ['']: () => { requireNone(unknownProps(struct, props, '')); }, ...checks }));
}

/**
 * Checks the options of a static factory.
 *
 * @param call the factory, for messages: `RabbitMQImage.official()`
 * @throws if there are unknown ones
 */
export function requireKnownOptions(struct: StructName, options: object, call: string): void {
  requireNone(unknownProps(struct, options, '').map(text => `${call}: ${text}`));
}

function requireNone(texts: readonly string[]): void {
  if (texts.length > 0) {
    throw errorOf(texts);
  }
}

/** Unknown props at any depth. Instances and maps with free keys aren't looked into. */
function unknownProps(struct: string, props: unknown, at: string): string[] {
  if (!isPlainObject(props)) {
    return [];
  }
  return Object.entries(props).flatMap(([prop, value]) => {
    const path = at === '' ? prop : `${at}.${prop}`;
    const nested = STRUCTS[struct]?.[prop];
    if (value === undefined) {
      return [];
    }
    return nested === undefined ? [unknownProp(struct, prop, path)] : unknownIn(nested, value, path);
  });
}

/** Looks into a value that is a struct, a list of structs or a map of structs. */
function unknownIn(nested: string, value: unknown, path: string): string[] {
  if (nested === '') {
    return [];
  }
  const [, struct = '', many] = /^(\w*)(\[\]|\{\})?$/.exec(nested) ?? [];
  if (many === '[]') {
    return Array.isArray(value) ? value.flatMap((item, index) => unknownProps(struct, item, `${path}[${index}]`)) : [];
  }
  if (many === '{}') {
    return isPlainObject(value) ? Object.entries(value).flatMap(([key, item]) => unknownProps(struct, item, `${path}.${key}`)) : [];
  }
  return unknownProps(struct, value, path);
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
