/** Access modes by which a pod can write to its volume. */
export const WRITABLE_MODES: readonly string[] = ['ReadWriteOnce', 'ReadWriteOncePod', 'ReadWriteMany'];
