/** The numbers of brokers that an autoscaler may choose. */
export interface ReplicaRange {
  readonly minReplicas: number;
  readonly maxReplicas: number;
}

/** More than any cluster has, and few enough for a synth. */
const MAX_BROKERS = 1000;

/** @throws if it isn't a whole number of brokers */
export function requireBrokers(field: string, value: number, least: 0 | 1 = 0): number {
  if (!Number.isInteger(value) || value < least || value > MAX_BROKERS) {
    throw new Error(`${field} is ${value}: it must be a whole number from ${least} to ${MAX_BROKERS}`);
  }
  return value;
}

/**
 * @param given the number of replicas that the cluster was given
 * @param before the range of another autoscaler
 * @throws if there is another autoscaler, or the number that was given is outside
 */
export function replicaRange(range: ReplicaRange, given?: number, before?: ReplicaRange): ReplicaRange {
  const { minReplicas, maxReplicas } = range;
  if (before) {
    throw new Error(`the cluster already has an autoscaler (${before.minReplicas} to ${before.maxReplicas} brokers). Remove one of them`);
  }
  if (given !== undefined && (given < minReplicas || given > maxReplicas)) {
    throw new Error(`replicas is ${given}, but an autoscaler sets ${minReplicas} to ${maxReplicas} brokers. Remove replicas`
      + (given === 0 ? '; "kubectl scale --replicas=0" stops the cluster; the autoscaler stays idle until it starts again' : ''));
  }
  return range;
}
