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
    throw new Error(`the number of brokers is left to an autoscaler already, from ${before.minReplicas} to ${before.maxReplicas}: two would undo each other's doing; keep one`);
  }
  if (given !== undefined && (given < minReplicas || given > maxReplicas)) {
    throw new Error(`replicas is ${given}, and an autoscaler keeps the number of brokers from ${minReplicas} to ${maxReplicas}: leave replicas out`
      + (given === 0 ? '; "kubectl scale --replicas=0" stops the cluster, and the autoscaler rests until it is started again' : ''));
  }
  return range;
}
