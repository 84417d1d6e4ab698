const UNITS = [['d', 86_400], ['h', 3_600], ['m', 60]] as const;

/** How long ago that was: `45s`, `12m`, `3h`, `5d`. */
export function age(at: string | undefined, now = Date.now()): string {
  if (at === undefined) {
    return '–';
  }
  const seconds = Math.max(0, Math.round((now - new Date(at).getTime()) / 1000));
  const [unit, size] = UNITS.find(([, candidate]) => seconds >= 2 * candidate) ?? ['s', 1];
  return `${Math.floor(seconds / size)}${unit}`;
}
