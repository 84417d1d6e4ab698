import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_MANIFEST_LENGTH } from './backup-file';
import type { BackupStore } from './store';
import { messageOf, NotFoundError, OperationError } from '../core/errors';

/** Backups in a folder of this machine. */
export class FileStore implements BackupStore {
  public constructor(private readonly folder: string) {}

  public async write(name: string, content: Buffer): Promise<void> {
    const path = join(this.folder, name);
    const part = `${path}.${randomUUID().slice(0, 8)}.part`;
    try {
      await mkdir(this.folder, { recursive: true });
      const file = await open(part, 'wx', 0o600);
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(part, path);
    } catch (error) {
      await rm(part, { force: true }).catch(() => undefined);
      throw new OperationError(`${path} can't be written: ${messageOf(error)}`, { cause: error });
    }
  }

  public async read(name: string): Promise<Buffer> {
    return this.found(name, readFile(join(this.folder, name)));
  }

  public async list(): Promise<string[]> {
    const names = await this.found('', readdir(this.folder));
    return names.filter(name => name.endsWith('.backup')).sort();
  }

  public async readStart(name: string): Promise<Buffer> {
    const file = await this.found(name, open(join(this.folder, name)));
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(MAX_MANIFEST_LENGTH), 0, MAX_MANIFEST_LENGTH, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  }

  public async close(): Promise<void> {
    return Promise.resolve();
  }

  private async found<T>(name: string, reading: Promise<T>): Promise<T> {
    try {
      return await reading;
    } catch (error) {
      const path = join(this.folder, name);
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
        throw new NotFoundError(`there is no ${path}`);
      }
      throw new OperationError(`${path} can't be read: ${messageOf(error)}`, { cause: error });
    }
  }
}
