import { isRequestError } from '../core/errors';
import type { Kubernetes } from '../kubernetes/library';
import type { Operation } from '../operation/operation';

/** Whether the pod goes; the disruption budget may not let it yet. */
export async function evict({ kubernetes }: Pick<Operation, 'kubernetes'>, { metadata }: Kubernetes.V1Pod): Promise<boolean> {
  const { name = '', namespace = '' } = metadata ?? {};
  try {
    await kubernetes.core.createNamespacedPodEviction({ name, namespace, body: { metadata: { name, namespace } } });
    return true;
  } catch (error) {
    if (isRequestError(error, 429)) {
      return false;
    }
    if (isRequestError(error, 404)) {
      return true;
    }
    throw error;
  }
}
