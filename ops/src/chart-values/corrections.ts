import type { Values } from './values';

/** Values with unsafe ones replaced by the nearest safe value, and what was replaced and why. */
export interface Corrected {
  readonly values: Values;
  readonly notes: readonly string[];
}

/** The number of brokers that a values file has if it names none. */
export const DEFAULT_REPLICAS = 3;

const SMALLEST = { from: 3, to: 7 };
const LARGEST = { from: 5, to: 9 };

/** The nearest odd number in a range, even numbers rounded by a step. */
function odd(number: number, { from, to }: { readonly from: number; readonly to: number }, step: 1 | -1): number {
  const limited = Math.min(Math.max(number, from), to);
  return limited % 2 === 0 ? limited + step : limited;
}

/** Corrects values that other charts and guides use, and that brokers would lose messages with. */
export function corrected(values: Values): Corrected {
  const { cluster: { replicaCount }, hpa, serviceMonitor } = values;
  const minReplicas = hpa.enabled ? odd(hpa.minReplicas, SMALLEST, 1) : hpa.minReplicas;
  const maxReplicas = hpa.enabled ? odd(hpa.maxReplicas, LARGEST, -1) : hpa.maxReplicas;
  const notes = [
    ...minReplicas === hpa.minReplicas
      ? []
      : [`hpa.minReplicas is ${hpa.minReplicas}: quorum queues need an odd number of brokers from 3 to 7. The chart uses ${minReplicas}.`],
    ...maxReplicas === hpa.maxReplicas
      ? []
      : [`hpa.maxReplicas is ${hpa.maxReplicas}: quorum queues need an odd number of brokers from 5 to 9. The chart uses ${maxReplicas}.`],
    ...!hpa.enabled || [DEFAULT_REPLICAS, minReplicas].includes(replicaCount)
      ? []
      : [`cluster.replicaCount is ${replicaCount}, but hpa.enabled is true: the autoscaler sets the number of brokers. Set hpa.minReplicas instead, or remove cluster.replicaCount.`],
    ...!serviceMonitor.enabled || serviceMonitor.port === 'prometheus'
      ? []
      : [`serviceMonitor.port is "${serviceMonitor.port}": the port of the metrics is named prometheus. The chart uses "prometheus".`],
  ];
  return { values: { ...values, hpa: { ...hpa, minReplicas, maxReplicas }, serviceMonitor: { ...serviceMonitor, port: 'prometheus' } }, notes };
}
