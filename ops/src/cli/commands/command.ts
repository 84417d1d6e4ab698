import type { ArgumentsCamelCase, InferredOptionTypes, Options, PositionalOptions } from 'yargs';
import type { ClusterRef } from '../../core/cluster-ref';
import type { ExitCode } from '../../core/errors';
import type { KubernetesConnection } from '../../kubernetes/connection';
import type { Right } from '../../kubernetes/rights';
import type { OperationOptions } from '../../operation/operation';
import type { Output } from '../output/output';

/** What a command is run with. */
export interface CommandContext {
  readonly output: Output;
  /** The cluster that `--namespace` and `--cluster-name` name. */
  readonly cluster: ClusterRef;
  /** What of these two was given on the command line, for commands that have other defaults. */
  readonly given: Partial<ClusterRef>;
  /** What `--namespace` and `--cluster-name` name, without the context's namespace. */
  readonly named: Partial<ClusterRef>;
  readonly signal: AbortSignal;
  /** The Kubernetes cluster that `--kubeconfig` and `--context` name. */
  connect(): Promise<KubernetesConnection>;
  /** Runs an operation of the API, with the options it takes: signal, time limit, and progress on the screen. */
  readonly operate: <T>(action: (options: OperationOptions) => Promise<T>) => Promise<T>;
  /** What is in a file that the command line names, or in the standard input. */
  readonly read: (file: string) => Promise<string>;
  /** Asks a question in a terminal; throws elsewhere, naming the flag that answers it. */
  ask(question: string, flag: string): Promise<string>;
}

/** Options that a command adds to those of all. */
export type CommandOptions = Readonly<Record<string, Options>>;

/** A command as the table of commands has it. */
export interface Command {
  /** The name and its arguments: `scale <replicas>`. */
  readonly usage: string;
  readonly summary: string;
  /** Command lines, without the program's name, and what each does. */
  readonly examples: readonly (readonly [string, string])[];
  readonly positionals: Positionals;
  readonly options: CommandOptions;
  /** The least rights that it needs: see docs/cli.md. */
  readonly rights: readonly Right[];
  /**
   * Whether it works on one existing cluster: without `--cluster-name`, on the only one of the namespace.
   * @default false
   */
  readonly onCluster?: boolean;
  /**
   * How long it may take unless `--timeout` says otherwise: milliseconds, or words.
   * @default - it makes no requests
   */
  readonly limit?: number | string;
  /**
   * How it ends where it fails for a reason that has no code of its own.
   * @default ExitCode.FAILED
   */
  readonly failure?: ExitCode;
  /** Throws a UsageError for arguments that can't be, before any request. */
  check?(args: never): void;
  run(context: CommandContext, args: never): Promise<ExitCode | undefined>;
}

type Positionals = Readonly<Record<string, PositionalOptions>>;
type NoOptions = Readonly<Record<string, never>>;

interface Definition<O extends CommandOptions, P extends Positionals> extends Omit<Command, 'options' | 'positionals' | 'run' | 'check'> {
  readonly positionals?: P;
  readonly options?: O;
  check?(args: ArgumentsCamelCase<InferredOptionTypes<O> & InferredOptionTypes<P>>): void;
  run(
    context: CommandContext,
    args: ArgumentsCamelCase<InferredOptionTypes<O> & InferredOptionTypes<P>>,
  ): Promise<ExitCode | undefined>;
}

/** A command whose arguments have the types that its options say. */
export function command<const O extends CommandOptions = NoOptions, const P extends Positionals = NoOptions>(
  definition: Definition<O, P>,
): Command {
  return { positionals: {}, options: {}, ...definition };
}

/** The command's name alone. */
export function nameOf({ usage }: Pick<Command, 'usage'>): string {
  return usage.split(' ')[0];
}
