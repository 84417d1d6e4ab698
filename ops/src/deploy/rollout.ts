import { hasStarted, isStartUnrecorded, recordStart } from './first-start';
import { brokerPods } from '../broker/brokers';
import { BROKER_CONTAINER, type ClusterRef } from '../core/cluster-ref';
import { ifFound, IncompleteError, isRequestError, leaving } from '../core/errors';
import { podReasons, type PodReason } from '../pods/pod-reason';
import type { Kubernetes } from '../kubernetes/library';
import { isReady } from '../kubernetes/pods';
import { until } from '../kubernetes/wait';
import type { Operation } from '../operation/operation';

/** How long a deploy waits for pods that can't start without help, in milliseconds. */
const HOPELESS_MS = 90_000;

interface Rollout {
  readonly done: boolean;
  readonly ready: number;
  readonly wanted: number;
  readonly reasons: readonly PodReason[];
}

/**
 * Waits until all pods are Ready and of the newest revision. Replaces pods of an older one that can't start: Kubernetes doesn't.
 *
 * @throws IncompleteError if pods can't start without help
 */
export async function awaitRollout(operation: Operation, cluster: ClusterRef): Promise<void> {
  const { progress, signal } = operation;
  let seen: Rollout | undefined;
  let hopelessSince: number | undefined;
  await leaving(() => stateOf(seen), async () => {
    await until(async () => {
      seen = await look(operation, cluster);
      progress.live(seen.reasons.map(line));
      hopelessSince = seen.reasons.some(isHopeless) ? hopelessSince ?? performance.now() : undefined;
      if (hopelessSince !== undefined && performance.now() - hopelessSince > HOPELESS_MS) {
        const [{ pod, sentence, remedy }] = seen.reasons.filter(isHopeless);
        throw new IncompleteError(`${pod} can't start: ${sentence}${remedy === undefined ? '' : `. ${remedy}`}`);
      }
      return seen;
    }, ({ done }) => done, { signal, intervalMs: 1_000 });
  });
}

function isHopeless({ ready, needsChange }: PodReason): boolean {
  return !ready && needsChange === true;
}

async function look({ kubernetes }: Operation, cluster: ClusterRef): Promise<Rollout> {
  const statefulSet = await kubernetes.apps.readNamespacedStatefulSet(cluster);
  const { metadata, spec, status } = statefulSet;
  const pods = await brokerPods(kubernetes, cluster);
  if (isStartUnrecorded(statefulSet, pods)) {
    await recordStart(kubernetes, cluster);
  }
  if (status?.observedGeneration === metadata?.generation) {
    await replaceStuck(kubernetes, pods, statefulSet);
  }
  const wanted = spec?.replicas ?? 0;
  const ready = pods.filter(isReady).length;
  const isCurrent = status?.observedGeneration === metadata?.generation
    && (status?.updateRevision === status?.currentRevision || status?.updatedReplicas === wanted);
  const missing = wanted > 0 && pods.length === 0 ? await notCreated(kubernetes, cluster) : [];
  const reasons = [...missing, ...await podReasons(kubernetes, cluster.namespace, pods)];
  return { done: isCurrent && ready === wanted && pods.length === wanted, ready, wanted, reasons };
}

const REVISION = 'controller-revision-hash';

/** Deletes pods of an older template whose broker doesn't run and won't: the StatefulSet waits for them before it replaces any. */
async function replaceStuck({ core }: Operation['kubernetes'], pods: readonly Kubernetes.V1Pod[], { spec, status }: Kubernetes.V1StatefulSet): Promise<void> {
  const partition = spec?.updateStrategy?.rollingUpdate?.partition ?? 0;
  const stuck = pods.filter(pod => partition === 0
    && status?.updateRevision !== undefined
    && pod.metadata?.labels?.[REVISION] !== undefined
    && pod.metadata.labels[REVISION] !== status.updateRevision
    && pod.metadata.deletionTimestamp === undefined
    && isStuck(pod));
  for (const { metadata } of stuck) {
    const { name = '', namespace = '', uid } = metadata ?? {};
    await ifFound(core.deleteNamespacedPod({ name, namespace, body: { preconditions: { uid } } })).catch((error: unknown) => {
      // without the right to delete pods, the deploy ends with what keeps the pod from starting
      if (!isRequestError(error, 403)) {
        throw error;
      }
    });
  }
}

/** Whether the broker has never started, or Kubernetes has given up starting it for a while. */
function isStuck(pod: Kubernetes.V1Pod): boolean {
  const waiting = pod.status?.containerStatuses?.find(({ name }) => name === BROKER_CONTAINER)?.state?.waiting?.reason ?? '';
  return !isReady(pod) && (!hasStarted(pod) || waiting === 'CrashLoopBackOff');
}

/** Why the StatefulSet makes no pods: a quota, Pod Security. */
async function notCreated({ core }: Operation['kubernetes'], { namespace, name }: ClusterRef): Promise<PodReason[]> {
  const { items } = await core.listNamespacedEvent({ namespace, fieldSelector: `involvedObject.kind=StatefulSet,involvedObject.name=${name},reason=FailedCreate` });
  const message = items.at(-1)?.message;
  return message === undefined ? [] : [{ pod: `${name}-0`, ready: false, passing: false, ...refusedPod(message) }];
}

/** Why the API server takes no more pods. */
export function refusedPod(message: string): Pick<PodReason, 'sentence' | 'evidence' | 'remedy' | 'needsChange'> {
  if (message.includes('exceeded quota')) {
    return { sentence: 'It can\'t be created: a quota of the namespace doesn\'t allow it', evidence: message, remedy: 'Raise the quota, or lower --replicas or the resources', needsChange: true };
  }
  if (message.includes('violates PodSecurity')) {
    return { sentence: 'It can\'t be created: the namespace\'s Pod Security level forbids it', evidence: message, remedy: 'The pods comply with "restricted": look at what a patch or a webhook changed', needsChange: true };
  }
  if (/LimitRange|(minimum|maximum) (cpu|memory|storage).* usage per/i.test(message)) {
    return { sentence: 'It can\'t be created: a LimitRange of the namespace doesn\'t allow its resources', evidence: message, remedy: 'Change the LimitRange ("kubectl describe limitrange"), or the cluster\'s resources', needsChange: true };
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
  const how = down.length > 0 ? down.map(line).join('; ') : 'some of them still have the previous template';
  return `all objects are applied, and ${seen.ready} of ${seen.wanted} brokers are Ready; ${how}. Kubernetes goes on with it; deploy again to wait for it and verify`;
}

/** @throws IncompleteError if the brokers don't all run as one cluster */
export function requireAllMembers(expected: number, members: readonly string[], running: readonly string[]): void {
  if (members.length < expected || running.length < expected) {
    throw new IncompleteError(`the brokers haven't all joined: ${members.length} members and ${running.length} running of ${expected}: ${running.join(', ')}`);
  }
}
