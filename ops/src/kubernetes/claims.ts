import type { Kubernetes } from './library';

/** The claim, of these, of a volume that a pod mounts; the first where there are more. */
export function claimOf(
  pod: Kubernetes.V1Pod,
  claims: readonly Kubernetes.V1PersistentVolumeClaim[],
): Kubernetes.V1PersistentVolumeClaim | undefined {
  const names = (pod.spec?.volumes ?? [])
    .map(({ persistentVolumeClaim: claim }) => claim?.claimName)
    .filter(name => name !== undefined);
  return claims.find(({ metadata }) => names.includes(metadata?.name ?? ''));
}
