import { RabbitMQBackupProps } from './backup-props';
import { ISecret } from 'cdk8s-plus-28';
import { destinationPlace, RabbitMQBackupDestination } from './destination';
import { RabbitMQBackupBucketOptions, RabbitMQBackupRcloneOptions } from './options';
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

function rcloneOf(destination?: RabbitMQBackupDestination): RabbitMQBackupRcloneOptions | undefined {
  return destination && destinationPlace(destination).rclone;
}

/** The storage outside of the Kubernetes cluster, in words; undefined for a volume. */
function storageOf(destination?: RabbitMQBackupDestination): string | undefined {
  const [bucket, rclone] = [bucketOf(destination), rcloneOf(destination)];
  return bucket ? `bucket "${bucket.bucket}"` : rclone && `"${rclone.remote}:${rclone.path}"`;
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
    id: 'backup-keep-unused',
    severity: 'error',
    when: ({ destination, keep }) => keep !== undefined && rcloneOf(destination) !== undefined,
    message: ({ keep }) => `keep is ${keep}, but nothing removes old backups of an rclone destination. Remove it, and set a lifecycle rule of the storage`,
  }),
  rule({
    id: 'backup-config-missing',
    severity: 'error',
    when: ({ destination, secretKeys: keysOf }) => {
      const { config, configKey = 'rclone.conf' } = rcloneOf(destination) ?? {};
      return config !== undefined && keysOf(config.name)?.includes(configKey) === false;
    },
    message: ({ destination, secretKeys: keysOf }) => {
      const { config, configKey = 'rclone.conf' } = rcloneOf(destination) ?? {};
      return `destination: Secret "${config?.name ?? ''}" has no key "${configKey}", but [${keysOf(config?.name ?? '')?.join(', ') ?? ''}]: backups would fail. Add it, or set configKey`;
    },
  }),
  rule({
    id: 'backup-unencrypted',
    severity: 'warning',
    when: ({ cluster, destination, key }) =>
      key === undefined && (cluster.production || storageOf(destination) !== undefined),
    message: ({ destination }) => `backups are not encrypted, and everyone who can read ${storageOf(destination) ?? 'the volume'} `
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
