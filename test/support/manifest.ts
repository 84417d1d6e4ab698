/** A Kubernetes object as it is synthesized. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  [field: string]: any;
}

/** An object that makes pods, with the template that it makes them from. */
export interface Workload {
  readonly manifest: Manifest;
  readonly labels: Record<string, string>;
  /** The pod's spec. */
  readonly pod: any;
}

/** Kinds that have no namespace. */
const CLUSTER_SCOPED = new Set([
  'APIService', 'ClusterIssuer', 'ClusterRole', 'ClusterRoleBinding', 'CustomResourceDefinition', 'GatewayClass', 'IngressClass',
  'MutatingWebhookConfiguration', 'Namespace', 'PersistentVolume', 'PriorityClass', 'RuntimeClass', 'StorageClass',
  'ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding', 'ValidatingWebhookConfiguration', 'VolumeAttributesClass', 'VolumeSnapshotClass',
]);

export function isNamespaced(manifest: Manifest): boolean {
  return !CLUSTER_SCOPED.has(manifest.kind);
}

/** How a problem names an object: `StatefulSet rabbitmq-cluster`. */
export function nameOf(manifest: Manifest): string {
  return `${manifest.kind} ${manifest.metadata.name}`;
}

/** The workload that an object is, if it is one. */
export function workloadOf(manifest: Manifest): Workload | undefined {
  const { spec } = manifest;
  const template = manifest.kind === 'Pod' ? manifest : (spec?.jobTemplate?.spec?.template ?? spec?.template);
  return template?.spec?.containers
    ? { manifest, labels: template.metadata?.labels ?? {}, pod: template.spec }
    : undefined;
}

export function workloadsOf(manifests: readonly Manifest[]): Workload[] {
  return manifests.map(workloadOf).filter(workload => workload !== undefined);
}

/** The containers of a pod, those that run before the others included. */
export function containersOf(pod: any): any[] {
  return [...(pod.initContainers ?? []), ...(pod.containers ?? [])];
}

/** Whether its pods run to completion. */
export function runsToCompletion({ manifest }: Workload): boolean {
  return manifest.kind === 'Job' || manifest.kind === 'CronJob';
}

/** Whether labels are selected by a Kubernetes label selector; an empty one selects all. */
export function selects(selector: any, labels: Record<string, string>): boolean {
  const equal = Object.entries(selector?.matchLabels ?? {}).every(([key, value]) => labels[key] === value);
  return equal && (selector?.matchExpressions ?? []).every(({ key, operator, values }: any) => {
    switch (operator) {
      case 'In':
        return values.includes(labels[key]);
      case 'NotIn':
        return !values.includes(labels[key]);
      case 'Exists':
        return key in labels;
      case 'DoesNotExist':
        return !(key in labels);
      default:
        throw new Error(`"${operator}" is not an operator of label selectors`);
    }
  });
}
