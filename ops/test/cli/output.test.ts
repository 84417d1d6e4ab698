import { PassThrough } from 'node:stream';
import { parse } from 'yaml';
import type { LiveText } from '../../src/cli/output/live';
import { fitRows, Output, type OutputFormat } from '../../src/cli/output/output';
import { PlainProgress, TerminalProgress } from '../../src/cli/output/progress';
import { styleFor } from '../../src/cli/output/style';
import { facts, table } from '../../src/cli/output/table';
import { planText as cleanupText } from '../../src/cli/commands/cleanup';
import { planText as diffText } from '../../src/cli/commands/diff';
import { planText as restoreText } from '../../src/cli/commands/restore';

/**
 * What moves the cursor, clears lines, sets the title, hides text or turns it around: CVE-2021-25743 and
 * CVE-2021-42574.
 */
const HOSTILE = ['\u001b[2K\u001b[1A✔ all is well', '\u001b]0;title\u0007', '\u001b[8mhidden', '\u009b2J', '\u202egnol', '\u2066a\u2069', 'a\r\u0008b', '\u2028line'];
const NAME = HOSTILE.join(' ');
// what a terminal acts on, except line breaks, and the colors that are tested below
const ACTIVE = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u;

function printed(
  format: OutputFormat,
  action: (output: Output) => void,
  colors = false,
): { stdout: string; stderr: string } {
  const out = { stdout: '', stderr: '' };
  const into = (name: 'stdout' | 'stderr'): NodeJS.WriteStream => Object.assign(
    new PassThrough().on('data', (chunk: Buffer) => { out[name] += chunk.toString(); }), { isTTY: colors },
  ) as unknown as NodeJS.WriteStream;
  action(new Output(format, { stdout: into('stdout'), stderr: into('stderr') }, colors));
  return out;
}

const withoutBreaks = (text: string): string => text.replaceAll('\n', '');

describe('output', () => {
  test.each<readonly [string, (output: Output) => void]>([
    ['a table', (output) => { output.show([{ name: NAME }], (rows, style) => table(style, ['queue'], rows.map(({ name }) => [name]))); }],
    ['facts', (output) => { output.show({ name: NAME }, ({ name }, style) => facts(style, [['Queue', name]])); }],
    ['a line', (output) => { output.line({ message: NAME }, ({ message }) => message); }],
    ['a document', (output) => { output.document(NAME, text => text); }],
    ['a note', (output) => { output.note(NAME); }],
    ['a plan beside the result', (output) => { output.noteOf({ name: NAME }, ({ name }) => name); }],
    ['an error', (output) => { output.fail(NAME, NAME); }],
    ['a plan of cleanup', (output) => { output.show({ namespace: 'a', name: 'b', goes: [], stays: [{ object: { apiVersion: 'v1', kind: NAME, metadata: { name: NAME } }, why: NAME }] }, cleanupText); }],
    ['a plan of deploy', (output) => { output.show({ effect: 'live', stays: [], changes: [{ effect: 'live', object: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: NAME } }, fields: [{ path: NAME, before: NAME, after: NAME }] }] } as never, diffText); }],
    ['a plan of restore', (output) => { output.show({ location: NAME, backup: { cluster: NAME, counts: { [NAME]: 1 }, encryption: NAME }, version: NAME, added: [{ kind: 'queues', title: NAME }], changed: [], left: [], same: 0, onlyInCluster: 0 } as never, restoreText); }],
  ])('shows no control character of a name: %s', (_, action) => {
    const { stdout, stderr } = printed('table', action);
    expect(withoutBreaks(stdout + stderr)).not.toMatch(ACTIVE);
    expect(stdout + stderr).toContain('\\x1b[2K');
    expect(stdout + stderr).toContain('\\u202e');
  });

  test('lets no name begin a line', () => {
    const { stdout } = printed('table', (output) => { output.show(['a\n✔ all is well'], ([name], style) => table(style, ['queue'], [[name]])); });
    expect(stdout).not.toMatch(/^✔/m);
  });

  test('keeps its own colors, and no sequence that hides text', () => {
    const { stdout } = printed('table', (output) => { output.show({ name: '\u001b[8mhidden' }, ({ name }, { red }) => red(name)); }, true);
    expect(stdout).toBe('\u001b[31m\\x1b[8mhidden\u001b[39m\n');
  });

  test.each<readonly [OutputFormat, (text: string) => unknown]>([['json', JSON.parse], ['yaml', parse]])('as %s has no control character, and the same content', (format, read) => {
    const { stdout } = printed(format, (output) => { output.show({ name: NAME }, () => ''); });
    expect(withoutBreaks(stdout)).not.toMatch(ACTIVE);
    expect(read(stdout)).toEqual({ name: NAME });
  });

  test('as JSON lines has no control character', () => {
    const { stdout } = printed('json', (output) => { output.line({ name: NAME }, () => ''); });
    expect(withoutBreaks(stdout)).not.toMatch(ACTIVE);
    expect(JSON.parse(stdout)).toEqual({ name: NAME });
  });

  test('shows no control character in progress on a terminal', () => {
    let shown = '';
    const live: LiveText = { show: (text) => { shown += text; }, keep: () => undefined, clear: () => undefined };
    const progress = new TerminalProgress(live, styleFor({}, false), () => 400);
    progress.step(NAME);
    progress.live([NAME]);
    progress.warn(NAME);
    progress.end(false);
    expect(withoutBreaks(shown)).not.toMatch(ACTIVE);
    expect(shown).toContain('\\x1b[2K');
  });
});

test('a countdown is one line in a pipe', () => {
  const lines: string[] = [];
  const progress = new PlainProgress((line) => { lines.push(line); });
  progress.step('Waiting');
  progress.live(['orders-0: It is stopping, for at most 45 s more']);
  progress.live(['orders-0: It is stopping, for at most 44 s more']);
  progress.live(['orders-0: Ready']);
  expect(lines).toEqual(['Waiting', '  orders-0: It is stopping, for at most 45 s more', '  orders-0: Ready']);
});

test.each<[number | undefined, string]>([[undefined, 'a\nb\nc\nd'], [5, 'a\nb\nc\nd'], [4, 'a\nb\n… 2 more lines'], [1, 'a\n… 3 more lines']])('a terminal of %s rows shows the head of a screen', (rows, shown) => {
  expect(fitRows('a\nb\nc\nd', rows)).toBe(shown);
});
