import { Manifest, nameOf, runsToCompletion, selects, Workload, workloadsOf } from '../manifest';

/** Kinds with pods of their own, which they find by labels. */
const CONTROLLERS = ['StatefulSet', 'Deployment', 'DaemonSet', 'ReplicaSet'];

/** Selectors that find nothing, or what they shouldn't. */
export function wrongSelectors(manifests: readonly Manifest[]): string[] {
  const workloads = workloadsOf(manifests);
  return [
    ...manifests.flatMap((manifest) => {
      const selector = podSelector(manifest);
      return selector ? wrongPodSelector(manifest, selector, workloads) : [];
    }),
    ...manifests.filter(({ kind }) => kind === 'ServiceMonitor').flatMap(monitor =>
      (manifests.some(({ kind, metadata }) => kind === 'Service' && selects(monitor.spec.selector, metadata.labels ?? {}))
        ? []
        : [`${nameOf(monitor)} selects no Service of the set`])),
    ...workloads.flatMap(wrongSpread),
  ];
}

function podSelector({ kind, spec }: Manifest): object | undefined {
  switch (kind) {
    case 'Service':
      return spec.selector && { matchLabels: withoutPodName(spec.selector) };
    case 'NetworkPolicy':
      return spec.podSelector;
    case 'PodDisruptionBudget':
    case 'PodMonitor':
      return spec.selector ?? {};
    default:
      return CONTROLLERS.includes(kind) ? spec.selector ?? {} : undefined;
  }
}

/** The label that Kubernetes itself gives to each pod of a StatefulSet. */
function withoutPodName(labels: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).filter(([label]) => label !== 'statefulset.kubernetes.io/pod-name'));
}

function wrongPodSelector(manifest: Manifest, selector: object, workloads: readonly Workload[]): string[] {
  const found = workloads.filter(({ labels }) => selects(selector, labels));
  const controls = CONTROLLERS.includes(manifest.kind);
  if (controls && !found.some(workload => workload.manifest === manifest)) {
    return [`${nameOf(manifest)} doesn't select the pods of its own template`];
  }
  if (found.length === 0) {
    return [`${nameOf(manifest)} selects no pod of the set`];
  }
  const strangers = found.filter(workload => (controls && workload.manifest !== manifest)
    || (['Service', 'PodDisruptionBudget'].includes(manifest.kind) && runsToCompletion(workload)));
  return strangers.map(stranger => `${nameOf(manifest)} selects the pods of ${nameOf(stranger.manifest)} too`);
}

/** A constraint that spreads other pods than its own does nothing. */
function wrongSpread({ manifest, labels, pod }: Workload): string[] {
  return (pod.topologySpreadConstraints ?? [])
    .filter(({ labelSelector }: any) => !selects(labelSelector, labels))
    .map(({ topologyKey }: any) => `${nameOf(manifest)} spreads pods over ${topologyKey} that aren't its own`);
}
