import { openTarget } from '../broker/amqp-target';
import { brokerPods } from '../broker/brokers';
import { lackingFor } from '../broker/safety';
import { type ClusterRef, commandLine, titleOf } from '../core/cluster-ref';
import { RefusedError } from '../core/errors';
import { withFailureState } from '../core/failure-state';
import { firstOf } from '../core/first-of';
import type { KubernetesConnection } from '../kubernetes/connection';
import { withLease } from '../operation/lease';
import { operate, type Operation, type OperationOptions } from '../operation/operation';
import type { RehearsalFault } from './faults';
import { type QueueLedger, type RehearsalLoad, underLoad } from './load';
import { awaitWhole } from './whole';

/** The fewest brokers of which one can go without an outage. */
const LEAST_BROKERS = 3;

export const REHEARSAL_TIMEOUT_MS = 2 * 3_600_000;

/** What became of the messages during one fault. */
export interface RehearsedFault {
  readonly fault: string;
  /** From the start of the fault until all brokers are Ready and all replicas online, in seconds. */
  readonly wholeS: number;
  readonly lost: number;
  readonly queues: readonly QueueLedger[];
}

/** The result of a rehearsal. */
export interface RehearsalResult extends ClusterRef {
  readonly brokers: number;
  /** Messages that were confirmed and never came out again, during all faults. */
  readonly lost: number;
  readonly faults: readonly RehearsedFault[];
}

/**
 * Lets faults happen to a cluster while numbered messages go through queues of its own, and counts what became of them.
 */
export class Rehearsal {
  public constructor(private readonly connection: KubernetesConnection) {}

  /**
   * @throws RefusedError if there are fewer than 3 brokers, or if one is down or a queue lacks replicas:
   * nothing was changed
   */
  public async run(
    cluster: ClusterRef,
    faults: readonly RehearsalFault[],
    load: RehearsalLoad,
    options: OperationOptions = {},
  ): Promise<RehearsalResult> {
    return operate(this.connection, options, { name: 'rehearse', timeoutMs: REHEARSAL_TIMEOUT_MS }, operation =>
      withLease(operation, cluster, { operation: 'rehearse' }, async (leased) => {
        const brokers = (await brokerPods(leased.kubernetes, cluster)).length;
        if (brokers < LEAST_BROKERS) {
          throw new RefusedError(`${titleOf(cluster)} has ${brokers} ${brokers === 1 ? 'broker' : 'brokers'}: each fault would be an outage. Scale to at least ${LEAST_BROKERS} first`);
        }
        const lacking = await lackingFor(leased.kubernetes, cluster);
        if (lacking.length > 0) {
          throw new RefusedError(`${titleOf(cluster)} is not ready for a rehearsal: ${firstOf(lacking)}`);
        }
        const { target, close } = await openTarget(leased.kubernetes, cluster);
        try {
          const rehearsed: RehearsedFault[] = [];
          for (const fault of faults) {
            rehearsed.push(await withFailureState(`the fault "${fault.name}" happened, and the cluster was not seen recovered after it: ${commandLine('health', cluster)} shows what it lacks`,
              async () => rehearse(leased, cluster, fault, async action => underLoad(leased, target, load, action))));
          }
          return { ...cluster, brokers, lost: rehearsed.reduce((sum, { lost }) => sum + lost, 0), faults: rehearsed };
        } finally {
          await close();
        }
      }));
  }
}

async function rehearse(
  operation: Operation,
  cluster: ClusterRef,
  fault: RehearsalFault,
  loaded: (action: () => Promise<void>) => Promise<QueueLedger[]>,
): Promise<RehearsedFault> {
  let wholeS = 0;
  operation.progress.step(`Rehearsing ${fault.name}`);
  const queues = await loaded(async () => {
    const start = performance.now();
    await fault.happen(operation, cluster);
    await awaitWhole(operation, cluster);
    wholeS = Math.round((performance.now() - start) / 1000);
  });
  return { fault: fault.name, wholeS, lost: queues.reduce((sum, { lost }) => sum + lost, 0), queues };
}
