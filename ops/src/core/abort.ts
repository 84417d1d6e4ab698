import { setMaxListeners } from 'node:events';
import { CancelledError, messageOf } from './errors';

/** The longest that a timer takes, some 25 days: one for longer fires at once. */
export const MAX_TIMER_MS = 2 ** 31 - 1;

/**
 * A controller that also aborts with any of `signals`, and after `timeoutMs`, then with the reason that `timedOut`
 * gives. AbortSignal.any() of an AbortSignal.timeout() would say the same, but on Node 20 the garbage collector takes
 * the latter, and nothing aborts any more.
 */
export function bounded(signals: readonly AbortSignal[], timeoutMs?: number, timedOut?: () => Error): AbortController {
  const controller = new AbortController();
  // an operation has as many requests under way as it likes
  setMaxListeners(0, controller.signal, ...signals);
  let timer: NodeJS.Timeout | undefined;
  const abortAfter = (ms: number): void => {
    timer = setTimeout(() => {
      if (ms > MAX_TIMER_MS) {
        abortAfter(ms - MAX_TIMER_MS);
      } else {
        controller.abort(timedOut?.());
      }
    }, Math.min(ms, MAX_TIMER_MS));
  };
  if (timeoutMs !== undefined) {
    abortAfter(timeoutMs);
  }
  const abort = (): void => { controller.abort(signals.find(signal => signal.aborted)?.reason); };
  signals.forEach((signal) => { signal.addEventListener('abort', abort); });
  controller.signal.addEventListener('abort', () => {
    clearTimeout(timer);
    signals.forEach((signal) => { signal.removeEventListener('abort', abort); });
  });
  if (signals.some(signal => signal.aborted)) {
    abort();
  }
  return controller;
}

/** What `work` gives, or an error with the signal's reason as soon as that aborts; `work` itself goes on then. */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  let abort: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => { reject(cancelledBy(signal)); };
    signal?.addEventListener('abort', abort);
    if (signal?.aborted) {
      abort();
    }
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal?.removeEventListener('abort', abort ?? (() => undefined));
  }
}

/**
 * An error of its own with the reason of the abort: the Kubernetes library writes into the messages of those that
 * it passes on.
 */
export function cancelledBy(signal: AbortSignal | undefined): CancelledError {
  return new CancelledError(messageOf(signal?.reason));
}
