import { createHash } from 'crypto';

/** A short checksum of a value, independent of the order of its keys. */
export function checksum(value: unknown, length: number): string {
  return createHash('sha256').update(JSON.stringify(sorted(value))).digest('hex').slice(0, length);
}

/** A value with the keys of all its objects in order. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, child]) => [key, sorted(child)]),
  );
}
