import { lackingFor } from '../broker/safety';
import type { ClusterRef } from '../core/cluster-ref';
import { firstOf } from '../core/first-of';
import { until } from '../kubernetes/wait';
import type { Operation } from '../operation/operation';

/** Each look starts a command line tool in a broker. */
const INTERVAL_MS = 2_000;

/** Waits until all brokers are Ready and members, and all queues have their replicas online. */
export async function awaitWhole({ kubernetes, progress, signal }: Operation, cluster: ClusterRef): Promise<void> {
  await until(async () => {
    const lacking = await lackingFor(kubernetes, cluster);
    progress.live(lacking.length > 0 ? [firstOf(lacking)] : []);
    return lacking;
  }, lacking => lacking.length === 0, { signal, intervalMs: INTERVAL_MS });
}
