import { createContext, Script } from 'vm';

/** Classes of PCRE that JavaScript does not have. */
const POSIX_CLASSES: Readonly<Record<string, string>> = {
  alnum: 'A-Za-z0-9', alpha: 'A-Za-z', digit: '0-9', lower: 'a-z', upper: 'A-Z', space: '\\s', word: '\\w', xdigit: 'A-Fa-f0-9',
};

/** Escapes that PCRE has, and that JavaScript reads as plain letters: `\\Q…\\E`, `\\h`, `\\p{L}`. */
const PCRE_ESCAPE = /(?<!\\)(?:\\\\)*\\[aeghopCEFGHKLNPQRUVX]/;

/** A repeated group with a repetition or alternatives in it: matching it can take very long. */
const REPEATED_GROUP = /(?:[*+}?]|\|.*)\)+[*+{]/s;

/** The longest that a match may take, in milliseconds. */
const PATIENCE = 100;

/** Patterns that once took longer. */
const slow = new Set<string>();

const test = new Script('expression.test(name)');
const bounded = createContext({});

/** Flags at the start of a pattern, such as `(?i)`. */
const FLAGS = /^\(\?([a-zA-Z]+)\)/;

/** A pattern of PCRE as one of JavaScript; undefined where there is none. */
function asRegExp(pattern: string): RegExp | undefined {
  const [flags = '', names = ''] = FLAGS.exec(pattern) ?? [];
  if (slow.has(pattern) || /[^ims]/.test(names)) {
    return undefined;
  }
  const rest = pattern.slice(flags.length)
    .replace(/\\A/g, '^').replace(/\\[zZ]/g, '$').replace(/\(\?P</g, '(?<')
    .replace(/(?<!\\)([+*?}])\+/g, '$1')
    .replace(/\[:(\w+):\]/g, (all, name: string) => POSIX_CLASSES[name] ?? all);
  if (PCRE_ESCAPE.test(rest)) {
    return undefined;
  }
  try {
    return new RegExp(rest, ['i', 'm', 's'].filter(flag => names.includes(flag)).join(''));
  } catch {
    return undefined;
  }
}

/**
 * Whether a pattern matches a name; an empty one matches any.
 *
 * @param unknown what holds for a pattern that only RabbitMQ can read
 */
export function matchesName(pattern: string, name: string, unknown: boolean): boolean {
  const expression = asRegExp(pattern);
  const matches = REPEATED_GROUP.test(pattern) && expression
    ? testPatiently(pattern, expression, name)
    : expression?.test(name);
  return matches ?? unknown;
}

/** Whether a pattern matches; undefined where that takes too long to find out. RabbitMQ gives up on such, too. */
function testPatiently(pattern: string, expression: RegExp, name: string): boolean | undefined {
  try {
    Object.assign(bounded, { expression, name });
    return test.runInContext(bounded, { timeout: PATIENCE }) as boolean;
  } catch {
    slow.add(pattern);
    return undefined;
  }
}

/** Whether a pattern can be read here; RabbitMQ reads more. */
export function isReadable(pattern: string): boolean {
  return asRegExp(pattern) !== undefined;
}

/** Whether a pattern of a permission allows a name; an empty one allows none. */
export function allows(pattern: string | undefined, name: string): boolean {
  return pattern !== undefined && pattern !== '' && matchesName(pattern, name, true);
}

/** Whether a pattern matches every name, as `.*` does. */
export function matchesAll(pattern: string): boolean {
  return /^\^?(?:\(\?:)?(?:\.[*+])?\)?\$?$/.test(pattern) && !/^\^\$$/.test(pattern);
}

/** A name that a pattern certainly matches; undefined where it is not a plain prefix or name such as `^tmp\\.`. */
export function exampleOf(pattern: string): string | undefined {
  const [, prefix] = /^\^((?:[\w:@/-]|\\[^\w\s])*)(?:\.\*|\$)?\$?$/.exec(pattern) ?? [];
  return prefix?.replace(/\\(.)/g, '$1');
}

/** A pattern at each `|` that is in no group, class or escape. */
function alternatives(pattern: string): string[] {
  const parts = [''];
  let depth = 0;
  let inClass = false;
  for (let index = 0; index < pattern.length; index += 1) {
    const character = pattern[index];
    const isEscape = character === '\\';
    if (!isEscape && !inClass) {
      depth += character === '(' ? 1 : character === ')' ? -1 : 0;
      if (character === '|' && depth === 0) {
        parts.push('');
        continue;
      }
    }
    inClass = isEscape ? inClass : inClass ? character !== ']' : character === '[';
    parts[parts.length - 1] += isEscape ? pattern.slice(index, index + 2) : character;
    index += isEscape ? 1 : 0;
  }
  return parts;
}

/** What is in the group that a pattern starts with; undefined where it starts with none. */
function leadingGroup(pattern: string): string | undefined {
  const [start] = /^\((?:\?:|\?P?<\w+>|(?!\?))/.exec(pattern) ?? [];
  if (start === undefined) {
    return undefined;
  }
  for (let end = start.length; end < pattern.length; end += 1) {
    // up to the parenthesis that leaves no alternative open
    if (pattern[end] === ')' && pattern[end - 1] !== '\\' && isClosed(pattern.slice(start.length, end))) {
      return /^[?*{]/.test(pattern.slice(end + 1)) ? undefined : pattern.slice(start.length, end);
    }
  }
  return undefined;
}

function isClosed(text: string): boolean {
  const plain = text.replace(/\\./gs, '').replace(/\[\^?\]?[^\]]*\]/g, '');
  return plain.split('(').length === plain.split(')').length;
}

/** Whether a pattern is tied to the start or the end of a name, or says that it isn't by `.*`. */
function isAnchored(pattern: string): boolean {
  const parts = alternatives(pattern.replace(FLAGS, ''));
  if (parts.length > 1) {
    return parts.every(isAnchored);
  }
  const [only] = parts;
  const group = leadingGroup(only);
  return /^(?:\^|\\A|\.[*+])/.test(only) || /(?<!\\)(?:\\\\)*(?:\$|\\[zZ])$/.test(only) || (group !== undefined && isAnchored(group));
}

/** Whether a pattern can match in the middle of a name without saying so. */
export function isUnanchored(pattern: string): boolean {
  return pattern !== '' && !isAnchored(pattern);
}

/**
 * Whether a pattern is a glob of a shell rather than a regular expression: `web*`, `*.paid`, `web*|shop*`.
 * `orders.*` is not.
 */
export function isGlob(pattern: string): boolean {
  return alternatives(pattern).some(part => /^\^?\*/.test(part) || /^[\w.:@/-]*[\w:@/-]\*$/.test(part));
}

/** Whether a pattern that is anchored repeats its last letter only, such as `^web*`: it matches `we`, too. */
export function isStarAfterLetter(pattern: string): boolean {
  return alternatives(pattern).some(part => /^\^[\w.:@/\\-]*[\w:@/-]{2}\*\$?$/.test(part));
}

/** A glob as the regular expression that it was meant to be. */
export function globAsPattern(glob: string): string {
  return alternatives(glob).map(part => `^${part.replace(/^\^/, '').replace(/\\?\./g, '\\.').replace(/\*/g, '.*')}`).join('|');
}
