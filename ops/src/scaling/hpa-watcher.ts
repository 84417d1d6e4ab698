import { type AutoscalerView, viewAutoscaler } from './autoscaler-view';
import { type HPAEvent, hpaEvents } from './hpa-events';
import { bounded } from '../abort';
import type { ClusterRef } from '../cluster-ref';
import { UnreachableError } from '../errors';
import { type ConnectOptions, KubernetesConnection } from '../kubernetes/connection';
import { pause } from '../kubernetes/wait';

/** How to watch an autoscaler. */
export interface HPAWatchOptions {
  /**
   * Ends the watch, without an error.
   * @default - it goes on until its consumer stops
   */
  readonly signal?: AbortSignal;
  /**
   * How often to look, in milliseconds.
   * @default 2000
   */
  readonly intervalMs?: number;
}

/** Tells what an autoscaler of brokers does and why, and what comes of it. */
export class HPAWatcher {
  /** By a kubeconfig, or the service account of the pod that this runs in. */
  public static async connect(cluster: ClusterRef, options: ConnectOptions = {}): Promise<HPAWatcher> {
    return new HPAWatcher(await KubernetesConnection.open(options), cluster);
  }

  public constructor(private readonly connection: KubernetesConnection, private readonly cluster: ClusterRef) {}

  /**
   * What happens, as it happens: first how things stand, then decisions, refusals, limits, trouble, and brokers that come and go. While the
   * API server doesn't answer it waits.
   *
   * @throws NotFoundError if there is no such cluster, or nothing scales it
   */
  public async* watch(options: HPAWatchOptions = {}): AsyncGenerator<HPAEvent> {
    const controller = bounded(options.signal ? [options.signal] : []);
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
    } finally {
      controller.abort();
    }
  }

  /** Undefined where the watch ends meanwhile, or the API server doesn't answer. */
  private async look(kubernetes: KubernetesConnection, signal: AbortSignal): Promise<AutoscalerView | undefined> {
    try {
      return await viewAutoscaler(kubernetes, this.cluster);
    } catch (error) {
      if (signal.aborted || error instanceof UnreachableError) {
        return undefined;
      }
      throw error;
    }
  }
}
