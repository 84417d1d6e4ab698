import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileStore } from '../../src/backup/file-store';
import { parseLocation, titleOfLocation } from '../../src/backup/stores';
import { NotFoundError, UsageError } from '../../src/core/errors';

describe('a location', () => {
  test.each([
    ['.', { scheme: 'file', place: '.', prefix: '' }],
    ['/var/backups', { scheme: 'file', place: '/var/backups', prefix: '' }],
    ['a.backup', { scheme: 'file', place: '.', prefix: '', name: 'a.backup' }],
    ['/a.backup', { scheme: 'file', place: '/', prefix: '', name: 'a.backup' }],
    ['x/y/a.backup', { scheme: 'file', place: 'x/y', prefix: '', name: 'a.backup' }],
    ['volume:claim', { scheme: 'volume', place: 'claim', prefix: '' }],
    ['volume:claim/x/a.backup', { scheme: 'volume', place: 'claim', prefix: 'x/', name: 'a.backup' }],
    ['s3://bucket', { scheme: 's3', place: 'bucket', prefix: '' }],
    ['s3://bucket/x/y/', { scheme: 's3', place: 'bucket', prefix: 'x/y/' }],
    ['s3://bucket/a.backup', { scheme: 's3', place: 'bucket', prefix: '', name: 'a.backup' }],
  ])('%s', (text, location) => {
    expect(parseLocation(text)).toEqual(location);
    expect(parseLocation(titleOfLocation(parseLocation(text), 'b.backup'))).toEqual({ ...location, name: 'b.backup' });
  });

  test.each([['s3://', 'bucket'], ['volume:', 'claim']])('"%s" names no %s', (text, what) => {
    expect(() => parseLocation(text)).toThrow(UsageError);
    expect(() => parseLocation(text)).toThrow(what);
  });
});

test('a location of rclone is refused, with the way to its backups', () => {
  expect(() => parseLocation('rclone:store:backups')).toThrow(new UsageError('"rclone:store:backups": backups of an rclone destination are read from a folder. Run "rclone copy REMOTE:PATH FOLDER", and name the folder'));
});

describe('a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'backups-'));
  const store = new FileStore(join(folder, 'new'));

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('is made, takes a backup that its owner alone can read, and leaves nothing else', async () => {
    await store.write('a.backup', Buffer.from('content'));
    expect(readdirSync(join(folder, 'new'))).toEqual(['a.backup']);
    expect(statSync(join(folder, 'new', 'a.backup')).mode & 0o777).toBe(0o600);
    expect([await store.list(), (await store.read('a.backup')).toString(), (await store.readStart('a.backup')).toString()]).toEqual([['a.backup'], 'content', 'content']);
  });

  test('says what isn\'t there', async () => {
    await expect(store.read('b.backup')).rejects.toThrow(NotFoundError);
    await expect(new FileStore(join(folder, 'none')).list()).rejects.toThrow(`there is no ${join(folder, 'none')}`);
  });

  test('says why it can\'t be written', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(new FileStore(join(folder, 'file')).write('a.backup', Buffer.from(''))).rejects.toThrow(`${join(folder, 'file', 'a.backup')} can't be written: `);
  });
});
