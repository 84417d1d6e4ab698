import type { Fault } from './fault';
import { report } from './report';
import { CLASSIC, underManyQueues } from '../scaling/many-queues';
import type { Scaled } from '../scaling/scaled';
import { Faults } from '../support/faults';

/**
 * Lets a fault happen to a cluster under load: nothing may be lost, publishing may not pause for longer, and the
 * cluster is whole again.
 */
export async function happens(
  { name, longestGapS, losesVolume = false, happen }: Fault,
  scaled: Scaled,
  replicas: number,
): Promise<void> {
  const machines = new Faults();
  let wholeS = 0;
  try {
    const reckoning = await underManyQueues(`${replicas} brokers, ${name}`, scaled, replicas, async (load) => {
      const start = performance.now();
      await happen({ scaled, replicas, load, machines });
      await scaled.ready(replicas, 600_000);
      await scaled.settled(replicas, { timeoutMs: 600_000 });
      wholeS = (performance.now() - start) / 1000;
      await load.published(100);
    }, losesVolume ? [] : CLASSIC);
    report({ ...reckoning, fault: name, replicas, wholeS });
    expect(reckoning.longestGapMs).toBeLessThan((typeof longestGapS === 'number' ? longestGapS : longestGapS(replicas)) * 1000);
  } finally {
    await machines.end();
  }
}
