import { type DefinitionLists, joinDefinitions } from './definitions';
import { isMap } from './draft';
import { objectsOf } from '../topology/actual';
import { titleOfObject } from '../topology/objects';
import { incomplete } from './incomplete';
import { adopt, type AdoptedTopology } from '../topology/adopt/adopt';

type Map = Readonly<Record<string, unknown>>;

/** A resource of the Messaging Topology Operator: https://www.rabbitmq.com/kubernetes/operator/using-topology-operator */
export interface TopologyResource {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  readonly spec: Map;
  readonly status: Map;
}

type Definition = Record<string, unknown>;

type ToDefinitions = (resource: TopologyResource, all: readonly TopologyResource[]) => DefinitionLists;

/** What becomes of each kind: the list of definitions that it belongs to, and the definition. */
const KINDS: Readonly<Record<string, ToDefinitions>> = {
  Vhost: ({ spec }) => ({
    vhosts: [{
      name: spec.name,
      tags: spec.tags ?? [],
      default_queue_type: spec.defaultQueueType,
      ...spec.tracing === true && { tracing: true },
    }],
    parameters: limits(spec, 'vhost-limits', { connections: 'max-connections', queues: 'max-queues' }),
  }),
  Exchange: ({ spec }) => ({ exchanges: [{ ...placed(spec), ...flags(spec), type: spec.type ?? 'direct', internal: false, arguments: spec.arguments ?? {} }] }),
  Queue: ({ spec }) => ({ queues: [{ ...placed(spec), ...flags(spec), arguments: { 'x-queue-type': spec.type ?? 'classic', ...spec.arguments as Map | undefined } }] }),
  Binding: ({ spec }) => ({
    bindings: [{
      vhost: spec.vhost ?? '/', source: spec.source ?? '', destination: spec.destination ?? '', destination_type: spec.destinationType ?? 'queue',
      routing_key: spec.routingKey ?? '', arguments: spec.arguments ?? {},
    }],
  }),
  Policy: ({ spec }) => ({ policies: [{ ...placed(spec), ...policy(spec, 'all') }] }),
  OperatorPolicy: ({ spec }) => ({ parameters: [{ ...placed(spec), component: 'operator_policy', value: policy(spec, 'queues') }] }),
  User: resource => ({ users: [{ name: userOf(resource), tags: resource.spec.tags ?? [], limits: renamed(resource.spec.limits, { connections: 'max-connections', channels: 'max-channels' }) }] }),
  Permission: ({ spec }, all) => ({ permissions: [{ user: permitted(spec, all), vhost: spec.vhost, configure: '', write: '', read: '', ...spec.permissions as Map | undefined }] }),
  TopicPermission: ({ spec }, all) => ({ topic_permissions: [{ user: permitted(spec, all), vhost: spec.vhost, exchange: '', write: '', read: '', ...spec.permissions as Map | undefined }] }),
  Federation: ({ spec }) => ({ parameters: [{ ...placed(spec), component: 'federation-upstream', value: { uri: 'amqp://', ...parameters(spec, { ackMode: 'ack-mode', prefetchCount: 'prefetch-count' }) } }] }),
  Shovel: ({ spec }) => ({ parameters: [{ ...placed(spec), component: 'shovel', value: { ...SHOVEL_DEFAULTS, ...parameters(spec, SHOVEL_KEYS) } }] }),
  SuperStream: ({ spec }) => superStream(spec),
};

/** What the operator fills in; URIs are in Secrets. */
const SHOVEL_DEFAULTS = { 'src-protocol': 'amqp091', 'dest-protocol': 'amqp091', 'src-uri': 'amqp://', 'dest-uri': 'amqp://' };

/** Members of a shovel that RabbitMQ calls otherwise than the operator. */
const SHOVEL_KEYS: Readonly<Record<string, string>> = {
  deleteAfter: 'src-delete-after', prefetchCount: 'src-prefetch-count', addForwardHeaders: 'dest-add-forward-headers', destAddTimestampHeader: 'dest-add-timestamp-header',
};

/** Members that are of the operator alone. */
const OWN = ['name', 'vhost', 'uriSecret', 'rabbitmqClusterReference', 'deletionPolicy'];

/** Whether a kind belongs to the Messaging Topology Operator. */
export function isTopologyKind(kind: string): boolean {
  return Object.hasOwn(KINDS, kind) || kind === 'SchemaReplication';
}

/** Writes TypeScript for the resources of the Messaging Topology Operator. */
export function migrateTopology(resources: readonly TopologyResource[]): AdoptedTopology {
  const place = resources.map(referenceOf).find(reference => reference.name !== undefined) ?? {};
  const others = resources.filter(resource => !isOf(place, resource));
  const here = resources.filter(resource => isOf(place, resource));
  const known = here.filter(({ kind }) => Object.hasOwn(KINDS, kind));
  const objects = objectsOf(joinDefinitions(known.map(resource => KINDS[resource.kind](resource, here))));
  const reasons = incomplete(objects, 'the resources do');
  const { name = 'rabbitmq-cluster', namespace = 'default' } = place;
  const adopted = adopt({ name, namespace }, objects.filter(object => !reasons.has(object)));
  return {
    ...adopted,
    leftOut: [
      ...adopted.leftOut,
      ...[...reasons].map(([object, reason]) => ({ object: titleOfObject(object), reason })),
      ...others.map(other => ({
        object: `${other.kind} "${other.name}"`, reason: `it is of cluster "${titleOfReference(referenceOf(other))}", not of "${titleOfReference(place)}". Pass the resources of each cluster in a file of their own`,
      })),
      ...resources.filter(({ kind }) => kind === 'SchemaReplication').map(one => ({ object: `SchemaReplication "${one.name}"`, reason: 'it needs the commercial edition; see docs/second-site.md' })),
      ...resources.filter(one => one.kind === 'User' && one.status.username === undefined).map(one => ({
        object: `the name of User "${one.name}"`, reason: 'the resource does not have it, only its Secret. Correct `name`, which is the name of the resource now',
      })),
    ],
  };
}

/** The cluster that a resource is for. */
interface Reference {
  readonly name?: string;
  readonly namespace?: string;
}

function referenceOf({ spec: { rabbitmqClusterReference: reference }, namespace }: TopologyResource): Reference {
  if (!isMap(reference)) {
    return {};
  }
  const { name, namespace: given = namespace, connectionSecret: secret } = reference;
  return {
    name: asOptionalText(name ?? (isMap(secret) ? secret.name : undefined)),
    namespace: asOptionalText(given),
  };
}

function asOptionalText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Whether a resource is for a cluster; one that names none is for any. */
function isOf({ name, namespace }: Reference, resource: TopologyResource): boolean {
  const other = referenceOf(resource);
  return [[name, other.name], [namespace, other.namespace]]
    .every(([one, two]) => one === undefined || two === undefined || one === two);
}

function titleOfReference({ name = '', namespace }: Reference): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}

function placed(spec: Map): { readonly name: unknown; readonly vhost: unknown } {
  return { name: spec.name, vhost: spec.vhost ?? '/' };
}

function flags(spec: Map): Definition {
  return { durable: spec.durable ?? false, auto_delete: spec.autoDelete ?? false };
}

function policy(spec: Map, applyTo: string): Definition {
  return { pattern: spec.pattern, 'apply-to': spec.applyTo ?? applyTo, definition: spec.definition ?? {}, priority: spec.priority ?? 0 };
}

function limits(spec: Map, component: string, names: Readonly<Record<string, string>>): Definition[] {
  const value = renamed(spec.limits, names);
  return Object.keys(value).length === 0 ? [] : [{ vhost: spec.name, component, name: 'limits', value }];
}

function renamed(map: unknown, names: Readonly<Record<string, string>>): Definition {
  return Object.fromEntries(Object.entries(isMap(map) ? map : {}).map(([name, value]) => [names[name] ?? name, value]));
}

/** `srcExchangeKey` is `src-exchange-key`, `messageTTL` is `message-ttl`. */
function parameters(spec: Map, names: Readonly<Record<string, string>>): Definition {
  return Object.fromEntries(Object.entries(spec).filter(([name]) => !OWN.includes(name))
    .map(([name, value]) => [names[name] ?? name.replace(/([a-z])([A-Z]+)/g, '$1-$2').toLowerCase(), value]));
}

function userOf({ name, status }: TopologyResource): unknown {
  return status.username ?? name;
}

function permitted(spec: Map, all: readonly TopologyResource[]): unknown {
  const reference = isMap(spec.userReference) ? spec.userReference.name : undefined;
  const user = all.find(({ kind, name }) => kind === 'User' && name === reference);
  return spec.user ?? (user ? userOf(user) : reference);
}

/** An exchange with a queue for each partition: https://www.rabbitmq.com/docs/streams#super-streams */
function superStream(spec: Map): DefinitionLists {
  const { name, vhost } = placed(spec);
  const keys = Array.isArray(spec.routingKeys)
    ? spec.routingKeys.map(String)
    : Array.from({ length: Number(spec.partitions ?? 3) }, (_, i) => String(i));
  const partition = (key: string): string => `${String(name)}-${key}`;
  return {
    exchanges: [{ name, vhost, type: 'direct', durable: true, auto_delete: false, internal: false, arguments: { 'x-super-stream': true } }],
    queues: keys.map(key => ({ name: partition(key), vhost, durable: true, auto_delete: false, arguments: { 'x-queue-type': 'stream' } })),
    bindings: keys.map((key, i) => ({
      vhost, source: name, destination: partition(key), destination_type: 'queue', routing_key: key, arguments: { 'x-stream-partition-order': i },
    })),
  };
}
