import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './links.mjs';

const docs = join(ROOT, 'docs');

const GROUPS = [
  ['Start', ['README', 'tutorial', 'languages']],
  ['How to', ['how-to', 'deployment', 'security', 'authentication', 'ingress', 'monitoring', 'autoscaling', 'backup', 'gitops', 'helm', 'migration']],
  ['Explanation', ['cluster', 'architecture', 'scaling', 'discovery', 'defaults']],
];

function title(page) {
  return /^# (.*)$/m.exec(readFileSync(join(docs, `${page}.md`), 'utf8'))?.[1].replace(/`/g, '') ?? page;
}

const item = page => ({ text: page === 'README' ? 'Overview' : title(page), link: `/${page === 'README' ? '' : page}` });

function pages(folder) {
  return !existsSync(join(docs, folder)) ? [] : readdirSync(join(docs, folder))
    .filter(name => name.endsWith('.md') && name !== 'README.md')
    .map(name => join(folder, name.slice(0, -3)))
    .sort();
}

/** Every page of docs/: those of no group are guides. */
export function sidebar() {
  const placed = new Set(['cli', ...GROUPS.flatMap(([, names]) => names)]);
  const others = pages('.').filter(page => !placed.has(page));
  return [
    ...GROUPS.map(([text, names]) => ({ text, items: [...names, ...(text === 'How to' ? others : [])].map(item) })),
    { text: 'Reference', items: ['cli', ...pages('reference')].map(item), collapsed: true },
    { text: 'Runbooks', items: [{ text: 'All runbooks', link: '/runbooks/' }, ...pages('runbooks').map(item)], collapsed: true },
  ];
}
