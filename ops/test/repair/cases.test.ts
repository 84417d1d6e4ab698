import { Broker } from '../../src/broker/broker';
import { cookieCases } from '../../src/repair/cookies';
import type { RepairFacts } from '../../src/repair/facts';
import { lostBrokerCases } from '../../src/repair/lost-brokers';
import { outsiderCases } from '../../src/repair/outsiders';
import { staleMemberCases } from '../../src/repair/stale-members';
import { stoppedAppCases } from '../../src/repair/stopped-apps';
import { stuckPodCases } from '../../src/repair/stuck-pods';
import { suspendedCases } from '../../src/repair/suspended';

const node = (ordinal: number): string => `rabbit@orders-${ordinal}.orders-nodes.shop`;
const NODES = [0, 1, 2].map(node);
const pod = (ordinal: number, ready = true, more: object = {}) => ({
  metadata: { name: `orders-${ordinal}`, ...more },
  spec: { nodeName: `worker-${ordinal}`, volumes: [{ name: 'data', persistentVolumeClaim: { claimName: `rabbitmq-data-orders-${ordinal}` } }] },
  status: { conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }], containerStatuses: [{ name: 'rabbitmq', state: { running: {} } }] },
});
const claim = (ordinal: number, phase = 'Bound') => ({ metadata: { name: `rabbitmq-data-orders-${ordinal}`, namespace: 'shop' }, status: { phase } });
const STATUS = { members: NODES, running: NODES, maintenance: {}, featureFlags: [{ name: 'khepri_db', state: 'enabled' }] };
const worker = (ready: boolean) => ({ status: { conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }] } });

const facts = (change: object = {}): RepairFacts => ({
  cluster: { namespace: 'shop', name: 'orders' },
  statefulSet: { spec: { replicas: 3 } },
  pods: [0, 1, 2].map(ordinal => pod(ordinal)),
  claims: [0, 1, 2].map(ordinal => claim(ordinal)),
  status: STATUS,
  queues: [],
  suspended: [],
  unread: [],
  views: [],
  request: {},
  cookies: { secret: { name: 'orders-erlang-cookie', key: 'cookie', fingerprint: 'aa' }, byPod: new Map([['orders-0', 'aa'], ['orders-1', 'aa'], ['orders-2', 'aa']]), common: 'aa' },
  troubles: new Map(),
  stoppedApps: [],
  nodes: new Map(),
  ...change,
}) as unknown as RepairFacts;

const two = { ...STATUS, running: NODES.slice(0, 2) };
const one = { ...STATUS, running: NODES.slice(0, 1) };
const twoPods = [pod(0), pod(1), pod(2, false)];
const onePod = [pod(0), pod(1, false), pod(2, false)];

test('of a cluster that is well nothing is to be repaired', () => {
  expect([
    stuckPodCases, cookieCases, lostBrokerCases, staleMemberCases,
  ].flatMap((cases: (of: RepairFacts) => unknown[]) => cases(facts()))).toEqual([]);
});

test('RabbitMQ that is stopped in a running container is started', () => {
  expect(stoppedAppCases(facts({ stoppedApps: ['orders-2'] }))).toMatchObject([{ id: 'stopped-app', subject: 'orders-2', loses: [], steps: [expect.stringContaining('start_app'), expect.anything()] }]);
});

describe('an Erlang cookie', () => {
  const others = new Map([['orders-0', 'aa'], ['orders-1', 'aa'], ['orders-2', 'bb']]);
  const secret = (fingerprint: string, owner?: string) => ({ name: 'orders-erlang-cookie', key: 'cookie', fingerprint, owner });

  test('of one pod that differs is copied from the Secret again', () => {
    const [found, ...more] = cookieCases(facts({ pods: twoPods, cookies: { secret: secret('aa'), byPod: others, common: 'aa' } }));
    expect(more).toEqual([]);
    expect(found).toMatchObject({ id: 'cookie', subject: 'orders-2', loses: [], evidence: expect.stringContaining('bb') });
    expect(found.blocked).toBeUndefined();
  });

  test('of the Secret that is another than the brokers\' is put back first', () => {
    const found = cookieCases(facts({ pods: twoPods, cookies: { secret: secret('bb'), byPod: others, common: 'aa' } }), { restoreCookie: true });
    expect(found.map(({ subject, blocked }) => [subject, blocked])).toEqual([['Secret orders-erlang-cookie', undefined], ['orders-2', undefined]]);
  });

  test('that was rotated in the Secret is not reverted unless that is asked for', () => {
    const found = cookieCases(facts({ pods: twoPods, cookies: { secret: secret('bb'), byPod: others, common: 'aa' } }));
    expect(found.map(({ blocked }) => blocked)).toEqual(Array(2).fill(expect.stringContaining('"rabbitmq-k8s repair --restore-cookie -n shop -c orders"')));
  });

  test('of a Secret that somebody keeps is left to them', () => {
    const [found] = cookieCases(facts({ cookies: { secret: secret('bb', 'ExternalSecret orders'), byPod: new Map([['orders-0', 'aa']]), common: 'aa' } }));
    expect(found.blocked).toContain('is kept by ExternalSecret orders');
  });

  test('of a pod that can\'t be looked into is told by its log', () => {
    const cookies = { secret: secret('aa'), byPod: new Map([['orders-0', 'aa']]), common: 'aa' };
    const troubles = new Map([['orders-2', { id: 'cookie', line: 'Invalid challenge reply' }]]);
    expect(cookieCases(facts({ pods: twoPods, cookies, troubles }))).toMatchObject([{ subject: 'orders-2', evidence: 'Invalid challenge reply' }]);
  });
});

describe('a lost volume', () => {
  test('is that of a claim that is Lost, and of a pod that is named', () => {
    const named = lostBrokerCases(facts({ pods: twoPods, status: two, request: { lost: ['orders-2'] } }));
    const gone = lostBrokerCases(facts({ pods: twoPods, status: two, claims: [claim(0), claim(1), claim(2, 'Lost')] }));
    for (const cases of [named, gone]) {
      expect(cases).toMatchObject([{ id: 'lost-volume', subject: 'orders-2', steps: [expect.stringContaining('delete the claim rabbitmq-data-orders-2'), expect.stringContaining('wait')] }]);
    }
    expect(lostBrokerCases(facts({ pods: twoPods, status: two }))).toEqual([]);
  });

  test('with Mnesia keeps the new volume, and is forgotten', () => {
    const troubles = new Map([['orders-2', { id: 'lost-volume', line: 'disagrees' }]]);
    const [found] = lostBrokerCases(facts({ pods: twoPods, status: { ...two, featureFlags: [] }, troubles }));
    expect(found.steps).toEqual([`have the others forget ${node(2)}, so that it can join again`, expect.stringContaining('wait')]);
  });

  test('is none of a broker that runs, or isn\'t there', () => {
    expect(() => lostBrokerCases(facts({ request: { lost: ['orders-1'] } }))).toThrow('--lost orders-1: it is Ready');
    expect(() => lostBrokerCases(facts({ request: { lost: ['orders-7'] } }))).toThrow('there is no such pod; there are orders-0, orders-1, orders-2');
  });
});

describe('a majority that is gone', () => {
  test('is made of the one that is left, once the others are named', () => {
    expect(lostBrokerCases(facts({ pods: onePod, status: one, request: { lost: ['orders-1', 'orders-2'] } }))).toMatchObject([{ id: 'lost-majority', subject: 'orders-0', blocked: undefined }]);
  });

  test.each<[string, object, RegExp]>([
    ['not all are named', { request: { lost: ['orders-1'] } }, /bring orders-2 back.*--lost orders-1 --lost orders-2/],
    ['nobody is named', {}, /bring orders-1 and orders-2 back/],
    ['the metadata is in Mnesia', { status: { ...one, featureFlags: [] }, request: { lost: ['orders-1', 'orders-2'] } }, /Mnesia.*RabbitMQQuorumLost\.md/],
    ['no container runs', { status: undefined, pods: onePod.map(found => ({ ...found, status: {} })), request: { lost: ['orders-1', 'orders-2'] } }, /no broker is left/],
  ])('is left alone where %s', (_, change, blocked) => {
    const [found] = lostBrokerCases(facts({ pods: onePod, status: one, ...change }));
    expect(found).toMatchObject({ id: 'lost-majority', blocked: expect.stringMatching(blocked) });
  });

  describe('of five, with two that are left', () => {
    const five = [0, 1, 2, 3, 4];
    const left = {
      pods: five.map(ordinal => pod(ordinal, [1, 3].includes(ordinal))),
      status: { ...STATUS, members: five.map(node), running: [node(1), node(3)] },
    };

    test('asks which of these to go on from, and for those that are away', () => {
      const [found, ...more] = lostBrokerCases(facts({ ...left, request: { lost: ['orders-0'] } }));
      expect(more).toEqual([]);
      expect(found).toMatchObject({ id: 'lost-majority', evidence: 'not running: orders-0, orders-2, orders-4' });
      expect(found.blocked).toMatch(/^bring orders-2 and orders-4 back.*orders-1 and orders-3 are left, and only one/);
      expect(found.blocked)
        .toMatch(/to go on from orders-1: --lost orders-0 --lost orders-2 --lost orders-4 --lost orders-3$/);
      expect(lostBrokerCases(facts({ ...left, request: { lost: ['orders-0', 'orders-2', 'orders-4'] } }))[0].blocked).toMatch(/^orders-1 and orders-3 are left/);
    });

    test('is made of the one of these that isn\'t given up', () => {
      const [found, ...more] = lostBrokerCases(facts({ ...left, request: { lost: ['orders-0', 'orders-1', 'orders-2', 'orders-4'] } }));
      expect(more).toEqual([]);
      expect(found).toMatchObject({ id: 'lost-majority', subject: 'orders-3', blocked: undefined });
      expect(found.steps[0]).toContain('orders-0, orders-1, orders-2, orders-4');
    });

    test('isn\'t made of none', () => {
      const [found] = lostBrokerCases(facts({ ...left, request: { lost: [0, 1, 2, 3, 4].map(ordinal => `orders-${ordinal}`) } }));
      expect(found.blocked).toContain('no broker is left');
    });
  });

  test('is there with two of three', () => {
    expect(lostBrokerCases(facts({ pods: twoPods, status: two, request: { lost: ['orders-2'] } }))).toMatchObject([{ id: 'lost-volume' }]);
  });
});

describe('a member without a pod', () => {
  const classic = { name: 'in', vhost: '/', type: 'classic', leader: node(3), members: [], online: [] };

  test('is forgotten, and what goes with it is said', () => {
    const found = staleMemberCases(facts({ status: { ...STATUS, members: [...NODES, node(3)] }, queues: [classic] }));
    expect(found).toMatchObject([{ id: 'stale-member', subject: node(3), blocked: undefined, loses: ['classic queue in in /, with its messages'] }]);
  });

  test('may have had queues that can\'t be read', () => {
    const [found] = staleMemberCases(facts({ status: { ...STATUS, members: [...NODES, node(3)] }, unread: [{ what: 'queues', error: 'timeout' }] }));
    expect(found.loses).toEqual([expect.stringContaining('can\'t be read: timeout')]);
  });

  test('waits for a majority', () => {
    const [found] = staleMemberCases(facts({ status: { ...two, members: [...NODES, node(3)] } }));
    expect(found.blocked).toContain('2 of 4 members run');
  });

  test('is none that a pod is wanted for', () => {
    expect(staleMemberCases(facts({ pods: twoPods.slice(0, 2), status: two }))).toEqual([]);
  });
});

describe('listeners that are suspended', () => {
  test('are resumed', () => {
    expect(suspendedCases(facts({ suspended: [node(2)] }))).toMatchObject([{ id: 'suspended-listeners', subject: 'orders-2', loses: [] }]);
  });

  test('stay so in maintenance mode', () => {
    expect(suspendedCases(facts({ suspended: [node(2)], status: { ...STATUS, maintenance: { [node(2)]: 'draining' } } }))).toEqual([]);
  });
});

describe('a pod that is stuck while terminating', () => {
  const stuck = (more: object = {}, seconds = -1): object[] =>
    [pod(0), pod(1), pod(2, false, { deletionTimestamp: new Date(Date.now() + seconds * 1000), ...more })];

  test.each<[string, object, RegExp | undefined]>([
    ['a finalizer holds it', { pods: stuck({ finalizers: ['example.com/held'] }), nodes: new Map([['worker-2', worker(true)]]) }, /owner of example\.com\/held/],
    ['its node is up', { pods: stuck(), nodes: new Map([['worker-2', worker(true)]]), request: { offNodes: ['worker-2'] } }, /is Ready, so that the broker may still run/],
    ['nobody says that its node is off', { pods: stuck(), nodes: new Map([['worker-2', worker(false)]]) }, /--off-node worker-2/],
    ['its node is off for certain', { pods: stuck(), nodes: new Map([['worker-2', worker(false)]]), request: { offNodes: ['worker-2'] } }, undefined],
  ])('is looked at where %s', (_, change, blocked) => {
    const [found] = stuckPodCases(facts(change));
    expect(found).toMatchObject({ id: 'stuck-pod', subject: 'orders-2' });
    expect(found.blocked ?? '').toMatch(blocked ?? /^$/);
  });

  test('has time until its grace period ends', () => {
    expect(stuckPodCases(facts({ pods: stuck({}, 60) }))).toEqual([]);
  });
});

describe('a broker that the others have forgotten', () => {
  const troubles = new Map([['orders-2', { id: 'forgotten', line: 'disagrees' }]]);

  test('joins as a new one, with its data put aside', async () => {
    const found = await outsiderCases(
      {} as never,
      facts({ pods: twoPods, status: { ...two, members: NODES.slice(0, 2) }, troubles }),
    );
    expect(found).toMatchObject([{ id: 'outsider', subject: 'orders-2', evidence: 'disagrees' }]);
    expect(found[0].steps).toEqual([expect.stringContaining('.before-repair'), expect.stringContaining('start it as a new broker'), expect.any(String)]);
  });

  test('is none that is a member', async () => {
    await expect(outsiderCases({} as never, facts({ pods: twoPods, status: two, troubles }))).resolves.toEqual([]);
  });
});

describe('a broker in a cluster of its own', () => {
  const alone = { pod: 'orders-0', status: { ...STATUS, members: NODES.slice(0, 1), running: NODES.slice(0, 1) } };

  test('joins the others, which still count it as one that runs', async () => {
    const found = await outsiderCases({} as never, facts({ views: [alone, { pod: 'orders-1', status: STATUS }] }));
    expect(found).toMatchObject([{ id: 'outsider', subject: 'orders-0', evidence: 'it has the members orders-0; the others orders-0, orders-1, orders-2' }]);
  });

  test('loses its messages unless they are moved first', async () => {
    const views = [alone, { pod: 'orders-1', status: STATUS }];
    const [left] = await outsiderCases({} as never, facts({ views }));
    expect(left.loses).toEqual([expect.stringContaining('"rabbitmq-k8s repair --move-messages -n shop -c orders" moves first what can be moved')]);
    expect(left.steps[0]).toContain('put its data aside');
    const queue = (name: string, type: string, members: string[]) => ({ name, vhost: '/', type, members }) as never;
    jest.spyOn(Broker.prototype, 'queues').mockImplementation(function (this: Broker) {
      return Promise.resolve(this.pod === 'orders-0'
        ? ['shared', 'apart', 'plain', 'new'].map(name => queue(name, 'quorum', [NODES[0]]))
        : [queue('shared', 'quorum', [NODES[1], NODES[0]]), queue('apart', 'quorum', [NODES[1], NODES[2]]), queue('plain', 'classic', [NODES[0]])]);
    });
    const others = { ...STATUS, members: NODES.slice(1), running: NODES.slice(1) };
    const [moved] = await outsiderCases({} as never, facts({ views, status: others, request: { moveMessages: true } }));
    expect(moved.blocked).toBeUndefined();
    expect(moved.loses).toEqual(['all that is defined there and not in the others', expect.stringMatching(/^what is in shared in \/: .* overwrites it$/)]);
    expect(moved.steps.slice(0, 2)).toEqual([expect.stringContaining('move its messages'), left.steps[0]]);
  });

  test('keeps its messages where new queues of the others would get replicas on it', async () => {
    jest.spyOn(Broker.prototype, 'queues').mockResolvedValue([]);
    const views = [alone, { pod: 'orders-1', status: STATUS }];
    const [found] = await outsiderCases({} as never, facts({ views, request: { moveMessages: true } }));
    expect(found.blocked).toContain('count orders-0 as a member');
  });

  test('is none that only sees no others run', async () => {
    const cut = { pod: 'orders-0', status: { ...STATUS, running: NODES.slice(0, 1) } };
    await expect(outsiderCases({} as never, facts({ views: [cut, { pod: 'orders-1', status: STATUS }] }))).resolves.toEqual([]);
  });
});
