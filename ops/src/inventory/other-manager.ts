import { madeByUs } from './inventory';
import type { LiveObject } from '../kubernetes/objects';

/** Another program that keeps an object as it describes it. */
export interface OtherManager {
  /** As messages name it: `Helm release orders`. */
  readonly name: string;
  /** What else to do after a takeover, so that it is not reverted. */
  readonly afterTakeover: string;
}

const HELM = 'meta.helm.sh/release-name';
const ARGO_ID = 'argocd.argoproj.io/tracking-id';
const ARGO_INSTANCE = 'argocd.argoproj.io/instance';
const FLUX_KUSTOMIZATION = 'kustomize.toolkit.fluxcd.io/name';
const FLUX_RELEASE = 'helm.toolkit.fluxcd.io/name';

/** Labels and annotations by which these programs know their objects. */
const MARKS = {
  labels: [ARGO_INSTANCE, FLUX_KUSTOMIZATION, 'kustomize.toolkit.fluxcd.io/namespace', FLUX_RELEASE, 'helm.toolkit.fluxcd.io/namespace', 'helm.sh/chart'],
  annotations: [HELM, 'meta.helm.sh/release-namespace', ARGO_ID],
} as const;

/** Field managers of programs that apply objects again and again. */
const CONTROLLERS: Readonly<Record<string, string>> = {
  'argocd-controller': 'Argo CD',
  'argocd-application-controller': 'Argo CD',
  'kustomize-controller': 'Flux',
  'helm-controller': 'Flux',
};

/** The program that manages an object; undefined if none is known. */
export function otherManagerOf(live: LiveObject): OtherManager | undefined {
  const { labels = {}, annotations = {}, managedFields = [] } = live.metadata as LiveObject['metadata'] & { managedFields?: readonly { readonly manager?: string }[] };
  const kustomization = labels[FLUX_KUSTOMIZATION];
  const fluxRelease = labels[FLUX_RELEASE];
  const application = annotations[ARGO_ID]?.split(':')[0] ?? labels[ARGO_INSTANCE];
  const controller = managedFields.map(({ manager = '' }) => CONTROLLERS[manager]).find(found => found !== undefined);
  if (kustomization !== undefined || fluxRelease !== undefined) {
    return { name: kustomization === undefined ? `Flux HelmRelease ${fluxRelease}` : `Flux Kustomization ${kustomization}`, afterTakeover: 'Suspend it and remove the cluster from its source' };
  }
  if (application !== undefined) {
    return { name: `Argo CD application ${application}`, afterTakeover: 'Delete the application with --cascade=false, or remove the cluster from its source' };
  }
  if (annotations[HELM] !== undefined) {
    return { name: `Helm release ${annotations[HELM]}`, afterTakeover: `Delete its record, "kubectl -n ${live.metadata.namespace} delete secret -l owner=helm,name=${annotations[HELM]}": helm uninstall would delete the cluster` };
  }
  return controller === undefined || madeByUs(live) ? undefined : { name: controller, afterTakeover: 'Remove the cluster from its source' };
}

/** A change that removes the labels and annotations of other managers. */
export function withoutMarks({ metadata: { labels = {}, annotations = {} } }: LiveObject): {
  labels: Record<string, null>;
  annotations: Record<string, null>;
} {
  const nulls = (keys: readonly string[], present: Readonly<Record<string, string>>): Record<string, null> =>
    Object.fromEntries(keys.filter(key => key in present).map(key => [key, null]));
  return { labels: nulls(MARKS.labels, labels), annotations: nulls(MARKS.annotations, annotations) };
}
