/** A mistake in rabbitmq-env.conf, and its line, which counts from 1. */
export interface EnvConfError {
  readonly line: number;
  readonly problem: string;
}

/** What a shell skips, and quotes with what is in them: `\\"`, a comment, `'a'`, `"a"`. A quote alone is not closed. */
const PARTS = /\\[\s\S]|(?<=^|\s)#.*|'[^']*'|"(?:\\[\s\S]|[^"\\])*"|(["'])/gm;

/** `NODE_NAME = x`, by which a shell runs a command. */
const SPACED = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s+=/;

/** Forms with quotation marks of their own, left to the shell: a here-document, and a command in double quotes. */
const NESTED = /<<|"[^"]*(?:\$\(|`)/;

/**
 * Finds mistakes in rabbitmq-env.conf, which a shell reads, by which brokers don't start.
 *
 * @see https://www.rabbitmq.com/docs/configure#customise-environment
 */
export function envConfErrors(text: string): EnvConfError[] {
  if (NESTED.test(text)) {
    return [];
  }
  const unclosed = [...text.matchAll(PARTS)].find(([, quote]) => quote !== undefined);
  // lines within quotes are values
  const commands = text.replace(PARTS, part => part.replace(/[^\n]/g, '_'));
  return [
    ...unclosed === undefined
      ? []
      : [{
          line: text.slice(0, unclosed.index).split('\n').length,
          problem: `opens a quotation mark, ${unclosed[0]}, that nothing closes. Close it`,
        }],
    ...commands.split('\n').flatMap((line, i) => {
      const [, name] = SPACED.exec(line) ?? [];
      return name === undefined ? [] : [{ line: i + 1, problem: `has a space between "${name}" and "=". Write ${name}=value` }];
    }),
  ];
}
