import { randomBytes } from 'node:crypto';
import { backupName, isBackupOf, pack, parseKey, readManifest, unpack } from '../../src/backup/backup-file';

const DEFINITIONS = { rabbitmq_version: '4.3.6', users: [{ name: 'wörld', password_hash: 'x' }], queues: [], vhosts: [{ name: '/' }] };
const ABOUT = { cluster: 'orders', namespace: 'shop', createdAt: new Date('2025-11-25T02:17:00.123Z') };
const KEY = randomBytes(32);

function changed(file: Buffer, change: (text: string) => string): Buffer {
  return Buffer.from(change(file.toString('latin1')), 'latin1');
}

describe.each([['plain', undefined], ['encrypted', KEY]])('a backup, %s', (_, key) => {
  const file = pack(DEFINITIONS, ABOUT, key);

  test('is read again as it was', () => {
    expect(unpack(file, 'file', { keys: key && [key] }).definitions).toEqual(DEFINITIONS);
  });

  test('says what is in it without a key', () => {
    expect(readManifest(file, 'file')).toMatchObject({
      format: 'rabbitmq-backup/1', cluster: 'orders', namespace: 'shop', rabbitmqVersion: '4.3.6', createdAt: '2025-11-25T02:17:00Z',
      counts: { queues: 0, users: 1, vhosts: 1 }, encryption: key ? 'aes-256-gcm' : 'none',
    });
  });

  test('is refused where a byte of it was changed, in the manifest too', () => {
    const last = file.length - 1;
    const flipped = Buffer.from(file);
    flipped[last] = (flipped[last] ?? 0) ^ 1;
    expect(() => unpack(flipped, 'file', { keys: key && [key] })).toThrow('file was changed since it was made');
    expect(() => unpack(changed(file, text => text.replace('"users":1', '"users":2')), 'file', { keys: key && [key] })).toThrow('file was changed since it was made');
  });

  test('is refused where it was cut off or added to', () => {
    expect(() => unpack(file.subarray(0, -1), 'file', { keys: key && [key] })).toThrow('file is cut off or has something added');
    expect(() => unpack(Buffer.concat([file, Buffer.from('x')]), 'file', { keys: key && [key] })).toThrow('file is cut off or has something added');
  });
});

test('an encrypted one is refused without its key, and with another', () => {
  const file = pack(DEFINITIONS, ABOUT, KEY);
  expect(() => unpack(file, 'file')).toThrow('file is encrypted: name its key by --key-file or --key-secret');
  expect(() => unpack(file, 'file', { keys: [randomBytes(32)] })).toThrow('file is encrypted by another key');
  expect(file.toString('latin1')).not.toContain('password_hash');
});

test('rejects a rewritten manifest with a correct checksum if there is a key', () => {
  const forged = pack(DEFINITIONS, { ...ABOUT, cluster: 'other' }, KEY);
  const file = pack(DEFINITIONS, ABOUT, KEY);
  const payload = file.subarray(file.indexOf('\n') + 1);
  const line = forged.subarray(0, forged.indexOf('\n') + 1);
  expect(() => unpack(Buffer.concat([line, payload]), 'file', { keys: [KEY] })).toThrow('file was changed');
});

describe('a backup without encryption', () => {
  const users = [{ name: 'svc-metrics', password_hash: 'x', tags: ['administrator'] }];
  const forged = pack({ ...DEFINITIONS, users }, ABOUT);

  test('is refused where a key is given', () => {
    expect(() => unpack(forged, 'file', { keys: [KEY] })).toThrow('file is not encrypted, although a key is given');
    expect(unpack(forged, 'file', { keys: [KEY], allowUnencrypted: true }).definitions.users).toEqual(users);
    expect(unpack(forged, 'file').definitions.users).toEqual(users);
  });
});

test('older keys open older backups', () => {
  const file = pack(DEFINITIONS, ABOUT, KEY);
  expect(unpack(file, 'file', { keys: [randomBytes(32), KEY] }).definitions).toEqual(DEFINITIONS);
  expect(() => unpack(file, 'file', { keys: [randomBytes(32), randomBytes(32)] })).toThrow('file is encrypted by another key');
});

test.each([[9 * 60_000, false], [11 * 60_000, true]])('a time %i ms ahead is in the future: %s', (ahead, isFuture) => {
  const file = pack(DEFINITIONS, { ...ABOUT, createdAt: new Date(Date.now() + ahead) });
  const opened = (): unknown => unpack(file, 'file').definitions;
  if (isFuture) {
    expect(opened).toThrow(/^file: its time .* is in the future/);
  } else {
    expect(opened()).toEqual(DEFINITIONS);
  }
});

test('what unpacks to more than the limit is refused before memory is full', () => {
  const file = pack({ ...DEFINITIONS, vhosts: [{ name: 'x'.repeat(1024 * 1024) }] }, ABOUT);
  expect(file.length).toBeLessThan(5_000);
  expect(() => unpack(file, 'file', { maxBytes: 1024 * 1024 })).toThrow('file unpacks to more than 1048576 bytes. If you trust it, raise --max-size');
  expect(unpack(file, 'file', { maxBytes: 2 * 1024 * 1024 }).manifest.cluster).toBe('orders');
});

test.each(['', 'definitions', '{"users":[]}\n', `${'x'.repeat(5000)}\n`])('"%.20s" is no backup', (text) => {
  expect(() => unpack(Buffer.from(text), 'file')).toThrow('file is no backup: it doesn\'t begin with a manifest of rabbitmq-backup/1');
});

test('a format of another time is named', () => {
  expect(() => readManifest(Buffer.from('{"format":"rabbitmq-backup/2"}\n'), 'file')).toThrow('file is in the format "rabbitmq-backup/2", and this release reads rabbitmq-backup/1');
});

test('a key is 64 hexadecimal digits', () => {
  expect(parseKey(`${'aF'.repeat(32)}\n`, 'key')).toHaveLength(32);
  for (const wrong of ['', 'a'.repeat(63), 'g'.repeat(64), 'a'.repeat(66)]) {
    expect(() => parseKey(wrong, 'key')).toThrow('key isn\'t 64 hexadecimal digits: make a key by "openssl rand -hex 32"');
  }
});

test('its name says whose it is, and when it was made', () => {
  const name = backupName('orders', ABOUT.createdAt);
  expect(name).toBe('orders-20251125T021700Z.backup');
  expect([isBackupOf('orders', name), isBackupOf('order', name), isBackupOf('orders', `orders-too-${name}`)]).toEqual([true, false, false]);
});
