'use strict';

/** Fails where a page of the built site leads to a page, a file or a heading that isn't in it: `site-links.js FOLDER`. */
const fs = require('fs');
const path = require('path');

const root = path.resolve(process.argv[2]);
const base = process.env.SITE_BASE ?? '/';
const pages = fs.readdirSync(root, { recursive: true }).filter(name => name.endsWith('.html')).map(name => path.join(root, name));
const texts = new Map(pages.map(page => [page, fs.readFileSync(page, 'utf8')]));
const ids = new Map(pages.map(page => [page, new Set([...texts.get(page).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id))]));

const unescaped = text => text.replace(/&amp;/g, '&').replace(/&#39;/g, '\'').replace(/&quot;/g, '"');

/** Where an address of a page leads; undefined where out of the site. */
function target(page, address) {
  const url = new URL(address, `site:${base}${path.relative(root, page)}`);
  if (url.protocol !== 'site:') {
    return undefined;
  }
  const name = decodeURIComponent(url.pathname.slice(base.length));
  return { file: path.join(root, name.endsWith('/') || name === '' ? `${name}index.html` : name), id: decodeURIComponent(url.hash.slice(1)) };
}

let links = 0;
const dead = [];
for (const page of pages) {
  for (const [, address] of texts.get(page).matchAll(/ (?:href|src)="([^"]*)"/g)) {
    const found = target(page, unescaped(address));
    if (found === undefined) {
      continue;
    }
    links += 1;
    if (!fs.existsSync(found.file) || (found.id !== '' && !ids.get(found.file)?.has(found.id))) {
      dead.push(`${path.relative(root, page)}: ${address}`);
    }
  }
}
dead.forEach(link => console.error(`dead link in ${link}`));
console.log(`site: ${links} links, ${dead.length} dead`);
process.exitCode = links === 0 || dead.length > 0 ? 1 : 0;
