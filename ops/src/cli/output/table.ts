import Table from 'cli-table3';
import type { Style } from './style';

const NO_BORDERS = {
  top: '', 'top-mid': '', 'top-left': '', 'top-right': '',
  bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '',
  left: '', 'left-mid': '', mid: '', 'mid-mid': '',
  right: '', 'right-mid': '', middle: '  ',
};

/** Columns under their heads, as kubectl prints them. */
export function table(
  style: Style,
  head: readonly string[],
  rows: readonly (readonly (string | number | undefined)[])[],
): string {
  const printed = new Table({
    head: head.map(title => style.dim(title.toUpperCase())),
    chars: NO_BORDERS,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
  });
  printed.push(...rows.map(row => row.map(cell => String(cell ?? '–'))));
  return trimmed(printed.toString());
}

/** Names and what they stand for, below each other. */
export function facts(style: Style, rows: readonly (readonly [string, string | number | undefined])[]): string {
  const shown = rows.filter(([, value]) => value !== undefined && value !== '');
  const width = Math.max(0, ...shown.map(([name]) => name.length));
  return shown.map(([name, value]) => `${style.dim(name.padEnd(width))}  ${value}`).join('\n');
}

function trimmed(text: string): string {
  return text.split('\n').map(line => line.trimEnd()).join('\n');
}
