import { leavesByItself } from './plan';
import { isMembershipPaused, setMembershipPaused } from '../broker/membership-pause';
import { anyBroker } from '../broker/brokers';
import { type ClusterRef, commandLine, titleOf } from '../core/cluster-ref';
import { RefusedError } from '../core/errors';
import { autoscalerOf } from '../kubernetes/autoscaler';
import type { KubernetesConnection } from '../kubernetes/connection';
import { statefulSetOf } from '../kubernetes/stateful-set';
import { operate, type Operation, type OperationOptions } from '../operation/operation';

export const MEMBERSHIP_TIMEOUT_MS = 60_000;

/** How members, replicas and leaders of a cluster change. */
export interface MembershipState extends ClusterRef {
  /** `manual`: the brokers have no program that changes them. */
  readonly state: 'automatic' | 'paused' | 'manual';
  /** What still happens during a pause. */
  readonly warnings: readonly string[];
}

/** Pauses and resumes what brokers change automatically: members, replicas of queues, and leaders. */
export class MembershipManager {
  public constructor(private readonly connection: KubernetesConnection) {}

  /** How members, replicas and leaders change now. */
  public async state(cluster: ClusterRef, options: OperationOptions = {}): Promise<MembershipState> {
    return this.operate(options, async operation => stateOf(operation, cluster));
  }

  /**
   * Pauses changes until `resume()`. A broker still leaves the cluster if it is scaled in.
   *
   * @throws RefusedError if the brokers change nothing automatically, or have a program without a pause
   */
  public async pause(cluster: ClusterRef, options: OperationOptions = {}): Promise<MembershipState> {
    return this.operate(options, async (operation) => {
      if (!leavesByItself(await statefulSetOf(operation.kubernetes, cluster))) {
        throw new RefusedError(`brokers of ${titleOf(cluster)} change no members automatically (membership.leaveOnScaleIn is off, or another tool created them)`);
      }
      await requirePause(operation, cluster);
      await setMembershipPaused(operation.kubernetes, cluster, true);
      return stateOf(operation, cluster);
    });
  }

  /** Ends a pause. */
  public async resume(cluster: ClusterRef, options: OperationOptions = {}): Promise<MembershipState> {
    return this.operate(options, async (operation) => {
      await statefulSetOf(operation.kubernetes, cluster);
      await setMembershipPaused(operation.kubernetes, cluster, false);
      return stateOf(operation, cluster);
    });
  }

  private async operate<T>(options: OperationOptions, action: (operation: Operation) => Promise<T>): Promise<T> {
    return operate(this.connection, options, { name: 'membership', timeoutMs: MEMBERSHIP_TIMEOUT_MS }, action);
  }
}

const HAS_PAUSE = 'erlang:function_exported(rabbitmq_membership_kubernetes, is_paused, 1).';

/** @throws RefusedError if the brokers' program is older, and would ignore the annotation */
async function requirePause({ kubernetes }: Operation, cluster: ClusterRef): Promise<void> {
  const answer = await (await anyBroker(kubernetes, cluster)).run(['rabbitmqctl', '--silent', 'eval', HAS_PAUSE], { isRead: true });
  if (answer.trim() !== 'true') {
    throw new RefusedError(`brokers of ${titleOf(cluster)} have a program without a pause. ${commandLine('deploy', cluster)} updates it, and restarts the brokers one at a time`);
  }
}

async function stateOf({ kubernetes }: Operation, cluster: ClusterRef): Promise<MembershipState> {
  const [statefulSet, autoscaler] = await Promise.all([
    statefulSetOf(kubernetes, cluster),
    autoscalerOf(kubernetes, cluster),
  ]);
  const isPaused = isMembershipPaused(statefulSet);
  return {
    ...cluster,
    state: !leavesByItself(statefulSet) ? 'manual' : isPaused ? 'paused' : 'automatic',
    warnings: isPaused && autoscaler ? [`${autoscaler.metadata?.name} still changes the number of brokers; new ones join and get no replicas`] : [],
  };
}
