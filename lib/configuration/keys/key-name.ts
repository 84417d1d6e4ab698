/** The parts of a name; a dot after a backslash is part of a word. */
export function partsOf(name: string): string[] {
  return name.split(/(?<!\\)\./);
}

/**
 * Whether a word may stand for a placeholder: places in a list are integers, others what the grammar of
 * rabbitmq.conf takes.
 */
export function fills(word: string, placeholder: string): boolean {
  return placeholder === '$num' || placeholder === '$number' ? /^\d+$/.test(word) : /^(?:[A-Za-z0-9_-]|\\\.)+$/.test(word);
}

export function isPlaceholder(part: string): boolean {
  return part.startsWith('$');
}
