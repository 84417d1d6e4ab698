/** @jest-environment ./ops/test/support/environment.ts */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backupName, pack } from '../../src/backup/backup-file';
import { BackupManager } from '../../src/backup/backup-manager';
import { FakeApiServer, refusal } from '../support/api-server';

const RECENT = new Date('2025-11-25T02:17:00Z');
const OLD = new Date('2025-11-01T02:17:00Z');
const FUTURE = new Date(Date.now() + 24 * 3600_000);

describe('the newest backup of a folder', () => {
  let folder: string;
  let server: FakeApiServer;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'newest-'));
    server = await FakeApiServer.start(({ path }) => refusal(404, 'NotFound', path));
    write(backupName('orders', RECENT), RECENT);
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true });
    await server.stop();
  });

  const write = (name: string, createdAt: Date): void => {
    writeFileSync(join(folder, name), pack({ rabbitmq_version: '4.3.6' }, { cluster: 'orders', namespace: 'shop', createdAt }));
  };
  const opened = async (): Promise<string[]> => {
    const steps: string[] = [];
    const progress = { step: (text: string) => { steps.push(text); }, live: () => undefined, warn: () => undefined };
    await expect(new BackupManager(server.connection()).plan('shop', 'orders', folder, { progress })).rejects.toThrow();
    return steps.filter(step => step.startsWith('Reading'));
  };

  test('is the one whose manifest says so, and not the one with the largest name', async () => {
    write('orders-20990101T000000Z.backup', OLD);
    await expect(opened()).resolves.toEqual([`Reading ${join(folder, backupName('orders', RECENT))}`]);
  });

  test('is none while one is from the future', async () => {
    write(backupName('orders', FUTURE), FUTURE);
    const plan = new BackupManager(server.connection()).plan('shop', 'orders', folder);
    await expect(plan).rejects.toThrow(/in the future\. Find out who wrote it and delete it, or name the backup to use$/);
  });
});
