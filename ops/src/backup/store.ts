/** Where backups are kept. */
export interface BackupStore {
  /** All or nothing: a file that is there under its name is whole. */
  write(name: string, content: Buffer): Promise<void>;
  /** @throws NotFoundError if there is no such file */
  read(name: string): Promise<Buffer>;
  /** The names of the backups of all clusters, the newest last. */
  list(): Promise<string[]>;
  /** The first bytes of a file, as many as a manifest has at the most. */
  readStart(name: string): Promise<Buffer>;
  /** Gives back what was opened. */
  close(): Promise<void>;
}
