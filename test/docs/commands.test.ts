import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Block, blocksOf, pages } from '../support/docs-blocks';

const ROOT = join(__dirname, '../..');
const RUNBOOKS_TEST = 'test/e2e/monitoring/runbooks.long.e2e.test.ts';
const COMMANDS = ['sh', 'bash', 'console', 'shell'];

/** What runbooks look with is run by a test that finds it by the heading. */
function looksInRunbook({ place, heading }: Block): boolean {
  return place.startsWith('docs/runbooks/') && heading === 'How to look';
}

const commands = pages().flatMap(page => blocksOf(page)).filter(({ language }) => COMMANDS.includes(language));

describe('each block of commands in the docs', () => {
  test('there are some', () => {
    expect(commands.length).toBeGreaterThan(50);
  });

  test('is run by a test, or says why not, in a comment before it', () => {
    const unmarked = commands.filter(block => !looksInRunbook(block) && block.runBy === undefined && block.notRun === undefined);
    expect(unmarked.map(({ place }) => `${place}: put <!-- run by test/… --> or <!-- not run: why --> before it`)).toEqual([]);
  });

  test('names a test that is there and reads the page', () => {
    const lost = commands.filter(({ place, runBy }) => {
      const [page] = place.split(':');
      return runBy !== undefined && !(existsSync(join(ROOT, runBy)) && readFileSync(join(ROOT, runBy), 'utf8').includes(basename(page, '.md')));
    });
    expect(lost.map(({ place, runBy }) => `${place}: ${runBy} doesn't read it`)).toEqual([]);
  });

  test('of a runbook is looked for where it is', () => {
    expect(readFileSync(join(ROOT, RUNBOOKS_TEST), 'utf8')).toContain('## How to look');
  });
});

describe('links between pages', () => {
  const links = pages().flatMap(page => [...readFileSync(join(ROOT, page), 'utf8').matchAll(/\]\((?!\w+:|#)([^)#\s]+)(#[^)]*)?\)/g)]
    .map(([, target, anchor = '']) => ({ page, target, anchor: anchor.slice(1) })));

  test('lead to files that are there', () => {
    const lost = links.filter(({ page, target }) => !existsSync(join(ROOT, page, '..', target)));
    expect(lost).toEqual([]);
  });

  test('lead to headings, as GitHub names them', () => {
    const headings = (file: string): string[] => [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)]
      .map(([, heading]) => heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/ /g, '-'));
    const lost = links.filter(({ page, target, anchor }) => anchor !== '' && target.endsWith('.md') && !headings(join(ROOT, page, '..', target)).includes(anchor));
    expect(lost).toEqual([]);
  });
});
