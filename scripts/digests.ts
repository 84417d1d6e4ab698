import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { DIGESTS } from '../lib/rabbitmq/digests';
import { SERIES } from '../lib/rabbitmq/series';

const SOURCE = 'https://raw.githubusercontent.com/docker-library/repo-info/master/repos/rabbitmq/remote';
const FILE = join(__dirname, '../lib/rabbitmq/digests.ts');
const PULL = /^## `rabbitmq:[^`]*`\n+```console\n\$ docker pull rabbitmq@(sha256:[0-9a-f]{64})\n/;

/** What the registry's record says about a tag; undefined where there is none. */
async function recordOf(tag: string, folder: string | undefined): Promise<string | undefined> {
  if (folder !== undefined) {
    try {
      return readFileSync(join(folder, `${tag}.md`), 'utf8');
    } catch {
      return undefined;
    }
  }
  const answer = await fetch(`${SOURCE}/${tag}.md`);
  if (!answer.ok && answer.status !== 404) {
    throw new Error(`${answer.url}: ${answer.status}`);
  }
  return answer.ok ? answer.text() : undefined;
}

/**
 * Writes the digests of the newest release of each series. Argument: a folder with the records, as
 * `repos/rabbitmq/remote` of a checkout of docker-library/repo-info has them; without it, they come from GitHub.
 * Digests of releases without a record stay.
 */
async function main(folder?: string): Promise<void> {
  const digests: Record<string, string> = { ...DIGESTS };
  for (const { newest } of SERIES) {
    const digest = PULL.exec(await recordOf(`${newest}-management`, folder) ?? '')?.[1];
    process.stdout.write(`${newest}: ${digest ?? `no record${newest in digests ? ', the known digest stays' : ''}`}\n`);
    Object.assign(digests, digest === undefined ? {} : { [newest]: digest });
  }
  const order = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
  const rows = Object.keys(digests).sort(order).map(release => `  '${release}': '${digests[release]}',\n`).join('');
  writeFileSync(FILE, readFileSync(FILE, 'utf8').replace(/= \{\n[^]*\};/, () => `= {\n${rows}};`));
}

void main(process.argv[2]);
