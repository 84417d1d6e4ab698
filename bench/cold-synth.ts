import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { run, ROOT } from './child';
import { formatTable, median, milliseconds, wallTime } from './figures';

const RUNS = 5;

/** A synth of the prod profile from the command line, with the start of Node.js and of the CLI. */
export function coldSynth(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const synth = [
    process.execPath, join(ROOT, 'node_modules/cdk8s-cli/bin/cdk8s'), 'synth',
    '--app', 'node -r ts-node/register/transpile-only bench/prod.ts', '--output', join(folder, 'out'),
  ];
  try {
    const times = Array.from({ length: RUNS }, () => wallTime(() => run(synth)));
    return formatTable(`Cold "cdk8s synth" of the prod profile, ${RUNS} times`, ['', 'median', 'least', 'most'], [
      ['prod', milliseconds(median(times)), milliseconds(Math.min(...times)), milliseconds(Math.max(...times))],
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
