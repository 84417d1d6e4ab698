import { readFile } from 'node:fs/promises';
import type { CommandContext, CommandOptions } from './command';
import { parseKey } from '../../backup/backup-file';
import type { S3Options } from '../../backup/s3-store';
import { messageOf, UsageError } from '../../core/errors';

/** Options of every command that opens backups. */
export const BACKUP_OPTIONS = {
  'key-file': { type: 'string', describe: 'File with the encryption key: 64 hexadecimal digits' },
  'key-secret': { type: 'string', describe: 'Secret with that key: NAME or NAME/KEY [default key: key]' },
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
] as const;

interface BackupArguments {
  readonly keyFile?: string;
  readonly keySecret?: string;
  readonly s3Endpoint?: string;
  readonly s3Region?: string;
}

/** The key and the storage that the options name. */
export async function openedBy(context: CommandContext, args: BackupArguments): Promise<{ readonly key?: Buffer; readonly s3: S3Options }> {
  return { key: await keyOf(context, args), s3: { endpoint: args.s3Endpoint, region: args.s3Region } };
}

async function keyOf(context: CommandContext, { keyFile, keySecret }: BackupArguments): Promise<Buffer | undefined> {
  if (keyFile !== undefined && keySecret !== undefined) {
    throw new UsageError('--key-file and --key-secret both name the key: leave one of them out');
  }
  if (keyFile !== undefined) {
    try {
      return parseKey(await readFile(keyFile, 'utf8'), `--key-file ${keyFile}`);
    } catch (error) {
      throw error instanceof UsageError ? error : new UsageError(`--key-file ${keyFile} can't be read: ${messageOf(error)}`, { cause: error });
    }
  }
  if (keySecret === undefined) {
    return undefined;
  }
  const { namespace } = context.cluster;
  const [name = '', member = 'key'] = keySecret.split('/');
  const { data = {} } = await (await context.connect()).core.readNamespacedSecret({ namespace, name });
  if (data[member] === undefined) {
    throw new UsageError(`Secret ${namespace}/${name} has no key "${member}", but ${Object.keys(data).join(', ') || 'none'}: name it as --key-secret ${name}/KEY`);
  }
  return parseKey(Buffer.from(data[member], 'base64').toString(), `key "${member}" of Secret ${namespace}/${name}`);
}
