import { readFile } from 'node:fs/promises';
import type { CommandContext, CommandOptions } from './command';
import { isKey, parseKey } from '../../backup/backup-file';
import type { BackupOptions } from '../../backup/backup-manager';
import { isRequestError, messageOf, UsageError } from '../../core/errors';
import { decoded } from '../../kubernetes/secret-data';

/** Options of every command that opens backups. */
export const BACKUP_OPTIONS = {
  'key-file': { type: 'string', describe: 'File with the encryption key: 64 hex digits; older keys below' },
  'key-secret': { type: 'string', describe: 'Secret with that key: NAME or NAME/KEY [default: CLUSTER-backup-key, if it exists]' },
  'allow-unencrypted': { type: 'boolean', default: false, describe: 'Accept unencrypted backups although a key is given' },
  'max-size': { type: 'number', default: 256, describe: 'Largest definitions to unpack, in MiB' },
  's3-endpoint': { type: 'string', describe: 'URL of S3-compatible storage other than AWS' },
  's3-region': { type: 'string', describe: 'S3 region [default: AWS_REGION]' },
} as const satisfies CommandOptions;

/** What each of these commands may need, by where backups are. */
export const BACKUP_RIGHTS = [
  { resources: ['pods'], verbs: ['list'] },
  { resources: ['pods/exec'], verbs: ['create', 'get'] },
  { resources: ['secrets'], verbs: ['get'], optional: true },
  { apiGroup: 'apps', resources: ['statefulsets'], verbs: ['get'], optional: true },
  { resources: ['pods'], verbs: ['get', 'create', 'patch', 'delete'], optional: true },
  { resources: ['persistentvolumeclaims', 'events'], verbs: ['list'], optional: true, part: 'volume:CLAIM' },
] as const;

interface BackupArguments {
  readonly keyFile?: string;
  readonly keySecret?: string;
  readonly allowUnencrypted: boolean;
  readonly maxSize: number;
  readonly s3Endpoint?: string;
  readonly s3Region?: string;
}

type Opened = Pick<BackupOptions, 'key' | 'oldKeys' | 'allowUnencrypted' | 'maxBytes' | 's3'>;

/** The keys and the storage that the options name. */
export async function openedBy(context: CommandContext, args: BackupArguments): Promise<Opened> {
  const { allowUnencrypted, maxSize, s3Endpoint, s3Region } = args;
  if (!(maxSize > 0)) {
    throw new UsageError(`--max-size is "${maxSize}": use a number of MiB above 0`);
  }
  const [key, ...oldKeys] = await keysOf(context, args);
  return {
    key,
    oldKeys,
    allowUnencrypted,
    maxBytes: maxSize * 1024 * 1024,
    s3: { endpoint: s3Endpoint, region: s3Region },
  };
}

/** The current key first. */
async function keysOf(context: CommandContext, { keyFile, keySecret }: BackupArguments): Promise<Buffer[]> {
  if (keyFile !== undefined && keySecret !== undefined) {
    throw new UsageError('--key-file and --key-secret both name the key. Use one of them');
  }
  if (keyFile !== undefined) {
    try {
      const lines = (await readFile(keyFile, 'utf8')).trim().split('\n');
      return lines.map(line => parseKey(line, `--key-file ${keyFile}`));
    } catch (error) {
      throw error instanceof UsageError ? error : new UsageError(`--key-file ${keyFile} can't be read: ${messageOf(error)}`, { cause: error });
    }
  }
  const { namespace, name: cluster } = context.cluster;
  const [name = '', member = 'key'] = (keySecret ?? `${cluster}-backup-key`).split('/');
  const data = await dataOf(context, name, keySecret !== undefined);
  if (data === undefined) {
    return [];
  }
  if (data[member] === undefined) {
    throw new UsageError(`Secret ${namespace}/${name} has no key "${member}", but ${Object.keys(data).join(', ') || 'none'}: name it as --key-secret ${name}/KEY`);
  }
  const textOf = (of: string): string => decoded(data[of]);
  const key = parseKey(textOf(member), `key "${member}" of Secret ${namespace}/${name}`);
  const others = Object.keys(data).filter(of => of !== member).map(textOf).filter(isKey);
  return [key, ...others.map(text => parseKey(text, name))];
}

/** The values of a Secret; undefined if it can't be read and doesn't have to be. */
async function dataOf(
  context: CommandContext,
  name: string,
  isRequired: boolean,
): Promise<Record<string, string> | undefined> {
  try {
    const { data = {} } = await (await context.connect()).core.readNamespacedSecret({
      namespace: context.cluster.namespace,
      name,
    });
    return data;
  } catch (error) {
    if (!isRequired && [403, 404].some(status => isRequestError(error, status))) {
      return undefined;
    }
    throw error;
  }
}
