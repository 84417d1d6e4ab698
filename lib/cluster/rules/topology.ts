import { isCount, MAX_COUNT } from './count';
import { ClusterSubject } from './subject';
import { isQualified } from '../../validation/metadata';
import { Rule, rule, ruleForEach } from '../../validation/rule';

const HOSTNAME = 'kubernetes.io/hostname';
const ZONE = /^(topology\.kubernetes\.io|failure-domain\.beta\.kubernetes\.io)\/zone$/;

/** The number of brokers and where they run. */
export const TOPOLOGY_RULES: readonly Rule<ClusterSubject>[] = [
  rule({
    id: 'replicas-zero',
    severity: 'warning',
    when: ({ replicas }) => replicas === 0,
    message: () => 'replicas is 0: the cluster is stopped, and its data is kept. To start it again, set the former number of brokers',
  }),
  rule({
    id: 'pods-beyond-kubernetes',
    severity: 'error',
    when: ({ maxReplicas, ordinalStart }) => maxReplicas + ordinalStart > MAX_COUNT,
    message: ({ maxReplicas, ordinalStart }) => `replicas is ${maxReplicas} and ordinalStart ${ordinalStart}: the sum must be at most ${MAX_COUNT}. Use smaller numbers`,
  }),
  rule({
    id: 'replicas-even',
    severity: 'warning',
    when: ({ replicas }) => replicas > 0 && replicas % 2 === 0,
    message: ({ replicas }) => `replicas is ${replicas}: an even number tolerates no more failures than ${replicas - 1}. Use ${replicas - 1} or ${replicas + 1}`,
  }),
  rule({
    id: 'replicas-single',
    severity: 'warning',
    when: ({ replicas, production }) => production && replicas === 1,
    message: () => 'replicas is 1 in production: every restart is an outage, and quorum queues have one member. Use 3 or 5',
  }),
  rule({
    id: 'replicas-many',
    severity: 'warning',
    when: ({ replicas }) => replicas > 9,
    message: ({ replicas }) => `replicas is ${replicas}: more than 9 brokers slow down every metadata change. Use 3, 5, 7 or 9, or several clusters`,
  }),
  rule({
    id: 'autoscaled-unsafely',
    severity: 'error',
    when: ({ isScaled, membership }) => isScaled && !membership.leaveOnScaleIn,
    message: () => 'membership.leaveOnScaleIn is false, but an autoscaler changes the number of brokers: removed brokers would stay cluster members until the majority is lost. Remove it',
  }),
  rule({
    id: 'nodes-shared',
    severity: 'warning',
    when: subject => subject.replicas > 1 && !keepsApartByNode(subject),
    message: ({ replicas }) => `scheduling.nodeSpread is none with ${replicas} replicas: the loss of one Kubernetes node can stop several brokers. Use RabbitMQSpread.PREFERRED or REQUIRED, or a topology spread constraint on "${HOSTNAME}"`,
  }),
  rule({
    id: 'zones-number',
    severity: 'error',
    when: ({ scheduling: { zones } }) => zones !== undefined && !isCount(zones, 1),
    message: ({ scheduling }) => `scheduling.zones is ${scheduling.zones ?? ''}: it must be a whole number of 1 or more`,
  }),
  rule({
    id: 'zones-few',
    severity: 'warning',
    when: subject => subject.replicas > 1 && (subject.scheduling.zones ?? 3) < 3 && isBoundToZones(subject),
    message: ({ scheduling }) => `scheduling.zones is ${scheduling.zones ?? ''}, and zoneSpread is required: losing the zone with more brokers loses the majority. Use 3 zones, or RabbitMQSpread.PREFERRED`,
  }),
  ruleForEach({
    id: 'spread-constraint',
    severity: 'error',
    each: ({ podSpec }) => podSpec.topologySpreadConstraints ?? [],
    when: ({ topologyKey, maxSkew, minDomains, whenUnsatisfiable }) =>
      !isQualified(topologyKey ?? '') || !isCount(maxSkew, 1) || !['DoNotSchedule', 'ScheduleAnyway'].includes(whenUnsatisfiable ?? '')
      || (minDomains !== undefined && !(isCount(minDomains, 1) && whenUnsatisfiable === 'DoNotSchedule')),
    message: constraint => `scheduling.topologySpreadConstraints has ${JSON.stringify({ ...constraint, labelSelector: undefined })}: it needs a topologyKey, a maxSkew of 1 or more, and whenUnsatisfiable "DoNotSchedule" or "ScheduleAnyway". minDomains is 1 or more, and needs "DoNotSchedule"`,
  }),
  ruleForEach({
    id: 'spread-constraint-twice',
    severity: 'error',
    each: ({ podSpec }) => podSpec.topologySpreadConstraints ?? [],
    when: (constraint, { podSpec }) =>
      podSpec.topologySpreadConstraints?.find(
        other =>
          other.topologyKey === constraint.topologyKey && other.whenUnsatisfiable === constraint.whenUnsatisfiable,
      ) !== constraint,
    message: ({ topologyKey, whenUnsatisfiable }) => `scheduling.topologySpreadConstraints has "${topologyKey ?? ''}" with ${whenUnsatisfiable ?? ''} twice, which Kubernetes rejects. Remove one; RabbitMQSpread.NONE for zoneSpread removes the cluster's own`,
  }),
  rule({
    id: 'pod-management-ordered',
    severity: 'error',
    when: ({ statefulSet }) => statefulSet.spec?.podManagementPolicy !== 'Parallel',
    message: ({ statefulSet }) => `podManagementPolicy of the StatefulSet is ${statefulSet.spec?.podManagementPolicy ?? 'missing'}: it must be Parallel. Otherwise, after an outage of all brokers, the first one waits for others that Kubernetes starts only after it is Ready. Remove the patch`,
  }),
];

function keepsApartByNode({ podSpec }: ClusterSubject): boolean {
  const {
    requiredDuringSchedulingIgnoredDuringExecution: required = [],
    preferredDuringSchedulingIgnoredDuringExecution: preferred = [],
  } = podSpec.affinity?.podAntiAffinity ?? {};
  const terms = [
    ...required,
    ...preferred.map(({ podAffinityTerm }) => podAffinityTerm),
    ...(podSpec.topologySpreadConstraints ?? []),
  ];
  return terms.some(term => term?.topologyKey === HOSTNAME);
}

function isBoundToZones({ podSpec }: ClusterSubject): boolean {
  return (podSpec.topologySpreadConstraints ?? []).some(({ topologyKey, whenUnsatisfiable }) =>
    whenUnsatisfiable === 'DoNotSchedule' && ZONE.test(topologyKey ?? ''));
}
