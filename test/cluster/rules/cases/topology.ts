import { JsonPatch } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { RabbitMQSchedulingOptions, RabbitMQSpread } from '../../../../lib';
import { Case, patched, POD, Situation } from '../check';

const { NONE, PREFERRED, REQUIRED } = RabbitMQSpread;
const labelSelector = { matchLabels: { app: 'rabbitmq' } };
const ZONE = 'topology.kubernetes.io/zone';

const constrained = (
  fields: Partial<k8s.TopologySpreadConstraint>,
  scheduling: RabbitMQSchedulingOptions = {},
): Situation => ({
  scheduling: { ...scheduling, topologySpreadConstraints: [{ topologyKey: 'rack', maxSkew: 1, whenUnsatisfiable: 'DoNotSchedule', labelSelector, ...fields }] },
});

const FAULTS: readonly Partial<k8s.TopologySpreadConstraint>[] = [
  { maxSkew: 0 }, { maxSkew: 1.5 }, { topologyKey: '' }, { whenUnsatisfiable: 'Sometimes' }, { minDomains: 0 },
  { minDomains: 2, whenUnsatisfiable: 'ScheduleAnyway' },
];

export const TOPOLOGY_CASES: readonly Case[] = [
  { id: 'replicas-zero', outside: { replicas: 0 }, says: /^replicas is 0: the cluster is stopped/, inside: { replicas: 1 } },
  { id: 'replicas-even', rule: 3, outside: { replicas: 2 }, says: /^replicas is 2: an even number tolerates no .*Use 1 or 3$/, inside: { replicas: 3 } },
  { id: 'replicas-even', rule: 3, outside: { replicas: 6 }, says: /^replicas is 6: an even number tolerates no .*Use 5 or 7$/, inside: { replicas: 0 } },
  {
    id: 'pods-beyond-kubernetes',
    outside: { ordinalStart: 2147483647 },
    says: /^replicas is 3 and ordinalStart 2147483647/,
    inside: { ordinalStart: 2147483644 },
  },
  {
    id: 'replicas-single', rule: 4,
    outside: { replicas: 1, production: true },
    says: /^replicas is 1 in production: every restart is an outage, and quorum/,
    inside: { replicas: 1 },
  },
  {
    id: 'autoscaled-unsafely',
    outside: { membership: { leaveOnScaleIn: false }, then: (cluster) => { cluster.scaleBetween(3, 9); } },
    says: /^membership\.leaveOnScaleIn is false, but an autoscaler changes the number of brokers/,
    inside: { then: (cluster) => { cluster.scaleBetween(3, 9); } },
  },
  { id: 'replicas-many', rule: 5, outside: { replicas: 10 }, says: /^replicas is 10: more than 9/, inside: { replicas: 9 } },
  {
    id: 'nodes-shared', rule: 6,
    outside: { scheduling: { nodeSpread: NONE } }, says: /^scheduling\.nodeSpread is none with 3 replicas/,
    inside: { scheduling: { nodeSpread: PREFERRED } },
  },
  {
    id: 'nodes-shared', rule: 6, about: 'by a constraint of one\'s own',
    outside: constrained({}, { nodeSpread: NONE }),
    says: /kubernetes\.io\/hostname/,
    inside: constrained({ topologyKey: 'kubernetes.io/hostname' }, { nodeSpread: NONE }),
  },
  {
    id: 'nodes-shared', rule: 6, about: 'of one broker',
    outside: { replicas: 2, scheduling: { nodeSpread: NONE } },
    says: /2 replicas/,
    inside: { replicas: 1, scheduling: { nodeSpread: NONE } },
  },
  {
    id: 'zones-few', rule: 7,
    outside: {
      scheduling: { zoneSpread: REQUIRED, zones: 2 },
    }, says: /^scheduling\.zones is 2, and zoneSpread is required: losing the zone with more/,
    inside: { scheduling: { zoneSpread: REQUIRED, zones: 3 } },
  },
  {
    id: 'zones-few', rule: 7, about: 'where pods may share a zone',
    outside: constrained({ topologyKey: ZONE }, { zoneSpread: NONE, zones: 1 }),
    says: /^scheduling\.zones is 1/,
    inside: { scheduling: { zoneSpread: PREFERRED, zones: 1 } },
  },
  {
    id: 'zones-number',
    outside: { scheduling: { zones: 0 } },
    says: /^scheduling\.zones is 0: .*whole number/,
    inside: { scheduling: { zones: 1 } },
  },
  { id: 'zones-number', outside: { scheduling: { zones: 2.5 } }, says: /^scheduling\.zones is 2\.5/, inside: { scheduling: {} } },
  ...FAULTS.map(fault => ({
    id: 'spread-constraint',
    about: JSON.stringify(fault),
    outside: constrained(fault),
    says: /^scheduling\.topologySpreadConstraints has \{.*it needs a topologyKey/,
    inside: constrained({ minDomains: 1 }),
  })),
  {
    id: 'spread-constraint-twice',
    outside: constrained({ topologyKey: ZONE, whenUnsatisfiable: 'ScheduleAnyway' }),
    says: /^scheduling\.topologySpreadConstraints has "topology\.kubernetes\.io\/zone" with ScheduleAnyway twice, .*RabbitMQSpread\.NONE/,
    inside: constrained({ topologyKey: ZONE, whenUnsatisfiable: 'ScheduleAnyway' }, { zoneSpread: NONE }),
  },
  {
    id: 'pod-management-ordered', rule: 1,
    outside: patched(JsonPatch.replace('/spec/podManagementPolicy', 'OrderedReady')),
    says: /^podManagementPolicy .* is OrderedReady.*must be Parallel/,
    inside: patched(JsonPatch.replace('/spec/podManagementPolicy', 'Parallel')),
  },
  {
    id: 'pod-management-ordered', rule: 1, about: 'taken away',
    outside: patched(JsonPatch.remove('/spec/podManagementPolicy')), says: /is missing/,
    inside: patched(JsonPatch.replace(`${POD}/terminationGracePeriodSeconds`, 2000)),
  },
  { id: 'zones-few', rule: 7, about: 'of one broker', outside: { replicas: 2, scheduling: { zoneSpread: REQUIRED, zones: 2 } }, says: /zones is 2/, inside: { replicas: 1, scheduling: { zoneSpread: REQUIRED, zones: 2 } } },
  { id: 'zones-few', rule: 7, about: 'beside another constraint', outside: constrained({}, { zoneSpread: REQUIRED, zones: 2 }), says: /zones is 2/, inside: { scheduling: { zoneSpread: REQUIRED } } },
  { id: 'spread-constraint-twice', about: 'of another strictness', outside: constrained({ topologyKey: ZONE }, { zoneSpread: REQUIRED }), says: /DoNotSchedule/, inside: constrained({ topologyKey: ZONE }) },
  { id: 'spread-constraint-twice', about: 'of another place', outside: constrained({ topologyKey: ZONE }, { zoneSpread: REQUIRED }), says: /zone/, inside: constrained({ whenUnsatisfiable: 'ScheduleAnyway' }) },
];
