'use strict';

/**
 * Fails where a dependency, of any lock file here, has a licence that isn't allowed or none. `--list` prints each with its licence.
 * The lock files have what each package says of itself.
 */
const fs = require('fs');
const path = require('path');

const root = path.join(__dirname, '../..');
const PEERS = new Set(Object.keys(require(path.join(root, 'package.json')).peerDependencies).map(name => `node_modules/${name}`));
const LOCKS = ['package-lock.json', 'site/package-lock.json'];

/** All of them permit use, change and redistribution without conditions on what uses them. */
const ALLOWED = new Set(['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'MIT', 'MIT-0', 'Python-2.0', 'Unlicense', 'Zlib']);
/** What is allowed for a package alone. */
const MEANT = {
  'axe-core': 'MPL-2.0', // checks the pages of the site, unchanged and never shipped
  'caniuse-lite': 'CC-BY-4.0', // data of browsers, for jest and never shipped
  elkjs: 'EPL-2.0', // lays out diagrams while the docs' site is built, and is no part of it
};

/** Whether an SPDX expression can be met by what is allowed; alternatives in parentheses only, as packages write them. */
function allowed(name, licence) {
  const alternatives = licence.replace(/^\((.*)\)$/, '$1').split(' OR ');
  return alternatives.some(alternative => alternative.split(' AND ').every(id => ALLOWED.has(id) || MEANT[name] === id));
}

function dependencies(lock) {
  const { packages } = JSON.parse(fs.readFileSync(path.join(root, lock), 'utf8'));
  return Object.entries(packages)
    .filter(([place, { link }]) => place.includes('node_modules/') && !link)
    .map(([place, { version, license, dev, optional }]) => ({
      name: place.split('node_modules/').pop(),
      version,
      licence: license ?? 'none',
      use: lock !== 'package-lock.json' ? 'docs site' : PEERS.has(place) ? 'peer' : dev ? 'development' : optional ? 'optional' : 'run time',
    }));
}

const all = LOCKS.flatMap(dependencies);
const refused = all.filter(({ name, licence }) => !allowed(name, licence));
if (process.argv.includes('--list')) {
  const lines = all.map(({ name, version, licence, use }) => [name, version, licence, use].join('\t'));
  console.log([...new Set(lines)].sort().join('\n'));
} else {
  const counts = new Map();
  all.forEach(({ licence }) => counts.set(licence, (counts.get(licence) ?? 0) + 1));
  const shown = [...counts].sort(([, a], [, b]) => b - a).map(([licence, count]) => `${licence} ${count}`).join(', ');
  console.log(`licences of ${all.length} dependencies: ${shown}`);
}
for (const { name, version, licence } of refused) {
  console.error(`${name}@${version}: licence ${licence} is not allowed; use another package, or add it in scripts/release/licences.js with the reason`);
}
process.exitCode = all.length === 0 || refused.length > 0 ? 1 : 0;
