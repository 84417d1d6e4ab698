import type { CommandGroup } from './commands';
import { type Command, nameOf } from './commands/command';
import { GLOBAL_OPTIONS } from './commands/global-options';

const WIDTH = 78;

const EXIT_CODES = 'Exit codes: 0 done, 1 failed, 2 critical and 3 unknown (health, doctor), 10 wrong usage, 11 refused, 12 busy, '
  + '13 unreachable, 14 denied, 15 not found, 16 timed out, 17 stopped half-way, 130 interrupted.';

/** The help of the program itself: commands by group, and options of every command. */
export function rootHelp(program: string, groups: readonly CommandGroup[]): string {
  const commands = groups.flatMap(({ commands: all }) => all.map(nameOf));
  const options = Object.entries(GLOBAL_OPTIONS).map(([name, option]) =>
    [`${'alias' in option ? `-${option.alias}, ` : '    '}--${name}`, option.describe] as const);
  return [
    `${program} <command> [options]`,
    '',
    'Deploy, observe, change and repair RabbitMQ clusters on Kubernetes.',
    ...groups.flatMap(({ title, commands: all }) => ['', `${title}:`, ...rows(all.map(command => [nameOf(command), command.summary]), widest(commands))]),
    '',
    'Options of every command:',
    ...rows(options, widest(options.map(([name]) => name))),
    '',
    `"${program} <command> --help" shows options and examples of a command.`,
    `"source <(${program} completion)" turns on completion in this shell.`,
    '',
    ...wrapped(EXIT_CODES),
  ].join('\n');
}

/** Examples to paste: each below a comment, and a long one continued on lines of its own. */
export function examplesText(program: string, examples: Command['examples']): string {
  return ['Examples:', ...examples.flatMap(([line, what]) => [...wrapped(what, WIDTH - 4).map(part => `  # ${part}`), ...continued(`${program} ${line}`)])].join('\n');
}

/**
 * A command whose lines end before the width of a terminal. An option stays beside its value, and a quoted text in one
 * line.
 */
function continued(command: string): string[] {
  const parts = command.match(/(?:-\S+ )?(?:'[^']*'|"[^"]*"|[^\s'"-]\S*)|\S+/g) ?? [];
  return fitted(parts, WIDTH - 6).map((line, index, all) => `${index === 0 ? '  ' : '    '}${line}${index === all.length - 1 ? '' : ' \\'}`);
}

function widest(names: readonly string[]): number {
  return Math.max(...names.map(({ length }) => length));
}

function rows(all: readonly (readonly [string, string])[], width: number): string[] {
  return all.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`);
}

function wrapped(text: string, width = WIDTH): string[] {
  return fitted(text.split(' '), width);
}

/** Lines of words, each as long as the width allows. */
function fitted(words: readonly string[], width: number): string[] {
  const lines: string[] = [''];
  for (const word of words) {
    const last = lines.at(-1) ?? '';
    if (last.length + word.length + 1 > width) {
      lines.push(word);
    } else {
      lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
    }
  }
  return lines;
}
