/** A value of a Secret's `data` as text; empty where there is none. */
export function decoded(value: string | undefined): string {
  return Buffer.from(value ?? '', 'base64').toString();
}

/** A text as a value of a Secret's `data`. */
export function encoded(text: string): string {
  return Buffer.from(text).toString('base64');
}
