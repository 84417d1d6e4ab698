import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../ops/src/cli/commands';
import { type Command, nameOf } from '../ops/src/cli/commands/command';
import type { Right } from '../ops/src/kubernetes/rights';

/** Writes what docs/cli.md says of each command, from the commands themselves, between its two markers. */
const PAGE = join(__dirname, '..', 'docs', 'cli.md');
const [BEGIN, END] = ['<!-- commands: made by npm run docs -->', '<!-- end of commands -->'];

const cell = (text: string): string => text.replace(/\|/g, '\\|');

function options({ positionals, options: own }: Command): string[] {
  const rows = [
    ...Object.entries(positionals).map(([name, { describe }]) => [`\`<${name}>\``, describe ?? '']),
    ...Object.entries(own).map(([name, { alias, choices, describe }]) => [
      `\`--${name}\`${typeof alias === 'string' ? `, \`-${alias}\`` : ''}${choices ? ` ${choices.join(' \\| ')}` : ''}`, describe ?? '',
    ]),
  ];
  return rows.length === 0 ? [] : ['| option | |', '|---|---|', ...rows.map(([name, what]) => `| ${name} | ${cell(what)} |`), ''];
}

function right({ apiGroup, resources, verbs, clusterWide, optional, part }: Right): string {
  const where = clusterWide ? 'cluster-wide' : 'namespace';
  const when = part ?? (optional ? 'done without' : '');
  return `| ${resources.join(', ')}${apiGroup ? ` (${apiGroup})` : ''} | ${verbs.join(', ')} | ${where} | ${when} |`;
}

function section(entry: Command): string {
  const name = nameOf(entry);
  return [
    `### ${name}`,
    '',
    `${entry.summary}.`,
    '',
    '<!-- not run: examples of use; tests of ops run the commands -->',
    '',
    '```sh',
    ...entry.examples.map(([line, what]) => `rabbitmq-k8s ${line}   # ${what}`),
    '```',
    '',
    ...options(entry),
    ...entry.rights.length === 0
      ? ['It needs no rights.', '']
      : [`Rights, as \`rabbitmq-k8s rbac ${name}\` prints them:`, '', '| on | verbs | in | only for |', '|---|---|---|---|', ...entry.rights.map(right), ''],
  ].join('\n');
}

const page = readFileSync(PAGE, 'utf8');
const [before, rest] = page.split(BEGIN);
const [, after] = rest.split(END);
writeFileSync(PAGE, `${before}${BEGIN}\n\n${COMMANDS.map(section).join('\n')}\n${END}${after}`);
