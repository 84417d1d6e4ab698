/**
 * Characters that move the cursor, hide text or change its direction: C0, C1, bidirectional controls, line and
 * paragraph separators.
 */
const CONTROL = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu;

const ESC = String.fromCharCode(27);
/** The styles that this program sets itself: bold, dim and colors. No other sequence passes. */
const STYLE = new RegExp(`(${ESC}\\[(?:0|1|2|22|3[0-7]|39|9[0-7])m)`);

/** A text whose control characters are visible, except line breaks and tabs: `\x1b`. */
export function visible(text: string): string {
  return text.replace(CONTROL, character => (character === '\n' || character === '\t' ? character : escaped(character)));
}

/** The same for text with this program's own styles. */
export function visibleWithStyle(text: string): string {
  return text.split(STYLE).map((part, i) => (i % 2 === 1 ? part : visible(part))).join('');
}

/**
 * A value whose texts are each one line without control characters, so that a name can't pretend to be other output.
 */
export function visibleIn<T>(value: T): T {
  return mapped(value) as T;
}

/** JSON in which no control character is left: JSON itself escapes C0 only. */
export function visibleJson(json: string): string {
  return json.replace(CONTROL, character => (character === '\n' ? character : `\\u${hex(character, 4)}`));
}

function mapped(value: unknown): unknown {
  if (typeof value === 'string') {
    return visible(value).replaceAll('\n', '⏎').replaceAll('\t', ' ');
  }
  if (Array.isArray(value)) {
    return value.map(mapped);
  }
  if (value === null || typeof value !== 'object' || !isPlain(value)) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).map(([key, below]) => [mapped(key), mapped(below)]));
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function escaped(character: string): string {
  return character.charCodeAt(0) < 256 ? `\\x${hex(character, 2)}` : `\\u${hex(character, 4)}`;
}

function hex(character: string, digits: number): string {
  return character.charCodeAt(0).toString(16).padStart(digits, '0');
}
