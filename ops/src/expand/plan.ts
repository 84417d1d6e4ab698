import { type ClusterRef, titleOf } from '../core/cluster-ref';
import { ifFound, isDenied, RefusedError, UsageError } from '../core/errors';
import { scalar } from '../kubernetes/quantity';
import type { Kubernetes } from '../kubernetes/library';
import { statefulSetOf } from '../kubernetes/stateful-set';
import type { Operation } from '../operation/operation';

/** The name of the claim template of the brokers' data. */
const TEMPLATE = 'rabbitmq-data';

/** What a larger size of the volumes changes. */
export interface ExpansionPlan {
  readonly namespace: string;
  readonly name: string;
  readonly size: string;
  /** The claims that are smaller. */
  readonly claims: readonly { readonly name: string; readonly size: string }[];
  /** The size that new brokers get now. */
  readonly template: string;
  readonly storageClass: string;
}

/**
 * @throws NotFoundError if there is no such cluster
 * @throws RefusedError if volumes would have to shrink, or can't grow
 */
export async function expansionPlan(
  { kubernetes }: Operation,
  cluster: ClusterRef,
  size: string,
): Promise<ExpansionPlan> {
  const wanted = bytesOf(size);
  const statefulSet = await statefulSetOf(kubernetes, cluster);
  const template = templateOf(statefulSet);
  if (template === undefined) {
    throw new RefusedError(`${titleOf(cluster)} has no claim template ${TEMPLATE}: its data is on no volume that could grow`);
  }
  const claims = await claimsOf(kubernetes.core, cluster, statefulSet);
  const larger = claims.filter(claim => scalar(sizeOf(claim)) > wanted);
  if (larger.length > 0) {
    throw new RefusedError(`${larger.map(({ metadata }) => metadata?.name).join(', ')} ${larger.length === 1 ? 'is' : 'are'} larger than ${size}: volumes can't shrink`);
  }
  const smaller = claims.filter(claim => scalar(sizeOf(claim)) < wanted);
  const storageClass = (claims.at(0)?.spec ?? template.spec)?.storageClassName;
  await requireGrowth(kubernetes.storage, storageClass, smaller.length > 0);
  return {
    ...cluster,
    size,
    claims: smaller.map(claim => ({ name: claim.metadata?.name ?? '', size: sizeOf(claim) })),
    template: template.spec?.resources?.requests?.storage ?? '',
    storageClass: storageClass ?? '',
  };
}

function bytesOf(size: string): number {
  if (!/^[1-9][0-9]*(\.[0-9]+)?([KMGTPE]i|[kMGTPE])$/.test(size)) {
    throw new UsageError(`size is "${size}": write a number and a unit, such as 50Gi`);
  }
  return scalar(size);
}

/** The claim template of the brokers' data. */
export function templateOf({ spec }: Kubernetes.V1StatefulSet): Kubernetes.V1PersistentVolumeClaim | undefined {
  return spec?.volumeClaimTemplates?.find(({ metadata }) => metadata?.name === TEMPLATE);
}

/** The claims of brokers, those of brokers that were scaled in too. */
async function claimsOf(
  core: Kubernetes.CoreV1Api,
  { namespace, name }: ClusterRef,
  { spec }: Kubernetes.V1StatefulSet,
): Promise<Kubernetes.V1PersistentVolumeClaim[]> {
  const { items } = await core.listNamespacedPersistentVolumeClaim({ namespace });
  const ofBroker = new RegExp(`^${TEMPLATE}-${name}-\\d+$`);
  return spec === undefined ? [] : items.filter(({ metadata }) => ofBroker.test(metadata?.name ?? ''));
}

function sizeOf({ spec }: Kubernetes.V1PersistentVolumeClaim): string {
  return spec?.resources?.requests?.storage ?? '0';
}

/** Without the right to read classes, the API server itself refuses claims that can't grow. */
function unlessDenied(error: unknown): 'unseen' {
  if (isDenied(error)) {
    return 'unseen';
  }
  throw error;
}

async function requireGrowth(
  storage: Kubernetes.StorageV1Api,
  name: string | undefined,
  grows: boolean,
): Promise<void> {
  if (!grows || name === undefined) {
    return;
  }
  const storageClass = await ifFound(storage.readStorageClass({ name })).catch(unlessDenied);
  if (storageClass !== 'unseen' && !storageClass?.allowVolumeExpansion) {
    throw new RefusedError(`volumes of the storage class ${name} can't grow${storageClass ? ': it doesn\'t say allowVolumeExpansion' : ', as there is no such class any more'}`);
  }
}
