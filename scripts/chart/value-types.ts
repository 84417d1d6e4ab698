import { keysOf } from '../../lib/configuration/keys/key-table';
import { ValueType } from '../../lib/configuration/keys/value-type';
import { RabbitMQVersion } from '../../lib';
import { SERIES } from './features';
import { Said } from './said';

/** What a template can check: words, and integers between two. */
interface Checkable {
  readonly says: string;
  readonly words: readonly string[];
  readonly min: number;
  readonly max: number;
  readonly isInteger: boolean;
}

/** Values that a broker doesn't take, of a `$type` that a template can check. */
export const VALUE_REFUSAL: Said = {
  when: 'and $type.says (not (regexMatch "\\\\$\\\\(.+\\\\)" $value)) (not (has $value $type.words))'
    + ' (not (and $type.isInteger (regexMatch "^[+-]?[0-9]+$" $value) (ge (float64 $value) $type.min) (le (float64 $value) $type.max)))',
  values: { configuration: { channel_max: 'many' } },
  slots: { '"channel_max"': '$key | quote', 'is many': 'printf "is %s" $value', 'an integer from 0 to 65535': '$type.says' },
};

/** An expression for the names of a key. */
export function keyPattern(key: string): string {
  return key.split('.').map(part => (part.startsWith('$') ? (part.startsWith('$num') ? '[0-9]+' : '[A-Za-z0-9_-]+') : part)).join('\\.');
}

/** The types by number, the first of which is of keys that aren't checked; and the number of each key's. */
export function typesTemplate(): string {
  const types: Checkable[] = [{ says: '', words: [], min: 0, max: 0, isInteger: false }];
  const numbers: { keys: Record<string, number>; patterns: Record<string, number> } = { keys: {}, patterns: {} };
  const rows = SERIES.flatMap(series => keysOf(RabbitMQVersion.of(series).newestOfSeries));
  const names = [...new Set(rows.map(({ key }) => key))].sort();
  const literals = names.filter(key => !key.includes('$'));
  for (const key of names) {
    const found = rows.filter(row => row.key === key).map(({ type }) => type);
    const checkable = found.every(type => type.describe() === found[0].describe()) ? checkableOf(found[0]) : undefined;
    const pattern = `^${keyPattern(key)}$`;
    if (checkable && !(key.includes('$') && literals.some(literal => new RegExp(pattern).test(literal)))) {
      const known = types.findIndex(({ says }) => says === checkable.says);
      numbers[key.includes('$') ? 'patterns' : 'keys'][key.includes('$') ? pattern : key] = known < 0 ? types.push(checkable) - 1 : known;
    }
  }
  return `{{- define "rabbitmq.types" -}}${JSON.stringify({ types, ...numbers })}{{- end -}}
{{- define "rabbitmq.typeOf" -}}
{{- $types := first . -}}
{{- $key := last . -}}
{{- $number := get $types.keys $key | default 0 -}}
{{- range $pattern, $other := $types.patterns -}}{{- if regexMatch $pattern $key -}}{{- $number = $other -}}{{- end -}}{{- end -}}
{{- $number -}}
{{- end -}}
`;
}

/** By what a type says of itself: `infinity, or an integer, 0 or more`; undefined where that is more than words and integers. */
function checkableOf(type: ValueType): Checkable | undefined {
  const says = type.describe();
  const parts = says.split(', or ');
  const integers = parts.map(part => /^an integer(?:, (-?\d+) or more| from (-?\d+) to (\d+))?$/.exec(part)).filter(found => found !== null);
  const [integer] = integers;
  const words = parts.filter(part => !part.startsWith('an integer')).flatMap(part => part.replace(/^only /, '').split(/, | or /));
  const isKnown = integers.length <= 1 && words.every(word => /^[\w.-]+$/.test(word) && type.check(word) === undefined) && type.check('no such word') !== undefined;
  const limit = (text: string | undefined, otherwise: number): number => (text === undefined ? otherwise : Number(text));
  return isKnown && (integer !== undefined || words.length > 0)
    ? {
        says, words, isInteger: integer !== undefined,
        min: limit(integer?.[1] ?? integer?.[2], -Number.MAX_SAFE_INTEGER), max: limit(integer?.[3], Number.MAX_SAFE_INTEGER),
      }
    : undefined;
}
