import { config, core, kubernetes, type Kubernetes } from '../support/kubernetes';
import { apply } from '../support/manifests';

/** A kubeconfig of a service account of this name, created if missing, without any permissions. */
export async function serviceAccount(name: string, namespace: string): Promise<Kubernetes.KubeConfig> {
  await apply([{ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name } }], namespace);
  const spec = { audiences: [], expirationSeconds: 3600 };
  const body = Object.assign(new kubernetes.AuthenticationV1TokenRequest(), { spec });
  const { status } = await core.createNamespacedServiceAccountToken({ name, namespace, body });
  const as = new kubernetes.KubeConfig();
  as.loadFromClusterAndUser(config.getCurrentCluster()!, { name, token: status!.token });
  return as;
}
