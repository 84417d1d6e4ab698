/** Runs what the library prints its warnings in, without them: here they are told with the rest, where they matter. */
export function quietly<T>(action: () => T): T {
  const { stderr } = process;
  const write = stderr.write.bind(stderr);
  stderr.write = () => true;
  try {
    return action();
  } finally {
    stderr.write = write;
  }
}
