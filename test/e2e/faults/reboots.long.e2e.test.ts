import { setTimeout as sleep } from 'node:timers/promises';
import { deletePods } from './broker-faults';
import { recordTries } from './tries';
import { RabbitMQImage } from '../../../lib';
import { isReady } from '../../../ops/src/kubernetes/pods';
import { STREAMS, underManyQueues } from '../scaling/many-queues';
import { Scaled } from '../scaling/scaled';
import { eventually } from '../support/eventually';
import { Faults, HAS_FAULTS } from '../support/faults';
import { core } from '../support/kubernetes';
import { useNamespace } from '../support/use-cluster';

/** How often each reboot happens: `E2E_TRIES=20` for a proof. */
const TRIES = Number(process.env.E2E_TRIES ?? 3);
const SIZES = (process.env.E2E_BROKERS ?? '3 5').split(' ').map(Number);
/** `E2E_SERIES="3.10 4.0"` reboots brokers of these series. */
const SERIES = (process.env.E2E_SERIES ?? '4.3').split(' ');

/** No boot takes longer on any machine that works: one that does is stuck. */
const STUCK_MS = 180_000;

/** How brokers go and come back. */
interface Reboot {
  readonly name: string;
  /** How many brokers it hits: one alone is that with the leader of a stream. */
  readonly brokers: (replicas: number) => number;
  /** Until all are Ready again, in seconds after their nodes are: design target on an idle machine. */
  readonly targetS: number;
  readonly happen: (scaled: Scaled, machines: Faults, ordinals: readonly number[]) => Promise<void>;
}

/** Takes the power of nodes, as a reboot does. */
function off(seconds: number): Reboot['happen'] {
  return async (scaled, machines, ordinals) => {
    const nodes = await Promise.all(ordinals.map(async ordinal => scaled.nodeOf(ordinal)));
    await Promise.all(nodes.map(async node => machines.nodeOff(node)));
    await sleep(seconds * 1000);
    await machines.end();
  };
}

/** Takes the network of nodes first and their power after it, as a kernel panic does. */
const panic: Reboot['happen'] = async (scaled, machines, ordinals) => {
  const nodes = await Promise.all(ordinals.map(async ordinal => scaled.nodeOf(ordinal)));
  await Promise.all(nodes.map(async node => machines.nodeApart(node)));
  await sleep(5000);
  await Promise.all(nodes.map(async node => machines.nodeOff(node)));
  await sleep(20_000);
  await machines.end();
};

const deleted: Reboot['happen'] = async (scaled, _, ordinals) => deletePods({ scaled }, ordinals);

const several = (count: number) => (replicas: number): number => Math.min(count, replicas - 1);
const all = (replicas: number): number => replicas;

const REBOOTS: readonly Reboot[] = [
  { name: 'one node is off for 20 s', brokers: several(1), targetS: 15, happen: off(20) },
  { name: 'one node is off for 40 s', brokers: several(1), targetS: 15, happen: off(40) },
  { name: 'one node is off for 90 s', brokers: several(1), targetS: 15, happen: off(90) },
  { name: 'one node panics', brokers: several(1), targetS: 15, happen: panic },
  { name: 'two nodes are off for 20 s', brokers: several(2), targetS: 25, happen: off(20) },
  { name: 'three nodes are off for 20 s', brokers: several(3), targetS: 25, happen: off(20) },
  { name: 'all nodes are off for 20 s', brokers: all, targetS: 25, happen: off(20) },
  { name: 'one pod is deleted without grace', brokers: several(1), targetS: 15, happen: deleted },
  { name: 'two pods are deleted without grace', brokers: several(2), targetS: 25, happen: deleted },
  { name: 'all pods are deleted without grace', brokers: all, targetS: 25, happen: deleted },
];

/** The container that runs a broker, if it is Ready. */
async function readyContainer(scaled: Scaled, ordinal: number): Promise<string | undefined> {
  const pod = await core.readNamespacedPod({ namespace: scaled.namespace, name: `rabbitmq-cluster-${ordinal}` }).catch(() => undefined);
  return pod !== undefined && isReady(pod) ? pod.status?.containerStatuses?.find(({ name }) => name === 'rabbitmq')?.containerID : undefined;
}

/** The broker with the leader of the first stream: what it misses while it is away is the hardest to make good. */
async function leaderOfStream(scaled: Scaled): Promise<number> {
  const { leader } = (await scaled.broker.queues()).find(({ name }) => name === STREAMS[0])!;
  return Number(/-(\d+)\./.exec(leader)![1]);
}

/** Has brokers go and come back; returns the seconds until all of them are Ready in new containers. */
async function reboot(
  scaled: Scaled,
  machines: Faults,
  { happen }: Reboot,
  ordinals: readonly number[],
): Promise<number> {
  const before = await Promise.all(ordinals.map(async ordinal => readyContainer(scaled, ordinal)));
  await happen(scaled, machines, ordinals);
  const start = performance.now();
  await eventually(`brokers ${ordinals.join(', ')} are Ready again`, STUCK_MS,
    async () => Promise.all(ordinals.map(async ordinal => readyContainer(scaled, ordinal))),
    now => now.every((container, i) => container !== undefined && container !== before[i]));
  return (performance.now() - start) / 1000;
}

const CLUSTERS = SERIES.flatMap(series => SIZES.map(replicas => ({ series, replicas })));

describe.each(CLUSTERS)('$replicas brokers of $series under load are back, and lose no message, each time that', ({ series, replicas }) => {
  const image = RabbitMQImage.fromReference(`rabbitmq:${series}-management`);
  const suite = useNamespace('reboots-', async namespace => ({
    scaled: await Scaled.up(namespace, { replicas, image }),
  }));

  (HAS_FAULTS ? test : test.skip).each(REBOOTS.filter(({ brokers }) => brokers === all || brokers(replicas) === brokers(99)))('$name', async (row) => {
    const { scaled } = suite();
    const machines = new Faults();
    const count = row.brokers(replicas);
    const seconds: number[] = [];
    try {
      await underManyQueues(`${series}, ${replicas} brokers, ${row.name}`, scaled, replicas, async (load) => {
        for (let i = 0; i < TRIES; i++) {
          const ordinals = count === 1
            ? [await leaderOfStream(scaled)]
            : Array.from({ length: count }, (_, n) => count === replicas ? n : n + 1);
          seconds.push(await reboot(scaled, machines, row, ordinals));
          await scaled.settled(replicas, { timeoutMs: 600_000 });
          await load.published(10);
        }
      });
    } finally {
      await machines.end();
      recordTries(`${series}, ${replicas} brokers, ${row.name}: until Ready`, seconds);
    }
    expect(Math.max(...seconds)).toBeLessThan(row.targetS);
  }, 6 * 60 * 60_000);
});
