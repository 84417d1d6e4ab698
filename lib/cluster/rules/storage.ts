import { ClusterSubject } from './subject';
import { Rule, rule, ruleForEach } from '../../validation/rule';

const DATA_PATH = '/var/lib/rabbitmq/mnesia';
const SHARED_CLASS = /nfs|efs|cephfs|azurefile|azure-file|glusterfs|filestore|smb|cifs/i;

/** Access modes by which a broker can write to its volume. */
const WRITERS = ['ReadWriteOnce', 'ReadWriteOncePod', 'ReadWriteMany'];

/** Where data is kept, and for how long. */
export const STORAGE_RULES: readonly Rule<ClusterSubject>[] = [
  rule({
    id: 'storage-ephemeral-in-production',
    severity: 'error',
    when: ({ storage, production }) => storage.ephemeral && production,
    message: () => 'storage.ephemeral is true in production: a pod that goes takes its messages and its place in the cluster along; leave it out',
  }),
  rule({
    id: 'storage-ephemeral',
    // outside production a warning: the prop says by its name what it does
    severity: 'warning',
    when: ({ storage, production }) => storage.ephemeral && !production,
    message: () => 'storage.ephemeral is true: a pod that goes takes its messages and its place in the cluster along, and can\'t join again under its name until it is forgotten; leave it out, or acknowledge it for a cluster that may be lost',
  }),
  rule({
    id: 'storage-missing',
    severity: 'error',
    when: ({ storage, broker, statefulSet }) => {
      const claims = (statefulSet.spec?.volumeClaimTemplates ?? []).map(({ metadata }) => metadata?.name);
      return !storage.ephemeral && broker.volumeMounts?.some(({ name, mountPath }) => mountPath === DATA_PATH && claims.includes(name)) !== true;
    },
    message: () => `no claim of the StatefulSet is mounted at ${DATA_PATH}: the brokers' data would go with their pods; take the patch out`,
  }),
  rule({
    id: 'storage-deleted-on-scale-in',
    severity: 'warning',
    when: ({ statefulSet }) => statefulSet.spec?.persistentVolumeClaimRetentionPolicy?.whenScaled === 'Delete',
    message: () => 'storage.retainOnScaleIn is false: scaling to 0 deletes all messages for good, and a broker that couldn\'t leave in time takes those of its classic queues along; leave it out',
  }),
  rule({
    id: 'storage-deleted-with-cluster',
    severity: 'warning',
    when: ({ production, statefulSet }) => production && statefulSet.spec?.persistentVolumeClaimRetentionPolicy?.whenDeleted === 'Delete',
    message: () => 'storage.retainOnDelete is false in production: whoever deletes the StatefulSet deletes all messages; leave it out',
  }),
  rule({
    id: 'storage-access-mode',
    severity: 'error',
    when: ({ storage }) => !WRITERS.includes(storage.accessMode),
    message: ({ storage }) => `storage.accessMode is "${storage.accessMode}": a broker has to write to its volume; use one of ${WRITERS.join(', ')}`,
  }),
  rule({
    id: 'storage-shared',
    severity: 'warning',
    when: ({ storage }) => storage.accessMode === 'ReadWriteMany',
    message: () => 'storage.accessMode is "ReadWriteMany": two brokers on one volume destroy each other\'s data, and classes that offer it are file systems over a network; use "ReadWriteOnce"',
  }),
  ruleForEach({
    id: 'storage-class-shared',
    severity: 'warning',
    each: ({ storage }) => [
      { field: 'storage.storageClass', storageClass: storage.storageClass },
      ...storage.additionalClaims.map(({ name, storageClass }) => ({ field: `storage.additionalClaims "${name}" storageClass`, storageClass })),
    ],
    when: ({ storageClass }) => SHARED_CLASS.test(storageClass ?? ''),
    message: ({ field, storageClass }) => `${field} is "${storageClass ?? ''}", by its name a file system over a network: RabbitMQ needs a block device whose fsync can be trusted; use such a class`,
  }),
];
