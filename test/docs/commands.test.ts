import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SERIES } from '../../scripts/chart/series';
import { Block, blocksOf, pages } from '../support/docs-blocks';

const ROOT = join(__dirname, '../..');
const RUNBOOKS_TEST = 'test/e2e/monitoring/runbooks.long.e2e.test.ts';
const COMMANDS = ['sh', 'bash', 'console', 'shell'];
/** Commands that change a cluster. In running text, readers cannot paste them and no test sees them. */
const CHANGES = /`[^`]*\b(purge_queue|delete_queue|delete_member|add_member|close_all_user_connections|set_policy|set_user_limits|change_password|rebalance all)\b[^`]*`/;

/** RUNBOOKS_TEST runs the blocks of this section, which it finds by the heading. */
function isDiagnosis({ place, heading }: Block): boolean {
  return place.startsWith('docs/runbooks/') && heading === 'Diagnose';
}

const commands = pages().flatMap(page => blocksOf(page)).filter(({ language }) => COMMANDS.includes(language));

describe('each block of commands in the docs', () => {
  test('is one of many', () => {
    expect(commands.length).toBeGreaterThan(150);
  });

  test('is run by a test or states why not, in a comment before it', () => {
    const unmarked = commands.filter(block =>
      !isDiagnosis(block) && block.runBy === undefined && block.notRun === undefined);
    expect(unmarked.map(({ place }) => `${place}: put <!-- run by test/… --> or <!-- not run: why --> before it`)).toEqual([]);
  });

  test('names an existing test that reads the page', () => {
    const lost = commands.filter(({ place, runBy }) => {
      const [page] = place.split(':');
      return runBy !== undefined && !(existsSync(join(ROOT, runBy)) && readFileSync(join(ROOT, runBy), 'utf8').includes(basename(page, '.md')));
    });
    expect(lost.map(({ place, runBy }) => `${place}: ${runBy} does not read it`)).toEqual([]);
  });

  test('of a runbook is run under its heading', () => {
    expect(readFileSync(join(ROOT, RUNBOOKS_TEST), 'utf8')).toContain('## Diagnose');
  });

  test('of a manifest is a file for a test, or states why no test applies it', () => {
    const yaml = pages().filter(page => page.startsWith('docs/')).flatMap(page => blocksOf(page)).filter(({ language }) => language === 'yaml');
    const unmarked = yaml.filter(({ file, runBy, notRun }) =>
      file === undefined && runBy === undefined && notRun === undefined);
    expect(unmarked.map(({ place }) => place)).toEqual([]);
  });
});

/** As many characters as a block of the site has room for at 1440 pixels. */
const WIDTH = 92;

test.each(['ts', 'js', 'yaml', 'python'])('a block of %s fits the page', (language) => {
  const wide = pages().filter(page => page.startsWith('docs/')).flatMap(page => blocksOf(page))
    .filter(block => block.language === language && block.code.split('\n').some(line => line.length > WIDTH));
  expect(wide.map(({ place }) => place)).toEqual([]);
});

describe('a runbook', () => {
  const runbooks = pages().filter(page => page.startsWith('docs/runbooks/RabbitMQ'));

  test.each(['README.md', 'site/.vitepress/home.mjs'])('exists for as many alerts as %s states', (file) => {
    const [, stated] = /ore than (\d+) alerts with a runbook each/.exec(readFileSync(join(ROOT, file), 'utf8')) ?? [];
    expect(runbooks.length).toBeGreaterThan(Number(stated));
  });

  test.each(runbooks)('%s has each command that changes a cluster in a block', (page) => {
    const lines = readFileSync(join(ROOT, page), 'utf8').split('\n');
    expect(lines.filter(line => CHANGES.test(line))).toEqual([]);
  });

  // info alerts need no action; the others show output in a table of causes
  const WITHOUT_OUTPUT = /BootTakesLong|NodeJoined|NodeLeft|PodNotStarting|ScaledIn|ScaledOut|VersionChanged|VolumeNotBound/;

  test.each(runbooks.filter(page => !WITHOUT_OUTPUT.test(page)))('%s shows expected output, healthy and not', (page) => {
    const diagnosis = /^## Diagnose$[^]*?(?=^## Resolve$)/m.exec(readFileSync(join(ROOT, page), 'utf8'))![0];
    expect(diagnosis).toMatch(/^healthy: .+\nproblem: .+$/m);
  });

  test.each(runbooks)('%s sets the variables that its commands use', (page) => {
    const code = blocksOf(page).filter(({ language }) => language === 'sh').map(block => block.code).join('\n');
    const used = new Set([...code.matchAll(/\$([A-Z]+)\b/g)].map(([, name]) => name));
    const unset = [...used].filter(name => !new RegExp(`(^|\\s)${name}=`, 'm').test(code));
    expect(unset).toEqual([]);
  });
});

test.each(['README.md', 'docs/faq.md', 'docs/migration.md', 'docs/helm.md', 'chart/values.yaml'])('%s states the series that the chart has', (page) => {
  const text = readFileSync(join(ROOT, page), 'utf8');
  expect(text).toContain(`${SERIES[0]} to ${SERIES[SERIES.length - 1]}`);
  expect(text).not.toMatch(/chart(:| supports) \d/);
});

describe('links between pages', () => {
  const links = pages().flatMap(page => [...readFileSync(join(ROOT, page), 'utf8').matchAll(/\]\((?!\w+:|#)([^)#\s]+)(#[^)]*)?\)/g)]
    .map(([, target, anchor = '']) => ({ page, target, anchor: anchor.slice(1) })));

  test('lead to existing files', () => {
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
