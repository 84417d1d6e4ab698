import { type AutoscalerView, viewAutoscaler } from './autoscaler-view';
import { type HPAEvent, hpaEvents } from './hpa-events';
import { bounded } from '../core/abort';
import { type ClusterRef, titleOf } from '../core/cluster-ref';
import { RequestError, TimeoutError, UnreachableError } from '../core/errors';
import { withFailureState } from '../core/failure-state';
import { type ConnectOptions, KubernetesConnection } from '../kubernetes/connection';
import { pause } from '../kubernetes/wait';
import { operate, type OperationOptions } from '../operation/operation';

/** How to watch an autoscaler. */
export interface HPAWatchOptions {
  /**
   * Ends the watch, without an error.
   * @default - it goes on until its consumer stops
   */
  readonly signal?: AbortSignal;
  /**
   * How long to watch, in milliseconds. Then it ends without an error, as long as anything could be seen.
   * @default - until its signal or its consumer ends it
   */
  readonly timeoutMs?: number;
  /**
   * How often to look, in milliseconds.
   * @default 2000
   */
  readonly intervalMs?: number;
}

export const AUTOSCALER_TIMEOUT_MS = 60_000;
const UNCHANGED = 'nothing was changed';

/** Reports the decisions of an autoscaler of brokers, their reasons and their progress. */
export class HPAWatcher {
  /** By a kubeconfig, or the service account of the pod that this runs in. */
  public static async connect(cluster: ClusterRef, options: ConnectOptions = {}): Promise<HPAWatcher> {
    return new HPAWatcher(await KubernetesConnection.open(options), cluster);
  }

  public constructor(private readonly connection: KubernetesConnection, private readonly cluster: ClusterRef) {}

  /**
   * How things stand.
   *
   * @throws NotFoundError if there is no such cluster, or nothing scales it
   */
  public async state(options: OperationOptions = {}): Promise<HPAEvent> {
    return operate(this.connection, options, { name: 'autoscaler', timeoutMs: AUTOSCALER_TIMEOUT_MS }, async ({ kubernetes }) =>
      hpaEvents(undefined, await viewAutoscaler(kubernetes, this.cluster))[0]);
  }

  /**
   * What happens, as it happens: first how things stand, then decisions, refusals, limits, trouble, and brokers that
   * come and go. While the API server doesn't answer, or has too much to do or trouble of its own, it waits.
   *
   * @throws NotFoundError if there is no such cluster, or nothing scales it; TimeoutError if nothing could be seen
   * all the time
   */
  public async* watch(options: HPAWatchOptions = {}): AsyncGenerator<HPAEvent> {
    const { timeoutMs } = options;
    const controller = bounded(options.signal ? [options.signal] : [], timeoutMs, () =>
      new TimeoutError(`the autoscaler of ${titleOf(this.cluster)} could not be seen within ${(timeoutMs ?? 0) / 1000} s: the API server gives no answer`, { state: UNCHANGED }));
    const { signal } = controller;
    const kubernetes = this.connection.within(signal);
    let before: AutoscalerView | undefined;
    try {
      while (!signal.aborted) {
        const after = await this.look(kubernetes, signal);
        if (after) {
          yield* hpaEvents(before, after);
          before = after;
        }
        await pause(options.intervalMs ?? 2_000, signal).catch(() => undefined);
      }
      if (before === undefined && signal.reason instanceof TimeoutError) {
        throw signal.reason;
      }
    } finally {
      controller.abort();
    }
  }

  /** Undefined where the watch ends meanwhile, or the API server can't answer now. */
  private async look(kubernetes: KubernetesConnection, signal: AbortSignal): Promise<AutoscalerView | undefined> {
    try {
      return await withFailureState(UNCHANGED, () => viewAutoscaler(kubernetes, this.cluster));
    } catch (error) {
      if (signal.aborted || isPassing(error)) {
        return undefined;
      }
      throw error;
    }
  }
}

function isPassing(error: unknown): boolean {
  return error instanceof UnreachableError
    || (error instanceof RequestError && (error.status >= 500 || error.status === 429));
}
