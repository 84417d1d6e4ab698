import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { countsOf } from './definitions';
import type { Definitions } from '../broker/definitions';
import { ExitCode, OperationError, UsageError } from '../core/errors';

/** What docs/backup.md calls the format of these files. */
export const BACKUP_FORMAT = 'rabbitmq-backup/1';

/** What a backup says of itself, readable without a key. */
export interface BackupManifest {
  readonly format: string;
  readonly cluster: string;
  readonly namespace: string;
  readonly rabbitmqVersion: string;
  /** As RFC 3339 has it, in UTC. */
  readonly createdAt: string;
  /** How many of each kind of definition there are: `users`, `queues` … */
  readonly counts: Readonly<Record<string, number>>;
  readonly encryption: 'none' | 'aes-256-gcm';
  /** The length of what follows the manifest. */
  readonly bytes: number;
  /** Of the manifest up to and without this member, and of what follows it. */
  readonly sha256: string;
}

/** What opens backups. */
export interface Opening {
  /** The current key, and those before it. */
  readonly keys?: readonly Buffer[];
  /**
   * Whether a backup without encryption is accepted although there is a key. Nothing proves who made it.
   * @default false
   */
  readonly allowUnencrypted?: boolean;
  /**
   * How large definitions may be when unpacked, in bytes.
   * @default 268435456 - 256 MiB
   */
  readonly maxBytes?: number;
}

/** A backup, read. */
export interface Backup {
  readonly manifest: BackupManifest;
  readonly definitions: Definitions;
}

/** A file that is no backup, was changed, or is encrypted by another key. */
export class InvalidBackupError extends OperationError {
  public override readonly code = ExitCode.REFUSED;
}

const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;
const CHECKSUM = ',"sha256":';
/** How large definitions may be when unpacked. */
const MAX_BYTES = 256 * 1024 * 1024;
/** How far clocks may differ. */
const MAX_SKEW_MS = 10 * 60_000;
/** No manifest is longer. */
export const MAX_MANIFEST_LENGTH = 4096;

/** Whether a text is a key. */
export function isKey(text: string): boolean {
  return /^[0-9a-f]{64}$/i.test(text.trim());
}

/** The bytes of 64 hexadecimal digits, as `openssl rand -hex 32` makes them. */
export function parseKey(text: string, where: string): Buffer {
  if (!isKey(text)) {
    throw new UsageError(`${where} isn't 64 hexadecimal digits: make a key by "openssl rand -hex 32"`);
  }
  return Buffer.from(text.trim(), 'hex');
}

/** `orders-20261125T021700Z.backup` */
export function backupName(cluster: string, createdAt: Date): string {
  return `${cluster}-${createdAt.toISOString().replace(/[-:]|\.\d+/g, '')}.backup`;
}

/** Whether a file's name is that of a backup of a cluster. */
export function isBackupOf(cluster: string, name: string): boolean {
  return name.startsWith(`${cluster}-`) && /^\d{8}T\d{6}Z\.backup$/.test(name.slice(cluster.length + 1));
}

/** The file of a backup. */
export function pack(
  definitions: Definitions,
  about: { readonly cluster: string; readonly namespace: string; readonly createdAt: Date },
  key?: Buffer,
): Buffer {
  const zipped = gzipSync(JSON.stringify(definitions));
  const manifest: Omit<BackupManifest, 'sha256'> = {
    format: BACKUP_FORMAT,
    cluster: about.cluster,
    namespace: about.namespace,
    rabbitmqVersion: definitions.rabbitmq_version ?? '',
    createdAt: about.createdAt.toISOString().replace(/\.\d+/, ''),
    counts: countsOf(definitions),
    encryption: key ? 'aes-256-gcm' : 'none',
    bytes: zipped.length + (key ? NONCE_LENGTH + TAG_LENGTH : 0),
  };
  const head = JSON.stringify(manifest).slice(0, -1);
  const payload = key ? encrypted(zipped, head, key) : zipped;
  return Buffer.concat([Buffer.from(`${head}${CHECKSUM}"${checksum(head, payload)}"}\n`), payload]);
}

/** The manifest at the start of a file; `name` is for messages. */
export function readManifest(start: Buffer, name: string): BackupManifest {
  return JSON.parse(firstLine(start, name)) as BackupManifest;
}

/** Why a backup's time can't be right; undefined if it can. */
export function futureTime({ createdAt }: Pick<BackupManifest, 'createdAt'>, now = Date.now()): string | undefined {
  const at = Date.parse(createdAt);
  if (Number.isNaN(at)) {
    return `its time is ${JSON.stringify(createdAt)}, which is no time`;
  }
  return at > now + MAX_SKEW_MS ? `its time ${createdAt} is in the future` : undefined;
}

/**
 * @throws InvalidBackupError if it is no backup, was changed, is from the future, not encrypted or encrypted
 * with another key
 */
export function unpack(
  file: Buffer,
  name: string,
  { keys = [], allowUnencrypted = false, maxBytes = MAX_BYTES }: Opening = {},
): Backup {
  const line = firstLine(file, name);
  const manifest = JSON.parse(line) as BackupManifest;
  const untimely = futureTime(manifest);
  if (untimely !== undefined) {
    throw new InvalidBackupError(`${name}: ${untimely}. Someone may have forged it, or a clock is wrong`);
  }
  if (manifest.encryption === 'none' && keys.length > 0 && !allowUnencrypted) {
    throw new InvalidBackupError(`${name} is not encrypted, although a key is given. Nothing proves who made it: `
      + 'anyone who can write to this place may have added users. Pass --allow-unencrypted only if you know where it comes from');
  }
  const head = line.slice(0, line.lastIndexOf(CHECKSUM));
  const payload = file.subarray(Buffer.byteLength(line) + 1);
  if (payload.length !== manifest.bytes) {
    throw new InvalidBackupError(`${name} is cut off or has something added: ${payload.length} bytes follow its manifest, which says ${manifest.bytes}. Take another backup`);
  }
  if (checksum(head, payload) !== manifest.sha256) {
    throw new InvalidBackupError(`${name} was changed since it was made: its checksum is another. Take another backup`);
  }
  const zipped = manifest.encryption === 'none' ? payload : decrypted(payload, head, name, keys);
  try {
    return {
      manifest,
      definitions: JSON.parse(gunzipSync(zipped, { maxOutputLength: maxBytes }).toString()) as Definitions,
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw new InvalidBackupError(`${name} unpacks to more than ${maxBytes} bytes. If you trust it, raise --max-size`, { cause: error });
    }
    throw new InvalidBackupError(`${name} holds no definitions: take another backup`, { cause: error });
  }
}

function firstLine(file: Buffer, name: string): string {
  const line = file.subarray(0, Math.max(0, file.subarray(0, MAX_MANIFEST_LENGTH).indexOf('\n'))).toString();
  const { format } = parsed(line) ?? {};
  if (format === undefined) {
    throw new InvalidBackupError(`${name} is no backup: it doesn't begin with a manifest of ${BACKUP_FORMAT}`);
  }
  if (format !== BACKUP_FORMAT) {
    throw new InvalidBackupError(`${name} is in the format ${JSON.stringify(format)}, and this release reads ${BACKUP_FORMAT}: take a release that knows it`);
  }
  return line;
}

function parsed(line: string): { readonly format?: unknown } | undefined {
  try {
    return JSON.parse(line) as { format?: unknown };
  } catch {
    return undefined;
  }
}

function checksum(head: string, payload: Buffer): string {
  return createHash('sha256').update(head).update(payload).digest('hex');
}

function encrypted(content: Buffer, head: string, key: Buffer): Buffer {
  const nonce = randomBytes(NONCE_LENGTH);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(head));
  return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

function decrypted(payload: Buffer, head: string, name: string, keys: readonly Buffer[]): Buffer {
  if (keys.length === 0) {
    throw new UsageError(`${name} is encrypted: name its key by --key-file or --key-secret`);
  }
  const content = keys.map(key => decryptedWith(payload, head, key)).find(candidate => candidate !== undefined);
  if (content === undefined) {
    throw new InvalidBackupError(`${name} is encrypted by another key than the one that was given`);
  }
  return content;
}

/** Undefined if it is encrypted with another key. */
function decryptedWith(payload: Buffer, head: string, key: Buffer): Buffer | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, payload.subarray(0, NONCE_LENGTH));
  decipher.setAAD(Buffer.from(head)).setAuthTag(payload.subarray(-TAG_LENGTH));
  try {
    return Buffer.concat([decipher.update(payload.subarray(NONCE_LENGTH, -TAG_LENGTH)), decipher.final()]);
  } catch {
    return undefined;
  }
}
