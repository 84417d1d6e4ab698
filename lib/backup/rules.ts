import { RabbitMQBackupProps } from './backup-props';
import { ISecret } from 'cdk8s-plus-28';
import { destinationPlace, RabbitMQBackupDestination } from './destination';
import { RabbitMQBackupBucketOptions } from './options';
import { secretKeys } from '../kubernetes/secret-keys';
import { Rule, rule } from '../validation/rule';

/** The key of a Secret that backups are encrypted with. */
export interface EncryptionKey {
  readonly secret: ISecret;
  readonly name: string;
}

/** A backup as rules see it. */
export interface BackupSubject extends RabbitMQBackupProps {
  /** None if backups are not encrypted. */
  readonly key: EncryptionKey | undefined;
  readonly secretKeys: ReturnType<typeof secretKeys>;
}

function bucketOf(destination?: RabbitMQBackupDestination): RabbitMQBackupBucketOptions | undefined {
  return destination && destinationPlace(destination).bucket;
}

/** What of a backup doesn't go together, or is likely not meant. */
export const BACKUP_RULES: readonly Rule<BackupSubject>[] = [
  rule({
    id: 'backup-key-missing',
    severity: 'error',
    when: ({ key, secretKeys: keysOf }) => key !== undefined && keysOf(key.secret.name)?.includes(key.name) === false,
    message: ({ key, secretKeys: keysOf }) => `encryption: Secret "${key?.secret.name ?? ''}" has no key "${key?.name ?? ''}", but [${keysOf(key?.secret.name ?? '')?.join(', ') ?? ''}]: `
      + 'backups would fail. Add it, or set encryption.key to the key that has it',
  }),
  rule({
    id: 'backup-unencrypted',
    severity: 'warning',
    when: ({ cluster, destination, key }) => key === undefined && (cluster.production || bucketOf(destination) !== undefined),
    message: ({ destination }) => `backups are not encrypted, and everyone who can read ${bucketOf(destination) ? `bucket "${bucketOf(destination)?.bucket ?? ''}"` : 'the volume'} `
      + 'gets the password hashes of all users, and passwords in the URIs of shovels and upstreams in plain text. Set encryption.secret',
  }),
  rule({
    id: 'backup-plain-storage',
    severity: 'warning',
    when: ({ destination }) => bucketOf(destination)?.endpoint?.startsWith('http://') === true,
    message: ({ destination }) => `endpoint is "${bucketOf(destination)?.endpoint ?? ''}": backups would travel without TLS. Use https`,
  }),
  rule({
    id: 'backup-suspended',
    severity: 'warning',
    when: ({ cluster, suspend }) => cluster.production && suspend === true,
    message: ({ cluster }) => `suspend is true: cluster "${cluster.clusterName}" gets no backups in production. Remove it when they may resume`,
  }),
];
