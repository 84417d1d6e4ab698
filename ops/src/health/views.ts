import type { ClusterStatus } from '../broker/broker';
import { brokerOf } from '../broker/brokers';
import { podOf } from '../broker/nodes';
import { BROKER_CONTAINER } from '../core/cluster-ref';
import { messageOf } from '../core/errors';
import type { KubernetesConnection } from '../kubernetes/connection';
import type { Kubernetes } from '../kubernetes/library';
import { isRunning } from '../kubernetes/pods';
import type { BrokerAccess, ManagementAccess } from '../management/access';
import { ManagementApi } from '../management/management-api';

/** What one broker says of its cluster. */
export interface View {
  readonly pod: string;
  readonly status?: ClusterStatus;
  /** Why it did not answer. */
  readonly error?: string;
  /** The management API that it was read through; undefined for the command line tools. */
  readonly management?: ManagementAccess;
}

/** The views of all brokers whose containers run. */
export async function viewsOf(
  kubernetes: KubernetesConnection,
  pods: readonly Kubernetes.V1Pod[],
  access: BrokerAccess,
): Promise<View[]> {
  return Promise.all(
    pods.filter(pod => isRunning(pod, BROKER_CONTAINER)).map(async pod => viewOf(kubernetes, pod, access)),
  );
}

/** A broker whose management API doesn't answer may boot: its tools say more, where this user may run them. */
async function viewOf(
  kubernetes: KubernetesConnection,
  { metadata }: Kubernetes.V1Pod,
  { management, mayExec }: BrokerAccess,
): Promise<View> {
  const { namespace = '', name: pod = '' } = metadata ?? {};
  let error: string | undefined;
  if (management !== undefined) {
    try {
      return {
        pod,
        status: await ManagementApi.read(kubernetes, { namespace, pod }, management, async api => api.clusterStatus()),
        management,
      };
    } catch (thrown) {
      error = messageOf(thrown);
    }
  }
  if (management !== undefined && !mayExec) {
    return { pod, error };
  }
  try {
    return { pod, status: await brokerOf(kubernetes, { metadata }).clusterStatus() };
  } catch (thrown) {
    return { pod, error: messageOf(thrown) };
  }
}

/** How brokers were read, for people and programs. */
export interface ReadBy {
  /** `management` for the management API, `exec` for command line tools in the pods. */
  readonly way: 'management' | 'exec';
  /** The user of the management API. */
  readonly user?: string;
  /** Why it was not the management API. */
  readonly reason?: string;
  /** What this user of the management API doesn't see. */
  readonly hidden: readonly string[];
}

/** How a view was read. */
export function readByOf(view: View | undefined, { reason }: BrokerAccess, hidden: readonly string[] = []): ReadBy {
  return view?.management === undefined ? { way: 'exec', ...reason !== undefined && { reason }, hidden: [] } : { way: 'management', user: view.management.username, hidden };
}

/** A line for people; undefined if there is nothing to say. */
export function readByText({ way, user = '', reason, hidden }: ReadBy): string | undefined {
  if (way === 'exec') {
    return reason === undefined ? undefined : `Read by commands in the pods (pods/exec): ${reason}`;
  }
  return hidden.length === 0 ? undefined : `Not visible to user ${user} of the management API: ${hidden.join(', ')}`;
}

/**
 * The view with the most running brokers, which is the cluster if there is more than one. Of equal views, the first.
 */
export function largestView(views: readonly View[]): View | undefined {
  return views
    .filter(({ status }) => status !== undefined)
    .sort((a, b) => (b.status?.running.length ?? 0) - (a.status?.running.length ?? 0))[0];
}

/**
 * Whether a broker is in another cluster than the others. It may still be a member for them, and even one that runs:
 * RabbitMQ keeps the membership of a broker that lost its data, and Erlang connects to it. So only the members that the
 * broker itself knows count.
 */
export function isApart({ pod, status: own }: View, status: ClusterStatus): boolean {
  const others = status.running.filter(node => podOf(node) !== pod);
  return own !== undefined && others.length > 0 && !own.members.some(node => others.includes(node));
}
