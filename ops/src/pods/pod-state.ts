import type { Kubernetes } from '../kubernetes/library';
import { isReady } from '../kubernetes/pods';

/** How a pod stands, for one line of a table. */
export interface PodState {
  /** `Ready`, `Starting`, `Pending`, `ImagePullBackOff`, `CrashLoopBackOff`, `Terminating` … */
  readonly state: string;
  /** Kubernetes' own words for why it isn't Ready, where there are any. */
  readonly reason?: string;
  readonly ready: boolean;
}

/** Reasons of waiting that are the normal course of things. */
const ON_THE_WAY: Readonly<Record<string, string>> = { PodInitializing: 'Starting', ContainerCreating: 'Starting' };

/** What a pod waits for, by its status alone. */
export function podState(pod: Kubernetes.V1Pod): PodState {
  if (pod.metadata?.deletionTimestamp) {
    return { state: 'Terminating', ready: false };
  }
  if (isReady(pod)) {
    return { state: 'Ready', ready: true };
  }
  return { ...notReady(pod), ready: false };
}

function notReady(pod: Kubernetes.V1Pod): Omit<PodState, 'ready'> {
  const scheduled = pod.status?.conditions?.find(({ type }) => type === 'PodScheduled');
  if (scheduled?.status === 'False') {
    return { state: 'Unschedulable', reason: scheduled.message };
  }
  const containers = [...pod.status?.initContainerStatuses ?? [], ...pod.status?.containerStatuses ?? []];
  for (const { name, state, lastState, restartCount } of containers) {
    if (state?.waiting?.reason !== undefined && !(state.waiting.reason in ON_THE_WAY)) {
      return { state: state.waiting.reason, reason: endOf(name, lastState?.terminated) ?? state.waiting.message };
    }
    if (state?.terminated && state.terminated.exitCode !== 0) {
      return { state: state.terminated.reason ?? 'Error', reason: endOf(name, state.terminated) };
    }
    if (restartCount > 0 && lastState?.terminated) {
      return { state: 'Restarted', reason: endOf(name, lastState.terminated) };
    }
  }
  if (containers.some(({ name, state }) => name === 'rabbitmq' && state?.running)) {
    return { state: 'Booting' };
  }
  const waiting = containers.find(({ state }) => state?.waiting !== undefined)?.state?.waiting;
  return { state: ON_THE_WAY[waiting?.reason ?? ''] ?? pod.status?.phase ?? 'Unknown', reason: waiting?.message };
}

function endOf(container: string, ended: Kubernetes.V1ContainerStateTerminated | undefined): string | undefined {
  return ended && `container ${container} ended with ${ended.exitCode}${ended.reason ? ` (${ended.reason})` : ''}`;
}
