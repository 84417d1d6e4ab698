import type { ClusterRef } from '../core/cluster-ref';
import type { KubernetesConnection } from '../kubernetes/connection';
import type { Kubernetes } from '../kubernetes/library';

/** The annotation by which brokers stop to change members, replicas and leaders. They read it every 3 s. */
const MEMBERSHIP = 'rabbitmq-k8s/membership';
const PAUSED = 'paused';

/** Whether the brokers of a cluster leave members, replicas and leaders as they are. */
export function isMembershipPaused({ metadata }: Kubernetes.V1StatefulSet): boolean {
  return metadata?.annotations?.[MEMBERSHIP] === PAUSED;
}

/** Pauses changes of members, replicas and leaders, or ends the pause. */
export async function setMembershipPaused(
  { objects }: KubernetesConnection,
  cluster: ClusterRef,
  isPaused: boolean,
): Promise<void> {
  await objects.patch({ apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { ...cluster, annotations: { [MEMBERSHIP]: isPaused ? PAUSED : null } } });
}
