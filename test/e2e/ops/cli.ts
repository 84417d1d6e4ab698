import { execFile } from 'node:child_process';
import { PassThrough } from 'node:stream';
import { writeFileSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { bounded } from '../../../ops/src/core/abort';
import { COMMANDS } from '../../../ops/src/cli/commands';
import type { Command } from '../../../ops/src/cli/commands/command';
import type { ExitCode } from '../../../ops/src/core/errors';
import { KubernetesConnection } from '../../../ops/src/kubernetes/connection';
import { main } from '../../../ops/src/cli/main';
import { config, kubernetes, type Kubernetes } from '../support/kubernetes';

/** What one command line left. */
export interface Run {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

const LONGEST_MS = 15 * 60_000;

/** When Ctrl-C is pressed. */
export interface CtrlC {
  readonly signal?: AbortSignal;
  /** Once it has shown this. */
  readonly shown?: RegExp;
}

/** Runs a command line of `rabbitmq-k8s` in this process, as the user of `as`. */
export async function cli(
  argv: readonly string[],
  as: Kubernetes.KubeConfig = config,
  ctrlC: CtrlC = {},
): Promise<Run> {
  const out = { stdout: '', stderr: '' };
  const ending = bounded(ctrlC.signal ? [ctrlC.signal] : [], LONGEST_MS);
  const into = (name: 'stdout' | 'stderr'): NodeJS.WriteStream => new PassThrough().on('data', (chunk: Buffer) => {
    out[name] += chunk.toString();
    if (ctrlC.shown?.test(out.stdout)) {
      ending.abort();
    }
  }) as unknown as NodeJS.WriteStream;
  const streams = { stdout: into('stdout'), stderr: into('stderr') };
  const surroundings = { ...streams, stdin: new PassThrough() as unknown as NodeJS.ReadStream, signal: ending.signal };
  try {
    const code = await main(argv, surroundings, COMMANDS.map(entry => connectedAs(entry, as)));
    return { code, ...out };
  } finally {
    ending.abort();
  }
}

const PROGRAM = join(__dirname, '../../../ops/dist/cli/cli.js');

/** The same by the program that `npm run build -w ops` makes, for what jest can't load. */
export async function builtCli(argv: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> {
  const options = { env: { ...process.env, ...env } };
  return new Promise(resolve => execFile(process.execPath, [PROGRAM, ...argv], options, (error, stdout, stderr) => {
    resolve({ code: (error?.code ?? 0) as unknown as ExitCode, stdout, stderr });
  }));
}

/** A command that connects as a user. */
function connectedAs(entry: Command, as: Kubernetes.KubeConfig): Command {
  const connect = () => Promise.resolve(new KubernetesConnection(kubernetes, as));
  return { ...entry, run: async (context, args) => entry.run({ ...context, connect }, args) };
}

/** A values file with requests that fit on a small machine. */
export function smallValues(values: object = {}): string {
  const file = join(mkdtempSync(join(tmpdir(), 'values-')), 'values.yaml');
  writeFileSync(file, stringify({ resources: { requests: { cpu: '20m', memory: '64Mi' } }, ...values }));
  return file;
}
