import type { ObjectRef } from '../kubernetes/objects';

/** Whether objects belong to the backups of a cluster, or to the Job that creates their user. */
export function isBackupOnly(name: string): (removed: readonly ObjectRef[]) => Promise<boolean> {
  const prefixes = [`${name}-backup`, `${name}-topology`, `${name}-api-clients`];
  return removed =>
    Promise.resolve(removed.every(({ metadata }) => prefixes.some(prefix => metadata.name.startsWith(prefix))));
}
