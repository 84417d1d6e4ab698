import { brokerOf, brokerPods } from '../broker/brokers';
import { BROKER_CONTAINER, type ClusterRef } from '../core/cluster-ref';
import { awaitRollout } from '../deploy/rollout';
import type { Kubernetes } from '../kubernetes/library';
import { until } from '../kubernetes/wait';
import type { Operation } from '../operation/operation';
import { evict } from '../pods/evict';
import { requestRestart } from '../restart/restarter';
import { awaitWhole } from './whole';

/** Something that goes wrong, by plain operations of Kubernetes. */
export interface RehearsalFault {
  readonly name: string;
  /** What is done to the cluster, for the question before it. */
  readonly does: string;
  /** Whether it takes all brokers at once, so that it happens only if it is named. */
  readonly isOutage?: boolean;
  readonly happen: (operation: Operation, cluster: ClusterRef) => Promise<void>;
}

const INTERVAL_MS = 500;

export const REHEARSAL_FAULTS: readonly RehearsalFault[] = [
  {
    name: 'crash',
    does: 'ends the Erlang VM of the broker with the highest number, as a crash does',
    happen: crash,
  },
  {
    name: 'delete-pod',
    does: 'deletes the pod of each broker without grace, one after the other',
    happen: async (operation, cluster) =>
      eachInTurn(operation, cluster, async name => deletePod(operation, cluster, name)),
  },
  {
    name: 'evict',
    does: 'evicts the pod of each broker, one after the other, as a drain of its node does',
    happen: async (operation, cluster) =>
      eachInTurn(operation, cluster, async name => evictPod(operation, cluster, name)),
  },
  {
    name: 'restart',
    does: 'restarts all brokers, one at a time',
    happen: restart,
  },
  {
    name: 'all-pods',
    does: 'deletes the pods of all brokers at once without grace: an outage',
    isOutage: true,
    happen: deleteAll,
  },
];

async function podNames({ kubernetes }: Operation, cluster: ClusterRef): Promise<string[]> {
  return (await brokerPods(kubernetes, cluster)).map(({ metadata }) => metadata?.name ?? '');
}

/** Lets something happen to each pod, and waits until the cluster has recovered after each. */
async function eachInTurn(
  operation: Operation,
  cluster: ClusterRef,
  happen: (name: string) => Promise<void>,
): Promise<void> {
  for (const name of await podNames(operation, cluster)) {
    await happen(name);
    await awaitWhole(operation, cluster);
  }
}

async function restart(operation: Operation, cluster: ClusterRef): Promise<void> {
  await requestRestart(operation.kubernetes, cluster);
  await awaitRollout(operation, cluster);
}

async function deleteAll(operation: Operation, cluster: ClusterRef): Promise<void> {
  const names = await podNames(operation, cluster);
  await Promise.all(names.map(async name => deletePod(operation, cluster, name)));
}

async function crash({ kubernetes, signal }: Operation, cluster: ClusterRef): Promise<void> {
  const lastPod = async (): Promise<Kubernetes.V1Pod> => (await brokerPods(kubernetes, cluster)).slice(-1)[0];
  const restarts = ({ status }: Kubernetes.V1Pod): number =>
    status?.containerStatuses?.find(({ name }) => name === BROKER_CONTAINER)?.restartCount ?? 0;
  const pod = await lastPod();
  // the VM that answers is the one that ends
  await brokerOf(kubernetes, pod).exec(['rabbitmqctl', 'eval', 'erlang:halt(abort).']).catch(() => undefined);
  await until(lastPod, now => restarts(now) > restarts(pod), { signal, intervalMs: INTERVAL_MS });
}

async function deletePod({ kubernetes, signal }: Operation, { namespace }: ClusterRef, name: string): Promise<void> {
  const { metadata } = await kubernetes.core.readNamespacedPod({ namespace, name });
  await kubernetes.core.deleteNamespacedPod({ namespace, name, gracePeriodSeconds: 0 });
  await awaitAnother({ kubernetes, signal }, namespace, name, metadata?.uid);
}

async function evictPod({ kubernetes, signal }: Operation, { namespace }: ClusterRef, name: string): Promise<void> {
  const pod = await kubernetes.core.readNamespacedPod({ namespace, name });
  await until(async () => evict({ kubernetes }, pod), isEvicted => isEvicted, { signal, intervalMs: INTERVAL_MS });
  await awaitAnother({ kubernetes, signal }, namespace, name, pod.metadata?.uid);
}

/** Waits until the StatefulSet has replaced a pod. */
async function awaitAnother({ kubernetes, signal }: Pick<Operation, 'kubernetes' | 'signal'>, namespace: string, name: string, uid?: string): Promise<void> {
  await until(async () => (await kubernetes.core.listNamespacedPod({ namespace, fieldSelector: `metadata.name=${name}` })).items.at(0)?.metadata?.uid,
    now => now !== undefined && now !== uid, { signal, intervalMs: INTERVAL_MS });
}
