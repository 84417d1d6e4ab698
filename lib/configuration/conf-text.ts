import { Entry } from './effective';
import { text } from './groups/format';
import { collect } from '../validation/errors';

const FIELD = 'configuration.rabbitmqConf';

/**
 * A key as a broker reads it: words of letters, digits, `-` and `_` with dots between them, where a dot of a
 * word is `\\.`.
 */
export const KEY = /^(?:\\\.|[\w-])+(?:\.(?:\\\.|[\w-])+)*$/;

/** A key and its value, in single quotes or up to a comment. */
const SETTING = /^([^=]*?)\s*=\s*('[^']*'|[^#]*?)\s*(?:#.*)?$/;

/**
 * The entries of rabbitmq.conf as text. Whether the release knows them isn't judged here.
 *
 * @throws if a line is neither a setting nor a comment, naming each such line
 * @see https://github.com/Kyorai/cuttlefish/blob/v3.4.0/src/conf_parse.peg
 */
export function textEntries(conf: string): Entry[] {
  const wrong: string[] = [];
  const checks = conf.split(/\r?\n/).flatMap((raw, i): [string, () => Entry][] => {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) {
      return [];
    }
    const field = `${FIELD} line ${i + 1}`;
    const [, key = '', value = ''] = SETTING.exec(line) ?? [];
    if (!KEY.test(key)) {
      wrong.push(`${field} is ${JSON.stringify(shortened(line))}`);
      return [];
    }
    return [[field, () => ({ key, value: text(value, `${field} "${key}"`), origin: 'raw', field })]];
  });
  const form = (): void => {
    if (wrong.length > 0) {
      throw new Error(`${wrong.join(', ')}: write key = value, with words of letters, digits, "-" and "_" and dots between `
        + 'them as the key, or start a comment with "#"');
    }
  };
  const { entries } = collect({ form, entries: () => collect(Object.fromEntries(checks)) });
  return Object.values(entries);
}

/** What stands before "=": the rest may be a secret. */
function shortened(line: string): string {
  return line.includes('=') ? `${line.slice(0, line.indexOf('=') + 1)} …` : line.slice(0, 60);
}
