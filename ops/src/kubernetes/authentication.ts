import type { Kubernetes } from './library';
import { unlessAborted } from '../abort';
import { messageOf, OperationError } from '../errors';

/** As whom the kubeconfig says. A program that it names for that is waited for until `signal` aborts. */
export function authentication(config: Kubernetes.KubeConfig, signal: AbortSignal | undefined): Kubernetes.SecurityAuthentication {
  return {
    getName: () => config.getName(),
    applySecurityAuthentication: async (request) => {
      try {
        await unlessAborted(config.applySecurityAuthentication(request), signal);
      } catch (error) {
        throw error instanceof OperationError ? error : new OperationError(`the kubeconfig's user "${config.getCurrentUser()?.name ?? ''}" can't be used: ${messageOf(error).trim()}`, { cause: error });
      }
    },
  };
}
