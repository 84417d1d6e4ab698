import { hasStarted, isStartUnrecorded, recordStart } from './first-start';
import { brokerPods } from '../broker/brokers';
import { BROKER_CONTAINER, type ClusterRef } from '../core/cluster-ref';
import { ifFound, IncompleteError, isRequestError } from '../core/errors';
import { withFailureState } from '../core/failure-state';
import { podReasons, type PodReason } from '../pods/pod-reason';
import { StuckPods } from '../pods/stuck-pods';
import type { Kubernetes } from '../kubernetes/library';
import { isReady } from '../kubernetes/pods';
import { until } from '../kubernetes/wait';
import type { Operation } from '../operation/operation';

/** How much older than the wait an event may be to count, in milliseconds: clocks differ, and a cause may be fixed. */
const EARLIER_MS = 30_000;

interface Rollout {
  readonly done: boolean;
  readonly ready: number;
  readonly wanted: number;
  readonly reasons: readonly PodReason[];
}

/**
 * Waits until all pods are Ready and of the newest revision. Replaces pods of an older one that can't
 * start: Kubernetes doesn't.
 *
 * @throws IncompleteError if pods can't start without help
 */
export async function awaitRollout(operation: Operation, cluster: ClusterRef): Promise<void> {
  const { progress, signal } = operation;
  let seen: Rollout | undefined;
  const stuck = new StuckPods();
  const since = Date.now() - EARLIER_MS;
  await withFailureState(() => stateOf(seen), async () => {
    await until(async () => {
      seen = await look(operation, cluster, since);
      progress.live(seen.reasons.map(line));
      stuck.check(seen.reasons);
      return seen;
    }, ({ done }) => done, { signal, intervalMs: 1_000 });
  });
}

async function look({ kubernetes }: Operation, cluster: ClusterRef, since: number): Promise<Rollout> {
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
  const missing = pods.length < wanted ? await notCreated(kubernetes, cluster, pods.length, since) : [];
  const reasons = [...missing, ...await podReasons(kubernetes, cluster.namespace, pods)];
  return { done: isCurrent && ready === wanted && pods.length === wanted, ready, wanted, reasons };
}

const REVISION = 'controller-revision-hash';

/**
 * Deletes pods of an older template whose broker doesn't run and won't: the StatefulSet waits for them before
 * it replaces any.
 */
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
    await ifFound(
      core.deleteNamespacedPod({ name, namespace, body: { preconditions: { uid } } }),
    ).catch((error: unknown) => {
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
async function notCreated({ core }: Operation['kubernetes'], { namespace, name }: ClusterRef, ordinal: number, since: number): Promise<PodReason[]> {
  const { items } = await core.listNamespacedEvent({ namespace, fieldSelector: `involvedObject.kind=StatefulSet,involvedObject.name=${name},reason=FailedCreate` });
  const message = items
    .filter(
      ({ lastTimestamp, metadata }) => new Date(lastTimestamp ?? metadata.creationTimestamp ?? 0).getTime() >= since,
    )
    .at(-1)?.message;
  return message === undefined ? [] : [{ pod: `${name}-${ordinal}`, ready: false, passing: false, ...refusedPod(message, namespace) }];
}

/** Why the API server takes no more pods. */
export function refusedPod(message: string, namespace: string): Pick<PodReason, 'sentence' | 'evidence' | 'remedy' | 'needsChange'> {
  if (message.includes('exceeded quota')) {
    return { sentence: 'It can\'t be created: a quota of the namespace doesn\'t allow it', evidence: message, remedy: 'Raise the quota, or lower --replicas or the resources', needsChange: true };
  }
  if (message.includes('violates PodSecurity')) {
    return { sentence: 'It can\'t be created: the namespace\'s Pod Security level forbids it', evidence: message, remedy: 'The pods comply with "restricted": check what a patch or a webhook changed', needsChange: true };
  }
  if (/LimitRange|(minimum|maximum) (cpu|memory|storage).* usage per/i.test(message)) {
    return { sentence: 'It can\'t be created: a LimitRange of the namespace doesn\'t allow its resources', evidence: message, remedy: `Change the LimitRange ("kubectl -n ${namespace} describe limitrange"), or the cluster's resources`, needsChange: true };
  }
  return { sentence: 'It can\'t be created', evidence: message, remedy: undefined, needsChange: /forbidden|denied the request|not found/.test(message) };
}

function line({ pod, sentence, evidence, ready }: PodReason): string {
  return `${pod}: ${sentence}${!ready && evidence ? ` (${evidence})` : ''}`;
}

function stateOf(seen: Rollout | undefined): string {
  if (seen === undefined) {
    return 'all objects are applied; how the pods stand isn\'t known';
  }
  const down = seen.reasons.filter(({ ready }) => !ready);
  const how = down.length > 0 ? down.map(line).join('; ') : seen.ready < seen.wanted ? 'the others are not created yet' : 'some of them still have the previous template';
  return `all objects are applied, and ${seen.ready} of ${seen.wanted} brokers are Ready; ${how}. Kubernetes goes on with it; deploy again to wait for it and verify`;
}

/** @throws IncompleteError if the brokers don't all run as one cluster */
export function requireAllMembers(expected: number, members: readonly string[], running: readonly string[]): void {
  if (members.length < expected || running.length < expected) {
    throw new IncompleteError(`the brokers haven't all joined: ${members.length} members and ${running.length} running of ${expected}: ${running.join(', ')}`);
  }
}
