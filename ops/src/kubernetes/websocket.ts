import { messageOf, OperationError, RequestError, UnreachableError } from '../core/errors';

/** What is used of a connection for exec or port-forward; the types of the library that it is of aren't installed. */
export interface WebSocketConnection {
  on(event: 'close' | 'error', listener: () => void): void;
  close(): void;
}

const REFUSED = /^Unexpected server response: (\d+)$/;

/**
 * Why a connection for exec or port-forward wasn't had. The API server's words are lost on this way, so its status
 * has to do.
 */
export function upgradeError(error: unknown, server: string, title: string): OperationError {
  const message = (error as { message?: string }).message ?? messageOf(error);
  const status = Number(REFUSED.exec(message)?.[1]);
  if (status === 401 || status === 403) {
    return new RequestError(`${title}: the API server denies it: the right to create pods/exec or pods/portforward is missing`, status, 'Forbidden');
  }
  if (status) {
    return new RequestError(`${title}: the API server answered with ${status}`, status, status === 404 ? 'NotFound' : String(status));
  }
  return new UnreachableError(`${title}: the API server ${server} can't be reached: ${message}`, { cause: (error as { error?: unknown }).error ?? error });
}
