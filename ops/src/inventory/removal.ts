import { type Inventory, inventoryName, labelOf, madeByUs } from './inventory';
import type { ClusterRef } from '../core/cluster-ref';
import { RefusedError } from '../core/errors';
import { firstOf } from '../core/first-of';
import type { LiveObject, ObjectRef } from '../kubernetes/objects';

/** The kinds that the library creates in a cluster's namespace, by API group. */
const NAMESPACED_KINDS: Readonly<Record<string, readonly string[]>> = {
  '': ['ConfigMap', 'PersistentVolumeClaim', 'Secret', 'Service', 'ServiceAccount'],
  apps: ['Deployment', 'StatefulSet'],
  autoscaling: ['HorizontalPodAutoscaler'],
  'autoscaling.k8s.io': ['VerticalPodAutoscaler'],
  batch: ['CronJob', 'Job'],
  'cert-manager.io': ['Certificate'],
  'external-secrets.io': ['ExternalSecret'],
  'gateway.networking.k8s.io': ['BackendTLSPolicy', 'Gateway', 'HTTPRoute', 'TCPRoute', 'TLSRoute'],
  'keda.sh': ['ScaledObject', 'TriggerAuthentication'],
  'monitoring.coreos.com': ['PodMonitor', 'PrometheusRule', 'ServiceMonitor'],
  'networking.k8s.io': ['Ingress', 'NetworkPolicy'],
  policy: ['PodDisruptionBudget'],
  'rbac.authorization.k8s.io': ['Role', 'RoleBinding'],
};

/** The kinds without a namespace. */
const CLUSTER_GROUP = 'admissionregistration.k8s.io';
const CLUSTER_KINDS: readonly string[] = ['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding'];

/** A name that stays one segment of a URL: `..` is none. */
const NAME = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/;

/** How many entries a refusal names. */
const NAMED = 5;

/**
 * The objects that the inventory lists. Anyone who can edit ConfigMaps in the namespace can edit that list, and
 * `deploy` and `cleanup` delete with the rights of an administrator.
 *
 * @throws RefusedError if the list names an object that no deployment of this cluster contains
 */
export function listedObjects(cluster: ClusterRef, { objects }: Pick<Inventory, 'objects'>): readonly ObjectRef[] {
  const list: unknown = objects;
  const entries = Array.isArray(list) ? list as readonly unknown[] : [list];
  const foreign = entries.filter(entry => !isObjectOf(cluster, entry));
  if (foreign.length > 0) {
    throw new RefusedError(`ConfigMap ${cluster.namespace}/${inventoryName(cluster)} lists objects that no deployment of this cluster contains: `
      + `${firstOf(foreign.map(described), NAMED, ', ')}. Someone edited the list. Find out who, and remove these entries from its objects.yaml`);
  }
  return entries as readonly ObjectRef[];
}

/** Whether a live object may be deleted: it has this cluster's labels, and this program applied it. */
export function isRemovable({ name }: ClusterRef, live: LiveObject): boolean {
  const { labels = {} } = live.metadata;
  return labels.cluster === name && labels['app.kubernetes.io/part-of'] === 'rabbitmq' && madeByUs(live);
}

/** An object with its namespace, for plans and confirmations: `StatefulSet shop/orders`. */
export function placedLabelOf(object: ObjectRef): string {
  const { kind, metadata: { name, namespace } } = object;
  return namespace === undefined ? labelOf(object) : `${kind} ${namespace}/${name}`;
}

function isObjectOf(cluster: ClusterRef, entry: unknown): entry is ObjectRef {
  if (!isReference(entry)) {
    return false;
  }
  const { apiVersion, kind, metadata: { name, namespace } } = entry;
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  if (group === CLUSTER_GROUP) {
    return CLUSTER_KINDS.includes(kind) && namespace === undefined && name === `${cluster.namespace}-${cluster.name}-hpa`;
  }
  return Object.hasOwn(NAMESPACED_KINDS, group)
    && NAMESPACED_KINDS[group].includes(kind)
    && namespace === cluster.namespace
    && NAME.test(name);
}

function isReference(entry: unknown): entry is ObjectRef {
  const { apiVersion, kind, metadata } = (entry ?? {}) as Partial<Record<string, unknown>>;
  const { name, namespace } = (metadata ?? {}) as Partial<Record<string, unknown>>;
  return [apiVersion, kind, name].every(value => typeof value === 'string') && (namespace === undefined || typeof namespace === 'string');
}

function described(entry: unknown): string {
  return isReference(entry) ? placedLabelOf(entry) : JSON.stringify(entry);
}
