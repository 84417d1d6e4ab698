import { JsonPatch } from 'cdk8s';
import { Case, patched, POD } from '../check';

export const STORAGE_CASES: readonly Case[] = [
  {
    id: 'storage-ephemeral-in-production', rule: 17,
    outside: { production: true, storage: { ephemeral: true } },
    says: /^storage\.ephemeral is true in production/,
    inside: { production: true, storage: { ephemeral: false } },
  },
  {
    id: 'storage-ephemeral', rule: 17,
    outside: { storage: { ephemeral: true } },
    says: /^storage\.ephemeral is true: /,
    inside: { storage: { ephemeral: false } },
  },
  {
    id: 'storage-missing', rule: 17, about: 'by a patch',
    outside: patched(JsonPatch.remove('/spec/volumeClaimTemplates'), JsonPatch.add(`${POD}/volumes/-`, { name: 'rabbitmq-data', emptyDir: {} })),
    says: /^no claim of the StatefulSet is mounted at \/var\/lib\/rabbitmq\/mnesia/,
    inside: patched(JsonPatch.add('/spec/volumeClaimTemplates/0/spec/volumeMode', 'Filesystem')),
  },
  {
    id: 'storage-moved',
    outside: { configuration: { raw: { 'raft.data_dir': '/wal' } } },
    says: /^configuration\.raw "raft\.data_dir" is "\/wal", where no persistent volume is mounted: /,
    inside: { configuration: { raw: { 'raft.data_dir': '/wal' } }, storage: { additionalClaims: [{ name: 'wal', mountPath: '/wal', size: '10Gi' }] } },
  },
  {
    id: 'storage-deleted-on-scale-in', rule: 18,
    outside: { storage: { retainOnScaleIn: false } },
    says: /^storage\.retainOnScaleIn is false/,
    inside: { storage: { retainOnDelete: false } },
  },
  {
    id: 'storage-deleted-with-cluster', rule: 19,
    outside: { production: true, storage: { retainOnDelete: false } }, says: /^storage\.retainOnDelete is false in production/,
    inside: { storage: { retainOnDelete: false } },
  },
  {
    id: 'storage-access-mode', rule: 20,
    outside: { storage: { accessMode: 'ReadOnlyMany' } },
    says: /^storage\.accessMode is "ReadOnlyMany".*ReadWriteOnce, /,
    inside: { storage: { accessMode: 'ReadWriteOncePod' } },
  },
  {
    id: 'storage-shared', rule: 20,
    outside: { storage: { accessMode: 'ReadWriteMany' } },
    says: /^storage\.accessMode is "ReadWriteMany"/,
    inside: { storage: { accessMode: 'ReadWriteOnce' } },
  },
  ...['nfs-client', 'efs-sc', 'rook-cephfs', 'azurefile-premium', 'azure-file', 'filestore-csi'].map(storageClass => ({
    id: 'storage-class-shared', rule: 20, about: storageClass,
    outside: { storage: { storageClass } },
    says: new RegExp(`^storage\\.storageClass is "${storageClass}", by its name a network file system`),
    inside: { storage: { storageClass: 'rook-ceph-block' } },
  })),
  {
    id: 'storage-class-shared', rule: 20, about: 'of a further claim',
    outside: { storage: { additionalClaims: [{ name: 'wal', mountPath: '/wal', size: '1Gi', storageClass: 'nfs' }] } },
    says: /^storage\.additionalClaims "wal" storageClass is "nfs"/,
    inside: { storage: { additionalClaims: [{ name: 'wal', mountPath: '/wal', size: '1Gi', storageClass: 'fast' }] } },
  },
];
