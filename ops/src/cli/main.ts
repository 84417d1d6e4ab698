import { createInterface } from 'node:readline/promises';
import yargs, { type Argv } from 'yargs';
import { COMMAND_GROUPS, COMMANDS } from './commands';
import { type Command, type CommandContext, nameOf } from './commands/command';
import { completedNames } from './completion';
import { completionScript } from './completion-script';
import { durationMs, durationOption, GLOBAL_OPTIONS } from './commands/global-options';
import { readInput, STANDARD_INPUT } from './commands/read-input';
import { examplesText, rootHelp } from './help';
import { requireStrict, withNegativeValues } from './strict-arguments';
import { existingCluster } from './target';
import { placeOf, type ProfileName } from '../inventory/config';
import { CancelledError, ExitCode, isRequestError, messageOf, OperationError, RefusedError, UsageError } from '../core/errors';
import { similarName } from '../core/similar';
import { KubernetesConnection } from '../kubernetes/connection';
import type { ShownProgress } from './output/progress';
import { Output, type OutputFormat, type Streams } from './output/output';

/** The program's name, as help and messages have it. */
export const PROGRAM = 'rabbitmq-k8s';

/** Options of commands that are durations. */
const DURATIONS = ['wait', 'broker-timeout', 'settle', 'since', 'duration'];

/** How the completion script of a shell asks. */
const COMPLETION_FLAG = '--get-yargs-completions';

interface GlobalArguments {
  readonly namespace?: string;
  readonly clusterName?: string;
  readonly profile?: ProfileName;
  readonly output: OutputFormat;
  readonly timeout?: string;
  readonly kubeconfig?: string;
  readonly context?: string;
  readonly color: boolean;
}

/** What the program stands in. */
export interface Surroundings extends Streams {
  readonly stdin: NodeJS.ReadStream;
  /** Aborts on Ctrl-C. */
  readonly signal: AbortSignal;
}

/** Runs one command line and returns how the program should end. */
export async function main(
  argv: readonly string[],
  surroundings: Surroundings,
  commands: readonly Command[] = COMMANDS,
): Promise<ExitCode> {
  if (argv[0] === 'help') {
    return main([...argv.slice(1), '--help'], surroundings, commands);
  }
  let code = ExitCode.OK;
  const names = commands.map(nameOf);
  if (argv.some(argument => argument === '--help' || argument === '-h') && !argv.some(argument => names.includes(argument) || argument === 'completion')) {
    surroundings.stdout.write(`${rootHelp(PROGRAM, COMMAND_GROUPS)}\n`);
    return code;
  }
  if (argv[0] === 'completion') {
    surroundings.stdout.write(completionScript(PROGRAM, process.env.SHELL));
    return code;
  }
  const completes = argv.indexOf(COMPLETION_FLAG);
  const completed = completes === -1
    ? undefined
    : await completedNames(argv.slice(completes + 1), commands, async options => KubernetesConnection.open(options));
  if (completed !== undefined) {
    surroundings.stdout.write(completed.map(name => `${name}\n`).join(''));
    return code;
  }
  const parser = commands.reduce((parsed, entry) => withCommand(parsed, entry, async (args) => {
    code = await run(entry, args, surroundings, argv);
  }), globalParser(surroundings));
  try {
    await parser.parseAsync(withNegativeValues(argv).map(argument => (argument === '-' ? STANDARD_INPUT : argument)));
    return code;
  } catch (error) {
    const entry = commands.find(command => argv.includes(nameOf(command)));
    new Output(asksForJson(argv) ? 'json' : 'table', surroundings).fail(
      `${withSuggestion((error as Error).message, entry, argv)}\nSee ${PROGRAM} ${entry ? `${nameOf(entry)} ` : ''}--help`, undefined, ExitCode.USAGE);
    return ExitCode.USAGE;
  }
}

function asksForJson(argv: readonly string[]): boolean {
  return argv.some((argument, i) => ['-ojson', '-o=json', '--output=json'].includes(argument) || ((argument === '-o' || argument === '--output') && argv[i + 1] === 'json'));
}

/** yargs' messages count arguments without their names, and call a command an argument. */
function withSuggestion(message: string, entry: Command | undefined, argv: readonly string[]): string {
  if (message.startsWith('Not enough non-option arguments') && entry !== undefined) {
    return `an argument is missing: ${PROGRAM} ${entry.usage}`;
  }
  const command = argv.find(argument => !argument.startsWith('-'));
  if (entry === undefined && command !== undefined && /^(Unknown (arguments?|command): [^\s-]|Did you mean )/.test(message)) {
    return `there is no command "${command}"${message.startsWith('Did') ? `. ${message}` : ''}`;
  }
  const [, unknown] = /^Unknown arguments?: ([\w-]+)/.exec(message) ?? [];
  const similar = unknown === undefined
    ? undefined
    : similarName(unknown, [...Object.keys(entry?.options ?? {}), ...Object.keys(GLOBAL_OPTIONS)]);
  return similar === undefined ? message : `${message}. Did you mean --${similar}?`;
}

function globalParser({ stdout }: Streams): Argv {
  return yargs()
    .scriptName(PROGRAM)
    .locale('en')
    .usage('$0 <command> [options]')
    .options(GLOBAL_OPTIONS)
    .alias('h', 'help')
    .completion('completion', 'Print a completion script for bash or zsh')
    .demandCommand(1, 'Name a command.')
    .strict()
    .recommendCommands()
    .wrap(Math.min(79, stdout.columns || 79))
    .exitProcess(false)
    .fail((message, error) => { throw error ?? new UsageError(message); });
}

function withCommand(parser: Argv, entry: Command, handler: (args: GlobalArguments) => Promise<void>): Argv {
  return parser.command(entry.usage, entry.summary, (builder) => {
    Object.entries(entry.positionals).forEach(([name, options]) => builder.positional(name, options));
    builder.epilogue(examplesText(PROGRAM, entry.examples));
    const limit = typeof entry.limit === 'number' ? durationOption(entry.limit) : entry.limit ?? 'none';
    const timeout = { ...GLOBAL_OPTIONS.timeout, describe: `Time limit, such as 90s or 10m [default: ${limit}]` };
    const own = Object.keys(entry.options);
    // groups are printed in this order
    const grouped = own.length === 0 ? builder : builder.options(entry.options).group(own, 'Options:');
    return grouped.option('timeout', timeout).group(['help', 'version', ...Object.keys(GLOBAL_OPTIONS)], 'Options of every command:');
  }, handler as never);
}

async function run(
  entry: Command,
  args: GlobalArguments,
  surroundings: Surroundings,
  argv: readonly string[],
): Promise<ExitCode> {
  const { output: format } = args as { readonly output: OutputFormat | readonly OutputFormat[] };
  const output = new Output(typeof format === 'string' ? format : 'table', surroundings, args.color);
  const { failure = ExitCode.FAILED } = entry;
  try {
    requireStrict(entry, args as never, argv);
    requirePlace(args);
    requireDurations(entry, args as never);
    entry.check?.(args as never);
    return await entry.run(await contextOf(entry, args, output, surroundings), args as never) ?? ExitCode.OK;
  } catch (error) {
    if (error instanceof OperationError) {
      const code = error.code === ExitCode.FAILED ? failure : error.code;
      output.fail([error.message, ...remedyOf(error, entry)].join('\n'), error.state, code);
      return code;
    }
    output.fail(`Internal error. Please report it: ${error instanceof Error ? error.stack : String(error)}`, undefined, failure);
    return failure;
  }
}

/** What of the command line helps against an error. */
function remedyOf(error: OperationError, entry: Command): string[] {
  if (error instanceof RefusedError && error.forces.length > 0) {
    return [`To override this: ${error.forces.map(force => `--force ${force}`).join(' ')}`];
  }
  return error.code === ExitCode.DENIED && !isRequestError(error, 401)
    ? [`"${PROGRAM} rbac ${nameOf(entry)}" prints the Role that this command needs`]
    : [];
}

/** What Kubernetes accepts as the name of a namespace, and of an object with pods of its name. */
const NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** @throws UsageError for names that nothing can have: "not found" would send people searching */
function requirePlace({ namespace, clusterName }: GlobalArguments): void {
  for (const [option, name] of [['namespace', namespace], ['cluster-name', clusterName]] as const) {
    if (name !== undefined && !NAME.test(name)) {
      throw new UsageError(`--${option} is "${name}": use lower-case letters, digits and "-"`);
    }
  }
}

/** @throws UsageError for durations that are none, before any request */
function requireDurations({ options }: Command, args: Readonly<Record<string, unknown>>): void {
  for (const name of ['timeout', ...DURATIONS.filter(option => option in options)]) {
    const value = args[name];
    if (typeof value === 'string') {
      durationMs(name, value);
    }
  }
}

async function contextOf(
  entry: Command,
  args: GlobalArguments,
  output: Output,
  surroundings: Surroundings,
): Promise<CommandContext> {
  const { signal, stdin, stderr } = surroundings;
  let shown: ShownProgress | undefined;
  const answerTo = async (question: string): Promise<string> => {
    const terminal = createInterface({ input: stdin, output: stderr });
    try {
      return (await terminal.question(`${question} `, { signal })).trim();
    } catch {
      // Ctrl-C and Ctrl-D come here, not as signals of the process
      output.note('');
      throw new CancelledError('no answer', { state: 'nothing was changed' });
    } finally {
      terminal.close();
    }
  };
  const connect = async (): Promise<KubernetesConnection> =>
    KubernetesConnection.open({ kubeconfig: args.kubeconfig, context: args.context });
  const namespace = args.namespace
    ?? (args.profile === undefined && entry.rights.length > 0 ? await contextNamespace(connect) : undefined);
  const given = { ...args, namespace };
  const { namespace: place, name } = entry.onCluster
    ? await existingCluster((await connect()).within(signal), given)
    : placeOf(given);
  return {
    output,
    signal,
    cluster: { namespace: place, name },
    given: {
      ...(namespace !== undefined && { namespace }),
      ...(args.clusterName !== undefined && { name: args.clusterName }),
    },
    named: {
      ...(args.namespace !== undefined && { namespace: args.namespace }),
      ...(args.clusterName !== undefined && { name: args.clusterName }),
    },
    read: file => readInput(file, stdin),
    connect,
    operate: async (action) => {
      const progress = await output.progress();
      shown = progress;
      const stopping = (): void => { progress.warn(`${messageOf(signal.reason)}: stopping at the next safe point. Press Ctrl-C again to leave at once`); };
      signal.addEventListener('abort', stopping);
      try {
        const result = await action({ signal, progress, ...args.timeout !== undefined && { timeoutMs: durationMs('timeout', args.timeout) } });
        progress.end(true);
        return result;
      } catch (error) {
        progress.end(false);
        throw error;
      } finally {
        shown = undefined;
        signal.removeEventListener('abort', stopping);
      }
    },
    ask: async (question, flag) => {
      if (!stdin.isTTY) {
        throw new UsageError(`${nameOf(entry)} asks "${question}", and there is no terminal to answer in. Use ${flag}`);
      }
      return shown === undefined ? answerTo(question) : shown.suspended(() => answerTo(question));
    },
  };
}

/**
 * The namespace of the kubeconfig's context; undefined where there is no kubeconfig, which some commands do without.
 */
async function contextNamespace(connect: () => Promise<KubernetesConnection>): Promise<string | undefined> {
  try {
    return (await connect()).namespace;
  } catch {
    return undefined;
  }
}
