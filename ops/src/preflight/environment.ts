import { type Check, type CheckContext, finding, ifAllowed } from './check';
import { claimIn } from './pod-needs';
import { ifFound, isDenied } from '../core/errors';
import type { KubernetesConnection } from '../kubernetes/connection';
import type { LiveObject, Manifest } from '../kubernetes/objects';

/** The oldest release of Kubernetes that the manifests support. */
const OLDEST_MINOR = 28;
const DEFAULT_CLASS = 'storageclass.kubernetes.io/is-default-class';
const CERT_MANAGER = 'cert-manager.io';

/** The kinds of these manifests that the API server does not serve: `Certificate (cert-manager.io/v1)`. */
export async function unknownKinds(
  { objects }: KubernetesConnection,
  manifests: readonly Manifest[],
): Promise<string[]> {
  const kinds = new Map(manifests.map(({ apiVersion, kind }) => [`${kind} (${apiVersion})`, { apiVersion, kind }]));
  const unknown: string[] = [];
  for (const [label, { apiVersion, kind }] of kinds) {
    if (!await objects.knows(apiVersion, kind)) {
      unknown.push(label);
    }
  }
  return unknown;
}

/** What to do about kinds that are missing. */
export const KINDS_REMEDY = 'Install the operator that defines them (the Prometheus operator for monitors and rules, cert-manager for certificates, KEDA for ScaledObjects), or deploy without that part';

/** Whether the Kubernetes cluster has what brokers depend on. */
export const environmentChecks: readonly Check[] = [
  ['Kubernetes version', ifAllowed('The version', async ({ kubernetes }) => {
    const { major, minor, gitVersion } = await kubernetes.client(kubernetes.library.VersionApi).getCode();
    return Number(major) > 1 || parseInt(minor, 10) >= OLDEST_MINOR
      ? [gitVersion]
      : finding('kubernetes-old', 'critical', `Kubernetes is ${gitVersion}, and 1.${OLDEST_MINOR} is the oldest supported release`, 'Upgrade Kubernetes');
  })],
  ['Custom resources', ifAllowed('Custom resources', async ({ kubernetes, synthesized }) => {
    const missing = await unknownKinds(kubernetes, synthesized.manifests);
    const custom = [...new Set(synthesized.manifests.filter(({ apiVersion }) => /\.(com|io|sh)\//.test(apiVersion) && !apiVersion.includes('k8s.io')).map(({ kind }) => kind))];
    return missing.length === 0
      ? [custom.length === 0 ? 'none needed' : custom.join(', ')]
      : finding('kinds-missing', 'critical', `This Kubernetes has no ${missing.join(', ')}`, KINDS_REMEDY);
  })],
  ['Certificates', ifAllowed('Issuers of certificates', async ({ kubernetes, cluster, synthesized }) => {
    const issuers = synthesized.manifests.flatMap(({ apiVersion, kind, spec }) => (kind === 'Certificate' ? [issuerOf(apiVersion, spec, cluster.namespace)] : []));
    const trouble = (await Promise.all(issuers.map(async (issuer) => {
      const label = `${issuer.kind} ${issuer.metadata.name}`;
      const live = await kubernetes.objects.read(issuer);
      return live === undefined ? [`There is no ${label}${issuer.kind === 'Issuer' ? ` in namespace ${cluster.namespace}` : ''}`] : notReady(live).map(why => `${label} is not Ready: ${why}`);
    }))).flat();
    return trouble.length === 0
      ? [issuers.length === 0 ? 'none needed' : issuers.map(({ kind, metadata: { name } }) => `${kind} ${name}`).join(', ')]
      : finding('issuer-missing', 'critical', trouble.join('; '), `cert-manager needs it for the brokers' certificate. Create it, and first the namespace if that is missing, or name another issuer with tls.issuer and tls.issuerKind in a file for --values. "kubectl -n ${cluster.namespace} describe issuers,clusterissuers" shows those that exist`);
  })],
  ['Storage class', ifAllowed('Storage classes', async (context) => {
    const { kubernetes, synthesized, claims } = context;
    const wanted = claimIn(synthesized).storageClassName;
    const { items } = await kubernetes.storage.listStorageClass();
    const names = items.map(({ metadata }) => metadata?.name).join(', ') || 'none';
    const found = wanted === undefined ? items.find(({ metadata }) => metadata?.annotations?.[DEFAULT_CLASS] === 'true') : items.find(({ metadata }) => metadata?.name === wanted);
    if (found === undefined) {
      return claims >= synthesized.replicas || await hasPreparedVolumes(context, wanted ?? '')
        ? ['volumes exist']
        : finding('storage-class-missing', 'critical', wanted === undefined ? 'There is no default storage class' : `There is no storage class "${wanted}"`, `Use --storage-class with one of: ${names}`);
    }
    const name = found.metadata?.name ?? '';
    return found.allowVolumeExpansion
      ? [`${name}, whose volumes can grow`]
      : finding('storage-class-fixed', 'warning', `Volumes of storage class "${name}" can't grow`, 'Choose a --storage-size that lasts, or a class with allowVolumeExpansion');
  })],
  ['Pod Security', ifAllowed('The namespace', async ({ kubernetes, cluster }) => {
    const namespace = await ifFound(kubernetes.core.readNamespace({ name: cluster.namespace }));
    const level = namespace?.metadata?.labels?.['pod-security.kubernetes.io/enforce'];
    return [namespace === undefined ? 'the namespace does not exist yet, and will enforce "restricted"' : `${level ?? 'none enforced'}; the pods comply with "restricted"`];
  })],
  ['DNS', ifAllowed('DNS', async ({ kubernetes }) => {
    const { items } = await kubernetes.core.listNamespacedPod({ namespace: 'kube-system', labelSelector: 'k8s-app in (kube-dns, coredns)' });
    const ready = items.filter(({ status }) => status?.conditions?.some(({ type, status: holds }) => type === 'Ready' && holds === 'True')).length;
    if (items.length === 0) {
      return finding('dns-unknown', 'info', 'No DNS pods have the usual labels in kube-system', 'Brokers need DNS to find each other: check that this Kubernetes has it');
    }
    return ready === 0
      ? finding('dns-down', 'critical', 'No pod of the Kubernetes DNS is Ready', 'Start CoreDNS: brokers find each other by DNS names')
      : [`${ready} ${ready === 1 ? 'pod' : 'pods'} Ready`];
  })],
];

/** The issuer of a Certificate; with another group it is an external issuer of that kind. */
function issuerOf(apiVersion: string, spec: unknown, namespace: string): Manifest {
  const { kind = 'Issuer', name, group = CERT_MANAGER } = (spec as { issuerRef: { kind?: string; name: string; group?: string } }).issuerRef;
  return { apiVersion: group === CERT_MANAGER ? apiVersion : `${group}/v1`, kind, metadata: { name, namespace } };
}

/** Why an issuer can't issue, as its condition says; it has none right after its creation. */
function notReady({ status }: LiveObject): string[] {
  const { conditions = [] } = (status ?? {}) as {
    conditions?: readonly { type: string; status: string; message?: string }[];
  };
  return conditions.filter(({ type, status: holds }) => type === 'Ready' && holds === 'False').map(({ message = 'no reason given' }) => message);
}

/** Whether there are enough volumes of a class that somebody prepared: those need no StorageClass. */
async function hasPreparedVolumes(
  { kubernetes, synthesized, claims }: CheckContext,
  storageClass: string,
): Promise<boolean> {
  try {
    const { items } = await kubernetes.core.listPersistentVolume();
    return items.filter(({ spec, status }) => status?.phase === 'Available' && (spec?.storageClassName ?? '') === storageClass).length >= synthesized.replicas - claims;
  } catch (error) {
    if (isDenied(error)) {
      return false;
    }
    throw error;
  }
}
