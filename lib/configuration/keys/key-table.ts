import { ConfigurationKey, Releases } from './key';
import { fills, isPlaceholder, partsOf } from './key-name';
import { nearest } from './nearest';
import { includes, mergeIntervals, releaseOrdinal } from './releases';

/** A key whose name has parts that stand for any word. */
interface Pattern {
  readonly parts: readonly string[];
  readonly rows: ConfigurationKey[];
}

interface Index {
  readonly rows: readonly ConfigurationKey[];
  readonly literals: ReadonlyMap<string, ConfigurationKey[]>;
  readonly patterns: readonly Pattern[];
}

let index: Index | undefined;

function builtIndex(): Index {
  // loaded at the first look-up only, as loading takes longer than all look-ups of an app
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { rows } = require('./rows') as typeof import('./rows');
  const literals = new Map<string, ConfigurationKey[]>();
  for (const row of rows) {
    literals.set(row.key, [...literals.get(row.key) ?? [], row]);
  }
  const patterns = [...literals]
    .filter(([key]) => key.includes('$'))
    .map(([key, ofKey]) => ({ parts: key.split('.'), rows: ofKey }));
  return { rows, literals, patterns };
}

function table(): Index {
  return index ??= builtIndex();
}

function isPart(word: string, expected: string): boolean {
  return isPlaceholder(expected) ? fills(word, expected) : word === expected;
}

function rowsOf(name: string): ConfigurationKey[][] {
  const { literals, patterns } = table();
  const parts = partsOf(name);
  const matches = patterns.filter(pattern => pattern.parts.length === parts.length
    && parts.every((part, position) => isPart(part, pattern.parts[position] ?? '')));
  return [name.includes('$') ? [] : literals.get(name) ?? [], ...matches.map(match => match.rows)];
}

/** The key of that name in a RabbitMQ version; a key of exactly that name goes before one with placeholders. */
export function findKey(name: string, version: string): ConfigurationKey | undefined {
  const release = releaseOrdinal(version);
  return rowsOf(name).flat().find(row => includes(row, release));
}

/** Every key of a RabbitMQ version. */
export function keysOf(version: string): ConfigurationKey[] {
  const release = releaseOrdinal(version);
  return table().rows.filter(row => includes(row, release));
}

/** The releases of any series that know a key of that name, in their order; empty where none does. */
export function otherSeries(name: string): Releases[] {
  return mergeIntervals(rowsOf(name).flat());
}

/** The names closest to a name that a RabbitMQ version doesn't know, the best first. */
export function nearestKeys(name: string, version: string, max = 1): string[] {
  return nearest(
    name,
    keysOf(version).map(row => row.key),
    known => findKey(known, version) !== undefined,
  ).slice(0, max);
}
