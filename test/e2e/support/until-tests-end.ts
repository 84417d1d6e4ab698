import { e2e } from './kubernetes';
import { bounded } from '../../../ops/src/core/abort';

/** Starts a client that ends with its own signal and with the test file, which waits for it. */
export function untilTestsEnd<O extends { readonly signal?: AbortSignal }, C extends { readonly ended: Promise<void> }>(
  options: O,
  start: (options: O) => C,
): C {
  const client = start({ ...options, signal: bounded(options.signal ? [e2e.end, options.signal] : [e2e.end]).signal });
  e2e.background.add(client.ended);
  return client;
}
