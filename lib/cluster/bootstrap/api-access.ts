import { ApiObjectMetadata } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { addRole, addServiceAccount } from '../rbac';

/** Where the token of the API server is mounted. */
export const TOKEN_FOLDER = '/run/secrets/api';

/** How long a token is valid: the shortest time that Kubernetes accepts. */
const TOKEN_S = 600;

/** Adds an account of the name of its metadata, with the rights of one kind of pods. */
export function addApiAccess(
  scope: Construct,
  metadata: ApiObjectMetadata & { readonly name: string },
  rules: () => k8s.PolicyRule[],
): void {
  addServiceAccount(scope, metadata);
  addRole(scope, '', metadata, metadata.name, rules);
}

/** A token for the container that mounts it, with the authority of the API server and the pod's namespace. */
export function tokenVolume(): k8s.Volume {
  return {
    name: 'token',
    projected: {
      defaultMode: 0o440,
      sources: [
        { serviceAccountToken: { path: 'token', expirationSeconds: TOKEN_S } },
        { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
        { downwardApi: { items: [{ path: 'namespace', fieldRef: { fieldPath: 'metadata.namespace' } }] } },
      ],
    },
  };
}
