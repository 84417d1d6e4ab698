import { ClusterSubject } from './subject';
import { isObjectName } from '../../validation/object-name';
import { isToleration } from '../../kubernetes/toleration';
import { dnsProblems } from '../../kubernetes/pod-dns';
import { Rule, ruleForEach } from '../../validation/rule';

interface Pair {
  readonly field: string;
  readonly key: string;
  readonly value: string;
}

/** Names and tolerations as the API server takes them, and metadata that the cluster sets. */
export const METADATA_RULES: readonly Rule<ClusterSubject>[] = [
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

function toPairs(field: string, record: Readonly<Record<string, string>> = {}): Pair[] {
  return Object.entries(record).map(([key, value]) => ({ field, key, value }));
}

function pairs(
  field: string,
  given: Readonly<Record<string, string>>,
  actual: Readonly<Record<string, string>>,
): (Pair & { own?: string })[] {
  return toPairs(field, given).map(pair => ({ ...pair, own: actual[pair.key] }));
}
