import type { Operation } from '../operation/operation';
import { FileStore } from './file-store';
import { S3Store, type S3Options } from './s3-store';
import type { BackupStore } from './store';
import { VolumeStore } from './volume-store';
import type { ClusterRef } from '../core/cluster-ref';
import { UsageError } from '../core/errors';

/** A place, and a backup in it where one is named. */
export interface BackupLocation {
  /** `file`, `volume` or `s3`. */
  readonly scheme: 'file' | 'volume' | 's3';
  /** The folder, the claim, or the bucket. */
  readonly place: string;
  /** The folder in the claim, or what names in the bucket begin with; ends with `/` or is empty. */
  readonly prefix: string;
  readonly name?: string;
}

const SUFFIX = '.backup';

/** Reads `./backups`, `volume:orders-backup/orders-20261125T021700Z.backup`, `s3://bucket/orders`. */
export function parseLocation(text: string): BackupLocation {
  const [scheme, rest] = split(text);
  const parts = rest.split('/');
  const name = rest.endsWith(SUFFIX) ? parts.pop() : undefined;
  if (scheme === 'file') {
    return { scheme, place: parts.join('/') || (rest.startsWith('/') ? '/' : '.'), prefix: '', name };
  }
  const [place = '', ...folders] = parts;
  if (place === '') {
    throw new UsageError(`"${text}" names no ${scheme === 's3' ? 'bucket, as in s3://bucket/prefix' : 'claim, as in volume:orders-backup'}`);
  }
  const prefix = folders.filter(Boolean).map(folder => `${folder}/`).join('');
  return { scheme, place, prefix, name };
}

function split(text: string): [BackupLocation['scheme'], string] {
  if (text.startsWith('rclone:')) {
    throw new UsageError(`"${text}": backups of an rclone destination are read from a folder. Run "rclone copy REMOTE:PATH FOLDER", and name the folder`);
  }
  if (text.startsWith('s3://')) {
    return ['s3', text.slice('s3://'.length)];
  }
  return text.startsWith('volume:') ? ['volume', text.slice('volume:'.length)] : ['file', text];
}

/** The location as it was written, of another backup in it. */
export function titleOfLocation({ scheme, place, prefix }: BackupLocation, name: string): string {
  switch (scheme) {
    case 'file': return place === '.' ? name : `${place.replace(/\/$/, '')}/${name}`;
    case 'volume': return `volume:${place}/${prefix}${name}`;
    case 's3': return `s3://${place}/${prefix}${name}`;
  }
}

/** Opens a place; a volume is in the cluster's namespace. */
export async function openStore(
  operation: Operation,
  cluster: ClusterRef,
  location: BackupLocation,
  s3: S3Options = {},
): Promise<BackupStore> {
  switch (location.scheme) {
    case 'file': return new FileStore(location.place);
    case 'volume': return VolumeStore.open(operation, cluster, location.place, location.prefix);
    case 's3': return S3Store.open(location.place, location.prefix, s3, operation.signal);
  }
}

/** Opens a place, and closes it when `action` is over. */
export async function withStore<T>(
  operation: Operation,
  cluster: ClusterRef,
  location: BackupLocation,
  s3: S3Options | undefined,
  action: (store: BackupStore) => Promise<T>,
): Promise<T> {
  const store = await openStore(operation, cluster, location, s3);
  try {
    return await action(store);
  } finally {
    await store.close();
  }
}
