import { isDeepStrictEqual } from 'node:util';
import { type ClientAccessChange, clientAccessChange } from './client-access';
import type { DeploymentConfig } from '../inventory/config';
import { type Inventory, isData, isOwn, keyOf, madeByUs, refOf } from '../inventory/inventory';
import { type OtherManager, otherManagerOf } from '../inventory/other-manager';
import { isRemovable, listedObjects, placedLabelOf } from '../inventory/removal';
import type { ClusterRef } from '../core/cluster-ref';
import { messageOf, RequestError } from '../core/errors';
import { firstOf } from '../core/first-of';
import type { KubernetesConnection } from '../kubernetes/connection';
import type { LiveObject, Manifest, ObjectRef } from '../kubernetes/objects';

/** What a change does to a running cluster. */
export type Effect = 'none' | 'created' | 'live' | 'rolling restart' | 'recreation' | 'impossible' | 'removed';

/** What a deploy does to one object. */
export interface ObjectChange {
  readonly object: ObjectRef;
  readonly effect: Effect;
  /** The fields that change, with their values before and after; none of a Secret. */
  readonly fields: readonly FieldChange[];
  /** Why it is impossible, is removed or takes a recreation, and what to do. */
  readonly reason?: string;
  /** The other program that manages the object so far: Helm, Argo CD or Flux. */
  readonly manager?: OtherManager;
}

export interface FieldChange {
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What a deploy would do. */
export interface DeploymentPlan {
  readonly changes: readonly ObjectChange[];
  /** The gravest of the effects. */
  readonly effect: Effect;
  /** Volumes and Secrets of a former deploy that are no part of it any more, and stay. */
  readonly stays: readonly ObjectRef[];
  /** How it changes who may connect to an existing cluster; undefined if it doesn't. */
  readonly clientAccess?: ClientAccessChange;
  /** Options that are kept from the last deploy. */
  readonly inherited?: DeploymentConfig;
}

/** What a plan may do beyond changes of its own objects. */
export interface PlanOptions {
  /**
   * Whether objects that Helm, Argo CD or Flux manages are taken over.
   * @default false - they are refused
   */
  readonly adopt?: boolean;
}

const GRAVITY: readonly Effect[] = ['none', 'created', 'live', 'removed', 'rolling restart', 'recreation', 'impossible'];

/**
 * What applying the manifests would change, as the API server says in a dry run. Nothing is changed.
 *
 * @throws RefusedError if the inventory lists objects that no deployment of this cluster contains
 */
export async function planDeployment(
  kubernetes: KubernetesConnection,
  cluster: ClusterRef,
  manifests: readonly Manifest[],
  inventory: Inventory | undefined,
  options: PlanOptions = {},
): Promise<DeploymentPlan> {
  const listed = inventory === undefined ? [] : listedObjects(cluster, inventory);
  const wanted = new Set(manifests.map(keyOf));
  const known = new Set(listed.map(keyOf));
  const applied = await Promise.all(manifests.map(manifest => changeOf(kubernetes, manifest, known, options)));
  const former = (await Promise.all(listed.filter(object => !wanted.has(keyOf(object))).map(async (object) => {
    const live = await kubernetes.objects.read(object);
    return live !== undefined && isRemovable(cluster, live) ? [object] : [];
  }))).flat();
  const removed = former.filter(object => !isData(object))
    .map(object => ({ object, effect: 'removed' as const, fields: [], ...isReplaced(object, manifests) && { reason: REPLACED } }));
  const changes = [...applied, ...removed];
  return {
    changes,
    effect: changes.map(({ effect }) => effect).reduce((a, b) => (GRAVITY.indexOf(b) > GRAVITY.indexOf(a) ? b : a), 'none'),
    stays: former.filter(isData),
    clientAccess: await accessChange(kubernetes, manifests, changes),
  };
}

/** Undefined before there are brokers that clients could be connected to. */
async function accessChange(
  { objects }: KubernetesConnection,
  manifests: readonly Manifest[],
  changes: readonly ObjectChange[],
): Promise<ClientAccessChange | undefined> {
  const brokers = changes.find(({ object }) => object.kind === 'StatefulSet');
  if (brokers === undefined || brokers.effect === 'created') {
    return undefined;
  }
  const { name } = brokers.object.metadata;
  const changed = changes.find(({ object }) => object.kind === 'NetworkPolicy' && object.metadata.name === name);
  const live = changed === undefined || changed.effect === 'created' ? undefined : await objects.read(changed.object);
  return clientAccessChange(live, manifests.find(({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.name === name));
}

async function changeOf(
  { objects }: KubernetesConnection,
  manifest: Manifest,
  known: ReadonlySet<string>,
  { adopt }: PlanOptions,
): Promise<ObjectChange> {
  const object = refOf(manifest);
  const live = await objects.read(manifest);
  if (live === undefined) {
    return { object, effect: 'created', fields: [] };
  }
  if (!isOwn(live, manifest) && !(known.has(keyOf(object)) && madeByUs(live))) {
    return { object, effect: 'impossible', fields: [], reason: 'there is one that wasn\'t made by this program or cdk8s-rabbitmq: choose another --cluster-name, or delete that one' };
  }
  const manager = otherManagerOf(live);
  if (manager !== undefined && !adopt) {
    return { object, effect: 'impossible', fields: [], manager, reason: `${manager.name} manages it. Change the cluster there, or take it over with --adopt` };
  }
  const adopted = manager === undefined ? {} : { manager };
  try {
    const fields = differences(comparable(live), comparable(await objects.apply(manifest, { dryRun: true })));
    return {
      object,
      effect: effectOf(manifest.kind, fields),
      fields: withoutSecrets(manifest.kind, fields),
      ...adopted,
    };
  } catch (error) {
    if (error instanceof RequestError && (error.status === 422 || error.status === 400)) {
      return { ...refusedChange(object, live, manifest, error), ...adopted };
    }
    throw error;
  }
}

/** What the API server doesn't change on an object that exists. */
function refusedChange(object: ObjectRef, live: LiveObject, manifest: Manifest, error: RequestError): ObjectChange {
  const fields = differences(pick(comparable(live), manifest), comparable(manifest)).filter(({ path }) =>
    isFixed(object.kind, path));
  const paths = fields.map(({ path }) => path);
  if (object.kind !== 'StatefulSet') {
    return { object, effect: 'impossible', fields, reason: `the API server refuses it: ${messageOf(error)}` };
  }
  if (hasInterNodeTls(live) !== hasInterNodeTls(manifest)) {
    return {
      object,
      effect: 'impossible',
      fields,
      reason: `TLS between brokers is ${hasInterNodeTls(live) ? 'on' : 'off'} in this cluster and stays so: during the restart brokers with it and without it wouldn't understand each other; deploy a second cluster, and move clients and messages`,
    };
  }
  if (paths.some(path => path.startsWith('spec.volumeClaimTemplates') && path.endsWith('storageClassName'))) {
    return { object, effect: 'impossible', fields, reason: 'volumes can\'t move to another storage class. Leave --storage-class out, or deploy a second cluster and move the queues' };
  }
  if (paths.some(path => path.startsWith('spec.volumeClaimTemplates') && path.endsWith('storage'))) {
    return { object, effect: 'recreation', fields, reason: `the size of the volumes is changed by the command expand` };
  }
  return { object, effect: 'recreation', fields, reason: 'Kubernetes changes this on a new StatefulSet only: delete it with --cascade=orphan, which leaves the pods, and deploy again' };
}

/** Fields of a StatefulSet that can change in place: https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/ */
const CHANGEABLE = /^(metadata|spec\.(replicas|template|updateStrategy|persistentVolumeClaimRetentionPolicy|minReadySeconds|revisionHistoryLimit|ordinals))\b/;

/** Whether a field of an object that exists may be what the API server refuses to change. */
function isFixed(kind: string, path: string): boolean {
  return kind !== 'StatefulSet' || !CHANGEABLE.test(path);
}

/** Whether brokers speak TLS with each other, by which the library marks the claims. */
function hasInterNodeTls(statefulSet: Manifest): boolean {
  const { volumeClaimTemplates = [] } = (statefulSet.spec ?? {}) as {
    volumeClaimTemplates?: readonly { metadata?: { annotations?: Record<string, string> } }[];
  };
  return volumeClaimTemplates.some(({ metadata }) => metadata?.annotations?.['cdk8s-rabbitmq/inter-node-tls'] === 'true');
}

function effectOf(kind: string, fields: readonly FieldChange[]): Effect {
  if (fields.length === 0) {
    return 'none';
  }
  return kind === 'StatefulSet' && fields.some(({ path }) => path.startsWith('spec.template')) ? 'rolling restart' : 'live';
}

const NOT_COMPARED = new Set(['managedFields', 'resourceVersion', 'generation', 'uid', 'creationTimestamp', 'selfLink']);

/** An object without the fields that the API server sets. */
function comparable(object: Manifest): Readonly<Record<string, unknown>> {
  const metadata = Object.fromEntries(Object.entries(object.metadata).filter(([name]) => !NOT_COMPARED.has(name)));
  return { ...object, apiVersion: undefined, status: undefined, metadata };
}

/** Those parts of `value` that `pattern` has too: what the API server has added is left out. */
function pick(value: unknown, pattern: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(pattern)) {
    return value.map((item: unknown, i) => (i in pattern ? pick(item, pattern[i]) : item));
  }
  if (isGroup(value) && isGroup(pattern)) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => name in pattern)
        .map(([name, below]) => [name, pick(below, pattern[name])]),
    );
  }
  return value;
}

/** The fields in which two objects differ. */
export function differences(before: unknown, after: unknown, path = ''): FieldChange[] {
  if (isDeepStrictEqual(before, after)) {
    return [];
  }
  if (isGroup(before) && isGroup(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap(name => differences(before[name], after[name], path === '' ? name : `${path}.${name}`));
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return before.flatMap((item, i) => differences(item, after[i], `${path}[${nameIn(item) ?? i}]`));
  }
  return [{ path, before, after }];
}

function nameIn(item: unknown): string | undefined {
  return isGroup(item) && typeof item.name === 'string' ? item.name : undefined;
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withoutSecrets(kind: string, fields: readonly FieldChange[]): FieldChange[] {
  return fields.map(field => (kind === 'Secret' ? { path: field.path } : field));
}

/** Why an object is removed whose name has a hash of its content. */
const REPLACED = 'an object with new content replaces it';

/** The hash at the end of names of immutable objects. */
const HASH = /-[0-9a-f]{5,10}$/;

/** Whether a Job or ConfigMap is an older version of one that the deploy applies. */
function isReplaced({ kind, metadata: { name } }: ObjectRef, manifests: readonly Manifest[]): boolean {
  const stem = name.replace(HASH, '');
  return ['ConfigMap', 'Job'].includes(kind) && stem !== name
    && manifests.some(manifest => manifest.kind === kind && manifest.metadata.name !== stem && manifest.metadata.name.replace(HASH, '') === stem);
}

/** The objects whose removal needs a confirmation: all but those that a new version replaces. */
export function removalsToConfirm({ changes }: DeploymentPlan): ObjectRef[] {
  return changes.filter(({ effect, reason }) => effect === 'removed' && reason !== REPLACED).map(({ object }) => object);
}

/** Each other manager of the objects once. */
export function managersIn(changes: readonly ObjectChange[]): OtherManager[] {
  return [
    ...new Map(
      changes.flatMap(({ manager }) => (manager === undefined ? [] : [[manager.name, manager] as const])),
    ).values(),
  ];
}

/** The changes that can't be made by a deploy, in one sentence; undefined where there are none. */
export function obstaclesIn({ changes }: DeploymentPlan): string | undefined {
  const impossible = changes.filter(({ effect }) => effect === 'impossible' || effect === 'recreation');
  const managers = managersIn(impossible).map(({ name }) => name);
  const found = impossible.filter(({ manager }) => manager === undefined);
  if (managers.length > 0) {
    return `${managers.join(', ')} ${managers.length === 1 ? 'manages' : 'manage'} this cluster (${firstOf(impossible.filter(({ manager }) => manager !== undefined).map(({ object }) => placedLabelOf(object)), 3, ', ')}). Change it there, or take it over with --adopt`;
  }
  return found.length === 0
    ? undefined
    : found.map(({ object, fields, reason }) => `${placedLabelOf(object)}${fields.length === 0 ? '' : ` (${fields.map(({ path }) => path).join(', ')})`}: ${reason}`).join('; ');
}
