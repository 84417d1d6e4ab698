/** A mistake in Erlang terms, and where it is; lines and columns count from 1. */
export interface TermError {
  readonly line: number;
  readonly column: number;
  readonly problem: string;
}

/** A term: of lists and tuples with what is in them. */
export interface Term {
  readonly kind: 'list' | 'tuple' | 'atom' | 'other';
  readonly text: string;
  readonly offset: number;
  readonly items: readonly Term[];
}

interface Token {
  readonly kind: 'value' | 'string' | 'variable' | 'sign' | 'end';
  readonly text: string;
  readonly offset: number;
}

const SPACE = /^(?:\s|%.*)+/;
const TOKENS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['string', /^"(?:\\[\s\S]|[^"\\])*"/],
  ['value', /^'(?:\\[\s\S]|[^'\\])*'/],
  ['value', /^\$(?:\\(?:x\{[\dA-Fa-f]+\}|\^?[\s\S])|[^\\])/],
  // with underscores between digits: https://www.erlang.org/doc/system/data_types.html#number
  ['value', /^[-+]?\s*(?:\d+(?:_\d+)*\.\d+(?:_\d+)*(?:[eE][-+]?\d+)?|\d+#[\dA-Za-z]+(?:_[\dA-Za-z]+)*|\d+(?:_\d+)*)/],
  ['value', /^[a-z][\w@]*/],
  ['variable', /^[A-Z_][\w@]*/],
  ['sign', /^(?:<<|>>|=>|[[\]{}(),|#:/.-])/],
];

/** A quoted atom, or one that needs no quotes. */
const ATOM = /^['a-z]/;

/**
 * Finds the first mistake in a text that has to be one list of Erlang terms with a dot at the end, as
 * `file:consult/1` reads it.
 */
export function termError(text: string): TermError | undefined {
  const parsed = parse(text);
  return parsed instanceof Mistake ? errorAt(text, parsed.offset, parsed.message) : undefined;
}

/** The terms of such a list; none of one with a mistake. */
export function termsOf(text: string): readonly Term[] {
  const parsed = parse(text);
  return parsed instanceof Mistake ? [] : parsed.items;
}

/** The name of an atom, without quotes; undefined for any other term. */
export function atomOf(term: Term | undefined): string | undefined {
  return term?.kind === 'atom' ? term.text.replace(/^'(.*)'$/s, '$1') : undefined;
}

/** The text of a string in quotes; undefined for any other term. */
export function stringOf(term: Term | undefined): string | undefined {
  return /^"(.*)"$/s.exec(term?.text ?? '')?.[1];
}

/** A problem of a term, with its line and column in the text. */
export function errorAt(text: string, offset: number, problem: string): TermError {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: before[before.length - 1].length + 1, problem };
}

function parse(text: string): Term | Mistake {
  try {
    return new Terms(text).file();
  } catch (error) {
    if (error instanceof Mistake) {
      return error;
    }
    throw error;
  }
}

class Mistake extends Error {
  public constructor(public readonly offset: number, message: string) {
    super(message);
  }
}

/** A parser by recursive descent. */
class Terms {
  private position = 0;
  private token: Token;

  public constructor(private readonly text: string) {
    this.token = this.next();
  }

  public file(): Term {
    if (this.token.text !== '[') {
      throw this.mistake('"[" is missing');
    }
    const list = this.term();
    this.expect('.');
    if (this.token.kind !== 'end') {
      throw this.mistake('something follows the dot that ends the list');
    }
    return list;
  }

  private term(): Term {
    const { kind, text, offset } = this.token;
    const other: Term = { kind: 'other', text, offset, items: [] };
    if (kind === 'variable') {
      throw this.mistake(`"${text}" is a variable, as it starts with a capital letter or "_": write an atom in lower case, or in single quotes`);
    }
    switch (text) {
      case '[':
        return { ...other, kind: 'list', items: this.sequence('[', ']', () => this.listItem()) };
      case '{':
        return { ...other, kind: 'tuple', items: this.sequence('{', '}', () => this.term()) };
      case '<<':
        this.sequence('<<', '>>', () => { this.segment(); });
        return other;
      case '#':
        this.advance();
        this.sequence('{', '}', () => { this.pair(); });
        return other;
      case '(':
        return this.inParentheses();
    }
    if (kind === 'string') {
      // strings one after another are one string
      while (this.token.kind === 'string') {
        this.advance();
      }
      return other;
    }
    if (kind !== 'value') {
      throw this.mistake('a term is missing');
    }
    this.advance();
    return ATOM.test(text) ? { ...other, kind: 'atom' } : other;
  }

  private inParentheses(): Term {
    this.expect('(');
    const term = this.term();
    this.expect(')');
    return term;
  }

  private sequence<Item>(open: string, close: string, item: () => Item): Item[] {
    this.expect(open);
    if (this.token.text === close) {
      this.advance();
      return [];
    }
    const items = [item()];
    while (this.token.text === ',') {
      this.advance();
      items.push(item());
    }
    if (this.token.text !== close) {
      throw this.mistake(`"," or "${close}" is missing`);
    }
    this.advance();
    return items;
  }

  private listItem(): Term {
    const term = this.term();
    if (this.token.text === '|') {
      this.advance();
      this.term();
    }
    return term;
  }

  private pair(): void {
    this.term();
    this.expect('=>');
    this.term();
  }

  /** `1`, `"text"`, `1:16`, `"text"/utf8`, `1:8/little-signed`. */
  private segment(): void {
    this.term();
    for (const separator of [':', '/']) {
      if (this.token.text === separator) {
        this.advance();
        this.term();
      }
    }
    while (this.token.text === '-') {
      this.advance();
      this.term();
    }
  }

  private expect(text: string): void {
    if (this.token.text !== text || this.token.kind !== 'sign') {
      throw this.mistake(`"${text}" is missing`);
    }
    this.advance();
  }

  private advance(): void {
    this.token = this.next();
  }

  private next(): Token {
    this.position += SPACE.exec(this.text.slice(this.position))?.[0].length ?? 0;
    const rest = this.text.slice(this.position);
    const offset = this.position;
    if (rest === '') {
      return { kind: 'end', text: '', offset };
    }
    for (const [kind, pattern] of TOKENS) {
      const text = pattern.exec(rest)?.[0];
      if (text !== undefined) {
        this.position += text.length;
        return { kind, text, offset };
      }
    }
    throw new Mistake(offset, rest.startsWith('"') || rest.startsWith('\'') ? 'a quotation mark has no other at its end' : `"${rest[0]}" is no part of a term`);
  }

  private mistake(problem: string): Mistake {
    return new Mistake(this.token.offset, problem);
  }
}
