import { isRegularExpression } from '../../validation/regular-expression';

/** What a broker takes as the value of a key. Values are strings, as they stand in rabbitmq.conf. */
export interface ValueType {
  /** Undefined if a broker takes the value, else a phrase that says what it takes. */
  check(value: string): string | undefined;
  /** What a broker takes, as a phrase: `an integer, 0 or more`. */
  describe(): string;
}

/** A broker puts the environment variable or key NAME in the place of $(NAME) before it looks at types. */
const SUBSTITUTION = /\$\(.+?\)/;

/**
 * @param allowed what a broker takes, as a phrase
 * @param reason why a refused value isn't taken, where the phrase doesn't say it
 */
export function valueType(
  allowed: string,
  accepts: (value: string) => boolean,
  reason: (value: string) => string | undefined = () => undefined,
): ValueType {
  return {
    check(value) {
      if (SUBSTITUTION.test(value) || accepts(value)) {
        return undefined;
      }
      const why = reason(value);
      return why === undefined ? allowed : `${allowed} (${why})`;
    },
    describe: () => allowed,
  };
}

/** A # starts a comment, and what follows it is lost, except between single quotes. */
function isOneLine(value: string): boolean {
  return /^[^\r\n#]*[^\s#][^\r\n#]*$/.test(value) || /^'[^'\r\n]+'$/.test(value);
}

function lossReason(value: string): string | undefined {
  return value.includes('#') ? 'a # starts a comment' : undefined;
}

function listed(words: readonly string[]): string {
  return words.length === 1 ? `only ${words[0]}` : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;
}

export const string = valueType('text on one line', isOneLine, lossReason);

/** An Erlang atom: a module, a mechanism, a node. */
export const atom = valueType('a name without spaces', value => /^[^\s#]{1,255}$/.test(value));

/** A file or folder as the broker sees it; it looks at start whether it is there. */
export const file = valueType('the path of a file or folder on the broker', isOneLine, lossReason);

export const secret = valueType('a secret on one line', isOneLine, lossReason);

/** A secret with `word:` before it is taken for an encrypted one: the broker tries to decrypt it, and doesn't start. */
export const taggedSecret = valueType(
  'a secret on one line, in plain text or as encrypted:VALUE',
  value => isOneLine(value) && !/^'?(?!encrypted:)\w+:./.test(value),
  value => lossReason(value) ?? 'a word and a colon at its start mark an encrypted value',
);

export const regex = valueType('a regular expression', value => isOneLine(value) && isRegularExpression(value));

export function enumeration(...words: readonly string[]): ValueType {
  return valueType(listed(words), value => words.includes(value));
}

export const boolean = enumeration('true', 'false');

export const flag = enumeration('on', 'off');

/** A key that holds nothing itself: it empties what the keys below it fill. */
export const onlyNone = valueType('only none', value => value === 'none', () => 'other values go to the keys below it');

/** The value is taken if one of the types takes it. */
export function oneOf(...types: readonly ValueType[]): ValueType {
  return valueType(types.map(type => type.describe()).join(', or ').replace(/^only /, ''), value => types.some(type => !type.check(value)));
}

/** A key that prevents a broker from starting with any value. */
export function removed(instead: string): ValueType {
  const allowed = `no value: it stops the broker, use ${instead}`;
  return { check: () => allowed, describe: () => allowed };
}

export interface Range {
  readonly min: number;
  readonly max?: number;
}

export function isWithin(number: number, { min, max = Infinity }: Range): boolean {
  return number >= min && number <= max;
}

export function limits({ min, max }: Range): string {
  return max === undefined ? `, ${min} or more` : ` from ${min} to ${max}`;
}

export function integer(range?: Range): ValueType {
  const allowed = `an integer${range ? limits(range) : ''}`;
  return valueType(allowed, value => /^[+-]?\d+$/.test(value) && (!range || isWithin(Number(value), range)));
}

export const nonNegative = integer({ min: 0 });

export const positive = integer({ min: 1 });

export const byte = integer({ min: 0, max: 255 });

export const nonNegativeOrInfinity = oneOf(enumeration('infinity'), nonNegative);

export const positiveOrInfinity = oneOf(enumeration('infinity'), positive);

/** A broker reads no integer here: 1.0, never 1. */
export function decimal(range: Range & { readonly exclusive?: boolean }): ValueType {
  const { min, max, exclusive = false } = range;
  const allowed = `a number with a decimal point${limits(range)}${exclusive ? ', both excluded' : ''}`;
  return valueType(allowed, (value) => {
    const number = Number(value);
    return /^[+-]?\d+\.\d+(?:[eE][+-]?\d+)?$/.test(value) && isWithin(number, range) && !(exclusive && (number === min || number === max));
  });
}

export const erlangTerm = valueType('an Erlang tuple or list, such as {constant, true}', value => /^[[{][^\r\n#]*[\]}]\.?$/.test(value));

export const duration = valueType(
  'a duration with its unit, such as 500ms, 30s, 5m or 1h30m',
  value => /^(?:(?:\d*\.\d+|[1-9]\d*)(?:f|w|d|h|ms|m|s))+$/i.test(value),
);
