import { RabbitMQSchedulingOptions, RabbitMQSpread } from '../../../lib';
import { selects } from '../../support/manifest';
import { podTemplate, synthCluster } from '../../support/synth';

const podWith = (scheduling?: RabbitMQSchedulingOptions): any => podTemplate(synthCluster({ scheduling })).spec;
const SELECTOR = { matchLabels: { app: 'rabbitmq', cluster: 'rabbitmq-cluster', 'app.kubernetes.io/component': 'broker' } };

describe('brokers', () => {
  test('keep apart by node and zone where that is possible', () => {
    const pod = podWith();
    expect(pod.affinity).toEqual({ podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [
      { weight: 100, podAffinityTerm: { topologyKey: 'kubernetes.io/hostname', labelSelector: SELECTOR } },
    ] } });
    expect(pod.topologySpreadConstraints).toEqual([
      { topologyKey: 'topology.kubernetes.io/zone', maxSkew: 1, whenUnsatisfiable: 'ScheduleAnyway', labelSelector: SELECTOR },
    ]);
  });

  test('keep apart from brokers of their own cluster', () => {
    expect(selects(SELECTOR, podTemplate(synthCluster()).metadata.labels)).toBe(true);
    expect(selects(SELECTOR, podTemplate(synthCluster({ name: 'other' })).metadata.labels)).toBe(false);
  });

  test('wait for a place of their own where they must', () => {
    const pod = podWith({ nodeSpread: RabbitMQSpread.REQUIRED, zoneSpread: RabbitMQSpread.REQUIRED });
    expect(pod.affinity).toEqual({ podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [
      { topologyKey: 'kubernetes.io/hostname', labelSelector: SELECTOR },
    ] } });
    expect(pod.topologySpreadConstraints).toEqual([expect.objectContaining({ whenUnsatisfiable: 'DoNotSchedule' })]);
  });

  test('can share a place', () => {
    const pod = podWith({ nodeSpread: RabbitMQSpread.NONE, zoneSpread: RabbitMQSpread.NONE });
    expect(pod.affinity?.podAntiAffinity).toBeUndefined();
    expect(pod.topologySpreadConstraints ?? []).toEqual([]);
  });

  test('are spread by constraints of one\'s own beside that for zones', () => {
    const own = { topologyKey: 'example.com/rack', maxSkew: 1, whenUnsatisfiable: 'ScheduleAnyway', labelSelector: SELECTOR };
    expect(podWith({ topologySpreadConstraints: [own] }).topologySpreadConstraints.map(({ topologyKey }: any) =>
      topologyKey))
      .toEqual(['topology.kubernetes.io/zone', 'example.com/rack']);
  });

  test('run where they are told to', () => {
    const term = { matchExpressions: [{ key: 'example.com/disk', operator: 'In', values: ['nvme'] }] };
    const scheduling: RabbitMQSchedulingOptions = {
      nodeSelector: { pool: 'brokers' },
      tolerations: [{ key: 'brokers', operator: 'Exists', effect: 'NoSchedule' }],
      priorityClassName: 'high',
      nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [term] } },
    };
    const pod = podWith(scheduling);
    expect(pod).toMatchObject({
      nodeSelector: { pool: 'brokers' },
      tolerations: [{ key: 'brokers', operator: 'Exists', effect: 'NoSchedule' }],
      priorityClassName: 'high',
    });
    expect(pod.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms).toEqual([term]);
    expect(pod.affinity).toHaveProperty('podAntiAffinity');
  });
});
