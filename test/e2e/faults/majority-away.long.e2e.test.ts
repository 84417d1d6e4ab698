import { setTimeout as sleep } from 'node:timers/promises';
import { deletePods } from './broker-faults';
import { isReady } from '../../../ops/src/kubernetes/pods';
import { underManyQueues } from '../scaling/many-queues';
import { Scaled } from '../scaling/scaled';
import { eventually } from '../support/eventually';
import { Faults, HAS_FAULTS } from '../support/faults';
import { figure } from '../support/figures';
import { core } from '../support/kubernetes';
import { useNamespace } from '../support/use-cluster';

/** How long the majority is away: `E2E_AWAY_S=3600` for an outage of an hour. */
const AWAY_S = Number(process.env.E2E_AWAY_S ?? 60);

/** Until those that waited are Ready, after the nodes of the others have power again and their brokers have started. */
const TARGET_S = 60;

const suite = useNamespace('majority-', async namespace => ({ scaled: await Scaled.up(namespace, { replicas: 5 }) }));

/** How often the containers of brokers have ended in their pods, and whether they are Ready. */
async function boots(ordinals: readonly number[]): Promise<{ readonly restarts: number; readonly ready: boolean }[]> {
  return Promise.all(ordinals.map(async (ordinal) => {
    const pod = await core.readNamespacedPod({ namespace: suite().namespace, name: `rabbitmq-cluster-${ordinal}` });
    return { restarts: pod.status?.containerStatuses?.[0]?.restartCount ?? 0, ready: isReady(pod) };
  }));
}

(HAS_FAULTS ? test : test.skip)('two of five brokers that start while the others are away wait in their containers, and continue when these are back', async () => {
  const { namespace, scaled } = suite();
  const machines = new Faults();
  const waiting = [0, 1];
  try {
    await underManyQueues(`majority away for ${AWAY_S} s`, scaled, 5, async (load) => {
      const nodes = await Promise.all([2, 3, 4].map(async ordinal => scaled.nodeOf(ordinal)));
      await Promise.all(nodes.map(async node => machines.nodeOff(node)));
      await deletePods({ scaled }, waiting);
      for (const ordinal of waiting) {
        await eventually(`broker ${ordinal} says what it waits for`, 120_000,
          async () => (await core.listNamespacedEvent({ namespace, fieldSelector: `reason=BootWaits,involvedObject.name=rabbitmq-cluster-${ordinal}` }))
            .items.map(({ message }) => message).join('\n'),
          messages => [2, 3, 4].some(away => messages.includes(`rabbitmq-cluster-${away}.`)));
      }
      await sleep(AWAY_S * 1000);
      expect(await boots(waiting)).toEqual(waiting.map(() => ({ restarts: 0, ready: false })));
      await machines.end();
      const start = performance.now();
      await eventually('the brokers that waited are Ready', 300_000, async () => boots(waiting), all => all.every(({ ready }) => ready));
      const seconds = (performance.now() - start) / 1000;
      figure(`majority away for ${AWAY_S} s: until those that waited are Ready`, seconds, 's');
      figure(`majority away for ${AWAY_S} s: until all are Ready`, seconds + await scaled.ready(5, 300_000), 's');
      expect(await boots(waiting)).toEqual(waiting.map(() => ({ restarts: 0, ready: true })));
      expect(seconds).toBeLessThan(TARGET_S);
      await load.published(100);
    });
  } finally {
    await machines.end();
  }
});
