import { brokerOf } from '../broker/brokers';
import type { Kubernetes } from '../kubernetes/library';
import { until } from '../kubernetes/wait';
import type { Operation } from '../operation/operation';

const SHRINK_QUEUES = 'rabbit_quorum_queue:force_all_queues_shrink_member_to_current_member().';

/** Makes a broker a majority of its own: of the metadata, then of each quorum queue that it has a member of. */
export async function forceMajority(
  { kubernetes, progress, signal }: Operation,
  survivor: Kubernetes.V1Pod,
): Promise<void> {
  const broker = brokerOf(kubernetes, survivor);
  progress.step(`${broker.pod}: going on alone`);
  await broker.run(['rabbitmqctl', 'force_standalone_khepri_boot'], { timeoutMs: 120_000 });
  await until(async () => broker.exec(['rabbitmqctl', '--silent', 'eval', 'rabbit:is_running().']),
    ({ stdout }) => stdout.trim() === 'true', { signal, intervalMs: 1_000 });
  const answer = (await broker.run(['rabbitmqctl', '--silent', 'eval', SHRINK_QUEUES], { timeoutMs: 300_000 })).trim();
  if (answer !== 'ok') {
    progress.warn(`some queues have no member on ${broker.pod}: ${answer.replace(/\s+/g, ' ').slice(0, 300)}`);
  }
}
