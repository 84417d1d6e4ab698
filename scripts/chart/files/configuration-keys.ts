import { keysOf } from '../../../lib/configuration/keys/key-table';
import { ValueType } from '../../../lib/configuration/keys/value-type';
import { newestOf, SERIES } from '../series';

/** What a template can check of a value: words, and integers between two. */
interface CheckedType {
  readonly allowed: string;
  readonly words?: readonly string[];
  readonly min?: number;
  readonly max?: number;
}

interface Key {
  readonly series: readonly string[];
  readonly type?: CheckedType;
}

/** Which series know a key of rabbitmq.conf, and what values it takes: by name, or by a regular expression of names. */
export function configurationKeys(): { keys: Record<string, Key>; patterns: Record<string, Key> } {
  const rows = SERIES.flatMap(series => keysOf(newestOf(series).version).map(({ key, type }) => ({ series, key, type })));
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
  return { series, ...type && { type } };
}

/** A regular expression for the names of a key with placeholders. */
function patternOf(key: string): string {
  return key.split('.').map(part => (part.startsWith('$') ? (part.startsWith('$num') ? '[0-9]+' : '[A-Za-z0-9_-]+') : part)).join('\\.');
}

/** By what a type says of itself: `infinity, or an integer, 0 or more`; undefined for what templates don't check. */
function checked(type: ValueType): CheckedType | undefined {
  const allowed = type.describe();
  const parts = allowed.split(', or ');
  const integers = parts.map(part => /^an integer(?:, (-?\d+) or more| from (-?\d+) to (\d+))?$/.exec(part)).filter(found => found !== null);
  const [integer] = integers;
  const words = parts.filter(part => !part.startsWith('an integer')).flatMap(part => part.replace(/^only /, '').split(/, | or /));
  const isKnown = integers.length <= 1 && words.every(word => /^[\w.-]+$/.test(word) && type.check(word) === undefined)
    && type.check('no such word') !== undefined;
  const limit = (text: string | undefined, otherwise: number): number => (text === undefined ? otherwise : Number(text));
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
