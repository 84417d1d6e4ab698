import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiPages } from './api';
import { checksPage } from './checks';
import { versionsPage } from './versions';

/** Writes docs/reference/, which is not committed: the site is built from it. Run by `npm run site`, after a build. */
const root = join(__dirname, '../..');
const folder = join(root, 'docs/reference');

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
const pages = {
  ...apiPages(JSON.parse(readFileSync(join(root, '.jsii'), 'utf8'))),
  checks: checksPage(),
  versions: versionsPage(),
};
for (const [name, text] of Object.entries(pages)) {
  writeFileSync(join(folder, `${name}.md`), text);
}
process.stdout.write(`reference: ${Object.keys(pages).length} pages\n`);
