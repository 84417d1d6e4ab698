import { placeOf, type ProfileName } from '../inventory/config';
import type { ClusterRef } from '../core/cluster-ref';
import { isDenied, UsageError } from '../core/errors';
import type { KubernetesConnection } from '../kubernetes/connection';

/** What of a cluster's place was given on the command line. */
export interface GivenPlace {
  readonly profile?: ProfileName;
  readonly namespace?: string;
  readonly clusterName?: string;
}

/** The clusters of a namespace, or of all. */
export async function clustersIn({ apps }: KubernetesConnection, namespace?: string): Promise<ClusterRef[]> {
  const selector = { labelSelector: 'app=rabbitmq,cluster' };
  const { items } = namespace === undefined
    ? await apps.listStatefulSetForAllNamespaces(selector)
    : await apps.listNamespacedStatefulSet({ namespace, ...selector });
  return items.map(({ metadata }) => ({ namespace: metadata?.namespace ?? '', name: metadata?.name ?? '' }));
}

/**
 * The cluster that a command works on: without a name, the only one in the namespace; the default one where
 * there is none.
 *
 * @throws UsageError if there are several
 */
export async function existingCluster(connection: KubernetesConnection, given: GivenPlace): Promise<ClusterRef> {
  const place = placeOf(given);
  const found = given.clusterName === undefined
    ? await clustersIn(connection, place.namespace).catch(unlessDenied)
    : [];
  if (found.length > 1 && !found.some(({ name }) => name === place.name)) {
    throw new UsageError(`namespace ${place.namespace} has ${found.length} clusters: ${found.map(({ name }) => name).join(', ')}. Choose one with --cluster-name`);
  }
  return found.length === 1 ? found[0] : place;
}

/** Who may not list clusters names them. */
function unlessDenied(error: unknown): ClusterRef[] {
  if (isDenied(error)) {
    return [];
  }
  throw error;
}
