import type { Broker, ClusterStatus } from '../broker/broker';
import { brokerOf } from '../broker/brokers';
import { podOf } from '../broker/nodes';
import { BROKER_CONTAINER } from '../core/cluster-ref';
import { messageOf } from '../core/errors';
import type { KubernetesConnection } from '../kubernetes/connection';
import type { Kubernetes } from '../kubernetes/library';
import { isRunning } from '../kubernetes/pods';

/** What one broker says of its cluster. */
export interface View {
  readonly pod: string;
  readonly status?: ClusterStatus;
  /** Why it did not answer. */
  readonly error?: string;
}

/** The views of all brokers whose containers run. */
export async function viewsOf(kubernetes: KubernetesConnection, pods: readonly Kubernetes.V1Pod[]): Promise<View[]> {
  return Promise.all(pods.filter(pod => isRunning(pod, BROKER_CONTAINER)).map(async pod => viewOf(brokerOf(kubernetes, pod))));
}

async function viewOf(broker: Broker): Promise<View> {
  try {
    return { pod: broker.pod, status: await broker.clusterStatus() };
  } catch (error) {
    return { pod: broker.pod, error: messageOf(error) };
  }
}

/** The view with the most running brokers, which is the cluster if there is more than one. Of equal views, the first. */
export function largestView(views: readonly View[]): View | undefined {
  return views.filter(({ status }) => status !== undefined).sort((a, b) => (b.status?.running.length ?? 0) - (a.status?.running.length ?? 0))[0];
}

/**
 * Whether a broker is in another cluster than the others. It may still be a member for them, and even one that runs: RabbitMQ keeps
 * the membership of a broker that lost its data, and Erlang connects to it. So only the members that the broker itself knows count.
 */
export function isApart({ pod, status: own }: View, status: ClusterStatus): boolean {
  const others = status.running.filter(node => podOf(node) !== pod);
  return own !== undefined && others.length > 0 && !own.members.some(node => others.includes(node));
}
