import { type Command, nameOf } from './commands/command';
import { GLOBAL_OPTIONS } from './commands/global-options';
import { UsageError } from '../core/errors';

const MAX_PORT = 65_535;

type Arguments = Readonly<Record<string, unknown>>;

/** What yargs knows of an option. */
interface Kind {
  readonly type?: string;
  readonly array?: boolean;
  readonly alias?: unknown;
}

/**
 * The command line with negative values attached to their options, `--size=-5Gi`: yargs reads `-5Gi` as 3 options.
 */
export function withNegativeValues(argv: readonly string[]): string[] {
  return argv.reduce<string[]>((joined, argument) => {
    const before = joined.includes('--') ? undefined : joined.at(-1);
    const isValue = /^-\d/.test(argument) && before !== undefined && /^--[\w-]+$/.test(before);
    return isValue ? [...joined.slice(0, -1), `${before}=${argument}`] : [...joined, argument];
  }, []);
}

/**
 * Refuses what yargs reads as something else: `--dry-run=yes` as false, `0x3` as 3, and an option that is given twice
 * as a list.
 *
 * @throws UsageError
 */
export function requireStrict(entry: Command, args: Arguments, given: readonly string[]): void {
  const end = given.indexOf('--');
  const argv = end < 0 ? given : given.slice(0, end);
  const options: Readonly<Record<string, Kind>> = { ...GLOBAL_OPTIONS, ...entry.options };
  for (const [name, kind] of Object.entries(options)) {
    if (Array.isArray(args[name]) && kind.array !== true && kind.type !== 'array') {
      throw new UsageError(`--${name} is given ${args[name].length} times: give it once`);
    }
    if (kind.type === 'boolean') {
      requireBoolean(name, argv);
    }
  }
  requireNumbers(entry, args, argv);
}

function requireBoolean(name: string, argv: readonly string[]): void {
  const wrong = argv.find(argument => argument.startsWith(`--${name}=`) && !/=(true|false)$/.test(argument));
  if (wrong !== undefined) {
    throw new UsageError(`--${name} is "${wrong.slice(`--${name}=`.length)}": use true or false, or the option alone for true`);
  }
}

function requireNumbers({ usage, options, positionals }: Command, args: Arguments, argv: readonly string[]): void {
  for (const [name, { type }] of [...Object.entries(options), ...Object.entries(positionals)]) {
    const value = args[name];
    const text = name in options ? written(name, argv) : positional(value, argv, nameOf({ usage }));
    if (type === 'number' && value !== undefined && !(Number.isInteger(value) && Number(value) >= 0 && /^\d+$/.test(text ?? '0'))) {
      const said = text ?? (typeof value === 'number' && !Number.isNaN(value) ? String(value) : undefined);
      throw new UsageError(`${name in options ? `--${name}` : name} must be a whole number from 0${said === undefined ? '' : `, not ${JSON.stringify(said)}`}`);
    }
    if (name.endsWith('-port') && Number(value) > MAX_PORT) {
      throw new UsageError(`--${name} is ${Number(value)}: use a port from 0 to ${MAX_PORT}, such as 15672; 0 means a free one`);
    }
  }
}

/** The value of an option as it is written. */
function written(option: string, argv: readonly string[]): string | undefined {
  const index = argv.map(argument => argument === `--${option}` || argument.startsWith(`--${option}=`)).lastIndexOf(true);
  return index < 0 ? undefined : argv[index] === `--${option}` ? argv[index + 1] : argv[index].slice(`--${option}=`.length);
}

/** A number that is no option as it is written; yargs keeps only what it has read. */
function positional(value: unknown, argv: readonly string[], command: string): string | undefined {
  const rest = argv.slice(argv.indexOf(command) + 1);
  const same = rest.filter(argument => /^(?!-\D)./.test(argument) && Object.is(Number(argument), value));
  const asRead = same.find(argument => argument === String(value));
  // of several texts that are no number, one is the value of an option
  return asRead ?? (Number.isNaN(value) && same.length > 1 ? undefined : same[0]);
}
