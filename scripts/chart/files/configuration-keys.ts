import { keysOf } from '../../../lib/configuration/keys/key-table';
import { BYTES_SINCE_3_13, BYTES_UNTIL_3_12 } from '../../../lib/configuration/bytes';
import { ValueType } from '../../../lib/configuration/keys/value-type';
import { DECIMAL_KEYS } from '../../../ops/src/chart-values/configuration';
import { newestOf, SERIES } from '../series';

/** What a template can check of a value: words, and integers between two. */
interface CheckedType {
  readonly allowed: string;
  readonly words?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly decimal?: { readonly min: number; readonly max: number };
}

interface Key {
  readonly series: readonly string[];
  /** Whether the value is a size, as `sizes` describes them. */
  readonly bytes?: boolean;
  readonly type?: CheckedType;
}

/** A key of a size, by which the way that a series writes sizes is found. */
const SIZE = 'disk_free_limit.absolute';

/** How sizes are written: a regular expression with digits and unit, and a phrase for messages. */
export function sizes(): Record<string, { pattern: string; allowed: string }> {
  const allowed = (series: string): string =>
    keysOf(newestOf(series).version).find(({ key }) => key === SIZE)!.type.describe();
  return {
    until312: { pattern: BYTES_UNTIL_3_12.source.replace('\\d', '[0-9]'), allowed: allowed('3.12') },
    since313: { pattern: BYTES_SINCE_3_13.source.replace('\\d', '[0-9]'), allowed: allowed('3.13') },
  };
}

const DECIMAL = /^a number with a decimal point(?:, (\d+(?:\.\d+)?) or more| from (\d+(?:\.\d+)?) to (\d+(?:\.\d+)?))$/;

/** A regular expression for keys whose values have a decimal point. */
export function decimalKeys(): string {
  const decimals = SERIES
    .flatMap(series => keysOf(newestOf(series).version).filter(({ type }) => DECIMAL.test(type.describe())))
    .map(({ key }) => patternOf(key));
  const keys = [...new Set(decimals)].sort();
  if (keys.join() !== DECIMAL_KEYS.join()) {
    throw new Error(`DECIMAL_KEYS of ops/src/chart-values/configuration.ts must be ${keys.join(', ')}`);
  }
  return `^(${keys.join('|')})$`;
}

/** Which series know a key of rabbitmq.conf, and what values it takes: by name, or by a regular expression of names. */
export function configurationKeys(): { keys: Record<string, Key>; patterns: Record<string, Key> } {
  const rows = SERIES.flatMap(series =>
    keysOf(newestOf(series).version).map(({ key, type }) => ({ series, key, type })));
  const names = [...new Set(rows.map(({ key }) => key))].sort();
  const facts = names.map(name => [name, factsOf(rows.filter(({ key }) => key === name))] as const);
  return {
    keys: Object.fromEntries(facts.filter(([name]) => !name.includes('$'))),
    patterns: Object.fromEntries(facts.filter(([name]) => name.includes('$')).map(([name, key]) => [`^${patternOf(name)}$`, key])),
  };
}

function factsOf(rows: readonly { readonly series: string; readonly type: ValueType }[]): Key {
  const type = rows.every(row => row.type.describe() === rows[0].type.describe()) ? checked(rows[0].type) : undefined;
  const series = [...new Set(rows.map(row => row.series))];
  const isSize = rows.every(row => row.type.describe().startsWith('a number of bytes, '));
  return { series, ...isSize ? { bytes: true } : type && { type } };
}

/** A regular expression for the names of a key with placeholders. */
function patternOf(key: string): string {
  return key.split('.').map(part => (part.startsWith('$') ? (part.startsWith('$num') ? '[0-9]+' : '[A-Za-z0-9_-]+') : part)).join('\\.');
}

/** By what a type says of itself: `infinity, or an integer, 0 or more`; undefined for what templates don't check. */
function checked(type: ValueType): CheckedType | undefined {
  const allowed = type.describe();
  const decimal = DECIMAL.exec(allowed);
  if (decimal) {
    return {
      allowed, decimal: { min: Number(decimal[1] ?? decimal[2]), max: Number(decimal[3] ?? Number.MAX_SAFE_INTEGER) },
    };
  }
  const parts = allowed.split(', or ');
  const integers = parts
    .map(part => /^an integer(?:, (-?\d+) or more| from (-?\d+) to (\d+))?$/.exec(part))
    .filter(found => found !== null);
  const [integer] = integers;
  const words = parts.filter(part => !part.startsWith('an integer')).flatMap(part => part.replace(/^only /, '').split(/, | or /));
  const isKnown = integers.length <= 1 && words.every(word => /^[\w.-]+$/.test(word) && type.check(word) === undefined)
    && type.check('no such word') !== undefined;
  const limit = (text: string | undefined, otherwise: number): number =>
    (text === undefined ? otherwise : Number(text));
  return isKnown && (integer !== undefined || words.length > 0)
    ? {
        allowed,
        ...words.length > 0 && { words },
        ...integer !== undefined && {
          min: limit(integer[1] ?? integer[2], -Number.MAX_SAFE_INTEGER),
          max: limit(integer[3], Number.MAX_SAFE_INTEGER),
        },
      }
    : undefined;
}
