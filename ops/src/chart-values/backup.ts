import type { Chart } from 'cdk8s';
import { RabbitMQBackupDestination, type RabbitMQBackupOptions } from 'cdk8s-rabbitmq';
import { plus } from '../core/cdk8s';
import { cronOf, given, secretNamed } from './kubernetes';
import { storageClass } from './storage';
import type { Values } from './values';

/** Backups of definitions, if they are on. */
export function backupOptions(chart: Chart, values: Values): RabbitMQBackupOptions | undefined {
  const { enabled, schedule, timeZone, keep, suspend, credentials, encryption } = values.backup;
  return enabled
    ? {
        destination: destination(chart, values),
        schedule: cronOf(schedule),
        timeZone: given(timeZone),
        keep,
        suspend: suspend || undefined,
        credentials: credentials === '' ? undefined : secretNamed(chart, credentials),
        encryption: encryption.secret === '' ? undefined : { secret: secretNamed(chart, encryption.secret), key: encryption.key },
      }
    : undefined;
}

function destination(chart: Chart, values: Values): RabbitMQBackupDestination {
  const { volume, claim, s3 } = values.backup.destination;
  if (claim.name !== '' && s3.bucket !== '') {
    throw new Error(`backup.destination has both claim "${claim.name}" and bucket "${s3.bucket}": backups are kept in one place, leave one of them out`);
  }
  if (s3.bucket !== '') {
    return bucket(chart, s3);
  }
  return claim.name === ''
    ? RabbitMQBackupDestination.volume({
        size: String(volume.size),
        storageClass: storageClass(values, volume.storageClass),
        accessMode: volume.accessMode,
      })
    : RabbitMQBackupDestination.claim(plus.PersistentVolumeClaim.fromClaimName(chart, 'Backups', claim.name), given(claim.folder));
}

function bucket(chart: Chart, s3: Values['backup']['destination']['s3']): RabbitMQBackupDestination {
  if (s3.credentials === '') {
    throw new Error(`backup.destination.s3.credentials is "": name the Secret with the credentials for bucket "${s3.bucket}"`);
  }
  const { authority } = s3;
  return RabbitMQBackupDestination.s3({
    ...s3,
    credentials: secretNamed(chart, s3.credentials),
    endpoint: given(s3.endpoint),
    prefix: given(s3.prefix),
    authority: authority.secret === '' ? undefined : { secret: secretNamed(chart, authority.secret), key: authority.key },
  });
}
