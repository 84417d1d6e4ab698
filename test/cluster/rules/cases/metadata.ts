import { k8s } from 'cdk8s-plus-28';
import { Case, Situation } from '../check';

const toleration = (fields: k8s.Toleration): Situation => ({ scheduling: { tolerations: [fields] } });

const TOLERATION_FAULTS: readonly k8s.Toleration[] = [
  { operator: 'In', key: 'a' }, { operator: 'Exists', key: 'a', value: 'b' }, { value: 'b' }, { key: 'a', effect: 'Never' },
  { key: 'a', tolerationSeconds: 5 }, { key: 'a b', operator: 'Exists' }, { key: 'a', value: 'b c' },
];

export const METADATA_CASES: readonly Case[] = [
  {
    id: 'pod-metadata-own',
    outside: { pod: { labels: { app: 'mine' } } },
    says: /^pod\.labels has "app", which the cluster sets\. Choose another key/,
    inside: { pod: { labels: { team: 'mine' } } },
  },
  {
    id: 'pod-metadata-own',
    outside: { pod: { annotations: { 'cdk8s-rabbitmq/configuration-checksum': 'x' } } },
    says: /^pod\.annotations has/,
    inside: { pod: { annotations: { checksum: 'x' } } },
  },
  {
    id: 'pod-dns',
    outside: { pod: { dnsPolicy: 'none' } },
    says: /^pod\.dnsPolicy is "none": it must be one of ClusterFirst/,
    inside: { pod: { dnsPolicy: 'Default' } },
  },
  {
    id: 'class-name',
    outside: { storage: { storageClass: 'Fast_SSD' } },
    says: /^storage\.storageClass is "Fast_SSD", which is not a valid name of a class\./,
    inside: { storage: { storageClass: 'fast.ssd-1' } },
  },
  {
    id: 'class-name',
    outside: { storage: { additionalClaims: [{ name: 'wal', mountPath: '/wal', size: '1Gi', storageClass: '-' }] } },
    says: /^storage\.additionalClaims "wal" storageClass is "-"/,
    inside: { storage: { storageClass: '' } },
  },
  {
    id: 'class-name',
    outside: { scheduling: { priorityClassName: 'High Priority' } },
    says: /^scheduling\.priorityClassName is "High Priority"/,
    inside: { scheduling: { priorityClassName: 'high-priority' } },
  },
  ...TOLERATION_FAULTS.map(fault => ({
    id: 'toleration', about: JSON.stringify(fault),
    outside: toleration(fault),
    says: /^scheduling\.tolerations has \{.*\}: it needs a key\. The operator is "Equal" with/,
    inside: toleration({ key: 'example.com/a', value: 'b', effect: 'NoExecute', tolerationSeconds: 5 }),
  })),
  {
    id: 'toleration', about: 'of every taint',
    outside: toleration({ operator: 'Equal' }),
    says: /tolerations/,
    inside: toleration({ operator: 'Exists' }),
  },
];
