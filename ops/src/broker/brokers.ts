import { Broker } from './broker';
import { commandLine, BROKER_CONTAINER, brokerSelector, type ClusterRef, titleOf } from '../core/cluster-ref';
import { NotFoundError } from '../core/errors';
import type { KubernetesConnection } from '../kubernetes/connection';
import type { Kubernetes } from '../kubernetes/library';
import { isReady, isRunning, ordinalOf } from '../kubernetes/pods';
import type { PodPort } from '../kubernetes/port-forward';

/** The pods of a cluster's brokers, by their numbers. */
export async function brokerPods(connection: KubernetesConnection, cluster: ClusterRef): Promise<Kubernetes.V1Pod[]> {
  const { items } = await connection.core.listNamespacedPod({
    namespace: cluster.namespace,
    labelSelector: brokerSelector(cluster),
  });
  return items.sort((a, b) => ordinalOf(a) - ordinalOf(b));
}

/** The same; none is an error. */
export async function anyPods(connection: KubernetesConnection, cluster: ClusterRef): Promise<Kubernetes.V1Pod[]> {
  const pods = await brokerPods(connection, cluster);
  if (pods.length === 0) {
    throw new NotFoundError(`there is no cluster ${titleOf(cluster)}, or it has no pods: "rabbitmq-k8s list -A" shows those of all namespaces`);
  }
  return pods;
}

/** A port of a broker that is Ready. */
export async function readyPodOf(
  connection: KubernetesConnection,
  cluster: ClusterRef,
  port: number,
): Promise<PodPort> {
  const pod = (await anyPods(connection, cluster)).find(isReady);
  if (pod === undefined) {
    throw new NotFoundError(`no broker of ${titleOf(cluster)} is Ready: ${commandLine('doctor', cluster)} says why`);
  }
  return { namespace: cluster.namespace, pod: pod.metadata?.name ?? '', port };
}

/** The broker of a pod. */
export function brokerOf(connection: KubernetesConnection, pod: Kubernetes.V1Pod): Broker {
  return new Broker(connection, pod.metadata?.namespace ?? '', pod.metadata?.name ?? '');
}

/**
 * A broker that can be asked: a Ready one where there is one, otherwise one whose container runs; undefined
 * where none does.
 */
export function firstReachableBroker(
  connection: KubernetesConnection,
  pods: readonly Kubernetes.V1Pod[],
): Broker | undefined {
  const pod = pods.find(isReady) ?? pods.find(candidate => isRunning(candidate, BROKER_CONTAINER));
  return pod && brokerOf(connection, pod);
}

/** @throws NotFoundError if no broker runs */
export async function anyBroker(connection: KubernetesConnection, cluster: ClusterRef): Promise<Broker> {
  const broker = firstReachableBroker(connection, await anyPods(connection, cluster));
  if (broker === undefined) {
    throw new NotFoundError(`no broker of ${titleOf(cluster)} runs: ${commandLine('doctor', cluster)} says why`);
  }
  return broker;
}
