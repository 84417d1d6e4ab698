import { k8s } from 'cdk8s-plus-28';

/** Requests and limits with the ephemeral storage of the cluster's containers. */
export function withEphemeralStorage(
  { requests, limits }: k8s.ResourceRequirements,
  size?: string,
): k8s.ResourceRequirements {
  const storage: Record<string, k8s.Quantity> = size === undefined ? {} : { 'ephemeral-storage': k8s.Quantity.fromString(size) };
  return { requests: { ...requests, ...storage }, limits: { ...limits, ...storage } };
}
