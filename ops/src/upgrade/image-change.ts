import { BROKER_CONTAINER, type ClusterRef } from '../cluster-ref';
import type { KubernetesConnection } from '../kubernetes/connection';
import type { Kubernetes } from '../kubernetes/library';

/** Where the image is kept that `rollback` goes back to. */
export const FORMER_IMAGE = 'rabbitmq-k8s/former-image';

/** The brokers' image. */
export function imageOf({ spec }: Kubernetes.V1StatefulSet): string {
  return spec?.template.spec?.containers.find(({ name }) => name === BROKER_CONTAINER)?.image ?? '';
}

/** Pods with a number below this one keep what they run. */
export function partitionOf({ spec }: Kubernetes.V1StatefulSet): number {
  return spec?.updateStrategy?.rollingUpdate?.partition ?? 0;
}

/** Changes the image of all containers that have the brokers'; no pod is replaced yet. */
export async function setImage(connection: KubernetesConnection, cluster: ClusterRef, statefulSet: Kubernetes.V1StatefulSet, image: string): Promise<void> {
  const former = imageOf(statefulSet);
  const { containers = [], initContainers = [] } = statefulSet.spec?.template.spec ?? {};
  const changed = (all: readonly Kubernetes.V1Container[]): object[] => all.filter(container => container.image === former).map(({ name }) => ({ name, image }));
  await connection.objects.patch({
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { ...cluster, annotations: { [FORMER_IMAGE]: former } },
    spec: {
      template: { spec: { containers: changed(containers), ...initContainers.length > 0 && { initContainers: changed(initContainers) } } },
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: beyondLast(statefulSet) } },
    },
  });
}

/** Has pods from this number up follow the template. */
export async function setPartition(connection: KubernetesConnection, cluster: ClusterRef, partition: number): Promise<void> {
  await connection.objects.patch({ apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: cluster, spec: { updateStrategy: { rollingUpdate: { partition } } } });
}

function beyondLast({ spec }: Kubernetes.V1StatefulSet): number {
  return (spec?.ordinals?.start ?? 0) + (spec?.replicas ?? 1);
}
