const imported = new WeakSet();

/** Marks props of an object that somebody else declares, so that its constructor declares nothing. */
export function importedProps<Props extends object>(props: Props): Props {
  imported.add(props);
  return props;
}

/** Whether props are of an object that somebody else declares. */
export function isImported(props: object): boolean {
  return imported.has(props);
}
