import { neverStarted, NOT_STARTED } from './first-start';
import { assertNoRolloutInProgress, assertUpgradePath, inheritFromCluster, type LiveCluster } from './live-cluster';
import type { DeploymentConfig } from '../inventory/config';
import { inheritedOptions, inheritUnsetOptions, lastingOptions } from '../inventory/inherit';
import { isOwn, type Inventory } from '../inventory/inventory';
import { synthesize, type Synthesized } from '../inventory/synth';
import { imageOf } from '../broker/image-change';
import type { ClusterRef } from '../core/cluster-ref';
import { ifFound, RefusedError } from '../core/errors';
import { autoscalerOf } from '../kubernetes/autoscaler';
import type { KubernetesConnection } from '../kubernetes/connection';
import type { Kubernetes } from '../kubernetes/library';
import type { LiveObject, Manifest } from '../kubernetes/objects';

/** The desired state of a cluster, as it fits what exists. */
export interface Desired extends Synthesized {
  /** The options, those of the last deploy included. */
  readonly config: DeploymentConfig;
  /** The options that come from the last deploy alone. */
  readonly inherited: DeploymentConfig;
  /** Whether an existing cluster gets another image. */
  readonly isOtherImage: boolean;
}

/**
 * The manifests of a deploy. Unset options keep the values of the last deploy, or of the cluster itself.
 *
 * @throws RefusedError if the cluster can't get there
 */
export async function reconcile(
  kubernetes: KubernetesConnection,
  cluster: ClusterRef,
  config: DeploymentConfig,
  inventory: Inventory | undefined,
  reset = false,
): Promise<Desired> {
  const last = reset ? {} : inventory?.config ?? {};
  const statefulSet = await ifFound(kubernetes.apps.readNamespacedStatefulSet(cluster));
  const asNew = synthesize(inheritUnsetOptions(config, last));
  if (statefulSet === undefined || !isOwn(statefulSet as LiveObject, statefulSetIn(asNew))) {
    const annotations = await hasData(kubernetes, cluster) ? {} : NOT_STARTED;
    return {
      ...asNew,
      manifests: withBrokers(asNew, asNew.replicas, annotations),
      config: inheritUnsetOptions(config, last),
      inherited: inheritedOptions(config, last),
      isOtherImage: false,
    };
  }
  const live: LiveCluster = { cluster, statefulSet, inventory };
  assertNoRolloutInProgress(live);
  const lasting = lastingOptions(last, config, statefulSet.spec?.replicas ?? 1);
  const asked = inheritUnsetOptions(config, lasting);
  const keepsNumber = config.profile === undefined || config.profile === last.profile;
  const full = inheritFromCluster(asked, live, synthesize(asked), keepsNumber);
  const desired = synthesize(full);
  const image = imageOf(statefulSetIn(desired));
  const isFirstStart = await neverStarted(kubernetes, live);
  if (!isFirstStart) {
    await assertUpgradePath(kubernetes, live, image, full.release);
  }
  const replicas = await numberOf(kubernetes, desired, statefulSet.spec?.replicas ?? 1);
  return {
    ...desired,
    replicas,
    manifests: withBrokers(desired, replicas, isFirstStart ? NOT_STARTED : {}),
    config: full,
    inherited: inheritedOptions(config, lasting),
    isOtherImage: image !== imageOf(statefulSet),
  };
}

/** @throws RefusedError if brokers would be removed: they have to leave the cluster first */
async function numberOf(
  kubernetes: KubernetesConnection,
  { cluster, manifests, replicas }: Synthesized,
  had: number,
): Promise<number> {
  const isAutoscaled = manifests.some(({ kind }) => kind === 'HorizontalPodAutoscaler') || await autoscalerOf(kubernetes, cluster) !== undefined;
  if (replicas < had && !isAutoscaled) {
    throw new RefusedError(`the cluster has ${had} brokers, but ${replicas} are requested: a broker must leave the cluster before its pod is removed. Use "rabbitmq-k8s scale ${replicas} -n ${cluster.namespace} -c ${cluster.name}"`);
  }
  return isAutoscaled && had > 0 ? had : replicas;
}

/** Sets the number of brokers in any case: a field that is no longer applied falls back to Kubernetes' default of 1. */
function withBrokers(
  { manifests }: Synthesized,
  replicas: number,
  annotations: Readonly<Record<string, string>>,
): Manifest[] {
  return manifests.map((manifest) => {
    if (manifest.kind !== 'StatefulSet') {
      return manifest;
    }
    const { metadata } = manifest;
    const annotated = Object.keys(annotations).length > 0 && {
      annotations: { ...metadata.annotations, ...annotations },
    };
    return { ...manifest, metadata: { ...metadata, ...annotated }, spec: { ...manifest.spec as object, replicas } };
  });
}

export function statefulSetIn({ manifests }: Pick<Synthesized, 'manifests'>): Kubernetes.V1StatefulSet & Manifest {
  return manifests.find(({ kind }) => kind === 'StatefulSet') as unknown as Kubernetes.V1StatefulSet & Manifest;
}

async function hasData({ core }: KubernetesConnection, { namespace, name }: ClusterRef): Promise<boolean> {
  const claims = await ifFound(core.listNamespacedPersistentVolumeClaim({ namespace }));
  return claims?.items.some(({ metadata }) => metadata?.name?.startsWith(`rabbitmq-data-${name}-`)) === true;
}
