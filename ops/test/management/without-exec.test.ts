/** @jest-environment ./ops/test/support/environment.ts */
import { COMMANDS } from '../../src/cli/commands';
import { nameOf } from '../../src/cli/commands/command';
import { reportText } from '../../src/cli/commands/health';
import { statusText } from '../../src/cli/commands/status';
import { styleFor } from '../../src/cli/output/style';
import { clusterUsage } from '../../src/health/usage';
import { exec } from '../../src/kubernetes/exec';
import { HealthChecker } from '../../src/manager/health-checker';
import { KubernetesRabbitMQManager } from '../../src/manager/manager';
import { operate } from '../../src/operation/operation';
import { type Answer, FakeApiServer, type Received, refusal } from '../support/api-server';
import { type Answers, BrokerServer, MONITORING_SECRET } from '../support/broker-server';

jest.mock('../../src/kubernetes/exec', () => ({ ...jest.requireActual<object>('../../src/kubernetes/exec'), exec: jest.fn() }));
jest.mock('../../src/kubernetes/port-forward', () => ({ forwardPort: jest.fn() }));

const CLUSTER = { namespace: 'shop', name: 'orders' };
const NODES = [0, 1, 2].map(ordinal => `rabbit@orders-${ordinal}.orders-nodes.shop`);
const PORTS = [{ name: 'management', containerPort: 15672 }, { name: 'prometheus', containerPort: 15692 }];
const SPEC = { containers: [{ name: 'rabbitmq', image: 'rabbitmq:4.3.6', ports: PORTS }] };
const style = styleFor({}, false);

/** A healthy broker of 4.3, as the monitoring user sees it. */
const healthy = (pod: string): Answers => ({
  overview: { node: `rabbit@${pod}.orders-nodes.shop`, cluster_name: 'orders', rabbitmq_version: '4.3.6', erlang_version: '27.3', object_totals: { queues: 1 }, queue_totals: { messages: 7 } },
  nodes: NODES.map(name => ({ name, running: true, partitions: [], being_drained: false, disk_free: 4e9, disk_free_limit: 1e9, proc_used: 400, applications: [{ name: 'rabbit', version: '4.3.6' }] })),
  'feature-flags': [{ name: 'khepri_db', state: 'enabled', stability: 'stable' }],
  queues: [{ name: 'bills', vhost: '/', type: 'quorum', messages: 7, leader: NODES[0], members: NODES, online: NODES, state: 'running' }],
  'health/checks/alarms': { status: 'ok' },
  'health/checks/node-is-quorum-critical': { status: 'ok' },
  'health/checks/quorum-queues-without-elected-leaders/all-vhosts': { status: 'ok' },
  '/metrics': '# HELP rabbitmq_connections\nrabbitmq_connections_opened_total 9\nrabbitmq_connections 12\nrabbitmq_queues 1\n',
});

let brokers: (pod: string) => Answers;
let mayExec: boolean;
let secret: Answer;

function answer({ method, path }: Received): Answer {
  if (method === 'POST' && path.endsWith('/selfsubjectaccessreviews')) {
    return { body: { status: { allowed: mayExec } } };
  }
  if (path.endsWith('/secrets/orders-monitoring')) {
    return secret;
  }
  if (path.endsWith('/statefulsets/orders')) {
    return { body: { metadata: {}, spec: { replicas: 3, template: { spec: SPEC } }, status: { readyReplicas: 3 } } };
  }
  if (path.endsWith('/pods') && path.startsWith('/api/v1')) {
    return { body: { items: [0, 1, 2].map(pod) } };
  }
  return /(events|horizontalpodautoscalers|persistentvolumeclaims)$/.test(path) ? { body: { items: [] } } : path.endsWith('/poddisruptionbudgets') ? { body: { items: [{ spec: { selector: { matchLabels: { cluster: 'orders' } } } }] } } : refusal(404, 'NotFound', path);
}

const pod = (ordinal: number): object => ({
  metadata: { name: `orders-${ordinal}`, namespace: 'shop' },
  spec: SPEC,
  status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }], containerStatuses: [{ name: 'rabbitmq', ready: true, restartCount: 0, state: { running: {} } }] },
});

describe('without pods/exec', () => {
  let api: FakeApiServer;
  let server: BrokerServer;

  beforeEach(async () => {
    brokers = healthy;
    mayExec = false;
    secret = { body: MONITORING_SECRET };
    api = await FakeApiServer.start(answer);
    server = await BrokerServer.start(name => brokers(name));
    jest.mocked(exec).mockReset().mockRejectedValue(new Error('pods/exec was used'));
  });

  afterEach(async () => {
    await Promise.all([api.stop(), server.stop()]);
  });

  const health = () => new HealthChecker(api.connection()).check('shop', 'orders');
  const status = () => new KubernetesRabbitMQManager(api.connection()).getClusterStatus('shop', 'orders');
  const top = () => operate(api.connection(), {}, { name: 'top', timeoutMs: 10_000 }, operation => clusterUsage(operation, CLUSTER));
  const readByManagement = (hidden: string[]): object => ({ way: 'management', user: 'monitoring', hidden });

  test('health finds nothing in a healthy cluster, and says what it does not see', async () => {
    const report = await health();
    expect(report).toMatchObject({ findings: [], readBy: readByManagement(['suspended listeners']) });
    expect(reportText(report, style)).toBe('✔ shop/orders is healthy\nNot visible to user monitoring of the management API: suspended listeners');
    expect(exec).not.toHaveBeenCalled();
  });

  test('health finds an alarm, a member that is down, a drained broker and a flag that is off', async () => {
    brokers = name => ({
      ...healthy(name),
      nodes: NODES.map((node, i) => ({ name: node, running: i !== 2, being_drained: i === 1, partitions: [] })),
      'feature-flags': [{ name: 'khepri_db', state: 'disabled', stability: 'stable' }],
      'health/checks/alarms': { status: 503, body: { status: 'failed', alarms: [{ node: NODES[0], resource: 'disk space' }] } },
    });
    expect((await health()).findings.map(({ id }) => id)).toEqual(['alarm-disk', 'member-down', 'draining', 'feature-flags-off']);
  });

  test('health finds an enabled plugin that does not run', async () => {
    const [first, ...others] = healthy('orders-0').nodes as object[];
    brokers = name => ({ ...healthy(name), nodes: [{ ...first, enabled_plugins: ['rabbit', 'rabbitmq_delayed_message_exchange'] }, ...others] });
    expect((await health()).findings).toMatchObject([{ id: 'plugins-missing', what: 'orders-0 runs without the enabled plugin rabbitmq_delayed_message_exchange' }]);
  });

  test('health does not judge plugins by a list of applications that is from the boot', async () => {
    const [first, ...others] = healthy('orders-0').nodes as object[];
    const enabled = ['rabbit', 'rabbitmq_management', 'rabbitmq_prometheus'];
    const listed = (...running: string[]): void => {
      const applications = ['rabbit', ...running].map(name => ({ name, version: '4.3.6' }));
      const node = { ...first, enabled_plugins: enabled, applications };
      brokers = name => ({ ...healthy(name), nodes: [node, ...others] });
    };
    listed();
    expect((await health()).findings).toEqual([]);
    listed('rabbitmq_management');
    expect((await health()).findings).toMatchObject([{ id: 'plugins-missing', what: 'orders-0 runs without the enabled plugin rabbitmq_prometheus' }]);
  });

  test('health covers queues of hidden virtual hosts by the checks of RabbitMQ', async () => {
    const hidden = { status: 503, body: { status: 'failed', queues: [{ name: 'mails', virtual_host: 'eu' }] } };
    brokers = name => ({
      ...healthy(name), queues: [], 'health/checks/node-is-quorum-critical': hidden, 'health/checks/quorum-queues-without-elected-leaders/all-vhosts': hidden,
    });
    const { findings, readBy } = await health();
    expect(findings.map(({ id, evidence }) => [id, evidence])).toEqual([['queue-without-leader', 'mails in eu'], ['queue-at-minimum', 'mails in eu']]);
    expect(readBy.hidden).toEqual(['details of 1 queue in other virtual hosts', 'suspended listeners']);
  });

  test('health of RabbitMQ 3.10 does without feature flags and the check for leaders', async () => {
    brokers = name => ({
      ...healthy(name), queues: [], 'feature-flags': { status: 401, body: { error: 'not_authorised' } }, 'health/checks/quorum-queues-without-elected-leaders/all-vhosts': undefined,
    });
    expect(await health()).toMatchObject({ findings: [], readBy: { hidden: ['details of 1 queue in other virtual hosts', 'feature flags', 'suspended listeners'] } });
  });

  test('health names a broker whose management API does not answer', async () => {
    brokers = name => (name === 'orders-1' ? { overview: { status: 500, body: 'no' } } : healthy(name));
    expect((await health()).findings).toMatchObject([{ id: 'broker-unanswered', evidence: 'the management API of orders-1 answered 500 to overview' }]);
    expect(exec).not.toHaveBeenCalled();
  });

  test('health with a login that does not work says so', async () => {
    secret = { body: { data: { ...MONITORING_SECRET.data, password: 'bm8=' } } };
    expect((await health()).findings.map(({ evidence }) => evidence)).toContain('the management API of orders-0 answered 401 to overview: the login of the monitoring user does not work');
  });

  test('status shows members, versions, alarms and queues', async () => {
    const overview = await status();
    expect(overview).toMatchObject({
      broker: {
        members: NODES, running: NODES, alarms: [], queues: { total: 1, hidden: 0, messages: 7, byType: { quorum: 1 } },
      },
      nodes: NODES.map(() => ({ version: '4.3.6', running: true })), readBy: readByManagement([]),
    });
  });

  test('status counts hidden queues and their messages', async () => {
    brokers = name => ({ ...healthy(name), queues: [] });
    const overview = await status();
    expect(overview.broker?.queues).toMatchObject({ total: 1, hidden: 1, messages: 7 });
    expect(statusText(overview, style)).toContain('1 with 7 messages, 1 without details');
  });

  test('top shows disk, processes and what each broker counts', async () => {
    expect(await top()).toMatchObject({
      brokers: NODES.map((_, i) => ({ pod: `orders-${i}`, diskFree: 4e9, diskLimit: 1e9, processes: 400, connections: 12, queues: 1 })), readBy: readByManagement([]),
    });
    expect([...server.ports].sort()).toEqual([15672, 15692]);
    expect(exec).not.toHaveBeenCalled();
  });

  test('a path prefix of the management API is used', async () => {
    api.intercept(({ path }) => (path.endsWith('/configmaps/orders-config') ? { body: { data: { 'rabbitmq.conf': 'management.path_prefix = /mq\n' } } } : undefined));
    await health();
    expect(server.asked[0]).toBe('/mq/api/overview');
  });

  test.each([
    ['prometheus.path = /stats\n', '/stats'],
    ['prometheus.path = \'/stats/all\'\n', '/stats/all'],
    ['prometheus.tcp.port = 15692\n', '/metrics'],
  ])('with %j top reads what brokers count at %s', async (conf, path) => {
    api.intercept(request => (request.path.endsWith('/configmaps/orders-config') ? { body: { data: { 'rabbitmq.conf': conf } } } : undefined));
    brokers = (name) => {
      const { '/metrics': metrics, ...others } = healthy(name);
      return { ...others, [path]: metrics };
    };
    expect((await top()).brokers.map(({ connections }) => connections)).toEqual([12, 12, 12]);
    expect(server.asked.filter(asked => !asked.startsWith('/api/'))).toEqual([path, path, path]);
  });

  test.each([
    ['may not be read', refusal(403, 'Forbidden', 'no'), 'Secret orders-monitoring may not be read'],
    ['does not exist', refusal(404, 'NotFound', 'no'), 'there is no Secret orders-monitoring with a monitoring user'],
  ])('commands run in pods where the Secret %s, and the screen says why', async (_, given, reason) => {
    secret = given;
    const report = await health();
    expect(report.readBy).toEqual({ way: 'exec', reason, hidden: [] });
    expect(reportText(report, style)).toContain(`Read by commands in the pods (pods/exec): ${reason}`);
    expect(exec).toHaveBeenCalled();
    expect(server.asked).toEqual([]);
  });

  test('who may run commands in pods sees queues of all virtual hosts', async () => {
    mayExec = true;
    brokers = name => ({ ...healthy(name), queues: [] });
    jest.mocked(exec).mockResolvedValue({ stdout: JSON.stringify({ value: [{ name: 'mails', vhost: 'eu', type: 'quorum', leader: '', members: NODES, online: NODES, state: 'running' }] }), stderr: '', exitCode: 0 });
    const { findings, readBy } = await health();
    expect(findings.map(({ id }) => id)).toContain('queue-without-leader');
    expect(readBy.hidden).toEqual([]);
  });
});

test.each(['health', 'status', 'watch', 'top'])('%s has no right to run commands, except as a fallback', (name) => {
  const { rights } = COMMANDS.find(entry => nameOf(entry) === name)!;
  expect(rights.filter(({ resources, isFallback }) => resources.includes('pods/exec') && !isFallback)).toEqual([]);
  expect(rights).toContainEqual({ resources: ['secrets'], verbs: ['get'], nameSuffixes: ['-monitoring'] });
});
