import { type Check, finding, ifAllowed, type Patient } from './examination';
import { ifFound } from '../core/errors';

/** The oldest release of Kubernetes that the manifests are for. */
const OLDEST_MINOR = 28;
const DEFAULT_CLASS = 'storageclass.kubernetes.io/is-default-class';

/** What has to be there around a cluster. */
export const environmentChecks: readonly Check[] = [
  ['Kubernetes version', ifAllowed('The version', async ({ kubernetes }) => {
    const { major, minor, gitVersion } = await kubernetes.client(kubernetes.library.VersionApi).getCode();
    return Number(major) > 1 || parseInt(minor, 10) >= OLDEST_MINOR
      ? [gitVersion]
      : finding('kubernetes-old', 'critical', `Kubernetes is ${gitVersion}`, `1.${OLDEST_MINOR} is the oldest supported version: upgrade Kubernetes`);
  })],
  ['Custom resources', ifAllowed('Custom resources', async ({ kubernetes, synthesized }) => {
    const kinds = new Map(synthesized.manifests.filter(({ apiVersion }) => /\.(com|io|sh)\//.test(apiVersion) && !apiVersion.includes('k8s.io')).map(({ apiVersion, kind }) => [kind, apiVersion]));
    const missing: string[] = [];
    for (const [kind, apiVersion] of kinds) {
      if (!await kubernetes.objects.knows(apiVersion, kind)) {
        missing.push(`${kind} (${apiVersion})`);
      }
    }
    return missing.length === 0
      ? [kinds.size === 0 ? 'none needed' : [...kinds.keys()].join(', ')]
      : finding('kinds-missing', 'critical', `Kubernetes has no ${missing.join(', ')}`, 'install the operator that provides them, or deploy without that part');
  })],
  ['Certificates', ifAllowed('Issuers of certificates', async ({ kubernetes, cluster, synthesized }) => {
    const issuers = synthesized.manifests.filter(({ kind }) => kind === 'Certificate').map(({ apiVersion, spec }) => {
      const { kind = 'Issuer', name } = (spec as { issuerRef: { kind?: string; name: string } }).issuerRef;
      return { apiVersion, kind, metadata: { name, namespace: cluster.namespace } };
    });
    const missing: string[] = [];
    for (const issuer of issuers) {
      if (await kubernetes.objects.read(issuer) === undefined) {
        missing.push(`${issuer.kind} ${issuer.metadata.name}`);
      }
    }
    return missing.length === 0
      ? [issuers.length === 0 ? 'none needed' : issuers.map(({ kind, metadata: { name } }) => `${kind} ${name}`).join(', ')]
      : finding('issuer-missing', 'critical', `There is no ${missing.join(', ')} in namespace ${cluster.namespace}`, 'create it: cert-manager needs it for the brokers\' certificate');
  })],
  ['Storage class', ifAllowed('Storage classes', async ({ kubernetes, synthesized }) => {
    const wanted = claimOf(synthesized).storageClassName;
    const { items } = await kubernetes.storage.listStorageClass();
    const names = items.map(({ metadata }) => metadata?.name).join(', ') || 'none';
    const found = wanted === undefined ? items.find(({ metadata }) => metadata?.annotations?.[DEFAULT_CLASS] === 'true') : items.find(({ metadata }) => metadata?.name === wanted);
    if (found === undefined) {
      return finding('storage-class-missing', 'critical', wanted === undefined ? 'There is no default storage class' : `There is no storage class "${wanted}"`, `use --storage-class with an existing one: ${names}`);
    }
    const name = found.metadata?.name ?? '';
    return found.allowVolumeExpansion
      ? [`${name}, which can expand volumes`]
      : finding('storage-class-fixed', 'warning', `Volumes of storage class "${name}" can't be expanded`, 'choose a sufficient size, or a class with allowVolumeExpansion');
  })],
  ['Pod Security', ifAllowed('The namespace', async ({ kubernetes, cluster }) => {
    const namespace = await ifFound(kubernetes.core.readNamespace({ name: cluster.namespace }));
    const level = namespace?.metadata?.labels?.['pod-security.kubernetes.io/enforce'];
    return [namespace === undefined ? 'the namespace does not exist yet, and will enforce "restricted"' : `${level ?? 'none enforced'}; the pods comply with "restricted"`];
  })],
  ['DNS', ifAllowed('DNS', async ({ kubernetes }) => {
    const { items } = await kubernetes.core.listNamespacedPod({ namespace: 'kube-system', labelSelector: 'k8s-app in (kube-dns, coredns)' });
    const ready = items.filter(({ status }) => status?.conditions?.some(({ type, status: holds }) => type === 'Ready' && holds === 'True')).length;
    return items.length > 0 && ready === 0
      ? finding('dns-down', 'critical', 'No pod of the cluster\'s DNS is Ready', 'peer discovery needs DNS: repair CoreDNS')
      : [items.length === 0 ? 'not found under its usual labels' : `${ready} pods Ready`];
  })],
];

/** What the brokers' volumes ask for. */
export function claimOf({ manifests }: Patient['synthesized']): { storageClassName?: string; storage: string } {
  const statefulSet = manifests.find(({ kind }) => kind === 'StatefulSet') as { spec?: { volumeClaimTemplates?: { spec: { storageClassName?: string; resources: { requests: { storage: string } } } }[] } } | undefined;
  const claim = statefulSet?.spec?.volumeClaimTemplates?.[0]?.spec;
  return { storageClassName: claim?.storageClassName, storage: claim?.resources.requests.storage ?? '0' };
}
