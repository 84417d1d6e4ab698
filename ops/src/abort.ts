import { setMaxListeners } from 'node:events';

/**
 * A controller that also aborts with any of `signals`, and after `timeoutMs`, then with the reason that `timedOut` gives.
 * AbortSignal.any() of an AbortSignal.timeout() would say the same, but on Node 20 the garbage collector takes the latter, and
 * nothing aborts any more.
 */
export function bounded(signals: readonly AbortSignal[], timeoutMs?: number, timedOut?: () => Error): AbortController {
  const controller = new AbortController();
  // an operation has as many requests under way as it likes
  setMaxListeners(0, controller.signal, ...signals);
  const timer = timeoutMs === undefined ? undefined : setTimeout(() => { controller.abort(timedOut?.()); }, timeoutMs);
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
