import { Releases } from './key';

/** The last release of each series that the tables know. */
const LAST_RELEASES = ['3.10.25', '3.11.28', '3.12.14', '3.13.7', '4.0.9', '4.1.8', '4.2.9', '4.3.6'];

const SERIES = 1000;

/** A release as a number that grows with it: 4.3.5 is 4_003_005. */
function ordinal(release: string): number {
  const [major = 0, minor = 0, patch = 0] = release.split('.').map(Number);
  return (major * SERIES + minor) * SERIES + patch;
}

const LAST_ORDINALS = LAST_RELEASES.map(ordinal);

/**
 * The place of a version among the releases that the tables know. A series alone, or a release newer than its series'
 * last one here, counts as that last one; a newer series as the newest release.
 */
export function releaseOrdinal(version: string): number {
  const match = /^(\d+\.\d+)(\.\d+)?/.exec(version);
  if (!match) {
    throw new Error(`version '${version}' is not a RabbitMQ version such as 4.3 or 4.3.5`);
  }
  const [, series = '', patch = `.${SERIES - 1}`] = match;
  const release = ordinal(series + patch);
  const last = LAST_ORDINALS.find(known => Math.floor(known / SERIES) >= Math.floor(release / SERIES));
  return Math.min(release, last ?? Infinity, LAST_ORDINALS[LAST_ORDINALS.length - 1] ?? Infinity);
}

export function includes({ since, until }: Releases, release: number): boolean {
  return (since === undefined || ordinal(since) <= release) && (until === undefined || release <= ordinal(until));
}

/** Whether `since` is the release after `until`. */
function follows(until: string, since: string): boolean {
  const series = LAST_RELEASES.indexOf(until);
  if (series < 0) {
    return ordinal(since) === ordinal(until) + 1;
  }
  const nextSeries = Math.floor((LAST_ORDINALS[series + 1] ?? 0) / SERIES);
  return ordinal(since) === nextSeries * SERIES;
}

/** The intervals in their order, those that touch made one. */
export function mergeIntervals(intervals: readonly Releases[]): Releases[] {
  const result: Releases[] = [];
  for (const { since, until } of [...intervals].sort((a, b) => ordinal(a.since ?? '0') - ordinal(b.since ?? '0'))) {
    const before = result[result.length - 1];
    if (before?.until !== undefined && since !== undefined && follows(before.until, since)) {
      result[result.length - 1] = { since: before.since, until };
    } else {
      result.push({ since, until });
    }
  }
  return result;
}
