import { stripVTControlCharacters } from 'node:util';

/** Where a continued line begins, as a part of the columns, at most. */
const MAX_INDENT = 0.6;

/** A text whose lines fit into a terminal. Commands in quotes and of kubectl stay whole, so that they can be pasted. */
export function wrapped(text: string, columns: number): string {
  return text.split('\n').flatMap(line => wrappedLine(line, columns)).join('\n');
}

function wrappedLine(line: string, columns: number): string[] {
  if (widthOf(line) <= columns) {
    return [line];
  }
  const indent = ' '.repeat(hangingIndent(stripVTControlCharacters(line), columns));
  const [first = '', ...words] = line.match(/\s*(?:"[^"]*"[^\s"]*|kubectl .*|\S+)/g) ?? [];
  const lines = [first];
  for (const word of words) {
    const last = lines.at(-1) ?? '';
    const isLabel = widthOf(last) + word.length - word.trimStart().length <= indent.length;
    if (widthOf(last) + widthOf(word) > columns && !isLabel) {
      lines.push(`${indent}${word.trimStart()}`);
    } else {
      lines[lines.length - 1] = `${last}${word}`;
    }
  }
  return lines;
}

/** Below the last column of a table, or the text after a label. */
function hangingIndent(line: string, columns: number): number {
  const starts = [...line.matchAll(/\S {2,}(?=\S)/g)].map(({ 0: gap, index }) => index + gap.length).filter(start => start <= columns * MAX_INDENT);
  return starts.at(-1) ?? line.length - line.trimStart().length + 2;
}

function widthOf(text: string): number {
  return stripVTControlCharacters(text).length;
}
