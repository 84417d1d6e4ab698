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
  { part: '--monitoring', apiGroup: 'monitoring.coreos.com', resources: ['servicemonitors', 'podmonitors', 'prometheusrules'] },
  { part: '--monitoring', apiGroup: 'apps', resources: ['deployments'] },
  { part: '--hpa', apiGroup: 'autoscaling', resources: ['horizontalpodautoscalers'] },
  { part: '--hpa', apiGroup: 'admissionregistration.k8s.io', resources: ['validatingadmissionpolicies', 'validatingadmissionpolicybindings'], clusterWide: true },
  { part: '--profile prod', apiGroup: 'cert-manager.io', resources: ['certificates'] },
];

/** What the Roles of a cluster give, as nobody may give what they haven't. */
export const GIVEN_RIGHTS: readonly Right[] = [
  { resources: ['secrets', 'events'], verbs: ['create'] },
];

/** What an operation takes that holds the cluster's Lease. */
export const LEASE_RIGHTS: readonly Right[] = [{ apiGroup: 'coordination.k8s.io', resources: ['leases'], verbs: ['get', 'create', 'update'] }];

/** What waiting for the brokers and saying why one isn't up takes. */
export const ROLLOUT_RIGHTS: readonly Right[] = [
  { apiGroup: 'apps', resources: ['statefulsets'], verbs: ['get'] },
  { resources: ['pods', 'events', 'persistentvolumeclaims'], verbs: ['list'] },
  { resources: ['pods/log'], verbs: ['get'], optional: true },
];

/** What sending a message through a cluster takes. */
export const VERIFY_RIGHTS: readonly Right[] = [
  { resources: ['pods/exec', 'pods/portforward'], verbs: ['create', 'get'] },
  { resources: ['secrets', 'services'], verbs: ['get'] },
];

/** What a deploy takes. */
export const DEPLOY_RIGHTS: readonly Right[] = [
  { resources: ['namespaces'], verbs: ['get'], clusterWide: true },
  { resources: ['namespaces'], verbs: ['create', 'patch'], clusterWide: true, optional: true, part: 'a namespace that isn\'t there yet' },
  ...OBJECTS.map(objects => ({ ...objects, verbs: APPLY })),
  ...PARTS.map(objects => ({ ...objects, verbs: APPLY, optional: true })),
  ...[...OBJECTS, ...PARTS].map(objects => ({ ...objects, verbs: ['delete'], optional: true, part: 'parts that are no longer wanted' })),
  ...GIVEN_RIGHTS,
  { apiGroup: 'autoscaling', resources: ['horizontalpodautoscalers'], verbs: ['list'] },
  ...LEASE_RIGHTS,
  ...ROLLOUT_RIGHTS,
  ...VERIFY_RIGHTS,
];

/** What a cleanup takes. */
export const CLEANUP_RIGHTS: readonly Right[] = [
  ...OBJECTS.map(objects => ({ ...objects, verbs: ['get', 'delete'] })),
  ...PARTS.map(objects => ({ ...objects, verbs: ['get', 'delete'], optional: true })),
  { resources: ['persistentvolumeclaims', 'secrets', 'pods'], verbs: ['list'] },
  { resources: ['persistentvolumeclaims', 'secrets'], verbs: ['delete'], optional: true, part: '--delete-data' },
  { resources: ['configmaps'], verbs: ['list'], optional: true, part: '--delete-data' },
  { apiGroup: 'apps', resources: ['statefulsets', 'deployments'], verbs: ['list'], optional: true, part: '--delete-data' },
  { resources: ['namespaces'], verbs: ['delete'], clusterWide: true, optional: true, part: '--delete-data' },
  ...LEASE_RIGHTS,
  { apiGroup: 'coordination.k8s.io', resources: ['leases'], verbs: ['delete'] },
];
