import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as ts from 'typescript';
import { blocksOf } from '../support/docs-blocks';

const page = readFileSync(join(__dirname, '../../docs/tutorial.md'), 'utf8');
const [first, production] = blocksOf('docs/tutorial.md').filter(({ file }) => file === 'main.ts').map(({ code }) => code);

/** What an app of the tutorial writes to `messaging.k8s.yaml`, and prints to the standard error. */
function synthesize(code: string): { yaml: string; printed: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'tutorial-'));
  const outdir = process.env.CDK8S_OUTDIR;
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  process.env.CDK8S_OUTDIR = folder;
  try {
    const { outputText } = ts.transpileModule(
      code,
      { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } },
    );
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    new Function('require', 'exports', outputText)(require, {});
    return { yaml: readFileSync(join(folder, 'messaging.k8s.yaml'), 'utf8'), printed: stderr.mock.calls.map(([text]) => String(text)) };
  } finally {
    stderr.mockRestore();
    process.env.CDK8S_OUTDIR = outdir;
    rmSync(folder, { recursive: true, force: true });
  }
}

const lines = (text: string): number => text.split('\n').length;
const stated = (pattern: RegExp): number => Number(pattern.exec(page)![1].replace(',', ''));

describe('the tutorial', () => {
  test('states how many lines its first app writes', () => {
    const { yaml } = synthesize(first);
    const programs = yaml.split('\n---\n').find(object => object.includes('name: orders-programs-'))!;
    expect(Math.abs(lines(yaml) / stated(/about ([\d,]+) lines for one broker/) - 1)).toBeLessThan(0.1);
    expect(Math.abs(lines(programs) / stated(/About ([\d,]+) of them are the programs/) - 1)).toBeLessThan(0.1);
  });

  test('has a production app without warnings', () => {
    expect(page).toContain('The following app has no warnings.');
    expect(synthesize(production).printed).toEqual([]);
  });

  test('shows warnings if only production is set', () => {
    const changed = first.replace('replicas: 1,', 'replicas: 3, production: true,');
    expect(synthesize(changed).printed.join('')).toContain('[plain-in-production]');
  });
});
