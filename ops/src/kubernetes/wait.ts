import { setTimeout as sleep } from 'node:timers/promises';
import { MAX_TIMER_MS } from '../core/abort';

/** Options for `until()`. */
export interface UntilOptions {
  readonly signal: AbortSignal;
  /** @default 500 */
  readonly intervalMs?: number;
}

/**
 * Asks again and again until `done` holds for the answer, and returns it. An error of the probe ends it, as
 * does the signal.
 */
export async function until<T>(
  probe: () => Promise<T>,
  done: (state: T) => boolean,
  options: UntilOptions,
): Promise<T> {
  for (;;) {
    options.signal.throwIfAborted();
    const state = await probe();
    if (done(state)) {
      return state;
    }
    await pause(options.intervalMs ?? 500, options.signal);
  }
}

/** Waits; rejects with the signal's reason when it aborts. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  for (let left = ms; left > 0; left -= MAX_TIMER_MS) {
    await sleep(Math.min(left, MAX_TIMER_MS), undefined, { signal }).catch(() => { signal?.throwIfAborted(); });
  }
}
