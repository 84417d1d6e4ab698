import type { LiveCluster } from './live-cluster';
import { brokerPods } from '../broker/brokers';
import { BROKER_CONTAINER, type ClusterRef } from '../core/cluster-ref';
import type { KubernetesConnection } from '../kubernetes/connection';
import type { Kubernetes } from '../kubernetes/library';

const STARTED = 'rabbitmq-k8s/started';

/** The annotation of a StatefulSet with new volumes whose brokers have never started. */
export const NOT_STARTED: Readonly<Record<string, string>> = { [STARTED]: 'false' };

/** Whether no broker of the cluster has ever started, so that its image can be replaced by any other. */
export async function neverStarted(kubernetes: KubernetesConnection, { cluster, statefulSet }: Pick<LiveCluster, 'cluster' | 'statefulSet'>): Promise<boolean> {
  return statefulSet.metadata?.annotations?.[STARTED] === 'false' && !(await brokerPods(kubernetes, cluster)).some(hasStarted);
}

/** Records that a broker has started. */
export async function recordStart(kubernetes: KubernetesConnection, cluster: ClusterRef): Promise<void> {
  await kubernetes.objects.patch({ apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { ...cluster, annotations: { [STARTED]: null } } });
}

/** Whether the StatefulSet still says that no broker has started, although one has. */
export function isStartUnrecorded({ metadata }: Kubernetes.V1StatefulSet, pods: readonly Kubernetes.V1Pod[]): boolean {
  return metadata?.annotations?.[STARTED] === 'false' && pods.some(hasStarted);
}

/** Whether the broker's container of a pod runs, or ran. */
export function hasStarted({ status }: Kubernetes.V1Pod): boolean {
  const container = status?.containerStatuses?.find(({ name }) => name === BROKER_CONTAINER);
  return container !== undefined
    && [container.state, container.lastState].some(state => (state?.running ?? state?.terminated) !== undefined);
}
