import type { Kind } from './definitions';
import type { Definition } from '../broker/definitions';

/** Parameters by which a broker connects to others as soon as they are imported. */
const CONNECTING_COMPONENTS: ReadonlySet<unknown> = new Set(['shovel', 'federation-upstream', 'federation-upstream-set']);

/** Policy keys that start federation links. */
const FEDERATION_KEYS = ['federation-upstream', 'federation-upstream-set', 'federation-upstream-pattern'];

/** Whether a plugin makes a broker connect to others by what is in its definitions. */
export function isConnectingPlugin(plugin: string): boolean {
  return /shovel|federation/.test(plugin);
}

/** Whether a definition makes the broker connect to another one. */
export function isConnecting(kind: Kind, { component }: Definition): boolean {
  return kind === 'parameters' && CONNECTING_COMPONENTS.has(component);
}

/** A policy without the keys that start federation links; undefined if it has no others. */
export function withoutFederation(policy: Definition): {
  readonly definition?: Definition;
  readonly removed: readonly string[];
} {
  const keys = Object.entries((policy.definition ?? {}) as Readonly<Record<string, unknown>>);
  const removed = keys.filter(([key]) => FEDERATION_KEYS.includes(key)).map(([key]) => key);
  const kept = keys.filter(([key]) => !removed.includes(key));
  return removed.length === 0
    ? { removed, definition: policy }
    : { removed, ...kept.length > 0 && { definition: { ...policy, definition: Object.fromEntries(kept) } } };
}

/** Where a shovel or an upstream connects, without user and password; undefined for other definitions. */
export function connectionsOf(kind: Kind, definition: Definition): string | undefined {
  if (!isConnecting(kind, definition)) {
    return undefined;
  }
  const value = (definition.value ?? {}) as Readonly<Record<string, unknown>>;
  switch (definition.component) {
    case 'shovel': return `from ${hostsOf(value['src-uri'])} to ${hostsOf(value['dest-uri'])}`;
    case 'federation-upstream': return `from ${hostsOf(value.uri)}`;
    default: return 'by a set of upstreams';
  }
}

function hostsOf(uris: unknown): string {
  const list = (Array.isArray(uris) ? uris : [uris]) as readonly unknown[];
  return list.map(uri => hostOf(typeof uri === 'string' ? uri : '')).join(', ');
}

/** A password may hold `@` and `/`, so nothing before the last `@` is shown. */
function hostOf(uri: string): string {
  const rest = uri.replace(/^[a-z]+:\/\//i, '');
  const host = rest.slice(rest.lastIndexOf('@') + 1).replace(/[/?#].*$/, '');
  return host === '' ? 'this cluster' : host;
}
