import { verify } from '../deploy/deploy';
import { awaitRollout } from '../deploy/rollout';
import { rollUnderWay } from '../broker/image-change';
import { lackingFor } from '../broker/safety';
import { type ClusterRef, titleOf } from '../core/cluster-ref';
import { RefusedError } from '../core/errors';
import { withFailureState } from '../core/failure-state';
import { firstOf } from '../core/first-of';
import type { KubernetesConnection } from '../kubernetes/connection';
import { statefulSetOf } from '../kubernetes/stateful-set';
import { withLease } from '../operation/lease';
import { operate, type OperationOptions } from '../operation/operation';

export const RESTART_TIMEOUT_MS = 3_600_000;

/** As `kubectl rollout restart` names it. */
const RESTARTED_AT = 'kubectl.kubernetes.io/restartedAt';

/** Options for `ClusterRestarter.restart()`. */
export interface RestartOptions extends OperationOptions {
  /**
   * How long to wait for another operation on the cluster, in milliseconds.
   * @default 0
   */
  readonly waitMs?: number;
}

/** The result of a restart. */
export interface RestartResult extends ClusterRef {
  readonly brokers: number;
  readonly seconds: number;
}

/** Restarts the brokers of a cluster one at a time. Each waits until its stop costs no queue its majority. */
export class ClusterRestarter {
  public constructor(private readonly connection: KubernetesConnection) {}

  /** @throws RefusedError if brokers are down, queues lack replicas, or an upgrade is in progress */
  public async restart(cluster: ClusterRef, options: RestartOptions = {}): Promise<RestartResult> {
    const begun = performance.now();
    return operate(this.connection, options, { name: 'restart', timeoutMs: RESTART_TIMEOUT_MS }, operation =>
      withLease(operation, cluster, { operation: 'restart', waitMs: options.waitMs }, async (leased) => {
        const { kubernetes, progress } = leased;
        const statefulSet = await statefulSetOf(kubernetes, cluster);
        const brokers = statefulSet.spec?.replicas ?? 0;
        const roll = rollUnderWay(statefulSet);
        if (roll !== undefined) {
          throw new RefusedError(`${titleOf(cluster)} has an ${roll} in progress: finish or undo it first`);
        }
        const lacking = await lackingFor(kubernetes, cluster);
        if (brokers === 0 || lacking.length > 0) {
          throw new RefusedError(`${titleOf(cluster)} can't be restarted: ${brokers === 0 ? 'it is stopped' : firstOf(lacking)}`);
        }
        progress.step(`Restarting ${brokers} ${brokers === 1 ? 'broker' : 'brokers'}, one at a time`);
        await requestRestart(kubernetes, cluster);
        await withFailureState('brokers are being restarted, and Kubernetes goes on with it', async () => awaitRollout(leased, cluster));
        await verify(leased, cluster, brokers);
        return { ...cluster, brokers, seconds: Math.round((performance.now() - begun) / 1000) };
      }));
  }
}

/** Has Kubernetes replace the pods of the brokers one after the other. */
export async function requestRestart(kubernetes: KubernetesConnection, cluster: ClusterRef): Promise<void> {
  await kubernetes.objects.patch({
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: cluster,
    spec: { template: { metadata: { annotations: { [RESTARTED_AT]: new Date().toISOString() } } } },
  });
}
