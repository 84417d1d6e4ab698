import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** The changelog as a page of the site. */
export function changelogPage(): string {
  return readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8');
}

const LANGUAGES: Readonly<Record<string, string>> = { ts: 'TypeScript', py: 'Python', java: 'Java', go: 'Go' };

/** The example apps, each with its source. */
export function examplesPage(): string {
  const files = (readdirSync(join(ROOT, 'examples'), { recursive: true }) as string[]).filter(name => /\.(ts|py|java|go)$/.test(name)).sort();
  const sections = files.map((name) => {
    const language = name.slice(name.lastIndexOf('.') + 1);
    const source = readFileSync(join(ROOT, 'examples', name), 'utf8').trimEnd();
    return `## ${name} (${LANGUAGES[language]})\n\n\`\`\`${language === 'py' ? 'python' : language}\n${source}\n\`\`\`\n`;
  });
  return `# Examples\n\nApps for many situations. \`npm run synth\` renders the TypeScript ones.\n\n${sections.join('\n')}`;
}
