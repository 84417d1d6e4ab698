import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Options } from 'yargs';
import { blocksOf, pages } from '../../../test/support/docs-blocks';
import { GLOBAL_OPTIONS } from '../../src/cli/commands/global-options';
import { COMMANDS } from '../../src/cli/commands';

/** Command lines of `rabbitmq-k8s` in blocks and in running text of the docs. */
function commandLines(): { place: string; line: string }[] {
  return pages().flatMap(page => blocksOf(page).filter(({ language }) => language === 'sh').flatMap(({ place, code }) =>
    code.split('\n').flatMap(line => [...line.matchAll(/(?:^|[|$( ])rabbitmq-k8s ([a-z][^|)#>]*)/g)].map(([, found]) => ({ place, line: found.trim() })))));
}

const lines = commandLines();

test('the docs have examples of the CLI', () => {
  expect(lines.length).toBeGreaterThan(40);
});

test('each example in the docs names an existing command with options that it has', () => {
  const wrong = lines.flatMap(({ place, line }) => {
    // what comes after -- are the words of a command in a pod
    const [name, ...rest] = line.split(' -- ')[0].split(/\s+/);
    const command = COMMANDS.find(({ usage }) => usage.split(' ')[0] === name);
    if (command === undefined) {
      return [`${place}: no command ${name}`];
    }
    const options: Readonly<Record<string, Options>> = { ...GLOBAL_OPTIONS, ...command.options };
    const known = new Set(Object.entries(options).flatMap(([option, { alias = [] }]) => [option, ...[alias].flat()]));
    return rest.filter(word => /^--?[a-z]/.test(word)).map(word => word.replace(/^--?(no-)?/, '').replace(/=.*/, ''))
      .filter(option => !known.has(option)).map(option => `${place}: ${name} has no option ${option}`);
  });
  expect(wrong).toEqual([]);
});

test.each(COMMANDS.map(({ usage }) => usage.split(' ')[0]))('the page of %s has its options, its rights and an example', (name) => {
  const page = readFileSync(join(__dirname, '../../../docs/cli', `${name}.md`), 'utf8');
  expect(page).toMatch(new RegExp(`^# rabbitmq-k8s ${name}\n`));
  expect([...page.matchAll(/^## (\w+)/gm)].map(([, heading]) => heading)).toEqual(['Usage', 'Options', 'Rights', 'Example']);
});
