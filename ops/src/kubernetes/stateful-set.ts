import type { KubernetesConnection } from './connection';
import type { Kubernetes } from './library';
import { type ClusterRef, titleOf } from '../core/cluster-ref';
import { ifFound, NotFoundError } from '../core/errors';

/**
 * The StatefulSet of a cluster.
 *
 * @throws NotFoundError if there is no such cluster
 */
export async function statefulSetOf(
  { apps }: KubernetesConnection,
  cluster: ClusterRef,
): Promise<Kubernetes.V1StatefulSet> {
  const statefulSet = await ifFound(apps.readNamespacedStatefulSet(cluster));
  if (statefulSet === undefined) {
    throw new NotFoundError(`there is no cluster ${titleOf(cluster)}: "rabbitmq-k8s list -A" shows those of all namespaces`);
  }
  return statefulSet;
}
