import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deleteNamespace } from '../support/namespaces';
import { Block } from '../../support/docs-blocks';
import { blocksFor, shell } from './blocks';

const MINUTES = 60_000;
const NAMESPACE = `tutorial-${process.pid}`;
const steps = blocksFor(__filename, 'docs/tutorial.md');
const [readme] = blocksFor(__filename, 'README.md');

/**
 * What a reader types, in a namespace of the test's own, with the package that was built here instead of a released
 * one.
 */
function here(code: string, tarball: string): string {
  return code.replace(/\bmessaging\b/g, NAMESPACE).replace(/(npm install .*) \S*cdk8s-rabbitmq\S*$/m, `$1 ${tarball}`);
}

describe('the tutorial, followed to the letter', () => {
  let folder: string;
  let tarball: string;
  const said = new Map<string, string>();

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tutorial-'));
    tarball = join(folder, (await shell(`npm pack --silent --pack-destination ${folder}`, { timeoutMs: MINUTES })).trim());
  }, 2 * MINUTES);

  afterAll(async () => {
    await deleteNamespace(NAMESPACE);
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(steps.map(step => [step.file ?? step.code.split('\n').slice(-1)[0], step] as const))('%s', async (_name, step: Block) => {
    const code = here(step.code, tarball);
    if (step.file !== undefined) {
      writeFileSync(join(folder, step.file), code);
      return;
    }
    said.set(step.place, await shell(code, { cwd: folder, timeoutMs: 20 * MINUTES }));
  }, 21 * MINUTES);

  test('finds ten messages after each step that counts them', () => {
    const counted = steps.filter(({ code }) => code.includes('list_queues name')).map(({ place }) => said.get(place));
    expect(counted.length).toBeGreaterThanOrEqual(4);
    for (const output of counted) {
      expect(output).toMatch(/^orders\t(quorum\t)?10\b/m);
    }
  });
});

test('the README reads the password of what the tutorial makes', () => {
  expect(steps.map(({ code }) => code).join('\n')).toContain(readme.code);
});
