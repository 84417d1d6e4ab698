import { execFile } from 'node:child_process';

/** Options for `kubectl()`. */
export interface KubectlOptions {
  readonly stdin?: string;
}

const TIMEOUT_MS = 120_000;

/** What kubectl has beyond the `--timeout` that it is given, to say itself what it waited for. */
const BEYOND_MS = 30_000;

/**
 * Runs the kubectl found on PATH, against the cluster of KUBECONFIG, and returns its output; an exit code other than 0
 * throws. It is killed after two minutes, or soon after its own `--timeout=…s`.
 */
export async function kubectl(args: readonly string[], options: KubectlOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const settings = { env: process.env, timeout: limitOf(args), maxBuffer: 64 * 1024 * 1024 };
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

function limitOf(args: readonly string[]): number {
  const given = args.find(argument => argument.startsWith('--timeout='));
  if (given === undefined) {
    return TIMEOUT_MS;
  }
  const [, seconds] = /^--timeout=(\d+)s$/.exec(given) ?? [];
  if (seconds === undefined) {
    throw new Error(`"${given}" isn't in whole seconds: write --timeout=480s`);
  }
  return Number(seconds) * 1000 + BEYOND_MS;
}
