/** The letters at the beginning that make two names similar. */
const PREFIX = 5;

/** The known name that an unknown one was probably meant to be. */
export function similarName(unknown: string, known: readonly string[]): string | undefined {
  const containing = known.find(name => name.split('-').includes(unknown)) ?? known.find(name => name.startsWith(unknown));
  const [closest] = known.map(name => [distance(unknown, name), name] as const).sort(([a], [b]) => a - b);
  return containing ?? (closest !== undefined && closest[0] <= 2 ? closest[1] : known.find(name => prefix(unknown, name) >= PREFIX));
}

function prefix(a: string, b: string): number {
  const different = [...a].findIndex((letter, i) => letter !== b[i]);
  return different < 0 ? a.length : different;
}

/** Levenshtein's. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length];
}
