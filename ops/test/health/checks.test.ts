import { CHECKS } from '../../src/health/checks';
import type { HealthFacts } from '../../src/health/facts';
import { byGravity, worst } from '../../src/health/finding';

const node = (ordinal: number) => `rabbit@orders-${ordinal}.orders-nodes.shop`;
const NODES = [0, 1, 2].map(node);
const pod = (ordinal: number, ready = true) => ({
  metadata: { name: `orders-${ordinal}` },
  status: { conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }], containerStatuses: [{ name: 'rabbitmq', state: { running: {} } }] },
});
const STATUS = {
  name: 'orders', members: NODES, running: NODES, alarms: [], partitions: {}, maintenance: {},
  versions: Object.fromEntries(NODES.map(name => [name, '4.3.6'])),
  featureFlags: [{ name: 'khepri_db', state: 'enabled', stability: 'stable' }],
};
const QUEUE = { name: 'in', vhost: '/', type: 'quorum', messages: 0, leader: NODES[0], members: NODES, online: NODES, state: 'running' };

const healthy = {
  cluster: { namespace: 'shop', name: 'orders' },
  statefulSet: { spec: { replicas: 3 } },
  pods: [0, 1, 2].map(ordinal => pod(ordinal)),
  reasons: [],
  claims: [{ metadata: { name: 'rabbitmq-data-orders-0' }, status: { phase: 'Bound' } }],
  views: [0, 1, 2].map(ordinal => ({ pod: `orders-${ordinal}`, status: STATUS })),
  status: STATUS,
  atMinimum: [], leaderless: [], queues: [QUEUE],
  suspended: [],
  unread: [],
} as unknown as HealthFacts;

const found = (change: object): string[] => CHECKS.flatMap(check => check({ ...healthy, ...change })).map(({ id, level }) => `${level} ${id}`);
const withStatus = (change: object) => {
  const status = { ...STATUS, ...change };
  return { status, views: [{ pod: 'orders-0', status }] };
};

test('nothing is found of a cluster that is well', () => {
  expect(found({})).toEqual([]);
});

test.each<[string, object, string[]]>([
  ['a pod of three is down', { pods: [pod(0), pod(1), pod(2, false)], reasons: [{ pod: 'orders-2', ready: false, sentence: 'It boots' }] }, ['warning pod-not-ready']],
  ['a broker boots, which is one cause', {
    ...withStatus({ running: NODES.slice(0, 2) }), pods: [pod(0), pod(1), pod(2, false)], reasons: [{ pod: 'orders-2', ready: false, sentence: 'The broker boots' }],
    views: [{ pod: 'orders-0', status: { ...STATUS, running: NODES.slice(0, 2) } }, { pod: 'orders-2', error: 'not started' }],
  }, ['warning pod-not-ready']],
  ['a pod is missing, whose broker is down with it', { pods: [pod(0), pod(1)], ...withStatus({ running: NODES.slice(0, 2) }) }, ['warning pods-missing']],
  ['two pods of three are down', { pods: [pod(0), pod(1, false), pod(2, false)], reasons: [{ pod: 'orders-1', ready: false, sentence: 'It boots' }] }, ['critical pod-not-ready']],
  ['no PodDisruptionBudget is there', { isProtected: false }, ['warning no-disruption-budget']],
  ['one broker has no PodDisruptionBudget', { isProtected: false, statefulSet: { spec: { replicas: 1 } } }, []],
  ['an upgrade has stopped', { statefulSet: { metadata: { annotations: { 'rabbitmq-k8s/roll': 'upgrade' } }, spec: { replicas: 3, template: { spec: { containers: [] } } } } }, ['warning rollout-stopped']],
  ['an upgrade is in progress', { operator: 'upgrade by ann', statefulSet: { metadata: { annotations: { 'rabbitmq-k8s/roll': 'upgrade' } }, spec: { replicas: 3, template: { spec: { containers: [] } } } } }, ['info rollout-in-progress']],
  ['changes of the membership are paused', { statefulSet: { metadata: { annotations: { 'rabbitmq-k8s/membership': 'paused' } }, spec: { replicas: 3 } } }, ['warning membership-paused']],
  ['an operation is in progress', { operator: 'scale by ann' }, ['info operation-in-progress']],
  ['no brokers are wanted', { statefulSet: { spec: { replicas: 0 } }, pods: [], views: [], status: undefined, queues: [] }, ['warning stopped']],
  ['a volume is lost', { claims: [{ metadata: { name: 'x' }, status: { phase: 'Lost' } }] }, ['critical volume-not-bound']],
  ['a member runs no more', withStatus({ running: NODES.slice(0, 2) }), ['warning member-down']],
  ['the majority is gone', withStatus({ running: NODES.slice(0, 1) }), ['critical quorum-lost', 'warning member-down', 'warning member-down']],
  ['a member has no pod', withStatus({ members: [...NODES, node(3)] }), ['warning stale-member']],
  ['a pod is no member', withStatus({ members: NODES.slice(0, 2), running: NODES.slice(0, 2) }), ['critical not-a-member']],
  ['brokers disagree on who runs', { views: [{ pod: 'orders-0', status: STATUS }, { pod: 'orders-1', status: { ...STATUS, running: [NODES[1]] } }] }, ['critical partition']],
  ['a broker is in a cluster of its own, which the others still count', { views: [{ pod: 'orders-0', status: { ...STATUS, members: [NODES[0]], running: [NODES[0]] } }, { pod: 'orders-1', status: STATUS }] }, ['critical second-cluster']],
  ['a partition is named', withStatus({ partitions: { [NODES[0]]: [NODES[1]] } }), ['critical partition']],
  ['an alarm is on', withStatus({ alarms: [{ node: NODES[0], resource: 'disk' }] }), ['critical alarm-disk']],
  ['a queue lost its majority', { queues: [{ ...QUEUE, online: NODES.slice(0, 1) }] }, ['critical queue-without-quorum']],
  ['a queue has no leader', { queues: [{ ...QUEUE, leader: '' }] }, ['critical queue-without-leader']],
  ['a queue\'s member is down', { queues: [{ ...QUEUE, online: NODES.slice(0, 2) }] }, ['warning queue-member-down']],
  ['a queue has two members', { queues: [{ ...QUEUE, members: NODES.slice(0, 2), online: NODES.slice(0, 2) }] }, ['warning queue-few-members']],
  ['a certificate expires next week', { expiring: { days: 7, output: '' } }, ['critical certificate-expiring']],
  ['a certificate expires next month', { expiring: { days: 30, output: '' } }, ['warning certificate-expiring']],
  ['releases differ', withStatus({ versions: { [NODES[0]]: '4.3.6', [NODES[1]]: '4.3.5' } }), ['warning versions-differ']],
  ['a release is out of support', withStatus({ versions: { [NODES[0]]: '3.10.25' } }), ['warning version-unsupported']],
  ['a plugin has no file', withStatus({ missingPlugins: { [NODES[0]]: ['rabbitmq_delayed_message_exchange'], [NODES[1]]: [] } }), ['warning plugins-missing']],
  ['a stable feature flag is off', withStatus({ featureFlags: [{ name: 'x', state: 'disabled', stability: 'stable' }] }), ['warning feature-flags-off']],
  ['a node is in maintenance', { ...withStatus({ maintenance: { [NODES[0]]: 'draining' } }), suspended: [NODES[0]] }, ['warning draining']],
  ['a broker lets no client in', { suspended: [NODES[0]] }, ['warning listeners-suspended']],
  ['no broker lets a client in', { suspended: NODES }, Array(3).fill('critical listeners-suspended')],
  ['queues can\'t be read', { queues: [], unread: [{ what: 'queues', error: 'timeout' }] }, ['critical queues-unread']],
  ['certificates can\'t be read', { unread: [{ what: 'certificates', error: 'timeout' }] }, ['warning certificates-unread']],
  ['the autoscaler is at its end', { autoscaler: { spec: { maxReplicas: 3 }, status: { currentReplicas: 3 } } }, ['warning autoscaler-at-maximum']],
  ['a broker gives no answer', { views: [{ pod: 'orders-0', error: 'timeout' }, { pod: 'orders-1', status: STATUS }] }, ['warning broker-unanswered']],
])('it is said when %s', (_, change, expected) => {
  expect(found(change)).toEqual(expected);
});

test.each<[string, object]>([
  ['an experimental feature flag is off', withStatus({ featureFlags: [{ name: 'x', state: 'disabled', stability: 'experimental' }] })],
  ['a classic queue has one place', { queues: [{ ...QUEUE, type: 'classic', members: [], online: [] }] }],
  ['a volume grows no more', { claims: [{ metadata: { name: 'x' }, status: { phase: 'Bound', conditions: [{ type: 'Resizing', status: 'False' }] } }] }],
  ['the autoscaler has room', { autoscaler: { spec: { maxReplicas: 5 }, status: { currentReplicas: 3 } } }],
  ['all plugins run', withStatus({ missingPlugins: { [NODES[0]]: [] } })],
  ['a broker that isn\'t a pod of the cluster has no plugins', withStatus({ missingPlugins: { 'rabbit@elsewhere': ['x'] } })],
  ['a release isn\'t known', withStatus({ versions: { [NODES[0]]: '9.9.9' } })],
])('nothing is said when %s', (_, change) => {
  expect(found(change)).toEqual([]);
});

test('the gravest comes first, and counts', () => {
  const findings = (['info', 'critical', 'warning'] as const).map(level => ({ id: level, level, what: '', meaning: '' }));
  expect(byGravity(findings).map(({ level }) => level)).toEqual(['critical', 'warning', 'info']);
  expect(worst(findings)).toBe('critical');
  expect(worst([])).toBeUndefined();
});

test('pods with one cause are one finding, whose advice can be pasted', () => {
  const reasons = [0, 1].map(ordinal => ({ pod: `orders-${ordinal}`, ready: false, sentence: 'The image can\'t be pulled' }));
  const findings = CHECKS.flatMap(check =>
    check({ ...healthy, pods: [pod(0, false), pod(1, false), pod(2)], reasons } as unknown as HealthFacts));
  expect(findings.filter(({ id }) => id === 'pod-not-ready')).toMatchObject([{
    what: 'orders-0, orders-1 aren\'t Ready: The image can\'t be pulled', remedy: '"rabbitmq-k8s doctor -n shop -c orders"',
  }]);
});
