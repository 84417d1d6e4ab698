import type { TopologyObject } from '../topology/objects';

/**
 * Objects that can't be declared without another, which a source does not have, and why.
 *
 * @param source what lacks the other objects, with its verb: `the state does`
 */
export function incomplete(objects: readonly TopologyObject[], source: string): ReadonlyMap<TopologyObject, string> {
  const keys = new Set(objects.map(({ kind, vhost, name }) => JSON.stringify([kind, vhost, name])));
  const has = (...key: readonly (string | undefined)[]): boolean => keys.has(JSON.stringify(key));
  const bindings = objects.filter(one => one.kind === 'binding' && one.destination_type === 'queue' && !has('queue', one.vhost, one.destination));
  const permissions = objects.filter(one => (one.kind === 'permission' || one.kind === 'topic-permission') && !has('user', undefined, one.user));
  return new Map([
    ...bindings.map(one => [one, `${source} not have its queue`] as const),
    ...permissions.map(one => [one, `${source} not have its user`] as const),
  ]);
}
