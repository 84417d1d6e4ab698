import { PassThrough } from 'node:stream';
import { type Command } from '../../src/cli/commands/command';
import type { ExitCode } from '../../src/core/errors';
import { main } from '../../src/cli/main';

/** What one command line left. */
export interface Run {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

interface Surroundings {
  /** Ctrl-C. */
  readonly signal?: AbortSignal;
  /** What is on the standard input. */
  readonly input?: string;
  /** The width of the terminal, for results. */
  readonly columns?: number;
}

/** Runs a command line as if there was no terminal, or one for its results. */
export async function runMain(argv: readonly string[], commands?: readonly Command[], { signal = new AbortController().signal, input = '', columns }: Surroundings = {}): Promise<Run> {
  const out = { stdout: '', stderr: '' };
  const into = (name: 'stdout' | 'stderr'): NodeJS.WriteStream =>
    new PassThrough().on('data', (chunk: Buffer) => { out[name] += chunk.toString(); }) as unknown as NodeJS.WriteStream;
  const streams = { stdout: Object.assign(into('stdout'), columns !== undefined && { isTTY: true, columns }), stderr: into('stderr') };
  const log = jest.spyOn(console, 'log').mockImplementation((text: string) => { out.stdout += `${text}\n`; });
  try {
    const code = await main(
      argv,
      { ...streams, stdin: new PassThrough().end(input) as unknown as NodeJS.ReadStream, signal },
      commands,
    );
    return { code, ...out };
  } finally {
    log.mockRestore();
  }
}
