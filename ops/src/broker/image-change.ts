import { BROKER_CONTAINER, type ClusterRef } from '../core/cluster-ref';
import type { KubernetesConnection } from '../kubernetes/connection';
import type { Kubernetes } from '../kubernetes/library';

/** Where the image is kept that `rollback` goes back to, and RabbitMQ's release in it. */
const FORMER_IMAGE = 'rabbitmq-k8s/former-image';
const FORMER_RELEASE = 'rabbitmq-k8s/former-release';
/** What is replacing brokers, from the first one to the last. */
const ROLL = 'rabbitmq-k8s/roll';

/** What brings brokers to another image. */
export type Roll = 'upgrade' | 'rollback';

/** An image, and RabbitMQ's release in it. */
export interface ReleasedImage {
  readonly image: string;
  readonly release: string;
}

/** The brokers' image. */
export function imageOf({ spec }: Kubernetes.V1StatefulSet): string {
  return spec?.template.spec?.containers.find(({ name }) => name === BROKER_CONTAINER)?.image ?? '';
}

/** The image from before the last upgrade; undefined where there is no way back. */
export function formerOf({ metadata }: Kubernetes.V1StatefulSet): ReleasedImage | undefined {
  const { [FORMER_IMAGE]: image, [FORMER_RELEASE]: release } = metadata?.annotations ?? {};
  return image === undefined || release === undefined ? undefined : { image, release };
}

/** What began to replace brokers and hasn't come to the last one; undefined where all follow the template. */
export function rollUnderWay({ metadata, spec }: Kubernetes.V1StatefulSet): Roll | undefined {
  const partition = spec?.updateStrategy?.rollingUpdate?.partition ?? 0;
  return metadata?.annotations?.[ROLL] as Roll | undefined ?? (partition > 0 ? 'upgrade' : undefined);
}

/** Another image, and why. */
export interface ImageChange {
  readonly image: string;
  readonly roll: Roll;
  /** Where `rollback` goes from then on. */
  readonly former: ReleasedImage;
}

/** Changes the image of all containers that have the brokers'; no pod is replaced yet. */
export async function setImage(
  connection: KubernetesConnection,
  cluster: ClusterRef,
  statefulSet: Kubernetes.V1StatefulSet,
  change: ImageChange,
): Promise<void> {
  const { image, roll, former } = change;
  const had = imageOf(statefulSet);
  const { containers = [], initContainers = [] } = statefulSet.spec?.template.spec ?? {};
  const changed = (all: readonly Kubernetes.V1Container[]): object[] =>
    all.filter(container => container.image === had).map(({ name }) => ({ name, image }));
  await connection.objects.patch({
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: {
      ...cluster,
      annotations: { [FORMER_IMAGE]: former.image, [FORMER_RELEASE]: former.release, [ROLL]: roll },
    },
    spec: {
      template: {
        spec: {
          containers: changed(containers),
          ...(initContainers.length > 0 && { initContainers: changed(initContainers) }),
        },
      },
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: beyondLast(statefulSet) } },
    },
  });
}

/** Has pods from this number up follow the template. */
export async function setPartition(
  connection: KubernetesConnection,
  cluster: ClusterRef,
  partition: number,
): Promise<void> {
  await connection.objects.patch({ apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: cluster, spec: { updateStrategy: { rollingUpdate: { partition } } } });
}

/**
 * All brokers follow the template. Where they are back at the image from before, there is none to go back to any more.
 */
export async function endRoll(connection: KubernetesConnection, cluster: ClusterRef, isBack: boolean): Promise<void> {
  await connection.objects.patch({
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { ...cluster, annotations: { [ROLL]: null, ...isBack && FORGOTTEN } },
    spec: { updateStrategy: { rollingUpdate: { partition: 0 } } },
  });
}

/** There is no image to go back to any more, as the one that runs came otherwise than by an upgrade. */
export async function forgetFormer(connection: KubernetesConnection, cluster: ClusterRef): Promise<void> {
  await connection.objects.patch({ apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { ...cluster, annotations: FORGOTTEN } });
}

const FORGOTTEN = { [FORMER_IMAGE]: null, [FORMER_RELEASE]: null };

function beyondLast({ spec }: Kubernetes.V1StatefulSet): number {
  return (spec?.ordinals?.start ?? 0) + (spec?.replicas ?? 1);
}
