import { CHECKS } from '../health/checks';
import { gatherFacts } from '../health/facts';
import { byGravity, type Finding, type Level, worst } from '../health/finding';
import type { ReadBy } from '../health/views';
import type { ClusterRef } from '../core/cluster-ref';
import { type ConnectOptions, KubernetesConnection } from '../kubernetes/connection';
import { operate, type OperationOptions } from '../operation/operation';
import { ClusterRepairer, type RepairOptions, type RepairResult } from '../repair/repairer';

export const HEALTH_TIMEOUT_MS = 120_000;

/** What was found of a cluster. */
export interface HealthReport extends ClusterRef {
  /** The gravest level; undefined where nothing was found. */
  readonly level?: Level;
  /** The gravest first. */
  readonly findings: readonly Finding[];
  /** How the brokers were read. */
  readonly readBy: ReadBy;
}

/**
 * Finds problems of a cluster: pods, volumes, membership, quorum, alarms, partitions, queues, certificates,
 * versions, feature flags.
 */
export class HealthChecker {
  /** By a kubeconfig, or the service account of the pod that this runs in. */
  public static async connect(options: ConnectOptions = {}): Promise<HealthChecker> {
    return new HealthChecker(await KubernetesConnection.open(options));
  }

  public constructor(private readonly connection: KubernetesConnection) {}

  /** @throws NotFoundError if there is no such cluster */
  public async check(namespace: string, name: string, options: OperationOptions = {}): Promise<HealthReport> {
    const cluster = { namespace, name };
    return operate(this.connection, options, { name: 'health', timeoutMs: HEALTH_TIMEOUT_MS }, async (operation) => {
      const facts = await gatherFacts(operation, cluster);
      const findings = byGravity(CHECKS.flatMap(check => check(facts)));
      return { ...cluster, level: worst(findings), findings, readBy: facts.readBy };
    });
  }

  /** Repairs what keeps brokers from joining, as far as that can be done. */
  public async repair(namespace: string, name: string, options: RepairOptions = {}): Promise<RepairResult> {
    return new ClusterRepairer(this.connection).repair({ namespace, name }, options);
  }
}
