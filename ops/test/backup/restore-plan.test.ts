import type { BackupManifest } from '../../src/backup/backup-file';
import { planRestore, type PlannedRestore } from '../../src/backup/restore-plan';
import type { Definitions } from '../../src/broker/definitions';
import { RefusedError } from '../../src/core/errors';

interface Case {
  readonly backup: Definitions;
  readonly cluster?: Definitions;
  readonly from?: string;
  readonly into?: string;
  readonly secrets?: Record<string, string>;
  readonly isolated?: boolean;
}

function planned({ backup, cluster = {}, from = '4.3.6', into = '4.3.6', secrets = {}, isolated }: Case): PlannedRestore {
  const manifest = { rabbitmqVersion: from } as BackupManifest;
  return planRestore({ manifest, definitions: backup }, { version: into, definitions: cluster, userSecrets: new Map(Object.entries(secrets)), isolated }, 'file');
}

const QUEUE = { name: 'orders', vhost: '/', durable: true, auto_delete: false, arguments: { 'x-queue-type': 'quorum' } };
const ADMIN = { name: 'admin', password_hash: 'a', tags: ['administrator'] };

test('what isn\'t there is added, what is other is changed, what is the same is left alone', () => {
  const policy = { vhost: '/', name: 'short', pattern: '^a', definition: { 'max-length': 10 } };
  const { plan, definitions } = planned({
    backup: { users: [ADMIN], queues: [QUEUE], policies: [policy], vhosts: [{ name: '/' }] },
    cluster: { policies: [{ ...policy, pattern: '^b' }], vhosts: [{ name: '/', limits: [] }, { name: 'extra' }] },
  });
  expect(plan.added).toEqual([{ kind: 'users', title: 'admin', tags: ['administrator'] }, { kind: 'queues', title: 'orders in /' }]);
  expect(plan.changed).toEqual([{ kind: 'policies', title: 'short in /', because: 'pattern' }]);
  expect([plan.left, plan.same, plan.onlyInCluster]).toEqual([[], 1, 1]);
  expect(definitions).toEqual({ rabbitmq_version: '4.3.6', users: [ADMIN], queues: [QUEUE], policies: [policy] });
});

test('a queue with other arguments is left, as RabbitMQ would leave it, and is named', () => {
  const { plan, definitions } = planned({ backup: { queues: [QUEUE] }, cluster: { queues: [{ ...QUEUE, arguments: { 'x-queue-type': 'classic' } }] } });
  expect(plan.left).toEqual([{ kind: 'queues', title: 'orders in /', because: 'it is there with other arguments, which RabbitMQ never changes: delete it first if the backup\'s is wanted' }]);
  expect(definitions.queues).toBeUndefined();
});

test('a queue of a release that doesn\'t say its type beside its arguments is the same; of another type it is left', () => {
  expect(planned({ backup: { queues: [QUEUE] }, cluster: { queues: [{ ...QUEUE, type: 'quorum' }] } }).plan).toMatchObject({ left: [], same: 1 });
  expect(planned({ backup: { queues: [{ ...QUEUE, type: 'classic' }] }, cluster: { queues: [{ ...QUEUE, type: 'quorum' }] } }).plan.left).toHaveLength(1);
});

test('a user whose password is in a Secret keeps it; one that isn\'t there gets the backup\'s', () => {
  const { plan } = planned({ backup: { users: [ADMIN, { name: 'web', password_hash: 'a' }] }, cluster: { users: [{ ...ADMIN, password_hash: 'b' }] }, secrets: { admin: 'orders-credentials', web: 'orders-user-web' } });
  expect(plan.left).toEqual([{ kind: 'users', title: 'admin', tags: ['administrator'], because: 'its password is the one in Secret orders-credentials' }]);
  expect(plan.added).toEqual([{ kind: 'users', title: 'web' }]);
});

test('a cluster stays who it is', () => {
  const { plan } = planned({ backup: { global_parameters: [{ name: 'cluster_name', value: 'old' }, { name: 'mqtt', value: 1 }] }, cluster: { global_parameters: [{ name: 'cluster_name', value: 'new' }] } });
  expect([plan.left.map(({ title }) => title), plan.added.map(({ title }) => title)]).toEqual([['cluster_name'], ['mqtt']]);
});

test.each([['4.3.6', '4.0.5', true], ['4.0.5', '3.13.7', true], ['4.3.6', '4.3.1', false], ['3.10.25', '4.3.6', false]])('of %s into %s: refused %s', (from, into, refused) => {
  const attempt = (): PlannedRestore => planned({ backup: {}, from, into });
  if (refused) {
    expect(attempt).toThrow(RefusedError);
    expect(attempt).toThrow(`file was made by RabbitMQ ${from}, and the cluster runs ${into}`);
  } else {
    expect(attempt).not.toThrow();
  }
});

test('keys of policies that a release doesn\'t know any more are left out, and said', () => {
  const policies = [
    { vhost: '/', name: 'mirrored', pattern: '', definition: { 'ha-mode': 'all' } },
    { vhost: '/', name: 'both', pattern: '', definition: { 'ha-mode': 'all', 'max-length': 1 } },
  ];
  const { plan, definitions } = planned({ backup: { policies }, from: '3.10.25', into: '4.0.5' });
  expect(plan.left).toEqual([{ kind: 'policies', title: 'mirrored in /', because: 'RabbitMQ 4.0.5 doesn\'t know ha-mode any more: queues are replicated by being quorum queues' }]);
  expect(plan.added).toEqual([{ kind: 'policies', title: 'both in /', because: 'without ha-mode, which RabbitMQ 4.0.5 doesn\'t know any more' }]);
  expect(definitions.policies).toEqual([{ ...policies[1], definition: { 'max-length': 1 } }]);
  expect(planned({ backup: { policies }, from: '3.10.25', into: '3.13.7' }).definitions.policies).toEqual(policies);
});

test('order and wording of what means the same make no difference', () => {
  const { plan } = planned({
    backup: { users: [{ ...ADMIN, tags: 'b,a', limits: {} }], queues: [{ ...QUEUE, arguments: { a: 1, b: 2 } }], bindings: [{ source: 'x', vhost: '/', destination: 'q', destination_type: 'queue', routing_key: '', arguments: {} }] },
    cluster: { users: [{ ...ADMIN, tags: ['a', 'b'] }], queues: [{ ...QUEUE, arguments: { b: 2, a: 1 } }], bindings: [{ source: 'x', vhost: '/', destination: 'q', destination_type: 'queue', routing_key: '', arguments: {} }] },
  });
  expect([plan.same, plan.added, plan.changed, plan.left]).toEqual([3, [], [], []]);
});

const shovel = (value: object, name = 's') => ({ vhost: '/', component: 'shovel', name, value });
const SHOVEL = shovel({ 'src-uri': 'amqps://user:p@ss/w@remote.example.com:5671/%2f', 'dest-uri': 'amqp://', 'src-queue': 'q' });
const UPSTREAM = { vhost: '/', component: 'federation-upstream', name: 'u', value: { uri: ['amqp://a.example.com', 'amqp://u:p@b.example.com:5673?x=1'] } };
const LIMIT = { vhost: '/', component: 'vhost-limits', name: 'limits', value: { 'max-queues': 10 } };

describe('shovels and federation', () => {
  const FEDERATED = { vhost: '/', name: 'federated', pattern: '^x', definition: { 'federation-upstream-set': 'all' } };
  const MIXED = { vhost: '/', name: 'mixed', pattern: '^y', definition: { 'federation-upstream': 'u', 'max-length': 10 } };
  const backup = { parameters: [SHOVEL, UPSTREAM, LIMIT], policies: [FEDERATED, MIXED] };

  test('say in a restore\'s plan where they connect at once, without a password', () => {
    const { plan } = planned({ backup });
    expect(plan.added.filter(({ kind }) => kind === 'parameters')).toEqual([
      { kind: 'parameters', title: 'shovel s in /', connects: 'from remote.example.com:5671 to this cluster' },
      { kind: 'parameters', title: 'federation-upstream u in /', connects: 'from a.example.com, b.example.com:5673' },
      { kind: 'parameters', title: 'vhost-limits limits in /' },
    ]);
    expect(JSON.stringify(plan)).not.toMatch(/p@ss|u:p/);
  });

  test('are left out of a cluster that must stay isolated', () => {
    const { plan, definitions } = planned({ backup, isolated: true });
    expect(definitions.parameters).toEqual([LIMIT]);
    expect(definitions.policies).toEqual([{ ...MIXED, definition: { 'max-length': 10 } }]);
    expect(plan.left.map(({ title }) => title)).toEqual(['shovel s in /', 'federation-upstream u in /', 'federated in /']);
    expect(plan.added).toContainEqual({ kind: 'policies', title: 'mixed in /', because: 'without federation-upstream, as verify starts no federation links' });
  });
});
