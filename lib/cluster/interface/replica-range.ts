/** The numbers of brokers that an autoscaler may choose. */
export interface ReplicaRange {
  readonly minReplicas: number;
  readonly maxReplicas: number;
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
