'use strict';

/**
 * Fails where text has a banned phrase: `wording.js [FOLDER…]`. CONTRIBUTING.md lists what to write instead.
 * A path that is not clean yet is listed with its number of findings: the number can only fall, and the entry goes when it is 0.
 */
const fs = require('fs');
const path = require('path');

const root = path.join(__dirname, '..');

const BANNED = [
  /\bmend(?:s|ed|ing)?\b/, /\banew\b/, /\bwhom\b/, /\bas who\b/, /\bgoes by\b/, /\bgo by\b/, /\bcomes of it\b/, /\bis told of\b/, /\bare told of\b/,
  /\bstands for\b/, /\ball the same\b/, /\bhad better\b/, /\bin vain\b/, /\bfor ever\b/, /\bone's own\b/, /\bis had\b/, /\bby itself\b/, /\bby themselves\b/,
  /\bby hand\b/, /\bwhatever\b/, /\b(?:let|lets|letting) (?:\w+ )?in\b/, /\bno [\w ]{1,30} but (?!n)/,
].map(pattern => new RegExp(pattern.source, 'gi'));

/** Where a phrase is meant as it stands. */
const ALLOWED = [/let-in/, /letTestsIn/];

const SOURCES = ['docs', 'README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'lib', 'ops/src', 'test', 'ops/test', 'scripts', 'site', 'examples', 'erlang', 'chart/values.yaml'];
const TEXT = /\.(md|ts|js|mjs|sh|erl|escript|eval|yaml|py|go|java)$/;
const SKIPPED = /(^|\/)(node_modules|dist|reference|\.vitepress\/(cache|\.temp))(\/|$)|package-lock|scripts\/wording\.js/;

function filesOf(name) {
  const full = path.join(root, name);
  if (!fs.existsSync(full) || SKIPPED.test(name)) {
    return [];
  }
  if (fs.statSync(full).isDirectory()) {
    return fs.readdirSync(full).flatMap(entry => filesOf(path.posix.join(name, entry)));
  }
  return TEXT.test(name) ? [name] : [];
}

function findingsOf(file) {
  return fs.readFileSync(path.join(root, file), 'utf8').split('\n').flatMap((line, index) => ALLOWED.some(one => one.test(line))
    ? []
    : BANNED.flatMap(phrase => [...line.matchAll(phrase)].map(([found]) => ({ file, line: index + 1, found }))));
}

const LIST = path.join(__dirname, 'wording-not-clean.json');
const groupOf = file => file.split('/').slice(0, file.startsWith('ops/') ? 3 : 2).join('/');
const args = process.argv.slice(2);
const findings = (args.filter(arg => arg !== '--update').length > 0 ? args.filter(arg => arg !== '--update') : SOURCES).flatMap(filesOf).flatMap(findingsOf);
const counts = {};
for (const { file } of findings) {
  counts[groupOf(file)] = (counts[groupOf(file)] ?? 0) + 1;
}
if (args.includes('--update')) {
  fs.writeFileSync(LIST, `${JSON.stringify(Object.fromEntries(Object.entries(counts).sort()), undefined, 2)}\n`);
}
const known = JSON.parse(fs.readFileSync(LIST, 'utf8'));
const tooMany = Object.keys(counts).filter(group => counts[group] > (known[group] ?? 0));
for (const { file, line, found } of findings.filter(one => tooMany.includes(groupOf(one.file)))) {
  console.error(`${file}:${line}: "${found}"`);
}
for (const group of tooMany) {
  console.error(`wording: ${group} has ${counts[group]} banned phrases, ${known[group] ?? 0} are allowed until it is rewritten`);
}
const total = findings.length;
console.log(`wording: ${total} banned phrases left, in ${Object.keys(counts).length} places`);
process.exitCode = tooMany.length > 0 ? 1 : 0;
