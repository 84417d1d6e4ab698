import { brokeOff, hadNoEffect } from './retry';
import type { Kubernetes, KubernetesLibrary } from './library';
import { bounded, cancelledBy } from '../core/abort';
import { messageOf, RequestError, UnreachableError } from '../core/errors';

/** How long the API server may take to answer one request. */
const REQUEST_TIMEOUT_MS = 30_000;

const WARNING = /299 \S+ "((?:[^"\\]|\\.)*)"/g;

/**
 * What the API server passes on, to a kubelet or to a server of metrics: that something is wrong there is an answer.
 */
const PASSED_ON = /\/(log|proxy)$|\/apis\/([a-z]+\.)?metrics\.k8s\.io\//;
/** What passes, as the API server or what stands before it is about to be back. */
const PASSING: readonly number[] = [502, 503, 504];

/** The part of a connection that sends requests. */
export interface HttpConnection {
  readonly library: KubernetesLibrary;
  /** The URL of the API server. */
  readonly server: string;
  readonly signal?: AbortSignal;
  /** Receives the warnings of the API server. */
  readonly warnings: string[];
  retry<T>(attempt: () => Promise<T>, mayRepeat: (error: unknown) => boolean): Promise<T>;
}

/**
 * The library's way to the API server, whose requests end with the connection's signal, or after 30 s, and whose errors
 * are ours. What fails for the API server's sake is tried again where that does no harm. Its warnings go
 * to the connection's.
 */
export function httpLibrary(connection: HttpConnection): Kubernetes.HttpLibrary {
  const { library, signal } = connection;
  const inner = new library.IsomorphicFetchHttpLibrary();
  return library.wrapHttpLibrary({
    send: async (request) => {
      try {
        return await connection.retry(() => send(connection, inner, request), error => mayRepeat(request, error));
      } catch (error) {
        throw signal?.aborted ? cancelledBy(signal) : error;
      }
    },
  });
}

async function send(
  { library, server, signal, warnings }: HttpConnection,
  inner: Kubernetes.IsomorphicFetchHttpLibrary,
  request: Kubernetes.RequestContext,
): Promise<Kubernetes.ResponseContext> {
  const limit = bounded(signal ? [signal] : [], REQUEST_TIMEOUT_MS, () =>
    new UnreachableError(`the API server ${server} didn't answer within ${REQUEST_TIMEOUT_MS / 1000} s`, { cause: { code: 'ETIMEDOUT' } }));
  request.setSignal(limit.signal);
  try {
    const response = await inner.send(request).toPromise();
    const body = await response.body.binary();
    if (response.httpStatusCode >= 400) {
      throw refused(response.httpStatusCode, response.headers['retry-after'], body.toString());
    }
    for (const [, text] of (response.headers.warning ?? '').matchAll(WARNING)) {
      warnings.push(text.replace(/\\(.)/g, '$1'));
    }
    return new library.ResponseContext(response.httpStatusCode, response.headers, {
      text: () => Promise.resolve(body.toString()),
      binary: () => Promise.resolve(body),
    });
  } catch (error) {
    throw error instanceof RequestError
      ? error
      : limit.signal.aborted
        ? limit.signal.reason
        : unreachable(server, error);
  } finally {
    limit.abort();
  }
}

function mayRepeat(request: Kubernetes.RequestContext, error: unknown): boolean {
  const { pathname } = new URL(request.getUrl());
  if (hadNoEffect(error)) {
    // 429 of an eviction: it would leave too few Ready
    return !pathname.endsWith('/eviction') || !(error instanceof RequestError);
  }
  if (brokeOff(error)) {
    return isRead(request) || isApply(request);
  }
  if (!(error instanceof RequestError) || error.status < 500 || PASSED_ON.test(pathname)) {
    return false;
  }
  // 500 is etcd's trouble where something is read, an admission webhook's where it is written
  return error.retryAfterMs !== undefined
    || (isRead(request) && error.status === 500)
    || ((isRead(request) || isApply(request)) && PASSING.includes(error.status));
}

function isRead(request: Kubernetes.RequestContext): boolean {
  return request.getHttpMethod().toString() === 'GET';
}

/** Applied twice, it comes to the same. */
function isApply(request: Kubernetes.RequestContext): boolean {
  return request.getHeaders()['Content-Type'] === 'application/apply-patch+yaml';
}

/** The error of an answer that isn't what was asked for. */
export function refused(status: number, retryAfter: string | undefined, body: string): RequestError {
  let answer: { message?: string; reason?: string } = {};
  try {
    answer = JSON.parse(body) as typeof answer;
  } catch {
    // a proxy on the way may answer with anything
  }
  if (status === 401) {
    return new RequestError('the API server does not accept the credentials of the kubeconfig\'s user (Unauthorized): log in again, or use --context', status, answer.reason ?? String(status));
  }
  return new RequestError(answer.message ?? `the API server answered with ${status}: ${body.slice(0, 200)}`, status, answer.reason ?? String(status), retryAfterMsOf(retryAfter));
}

/** Kubernetes gives seconds, not a date. */
function retryAfterMsOf(header: string | undefined): number | undefined {
  const seconds = Number(header ?? NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
}

/** The error of an answer that wasn't had. */
export function unreachable(server: string, error: unknown): UnreachableError {
  return new UnreachableError(`the API server ${server} can't be reached: ${messageOf(error).replace(/^request to \S+ failed, reason: /, '')}`, { cause: error });
}
