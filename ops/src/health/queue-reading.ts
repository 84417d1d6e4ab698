import type { View } from './views';
import { Broker } from '../broker/broker';
import { isOwnQueue } from '../broker/own-queues';
import type { QueueInfo } from '../broker/queues';
import type { ClusterRef } from '../core/cluster-ref';
import type { KubernetesConnection } from '../kubernetes/connection';
import type { BrokerAccess } from '../management/access';
import { ManagementApi, type VisibleQueues } from '../management/management-api';

/** The queues of a cluster, as far as they can be read. */
export interface ReadQueues extends Pick<VisibleQueues, 'messages'> {
  readonly queues: readonly QueueInfo[];
  /** Number of queues in virtual hosts that the user of the management API may not access. */
  readonly hidden: number;
  /** Hidden queues that lose their majority when one more broker stops. */
  readonly atMinimum: readonly string[];
  /** Hidden queues without a leader. */
  readonly leaderless: readonly string[];
}

/**
 * Reads queues from the broker of a view. The monitoring user sees queues of virtual hosts with a permission of it
 * only: the broker's tools see all, where this user may run them. Otherwise RabbitMQ's own checks cover the others.
 */
export async function readQueues(
  kubernetes: KubernetesConnection,
  { namespace }: ClusterRef,
  { pod, management }: View,
  { mayExec }: BrokerAccess,
): Promise<ReadQueues> {
  const byTools = async (): Promise<ReadQueues> => ({
    queues: await new Broker(kubernetes, namespace, pod).queues(),
    hidden: 0,
    atMinimum: [],
    leaderless: [],
  });
  if (management === undefined) {
    return byTools();
  }
  const read = await ManagementApi.read(kubernetes, { namespace, pod }, management, async (
    api,
  ): Promise<ReadQueues> => {
    const { queues, total = queues.length, messages } = await api.queues();
    const hidden = Math.max(0, total - queues.length);
    return hidden === 0 || mayExec
      ? { queues, hidden, messages, atMinimum: [], leaderless: [] }
      : {
          queues,
          hidden,
          messages,
          atMinimum: (await api.quorumCritical()).filter(isOfUser),
          leaderless: (await api.leaderless() ?? []).filter(isOfUser),
        };
  });
  return read.hidden > 0 && mayExec ? byTools() : read;
}

function isOfUser(title: string): boolean {
  return !isOwnQueue({ name: title });
}
