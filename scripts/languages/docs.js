'use strict';

/** Writes the README's example in the other languages into docs/languages.md, from what `npm run rosetta` translated. */
const fs = require('fs');
const path = require('path');
const { LanguageTablet } = require('jsii-rosetta');

const root = path.join(__dirname, '../..');
const page = path.join(root, 'docs/languages.md');
const START = '<!-- README: made by npm run docs:languages -->';
const END = '<!-- end of README -->';
const LANGUAGES = [['python', 'Python'], ['java', 'Java'], ['go', 'Go'], ['csharp', 'C#']];

async function main() {
  const tablet = await LanguageTablet.fromFile(path.join(root, '.jsii.tabl.json'));
  const snippets = tablet.snippetKeys
    .map(key => tablet.tryGetSnippet(key))
    .filter(({ snippet }) => snippet.location.api.api === 'moduleReadme')
    .sort((a, b) => a.snippet.location.field.line - b.snippet.location.field.line);
  const sections = LANGUAGES.flatMap(([language, name]) => [
    `### ${name}`,
    ...snippets.map(snippet => `\`\`\`${language}\n${snippet.get(language).source}\n\`\`\``),
  ]);
  const text = fs.readFileSync(page, 'utf8');
  const [before, rest] = text.split(START);
  fs.writeFileSync(page, `${before}${START}\n\n<!-- tabs -->\n\n${sections.join('\n\n')}\n\n<!-- end of tabs -->\n\n${END}${rest.split(END)[1]}`);
}

main();
