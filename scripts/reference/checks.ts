import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CLUSTER_RULES } from '../../lib/cluster/rules';
import { Case, check } from '../../test/cluster/rules/check';

const CASES = join(__dirname, '../../test/cluster/rules/cases');

function cases(): Case[] {
  return readdirSync(CASES)
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    .flatMap(file => Object.values<Case[]>(require(join(CASES, file))))
    .filter(Array.isArray)
    .flat();
}

/** Every rule of a cluster with an example of its message, from the test case that breaks it. */
export function checksPage(): string {
  const said = new Map<string, string>();
  for (const { id, outside } of cases()) {
    const message = said.has(id) ? undefined : check(outside).find(({ rule }) => rule === id)?.message;
    if (message !== undefined) {
      said.set(id, message);
    }
  }
  const text = (message = ''): string => message.replace(/\|/g, '\\|').replace(/</g, '&lt;').replace(/\{\{/g, '&#123;&#123;').replace(/\n/g, ' ').replace(/([*_])/g, '\\$1');
  return [
    '# Validation rules',
    '',
    'Rules of a cluster, with an example of each message. An error stops the synth. A warning is printed, and is an error with `strict`;',
    '`acknowledgedWarnings` takes its id. A note is available to programs only.',
    '',
    '| id | severity | example |',
    '|---|---|---|',
    ...CLUSTER_RULES.map(({ id, severity }) => `| \`${id}\` | ${severity} | ${text(said.get(id))} |`),
    '',
  ].join('\n');
}
