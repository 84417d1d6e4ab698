/** Whether a pattern matches a name, as far as JavaScript reads the pattern as RabbitMQ does. */
export function matches(pattern: string | undefined, name: string): boolean {
  if (pattern === undefined || pattern === '') {
    return false;
  }
  try {
    return new RegExp(pattern).test(name);
  } catch {
    return true;
  }
}

/** Whether a pattern is a glob of a shell rather than a regular expression: `web*`, `*`, `orders.*` is not. */
export function isGlob(pattern: string): boolean {
  return pattern.startsWith('*') || (/^[\w-]+\*$/.test(pattern) && !pattern.startsWith('^'));
}

/** Whether a pattern can match in the middle of a name without saying so. */
export function isUnanchored(pattern: string): boolean {
  return pattern !== '' && !pattern.includes('^') && !pattern.startsWith('.*');
}
