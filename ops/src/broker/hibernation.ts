import type { Kubernetes } from '../kubernetes/library';

/** The annotation with the number of brokers that `resume` starts. */
export const HIBERNATED = 'rabbitmq-k8s/hibernated-brokers';

/** The number of brokers before `hibernate`; undefined for a cluster that isn't hibernated. */
export function hibernatedBrokers({ metadata }: Kubernetes.V1StatefulSet): number | undefined {
  const brokers = Number(metadata?.annotations?.[HIBERNATED]);
  return Number.isInteger(brokers) && brokers > 0 ? brokers : undefined;
}
