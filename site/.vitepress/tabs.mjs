import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './links.mjs';

const LANGUAGES = [
  ['Python', 'python', name => `${name}.py`],
  ['Java', 'java', name => `${name[0].toUpperCase()}${name.slice(1)}.java`],
  ['Go', 'go', name => `${name}.go`],
];
const TRANSLATED = /^<!-- languages: (\w+) -->\n(?:\n|<!--.*-->\n)*(```ts\n[^]*?^```)$/gm;
const START = /^<!-- tabs -->$/;
const END = /^<!-- end of tabs -->$/;

/** Adds to a block after `<!-- languages: NAME -->` what examples/docs/ has in other languages. GitHub shows TypeScript only. */
function withLanguages(code) {
  return code.replace(TRANSLATED, (_, name, block, at) => {
    const others = LANGUAGES.flatMap(([title, fence, file]) => [`#### ${title}`, `\`\`\`${fence}\n${readFileSync(join(ROOT, 'examples/docs', file(name)), 'utf8').trimEnd()}\n\`\`\``]);
    const before = code.slice(0, at);
    const inTabs = before.lastIndexOf('<!-- tabs -->') > before.lastIndexOf('<!-- end of tabs -->');
    return (inTabs ? [block, ...others] : ['<!-- tabs -->', '#### TypeScript', block, ...others, '<!-- end of tabs -->']).join('\n\n');
  });
}

/** Shows blocks between `<!-- tabs -->` and `<!-- end of tabs -->` as tabs, named by the heading before each. GitHub shows headings. */
export const tabs = {
  name: 'tabs',
  enforce: 'pre',
  transform(page, id) {
    const code = id.endsWith('.md') ? withLanguages(page) : page;
    if (!id.endsWith('.md') || !code.includes('<!-- tabs -->')) {
      return undefined;
    }
    let inside = false;
    let inBlock = false;
    let title;
    return code.split('\n').flatMap((line) => {
      if (/^```/.test(line)) {
        inBlock = !inBlock;
      } else if (inBlock) {
        return [line];
      }
      if (START.test(line) || END.test(line)) {
        inside = START.test(line);
        return inside ? ['::: code-group'] : [':::'];
      }
      const heading = inside && /^#+ (.*)$/.exec(line);
      if (heading) {
        [, title] = heading;
        return [];
      }
      if (inside && title !== undefined && /^```\w+/.test(line)) {
        const fence = `${line} [${title}]`;
        title = undefined;
        return [fence];
      }
      return inside && /^<!--/.test(line) ? [] : [line];
    }).join('\n');
  },
};
