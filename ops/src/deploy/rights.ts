import type { Manifest } from '../kubernetes/objects';
import type { Right } from '../kubernetes/rights';

const APPLY = ['get', 'create', 'patch'];

/** The kinds that a cluster consists of. */
const OBJECTS: readonly Pick<Right, 'apiGroup' | 'resources' | 'optional'>[] = [
  { resources: ['configmaps', 'services', 'serviceaccounts'] },
  { apiGroup: 'apps', resources: ['statefulsets'] },
  { apiGroup: 'batch', resources: ['jobs'] },
  { apiGroup: 'policy', resources: ['poddisruptionbudgets'] },
  { apiGroup: 'networking.k8s.io', resources: ['networkpolicies'] },
  { apiGroup: 'rbac.authorization.k8s.io', resources: ['roles', 'rolebindings'] },
];

/** Those of its other parts. */
const PARTS: readonly Pick<Right, 'apiGroup' | 'resources' | 'part' | 'clusterWide'>[] = [
  { part: '--ingress', apiGroup: 'networking.k8s.io', resources: ['ingresses'] },
  { part: '--ingress', apiGroup: 'gateway.networking.k8s.io', resources: ['httproutes', 'backendtlspolicies'] },
  { part: '--monitoring', apiGroup: 'monitoring.coreos.com', resources: ['servicemonitors', 'podmonitors', 'prometheusrules'] },
  { part: '--monitoring', apiGroup: 'apps', resources: ['deployments'] },
  { part: '--hpa', apiGroup: 'autoscaling', resources: ['horizontalpodautoscalers'] },
  { part: '--hpa', apiGroup: 'admissionregistration.k8s.io', resources: ['validatingadmissionpolicies', 'validatingadmissionpolicybindings'], clusterWide: true },
  { part: '--profile prod', apiGroup: 'cert-manager.io', resources: ['certificates'] },
  { part: '--profile prod', apiGroup: 'batch', resources: ['cronjobs'] },
];

/** PersistentVolumes that are applied directly. */
const CLAIMS: typeof PARTS = [{ part: '--profile prod', resources: ['persistentvolumeclaims'] }];

/** What the Roles of a cluster give, as nobody may give what they haven't. */
export const GIVEN_RIGHTS: readonly Right[] = [
  { resources: ['secrets', 'events'], verbs: ['create'] },
  { resources: ['persistentvolumeclaims'], verbs: ['get', 'patch'] },
];

/** What an operation takes that holds the cluster's Lease. */
export const LEASE_RIGHTS: readonly Right[] = [{ apiGroup: 'coordination.k8s.io', resources: ['leases'], verbs: ['get', 'create', 'update'] }];

/** What waiting for the brokers and saying why one isn't up takes. */
export const ROLLOUT_RIGHTS: readonly Right[] = [
  { apiGroup: 'apps', resources: ['statefulsets'], verbs: ['get'] },
  { resources: ['pods', 'events', 'persistentvolumeclaims'], verbs: ['list'] },
  { resources: ['pods/log'], verbs: ['get'], optional: true },
  { resources: ['pods'], verbs: ['delete'], optional: true, part: 'pods that can\'t start, of an earlier template' },
];

/** What sending a message through a cluster takes. */
export const VERIFY_RIGHTS: readonly Right[] = [
  { resources: ['pods/exec', 'pods/portforward'], verbs: ['create', 'get'] },
  { resources: ['secrets', 'services'], verbs: ['get'] },
];

/** What the checks before a deploy read. Without one of them, the check is left out. */
export const PREFLIGHT_RIGHTS: readonly Right[] = [
  { resources: ['resourcequotas', 'limitranges'], verbs: ['list'], optional: true },
  { apiGroup: 'cert-manager.io', resources: ['issuers'], verbs: ['get'], optional: true },
  { resources: ['nodes', 'persistentvolumes'], verbs: ['list'], clusterWide: true, optional: true },
  { apiGroup: 'storage.k8s.io', resources: ['storageclasses'], verbs: ['list'], clusterWide: true, optional: true },
];

/** What a deploy into a namespace that isn't there yet takes more. */
export const NEW_NAMESPACE_RIGHT: Right = { resources: ['namespaces'], verbs: ['create', 'patch'], clusterWide: true };

/** What a deploy takes. */
export const DEPLOY_RIGHTS: readonly Right[] = [
  { resources: ['namespaces'], verbs: ['get'], clusterWide: true },
  { ...NEW_NAMESPACE_RIGHT, optional: true, part: 'a namespace that isn\'t there yet' },
  ...OBJECTS.map(objects => ({ ...objects, verbs: APPLY })),
  ...[...PARTS, ...CLAIMS].map(objects => ({ ...objects, verbs: APPLY, optional: true })),
  ...[...OBJECTS, ...PARTS].map(objects => ({ ...objects, verbs: ['delete'], optional: true, part: 'parts that are no longer wanted' })),
  ...GIVEN_RIGHTS,
  { apiGroup: 'autoscaling', resources: ['horizontalpodautoscalers'], verbs: ['list'] },
  ...LEASE_RIGHTS,
  ...ROLLOUT_RIGHTS,
  ...VERIFY_RIGHTS,
  ...PREFLIGHT_RIGHTS,
];

/** What a deploy of these manifests takes: what each does, and those of its parts' that they have. */
export function rightsToDeploy(manifests: readonly Manifest[]): Right[] {
  const applied = new Set(manifests.map(({ apiVersion, kind }) => `${groupOf(apiVersion)}/${resourceOf(kind)}`));
  const parts = [...PARTS, ...CLAIMS].map(({ apiGroup, resources, clusterWide }) =>
    ({ apiGroup, resources: resources.filter(resource => applied.has(`${apiGroup ?? ''}/${resource}`)), clusterWide, verbs: APPLY }));
  return [...DEPLOY_RIGHTS.filter(({ optional }) => !optional), ...parts];
}

function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
}

/** The name of a kind in rules and paths, as Kubernetes forms them. */
function resourceOf(kind: string): string {
  return `${kind.toLowerCase().replace(/y$/, 'ie').replace(/s$/, 'se')}s`;
}

/** What a cleanup takes. */
export const CLEANUP_RIGHTS: readonly Right[] = [
  ...OBJECTS.map(objects => ({ ...objects, verbs: ['get', 'delete'] })),
  ...PARTS.map(objects => ({ ...objects, verbs: ['get', 'delete'], optional: true })),
  { resources: ['persistentvolumeclaims'], verbs: ['get', 'list'] },
  { resources: ['secrets', 'pods'], verbs: ['list'] },
  { resources: ['persistentvolumeclaims', 'secrets'], verbs: ['delete'], optional: true, part: '--delete-data' },
  { resources: ['namespaces'], verbs: ['get', 'delete'], clusterWide: true, optional: true, part: '--delete-data, of a namespace that deploy created' },
  { apiGroup: '*', resources: ['*'], verbs: ['list'], optional: true, part: '--delete-data, of a namespace that deploy created' },
  ...LEASE_RIGHTS,
  { apiGroup: 'coordination.k8s.io', resources: ['leases'], verbs: ['delete'] },
];
