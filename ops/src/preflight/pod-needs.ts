import { BROKER_CONTAINER } from '../core/cluster-ref';
import type { Synthesized } from '../inventory/synth';
import type { Kubernetes } from '../kubernetes/library';
import type { Manifest } from '../kubernetes/objects';
import { scalar } from '../kubernetes/quantity';

/** The pods of one manifest. */
export interface PodsOf {
  /** As messages name it: `StatefulSet orders`. */
  readonly owner: string;
  readonly kind: string;
  readonly pod: Kubernetes.V1PodSpec;
}

/** The pod templates of a deployment: brokers, Jobs, exporters. */
export function podsIn(manifests: readonly Manifest[]): PodsOf[] {
  return manifests.flatMap(({ kind, metadata, spec }) => {
    const { template, jobTemplate } = (spec ?? {}) as {
      template?: { spec?: Kubernetes.V1PodSpec };
      jobTemplate?: { spec?: { template?: { spec?: Kubernetes.V1PodSpec } } };
    };
    const pod = template?.spec ?? jobTemplate?.spec?.template?.spec;
    return pod?.containers === undefined ? [] : [{ owner: `${kind} ${metadata.name}`, kind, pod }];
  });
}

/** The pod of a broker. */
export function brokerPodIn(manifests: readonly Manifest[]): Kubernetes.V1PodSpec | undefined {
  return podsIn(manifests).find(({ kind, pod }) => kind === 'StatefulSet' && pod.containers.some(({ name }) => name === BROKER_CONTAINER))?.pod;
}

/**
 * What all containers of a pod request, or are limited to, as Kubernetes counts it; undefined if a container sets none.
 */
export function totalOf({ containers, initContainers = [] }: Kubernetes.V1PodSpec, side: 'requests' | 'limits', resource: string): number | undefined {
  const amountOf = ({ resources }: Kubernetes.V1Container): string | undefined => resources?.[side]?.[resource] ?? (side === 'requests' ? resources?.limits?.[resource] : undefined);
  const all = [...containers, ...initContainers].map(amountOf);
  if (all.includes(undefined)) {
    return undefined;
  }
  const numbers = (some: readonly Kubernetes.V1Container[]): number[] => some.map(container => scalar(amountOf(container) ?? '0'));
  return Math.max(numbers(containers).reduce((a, b) => a + b, 0), ...numbers(initContainers));
}

/** The volume of each broker. */
export function claimIn({ manifests }: Pick<Synthesized, 'manifests'>): { storageClassName?: string; storage: string } {
  const statefulSet = manifests.find(({ kind }) => kind === 'StatefulSet') as { spec?: { volumeClaimTemplates?: { spec: { storageClassName?: string; resources: { requests: { storage: string } } } }[] } } | undefined;
  const claim = statefulSet?.spec?.volumeClaimTemplates?.[0]?.spec;
  return { storageClassName: claim?.storageClassName, storage: claim?.resources.requests.storage ?? '0' };
}
