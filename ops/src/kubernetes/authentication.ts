import type { Kubernetes } from './library';
import { unlessAborted } from '../core/abort';
import { messageOf, OperationError } from '../core/errors';

/** Credentials of the kubeconfig. */
export function authentication(
  config: Kubernetes.KubeConfig,
  signal: AbortSignal | undefined,
): Kubernetes.SecurityAuthentication {
  return {
    getName: () => config.getName(),
    applySecurityAuthentication: request => authenticated(config, config.applySecurityAuthentication(request), signal),
  };
}

/**
 * Waits for a request to be given what its user has to show, for which the kubeconfig may name a program,
 * until `signal` aborts.
 */
export async function authenticated(
  config: Kubernetes.KubeConfig,
  work: Promise<void>,
  signal: AbortSignal | undefined,
): Promise<void> {
  try {
    await unlessAborted(work, signal);
  } catch (error) {
    throw error instanceof OperationError
      ? error
      : new OperationError(`the kubeconfig's user "${config.getCurrentUser()?.name ?? ''}" can't be used: ${messageOf(error).trim()}`, { cause: error });
  }
}
