import { isNewerSeries } from './series';
import type { Definition } from '../broker/definitions';

/**
 * Keys of policies by the last series that took them; an import of a policy with one fails, and with it all that
 * comes after it.
 */
const REMOVED: readonly { readonly key: string; readonly lastIn: string }[] = [
  ...['ha-mode', 'ha-params', 'ha-sync-mode', 'ha-sync-batch-size', 'ha-promote-on-shutdown', 'ha-promote-on-failure'].map(key => ({ key, lastIn: '3.13' })),
];

/** A policy without the keys that a release doesn't know any more; undefined where nothing else is in it. */
export function withoutRemovedKeys(
  policy: Definition,
  version: string,
): { readonly definition?: Definition; readonly removed: readonly string[] } {
  const keys = (policy.definition ?? {}) as Readonly<Record<string, unknown>>;
  const removed = REMOVED.filter(({ key, lastIn }) => key in keys && isNewerSeries(version, lastIn)).map(
    ({ key }) => key,
  );
  const kept = Object.entries(keys).filter(([key]) => !removed.includes(key));
  return kept.length === 0 && removed.length > 0
    ? { removed }
    : { removed, definition: removed.length > 0 ? { ...policy, definition: Object.fromEntries(kept) } : policy };
}
