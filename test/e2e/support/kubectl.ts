import { execFile } from 'node:child_process';

/** Options for `kubectl()`. */
export interface KubectlOptions {
  readonly stdin?: string;
  /** @default 120000 */
  readonly timeoutMs?: number;
}

/** Runs the kubectl found on PATH, against the cluster of KUBECONFIG, and returns its output; an exit code other than 0 throws. */
export async function kubectl(args: readonly string[], options: KubectlOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const settings = { env: process.env, timeout: options.timeoutMs ?? 120_000, maxBuffer: 64 * 1024 * 1024 };
    const child = execFile('kubectl', args, settings, (error, stdout, stderr) => {
      if (error === null) {
        resolve(stdout);
      } else if (error.code === 'ENOENT') {
        reject(new Error('kubectl was not found on PATH'));
      } else {
        const end = error.killed ? 'ran into its timeout' : `ended with ${error.code ?? error.signal}`;
        reject(new Error(`kubectl ${args.join(' ')} ${end}: ${stderr.trim() || stdout.trim()}`));
      }
    });
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(options.stdin ?? '');
  });
}
