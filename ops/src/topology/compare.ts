import { canonical, isReserved, type Json, type JsonObject, keyOf, OBJECT_KINDS, type ObjectKind, titleOfObject, type TopologyObject } from './objects';
import { redacted } from './redact';

/** What differs in an object: the property, and its values. A value that is not there is left out. */
export interface PropertyDifference {
  readonly property: string;
  readonly declared?: Json;
  readonly actual?: Json;
}

/** An object that is not as declared. */
export interface ObjectDrift {
  /** `missing`: declared, and not in the brokers. `undeclared`: in the brokers only. */
  readonly drift: 'missing' | 'changed' | 'undeclared';
  readonly kind: ObjectKind;
  readonly vhost?: string;
  readonly title: string;
  /** What differs in a changed object. */
  readonly differences: readonly PropertyDifference[];
}

/** Who and what is not part of a topology. */
export interface Comparison {
  /** The administrator, whose user and permissions the cluster itself has. */
  readonly administrator?: string;
}

/**
 * What differs between declared objects and those of the brokers. Passwords and tracing are not compared: the Job
 * of the topology does that.
 */
export function compare(
  declared: readonly TopologyObject[],
  actual: readonly TopologyObject[],
  { administrator }: Comparison = {},
): ObjectDrift[] {
  const byKey = (objects: readonly TopologyObject[]): Map<string, TopologyObject> =>
    new Map(objects.map(object => [keyOf(object), object]));
  const [wanted, there] = [byKey(declared), byKey(actual)];
  const queues = new Set(actual.filter(({ kind }) => kind === 'queue').map(({ vhost, name }) => JSON.stringify([vhost, name])));
  const drifts = [
    ...[...wanted].flatMap(([key, object]): ObjectDrift[] => {
      const found = there.get(key);
      if (found === undefined) {
        // limits without a member are the same as none
        return isLimits(object) && Object.keys(object.body).length === 0 ? [] : [drift('missing', object)];
      }
      const differences = differencesOf(object, found);
      return differences.length === 0 ? [] : [drift('changed', object, differences)];
    }),
    ...[...there].filter(([key, object]) => !wanted.has(key) && isDeclarable(object, queues, administrator)).map(([, object]) => drift('undeclared', object)),
  ];
  return drifts.sort(
    (a, b) => OBJECT_KINDS.indexOf(a.kind) - OBJECT_KINDS.indexOf(b.kind) || (a.title < b.title ? -1 : 1),
  );
}

function drift(state: ObjectDrift['drift'], object: TopologyObject, differences: readonly PropertyDifference[] = []): ObjectDrift {
  return {
    drift: state,
    kind: object.kind,
    ...(object.vhost !== undefined && { vhost: object.vhost }),
    title: titleOfObject(object),
    differences,
  };
}

function isLimits({ kind }: TopologyObject): boolean {
  return kind === 'vhost-limits' || kind === 'user-limits';
}

/** Global parameters that RabbitMQ and the topology keep for themselves. */
const OWN_PARAMETER = /^(cluster_name|cluster_tags|internal_cluster_id|imported_definition_hash.*|cdk8s-rabbitmq\..*)$/;

/** The exchange and the queue of health checks: see lib/topology/users/platform-users.ts. */
const HEALTH = 'rabbitmq-k8s.health';

/**
 * Whether somebody could have declared an object that the brokers have: not one that RabbitMQ, a plugin or
 * the platform made.
 */
export function isDeclarable({ kind, vhost, name = '', user, source, destination = '', destination_type: type }: TopologyObject, queues: ReadonlySet<string>, administrator?: string): boolean {
  switch (kind) {
    case 'vhost': return name !== '/';
    case 'exchange': return !isReserved(name) && name !== HEALTH;
    case 'queue': return !isReserved(name) && name !== HEALTH && !name.startsWith('federation: ');
    // of an exclusive queue, which definitions leave out
    case 'binding': return source !== HEALTH && (type !== 'queue' || (queues.has(JSON.stringify([vhost, destination])) && !isReserved(destination) && !destination.startsWith('federation: ')))
      && !destination.startsWith('federation: ');
    case 'user': return name !== administrator;
    case 'user-limits': case 'permission': case 'topic-permission': return user !== administrator;
    case 'global-parameter': return !OWN_PARAMETER.test(name);
    default: return true;
  }
}

function differencesOf(declared: TopologyObject, actual: TopologyObject): PropertyDifference[] {
  const [wanted, found] = [meaningOf(declared), meaningOf(actual)];
  // what is not declared of these is as the brokers have it
  const isPartial = declared.kind === 'vhost';
  // releases before 3.11 export no description and no tags
  if (isPartial && Object.keys(found).length === 0) {
    return [];
  }
  const properties = [...new Set([...Object.keys(wanted), ...(isPartial ? [] : Object.keys(found))])].sort();
  return properties
    // what comes from a Secret is not read here
    .filter(property => !(isFromSecret(wanted[property]) && found[property] !== undefined))
    .filter(property =>
      JSON.stringify(canonical(wanted[property] ?? null)) !== JSON.stringify(canonical(found[property] ?? null)))
    .map(property => ({
      property,
      ...(wanted[property] !== undefined && { declared: redacted(wanted[property], property) }),
      ...(found[property] !== undefined && { actual: redacted(found[property], property) }),
    }));
}

function isFromSecret(value: Json | undefined): boolean {
  return value !== null && typeof value === 'object' && 'fromSecret' in value;
}

/** The properties of an object by their paths, with what is no difference taken out. */
function meaningOf({ kind, body }: TopologyObject): JsonObject {
  switch (kind) {
    case 'binding': return {};
    // definitions do not have it
    case 'vhost': return withSortedTags(Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'tracing')));
    case 'user': return withSortedTags(body);
    case 'exchange': case 'queue': return flattened(body, 'arguments');
    case 'policy': case 'operator-policy': return flattened(body, 'definition');
    // an empty pattern matches no name either
    case 'permission': case 'topic-permission': return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, value === '' ? '^$' : value]));
    case 'parameter': return flattened(body, 'value');
    default: return body;
  }
}

function withSortedTags(body: JsonObject): JsonObject {
  return 'tags' in body ? { ...body, tags: [...body.tags as string[]].sort() } : body;
}

function flattened(body: JsonObject, member: string): JsonObject {
  const { [member]: inner, ...others } = body;
  return inner === null || typeof inner !== 'object' || Array.isArray(inner)
    ? { ...others, ...(inner !== undefined && !(Array.isArray(inner) && inner.length === 0) && { [member]: inner }) }
    : { ...others, ...Object.fromEntries(Object.entries(inner).map(([name, value]) => [`${member}.${name}`, value])) };
}
