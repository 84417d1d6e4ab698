import { ManyQueues, underManyQueues } from './many-queues';
import { Scaled } from './scaled';
import { eventually } from '../support/eventually';
import { Faults, HAS_FAULTS } from '../support/faults';
import { figure } from '../support/figures';
import { useNamespace } from '../support/use-cluster';

/** Each begins with five brokers and all machines in order. */
(HAS_FAULTS ? describe : describe.skip)('while two of five brokers are to leave', () => {
  const faults = new Faults();

  const suite = useNamespace('scale-faults-', async (namespace) => {
    const scaled = await Scaled.up(namespace);
    await ManyQueues.declare(await scaled.deployment.amqp());
    return { scaled };
  });

  afterEach(async () => {
    await faults.end();
  });

  test('the Kubernetes node of one that leaves loses its power: it is forgotten, and its pod goes when the node is back', async () => {
    const { scaled } = suite();
    await underManyQueues('node off half-way', scaled, 5, load => load.during('node off half-way', async () => {
      const node = await scaled.nodeOf(4);
      await scaled.scale(3);
      await scaled.leaving();
      await faults.nodeOff(node);
      figure('node off half-way: until queues and leaders are even', await scaled.settled(3), 's');
      expect((await scaled.pods()).map(({ name }) => name)).toContain('rabbitmq-cluster-4');
      await faults.end();
      figure('node off half-way: until the pod is gone, from its node being back', await scaled.ready(3), 's');
    }));
  });

  test('so does the one of a broker that is to stay: the other leaver waits, as its leave would end the majority, and goes when they are back', async () => {
    const { scaled } = suite();
    // meanwhile queues with two members on these two take no message
    await underManyQueues('two nodes off half-way', scaled, 5, async () => {
      const nodes = new Set([await scaled.nodeOf(4), await scaled.nodeOf(2)]);
      expect(nodes.has(await scaled.nodeOf(3))).toBe(false);
      await scaled.scale(3);
      await scaled.leaving();
      await Promise.all([...nodes].map(async node => faults.nodeOff(node)));
      await eventually('it says that it waits', 120_000, async () => (await scaled.events()).join('\n'),
        events => /ScalingWaits: rabbit@rabbitmq-cluster-3\..* waits to leave until rabbit@rabbitmq-cluster-2\..* is running/.test(events));
      await eventually('a metric says so', 60_000, () => scaled.waiting(3), samples => samples.includes('step="leave",reason="broker-away"'));
      expect((await scaled.broker.clusterStatus()).members).toEqual(expect.arrayContaining([expect.stringContaining('-2.'), expect.stringContaining('-3.')]));
      await faults.end();
      figure('two nodes off half-way: until both are gone, from the nodes being back', await scaled.ready(3, 400_000), 's');
      figure('two nodes off half-way: until queues and leaders are even', await scaled.settled(3), 's');
    });
  });

  test('the API server answers nobody: messages flow on, and they have left soon after it is back', async () => {
    const { scaled } = suite();
    await underManyQueues('API server away half-way', scaled, 5, async (load) => {
      await scaled.scale(3);
      await scaled.leaving();
      await load.during('API server away half-way', async () => {
        await faults.apiOff();
        await load.published(2000);
        await faults.end();
        figure('API server away half-way: until both are gone, from it being back', await scaled.ready(3), 's');
        figure('API server away half-way: until queues and leaders are even', await scaled.settled(3), 's');
      });
    });
  });

  test('a broker that is to stay is out of reach: they wait, say so, and go on when it is back', async () => {
    const { scaled } = suite();
    await underManyQueues('a broker out of reach', scaled, 5, load => load.during('a broker out of reach', async () => {
      const node = await scaled.nodeOf(1);
      const leaver = node === await scaled.nodeOf(4) ? 3 : 4;
      await faults.nodeApart(node);
      await scaled.scale(3);
      await eventually('they say that they wait for it', 120_000, async () => (await scaled.events()).join('\n'),
        events => /ScalingWaits: .* waits to leave until rabbit@rabbitmq-cluster-1\..* is running/.test(events));
      await eventually('a metric says so', 60_000, () => scaled.waiting(leaver), samples => samples.includes('step="leave",reason="broker-away"'));
      await load.published(1000);
      expect((await scaled.broker.clusterStatus()).members).toHaveLength(5);
      await faults.end();
      figure('a broker out of reach: until both are gone, from it being back', await scaled.ready(3), 's');
      figure('a broker out of reach: until queues and leaders are even', await scaled.settled(3), 's');
    }));
  });
});
