import { RabbitMQBackupProps } from './backup-props';
import { secretKeys } from '../kubernetes/secret-keys';
import { Rule, rule } from '../validation/rule';

/** A backup as rules see it. */
export interface BackupSubject extends RabbitMQBackupProps {
  readonly secretKeys: ReturnType<typeof secretKeys>;
}

/** What of a backup doesn't go together, or is likely not meant. */
export const BACKUP_RULES: readonly Rule<BackupSubject>[] = [
  rule({
    id: 'backup-key-missing',
    severity: 'error',
    when: ({ encryption, secretKeys: keysOf }) => encryption !== undefined && keysOf(encryption.secret.name)?.includes(encryption.key ?? 'key') === false,
    message: ({ encryption, secretKeys: keysOf }) => `encryption: Secret "${encryption?.secret.name ?? ''}" has no key "${encryption?.key ?? 'key'}", but [${keysOf(encryption?.secret.name ?? '')?.join(', ') ?? ''}]: `
      + 'no backup would be made; add it, or name the key that it is in by encryption.key',
  }),
  rule({
    id: 'backup-unencrypted',
    severity: 'warning',
    when: ({ destination, encryption }) => destination?._bucket !== undefined && encryption === undefined,
    message: ({ destination }) => `backups go to bucket "${destination?._bucket?.bucket ?? ''}" with the password hashes of all users, readable by whoever reads the bucket: set encryption`,
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
