import { setTimeout as sleep } from 'node:timers/promises';
import { Scaled } from './scaled';
import { RabbitMQImage } from '../../../lib';
import { Consumer } from '../support/consumer';
import { eventually } from '../support/eventually';
import { figure } from '../support/figures';
import { drained } from '../../../ops/src/load-generator/ledger';
import { type Lap, Publisher } from '../support/publisher';
import { useNamespace } from '../support/use-cluster';

/** How many queues there are. */
const QUEUES = Number(process.env.QUEUES ?? 1000);

/** What so many queues may take, in seconds. */
const LIMITS = QUEUES > 1000 ? { out: 360, in: 360 } : { out: 120, in: 60 };

/** RabbitMQ's series. */
const SERIES = process.env.SERIES ?? '4.3';

const DEFINITIONS = JSON.stringify({
  queues: Array.from({ length: QUEUES }, (_, i) => ({
    name: `queue-${i}`, vhost: '/', durable: true, auto_delete: false, arguments: { 'x-queue-type': 'quorum' },
  })),
});

/** Replicas and leaders by broker, and how many queues don't have 3 replicas. */
const COUNTS = `
Queues = rabbit_amqqueue:list(),
Count = fun(Held) -> lists:foldl(fun(Node, Counts) -> maps:update_with(Node, fun(N) -> N + 1 end, 1, Counts) end, #{}, Held) end,
Nodes = fun(Q) -> case amqqueue:get_type_state(Q) of #{nodes := Map} when is_map(Map) -> maps:keys(Map); #{nodes := List} -> List end end,
#{replicas => Count(lists:append([Nodes(Q) || Q <- Queues])),
  leaders => Count([Node || Q <- Queues, {_, Node} <- [amqqueue:get_pid(Q)]]),
  wrong => length([Q || Q <- Queues, length(Nodes(Q)) =/= 3])}.`;

interface Counts {
  readonly replicas: Readonly<Record<string, number>>;
  readonly leaders: Readonly<Record<string, number>>;
  readonly wrong: number;
}

/** Messages a second, and the queues that get them. */
const RATE = 100;
const USED = Array.from({ length: 20 }, (_, i) => `queue-${i}`);

const suite = useNamespace('scaling-thousands-', async (namespace) => {
  const scaled = await Scaled.up(namespace, {
    image: RabbitMQImage.fromReference(`rabbitmq:${SERIES}-management`), resources: { memoryLimit: '2Gi' },
  });
  const begun = performance.now();
  await scaled.broker.run(['rabbitmqctl', 'import_definitions'], { stdin: DEFINITIONS, timeoutMs: 600_000 });
  figure(`${QUEUES} queues declared`, (performance.now() - begun) / 1000, 's');
  return { scaled };
});

async function counts(): Promise<Counts> {
  const { value } = await suite().scaled.broker.json<{ value: Counts }>(['rabbitmqctl', 'eval', COUNTS]);
  return value;
}

async function balancings(): Promise<number> {
  return (await suite().scaled.events()).filter(event => event.startsWith('Scaled:')).length;
}

/** Scales, and waits until the brokers report that all is balanced; checks that it is. */
async function balanced(name: string, replicas: number): Promise<number> {
  const { scaled } = suite();
  const before = await balancings();
  expect(await scaled.pods()).not.toHaveLength(replicas);
  const begun = performance.now();
  await scaled.scale(replicas);
  figure(`${name}: until the brokers are there`, await scaled.ready(replicas, 600_000), 's');
  await eventually('the brokers report that replicas and leaders are balanced', 900_000, balancings, count => count > before);
  const seconds = (performance.now() - begun) / 1000;
  figure(`${name}: until replicas and leaders are balanced`, seconds, 's');
  const found = await counts();
  expect(found.wrong).toBe(0);
  expect(Object.keys(found.replicas)).toHaveLength(replicas);
  for (const byBroker of [found.replicas, found.leaders].map(Object.values<number>)) {
    expect(Math.max(...byBroker) - Math.min(...byBroker)).toBeLessThanOrEqual(1);
  }
  return seconds;
}

test('queues are balanced in time after brokers come and go', async () => {
  expect(await balanced(`3 to 5, ${QUEUES} queues`, 5)).toBeLessThan(LIMITS.out);
  expect(await balanced(`5 to 3, ${QUEUES} queues`, 3)).toBeLessThan(LIMITS.in);
});

test('clients go on while queues move', async () => {
  const target = { ...await suite().scaled.deployment.amqp(), heartbeatS: 1 };
  const publisher = Publisher.start({ target, queue: USED, rate: RATE, timeoutMs: 1_800_000 });
  const consumer = Consumer.start({ target, queue: USED, timeoutMs: 1_800_000 });
  const lap = (name: string): Lap => {
    const seen = publisher.lap();
    figure(`${name}: longest publishing gap`, seen.longestGapMs, 'ms');
    figure(`${name}: 99 of 100 confirms`, seen.p99WaitMs, 'ms');
    return seen;
  };
  try {
    await publisher.reached(500);
    publisher.lap();
    await sleep(30_000);
    const quiet = lap('quiet');
    await balanced(`3 to 5 under load, ${QUEUES} queues`, 5);
    const out = lap(`3 to 5 under load, ${QUEUES} queues`);
    await balanced(`5 to 3 under load, ${QUEUES} queues`, 3);
    const back = lap(`5 to 3 under load, ${QUEUES} queues`);
    await publisher.stop();
    const lost = (): number => [...publisher.confirmed].filter(id => !consumer.received.has(id)).length;
    await drained(lost, () => consumer.received.size);
    figure(`under load, ${QUEUES} queues: confirmed`, publisher.confirmed.size, 'messages');
    expect(lost()).toBe(0);
    for (const { longestGapMs, p99WaitMs } of [out, back]) {
      expect(longestGapMs).toBeLessThan(1000);
      // not met on 2 cores, not even one queue at a time: see docs/scaling.md
      expect(p99WaitMs).toBeLessThanOrEqual(2 * quiet.p99WaitMs);
    }
  } finally {
    await Promise.allSettled([publisher.stop(), consumer.stop()]);
  }
});
