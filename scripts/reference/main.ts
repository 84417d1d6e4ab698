import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiPages } from './api';
import { chartValuesPage } from './chart-values';
import { checksPage } from './checks';
import { objectsFiles } from './objects';
import { changelogPage, comparisonPage, examplesPage } from './repository';
import { versionsPage } from './versions';

/** Writes docs/reference/, which is not committed, for the site. Run by `npm run site`, after a build. */
const root = join(__dirname, '../..');
const folder = join(root, 'docs/reference');

function main(): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const pages = {
    ...apiPages(JSON.parse(readFileSync(join(root, '.jsii'), 'utf8'))),
    checks: checksPage(),
    versions: versionsPage(),
    'chart-values': chartValuesPage(),
    comparison: comparisonPage(),
    changelog: changelogPage(),
    examples: examplesPage(),
  };
  const files = {
    ...Object.fromEntries(Object.entries(pages).map(([name, text]) => [`${name}.md`, text])),
    ...objectsFiles(),
  };
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text);
  }
  process.stdout.write(`reference: ${Object.keys(files).length} files\n`);
}

main();
