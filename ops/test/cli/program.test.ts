import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ExitCode } from '../../src/core/errors';

/** The program in a process of its own, which has nothing of the environment but a home. */
async function program(
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; stderr: string }> {
  const home = mkdtempSync(join(tmpdir(), 'home-'));
  const child = spawn(process.execPath, ['-r', 'ts-node/register/transpile-only', join(__dirname, '../../src/cli/cli.ts'), ...argv], { env: { HOME: home, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => { child.on('close', resolve); });
  return { stderr: await text(child.stderr), code: await ended };
}

describe('the program without a kubeconfig', () => {
  test('says that there is none, and where it was looked for', async () => {
    const { code, stderr } = await program(['status']);
    expect(stderr).toMatch(/^error: there is no kubeconfig: .*KUBECONFIG.*~\/\.kube\/config/);
    expect(code).toBe(ExitCode.USAGE);
  }, 30_000);

  test('names the one that is said to be there', async () => {
    const { code, stderr } = await program(['status'], { KUBECONFIG: '/nonexistent' });
    expect(stderr).toMatch(/^error: the kubeconfig \/nonexistent\S* can't be read: there is no such file/);
    expect(code).toBe(ExitCode.USAGE);
  }, 30_000);
});
