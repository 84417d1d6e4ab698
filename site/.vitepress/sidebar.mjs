import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './links.mjs';

const docs = join(ROOT, 'docs');

const GROUPS = [
  ['Start', ['README', 'tutorial', 'connect', 'languages', 'migration']],
  ['Tasks', ['how-to', 'production-checklist', 'deployment', 'helm', 'topology', 'topology-how-to', 'topology-tenants', 'security', 'authentication', 'hardening', 'ingress',
    'monitoring', 'scaling', 'autoscaling', 'backup', 'upgrade', 'gitops', 'second-site', 'openshift', 'service-mesh', 'air-gap', 'uninstall']],
  ['Explanation', ['reference/comparison', 'cluster', 'architecture', 'boot', 'discovery', 'fault-tests', 'defaults', 'sizing']],
];

const read = page => readFileSync(join(docs, `${page}.md`), 'utf8');

function title(page) {
  return /^# (.*)$/m.exec(read(page))?.[1].replace(/`/g, '') ?? page;
}

// the prefix of all alerts makes their entries wider than the sidebar
const NAMES = { README: 'Overview', 'how-to': 'All tasks' };
const item = page => ({ text: NAMES[page] ?? title(page).replace(/^RabbitMQ(?=[A-Z]\w+$)/, ''), link: `/${page === 'README' ? '' : page}` });

function pages(folder) {
  return !existsSync(join(docs, folder)) ? [] : readdirSync(join(docs, folder))
    .filter(name => name.endsWith('.md') && name !== 'README.md')
    .map(name => join(folder, name.slice(0, -3)))
    .sort();
}

const isApi = page => Number(page.startsWith('reference/api-'));

/** Groups of alerts, as the headings of docs/runbooks/README.md have them. */
function runbooks() {
  const groups = read('runbooks/README').split(/^## /m).slice(1).map((section) => {
    const [text] = section.split('\n');
    return { text, collapsed: true, items: [...section.matchAll(/^\| \[(\w+)\]\(/gm)].map(([, name]) => item(`runbooks/${name}`)) };
  });
  const listed = new Set(groups.flatMap(({ items }) => items.map(({ link }) => link)));
  const others = pages('runbooks').map(item).filter(({ link }) => !listed.has(link));
  return [{ text: 'All runbooks', link: '/runbooks/' }, item('troubleshooting'), item('incident-response'), ...others, ...groups];
}

/** Every page of docs/. Pages that no group names are tasks. */
export function sidebar() {
  const reference = ['cli', 'faq', 'glossary', 'rights', 'threat-model'];
  const placed = new Set([...reference, 'troubleshooting', 'incident-response', ...GROUPS.flatMap(([, names]) => names)]);
  const others = pages('.').filter(page => !placed.has(page));
  return [
    ...GROUPS.map(([text, names]) => ({ text, items: [...names, ...(text === 'Tasks' ? others : [])].filter(page => existsSync(join(docs, `${page}.md`))).map(item) })),
    { text: 'Runbooks', items: runbooks(), collapsed: true },
    { text: 'CLI commands', items: pages('cli').map(item).map(({ text, link }) => ({ text: text.replace(/^rabbitmq-k8s /, ''), link })), collapsed: true },
    { text: 'Reference', items: [...reference, ...pages('reference').filter(page => !placed.has(page)).sort((a, b) => isApi(a) - isApi(b))].map(item), collapsed: true },
    { text: 'Contributing', items: pages('contributing').map(item), collapsed: true },
  ];
}
