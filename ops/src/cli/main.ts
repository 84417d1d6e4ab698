import { createInterface } from 'node:readline/promises';
import yargs, { type Argv } from 'yargs';
import { COMMANDS } from './commands';
import { type Command, type CommandContext, nameOf } from './commands/command';
import { durationMs, GLOBAL_OPTIONS } from './commands/global-options';
import { readInput, STANDARD_INPUT } from './commands/read-input';
import { placeOf } from '../inventory/config';
import { CancelledError, ExitCode, messageOf, OperationError, UsageError } from '../core/errors';
import { KubernetesConnection } from '../kubernetes/connection';
import type { ShownProgress } from './output/progress';
import { Output, type OutputFormat, type Streams } from './output/output';

/** The program's name, as help and messages have it. */
export const PROGRAM = 'rabbitmq-k8s';

interface GlobalArguments {
  readonly namespace?: string;
  readonly clusterName?: string;
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
export async function main(argv: readonly string[], surroundings: Surroundings, commands: readonly Command[] = COMMANDS): Promise<ExitCode> {
  let code = ExitCode.OK;
  const parser = commands.reduce((parsed, entry) => withCommand(parsed, entry, async (args) => {
    code = await run(entry, args, surroundings);
  }), globalParser(surroundings));
  try {
    await parser.parseAsync(argv.map(argument => (argument === '-' ? STANDARD_INPUT : argument)));
    return code;
  } catch (error) {
    new Output('table', surroundings).fail(`${(error as Error).message}\nSee ${PROGRAM} --help, or --help of the command.`);
    return ExitCode.USAGE;
  }
}

function globalParser({ stdout }: Streams): Argv {
  return yargs()
    .scriptName(PROGRAM)
    .locale('en')
    .usage('$0 <command>\n\nDeploys, watches over, changes and repairs RabbitMQ clusters on Kubernetes.')
    .options(GLOBAL_OPTIONS)
    .completion('completion', 'A script that completes commands and options in bash or zsh')
    .example(`source <(${PROGRAM} completion)`, 'completes in this shell')
    .epilogue('Exit codes: 0 done, 1 failed, 2 critical and 3 unknown (health, doctor), 10 wrong usage, 11 refused, 12 busy, 13 unreachable, 14 denied, 15 not found, 16 timed out, 17 stopped half-way, 130 interrupted.')
    .demandCommand(1, 'Say what to do.')
    .strict()
    .recommendCommands()
    .wrap(Math.min(120, stdout.columns || 100))
    .exitProcess(false)
    .fail((message, error) => { throw error ?? new UsageError(message); });
}

function withCommand(parser: Argv, entry: Command, handler: (args: GlobalArguments) => Promise<void>): Argv {
  return parser.command(entry.usage, entry.summary, (builder) => {
    Object.entries(entry.positionals).forEach(([name, options]) => builder.positional(name, options));
    entry.examples.forEach(([line, what]) => builder.example(`$0 ${line}`, what));
    return builder.options(entry.options);
  }, handler as never);
}

async function run(entry: Command, args: GlobalArguments, surroundings: Surroundings): Promise<ExitCode> {
  const output = new Output(args.output, surroundings, args.color);
  const { failure = ExitCode.FAILED } = entry;
  try {
    return await entry.run(contextOf(entry, args, output, surroundings), args as never) ?? ExitCode.OK;
  } catch (error) {
    if (error instanceof OperationError) {
      output.fail(error.message, error.state);
      return error.code === ExitCode.FAILED ? failure : error.code;
    }
    output.fail(`this is a fault of ${PROGRAM}: ${error instanceof Error ? error.stack : String(error)}`);
    return failure;
  }
}

function contextOf(entry: Command, args: GlobalArguments, output: Output, surroundings: Surroundings): CommandContext {
  const { signal, stdin, stderr } = surroundings;
  let shown: ShownProgress | undefined;
  const answerTo = async (question: string): Promise<string> => {
    const terminal = createInterface({ input: stdin, output: stderr });
    try {
      return (await terminal.question(`${question} `, { signal })).trim();
    } catch {
      // Ctrl-C and Ctrl-D come here, not as signals of the process
      output.note('');
      throw new CancelledError('nothing was answered', { state: 'nothing was changed' });
    } finally {
      terminal.close();
    }
  };
  return {
    output,
    signal,
    cluster: placeOf(args),
    given: { ...args.namespace !== undefined && { namespace: args.namespace }, ...args.clusterName !== undefined && { name: args.clusterName } },
    read: file => readInput(file, stdin),
    connect: () => KubernetesConnection.open({ kubeconfig: args.kubeconfig, context: args.context }),
    operate: async (action) => {
      const progress = await output.progress();
      shown = progress;
      const stopping = (): void => { progress.warn(`${messageOf(signal.reason)}: stopping at the next safe point; Ctrl-C once more leaves at once`); };
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
        throw new UsageError(`${nameOf(entry)} asks "${question}" and there is no terminal to answer in: use ${flag}`);
      }
      return shown === undefined ? answerTo(question) : shown.suspended(() => answerTo(question));
    },
  };
}
