import { DeclaredCluster, type Report, UNCHANGED } from './declared-cluster';
import { RabbitMQUser, RabbitMQVirtualHost } from '../../../lib';
import { compiled } from '../../../ops/test/topology/synthesized';
import { builtCli } from '../ops/cli';
import { figure } from '../support/figures';
import { useNamespace } from '../support/use-cluster';

const VIRTUAL_HOSTS = 50;
const USERS_EACH = 2;
const QUEUES = 2_000;

/** How many requests are under way at a time when queues are made behind the topology's back. */
const AT_A_TIME = 20;

const secondsOf = ({ log }: Report): number => Number(/in ([\d.]+) s/.exec(log)![1]);
const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe('a topology of thousands of objects', () => {
  const suite = useNamespace('topology-thousands-', async (namespace) => {
    const topology = await DeclaredCluster.up(namespace, () => undefined);
    await topology.firstReport();
    return { topology };
  });

  test(`has ${VIRTUAL_HOSTS} virtual hosts with ${VIRTUAL_HOSTS * USERS_EACH} users`, async () => {
    const { topology } = suite();
    const created = await topology.declareAndApply((orders, chart) => {
      for (const index of numbers(VIRTUAL_HOSTS)) {
        const tenant = new RabbitMQVirtualHost(chart, `Tenant${index}`, { cluster: orders.cluster, name: `tenant-${index}` });
        numbers(USERS_EACH).forEach((user) => {
          tenant.grant(new RabbitMQUser(chart, `User${index}-${user}`, { cluster: orders.cluster, name: `user-${index}-${user}` }), { read: '.*' });
        });
      }
    });
    expect(created).toMatchObject({ ended: 'Complete', log: expect.stringMatching(/0 refused, 0 failed/) });
    figure(`${VIRTUAL_HOSTS} virtual hosts with ${VIRTUAL_HOSTS * USERS_EACH} users created`, secondsOf(created), 's');
    const again = await topology.applyAgain();
    expect(again.log).toMatch(UNCHANGED);
    figure('the same unchanged', secondsOf(again), 's');
    expect((await topology.administer('GET', '/vhosts?columns=name')).filter(({ name }: any) => name.startsWith('tenant-'))).toHaveLength(VIRTUAL_HOSTS);
    expect((await topology.administer('GET', '/users?columns=name')).filter(({ name }: any) => name.startsWith('user-'))).toHaveLength(VIRTUAL_HOSTS * USERS_EACH);
  });

  test(`is adopted with ${QUEUES} queues, and then differs in nothing`, async () => {
    const { namespace, topology } = suite();
    const types = ['classic', 'quorum', 'stream'];
    for (let start = 0; start < QUEUES; start += AT_A_TIME) {
      await Promise.all(numbers(AT_A_TIME).map(async (index) => {
        const number = start + index;
        // most are classic: a small machine holds few thousand of the others
        const type = number % 20 === 0 ? types[1 + (number / 20) % 2] : types[0];
        await topology.administer('PUT', `/queues/orders/queue-${number}`, { durable: true, arguments: { 'x-queue-type': type } });
      }));
    }
    const start = performance.now();
    const { code, stdout } = await builtCli(['topology', 'adopt', '-n', namespace, '-c', DeclaredCluster.NAME, '-o', 'json']);
    figure(`${QUEUES} queues adopted`, (performance.now() - start) / 1000, 's');
    expect(code).toBe(0);
    const { typescript, leftOut } = JSON.parse(stdout);
    expect(leftOut).toEqual([]);
    const applied = await topology.report(await topology.declareAll(compiled(typescript)));
    expect(applied).toMatchObject({ ended: 'Complete', log: expect.stringMatching(/: 0 created, 0 changed, 0 removed/) });
    const diff = await builtCli(['topology', 'diff', '-n', namespace, '-c', DeclaredCluster.NAME]);
    expect(diff).toMatchObject({ code: 0, stdout: expect.stringContaining(': no difference from ') });
  });
});
