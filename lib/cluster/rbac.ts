import { ApiObjectMetadata } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { claimRules } from './boot/broker';
import { ClusterNames } from './interface/names';
import { LiveModel } from './live-model';
import { addManifest } from '../kubernetes/manifest';

/** Peer discovery up to 4.0: a broker reads the addresses of its peers and writes an event about it. */
export function discoveryRules({ nodesService }: ClusterNames): k8s.PolicyRule[] {
  return [
    { apiGroups: [''], resources: ['endpoints'], resourceNames: [nodesService], verbs: ['get'] },
    { apiGroups: [''], resources: ['events'], verbs: ['create'] },
  ];
}

/** Membership: a broker reads the desired size of its own StatefulSet and writes events about what it does. */
export function membershipRules({ statefulSet }: ClusterNames): k8s.PolicyRule[] {
  return [
    { apiGroups: ['apps'], resources: ['statefulsets'], resourceNames: [statefulSet], verbs: ['get'] },
    { apiGroups: [''], resources: ['events'], verbs: ['create'] },
  ];
}

/** Bootstrap: the Job creates Secrets. It can neither read nor change any. */
export function bootstrapRules(): k8s.PolicyRule[] {
  return [{ apiGroups: [''], resources: ['secrets'], verbs: ['create'] }];
}

/** Adds the ServiceAccount of the brokers and its Roles. */
export function addBrokerAccess(scope: Construct, model: LiveModel): void {
  const { names, image, membership, serviceAccount } = model.current;
  if (serviceAccount.create) {
    const { annotations: own } = serviceAccount;
    const metadata = model.metadata(serviceAccount.name);
    addServiceAccount(scope, {
      ...metadata,
      annotations: own ? { ...metadata.annotations, ...own } : metadata.annotations,
    });
  }
  if (image.version.discoversPeersThroughApi) {
    addRole(scope, 'PeerDiscovery', model.metadata(names.peerDiscovery), serviceAccount.name, () => discoveryRules(names));
  }
  if (membership.leaveOnScaleIn) {
    addRole(scope, 'Scaling', model.metadata(names.scaling), serviceAccount.name,
      () => [...membershipRules(names), ...claimRules(model.current)]);
  }
}

/** Adds a ServiceAccount whose token is mounted only where a pod asks for it. */
export function addServiceAccount(scope: Construct, metadata: ApiObjectMetadata): void {
  addManifest(scope, 'ServiceAccount', k8s.KubeServiceAccount, metadata, { automountServiceAccountToken: () => false });
}

/** Adds a Role and its binding to a ServiceAccount; their ids start with `id`. */
export function addRole(
  scope: Construct,
  id: string,
  metadata: ApiObjectMetadata & { readonly name: string },
  serviceAccount: string,
  rules: () => k8s.PolicyRule[],
): void {
  addManifest(scope, `${id}Role`, k8s.KubeRole, metadata, { rules });
  addManifest(scope, `${id}RoleBinding`, k8s.KubeRoleBinding, metadata, {
    roleRef: () => ({ apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: metadata.name }),
    subjects: () => [{ kind: 'ServiceAccount', name: serviceAccount }],
  });
}
