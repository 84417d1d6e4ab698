import { JsonPatch } from 'cdk8s';
import { RabbitMQSpread } from '../../../../lib';
import { Case, patched, POD } from '../check';

const { NONE, PREFERRED, REQUIRED } = RabbitMQSpread;
const labelSelector = { matchLabels: { app: 'rabbitmq' } };
const ZONE = 'topology.kubernetes.io/zone';

export const TOPOLOGY_CASES: readonly Case[] = [
  { id: 'replicas-zero', outside: { replicas: 0 }, says: /^replicas is 0: the cluster is stopped/, inside: { replicas: 1 } },
  { id: 'replicas-even', rule: 3, outside: { replicas: 2 }, says: /^replicas is 2: .*use 1 or 3$/, inside: { replicas: 3 } },
  { id: 'replicas-even', rule: 3, outside: { replicas: 6 }, says: /^replicas is 6: .*use 5 or 7$/, inside: { replicas: 0 } },
  {
    id: 'pods-beyond-kubernetes',
    outside: { replicas: 2147483648 },
    says: /^replicas is 2147483648 and ordinalStart 0: .*up to 2147483647/,
    inside: { replicas: 2147483647 },
  },
  {
    id: 'pods-beyond-kubernetes',
    outside: { ordinalStart: 2147483647 },
    says: /^replicas is 3 and ordinalStart 2147483647/,
    inside: { ordinalStart: 2147483644 },
  },
  {
    id: 'replicas-single', rule: 4,
    outside: { replicas: 1, production: true },
    says: /^replicas is 1 in production.*use 3 or 5/,
    inside: { replicas: 1 },
  },
  { id: 'replicas-many', rule: 5, outside: { replicas: 9 }, says: /^replicas is 9: more than 7/, inside: { replicas: 7 } },
  {
    id: 'nodes-shared', rule: 6,
    outside: { scheduling: { nodeSpread: NONE } }, says: /^scheduling\.nodeSpread is none with 3 replicas/,
    inside: { scheduling: { nodeSpread: PREFERRED } },
  },
  {
    id: 'nodes-shared', rule: 6, about: 'by a constraint of one\'s own',
    outside: { scheduling: { nodeSpread: NONE, topologySpreadConstraints: [{ topologyKey: 'rack', maxSkew: 1, whenUnsatisfiable: 'DoNotSchedule' }] } },
    says: /kubernetes\.io\/hostname/,
    inside: { scheduling: { nodeSpread: NONE, topologySpreadConstraints: [{ topologyKey: 'kubernetes.io/hostname', maxSkew: 1, whenUnsatisfiable: 'DoNotSchedule', labelSelector }] } },
  },
  {
    id: 'nodes-shared', rule: 6, about: 'of one broker',
    outside: { replicas: 2, scheduling: { nodeSpread: NONE } },
    says: /2 replicas/,
    inside: { replicas: 1, scheduling: { nodeSpread: NONE } },
  },
  {
    id: 'zones-few', rule: 7,
    outside: { scheduling: { zoneSpread: REQUIRED, zones: 2 } }, says: /^scheduling\.zones is 2 .*three zones/,
    inside: { scheduling: { zoneSpread: REQUIRED, zones: 3 } },
  },
  {
    id: 'zones-few', rule: 7, about: 'where pods may share a zone',
    outside: { scheduling: { zoneSpread: NONE, zones: 1, topologySpreadConstraints: [{ topologyKey: ZONE, maxSkew: 1, whenUnsatisfiable: 'DoNotSchedule', labelSelector }] } },
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
  ...([{ maxSkew: 0 }, { maxSkew: 1.5 }, { topologyKey: '' }, { whenUnsatisfiable: 'Sometimes' }, { minDomains: 0 }, { minDomains: 2, whenUnsatisfiable: 'ScheduleAnyway' }] as const)
    .map(fault => ({
      id: 'spread-constraint',
      about: JSON.stringify(fault),
      outside: { scheduling: { topologySpreadConstraints: [{ topologyKey: 'rack', maxSkew: 1, whenUnsatisfiable: 'DoNotSchedule', labelSelector, ...fault }] } },
      says: /^scheduling\.topologySpreadConstraints has \{.*it needs a topologyKey/,
      inside: { scheduling: { topologySpreadConstraints: [{ topologyKey: 'rack', maxSkew: 1, minDomains: 1, whenUnsatisfiable: 'DoNotSchedule', labelSelector }] } },
    })),
  {
    id: 'spread-constraint-twice',
    outside: { scheduling: { topologySpreadConstraints: [{ topologyKey: ZONE, maxSkew: 2, whenUnsatisfiable: 'ScheduleAnyway', labelSelector }] } },
    says: /^scheduling\.topologySpreadConstraints has "topology\.kubernetes\.io\/zone" with ScheduleAnyway beside another.*zoneSpread: RabbitMQSpread\.NONE/,
    inside: { scheduling: { zoneSpread: NONE, topologySpreadConstraints: [{ topologyKey: ZONE, maxSkew: 2, whenUnsatisfiable: 'ScheduleAnyway', labelSelector }] } },
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
];
