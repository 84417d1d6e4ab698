import type { CommandGroup } from './commands';
import { nameOf } from './commands/command';
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

function widest(names: readonly string[]): number {
  return Math.max(...names.map(({ length }) => length));
}

function rows(all: readonly (readonly [string, string])[], width: number): string[] {
  return all.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`);
}

function wrapped(text: string): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last.length + word.length + 1 > WIDTH) {
      lines.push(word);
    } else {
      lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
    }
  }
  return lines;
}
