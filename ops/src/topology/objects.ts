/** A JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export type JsonObject = Readonly<Record<string, Json>>;

/** The kinds of objects of a topology, in the order in which they are shown. */
export const OBJECT_KINDS = [
  'vhost', 'vhost-limits', 'exchange', 'queue', 'binding', 'policy', 'operator-policy', 'user', 'user-limits', 'permission', 'topic-permission',
  'parameter', 'global-parameter',
] as const;

export type ObjectKind = typeof OBJECT_KINDS[number];

/** An object of a topology, in the form in which the library declares it: see lib/topology/model.ts. */
export interface TopologyObject {
  readonly kind: ObjectKind;
  readonly vhost?: string;
  /** The name; bindings, permissions and limits have none. */
  readonly name?: string;
  readonly user?: string;
  readonly component?: string;
  readonly source?: string;
  readonly destination?: string;
  readonly destination_type?: string;
  readonly body: JsonObject;
}

/** What tells an object apart from all others. */
export function keyOf({
  kind,
  vhost,
  name,
  user,
  component,
  source,
  destination,
  destination_type: type,
  body,
}: TopologyObject): string {
  const parts: Readonly<Record<ObjectKind, readonly unknown[]>> = {
    vhost: [name],
    'vhost-limits': [vhost],
    exchange: [vhost, name],
    queue: [vhost, name],
    binding: [vhost, source, type, destination, body.routing_key ?? '', canonical(body.arguments ?? {})],
    policy: [vhost, name],
    'operator-policy': [vhost, name],
    user: [name],
    'user-limits': [user],
    permission: [user, vhost],
    'topic-permission': [user, vhost, body.exchange],
    parameter: [vhost, component, name],
    'global-parameter': [name],
  };
  return JSON.stringify([kind, ...parts[kind]]);
}

/** An object as people name it. */
export function titleOfObject({
  kind,
  vhost,
  name,
  user,
  component,
  source,
  destination,
  body,
}: TopologyObject): string {
  const where = vhost === undefined ? '' : ` in ${quoted(vhost)}`;
  switch (kind) {
    case 'binding': return `binding of ${quoted(source)} to ${quoted(destination)} by ${quoted(body.routing_key ?? '')}${where}`;
    case 'vhost-limits': return `vhost-limits of ${quoted(vhost)}`;
    case 'user-limits': return `user-limits of ${quoted(user)}`;
    case 'permission': return `permission of ${quoted(user)}${where}`;
    case 'topic-permission': return `topic-permission of ${quoted(user)} for ${quoted(body.exchange)}${where}`;
    case 'parameter': return `${component ?? kind} ${quoted(name)}${where}`;
    default: return `${kind} ${quoted(name)}${where}`;
  }
}

/** Names that nobody can declare. */
export function isReserved(name: string): boolean {
  return name === '' || name.startsWith('amq.');
}

/**
 * A value in which equal values are equal texts: keys in order, and an empty list as the empty object that releases
 * write it as.
 */
export function canonical(value: Json): Json {
  if (Array.isArray(value)) {
    return value.length === 0 ? {} : value.map(canonical);
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, child]) => [key, canonical(child)]),
  );
}

/** A value as a text: one that has members as JSON. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value) ?? 'undefined';
}

function quoted(text: unknown): string {
  return `"${asText(text ?? '')}"`;
}
