import type { Example } from './examples';

const orders = (virtualHost: object): object => ({ topology: { virtualHosts: { orders: virtualHost } } });
const queue = (options: object): object => orders({ queues: { billing: options } });
const policy = (options: object, kind = 'policies'): object => orders({ [kind]: { limit: { pattern: '^a', definition: { maxLength: 1 }, ...options } } });
const user = (options: object, name = 'app'): object => ({ topology: { users: { [name]: options }, virtualHosts: { orders: {} } } });
const uri = { existingSecret: 'remote' };
const upstream = { eu: { uri } };
const shovel = (source: object, destination: object = { queue: 'there', uri }): object => (
  orders({ queues: { here: {} }, shovels: { move: { source, destination } } }));
const SOURCE = 'source of shovel "move" in virtual host "orders"';
const release = (tag: string): object => ({ image: { tag: `${tag}-management` } });

const QUEUE = 'queue "billing" in virtual host "orders"';
const POLICY = 'policy "limit" in virtual host "orders"';
const LONG_NAME = 'a'.repeat(44);
const MULTIBYTE = 'ä'.repeat(128);

/** What is refused in a topology, beyond the schema. */
export const TOPOLOGY_ERRORS: Readonly<Record<string, Example>> = {
  'topology-name': {
    values: { ...orders({}), cluster: { name: LONG_NAME } },
    says: `cluster.name is "${LONG_NAME}", too long for the Job that applies the topology: 43 characters are the most`,
    args: [LONG_NAME],
  },
  'topology-name-long': { values: orders({ queues: { [MULTIBYTE]: {} } }), args: ['queue', `"${MULTIBYTE}"`] },
  'topology-name-reserved': { values: orders({ queues: { 'amq.mine': {} } }), args: ['queue', '"amq.mine"'] },
  'global-parameter-reserved': {
    values: { topology: { globalParameters: { 'cdk8s-rabbitmq.topology.mine': { value: 1 } } } }, args: ['"cdk8s-rabbitmq.topology.mine"'],
  },
  'federation-set-all': { values: orders({ federationUpstreams: upstream, federationUpstreamSets: { all: { upstreams: ['eu'] } } }), args: [] },
  'federation-upstream-unknown': {
    values: orders({ federationUpstreams: upstream, federationUpstreamSets: { sites: { upstreams: ['us'] } } }), args: ['"sites"', '"orders"', '"us"'],
  },
  'shovel-end-objects': { values: shovel({}), args: [SOURCE, 'neither a queue nor'] },
  'shovel-end-virtual-host': { values: shovel({ uri, queue: 'here', virtualHost: 'orders' }), args: [SOURCE] },
  'shovel-end-unknown': { values: shovel({ queue: 'old' }), args: [SOURCE, 'queue "old"', '"orders"', 'queues'] },
  'shovel-loop': {
    values: orders({
      queues: { a: {}, b: {} },
      shovels: { back: { source: { queue: 'b' }, destination: { queue: 'a' } }, move: { source: { queue: 'a' }, destination: { queue: 'b' } } },
    }),
    args: ['"back"', '"orders"'],
  },
  'virtual-host-full': { values: orders({ limits: { maxQueues: 0 }, queues: { a: {}, b: {}, c: {}, d: {} } }), args: ['0', '4', '"orders"'] },
  'default-queue-type-of-series': { values: { ...orders({ defaultQueueType: 'classic' }), ...release('3.10.25') }, args: ['"orders"', '3.10.25'] },
  'exchange-unknown': {
    values: queue({ bindings: [{ source: 'events' }] }), args: ['source of a binding of queue "billing"', '"orders"', '"events"'],
  },
  'exchange-delayed-type': {
    values: { ...orders({ exchanges: { later: { type: 'x-delayed-message' } } }), communityPlugins: ['rabbitmq_delayed_message_exchange'] },
    args: ['exchange "later" in virtual host "orders"'],
  },
  'exchange-type-of-series': {
    values: { ...orders({ exchanges: { near: { type: 'x-local-random' } } }), ...release('3.13.7') }, args: ['exchange "near"', '3.13.7'],
  },
  'super-stream-partitions': { values: orders({ superStreams: { clicks: { partitions: 2, routingKeys: ['a'] } } }), args: ['"clicks"', 'both'] },
  'declared-twice': {
    values: orders({ superStreams: { clicks: { partitions: 2 } }, queues: { 'clicks-1': {} } }), args: ['queue "clicks-1" in virtual host "orders"'],
  },
  'queue-argument-of-other-type': { values: queue({ maxPriority: 5 }), args: ['maxPriority', QUEUE, 'quorum', 'classic'] },
  'queue-argument-of-other-series': {
    values: { ...queue({ consumerTimeout: '1h' }), ...release('4.2.10') }, args: ['consumerTimeout', QUEUE, '4.3', '4.2.10'],
  },
  'queue-delayed-retry-range': { values: queue({ delayedRetry: { min: '1m', max: '1s' } }), args: [QUEUE, '60000'] },
  'queue-replicated-transient': { values: queue({ durable: false }), args: ['durable is false', QUEUE, 'quorum'] },
  'queue-overflow-of-other-type': { values: queue({ overflow: 'reject-publish-dlx' }), args: [QUEUE] },
  'policy-pattern-glob': { values: policy({ pattern: 'web*' }), args: [POLICY, '"web*"', '"^web.*"'] },
  'policy-target-of-series': { values: { ...policy({ applyTo: 'streams', definition: { maxAge: '1h' } }), ...release('3.11.28') }, args: [POLICY, '"streams"', '3.11.28'] },
  'policy-key-of-other-target': { values: policy({ definition: { alternateExchange: 'amq.fanout' } }), args: [POLICY, '"alternate-exchange"', '"queues"'] },
  'policy-key-removed': { values: policy({ definition: { additional: { 'ha-mode': 'all' } } }), args: [POLICY, '"ha-mode"'] },
  'policy-key-of-other-series': { values: { ...policy({ definition: { targetGroupSize: 5 } }), ...release('3.13.7') }, args: [POLICY, '"target-group-size"', '4.0', '3.13.7'] },
  'operator-policy-key': {
    values: policy({ definition: { additional: { 'queue-leader-locator': 'balanced' } } }, 'operatorPolicies'), args: [`operator ${POLICY}`, '"queue-leader-locator"'],
  },
  'policies-of-one-priority': {
    values: orders({ queues: { abc: {} }, policies: { limit: { pattern: '^a', definition: { maxLength: 1 } }, other: { pattern: 'c$', definition: { maxLength: 2 } } } }),
    args: [POLICY, '"other"', 'queue "abc"', '0'],
  },
  'user-name': { values: user({}, 'guest') },
  'user-administrator': { values: user({}, 'admin'), args: ['"admin"', '"rabbitmq-cluster"'] },
  'user-of-platform': { values: { ...user({}, 'backup'), backup: { enabled: true } }, args: ['"backup"'] },
  'user-secrets': { values: user({ passwordHash: { existingSecret: 'hash' }, secretName: 'made' }), args: ['"app"', 'secretName'] },
  'user-secret-name': { values: user({ existingSecret: 'there', secretName: 'made' }), args: ['"made"', '"there"'] },
  'right-unknown': {
    values: user({ permissions: { orders: { consume: ['billing'] } } }), args: ['app', 'consume', '"orders"', '"billing"', 'queue or super stream'],
    says: 'topology.users.app.permissions: consume in virtual host "orders" has "billing", which is no declared queue or super stream. Add it, or use a pattern',
  },
  'permission-pattern': { values: user({ permissions: { orders: { read: '(' } } }), args: ['permissions.read', '"app"', '"orders"', '"("'] },
  'permission-glob': { values: user({ permissions: { orders: { read: 'web*' } } }), args: ['permissions.read', '"app"', '"orders"', '"web*"', '"^web.*"'] },
};

const bound = (type: string, binding: object): object => orders({ exchanges: { events: { type } }, queues: { billing: { bindings: [{ source: 'events', ...binding }] } } });
const federated = (definition: object): object => orders({ policies: { limit: { pattern: '^a', definition } } });

/** What is likely not meant in a topology. */
export const TOPOLOGY_WARNINGS: Readonly<Record<string, Example>> = {
  'name-spaces': { values: orders({ queues: { 'billing ': {} } }), args: ['queue "billing " in virtual host "orders"'] },
  'names-differ-in-case': { values: orders({ queues: { Billing: {}, billing: {} } }), args: ['queue "Billing" in virtual host "orders"', 'queue'] },
  'virtual-host-undeclared': { values: user({ permissions: { shop: {} } }), args: ['"app"', '"shop"'] },
  'virtual-host-of-plugin-undeclared': {
    values: { ...orders({}), plugins: ['rabbitmq_mqtt'], configuration: { 'mqtt.vhost': 'shop' } }, args: ['configuration "mqtt.vhost"', '"shop"'],
  },
  'virtual-host-connections': { values: { topology: {
    virtualHosts: { orders: { limits: { maxConnections: 4 } } },
    users: Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map(name => [name, { permissions: { orders: {} } }])),
  } }, args: ['"orders"', '4', '5'] },
  'exchange-undeclared': {
    values: user({ permissions: { orders: {} }, topicPermissions: { orders: { events: {} } } }), args: ['"app"', '"orders"', '"events"'],
  },
  'federation-upstream-undeclared': {
    values: federated({ federationUpstream: 'eu' }), args: [POLICY, 'federation-upstream "eu"', 'federationUpstreams'],
  },
  'binding-arguments-ignored': { values: bound('topic', { headers: { a: 1 } }), args: ['"events"', '"billing"'] },
  'binding-key-wildcard': { values: bound('direct', { routingKey: 'a.#' }), args: ['"events"', '"billing"', '"orders"', '"a.#"'] },
  'dead-letters-lost': {
    values: orders({ exchanges: { dead: {} }, queues: { billing: { deadLetter: { exchange: 'dead' } } } }), args: ['exchange "dead" in virtual host "orders"'],
  },
  'queue-transient-of-series': { values: queue({ type: 'classic', durable: false }), args: [QUEUE] },
  'queue-argument-ignored': {
    values: queue({ type: 'classic', arguments: { 'x-queue-mode': 'lazy' } }), args: [QUEUE, '"x-queue-mode"', '3.12'],
  },
  'queue-group-even': { values: queue({ groupSize: 2 }), args: [QUEUE, '2'] },
  'queue-group-above-brokers': { values: queue({ groupSize: 5 }), args: [QUEUE, '5', '3'] },
  'policy-pattern-unanchored': { values: policy({ pattern: 'web' }), args: [POLICY, '"web"'] },
  'policy-pattern-repeats-letter': { values: policy({ pattern: '^web*' }), args: [POLICY, '"^web*"'] },
  'policy-key-ignored': { values: policy({ definition: { additional: { 'queue-mode': 'lazy' } } }), args: [POLICY, '"queue-mode"', '3.12'] },
  'permission-unanchored': { values: user({ permissions: { orders: { read: 'web' } } }), args: ['permissions.read', '"app"', '"orders"', '"web"'] },
  'permission-repeats-letter': { values: user({ permissions: { orders: { read: '^web*' } } }), args: ['permissions.read', '"app"', '"orders"', '"^web*"'] },
};
