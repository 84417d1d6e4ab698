/** The first of many things, and how many more there are. */
export function firstOf(things: readonly string[], count = 3, separator = '; '): string {
  const rest = things.length - count;
  return `${things.slice(0, count).join(separator)}${rest > 0 ? ` and ${rest} more` : ''}`;
}
