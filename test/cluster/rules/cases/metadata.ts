import { ISecret, k8s, Secret } from 'cdk8s-plus-28';
import { newChart } from '../../../support/synth';
import { Case, Situation } from '../check';

const secret = (name: string): ISecret => Secret.fromSecretName(newChart(), 'Secret', name);
const toleration = (fields: k8s.Toleration): Situation => ({ scheduling: { tolerations: [fields] } });

const TOLERATION_FAULTS: readonly k8s.Toleration[] = [
  { operator: 'In', key: 'a' }, { operator: 'Exists', key: 'a', value: 'b' }, { value: 'b' }, { key: 'a', effect: 'Never' },
  { key: 'a', tolerationSeconds: 5 }, { key: 'a b', operator: 'Exists' }, { key: 'a', value: 'b c' },
];

export const METADATA_CASES: readonly Case[] = [
  ...(['labels', 'pod.labels', 'scheduling.nodeSelector'] as const).flatMap((field): Case[] => {
    const given = (key: string, value: string): Situation => ({
      labels: { labels: { [key]: value } },
      'pod.labels': { pod: { labels: { [key]: value } } },
      'scheduling.nodeSelector': { scheduling: { nodeSelector: { [key]: value } } },
    })[field];
    const says = new RegExp(`^${field.replace('.', '\\.')} `);
    return [
      ...['-team', 'a/b/c', 'Example.com/team', 'x'.repeat(64), ''].map(key => ({
        id: 'label-key', about: `"${key}" of ${field}`,
        outside: given(key, 'a'), says, inside: given('example.com/Team_1', 'a'),
      })),
      ...['a b', '-a', 'a.', 'x'.repeat(64), 'é'].map(value => ({
        id: 'label-value', about: `"${value}" of ${field}`,
        outside: given('team', value), says, inside: given('team', value.length > 1 ? 'x'.repeat(63) : ''),
      })),
    ];
  }),
  {
    id: 'annotation-key',
    outside: { annotations: { 'a b': 'x' } },
    says: /^annotations has the key "a b"/,
    inside: { annotations: { 'Example.com/a': 'x y z' } },
  },
  {
    id: 'annotation-key',
    outside: { pod: { annotations: { 'a/b/c': 'x' } } },
    says: /^pod\.annotations has/,
    inside: { pod: { annotations: { 'a/b': 'x' } } },
  },
  {
    id: 'annotation-key',
    outside: { service: { annotations: { '/a': 'x' } } },
    says: /^service\.annotations has/,
    inside: { service: { annotations: { 'service.beta.kubernetes.io/aws-load-balancer-internal': 'true' } } },
  },
  {
    id: 'annotations-large',
    outside: { annotations: { a: 'x'.repeat(262144) } },
    says: /^annotations have 262145 bytes: Kubernetes accepts at most 262144/,
    inside: { annotations: { a: 'x'.repeat(262143) } },
  },
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
    id: 'secret-name',
    outside: { credentials: { secret: secret('My_Secret') } },
    says: /^credentials\.secret is "My_Secret", which is not a valid name of a Secret\./,
    inside: { credentials: { secret: secret('my.secret') } },
  },
  {
    id: 'secret-name',
    outside: { credentials: { erlangCookieSecret: secret('') } },
    says: /^credentials\.erlangCookieSecret is ""/,
    inside: { credentials: { erlangCookieSecret: secret('c') } },
  },
  {
    id: 'secret-name',
    outside: { imagePullSecrets: [secret('A')] },
    says: /^imagePullSecrets is "A"/,
    inside: { imagePullSecrets: [secret('a')] },
  },
  {
    id: 'secret-key',
    outside: { credentials: { secret: secret('a'), usernameKey: 'user name' } },
    says: /^credentials\.usernameKey is "user name", which is not a valid key of a/,
    inside: { credentials: { secret: secret('a'), usernameKey: 'user_name' } },
  },
  {
    id: 'secret-key',
    outside: { credentials: { secret: secret('a'), passwordKey: '..' } },
    says: /^credentials\.passwordKey/,
    inside: { credentials: { secret: secret('a'), passwordKey: '.p' } },
  },
  {
    id: 'secret-key',
    outside: { credentials: { erlangCookieSecret: secret('a'), erlangCookieKey: '' } },
    says: /^credentials\.erlangCookieKey is ""/,
    inside: { credentials: { erlangCookieSecret: secret('a'), erlangCookieKey: 'c' } },
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
