import type { Definitions } from '../../src/broker/definitions';

const ODD = 'odd /%\'"`${x}\\ nämé\n\u2028--';

const queue = (
  vhost: string,
  name: string,
  args: object = {},
  others: object = {},
) => ({ vhost, name, durable: true, auto_delete: false, arguments: args, ...others });
const exchange = (vhost: string, name: string, type = 'direct', args: object = {}, others: object = {}) => (
  { vhost, name, type, durable: true, auto_delete: false, internal: false, arguments: args, ...others });
const binding = (vhost: string, source: string, destination: string, key = '', args: object = {}, type = 'queue') => (
  { vhost, source, destination, destination_type: type, routing_key: key, arguments: args });
const parameter = (
  vhost: string,
  component: string,
  name: string,
  value: unknown,
) => ({ vhost, component, name, value });

/** A cluster with something of each kind, and names and values that are hard to write. */
export const DEFINITIONS: Definitions = {
  rabbitmq_version: '4.3.6',
  vhosts: [
    { name: '/', description: 'Default virtual host', tags: [], default_queue_type: 'undefined', metadata: { description: 'Default virtual host', tags: [] } },
    { name: 'orders', description: 'it\'s', tags: ['b', 'a'], default_queue_type: 'quorum', metadata: {} },
    { name: ODD }, { name: 'odd/a' }, { name: 'odd--a' }, { name: 'class' }, { name: 'empty' },
  ],
  users: [
    { name: 'administrator', tags: ['administrator'], limits: {} },
    { name: 'app', tags: [], limits: { 'max-connections': 5, 'max-channels': 0 } },
    { name: 'App', tags: ['monitoring', 'management'], limits: [] },
    { name: 'a b', tags: [] },
  ],
  permissions: [
    { user: 'administrator', vhost: '/', configure: '.*', write: '.*', read: '.*' },
    { user: 'app', vhost: 'orders', configure: '', write: '^(a|b\\.c)$', read: '^$' },
    { user: 'app', vhost: ODD, configure: '(?i)^x', write: '', read: '.*' },
    { user: 'a b', vhost: '/', configure: '', write: '', read: '' },
  ],
  topic_permissions: [{ user: 'app', vhost: 'orders', exchange: 'amq.topic', write: '^a\\.', read: '' }],
  global_parameters: [
    { name: 'cluster_name', value: 'orders' }, { name: 'internal_cluster_id', value: 'x' }, { name: 'cdk8s-rabbitmq.topology.orders-topology', value: { removable: ['x'] } },
    { name: 'mqtt_port_to_vhost_mapping', value: { 1883: 'orders' } },
  ],
  parameters: [
    parameter('orders', 'vhost-limits', 'limits', { 'max-queues': 50_000, 'max-connections': 0 }),
    parameter('orders', 'operator_policy', 'limit', { pattern: '.*', 'apply-to': 'quorum_queues', definition: { 'max-length': 9, 'delivery-limit': 4 }, priority: -1 }),
    parameter('orders', 'federation-upstream', 'eu', { uri: 'amqp://u:secret@eu', 'max-hops': 2, expires: 3_600_000, 'trust-user-id': true }),
    parameter('orders', 'federation-upstream', 'us 1', { uri: 'amqp://u:secret@us', 'ack-mode': 'no-ack', 'prefetch-count': 7, 'reconnect-delay': 90 }),
    parameter('orders', 'federation-upstream-set', 'both', [{ upstream: 'eu' }, { upstream: 'us 1' }]),
    parameter('orders', 'federation-upstream-set', 'named', [{ upstream: 'eu', exchange: 'x' }]),
    parameter('orders', 'shovel', 'local', { 'src-protocol': 'amqp091', 'src-uri': 'amqp:///orders', 'src-queue': 'plain', 'dest-protocol': 'amqp091', 'dest-uri': 'amqp:///orders', 'dest-exchange': 'events', 'dest-exchange-key': 'k', 'src-delete-after': 'queue-length' }),
    parameter('orders', 'shovel', 'away', { 'src-protocol': 'amqp091', 'src-uri': 'amqp://', 'src-queue': 'plain', 'dest-protocol': 'amqp091', 'dest-uri': 'amqps://u:secret@far', 'dest-queue': 'q', 'ack-mode': 'on-publish', 'src-prefetch-count': 3, 'reconnect-delay': 5 }),
    parameter('orders', 'shovel', 'many', { 'src-protocol': 'amqp10', 'src-uri': ['amqp://u:secret@one', 'amqp://u:secret@two'], 'src-address': 'a', 'dest-protocol': 'amqp091', 'dest-uri': 'amqp://', 'dest-queue': 'q' }),
    parameter('/', 'mqtt-vhost', 'mapping', { a: [1, 'two', false, { b: {} }] }),
  ],
  policies: [
    { vhost: 'orders', name: 'all', pattern: '^tmp\\.', 'apply-to': 'all', definition: { 'message-ttl': 1, 'dead-letter-exchange': 'dead', 'alternate-exchange': 'gone', 'max-age': '7D' }, priority: 3 },
    { vhost: 'orders', name: ODD, pattern: '^$', 'apply-to': 'streams', definition: { 'max-age': '86400s', 'stream-max-segment-size-bytes': 1_000_000, 'max-length-bytes': 2048 }, priority: 0 },
    { vhost: 'orders', name: 'federate', pattern: '^events$', 'apply-to': 'exchanges', definition: { 'federation-upstream-set': 'both' }, priority: 0 },
  ],
  exchanges: [
    exchange('orders', 'events', 'topic', { 'alternate-exchange': 'dead' }),
    exchange('orders', 'dead', 'fanout', {}, { internal: true }),
    exchange('orders', 'a', 'headers', { 'alternate-exchange': 'b' }), exchange('orders', 'b', 'direct', { 'alternate-exchange': 'a' }),
    exchange('orders', 'later', 'x-delayed-message', { 'x-delayed-type': 'direct' }),
    exchange('orders', 'short', 'x-consistent-hash', {}, { durable: false, auto_delete: true }),
    exchange('orders', 'strange', 'x-of-a-plugin'),
    exchange('orders', 'toString'), exchange('orders', 'queue'),
    exchange(ODD, ODD),
  ],
  queues: [
    queue('orders', 'plain', [] as never), queue('orders', 'quorum', {
      'x-queue-type': 'quorum', 'x-delivery-limit': -1, 'x-dead-letter-exchange': 'dead', 'x-dead-letter-routing-key': '', 'x-dead-letter-strategy': 'at-least-once', 'x-overflow': 'reject-publish',
      'x-delayed-retry-type': 'all', 'x-delayed-retry-min': 1000, 'x-delayed-retry-max': 60_000, 'x-quorum-initial-group-size': 3, 'x-quorum-target-group-size': 5, 'x-consumer-timeout': 0,
    }, { type: 'quorum' }),
    queue('orders', 'stream', { 'x-queue-type': 'stream', 'x-max-age': '1h', 'x-max-length-bytes': 5_000_000_001, 'x-stream-filter-size-bytes': 32, 'x-initial-cluster-size': 3 }),
    queue('orders', 'classic', { 'x-queue-type': 'classic', 'x-max-priority': 10, 'x-dead-letter-exchange': '', 'x-message-ttl': 60_000, 'x-expires': 1_800_001, 'x-max-length-bytes': 1_048_576, 'x-single-active-consumer': true, 'x-queue-mode': 'lazy' }, { durable: false }),
    queue('orders', 'temporary', { 'x-queue-type': 'classic', 'x-single-active-consumer': false, 'x-dead-letter-exchange': 'gone', 'x-dead-letter-routing-key': 'k' }, { auto_delete: true }),
    queue('orders', 'mqtt', { 'x-queue-type': 'rabbit_mqtt_qos0_queue' }),
    queue('orders', 'void', { 'x-queue-type': 'classic', 'x-nothing': null }),
    queue('orders', 'amq.gen-x'), queue('orders', 'rabbitmq-k8s.health'),
    queue(ODD, ODD), queue('odd/a', 'a/b'), queue('odd/a', 'a--b'), queue('odd/a', 'a%2Fb'), queue('class', 'new'), queue('class', 'chart'), queue('class', '1'), queue('class', '__proto__'),
  ],
  bindings: [
    binding('orders', 'events', 'plain', 'order.*.paid'), binding('orders', 'events', 'plain', ODD), binding('orders', 'events', 'dead', '#', {}, 'exchange'),
    binding('orders', 'a', 'plain', '', { 'x-match': 'any', n: 1, __proto__: 'x' }), binding('orders', 'a', 'plain', 'k', { 'x-match': 'all' }), binding('orders', 'a', 'quorum', '', { 'x-match': 'all-with-x', h: 'v' }),
    binding('orders', 'amq.topic', 'plain', 'a'), binding('orders', 'amq.topic', 'amq.fanout', 'a', {}, 'exchange'),
    binding('orders', 'events', 'an-exclusive-queue', 'a'), binding('orders', 'strange', 'plain', 'a'),
    binding('orders', 'toString', 'plain'), binding('orders', 'queue', 'plain'), binding(ODD, ODD, ODD, ODD),
    binding('class', 'amq.direct', 'new'), binding('class', 'amq.direct', 'chart'), binding('class', 'amq.direct', '1'), binding('class', 'amq.direct', '__proto__'),
  ],
};
