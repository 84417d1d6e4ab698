import { hibernatedBrokers } from '../broker/hibernation';
import { imageOf, rollUnderWay } from '../broker/image-change';
import type { ClusterRef } from '../core/cluster-ref';
import type { KubernetesConnection } from '../kubernetes/connection';
import type { Kubernetes } from '../kubernetes/library';

/** A cluster as a list shows it. */
export interface ListedCluster extends ClusterRef {
  readonly ready: number;
  /** The desired number of brokers. */
  readonly desired: number;
  readonly image: string;
  readonly createdAt?: string;
  /** `running`, `stopped`, `hibernated`, `starting`, `upgrade incomplete` or `rollback incomplete`. */
  readonly state: string;
}

/** The clusters of a namespace, or of all. */
export async function clusterList({ apps }: KubernetesConnection, namespace?: string): Promise<ListedCluster[]> {
  const selector = { labelSelector: 'app=rabbitmq,cluster' };
  const { items } = namespace === undefined
    ? await apps.listStatefulSetForAllNamespaces(selector)
    : await apps.listNamespacedStatefulSet({ namespace, ...selector });
  return items.map(listed).sort((a, b) => `${a.namespace}/${a.name}`.localeCompare(`${b.namespace}/${b.name}`));
}

function listed(statefulSet: Kubernetes.V1StatefulSet): ListedCluster {
  const { metadata, spec, status } = statefulSet;
  const [ready, desired] = [status?.readyReplicas ?? 0, spec?.replicas ?? 1];
  const roll = rollUnderWay(statefulSet);
  return {
    namespace: metadata?.namespace ?? '',
    name: metadata?.name ?? '',
    ready,
    desired,
    image: imageOf(statefulSet),
    createdAt: metadata?.creationTimestamp && new Date(metadata.creationTimestamp).toISOString(),
    state: roll !== undefined
      ? `${roll} incomplete`
      : desired === 0 ? hibernatedBrokers(statefulSet) === undefined ? 'stopped' : 'hibernated' : ready >= desired ? 'running' : 'starting',
  };
}
