import type { Kubernetes, KubernetesLibrary } from './library';
import { bounded } from '../abort';
import { CancelledError, messageOf, RequestError, UnreachableError } from '../errors';

/** How long the API server may take to answer one request. */
const REQUEST_TIMEOUT_MS = 30_000;

const WARNING = /299 \S+ "((?:[^"\\]|\\.)*)"/g;

/**
 * The library's way to the API server, whose requests end with `signal`, or after 30 s, and whose errors are ours. Warnings of
 * the API server go to `warn`.
 */
export function httpLibrary(
  library: KubernetesLibrary,
  server: string,
  signal: AbortSignal | undefined,
  warn: (text: string) => void,
): Kubernetes.HttpLibrary {
  const inner = new library.IsomorphicFetchHttpLibrary();
  return library.wrapHttpLibrary({
    send: async (request) => {
      const limit = bounded(signal ? [signal] : [], REQUEST_TIMEOUT_MS, () =>
        new UnreachableError(`the API server ${server} didn't answer within ${REQUEST_TIMEOUT_MS / 1000} s`));
      request.setSignal(limit.signal);
      try {
        const response = await inner.send(request).toPromise();
        const body = await response.body.binary();
        if (response.httpStatusCode >= 400) {
          throw refused(response.httpStatusCode, body.toString());
        }
        for (const [, text] of (response.headers.warning ?? '').matchAll(WARNING)) {
          warn(text.replace(/\\(.)/g, '$1'));
        }
        return new library.ResponseContext(response.httpStatusCode, response.headers, {
          text: () => Promise.resolve(body.toString()),
          binary: () => Promise.resolve(body),
        });
      } catch (error) {
        throw whyFailed(error, server, signal, limit.signal);
      } finally {
        limit.abort();
      }
    },
  });
}

/** An error of its own for each request: the library writes into the messages of those that it passes on. */
function whyFailed(error: unknown, server: string, signal: AbortSignal | undefined, limit: AbortSignal): unknown {
  if (signal?.aborted) {
    return new CancelledError(messageOf(signal.reason));
  }
  if (limit.aborted) {
    return limit.reason;
  }
  return error instanceof RequestError ? error : unreachable(server, error);
}

function refused(status: number, body: string): RequestError {
  let answer: { message?: string; reason?: string } = {};
  try {
    answer = JSON.parse(body) as typeof answer;
  } catch {
    // a proxy on the way may answer with anything
  }
  return new RequestError(answer.message ?? `the API server answered with ${status}: ${body.slice(0, 200)}`, status, answer.reason ?? String(status));
}

function unreachable(server: string, error: unknown): UnreachableError {
  return new UnreachableError(`the API server ${server} can't be reached: ${messageOf(error).replace(/^request to \S+ failed, reason: /, '')}`, { cause: error });
}
