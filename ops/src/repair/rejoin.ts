import type { Broker, ClusterStatus } from '../broker/broker';
import { firstReachableBroker, brokerPods } from '../broker/brokers';
import { isOf } from '../broker/nodes';
import { lackingFor } from '../broker/safety';
import { firstOf } from '../core/first-of';
import { BROKER_CONTAINER, type ClusterRef, commandLine } from '../core/cluster-ref';
import { BrokerError, ifFound, IncompleteError } from '../core/errors';
import { podState } from '../pods/pod-state';
import type { Kubernetes } from '../kubernetes/library';
import { isReady, isRunning } from '../kubernetes/pods';
import { pause, until } from '../kubernetes/wait';
import { type Operation, waitStep } from '../operation/operation';

/** A broker that isn't in its cluster has nothing to hand over. */
const GRACE_S = 5;
const QUEUES_MS = 5 * 60_000;

/** Deletes a pod and waits until it is gone, so that its StatefulSet makes another. */
export async function restartPod(
  { kubernetes, progress, signal }: Operation,
  { metadata }: Kubernetes.V1Pod,
  gracePeriodSeconds = GRACE_S,
): Promise<void> {
  const { name = '', namespace = '', uid } = metadata ?? {};
  progress.step(`${name}: deleting the pod`);
  await ifFound(kubernetes.core.deleteNamespacedPod({ name, namespace, gracePeriodSeconds }));
  await until(
    () => ifFound(kubernetes.core.readNamespacedPod({ name, namespace })),
    pod => pod?.metadata?.uid !== uid,
    { signal },
  );
}

/**
 * Waits until a broker is Ready and the others count it among those that run.
 *
 * @throws IncompleteError if that isn't so within the time
 */
export async function rejoined(
  operation: Operation,
  cluster: ClusterRef,
  name: string,
  brokerTimeoutMs: number,
): Promise<void> {
  const { kubernetes, progress, signal } = operation;
  const begun = performance.now();
  waitStep(operation, `${name} to be a running member`, brokerTimeoutMs);
  await until(async () => {
    const pods = await brokerPods(kubernetes, cluster);
    const pod = pods.find(({ metadata }) => metadata?.name === name);
    const state = pod && podState(pod);
    progress.live([`${name}  ${state?.state ?? 'not there yet'}${state?.reason === undefined ? '' : `: ${state.reason}`}`]);
    if (performance.now() - begun > brokerTimeoutMs) {
      throw new IncompleteError(`${name} isn't back within ${Math.round(brokerTimeoutMs / 1000)} s: ${state?.state ?? 'not there'}; ${commandLine('doctor', cluster)} says why`);
    }
    const others = firstReachableBroker(kubernetes, pods.filter(candidate => candidate !== pod && isReady(candidate)));
    return pod !== undefined
      && isReady(pod)
      && (others === undefined || (await statusOf(others))?.running.some(node => isOf(name, node)) === true);
  }, isBack => isBack, { signal, intervalMs: 1_000 });
}

/** None where the broker doesn't answer just now. */
async function statusOf(broker: Broker): Promise<ClusterStatus | undefined> {
  try {
    return await broker.clusterStatus();
  } catch (error) {
    if (error instanceof BrokerError) {
      return undefined;
    }
    throw error;
  }
}

/** Gives a broker that came back empty its members of queues, and waits until all members are online. */
export async function refilled(operation: Operation, cluster: ClusterRef, name: string): Promise<void> {
  const { kubernetes } = operation;
  const broker = firstReachableBroker(kubernetes, await brokerPods(kubernetes, cluster));
  const node = (broker && await statusOf(broker))?.members.find(member => isOf(name, member));
  if (broker && node !== undefined) {
    await broker.exec(['rabbitmq-queues', 'grow', node, 'all', '--errors-only'], { timeoutMs: 120_000 });
  }
  await caughtUp(operation, cluster);
}

/** Waits until all brokers and all members of queues are up; what isn't by then is said. */
export async function caughtUp(operation: Operation, cluster: ClusterRef): Promise<void> {
  const { kubernetes, progress, signal } = operation;
  waitStep(operation, 'all replicas of queues to be online', QUEUES_MS);
  const begun = performance.now();
  const lacking = await until(async () => {
    const found = await lackingFor(kubernetes, cluster);
    progress.live(found.length > 0 ? [firstOf(found)] : []);
    return found;
  }, found => found.length === 0 || performance.now() - begun > QUEUES_MS, { signal, intervalMs: 2_000 });
  if (lacking.length > 0) {
    progress.warn(`${firstOf(lacking)}: ${commandLine('health', cluster)} shows the progress`);
  }
}

/** Waits until the container of a broker runs, in any state of RabbitMQ in it. */
export async function running(
  { kubernetes, signal }: Operation,
  { namespace }: ClusterRef,
  name: string,
): Promise<Kubernetes.V1Pod> {
  for (;;) {
    const pod = await ifFound(kubernetes.core.readNamespacedPod({ name, namespace }));
    if (pod && !pod.metadata?.deletionTimestamp && isRunning(pod, BROKER_CONTAINER)) {
      return pod;
    }
    await pause(1_000, signal);
  }
}
