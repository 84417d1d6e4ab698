import type { SourceFile } from './source-file';
import { literal } from './source-file';
import { asText, type Json, type JsonObject } from '../objects';

/** Writes a value as an expression of an option; undefined where the option can't have it. */
export type Expression = (value: Json, file: SourceFile) => string | undefined;

/** An option of the library, and how its value is written. */
export type Option = readonly [option: string, expression: Expression];

export const text: Expression = value => (typeof value === 'string' ? literal(value) : undefined);

/** A whole number in a range. */
export function whole(least: number, most = Number.MAX_SAFE_INTEGER): Expression {
  return value =>
    Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most ? asText(value) : undefined;
}

export const onlyTrue: Expression = value => (value === true ? 'true' : undefined);

const UNITS = [['days', 86_400_000], ['hours', 3_600_000], ['minutes', 60_000], ['seconds', 1_000], ['millis', 1]] as const;

/** A number of milliseconds as a Duration. */
export const milliseconds: Expression = (value, file) => {
  if (!Number.isSafeInteger(value) || Number(value) < 0) {
    return undefined;
  }
  const [unit, size] = value === 0 ? UNITS[4] : UNITS.find(([, each]) => Number(value) % each === 0) ?? UNITS[4];
  return `${file.use('Duration', 'cdk8s')}.${unit}(${Number(value) / size})`;
};

/** A number of seconds as a Duration. */
export const seconds: Expression = (value, file) =>
  whole(1)(value, file) === undefined ? undefined : milliseconds(Number(value) * 1000, file);

/** An age such as `604800s` as a Duration. */
export const age: Expression = (value, file) => {
  const [, number] = /^([1-9]\d*)s$/.exec(asText(value)) ?? [];
  return number === undefined ? undefined : seconds(Number(number), file);
};

/** A number of bytes as a Size. */
export const bytes: Expression = (value, file) => {
  if (!Number.isSafeInteger(value) || Number(value) < 0 || Number(value) % 1024 !== 0) {
    return undefined;
  }
  const isMebibytes = Number(value) % 2 ** 20 === 0;
  return `${file.use('Size', 'cdk8s')}.${isMebibytes ? 'mebibytes' : 'kibibytes'}(${Number(value) / (isMebibytes ? 2 ** 20 : 1024)})`;
};

/** A member of an enumeration of the library. */
export function member(name: string, enumeration: Readonly<Record<string, string>>): Expression {
  return (value, file) => {
    const found = Object.entries(enumeration).find(([, each]) => each === value);
    return found && `${file.use(name)}.${found[0]}`;
  };
}

/** Values as options of the library, and those that no option can have. */
export function split(
  values: JsonObject, options: Readonly<Record<string, Option>>, file: SourceFile,
): { readonly options: Record<string, string>; readonly others: Record<string, Json> } {
  const written: Record<string, string> = {};
  const others: Record<string, Json> = {};
  for (const [name, value] of Object.entries(values)) {
    const [option, expression] = Object.hasOwn(options, name) ? options[name] : [];
    const expressed = expression?.(value, file);
    if (option !== undefined && expressed !== undefined) {
      written[option] = expressed;
    } else {
      others[name] = value;
    }
  }
  return { options: written, others };
}
