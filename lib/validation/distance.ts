/**
 * Number of letters to change, insert, delete or swap with their neighbor to turn a into b; `limit` + 1 if there are
 * more than `limit`.
 */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) {
    return limit + 1;
  }
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(least);
    }
    if (Math.min(...current) > limit) {
      return limit + 1;
    }
    [beforeLast, last] = [last, current];
  }
  return last[b.length] ?? limit + 1;
}

/** The name that is closest to one that isn't there, if one is close. */
export function closest(name: string, names: readonly string[]): string | undefined {
  const limit = Math.max(2, Math.floor(name.length / 4));
  const [best] = names
    .map(candidate => ({ candidate, changes: distance(name.toLowerCase(), candidate.toLowerCase(), limit) }))
    .filter(({ changes }) => changes <= limit)
    .sort((a, b) => a.changes - b.changes || a.candidate.localeCompare(b.candidate));
  return best?.candidate;
}
