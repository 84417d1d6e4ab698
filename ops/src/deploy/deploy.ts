import type { DeploymentConfig } from '../inventory/config';
import { inventoryManifest, inventoryName, isOwn, keyOf, labelOf, readInventory, refOf, type Inventory } from '../inventory/inventory';
import { type DeploymentPlan, obstaclesIn, planDeployment } from './plan';
import { awaitRollout, requireAllMembers } from './rollout';
import { kept, requireNoRoll, requireWay, type Standing } from './standing';
import { synthesize, type Synthesized } from '../inventory/synth';
import { anyBroker } from '../broker/brokers';
import { roundTrip, type RoundTrip } from '../broker/round-trip';
import { titleOf, type ClusterRef } from '../core/cluster-ref';
import { ifFound, leaving, NotFoundError, RefusedError } from '../core/errors';
import { autoscalerOf } from '../kubernetes/autoscaler';
import type { KubernetesConnection } from '../kubernetes/connection';
import { withLease } from '../operation/lease';
import type { Kubernetes } from '../kubernetes/library';
import { FIELD_MANAGER, type LiveObject, type Manifest } from '../kubernetes/objects';
import type { Operation } from '../operation/operation';
import { forgetFormer, imageOf } from '../broker/image-change';

/** Options of a deployment, beside the configuration. */
export interface DeployOptions {
  /**
   * How long to wait for somebody else's operation on the same cluster, in milliseconds.
   * @default 0
   */
  readonly waitMs?: number;
}

/** What a deployment came to. */
export interface DeploymentResult extends ClusterRef {
  readonly replicas: number;
  /** What was done to each object, `none` left out. */
  readonly changes: DeploymentPlan['changes'];
  readonly members: readonly string[];
  readonly roundTrip: RoundTrip;
  /** From the start to verified, in seconds. */
  readonly seconds: number;
  readonly warnings: readonly string[];
}

/** Makes what was asked for, waits for it, and proves that it works. Can be done again at any time. */
export async function deploy(operation: Operation, config: DeploymentConfig, options: DeployOptions = {}): Promise<DeploymentResult> {
  const start = performance.now();
  const { kubernetes, progress } = operation;
  const synthesized = synthesize(config);
  const { cluster } = synthesized;
  progress.step(`Checking what ${titleOf(cluster)} takes`);
  await requireKinds(kubernetes, synthesized.manifests);
  const ownsNamespace = await ensureNamespace(operation, cluster);
  return leaving(ownsNamespace ? `the namespace ${cluster.namespace} was created, and nothing else` : 'nothing was changed', () =>
    withLease(operation, cluster, { operation: 'deploy', waitMs: options.waitMs }, async (locked) => {
      const inventory = await readInventory(locked.kubernetes, cluster);
      const { manifests, replicas, warnings, isOtherImage, ...fit } = await fitted(locked.kubernetes, config, synthesized, inventory);
      warnings.forEach((warning) => { progress.warn(warning); });
      const plan = await planDeployment(locked.kubernetes, manifests, inventory);
      const obstacles = obstaclesIn(plan);
      if (obstacles !== undefined) {
        throw new RefusedError(`this can't be deployed over what is there: ${obstacles}`);
      }
      plan.stays.forEach((object) => { progress.warn(`${labelOf(object)} is no part of the deployment any more, and stays with its data`); });
      const objects = [...manifests.map(refOf), ...plan.stays];
      const next: Inventory = { config: fit.config, objects, ownsNamespace: ownsNamespace || inventory?.ownsNamespace === true };
      await applyAll(locked, cluster, manifests, next, plan);
      if (isOtherImage) {
        await leaving('all objects are applied; deploy again to go on', async () => forgetFormer(locked.kubernetes, cluster));
      }
      progress.step(`Waiting for ${replicas} ${replicas === 1 ? 'broker' : 'brokers'}`);
      await awaitRollout(locked, cluster);
      const verified = await verify(locked, cluster, replicas);
      return {
        ...cluster,
        replicas,
        changes: plan.changes.filter(({ effect }) => effect !== 'none'),
        ...verified,
        seconds: Math.round((performance.now() - start) / 100) / 10,
        warnings: [...warnings, ...locked.kubernetes.warnings],
      };
    }));
}

/** What a deploy would change. */
export async function planOf({ kubernetes }: Operation, config: DeploymentConfig): Promise<DeploymentPlan> {
  const synthesized = synthesize(config);
  await requireKinds(kubernetes, synthesized.manifests);
  const namespace = await ifFound(kubernetes.core.readNamespace({ name: synthesized.cluster.namespace }));
  if (namespace === undefined) {
    return { effect: 'created', changes: synthesized.manifests.map(manifest => ({ object: refOf(manifest), effect: 'created', fields: [] })), stays: [] };
  }
  const inventory = await readInventory(kubernetes, synthesized.cluster);
  const { manifests } = await fitted(kubernetes, config, synthesized, inventory);
  return planDeployment(kubernetes, manifests, inventory);
}

/** All brokers running as members of one cluster, and a message through it. */
export async function verify(operation: Operation, cluster: ClusterRef, replicas: number): Promise<{ members: readonly string[]; roundTrip: RoundTrip }> {
  const { kubernetes, progress, signal } = operation;
  return leaving('all brokers are up; that they work as one cluster isn\'t proven', async () => {
    progress.step('Verifying that all brokers are members');
    const { members, running } = await (await anyBroker(kubernetes, cluster)).clusterStatus();
    requireAllMembers(replicas, members, running);
    progress.step('Sending a message through a replicated queue');
    return { members, roundTrip: await roundTrip(kubernetes, cluster, signal) };
  });
}

/** @throws RefusedError if Kubernetes doesn't know a kind, as its definition isn't there */
async function requireKinds({ objects }: KubernetesConnection, manifests: readonly Manifest[]): Promise<void> {
  const kinds = new Map(manifests.map(({ apiVersion, kind }) => [`${apiVersion} ${kind}`, { apiVersion, kind }]));
  const unknown: string[] = [];
  for (const { apiVersion, kind } of kinds.values()) {
    if (!await objects.knows(apiVersion, kind)) {
      unknown.push(`${kind} (${apiVersion})`);
    }
  }
  if (unknown.length > 0) {
    throw new RefusedError(`this Kubernetes doesn't know ${unknown.join(', ')}: install what brings them (the Prometheus operator for monitors and rules, cert-manager for certificates, KEDA for ScaledObjects), or deploy without that part`);
  }
}

/** Creates the namespace where it isn't there, and says whether it did. */
async function ensureNamespace({ kubernetes, progress }: Operation, { namespace }: ClusterRef): Promise<boolean> {
  const found = await ifFound(kubernetes.core.readNamespace({ name: namespace }));
  if (found?.metadata?.deletionTimestamp) {
    throw new RefusedError(`namespace ${namespace} is being deleted: wait until it is gone`);
  }
  if (found !== undefined) {
    return false;
  }
  progress.step(`Creating the namespace ${namespace}`);
  await kubernetes.objects.apply({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: namespace, labels: { 'app.kubernetes.io/managed-by': FIELD_MANAGER, 'pod-security.kubernetes.io/enforce': 'restricted' } },
  });
  return true;
}

interface Fitted extends Synthesized {
  /** With what the cluster keeps. */
  readonly config: DeploymentConfig;
  /** Whether a cluster that is there gets another image. */
  readonly isOtherImage: boolean;
}

/** The manifests as they fit what is there. What isn't said of image and size stays, and so does an autoscaler's number of brokers. */
async function fitted(kubernetes: KubernetesConnection, config: DeploymentConfig, synthesized: Synthesized, inventory: Inventory | undefined): Promise<Fitted> {
  const { cluster } = synthesized;
  const statefulSet = await ifFound(kubernetes.apps.readNamespacedStatefulSet(cluster));
  if (statefulSet === undefined || !isOwn(statefulSet as LiveObject, statefulSetIn(synthesized))) {
    return { ...synthesized, manifests: sized(synthesized), config, isOtherImage: false };
  }
  const standing: Standing = { cluster, statefulSet, inventory };
  requireNoRoll(standing);
  const full = kept(config, standing, statefulSetIn(synthesized));
  const wanted = synthesize(full);
  const image = imageOf(statefulSetIn(wanted));
  await requireWay(kubernetes, standing, image, full.release);
  return { ...await numbered(kubernetes, wanted, statefulSet.spec?.replicas ?? 1), config: full, isOtherImage: image !== imageOf(statefulSet) };
}

/** @throws RefusedError if brokers would have to go, which leave the cluster first */
async function numbered(kubernetes: KubernetesConnection, synthesized: Synthesized, had: number): Promise<Synthesized> {
  const { cluster, manifests, replicas } = synthesized;
  const isAutoscaled = manifests.some(({ kind }) => kind === 'HorizontalPodAutoscaler') || await autoscalerOf(kubernetes, cluster) !== undefined;
  if (replicas < had && replicas > 0 && !isAutoscaled) {
    throw new RefusedError(`the cluster has ${had} brokers, and ${replicas} are asked for: a broker that is to go has to leave the cluster first; "rabbitmq-k8s scale ${replicas}" does that`);
  }
  const number = isAutoscaled ? had : replicas;
  return { ...synthesized, replicas: number, manifests: sized({ manifests, replicas: number }) };
}

/** The number of brokers is said in any case: a field that is no longer applied falls back to Kubernetes' default, which is one broker. */
function sized({ manifests, replicas }: Pick<Synthesized, 'manifests' | 'replicas'>): Manifest[] {
  return manifests.map(manifest => manifest.kind === 'StatefulSet' ? { ...manifest, spec: { ...manifest.spec as object, replicas } } : manifest);
}

function statefulSetIn({ manifests }: Synthesized): Kubernetes.V1StatefulSet & Manifest {
  return manifests.find(({ kind }) => kind === 'StatefulSet') as unknown as Kubernetes.V1StatefulSet & Manifest;
}

async function applyAll(
  { kubernetes, progress, signal }: Operation,
  cluster: ClusterRef,
  manifests: readonly Manifest[],
  inventory: Inventory,
  plan: DeploymentPlan,
): Promise<void> {
  progress.step(`Applying ${manifests.length} objects`);
  let applied = 0;
  await leaving(() => `${applied} of ${manifests.length} objects are applied; deploy again to go on`, async () => {
    // first, so that cleanup knows all that there may be
    await kubernetes.objects.apply(inventoryManifest(cluster, inventory));
    for (const manifest of manifests) {
      signal.throwIfAborted();
      await kubernetes.objects.apply(manifest);
      applied += 1;
      progress.live([labelOf(manifest)]);
    }
    const removed = plan.changes.filter(({ effect, object }) => effect === 'removed' && keyOf(object) !== `/ConfigMap/${inventoryName(cluster)}`);
    for (const { object } of removed) {
      await kubernetes.objects.delete(object);
    }
  });
}

/** @throws NotFoundError if the cluster wasn't deployed by this program */
export async function requireInventory(kubernetes: KubernetesConnection, cluster: ClusterRef): Promise<Inventory> {
  const inventory = await readInventory(kubernetes, cluster);
  if (inventory === undefined) {
    throw new NotFoundError(`${titleOf(cluster)} wasn't deployed by this program: there is no ConfigMap ${inventoryName(cluster)}`);
  }
  return inventory;
}
