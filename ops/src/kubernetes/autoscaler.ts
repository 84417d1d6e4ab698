import type { KubernetesConnection } from './connection';
import type { Kubernetes } from './library';
import type { ClusterRef } from '../core/cluster-ref';

/** The HorizontalPodAutoscaler that targets a cluster's StatefulSet, under any name; undefined without one. */
export async function autoscalerOf(
  { autoscaling }: KubernetesConnection,
  { namespace, name }: ClusterRef,
): Promise<Kubernetes.V2HorizontalPodAutoscaler | undefined> {
  const { items } = await autoscaling.listNamespacedHorizontalPodAutoscaler({ namespace });
  return items.find(({ spec }) => spec?.scaleTargetRef.kind === 'StatefulSet' && spec.scaleTargetRef.name === name);
}
