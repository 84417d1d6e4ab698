import { execFileSync } from 'child_process';
import { join } from 'path';

export const ROOT = join(__dirname, '..');

/** Runs a program in a process of its own, with what it prints as the answer. */
export function run(words: readonly string[]): string {
  const [program, ...args] = words;
  return execFileSync(program, args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false' },
  });
}

/** Runs a TypeScript file of this folder in a process of its own; it prints its answer as JSON. */
export function runScript(file: string, ...args: readonly string[]): unknown {
  return JSON.parse(run([process.execPath, '-r', 'ts-node/register/transpile-only', join(__dirname, file), ...args]));
}
