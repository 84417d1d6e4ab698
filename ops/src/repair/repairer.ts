import { cookieCases } from './cookies';
import { repairFacts } from './facts';
import { lostBrokerCases } from './lost-brokers';
import { outsiderCases } from './outsiders';
import type { Repair, RepairCase, RepairPlan, RepairRequest } from './repair';
import { staleMemberCases } from './stale-members';
import { stoppedAppCases } from './stopped-apps';
import { stuckPodCases } from './stuck-pods';
import { suspendedCases } from './suspended';
import type { ClusterRef } from '../core/cluster-ref';
import { RefusedError } from '../core/errors';
import { withFailureState } from '../core/failure-state';
import { CHECKS } from '../health/checks';
import { byGravity, type Finding } from '../health/finding';
import { type ConnectOptions, KubernetesConnection } from '../kubernetes/connection';
import { withLease } from '../operation/lease';
import { operate, type Operation, type OperationOptions } from '../operation/operation';

const PLAN_TIMEOUT_MS = 3 * 60_000;
export const REPAIR_TIMEOUT_MS = 2 * 3_600_000;
/** A boot may take 15 minutes: see probes.startupTimeout of the cluster. */
const BROKER_TIMEOUT_MS = 15 * 60_000;

/** Options for `ClusterRepairer.plan()`. */
export interface RepairPlanOptions extends OperationOptions, RepairRequest {}

/** Options for `ClusterRepairer.repair()`. */
export interface RepairOptions extends RepairPlanOptions {
  /**
   * The plan that somebody has agreed to: where things are other than that by now, nothing is done.
   * @default - all faults are repaired
   */
  readonly agreed?: RepairPlan;
  /**
   * How long one broker may take until it is up again, in milliseconds.
   * @default 900000
   */
  readonly brokerTimeoutMs?: number;
  /**
   * How long to wait for somebody else's operation on the cluster, in milliseconds.
   * @default 0
   */
  readonly waitMs?: number;
}

/** The result of a repair. */
export interface RepairResult extends ClusterRef {
  /** What was done. */
  readonly repaired: readonly Repair[];
  /** What is to be repaired still, with what has to come first. */
  readonly left: readonly Repair[];
  /** What is found of the cluster's health now, the gravest first. */
  readonly findings: readonly Finding[];
  readonly seconds: number;
}

/** Repairs brokers that can't rejoin their cluster. */
export class ClusterRepairer {
  /** By a kubeconfig, or the service account of the pod that this runs in. */
  public static async connect(options: ConnectOptions = {}): Promise<ClusterRepairer> {
    return new ClusterRepairer(await KubernetesConnection.open(options));
  }

  public constructor(private readonly connection: KubernetesConnection) {}

  /** What is to be repaired, and how; changes nothing. */
  public async plan(cluster: ClusterRef, options: RepairPlanOptions = {}): Promise<RepairPlan> {
    return operate(this.connection, options, { name: 'repair', timeoutMs: PLAN_TIMEOUT_MS }, async (operation) => {
      operation.progress.step('Looking at what is wrong');
      return { ...cluster, repairs: (await casesOf(operation, cluster, options)).map(described) };
    });
  }

  /**
   * Repairs one thing after the other, each until the broker is a member that runs and queues have their members.
   *
   * @throws RefusedError if nothing can be done, or things are other than in the plan that was agreed to:
   * nothing was touched
   * @throws IncompleteError if a broker doesn't come back
   */
  public async repair(cluster: ClusterRef, options: RepairOptions = {}): Promise<RepairResult> {
    const begun = performance.now();
    const { brokerTimeoutMs = BROKER_TIMEOUT_MS, agreed, waitMs } = options;
    return operate(this.connection, options, { name: 'repair', timeoutMs: REPAIR_TIMEOUT_MS }, operation =>
      withLease(operation, cluster, { operation: 'repair', waitMs }, async (leased) => {
        leased.progress.step('Looking at what is wrong');
        const cases = await casesOf(leased, cluster, options);
        refuse(cases, agreed);
        const doable = cases.filter(({ blocked }) => blocked === undefined);
        let done = 0;
        await withFailureState(() => `${done} of ${doable.length} repairs are done; the same command again looks what is left`, async () => {
          for (const { run } of doable) {
            await run(leased, brokerTimeoutMs);
            done++;
          }
        });
        leased.progress.step('Looking whether all is well');
        const facts = await repairFacts(leased, cluster, {});
        const left = await casesFor(leased, facts, options);
        return {
          ...cluster,
          repaired: doable.map(described),
          left: left.map(described),
          findings: byGravity(CHECKS.flatMap(check => check(facts))),
          seconds: Math.round((performance.now() - begun) / 1000),
        };
      }));
  }
}

async function casesOf(operation: Operation, cluster: ClusterRef, request: RepairRequest): Promise<RepairCase[]> {
  return casesFor(operation, await repairFacts(operation, cluster, request), request);
}

/** In order of dependency: pods first, then cookies, then membership. */
async function casesFor(
  operation: Operation,
  facts: Awaited<ReturnType<typeof repairFacts>>,
  request: RepairRequest,
): Promise<RepairCase[]> {
  const stuck = stuckPodCases(facts);
  const cookies = cookieCases(facts, request);
  const lost = lostBrokerCases(facts);
  const outside = await outsiderCases(operation, facts);
  const before = [...cookies, ...lost].map(({ subject }) => subject);
  // a broker with another cookie looks like one outside or lost, until the cookie is repaired
  return [...stuck, ...stoppedAppCases(facts), ...cookies, ...cookies.length > 0 ? lost.filter(({ id }) => id !== 'lost-majority') : lost, ...outside.filter(({ subject }) => !before.includes(subject)), ...staleMemberCases(facts), ...suspendedCases(facts)];
}

function refuse(cases: readonly RepairCase[], agreed: RepairPlan | undefined): void {
  const keys = (repairs: readonly Repair[]): string => repairs.map(({ id, subject }) => `${id} ${subject}`).sort().join();
  if (agreed && keys(agreed.repairs) !== keys(cases)) {
    throw new RefusedError('things are other than in the plan by now: look at a new one', { state: 'nothing was changed' });
  }
  if (cases.length > 0 && cases.every(({ blocked }) => blocked !== undefined)) {
    throw new RefusedError(cases.map(({ subject, blocked }) => `${subject}: ${blocked}`).join('\n'), { state: 'nothing was changed' });
  }
}

/** Without the means to carry it out. */
function described({ id, subject, what, evidence, steps, loses, blocked }: RepairCase): Repair {
  return { id, subject, what, evidence, steps, loses, ...blocked !== undefined && { blocked } };
}
