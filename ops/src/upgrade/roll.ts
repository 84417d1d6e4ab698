import { endRoll, formerOf, imageOf, setPartition } from '../broker/image-change';
import { firstReachableBroker, brokerPods } from '../broker/brokers';
import { isOf } from '../broker/nodes';
import { lackingFor } from '../broker/safety';
import { firstOf } from '../core/first-of';
import { BROKER_CONTAINER, type ClusterRef } from '../core/cluster-ref';
import { IncompleteError } from '../core/errors';
import { podState } from '../pods/pod-state';
import type { Kubernetes } from '../kubernetes/library';
import { isReady, ordinalOf } from '../kubernetes/pods';
import { until } from '../kubernetes/wait';
import { type Operation, waitStep } from '../operation/operation';

/** How a roll goes. */
export interface RollOptions {
  /** How long one broker may take until it is up again, in milliseconds. */
  readonly brokerTimeoutMs: number;
  /** What to do where it stops: the end of "…; how to go on". */
  readonly remedy: string;
}

/** States that a pod doesn't leave without a change, once it has been in one for a while. */
const STUCK = new Set(['ImagePullBackOff', 'ErrImagePull', 'InvalidImageName', 'ErrImageNeverPull', 'CrashLoopBackOff', 'CreateContainerConfigError', 'CreateContainerError', 'RunContainerError', 'Restarted']);
const STUCK_MS = 15_000;

/**
 * Has pods follow the template one by one, the highest number first. Each step waits until the others are up and all
 * members of queues are online; one that doesn't come back ends it.
 *
 * @throws IncompleteError where a broker doesn't come back
 */
export async function roll(operation: Operation, cluster: ClusterRef, options: RollOptions): Promise<void> {
  const { kubernetes, progress, signal } = operation;
  const statefulSet = await kubernetes.apps.readNamespacedStatefulSet(cluster);
  const image = imageOf(statefulSet);
  const pods = (await brokerPods(kubernetes, cluster)).reverse();
  let done = 0;
  for (const pod of pods) {
    const name = pod.metadata?.name ?? '';
    if (runs(pod, image) && isReady(pod)) {
      done++;
      await setPartition(kubernetes, cluster, ordinalOf(pod));
      continue;
    }
    waitStep(operation, `queues before ${name} stops (${done} of ${pods.length} brokers done)`);
    await until(async () => {
      const lacking = await lackingFor(kubernetes, cluster, [name]);
      progress.live(lacking.length > 0 ? [firstOf(lacking)] : []);
      return lacking;
    }, lacking => lacking.length === 0, { signal, intervalMs: 2_000 });
    waitStep(operation, `${name} to return with ${image} (${done} of ${pods.length} brokers done)`, options.brokerTimeoutMs);
    await setPartition(kubernetes, cluster, ordinalOf(pod));
    await returned(operation, cluster, { name, image, done, of: pods.length }, options);
    done++;
  }
  waitStep(operation, 'all replicas of queues to be online');
  await until(
    async () => lackingFor(kubernetes, cluster),
    lacking => lacking.length === 0,
    { signal, intervalMs: 2_000 },
  );
  await endRoll(kubernetes, cluster, formerOf(statefulSet)?.image === image);
}

interface Replaced {
  readonly name: string;
  readonly image: string;
  readonly done: number;
  readonly of: number;
}

/** Waits until a replaced pod is Ready and a running member. */
async function returned(
  operation: Operation,
  cluster: ClusterRef,
  { name, image, done, of }: Replaced,
  { brokerTimeoutMs, remedy }: RollOptions,
): Promise<void> {
  const { kubernetes, progress, signal } = operation;
  const begun = performance.now();
  let stuckSince: number | undefined;
  await until(async () => {
    const pods = await brokerPods(kubernetes, cluster);
    const pod = pods.find(({ metadata }) => metadata?.name === name);
    const state = pod ? podState(pod) : { state: 'gone, comes again', ready: false, reason: undefined };
    progress.live([`${name}  ${state.state}${state.reason === undefined ? '' : `: ${state.reason}`}`]);
    stuckSince = pod && runs(pod, image) && STUCK.has(state.state) ? stuckSince ?? performance.now() : undefined;
    const waited = performance.now() - begun;
    if ((stuckSince !== undefined && performance.now() - stuckSince > STUCK_MS) || waited > brokerTimeoutMs) {
      throw new IncompleteError(`${name} doesn't come back with ${image}: ${state.state}${state.reason === undefined ? '' : `, ${state.reason}`}`, {
        state: `${done} of ${of} brokers run ${image}, ${name} doesn't, the others run on as before and serve clients; no other is touched. ${remedy}`,
      });
    }
    if (!pod || !runs(pod, image) || !isReady(pod)) {
      return false;
    }
    const broker = firstReachableBroker(kubernetes, pods);
    return broker !== undefined && (await broker.clusterStatus()).running.some(node => isOf(name, node));
  }, isBack => isBack, { signal, intervalMs: 1_000 });
}

function runs({ spec, metadata }: Kubernetes.V1Pod, image: string): boolean {
  return !metadata?.deletionTimestamp
    && spec?.containers.find(({ name }) => name === BROKER_CONTAINER)?.image === image;
}
