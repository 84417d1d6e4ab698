import { QUEUE_ARGUMENTS } from '../../lib/topology/queue-arguments';
import { POLICY_OPTIONS } from '../../lib/topology/policy';
import {
  RabbitMQAckMode, RabbitMQDeadLetterStrategy, RabbitMQDelayedRetryType, RabbitMQExchangeType, RabbitMQLeaderLocator,
  RabbitMQOverflow, RabbitMQPolicyTarget, RabbitMQQueueType, RabbitMQRecreate, RabbitMQRemovalPolicy, RabbitMQUserTag,
} from '../../lib';
import { described, flag, name, object, oneOf, schedule, Schema, secretKey, text } from './schema-parts';

/** A value of an argument: any value of JSON but null. */
export const argument: Schema = {
  type: ['string', 'number', 'boolean', 'array', 'object'],
  items: { $ref: '#/definitions/argument' },
  additionalProperties: { $ref: '#/definitions/argument' },
};

const argumentValue: Schema = { $ref: '#/definitions/argument' };

const LONGEST_NAME = 255;
/** RabbitMQ takes any name, and counts its bytes. */
const objectName = { pattern: '^[^\\x00-\\x1f]+$', maxLength: LONGEST_NAME };
/** Objects by name. */
const named = (entry: Schema, key: Schema = objectName): Schema => ({ type: 'object', propertyNames: key, additionalProperties: entry });
const names: Schema = { type: 'array', uniqueItems: true, items: text(objectName) };
const whole = (minimum: number, maximum = Number.MAX_SAFE_INTEGER): Schema => ({ type: 'integer', minimum, maximum });
const anyOf = (options: Readonly<Record<string, string>>): Schema => oneOf(...Object.values(options));
const milliseconds = text({ pattern: '^[1-9][0-9]{0,8}(ms|[smh])$' });
const millisecondsOrNone = text({ pattern: '^(0|[1-9][0-9]{0,8})(ms|[smh])$' });
const seconds = text({ pattern: '^[1-9][0-9]{0,8}[smh]$' });
const optionalSeconds = text({ pattern: '^([1-9][0-9]{0,8}[smh])?$' });
const size: Schema = { type: ['string', 'integer'], minimum: 1, maximum: Number.MAX_SAFE_INTEGER, pattern: '^([1-9][0-9]{0,5}([KMGT]i|[kMGT])|[1-9][0-9]{0,14})$' };
const exchange = text({ ...objectName, minLength: 1 });
const routingKey = text({ maxLength: LONGEST_NAME });
const removalPolicy = anyOf(RabbitMQRemovalPolicy);
const recreate = anyOf(RabbitMQRecreate);
/** A regular expression. RabbitMQ has its own, which the schema can't check. */
const pattern = text({ pattern: '^[^\\r\\n]*$' });

/** Arguments by their names in RabbitMQ. Those that have an option are refused with its name. */
function args(options: Readonly<Record<string, string>>, typed: Readonly<Record<string, Schema>> = {}): Schema {
  const refused = Object.fromEntries(Object.entries(options).map(([key, option]) => [key, { const: `Remove it. Did you mean ${option}?` }]));
  return { type: 'object', propertyNames: { minLength: 1 }, properties: { ...typed, ...refused }, additionalProperties: argumentValue };
}

/** Values that RabbitMQ checks of arguments without an option. */
const QUEUE_MODE = oneOf('default', 'lazy');
const GROUP_SIZE = whole(1);

const binding = object({
  source: exchange, routingKey, headers: args({}), matchAny: flag, arguments: args({ 'x-match': 'matchAny' }), removalPolicy,
}, { required: ['source'] });
const bindings: Schema = { type: 'array', items: binding };

function exchangeSchema(): Schema {
  return object({
    type: anyOf(RabbitMQExchangeType), durable: flag, autoDelete: flag, internal: flag, alternateExchange: exchange,
    arguments: args({ 'alternate-exchange': 'alternateExchange' }), bindings, removalPolicy, recreate,
  });
}

function queueSchema(): Schema {
  const options = Object.fromEntries(Object.entries(QUEUE_ARGUMENTS)
    .map(([option, { argument: key, prop = option }]) => [key, prop]));
  return object({
    type: anyOf(RabbitMQQueueType), durable: flag, autoDelete: flag,
    deadLetter: object({ exchange: text({ maxLength: LONGEST_NAME }), routingKey, strategy: anyOf(RabbitMQDeadLetterStrategy) }, { required: ['exchange'] }),
    deliveryLimit: whole(-1),
    delayedRetry: object({ type: anyOf(RabbitMQDelayedRetryType), min: millisecondsOrNone, max: milliseconds }, { required: ['min', 'max'] }),
    consumerTimeout: milliseconds, messageTtl: millisecondsOrNone, expires: milliseconds,
    maxLength: whole(
      0,
    ), maxBytes: size, overflow: anyOf(RabbitMQOverflow), singleActiveConsumer: flag, maxPriority: whole(1, 255),
    leaderLocator: anyOf(
      RabbitMQLeaderLocator,
    ), groupSize: whole(1), maxAge: seconds, maxSegmentSize: size, filterSize: whole(16, 255),
    arguments: args({ 'x-queue-type': 'type', ...options }, { 'x-queue-mode': QUEUE_MODE, 'x-quorum-target-group-size': GROUP_SIZE }),
    bindings, removalPolicy, recreate,
    expect: described('What is expected of the queue while all is well. An alert fires where it does not hold.', object({
      maxBacklog: described('The highest number of messages that wait for a consumer. An alert fires after 10 minutes above it.', whole(0)),
      consumers: described('The lowest number of consumers. An alert fires after 5 minutes below it.', whole(1)),
    }, { minProperties: 1 })),
  });
}

function superStreamSchema(): Schema {
  return object({
    partitions: whole(1, 1000), routingKeys: { ...names, minItems: 1 },
    leaderLocator: anyOf(RabbitMQLeaderLocator), groupSize: whole(1),
    maxAge: seconds, maxBytes: size, maxSegmentSize: size, removalPolicy, recreate,
  });
}

/** Keys of definitions with an option, and the form of others as RabbitMQ checks them. */
function additional(options: readonly string[]): Schema {
  const refused = Object.fromEntries(Object.entries(POLICY_OPTIONS)
    .filter(([option]) => options.includes(option))
    .map(([option, key]) => [key, option]));
  const retries = oneOf('all', 'failed', 'returned', 'disabled');
  const delay = whole(0);
  return {
    ...args(refused, {
      'queue-mode': QUEUE_MODE, 'delayed-retry-type': retries, 'delayed-retry-min': delay, 'delayed-retry-max': delay,
      'initial-cluster-size': GROUP_SIZE, 'stream-filter-size-bytes': whole(16, 255),
    }),
    minProperties: 1,
  };
}

function policySchema(definition: Readonly<Record<string, Schema>>): Schema {
  return object({
    pattern, applyTo: anyOf(RabbitMQPolicyTarget), priority: whole(-2_147_483_648, 2_147_483_647), removalPolicy,
    definition: object({ ...definition, additional: additional(Object.keys(definition)) }, { minProperties: 1 }),
  }, { required: ['pattern', 'definition'] });
}

/** What an operator policy limits. */
const LIMITS: Readonly<Record<string, Schema>> = {
  messageTtl: millisecondsOrNone, expires: milliseconds, maxLength: whole(
    0,
  ), maxBytes: size, deliveryLimit: whole(0), overflow: anyOf(RabbitMQOverflow),
  targetGroupSize: whole(1),
};

/** What a policy sets. */
const DEFINITION: Readonly<Record<string, Schema>> = {
  ...LIMITS,
  deadLetterExchange: text({
    maxLength: LONGEST_NAME,
  }), deadLetterRoutingKey: routingKey, deadLetterStrategy: anyOf(RabbitMQDeadLetterStrategy),
  alternateExchange: exchange, leaderLocator: anyOf(
    RabbitMQLeaderLocator,
  ), consumerTimeout: milliseconds, maxAge: seconds, maxSegmentSize: size,
  federationUpstream: described('The upstream that exchanges and queues get messages from.', exchange),
  federationUpstreamSet: described('The set of upstreams that exchanges and queues get messages from; all for all of the virtual host.', exchange),
};

const parameter = object({ value: described('The value: any value of JSON but null.', argumentValue), removalPolicy }, { required: ['value'] });

/** Components of parameters that have keys of their own, whose URIs are in Secrets. */
const COMPONENTS: Readonly<Record<string, string>> = {
  shovel: 'shovels', 'federation-upstream': 'federationUpstreams', 'federation-upstream-set': 'federationUpstreamSets',
};

function parameters(): Schema {
  const refused = Object.entries(COMPONENTS).map(([component, key]) => [component, { const: `Remove it. Did you mean ${key}?` }]);
  return { ...named(named(parameter)), properties: Object.fromEntries(refused) };
}

const uri = described('The key of an existing Secret with the URI, such as amqps://user:password@host:5671/vhost.', object({
  existingSecret: name, key: described('The key: uri, unless it is another one.', secretKey),
}, { required: ['existingSecret'] }));

/** Options of a federation upstream and of a shovel, by their keys in RabbitMQ. */
const LINK_KEYS = { 'prefetch-count': 'prefetchCount', 'reconnect-delay': 'reconnectDelay', 'ack-mode': 'ackMode' };
const link = {
  prefetchCount: described('Maximum number of unacknowledged messages in flight.', whole(1)),
  reconnectDelay: described('The time before a new connection attempt.', seconds),
  ackMode: described('When a message is acknowledged to where it comes from.', anyOf(RabbitMQAckMode)),
  removalPolicy,
};

function federationUpstreamSchema(target: Schema): Schema {
  return object({
    uri, egress: described('Where the upstream is: opens the NetworkPolicy of the brokers, at ports 5672 and 5671 unless there are others.', target),
    exchange, queue: exchange, ...link,
    maxHops: described('Over how many federation links a message may come.', whole(1)),
    expires: described('How long the upstream keeps messages while the link is down.', milliseconds),
    additional: args({ uri: 'uri', exchange: 'exchange', queue: 'queue', ...LINK_KEYS, 'max-hops': 'maxHops', expires: 'expires' }),
  }, { required: ['uri'] });
}

function shovelSchema(target: Schema): Schema {
  const refused = ['source', 'destination'].flatMap((option, end) => ['uri', 'queue', 'exchange', 'exchange-key'].map(key => (
    [`${['src', 'dest'][end]}-${key}`, `${option}.${key === 'exchange-key' ? 'routingKey' : key}`])));
  const end = object({
    queue: exchange, exchange,
    virtualHost: described('The virtual host of the queue or the exchange, if it is another one of this cluster.', exchange),
    uri, routingKey,
    egress: described('Where the other cluster is: opens the NetworkPolicy of the brokers, at ports 5672 and 5671 unless there are others.', target),
  });
  return object({
    source: end, destination: end, ...link,
    additional: args({ ...Object.fromEntries(refused), 'src-prefetch-count': 'prefetchCount', ...LINK_KEYS }),
  }, { required: ['source', 'destination'] });
}

function virtualHostSchema(target: Schema): Schema {
  return object({
    description: text(), tags: { type: 'array', uniqueItems: true, items: text({ minLength: 1 }) }, defaultQueueType: anyOf(RabbitMQQueueType), tracing: flag,
    limits: object({ maxConnections: whole(0), maxQueues: whole(0) }), removalPolicy,
    exchanges: named(exchangeSchema()), queues: named(queueSchema()), superStreams: named(superStreamSchema()),
    policies: named(policySchema(DEFINITION)), operatorPolicies: named(policySchema(LIMITS)), parameters: described('Runtime parameters of plugins, by component and name.', parameters()),
    federationUpstreams: described('Other clusters that messages come from, by name. A policy selects exchanges and queues.', named(federationUpstreamSchema(target))),
    federationUpstreamSets: described('Sets of federation upstreams, by name.', named(object({
      upstreams: { ...names, minItems: 1 }, removalPolicy,
    }, { required: ['upstreams'] }))),
    shovels: described('Shovels by name: each moves messages from a queue or an exchange to another one.', named(shovelSchema(target))),
    importedExchanges: names, importedQueues: names,
  });
}

function userSchema(): Schema {
  return object({
    existingSecret: name, secretName: name, passwordHash: object({ existingSecret: name, key: secretKey }, { required: ['existingSecret'] }),
    tags: { type: 'array', uniqueItems: true, items: anyOf(RabbitMQUserTag) },
    limits: object({ maxConnections: whole(0), maxChannels: whole(0) }),
    permissions: named(object({
      publish: names, consume: names, declare: names, configure: pattern, write: pattern, read: pattern,
    })),
    topicPermissions: named(named(object({ write: pattern, read: pattern }))),
    removalPolicy,
  });
}

/** Virtual hosts, exchanges, queues, bindings, policies, parameters and users. */
export function topologySchema(target: Schema): Schema {
  return object({
    reapply: flag,
    reapplySchedule: schedule,
    deadline: seconds,
    ttlAfterFinished: optionalSeconds,
    virtualHosts: named(virtualHostSchema(target)),
    globalParameters: described('Global runtime parameters of plugins, by name.', named(parameter)),
    users: named(userSchema(), { pattern: '^[A-Za-z0-9][A-Za-z0-9_.@:+-]{0,127}$' }),
  });
}
