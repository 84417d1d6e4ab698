/** Text at the bottom of a terminal that is replaced in place. */
export interface LiveText {
  /** Replaces the text. */
  show(text: string): void;
  /** Leaves the text as it stands, and shows the next one below. */
  keep(): void;
  /** Takes the text away. */
  clear(): void;
}

/** The library is an ES module, and of use in a terminal only. */
export async function liveText(stream: NodeJS.WriteStream): Promise<LiveText> {
  const { createLogUpdate } = await import('log-update');
  const update = createLogUpdate(stream);
  return {
    show: update,
    keep: () => { update.done(); },
    clear: () => { update.clear(); },
  };
}
