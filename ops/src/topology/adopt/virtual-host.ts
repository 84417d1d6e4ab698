import type { VirtualHostSource } from './virtual-host-source';
import {
  RabbitMQDeadLetterStrategy,
  RabbitMQDelayedRetryType,
  RabbitMQExchangeType,
  RabbitMQLeaderLocator,
  RabbitMQOverflow,
  RabbitMQPolicyTarget,
  RabbitMQQueueType,
} from 'cdk8s-rabbitmq';
import { addParameters } from './parameters';
import { literal, literals, object } from './source-file';
import { age, bytes, member, milliseconds, onlyTrue, type Option, split, text, whole } from './values';
import { asText, isReserved, type JsonObject, type TopologyObject } from '../objects';

const queueType = member('RabbitMQQueueType', RabbitMQQueueType);
const leaderLocator = member('RabbitMQLeaderLocator', RabbitMQLeaderLocator);
const overflow = member('RabbitMQOverflow', RabbitMQOverflow);

/** The options of queues, by the arguments that they set: see lib/topology/queue-arguments.ts. */
const QUEUE_OPTIONS: Readonly<Record<string, Option>> = {
  'x-queue-type': ['type', queueType],
  'x-delivery-limit': ['deliveryLimit', whole(-1)],
  'x-consumer-timeout': ['consumerTimeout', milliseconds],
  'x-message-ttl': ['messageTtl', milliseconds],
  'x-expires': ['expires', milliseconds],
  'x-max-length': ['maxLength', whole(0)],
  'x-max-length-bytes': ['maxBytes', bytes],
  'x-overflow': ['overflow', overflow],
  'x-single-active-consumer': ['singleActiveConsumer', onlyTrue],
  'x-max-priority': ['maxPriority', whole(1, 255)],
  'x-queue-leader-locator': ['leaderLocator', leaderLocator],
  'x-quorum-initial-group-size': ['groupSize', whole(1)],
  'x-initial-cluster-size': ['groupSize', whole(1)],
  'x-max-age': ['maxAge', age],
  'x-stream-max-segment-size-bytes': ['maxSegmentSize', bytes],
  'x-stream-filter-size-bytes': ['filterSize', whole(16, 255)],
};

/** The options of policies, by the keys that they set: see lib/topology/policy.ts. */
const OPERATOR_POLICY_OPTIONS: Readonly<Record<string, Option>> = {
  'message-ttl': ['messageTtl', milliseconds],
  expires: ['expires', milliseconds],
  'max-length': ['maxLength', whole(0)],
  'max-length-bytes': ['maxBytes', bytes],
  'delivery-limit': ['deliveryLimit', whole(0)],
  overflow: ['overflow', overflow],
  'target-group-size': ['targetGroupSize', whole(1)],
};

const POLICY_OPTIONS: Readonly<Record<string, Option>> = {
  ...OPERATOR_POLICY_OPTIONS,
  'dead-letter-routing-key': ['deadLetterRoutingKey', text],
  'dead-letter-strategy': ['deadLetterStrategy', member('RabbitMQDeadLetterStrategy', RabbitMQDeadLetterStrategy)],
  'queue-leader-locator': ['leaderLocator', leaderLocator],
  'consumer-timeout': ['consumerTimeout', milliseconds],
  'max-age': ['maxAge', age],
  'stream-max-segment-size-bytes': ['maxSegmentSize', bytes],
  'federation-upstream': ['federationUpstream', text],
  'federation-upstream-set': ['federationUpstreamSet', text],
};

const LIMITS: Readonly<Record<string, Option>> = { 'max-connections': ['maxConnections', whole(0)], 'max-queues': ['maxQueues', whole(0)] };

/** Writes a virtual host and all that is in it. */
export function addVirtualHost(source: VirtualHostSource): void {
  const { file, name } = source;
  const ofKind = (kind: TopologyObject['kind']): TopologyObject[] => source.objects.filter(one => one.kind === kind);
  const body = source.objects.find(({ kind }) => kind === 'vhost')?.body ?? {};
  const isEmpty = source.objects.every(({ kind }) => kind === 'vhost' || kind === 'vhost-limits');
  const vhost = file.identifier(name === '/' ? 'default' : name, 'virtualHost');
  const limits = ofKind('vhost-limits').map(one => split(one.body, LIMITS, file).options)[0] ?? {};
  file.space();
  file.add(`${isEmpty ? '' : `const ${vhost} = `}new ${file.use('RabbitMQVirtualHost')}(chart, ${literal(`vhost-${name.replace(/[%/]/g, encodeURIComponent)}`)}, ${object({
    cluster: 'cluster',
    name: literal(name),
    description: typeof body.description === 'string' ? literal(body.description) : undefined,
    tags: Array.isArray(body.tags) ? literals(body.tags as string[]) : undefined,
    defaultQueueType: body.default_queue_type === undefined ? undefined : queueType(body.default_queue_type, file),
    tracing: body.tracing === true ? 'true' : undefined,
    limits: object(limits),
  }) ?? '{}'});`);
  if (isEmpty) {
    return;
  }
  const exchanges = new Exchanges(source, vhost, ofKind('exchange'));
  exchanges.add();
  const queues = addQueues(source, vhost, ofKind('queue'), exchanges);
  addBindings(source, vhost, exchanges, queues, ofKind('binding'));
  addPolicies(source, vhost, exchanges, [...ofKind('policy'), ...ofKind('operator-policy')]);
  addParameters(source, vhost, queues, exchanges.names, ofKind('parameter'));
}

/** The names of constants by the names of objects. */
type Names = ReadonlyMap<string, string>;

/** The exchanges of a virtual host, written in an order in which an alternate exchange comes first. */
class Exchanges {
  public readonly names = new Map<string, string>();
  private readonly referred: ReadonlySet<string>;
  private readonly declared: ReadonlyMap<string, TopologyObject>;

  public constructor(
    private readonly source: VirtualHostSource,
    private readonly vhost: string,
    exchanges: readonly TopologyObject[],
  ) {
    this.declared = new Map(exchanges.map(exchange => [exchange.name ?? '', exchange]));
    this.referred = new Set(source.objects.flatMap(referredExchanges));
  }

  public add(): void {
    const started = new Set<string>();
    const visit = (exchange: TopologyObject): void => {
      if (started.has(exchange.name ?? '')) {
        return;
      }
      started.add(exchange.name ?? '');
      const alternate = this.declared.get(asText(argumentsOf(exchange)['alternate-exchange']));
      if (alternate) {
        visit(alternate);
      }
      this.addOne(exchange);
    };
    this.declared.forEach(visit);
  }

  /** The constant of an exchange; one that RabbitMQ makes is imported. */
  public constantOf(name: string): string | undefined {
    const { file } = this.source;
    if (!this.names.has(name) && name.startsWith('amq.')) {
      const constant = file.identifier(name, 'exchange');
      file.add(`const ${constant} = ${file.use('RabbitMQExchange')}.fromExchangeName(${this.vhost}, ${literal(`imported-${name}`)}, ${this.vhost}, ${literal(name)});`);
      this.names.set(name, constant);
    }
    return this.names.get(name);
  }

  private addOne(exchange: TopologyObject): void {
    const { file } = this.source;
    const { name = '', body: { type, durable, auto_delete: autoDelete, internal } } = exchange;
    const typed = member('RabbitMQExchangeType', RabbitMQExchangeType)(type, file);
    if (typed === undefined) {
      this.source.leaveOut(exchange, `its type "${asText(type)}" is not one that the library knows`);
      return;
    }
    const { 'alternate-exchange': alternate, ...others } = argumentsOf(exchange);
    const constant = typeof alternate === 'string' ? this.constantOf(alternate) : undefined;
    const options = object({
      type: type === 'direct' ? undefined : typed,
      durable: durable === false ? 'false' : undefined,
      autoDelete: autoDelete === true ? 'true' : undefined,
      internal: internal === true ? 'true' : undefined,
      alternateExchange: constant,
      arguments: file.arguments({ ...others, ...(alternate !== undefined && constant === undefined && { 'alternate-exchange': alternate }) }),
    });
    const call = `${this.vhost}.addExchange(${literal(name)}${options === undefined ? '' : `, ${options}`});`;
    if (this.referred.has(name)) {
      const own = file.identifier(name, 'exchange');
      this.names.set(name, own);
      file.add(`const ${own} = ${call}`);
    } else {
      file.add(call);
    }
  }
}

/** The exchanges that an object refers to. */
function referredExchanges({ kind, source, destination, destination_type: type, body }: TopologyObject): string[] {
  const { arguments: args = {}, definition = {}, value = {} } = body as Record<string, JsonObject | undefined>;
  const names = [
    kind === 'binding' && source, kind === 'binding' && type === 'exchange' && destination,
    args['alternate-exchange'], args['x-dead-letter-exchange'], definition['alternate-exchange'], definition['dead-letter-exchange'],
    kind === 'parameter' && value['src-exchange'], kind === 'parameter' && value['dest-exchange'],
  ];
  return names.filter(name => typeof name === 'string');
}

function argumentsOf({ body }: TopologyObject): JsonObject {
  return body.arguments as JsonObject;
}

function addQueues(
  source: VirtualHostSource,
  vhost: string,
  queues: readonly TopologyObject[],
  exchanges: Exchanges,
): Names {
  const { file } = source;
  const names = new Map<string, string>();
  const referred = new Set(source.objects.flatMap(({ kind, destination, destination_type: type, body }) => {
    const value = (kind === 'parameter' ? body.value : {}) as JsonObject;
    return [kind === 'binding' && type === 'queue' ? destination : undefined, value['src-queue'], value['dest-queue']].filter(name => typeof name === 'string');
  }));
  for (const queue of queues.filter(({ name = '' }) => !isReserved(name))) {
    const { name = '', body: { durable, auto_delete: autoDelete } } = queue;
    const {
      'x-dead-letter-exchange': exchange, 'x-dead-letter-routing-key': routingKey, 'x-dead-letter-strategy': strategy,
      'x-delayed-retry-type': retryType, 'x-delayed-retry-min': min, 'x-delayed-retry-max': max, ...values
    } = argumentsOf(queue);
    if (queueType(values['x-queue-type'], file) === undefined) {
      source.leaveOut(queue, `its type "${asText(values['x-queue-type'])}" is not one that the library knows`);
      continue;
    }
    const { options, others } = split(values, QUEUE_OPTIONS, file);
    const constant = typeof exchange === 'string' ? exchanges.constantOf(exchange) : undefined;
    const strategyExpression = strategy === undefined ? undefined : member('RabbitMQDeadLetterStrategy', RabbitMQDeadLetterStrategy)(strategy, file);
    const deadLetter = constant === undefined
      ? undefined
      : object({
          exchange: constant,
          routingKey: routingKey === undefined ? undefined : text(routingKey, file),
          strategy: strategyExpression,
        });
    const [minimum, maximum, kind] = [min, max, retryType].map((value, index) =>
      (value === undefined ? undefined : index < 2 ? milliseconds(value, file) : member('RabbitMQDelayedRetryType', RabbitMQDelayedRetryType)(value, file)));
    const isRetry = minimum !== undefined && maximum !== undefined && kind !== undefined;
    const written = object({
      ...options,
      durable: durable === false ? 'false' : undefined,
      autoDelete: autoDelete === true ? 'true' : undefined,
      deadLetter,
      delayedRetry: isRetry ? object({ type: kind, min: minimum, max: maximum }) : undefined,
      arguments: file.arguments({
        ...others,
        ...(deadLetter === undefined && { ...one('x-dead-letter-exchange', exchange), ...one('x-dead-letter-routing-key', routingKey) }),
        ...((deadLetter === undefined || strategyExpression === undefined) && one('x-dead-letter-strategy', strategy)),
        ...(!isRetry && { ...one('x-delayed-retry-type', retryType), ...one('x-delayed-retry-min', min), ...one('x-delayed-retry-max', max) }),
      }),
    });
    const call = `${vhost}.addQueue(${literal(name)}${written === undefined ? '' : `, ${written}`});`;
    if (referred.has(name)) {
      const own = file.identifier(name, 'queue');
      names.set(name, own);
      file.add(`const ${own} = ${call}`);
    } else {
      file.add(call);
    }
  }
  return names;
}

function one(name: string, value: JsonObject[string] | undefined): JsonObject {
  return value === undefined ? {} : { [name]: value };
}

function addBindings(
  source: VirtualHostSource,
  _vhost: string,
  exchanges: Exchanges,
  queues: Names,
  bindings: readonly TopologyObject[],
): void {
  const { file } = source;
  for (const binding of bindings) {
    const from = exchanges.constantOf(binding.source ?? '');
    const isQueue = binding.destination_type === 'queue';
    const to = isQueue ? queues.get(binding.destination ?? '') : exchanges.constantOf(binding.destination ?? '');
    if (from === undefined || to === undefined) {
      // to an exclusive queue, which goes with its connection
      if (!isQueue || from === undefined) {
        source.leaveOut(binding, 'one of its ends is not adopted');
      }
      continue;
    }
    const { 'x-match': match, ...headers } = argumentsOf(binding);
    const isMatch = match === 'all' || match === 'any';
    const options = object({
      routingKey: binding.body.routing_key === '' ? undefined : literal(asText(binding.body.routing_key)),
      ...(isMatch && { headers: file.arguments(headers) ?? '{}', matchAny: match === 'any' ? 'true' : undefined }),
      arguments: isMatch ? undefined : file.arguments(argumentsOf(binding)),
    });
    file.add(`${from}.${isQueue ? 'bind' : 'bindExchange'}(${to}${options === undefined ? '' : `, ${options}`});`);
  }
}

function addPolicies(
  source: VirtualHostSource,
  vhost: string,
  exchanges: Exchanges,
  policies: readonly TopologyObject[],
): void {
  const { file } = source;
  for (const policy of policies) {
    const { kind, name = '', body } = policy;
    const isOperator = kind === 'operator-policy';
    const { 'dead-letter-exchange': dead, 'alternate-exchange': alternate, ...values } = body.definition as JsonObject;
    const applyTo = member('RabbitMQPolicyTarget', RabbitMQPolicyTarget)(body['apply-to'] ?? 'all', file);
    if (applyTo === undefined) {
      source.leaveOut(policy, `it applies to "${asText(body['apply-to'])}", which the library does not know`);
      continue;
    }
    const { options, others } = split(values, isOperator ? OPERATOR_POLICY_OPTIONS : POLICY_OPTIONS, file);
    const [deadLetterExchange, alternateExchange] = [dead, alternate].map(exchange => (typeof exchange === 'string' && !isOperator ? exchanges.constantOf(exchange) : undefined));
    const definition = object({
      ...options, deadLetterExchange, alternateExchange,
      additional: file.arguments({
        ...others,
        ...(deadLetterExchange === undefined && one('dead-letter-exchange', dead)),
        ...(alternateExchange === undefined && one('alternate-exchange', alternate)),
      }),
    });
    file.add(`${vhost}.${isOperator ? 'addOperatorPolicy' : 'addPolicy'}(${literal(name)}, ${object({
      pattern: literal(asText(body.pattern)), applyTo, priority: body.priority === undefined || body.priority === 0 ? undefined : asText(body.priority), definition: definition ?? '{}',
    }) ?? ''});`);
  }
}
