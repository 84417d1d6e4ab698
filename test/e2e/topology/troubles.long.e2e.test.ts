import { setTimeout as sleep } from 'node:timers/promises';
import { Duration } from 'cdk8s';
import { DeclaredCluster, type Declare, UNCHANGED } from './declared-cluster';
import { RabbitMQArgument, RabbitMQQueueType } from '../../../lib';
import { eventually } from '../support/eventually';
import { Faults, HAS_FAULTS } from '../support/faults';
import { kubectl } from '../support/kubectl';
import { core } from '../support/kubernetes';
import { useNamespace } from '../support/use-cluster';

const { NAME } = DeclaredCluster;
const BROKERS = 3;
const QUEUES = 1_000;

/** Less than the default of an hour, and longer than requests take that go to a broker without a majority: minutes. */
const DEADLINE = Duration.minutes(6);

/** How long the API server is away: longer than what the Job still needs. */
const AWAY_MS = 30_000;

const queues = (name: string, count: number): Declare => (orders) => {
  Array.from({ length: count }, (_, index) => orders.addQueue(`${name}-${index}`, { type: RabbitMQQueueType.CLASSIC }));
};

describe('a topology in trouble', () => {
  const restarted = async (): Promise<void> => {
    await suite().topology.deployment.ready();
  };

  const suite = useNamespace('topology-troubles-', async (namespace) => {
    const topology = await DeclaredCluster.up(namespace, queues('first', 1), { replicas: BROKERS, deadline: DEADLINE });
    await topology.firstReport();
    return { topology };
  });

  test(`applies all others of ${QUEUES} objects when RabbitMQ refuses one, and names it`, async () => {
    const { namespace, topology } = suite();
    const { ended, log } = await topology.declareAndApply((orders, chart) => {
      queues('many', QUEUES - 1)(orders, chart);
      orders.addPolicy('bad', { pattern: '^x', definition: { additional: { 'no-such-key': RabbitMQArgument.number(1) } } });
    });
    expect(ended).toBe('Failed');
    expect(log).toMatch(new RegExp(`: ${QUEUES - 1} created, 0 changed, .* 0 refused, 1 failed`));
    expect(log).toMatch(/failed {3}policy "bad" in "orders": the broker answered 400 Validation failed/);
    const { items } = await core.listNamespacedEvent({ namespace, fieldSelector: 'reason=TopologyObjectFailed' });
    expect(items.map(({ message }) => message))
      .toEqual([expect.stringMatching(/^policy "bad" in "orders": the broker answered 400/)]);
  });

  test('waits for brokers that are all away, says so, and goes on when they are back', async () => {
    const { namespace, topology } = suite();
    await kubectl(['scale', `statefulset/${NAME}`, '-n', namespace, '--replicas=0']);
    await eventually('no broker is left', 180_000, () => topology.deployment.pods(), pods => pods.length === 0);
    const job = await topology.declare(queues('later', 5));
    // what was applied has set the number of brokers again: the Job starts before they are there
    const { ended, log } = await topology.report(job);
    expect(ended).toBe('Complete');
    expect(log).toContain('Waiting for the brokers:');
    expect(log).toMatch(/: 5 created/);
    await restarted();
  });

  (HAS_FAULTS ? test : test.skip)('applies what it can without a majority of the brokers, and the rest when they are back', async () => {
    const { topology } = suite();
    const machines = new Faults();
    const nodes = new Map((await topology.deployment.pods()).map(({ metadata, spec }) =>
      [metadata!.name!, spec!.nodeName!]));
    try {
      await Promise.all([1, 2].map(async ordinal => machines.nodeOff(nodes.get(`${NAME}-${ordinal}`)!)));
      const job = await topology.declare(queues('without-majority', 5));
      await sleep(AWAY_MS);
      await machines.end();
      await eventually('the queues are there', 300_000, async () => (await topology.administer('GET', '/queues/orders?columns=name&name=without-majority&use_regex=false&page=1&page_size=10')).items,
        items => items?.length === 5);
      expect((await topology.report(job)).ended).toBe('Complete');
    } finally {
      await machines.end();
    }
    await restarted();
  });

  (HAS_FAULTS ? test : test.skip)('ends without the API server', async () => {
    const { topology } = suite();
    const machines = new Faults();
    const job = await topology.declare(queues('without-api', QUEUES));
    await eventually('the Job runs', 120_000, () => topology.log(job), log => log !== '');
    try {
      await machines.apiOff();
      await sleep(AWAY_MS);
    } finally {
      await machines.end();
    }
    expect(await topology.report(job)).toMatchObject({ ended: 'Complete', log: expect.stringMatching(new RegExp(`: ${QUEUES} created`)) });
    expect((await topology.applyAgain()).log).toMatch(UNCHANGED);
  });

  test('says that the password is wrong, and ends after its deadline', async () => {
    const { namespace, topology } = suite();
    const { password } = await topology.administrator();
    const set = async (value: string): Promise<string> => kubectl(['patch', 'secret', `${NAME}-credentials`, '-n', namespace, '-p',
      JSON.stringify({ stringData: { password: value } })]);
    try {
      await set('wrong');
      const job = await topology.start();
      const log = await eventually('the Job says why it waits', 120_000, () => topology.log(job), text => text.includes('Waiting for the brokers'));
      expect(log).toMatch(/Waiting for the brokers: .*401/);
      expect(log).not.toContain('wrong');
      expect((await topology.report(job)).ended).toBe('Failed');
    } finally {
      await set(password);
    }
  });
});
