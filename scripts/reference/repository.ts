import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** The changelog as a page of the site. */
export function changelogPage(): string {
  return readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8');
}

/** Sections of README.md that are for readers of the site too. */
const OF_README = ['Comparison', 'What is tested', 'Status and compatibility'];

/** What README.md says about other projects, tests and supported versions, as a page of the site. */
export function comparisonPage(): string {
  const sections = readFileSync(join(ROOT, 'README.md'), 'utf8').split(/^(?=## )/m);
  const chosen = OF_README.map(title => sections.find(section => section.startsWith(`## ${title}\n`))!);
  return `# Comparison, tests and compatibility\n\n${chosen.join('').replaceAll('](docs/', '](../').replaceAll('](CHANGELOG.md', '](changelog.md')}`;
}

/** Languages by the ends of files, in the order of the tabs. */
const LANGUAGES: Readonly<Record<string, { readonly name: string; readonly fence: string }>> = {
  ts: { name: 'TypeScript', fence: 'ts' },
  py: { name: 'Python', fence: 'python' },
  java: { name: 'Java', fence: 'java' },
  go: { name: 'Go', fence: 'go' },
};

/** The example apps, each with its source in every language that has it. Programs of docs are on their pages. */
export function examplesPage(): string {
  const files = (readdirSync(join(ROOT, 'examples'), { recursive: true }) as string[]).filter(name => extname(name).slice(1) in LANGUAGES && dirname(name) !== 'docs');
  const apps = [...new Set(files.map(appOf))].sort();
  const sections = apps.map(app => `## ${app}\n\n${sources(files.filter(file => appOf(file) === app))}\n`);
  return `# Examples\n\nApps for many situations. \`npm run synth\` renders the TypeScript ones.\n\n${sections.join('\n')}`;
}

function appOf(file: string): string {
  return basename(file, extname(file)).toLowerCase();
}

function sources(files: readonly string[]): string {
  const blocks = Object.entries(LANGUAGES).flatMap(([end, { name, fence }]) => files.filter(file => extname(file) === `.${end}`)
    .map(file => ({ name, block: `\`\`\`${fence}\n${readFileSync(join(ROOT, 'examples', file), 'utf8').trimEnd()}\n\`\`\`` })));
  return blocks.length === 1
    ? blocks[0].block
    : ['<!-- tabs -->', ...blocks.flatMap(({ name, block }) => [`### ${name}`, block]), '<!-- end of tabs -->'].join('\n\n');
}
