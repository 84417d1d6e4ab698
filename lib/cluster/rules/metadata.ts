import { ClusterSubject } from './subject';
import { isObjectName } from '../../kubernetes/dns-name';
import { isLabelValue, isQualified, isToleration, KEY_FORMAT, VALUE_FORMAT } from '../../kubernetes/labels';
import { dnsProblems } from '../../kubernetes/pod-dns';
import { Rule, ruleForEach } from '../../validation/rule';

const SECRET_KEY = /^(?!\.\.?$|\.\.)[-._a-zA-Z0-9]{1,253}$/;
const MAX_ANNOTATIONS = 256 * 1024;

interface Pair {
  readonly field: string;
  readonly key: string;
  readonly value: string;
}

/** Labels, annotations and names as the API server takes them: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/ */
export const METADATA_RULES: readonly Rule<ClusterSubject>[] = [
  ruleForEach({
    id: 'label-key',
    severity: 'error',
    each: labels,
    when: ({ key }) => !isQualified(key),
    message: ({ field, key }) => `${field} has the key "${key}". ${KEY_FORMAT}`,
  }),
  ruleForEach({
    id: 'label-value',
    severity: 'error',
    each: labels,
    when: ({ value }) => !isLabelValue(value),
    message: ({ field, key, value }) => `${field} "${key}" is "${value}". ${VALUE_FORMAT}`,
  }),
  ruleForEach({
    id: 'annotation-key',
    severity: 'error',
    each: annotations,
    when: ({ key }) => !isQualified(key.toLowerCase()),
    message: ({ field, key }) => `${field} has the key "${key}". ${KEY_FORMAT}`,
  }),
  ruleForEach({
    id: 'annotations-large',
    severity: 'error',
    each: subject => [...new Set(annotations(subject).map(({ field }) => field))]
      .map(field => ({ field, bytes: size(annotations(subject).filter(pair => pair.field === field)) })),
    when: ({ bytes }) => bytes > MAX_ANNOTATIONS,
    message: ({ field, bytes }) => `${field} have ${bytes} bytes: Kubernetes accepts at most ${MAX_ANNOTATIONS}`,
  }),
  ruleForEach({
    id: 'pod-metadata-own',
    severity: 'error',
    each: ({ pod, statefulSet }) => {
      const { labels: ownLabels = {}, annotations: ownAnnotations = {} } = statefulSet.spec?.template?.metadata ?? {};
      return [...pairs('pod.labels', pod.labels, ownLabels), ...pairs('pod.annotations', pod.annotations, ownAnnotations)];
    },
    when: ({ own, value }) => own !== value,
    message: ({ field, key }) => `${field} has "${key}", which the cluster sets. Choose another key`,
  }),
  ruleForEach({
    id: 'pod-dns',
    severity: 'error',
    each: ({ pod }) => dnsProblems('pod', pod),
    when: () => true,
    message: problem => problem,
  }),
  ruleForEach({
    id: 'secret-name',
    severity: 'error',
    each: ({ credentials: { username, cookie }, imagePullSecrets }) => [
      { field: 'credentials.secret', name: username.secret },
      { field: 'credentials.erlangCookieSecret', name: cookie.secret },
      ...imagePullSecrets.map(({ name }) => ({ field: 'imagePullSecrets', name })),
    ],
    when: ({ name }) => !isObjectName(name),
    message: ({ field, name }) => `${field} is "${name}", which is not a valid name of a Secret. Use lower-case letters, digits, "-" and "."`,
  }),
  ruleForEach({
    id: 'secret-key',
    severity: 'error',
    each: ({ credentials: { username, password, cookie } }) => [
      { field: 'credentials.usernameKey', key: username.key },
      { field: 'credentials.passwordKey', key: password.key },
      { field: 'credentials.erlangCookieKey', key: cookie.key },
    ],
    when: ({ key }) => !SECRET_KEY.test(key),
    message: ({ field, key }) => `${field} is "${key}", which is not a valid key of a Secret. Use letters, digits, "-", "_" and "."`,
  }),
  ruleForEach({
    id: 'class-name',
    severity: 'error',
    each: ({ storage, scheduling }) => [
      { field: 'storage.storageClass', name: storage.storageClass },
      ...storage.additionalClaims.map(({ name, storageClass }) => ({ field: `storage.additionalClaims "${name}" storageClass`, name: storageClass })),
      { field: 'scheduling.priorityClassName', name: scheduling.priorityClassName },
    ],
    // an empty storage class asks for a volume without one
    when: ({ name, field }) => name !== undefined && !isObjectName(name) && !(name === '' && field !== 'scheduling.priorityClassName'),
    message: ({ field, name = '' }) => `${field} is "${name}", which is not a valid name of a class. Use lower-case letters, digits, "-" and "."`,
  }),
  ruleForEach({
    id: 'toleration',
    severity: 'error',
    each: ({ podSpec }) => podSpec.tolerations ?? [],
    when: toleration => !isToleration(toleration),
    message: toleration => `scheduling.tolerations has ${JSON.stringify(toleration)}: it needs a key. The operator is "Equal" with a value, or "Exists" without one. The effect is NoSchedule, PreferNoSchedule, NoExecute or empty; tolerationSeconds needs NoExecute`,
  }),
];

function labels({ statefulSet, podSpec }: ClusterSubject): Pair[] {
  return [
    ...toPairs('labels', statefulSet.metadata?.labels),
    ...toPairs('pod.labels', statefulSet.spec?.template?.metadata?.labels),
    ...toPairs('scheduling.nodeSelector', podSpec.nodeSelector),
  ];
}

function annotations({ statefulSet, clientService, service }: ClusterSubject): Pair[] {
  const ofService = Object.keys(service.annotations ?? {});
  return [
    ...toPairs('annotations', statefulSet.metadata?.annotations),
    ...toPairs('pod.annotations', statefulSet.spec?.template?.metadata?.annotations),
    ...toPairs('service.annotations', clientService.metadata?.annotations).filter(({ key }) => ofService.includes(key)),
  ];
}

function toPairs(field: string, record: Readonly<Record<string, string>> = {}): Pair[] {
  return Object.entries(record).map(([key, value]) => ({ field, key, value }));
}

function pairs(field: string, given: Readonly<Record<string, string>>, actual: Readonly<Record<string, string>>): (Pair & { own?: string })[] {
  return toPairs(field, given).map(pair => ({ ...pair, own: actual[pair.key] }));
}

function size(all: readonly Pair[]): number {
  return all.reduce((sum, { key, value }) => sum + Buffer.byteLength(key + value), 0);
}
