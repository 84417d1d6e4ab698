import { COMMANDS } from '../../ops/src/commands';
import type { Command } from '../../ops/src/commands/command';

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/</g, '&lt;');

function section({ usage, summary, examples, options, rights }: Command): string {
  const flags = Object.entries(options).map(([name, { alias, describe, default: value }]) =>
    `| \`--${name}\`${alias === undefined ? '' : `, \`-${[alias].flat().join(', -')}\``} | ${cell(describe ?? '')}${value === undefined ? '' : ` [default: ${JSON.stringify(value)}]`} |`);
  const needed = rights.map(({ resources, verbs }) => `${resources.join(', ')} (${verbs.join(', ')})`);
  return [
    `## ${usage.split(' ')[0]}`,
    `\`rabbitmq-k8s ${usage}\``,
    `${cell(summary)}.`,
    ...flags.length > 0 ? [['| option | |', '|---|---|', ...flags].join('\n')] : [],
    ...examples.length > 0 ? [['| example | |', '|---|---|', ...examples.map(([line, does]) => `| \`rabbitmq-k8s ${line.replace(/\|/g, '\\|')}\` | ${cell(does)} |`)].join('\n')] : [],
    needed.length > 0 ? `Rights: ${needed.join('; ')}.` : 'It asks no cluster, or needs no rights there.',
  ].join('\n\n');
}

/** Every command of rabbitmq-k8s, from the table that its help is made from. */
export function cliPage(): string {
  return `${['# rabbitmq-k8s', 'Options of every command are told by `rabbitmq-k8s --help`.', ...COMMANDS.map(section)].join('\n\n')}\n`;
}
