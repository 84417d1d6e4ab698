import type { Kubernetes } from './library';

/** Whether the pod has the condition Ready, and is not being deleted. */
export function isReady(pod: Kubernetes.V1Pod): boolean {
  return !pod.metadata?.deletionTimestamp && (pod.status?.conditions ?? []).some(({ type, status }) => type === 'Ready' && status === 'True');
}

/** Whether a container of the pod runs, Ready or not. */
export function isRunning(pod: Kubernetes.V1Pod, container: string): boolean {
  return (pod.status?.containerStatuses ?? []).some(
    ({ name, state }) => name === container && state?.running !== undefined,
  );
}

/** The number at the end of the name of a StatefulSet's pod. */
export function ordinalOf(pod: Kubernetes.V1Pod): number {
  return Number(/-(\d+)$/.exec(pod.metadata?.name ?? '')?.[1] ?? -1);
}
