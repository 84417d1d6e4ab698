import type { ArgumentsCamelCase, InferredOptionTypes, Options, PositionalOptions } from 'yargs';
import type { ClusterRef } from '../cluster-ref';
import type { ExitCode } from '../errors';
import type { KubernetesConnection } from '../kubernetes/connection';
import type { OperationOptions } from '../operation';
import type { Output } from '../output/output';

/** A right that a command needs, as a rule of a Role has it. */
export interface Right {
  /** @default - the core group */
  readonly apiGroup?: string;
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  /**
   * Whether it is about things that are in no namespace, and takes a ClusterRole.
   * @default false
   */
  readonly clusterWide?: boolean;
  /**
   * Whether the command does without, and says what it then couldn't see.
   * @default false
   */
  readonly optional?: boolean;
}

/** What a command is run with. */
export interface CommandContext {
  readonly output: Output;
  /** The cluster that `--namespace` and `--cluster-name` name. */
  readonly cluster: ClusterRef;
  readonly signal: AbortSignal;
  /** The Kubernetes cluster that `--kubeconfig` and `--context` name. */
  connect(): Promise<KubernetesConnection>;
  /** Runs an operation of the API, with the options it takes: signal, time limit, and progress on the screen. */
  readonly operate: <T>(action: (options: OperationOptions) => Promise<T>) => Promise<T>;
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
  run(context: CommandContext, args: never): Promise<ExitCode | undefined>;
}

type Positionals = Readonly<Record<string, PositionalOptions>>;
type NoOptions = Readonly<Record<string, never>>;

interface Definition<O extends CommandOptions, P extends Positionals> extends Omit<Command, 'options' | 'positionals' | 'run'> {
  readonly positionals?: P;
  readonly options?: O;
  run(context: CommandContext, args: ArgumentsCamelCase<InferredOptionTypes<O> & InferredOptionTypes<P>>): Promise<ExitCode | undefined>;
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
