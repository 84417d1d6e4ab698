import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const REPOSITORY = 'https://github.com/cdk8s-rabbitmq/cdk8s-rabbitmq';

const isPage = target => target.startsWith('docs/') && (/\.(md|svg|png)$/.test(target) || existsSync(join(ROOT, target, 'README.md')));

/** Links to files that are no pages, in docs/ and elsewhere in the repository, lead to where it is hosted; those to a README.md to its folder. */
export function leavesDocs(markdown) {
  const open = markdown.renderer.rules.link_open;
  markdown.renderer.rules.link_open = (tokens, index, options, env, self) => {
    const href = tokens[index].attrGet('href');
    if (!/^(\w+:|#|\/)/.test(href)) {
      const target = posix.join('docs', posix.dirname(env.relativePath), href.replace(/#.*/, ''));
      tokens[index].attrSet('href', isPage(target) ? href.replace(/^(.*\/)?README\.md(?=#|$)/, (_, folder) => folder ?? './') : `${REPOSITORY}/blob/main/${target}`);
    }
    return open(tokens, index, options, env, self);
  };
}
