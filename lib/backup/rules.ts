import { RabbitMQBackupProps } from './backup-props';
import { ISecret } from 'cdk8s-plus-28';
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

/** What of a backup doesn't go together, or is likely not meant. */
export const BACKUP_RULES: readonly Rule<BackupSubject>[] = [
  rule({
    id: 'backup-key-missing',
    severity: 'error',
    when: ({ key, secretKeys: keysOf }) => key !== undefined && keysOf(key.secret.name)?.includes(key.name) === false,
    message: ({ key, secretKeys: keysOf }) => `encryption: Secret "${key?.secret.name ?? ''}" has no key "${key?.name ?? ''}", but [${keysOf(key?.secret.name ?? '')?.join(', ') ?? ''}]: `
      + 'no backup would be made; add it, or name the key that it is in by encryption.key',
  }),
  rule({
    id: 'backup-unencrypted',
    severity: 'warning',
    when: ({ cluster, destination, key }) => key === undefined && (cluster.production || destination?._bucket !== undefined),
    message: ({ destination }) => `backups are not encrypted, and everyone who can read ${destination?._bucket ? `bucket "${destination._bucket.bucket}"` : 'the volume'} `
      + 'gets the password hashes of all users, and passwords in the URIs of shovels and upstreams in plain text: set encryption.secret',
  }),
  rule({
    id: 'backup-plain-storage',
    severity: 'warning',
    when: ({ destination }) => destination?._bucket?.endpoint?.startsWith('http://') === true,
    message: ({ destination }) => `endpoint is "${destination?._bucket?.endpoint ?? ''}", where backups travel without TLS: use https`,
  }),
  rule({
    id: 'backup-suspended',
    severity: 'warning',
    when: ({ cluster, suspend }) => cluster.production && suspend === true,
    message: ({ cluster }) => `suspend is true, so that no backup is made of cluster "${cluster.clusterName}" in production: take it out once what it was for is over`,
  }),
];
