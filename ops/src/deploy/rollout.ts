import { brokerPods } from '../broker/brokers';
import type { ClusterRef } from '../core/cluster-ref';
import { IncompleteError, leaving } from '../core/errors';
import { podReasons, type PodReason } from '../pods/pod-reason';
import { isReady } from '../kubernetes/pods';
import { until } from '../kubernetes/wait';
import type { Operation } from '../operation/operation';

interface Rollout {
  readonly done: boolean;
  readonly ready: number;
  readonly wanted: number;
  readonly reasons: readonly PodReason[];
}

/** Waits until all pods are of the newest revision, and Ready; tells how each stands. */
export async function awaitRollout(operation: Operation, cluster: ClusterRef): Promise<void> {
  const { progress, signal } = operation;
  let seen: Rollout | undefined;
  await leaving(() => stateOf(seen), async () => {
    await until(async () => {
      seen = await look(operation, cluster);
      progress.live(seen.reasons.map(line));
      return seen;
    }, ({ done }) => done, { signal, intervalMs: 1_000 });
  });
}

async function look({ kubernetes }: Operation, cluster: ClusterRef): Promise<Rollout> {
  const { metadata, spec, status } = await kubernetes.apps.readNamespacedStatefulSet(cluster);
  const pods = await brokerPods(kubernetes, cluster);
  const wanted = spec?.replicas ?? 0;
  const ready = pods.filter(isReady).length;
  const isCurrent = status?.observedGeneration === metadata?.generation
    && (status?.updateRevision === status?.currentRevision || status?.updatedReplicas === wanted);
  const missing = wanted > 0 && pods.length === 0 ? await notCreated(kubernetes, cluster) : [];
  const reasons = [...missing, ...await podReasons(kubernetes, cluster.namespace, pods)];
  return { done: isCurrent && ready === wanted && pods.length === wanted, ready, wanted, reasons };
}

/** Why the StatefulSet makes no pods: a quota, Pod Security. */
async function notCreated({ core }: Operation['kubernetes'], { namespace, name }: ClusterRef): Promise<PodReason[]> {
  const { items } = await core.listNamespacedEvent({ namespace, fieldSelector: `involvedObject.kind=StatefulSet,involvedObject.name=${name},reason=FailedCreate` });
  const message = items.at(-1)?.message;
  return message === undefined ? [] : [{ pod: `${name}-0`, ready: false, passing: false, ...refusedPod(message) }];
}

/** Why the API server takes no more pods. */
export function refusedPod(message: string): Pick<PodReason, 'sentence' | 'evidence' | 'remedy'> {
  if (message.includes('exceeded quota')) {
    return { sentence: 'It can\'t be created: a quota of the namespace doesn\'t allow it', evidence: message, remedy: 'raise the quota, or ask for less' };
  }
  if (message.includes('violates PodSecurity')) {
    return { sentence: 'It can\'t be created: the namespace\'s Pod Security level forbids it', evidence: message, remedy: 'the pods keep to "restricted": see what was patched' };
  }
  return { sentence: 'It can\'t be created', evidence: message, remedy: undefined };
}

function line({ pod, sentence, evidence, ready }: PodReason): string {
  return `${pod}: ${sentence}${!ready && evidence ? ` (${evidence})` : ''}`;
}

function stateOf(seen: Rollout | undefined): string {
  if (seen === undefined) {
    return 'all objects are applied; how the pods stand isn\'t known';
  }
  const down = seen.reasons.filter(({ ready }) => !ready);
  const how = down.length > 0 ? down.map(line).join('; ') : 'not all of them are made of the newest template yet';
  return `all objects are applied, and ${seen.ready} of ${seen.wanted} brokers are Ready; ${how}. Kubernetes goes on with it; deploy again to wait for it and verify`;
}

/** @throws IncompleteError if the brokers don't all run as one cluster */
export function requireAllMembers(expected: number, members: readonly string[], running: readonly string[]): void {
  if (members.length < expected || running.length < expected) {
    throw new IncompleteError(`the brokers haven't all joined: ${members.length} members and ${running.length} running of ${expected}: ${running.join(', ')}`);
  }
}
