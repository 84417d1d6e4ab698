import type { Options } from 'yargs';
import { UsageError } from '../../core/errors';
import { OUTPUT_FORMATS } from '../output/output';

/** Options of every command. */
export const GLOBAL_OPTIONS = {
  namespace: { alias: 'n', type: 'string', describe: 'Namespace [default: the context\'s or the profile\'s]' },
  'cluster-name': { alias: 'c', type: 'string', describe: 'Cluster name [default: the only cluster, or the profile\'s]' },
  output: { alias: 'o', choices: OUTPUT_FORMATS, default: 'table', describe: 'Output format' },
  timeout: { type: 'string', describe: 'Time limit, such as 90s or 10m [default: the command\'s]' },
  kubeconfig: { type: 'string', describe: 'Kubeconfig file [default: KUBECONFIG, ~/.kube/config]' },
  context: { type: 'string', describe: 'Context in the kubeconfig [default: the current one]' },
  color: { type: 'boolean', default: true, describe: 'Colors in a terminal; NO_COLOR turns them off too' },
} as const satisfies Record<string, Options>;

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/** Timers of Node.js that are longer than 2^31 ms, nearly 25 days, end at once. */
const MOST_MS = 24 * 24 * UNITS.h;

/** A duration as `--timeout` takes it: `90s`, `15m`, `2h`. */
export function durationOption(ms: number): string {
  const [unit, length] = ([['h', UNITS.h], ['m', UNITS.m]] as const).find(([, candidate]) => ms >= candidate && ms % candidate === 0) ?? ['s', UNITS.s];
  return `${ms / length}${unit}`;
}

/**
 * Milliseconds of `90s`, `10m`, `1h`.
 *
 * @throws UsageError without a unit, as a number alone can be seconds or minutes, and above 576h
 */
export function durationMs(option: string, value: string): number {
  const [, number, unit] = /^(\d+)(ms|s|m|h)?$/.exec(value) ?? [];
  if (number === undefined || Number(number) === 0) {
    throw new UsageError(`--${option} is "${value}": write a number above zero and a unit, such as 90s, 10m or 1h`);
  }
  if (unit === undefined) {
    throw new UsageError(`--${option} is "${value}", without a unit: write ${value}s for seconds or ${value}m for minutes`);
  }
  const ms = Number(number) * UNITS[unit];
  if (ms > MOST_MS) {
    throw new UsageError(`--${option} is "${value}": use at most ${durationOption(MOST_MS)}`);
  }
  return ms;
}
