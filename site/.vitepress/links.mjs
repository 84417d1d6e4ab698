import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const REPOSITORY = 'https://github.com/cdk8s-rabbitmq/cdk8s-rabbitmq';

/** Pages of the site that are generated from files outside of docs/. */
const GENERATED = {
  'README.md': 'comparison',
  'CHANGELOG.md': 'changelog',
  'chart/README.md': 'chart-values',
  'chart/values.yaml': 'chart-values',
  'examples': 'examples',
  'lib/rabbitmq/series.ts': 'versions',
};

function generatedPage(target, anchor) {
  const [, example] = /^examples\/([\w-]+)\.ts$/.exec(target) ?? [];
  const name = example ? 'examples' : GENERATED[target];
  return name && `docs/reference/${name}.md${example ? `#${example}` : anchor}`;
}

const isPage = target => target.startsWith('docs/') && (/\.(md|svg|png)$/.test(target) || existsSync(join(ROOT, target, 'README.md')));

/** Links to files that are no pages, in docs/ and elsewhere in the repository, lead to the page that is generated from them, or to where the repository is hosted; those to a README.md to its folder. */
export function leavesDocs(markdown) {
  const open = markdown.renderer.rules.link_open;
  markdown.renderer.rules.link_open = (tokens, index, options, env, self) => {
    const href = tokens[index].attrGet('href');
    if (!/^(\w+:|#|\/)/.test(href)) {
      const here = posix.join('docs', posix.dirname(env.relativePath));
      const [, path, anchor] = /^([^#]*)(.*)$/.exec(href);
      const target = posix.join(here, path);
      const generated = generatedPage(target, anchor);
      tokens[index].attrSet('href', generated ? posix.relative(here, generated)
        : isPage(target) ? href.replace(/^(.*\/)?README\.md(?=#|$)/, (_, folder) => folder ?? './') : `${REPOSITORY}/blob/main/${target}`);
    }
    return open(tokens, index, options, env, self);
  };
}
