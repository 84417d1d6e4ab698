import { protectBrokers } from './disruption-budget';
import { follow } from './follow';
import { BrokerEventLog } from './broker-event-log';
import { type Force, isForced, scalePlan, type ScalePlan } from './plan';
import type { ClusterRef } from '../core/cluster-ref';
import { RefusedError } from '../core/errors';
import type { KubernetesConnection } from '../kubernetes/connection';
import { withLease } from '../operation/lease';
import { operate, type OperationOptions } from '../operation/operation';

const PLAN_TIMEOUT_MS = 60_000;
/** A broker may take an hour to leave: see membership.leaveTimeout of the cluster. */
export const SCALE_TIMEOUT_MS = 2 * 3_600_000;

/** Options for `ClusterScaler.scale()`. */
export interface ScaleOptions extends OperationOptions {
  /**
   * What is done although it would be refused.
   * @default - nothing
   */
  readonly force?: readonly Force[];
  /**
   * How long to wait for somebody else's operation on the cluster, in milliseconds.
   * @default 0
   */
  readonly waitMs?: number;
  /** Is given the plan before anything is changed. */
  readonly planned?: (plan: ScalePlan) => void;
}

/** What came of it. */
export interface ScaleResult {
  readonly plan: ScalePlan;
  readonly seconds: number;
  /**
   * Members and leaders that aren't even among the brokers, and get no more so: `spreadMembers` is off, or queues come
   * and go all the time.
   */
  readonly uneven: readonly string[];
  /** What the cluster lacks at this size, and what to do about it. */
  readonly warnings: readonly string[];
}

/**
 * Changes the number of brokers of a cluster. The brokers do the work themselves; this says what comes, sets the
 * number, and follows them.
 */
export class ClusterScaler {
  public constructor(private readonly connection: KubernetesConnection) {}

  /** What would come of another number of brokers. */
  public async plan(cluster: ClusterRef, replicas: number, options: OperationOptions = {}): Promise<ScalePlan> {
    return operate(this.connection, options, { name: 'scale', timeoutMs: PLAN_TIMEOUT_MS }, operation => scalePlan(operation, cluster, replicas));
  }

  /**
   * Sets the number of brokers, and waits until all have come or gone, queues have their members online, and members
   * and leaders are even or get no more so. Again with the same number, it follows what is still going on.
   *
   * @throws RefusedError if it would do harm, and isn't forced
   * @throws IncompleteError if queues don't get the members that they are to have: it says which, and what the brokers
   * say of it
   */
  public async scale(cluster: ClusterRef, replicas: number, options: ScaleOptions = {}): Promise<ScaleResult> {
    const begun = performance.now();
    return operate(this.connection, options, { name: 'scale', timeoutMs: SCALE_TIMEOUT_MS }, operation =>
      withLease(operation, cluster, { operation: 'scale', waitMs: options.waitMs }, async (leased) => {
        leased.progress.step('Looking at what would come of it');
        const plan = await scalePlan(leased, cluster, replicas);
        options.planned?.(plan);
        refuse(plan, options.force ?? []);
        const eventLog = await BrokerEventLog.from(leased.kubernetes, cluster);
        if (plan.to !== plan.from) {
          leased.progress.step(`Setting the number of brokers from ${plan.from} to ${plan.to}`);
          await leased.kubernetes.objects.patch({ apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: cluster, spec: { replicas } });
        }
        // before the brokers join: a drain meanwhile is not to stop several
        const warnings = await protectBrokers(leased, cluster, plan.to);
        const uneven = await follow(leased, plan, eventLog);
        return { plan, seconds: Math.round((performance.now() - begun) / 1000), uneven, warnings };
      }));
  }
}

function refuse({ refusals }: ScalePlan, forced: readonly Force[]): void {
  const standing = refusals.filter(refusal => !isForced(refusal, forced));
  const forces = standing.map(({ force }) => force).filter(force => force !== undefined);
  if (standing.length > 0) {
    throw new RefusedError(standing.map(({ reason }) => reason).join('\n'), {
      state: 'nothing was changed', forces: forces.length === standing.length ? forces : [],
    });
  }
}
