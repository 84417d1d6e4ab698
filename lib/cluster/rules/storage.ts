import { MountManifest } from './manifests';
import { chosenLike, nameOf } from './settings';
import { ClusterSubject } from './subject';
import { WRITABLE_MODES } from '../../kubernetes/access-modes';
import { Rule, rule, ruleForEach } from '../../validation/rule';

const DATA_PATH = '/var/lib/rabbitmq/mnesia';
const SHARED_CLASS = /nfs|efs|cephfs|azurefile|azure-file|glusterfs|filestore|smb|cifs/i;

/** Kinds of volumes that end with the pod, or that a broker can't write to. */
const VANISHING = ['emptyDir', 'configMap', 'secret', 'projected', 'downwardAPI'] as const;

/** What to do about data outside of the volumes that stay. */
export const STAY = `Remove it, or use a folder in ${DATA_PATH} or of storage.additionalClaims`;

/** Where data is kept, and for how long. */
export const STORAGE_RULES: readonly Rule<ClusterSubject>[] = [
  rule({
    id: 'storage-ephemeral-in-production',
    severity: 'error',
    when: ({ storage, production }) => storage.ephemeral && production,
    message: () => 'storage.ephemeral is true in production: a deleted pod loses its messages and its cluster membership. Remove it',
  }),
  rule({
    id: 'storage-ephemeral',
    // outside production a warning: the prop says by its name what it does
    severity: 'warning',
    when: ({ storage, production }) => storage.ephemeral && !production,
    message: () => 'storage.ephemeral is true: a deleted pod loses its messages and its cluster membership, and can\'t rejoin until the cluster forgets its node name. Remove it, or acknowledge the warning if data may be lost',
  }),
  rule({
    id: 'storage-missing',
    severity: 'error',
    when: ({ storage, broker, statefulSet }) => {
      const claims = (statefulSet.spec?.volumeClaimTemplates ?? []).map(({ metadata }) => metadata?.name);
      return !storage.ephemeral
        && broker.volumeMounts?.some(({ name, mountPath }) =>
          mountPath === DATA_PATH && claims.includes(name)) !== true;
    },
    message: () => `no claim of the StatefulSet is mounted at ${DATA_PATH}: the brokers would lose their data with their pods. Remove the patch`,
  }),
  ruleForEach({
    id: 'storage-moved',
    severity: 'error',
    each: subject => chosenLike(subject, /^(raft|stream)\.data_dir$/),
    when: ({ value }, subject) => !isPersistent(value, subject),
    message: entry => `${nameOf(entry)} is "${entry.value}", where no persistent volume is mounted: brokers would lose their data with their pods. ${STAY}`,
  }),
  rule({
    id: 'storage-deleted-on-scale-in',
    severity: 'warning',
    when: ({ statefulSet }) => statefulSet.spec?.persistentVolumeClaimRetentionPolicy?.whenScaled === 'Delete',
    message: () => 'storage.retainOnScaleIn is false: scaling to 0 deletes all messages permanently, and a broker that could not leave in time loses those of its classic queues. Remove it',
  }),
  rule({
    id: 'storage-deleted-with-cluster',
    severity: 'warning',
    when: ({ production, statefulSet }) => production && statefulSet.spec?.persistentVolumeClaimRetentionPolicy?.whenDeleted === 'Delete',
    message: () => 'storage.retainOnDelete is false in production: deleting the StatefulSet deletes all messages. Remove it',
  }),
  rule({
    id: 'storage-access-mode',
    severity: 'error',
    when: ({ storage }) => !WRITABLE_MODES.includes(storage.accessMode),
    message: ({ storage }) => `storage.accessMode is "${storage.accessMode}": a broker must be able to write to its volume. Use one of ${WRITABLE_MODES.join(', ')}`,
  }),
  rule({
    id: 'storage-shared',
    severity: 'warning',
    when: ({ storage }) => storage.accessMode === 'ReadWriteMany',
    message: () => 'storage.accessMode is "ReadWriteMany": two brokers on one volume destroy each other\'s data, and storage classes with this mode are network file systems. Use "ReadWriteOnce"',
  }),
  ruleForEach({
    id: 'storage-class-shared',
    severity: 'warning',
    each: ({ storage }) => [
      { field: 'storage.storageClass', storageClass: storage.storageClass },
      ...storage.additionalClaims.map(({ name, storageClass }) => ({ field: `storage.additionalClaims "${name}" storageClass`, storageClass })),
    ],
    when: ({ storageClass }) => SHARED_CLASS.test(storageClass ?? ''),
    message: ({ field, storageClass }) => `${field} is "${storageClass ?? ''}", by its name a network file system: RabbitMQ needs reliable fsync. Use a storage class with block devices`,
  }),
];

/**
 * Whether a folder is on a volume that outlives the pod, or in the data volume. One that a variable names
 * can't be known.
 */
export function isPersistent(folder: string, { broker, podSpec }: ClusterSubject): boolean {
  const isIn = ({ mountPath = '' }: MountManifest): boolean => `${folder}/`.startsWith(`${mountPath.replace(/\/+$/, '')}/`);
  const [mount] = (broker.volumeMounts ?? []).filter(isIn).sort((a, b) => (b.mountPath ?? '').length - (a.mountPath ?? '').length);
  const volume = podSpec.volumes?.find(({ name }) => name === mount?.name) ?? {};
  return folder.includes('$') || mount?.mountPath === DATA_PATH || (mount !== undefined && !VANISHING.some(kind => kind in volume));
}
