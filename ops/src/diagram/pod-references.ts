import type { V1Container, V1PodTemplateSpec, V1Volume, V1VolumeProjection } from '@kubernetes/client-node' with { 'resolution-mode': 'import' };
import type { Manifest } from '../kubernetes/objects';

/** Another object's name, where the kind is said or goes without saying. */
export interface ObjectName {
  readonly kind?: string;
  readonly name?: string;
}

/** Another object that one has to do with. */
export interface Reference {
  readonly kind: string;
  readonly name: string;
  /** What for, in a word or two. */
  readonly what: string;
}

/** The pods' template of a workload. */
export function podTemplateOf({ spec }: Manifest): V1PodTemplateSpec | undefined {
  const { template, jobTemplate } = (spec ?? {}) as {
    template?: V1PodTemplateSpec;
    jobTemplate?: { spec?: { template: V1PodTemplateSpec } };
  };
  return jobTemplate?.spec?.template ?? template;
}

/** A reference where there is something to refer to. */
export function reference(kind: string, to: ObjectName | undefined, what: string): Reference[] {
  return to?.name === undefined ? [] : [{ kind: to.kind ?? kind, name: to.name, what }];
}

function ofVolume(volume: V1Volume): Reference[] {
  const projected: readonly V1VolumeProjection[] = volume.projected?.sources ?? [];
  return [
    ...[volume, ...projected].flatMap(({ configMap }) => reference('ConfigMap', configMap, 'mounts')),
    ...reference('Secret', { name: volume.secret?.secretName }, 'mounts'),
    ...projected.flatMap(({ secret }) => reference('Secret', secret, 'mounts')),
    ...reference('PersistentVolumeClaim', { name: volume.persistentVolumeClaim?.claimName }, 'mounts'),
  ];
}

function ofContainer({ env = [], envFrom = [] }: V1Container): Reference[] {
  return [
    ...env.flatMap(({ valueFrom }) => [
      ...reference('ConfigMap', valueFrom?.configMapKeyRef, 'environment'),
      ...reference('Secret', valueFrom?.secretKeyRef, 'environment'),
    ]),
    ...envFrom.flatMap(({ configMapRef, secretRef }) => [
      ...reference('ConfigMap', configMapRef, 'environment'),
      ...reference('Secret', secretRef, 'environment'),
    ]),
  ];
}

/** What a workload's pods need of other objects. */
export function podReferences(workload: Manifest): Reference[] {
  const spec = podTemplateOf(workload)?.spec;
  return [
    ...(spec?.volumes ?? []).flatMap(ofVolume),
    ...[...spec?.initContainers ?? [], ...spec?.containers ?? []].flatMap(ofContainer),
    ...reference('ServiceAccount', { name: spec?.serviceAccountName }, 'runs as'),
  ];
}
