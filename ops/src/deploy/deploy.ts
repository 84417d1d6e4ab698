import { checkConfig, type DeploymentConfig, placeOf } from '../inventory/config';
import { inventoryManifest, inventoryName, keyOf, labelOf, readInventory, refOf, type Inventory } from '../inventory/inventory';
import { inheritUnsetOptions } from '../inventory/inherit';
import { withoutMarks } from '../inventory/other-manager';
import { placedLabelOf } from '../inventory/removal';
import { type DeploymentPlan, managersIn, obstaclesIn, planDeployment, type PlanOptions, removalsToConfirm } from './plan';
import { awaitRollout, requireAllMembers } from './rollout';
import { type ClientAccessChange, allowedPeers } from './client-access';
import { type Desired, reconcile } from './reconcile';
import { synthesize, type Synthesized } from '../inventory/synth';
import type { ClusterStatus } from '../broker/broker';
import { anyBroker, brokerPods } from '../broker/brokers';
import { roundTrip, type RoundTrip } from '../broker/round-trip';
import { titleOf, type ClusterRef } from '../core/cluster-ref';
import { ifFound, IncompleteError, NotFoundError, RefusedError } from '../core/errors';
import { withFailureState } from '../core/failure-state';
import type { KubernetesConnection } from '../kubernetes/connection';
import { withLease } from '../operation/lease';
import { FIELD_MANAGER, type Manifest, type ObjectRef } from '../kubernetes/objects';
import { until } from '../kubernetes/wait';
import { type Operation, waitStep } from '../operation/operation';
import { forgetFormer } from '../broker/image-change';
import { alarmCheck, alarmRemedy, alarmText } from '../preflight/alarms';
import { KINDS_REMEDY, unknownKinds } from '../preflight/environment';
import { preflight, sentenceOf } from '../preflight/preflight';

/** How long the other brokers may take to see one that is Ready. */
const SEEN_MS = 15_000;

/** Options of a deployment, beside the configuration. */
export interface DeployOptions extends PlanOptions {
  /**
   * How long to wait for somebody else's operation on the same cluster, in milliseconds.
   * @default 0
   */
  readonly waitMs?: number;
  /**
   * Whether options of the last deploy are dropped, so that unset options get their defaults.
   * @default false
   */
  readonly reset?: boolean;
  /**
   * Sees the objects that the deploy would delete, before anything changes. If it returns false, nothing changes.
   * @default - they are deleted
   */
  readonly confirmRemoval?: (removed: readonly ObjectRef[]) => Promise<boolean>;
}

/** What a deployment came to. */
export interface DeploymentResult extends ClusterRef {
  readonly replicas: number;
  /** What was done to each object, `none` left out. */
  readonly changes: DeploymentPlan['changes'];
  readonly members: readonly string[];
  readonly roundTrip: RoundTrip;
  /** The peers that may connect, in words. */
  readonly clients: readonly string[];
  /** From the start to verified, in seconds. */
  readonly seconds: number;
  readonly warnings: readonly string[];
}

/** Deploys or updates a cluster, waits for it, and verifies it. Can be repeated at any time. */
export async function deploy(
  operation: Operation,
  config: DeploymentConfig,
  options: DeployOptions = {},
): Promise<DeploymentResult> {
  const start = performance.now();
  const { kubernetes, progress } = operation;
  checkConfig(config);
  const { namespace, name } = placeOf(config);
  const cluster: ClusterRef = { namespace, name };
  const isNewNamespace = await isNamespaceMissing(kubernetes, cluster);
  if (isNewNamespace) {
    await runPreflight(operation, cluster, synthesize(config));
    await createNamespace(operation, cluster);
  }
  return withFailureState(isNewNamespace ? `the namespace ${cluster.namespace} was created, and nothing else` : 'nothing was changed', () =>
    withLease(operation, cluster, { operation: 'deploy', waitMs: options.waitMs }, async (locked) => {
      const inventory = await readInventory(locked.kubernetes, cluster);
      const desired = await reconcile(locked.kubernetes, cluster, config, inventory, options.reset);
      const { manifests, replicas, warnings, isOtherImage } = desired;
      const inherited = inheritedText(desired.inherited);
      if (inherited !== undefined) {
        progress.step(`Keeping options of the last deploy: ${inherited}`);
      }
      warnings.forEach((warning) => { progress.warn(warning); });
      if (!isNewNamespace) {
        await runPreflight(locked, cluster, desired);
      }
      const plan = await planDeployment(locked.kubernetes, cluster, manifests, inventory, options);
      const obstacles = obstaclesIn(plan);
      if (obstacles !== undefined) {
        throw new RefusedError(`this change can't be deployed: ${obstacles}`);
      }
      accessWarnings(plan.clientAccess).forEach((warning) => { progress.warn(warning); });
      managersIn(plan.changes).forEach(({ name: manager, afterTakeover }) => { progress.warn(`Taking over from ${manager}. ${afterTakeover}`); });
      const removed = removalsToConfirm(plan);
      if (removed.length > 0 && await options.confirmRemoval?.(removed) === false) {
        throw new RefusedError(`the deploy would delete ${removed.map(placedLabelOf).join(', ')}, and that was not confirmed`);
      }
      plan.stays.forEach((object) => { progress.warn(`${placedLabelOf(object)} is no longer part of the deployment. It stays, with its data`); });
      const objects = [...manifests.map(refOf), ...plan.stays];
      const next: Inventory = {
        config: desired.config,
        objects,
        ownsNamespace: isNewNamespace || inventory?.ownsNamespace === true,
      };
      await applyAll(locked, cluster, manifests, next, plan);
      if (isOtherImage) {
        await withFailureState('all objects are applied; deploy again to go on', async () => forgetFormer(locked.kubernetes, cluster));
      }
      waitStep(locked, `${replicas} ${replicas === 1 ? 'broker' : 'brokers'} to be Ready`);
      await awaitRollout(locked, cluster);
      const verified = await verify(locked, cluster, replicas);
      return {
        ...cluster,
        replicas,
        changes: plan.changes.filter(({ effect }) => effect !== 'none'),
        ...verified,
        clients: allowedPeers(networkPolicyIn(desired)),
        seconds: Math.round((performance.now() - start) / 100) / 10,
        warnings: [...warnings, ...locked.kubernetes.warnings],
      };
    }));
}

/** What a deploy would change. */
export async function planOf({ kubernetes }: Operation, config: DeploymentConfig, options: Pick<DeployOptions, 'reset' | 'adopt'> = {}): Promise<DeploymentPlan> {
  checkConfig(config);
  const { namespace, name } = placeOf(config);
  const cluster: ClusterRef = { namespace, name };
  const synthesized = synthesize(inheritUnsetOptions(config, await lastConfig(kubernetes, cluster, options)));
  await requireKinds(kubernetes, synthesized.manifests);
  if (await ifFound(kubernetes.core.readNamespace({ name: namespace })) === undefined) {
    return { effect: 'created', changes: synthesized.manifests.map(manifest => ({ object: refOf(manifest), effect: 'created', fields: [] })), stays: [] };
  }
  const inventory = await readInventory(kubernetes, cluster);
  const { manifests, inherited } = await reconcile(kubernetes, cluster, config, inventory, options.reset);
  return { ...await planDeployment(kubernetes, cluster, manifests, inventory, options), inherited };
}

/** The options of the last deploy, unless they are to be dropped. */
async function lastConfig(kubernetes: KubernetesConnection, cluster: ClusterRef, { reset }: Pick<DeployOptions, 'reset'>): Promise<DeploymentConfig> {
  return reset ? {} : (await readInventory(kubernetes, cluster))?.config ?? {};
}

/** Options in words; undefined for none. */
export function inheritedText(options: DeploymentConfig): string | undefined {
  const words = Object.entries(options).map(([option, value]) => (typeof value === 'object' ? option : `${option} ${String(value)}`));
  return words.length === 0 ? undefined : words.join(', ');
}

/** Warnings for people whose applications connect to the cluster. */
export function accessWarnings(access: ClientAccessChange | undefined): string[] {
  const { blocks = [], allows = [], allowed = [] } = access ?? {};
  return [
    ...blocks.length > 0 ? [`Blocks clients: ${blocks.join('; ')} can no longer connect. Allowed: ${allowed.join('; ') || 'none'}. Allow a namespace with --allow-namespace NAME or "kubectl label namespace NAME rabbitmq-client=true"`] : [],
    ...allows.length > 0 ? [`Allows clients: ${allows.join('; ')} can connect`] : [],
  ];
}

function networkPolicyIn({ manifests, cluster }: Desired): Manifest | undefined {
  return manifests.find(({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.name === cluster.name);
}

/** All brokers running as members of one cluster, and a message through it. */
export async function verify(
  operation: Operation,
  cluster: ClusterRef,
  replicas: number,
): Promise<{ members: readonly string[]; roundTrip: RoundTrip }> {
  const { kubernetes, progress, signal } = operation;
  return withFailureState('all brokers are up; that they work as one cluster isn\'t proven', async () => {
    progress.step('Verifying that all brokers are members');
    const { members, running, alarms } = await statusOfAll(operation, cluster, replicas);
    requireAllMembers(replicas, members, running);
    if (alarms.length > 0) {
      throw new IncompleteError(`no message can be published: ${alarmText(alarms)}. ${alarmRemedy(cluster)}`);
    }
    progress.step('Sending a message through a replicated queue');
    return { members, roundTrip: await roundTrip(kubernetes, cluster, signal) };
  });
}

/**
 * The status once all brokers run in it, or the last one: with Mnesia, the others see a broker some time after
 * it is Ready.
 */
async function statusOfAll(
  { kubernetes, signal }: Operation,
  cluster: ClusterRef,
  replicas: number,
): Promise<ClusterStatus> {
  const deadline = performance.now() + SEEN_MS;
  return until(async () => (await anyBroker(kubernetes, cluster)).clusterStatus(),
    ({ running }) => running.length >= replicas || performance.now() > deadline, { signal });
}

/** Stops what can't succeed; findings that a new cluster can live with are warnings. */
async function runPreflight(operation: Operation, cluster: ClusterRef, desired: Synthesized): Promise<void> {
  const { kubernetes, progress } = operation;
  const exists = (await brokerPods(kubernetes, cluster)).length > 0;
  const findings = await preflight(operation, cluster, desired, exists ? [alarmCheck] : []);
  findings.filter(({ id }) => !exists || id === 'alarm').forEach((found) => { progress.warn(sentenceOf(found)); });
}

/** @throws RefusedError if the API server does not serve a kind, as its definition is missing */
async function requireKinds(kubernetes: KubernetesConnection, manifests: readonly Manifest[]): Promise<void> {
  const unknown = await unknownKinds(kubernetes, manifests);
  if (unknown.length > 0) {
    throw new RefusedError(`this Kubernetes has no ${unknown.join(', ')}. ${KINDS_REMEDY}`);
  }
}

/** @throws RefusedError if it is being deleted */
async function isNamespaceMissing({ core }: KubernetesConnection, { namespace }: ClusterRef): Promise<boolean> {
  const found = await ifFound(core.readNamespace({ name: namespace }));
  if (found?.metadata?.deletionTimestamp) {
    throw new RefusedError(`namespace ${namespace} is being deleted: wait until it is gone`);
  }
  return found === undefined;
}

async function createNamespace({ kubernetes, progress }: Operation, { namespace }: ClusterRef): Promise<void> {
  progress.step(`Creating the namespace ${namespace}`);
  await kubernetes.objects.apply({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: namespace, labels: { 'app.kubernetes.io/managed-by': FIELD_MANAGER, 'pod-security.kubernetes.io/enforce': 'restricted' } },
  });
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
  const adopted = new Set(
    plan.changes.filter(({ manager }) => manager !== undefined).map(({ object }) => keyOf(object)),
  );
  await withFailureState(() => `${applied} of ${manifests.length} objects are applied; deploy again to go on`, async () => {
    // first, so that cleanup knows all that there may be
    await kubernetes.objects.apply(inventoryManifest(cluster, inventory));
    for (const manifest of manifests) {
      signal.throwIfAborted();
      const live = await kubernetes.objects.apply(manifest);
      if (adopted.has(keyOf(manifest))) {
        await kubernetes.objects.mergePatch({
          ...refOf(manifest),
          metadata: { ...refOf(manifest).metadata, ...withoutMarks(live) },
        });
      }
      applied += 1;
      progress.live([labelOf(manifest)]);
    }
    for (const object of removedBy(cluster, plan)) {
      await kubernetes.objects.delete(object);
    }
  });
}

/** The objects of a former deploy that the new one no longer contains, except the inventory. */
function removedBy(cluster: ClusterRef, { changes }: DeploymentPlan): ObjectRef[] {
  return changes.filter(({ effect }) => effect === 'removed').map(({ object }) => object)
    .filter(object => keyOf(object) !== `/ConfigMap/${inventoryName(cluster)}`);
}

/** @throws NotFoundError if the cluster wasn't deployed by this program */
export async function requireInventory(kubernetes: KubernetesConnection, cluster: ClusterRef): Promise<Inventory> {
  const inventory = await readInventory(kubernetes, cluster);
  if (inventory === undefined) {
    throw new NotFoundError(`${titleOf(cluster)} wasn't deployed by this program: there is no ConfigMap ${inventoryName(cluster)}`);
  }
  return inventory;
}
