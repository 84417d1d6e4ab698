import { execFile } from 'node:child_process';
import { relative } from 'node:path';
import { Block, blocksOf } from '../../support/docs-blocks';

const ROOT = `${__dirname}/../../..`;

/** The blocks of a page that a test runs, and the files that they need, in order. */
export function blocksFor(test: string, page: string): Block[] {
  return blocksOf(page).filter(({ runBy, file }) => runBy === relative(ROOT, test) || file !== undefined);
}

/** Runs commands as a reader would, one after the other; rejects with what was said where one fails. */
export async function shell(code: string, options: { cwd?: string; timeoutMs: number }): Promise<string> {
  // cdk8s would look for a newer one of itself
  const env = { ...process.env, CDK8S_CHECK_UPGRADE: 'false' };
  return new Promise((resolve, reject) => {
    execFile('bash', ['-euo', 'pipefail', '-c', code], { cwd: options.cwd, env, timeout: options.timeoutMs, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      if (error) {
        reject(new Error(`ended with ${error.code ?? error.signal}: ${code}\n${stdout.slice(-2000)}\n${stderr.slice(-4000)}`));
      } else {
        resolve(stdout);
      }
    });
  });
}
