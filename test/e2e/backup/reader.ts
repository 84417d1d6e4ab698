import { createDecipheriv, createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';

/** A backup as docs/backup.md describes its file, read by nothing but Node. */
export interface ReadBackup {
  readonly manifest: Record<string, any>;
  readonly definitions: Record<string, any>;
}

/** @throws if the file isn't what docs/backup.md says, or the key is another */
export function readBackup(file: Buffer, key?: string): ReadBackup {
  const end = file.indexOf('\n');
  const line = file.subarray(0, end).toString();
  const payload = file.subarray(end + 1);
  const manifest = JSON.parse(line);
  const head = line.slice(0, line.indexOf(',"sha256":'));
  expect(manifest.bytes).toBe(payload.length);
  expect(manifest.sha256).toBe(createHash('sha256').update(head).update(payload).digest('hex'));
  const zipped = manifest.encryption === 'none' ? payload : decrypt(payload, head, key ?? '');
  return { manifest, definitions: JSON.parse(gunzipSync(zipped).toString()) };
}

function decrypt(payload: Buffer, head: string, key: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'hex'), payload.subarray(0, 12));
  decipher.setAAD(Buffer.from(head)).setAuthTag(payload.subarray(-16));
  return Buffer.concat([decipher.update(payload.subarray(12, -16)), decipher.final()]);
}
