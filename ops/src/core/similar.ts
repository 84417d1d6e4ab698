import leven from 'leven';

/** The letters at the beginning that make two names similar. */
const PREFIX = 5;

/** The known name that an unknown one was probably meant to be. */
export function similarName(unknown: string, known: readonly string[]): string | undefined {
  const containing = known.find(name => name.split('-').includes(unknown)) ?? known.find(name => name.startsWith(unknown));
  const [closest] = known.map(name => [leven(unknown, name), name] as const).sort(([a], [b]) => a - b);
  return containing
    ?? (closest !== undefined && closest[0] <= 2 ? closest[1] : known.find(name => prefix(unknown, name) >= PREFIX));
}

function prefix(a: string, b: string): number {
  const different = [...a].findIndex((letter, i) => letter !== b[i]);
  return different < 0 ? a.length : different;
}
