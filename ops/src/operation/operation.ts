import { bounded } from '../core/abort';
import { CancelledError, OperationError, TimeoutError } from '../core/errors';
import { withFailureState } from '../core/failure-state';
import { KubernetesConnection } from '../kubernetes/connection';
import { Progress, SILENT } from '../core/progress';

/** What every method of the API takes. */
export interface OperationOptions {
  /**
   * Stops the operation; the error says what state things were left in.
   * @default - it runs to its end
   */
  readonly signal?: AbortSignal;
  /**
   * How long it may take, in milliseconds.
   * @default - each operation's own limit
   */
  readonly timeoutMs?: number;
  /**
   * Where to tell what is going on.
   * @default - nowhere
   */
  readonly progress?: Progress;
}

/** What an operation works with while it runs. */
export interface Operation {
  /** The connection, whose requests end with the operation. */
  readonly kubernetes: KubernetesConnection;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** How long the operation may take, in milliseconds. */
  readonly timeoutMs: number;
}

/** What an operation is called, and how long it may take unless told otherwise. */
export interface OperationLimit {
  /** As in "deploy was not done within 600 s". */
  readonly name: string;
  readonly timeoutMs: number;
}

/**
 * Runs an operation within its time limit and until its signal aborts. Errors say in `state` what was left; those that
 * don't are taken to have changed nothing, so an operation that changes things says what it left by
 * `withFailureState()`.
 */
export async function operate<T>(
  connection: KubernetesConnection,
  options: OperationOptions,
  limit: OperationLimit,
  action: (operation: Operation) => Promise<T>,
): Promise<T> {
  const timeoutMs = options.timeoutMs ?? limit.timeoutMs;
  const controller = bounded(options.signal ? [options.signal] : [], timeoutMs, () =>
    new TimeoutError(`${limit.name} was not done within ${timeoutMs / 1000} s`));
  const { signal } = controller;
  const progress = options.progress ?? SILENT;
  try {
    return await withFailureState('nothing was changed', async () => {
      try {
        return await action({
          kubernetes: connection.within(signal, (text) => {
            progress.warn(text);
          }),
          signal,
          progress,
          timeoutMs,
        });
      } catch (error) {
        throw signal.aborted ? abortedBy(signal, limit.name, error) : error;
      }
    });
  } finally {
    controller.abort();
  }
}

/** Reports what the operation waits for, and the limit of that wait: by default the operation's own. */
export function waitStep({ progress, timeoutMs }: Operation, what: string, limitMs = timeoutMs): void {
  progress.step(`Waiting for ${what} (at most ${durationText(limitMs)})`);
}

/** A duration in its largest whole unit: `90 s`, `15 min`, `2 h`. */
export function durationText(ms: number): string {
  const [size, unit] = ([[3_600_000, 'h'], [60_000, 'min']] as const).find(([length]) => ms >= length && ms % length === 0) ?? [1_000, 's'];
  return `${Math.round(ms / size)} ${unit}`;
}

/** The reason of an abort, with the state that the error caused by it names. */
export function abortedBy(signal: AbortSignal, name: string, error: unknown): OperationError {
  const { state } = error as { state?: string };
  const reason = signal.reason instanceof OperationError ? signal.reason : new CancelledError(`${name} was interrupted`);
  reason.state ??= state;
  return reason;
}
