import { Inventory } from './inventory';
import { named, Reference, unresolved } from './references';
import { containersOf, Manifest, nameOf, Workload, workloadsOf } from '../manifest';

/** Names that pods mention and nothing has: objects with their keys, volumes, files of volumes. */
export function danglingInPods(manifests: readonly Manifest[], inventory: Inventory): string[] {
  return workloadsOf(manifests).flatMap(workload => [
    ...podReferences(workload.pod).flatMap(reference => unresolved(reference, nameOf(workload.manifest), inventory)),
    ...danglingMounts(workload, inventory),
  ]);
}

function podReferences(pod: any): Reference[] {
  return [
    ...named('ServiceAccount', pod.serviceAccountName),
    ...(pod.imagePullSecrets ?? []).flatMap(({ name }: any) => named('Secret', name)),
    ...(pod.volumes ?? []).flatMap(volumeReferences),
    ...containersOf(pod).flatMap(environmentReferences),
  ];
}

function volumeReferences(volume: any): Reference[] {
  return [
    ...named('PersistentVolumeClaim', volume.persistentVolumeClaim?.claimName),
    ...named('Secret', volume.csi?.nodePublishSecretRef?.name),
    ...sourceReferences('ConfigMap', volume.configMap, volume.configMap?.name),
    ...sourceReferences('Secret', volume.secret, volume.secret?.secretName),
    ...(volume.projected?.sources ?? []).flatMap((source: any) => [
      ...sourceReferences('ConfigMap', source.configMap, source.configMap?.name),
      ...sourceReferences('Secret', source.secret, source.secret?.name),
    ]),
  ];
}

function sourceReferences(kind: string, source: any, name: string | undefined): Reference[] {
  return name === undefined || source.optional
    ? []
    : [{ kind, name }, ...(source.items ?? []).map(({ key }: any) => ({ kind, name, key }))];
}

function environmentReferences(container: any): Reference[] {
  const of = (kind: string, selector: any): Reference[] =>
    (selector && !selector.optional ? [{ kind, name: selector.name, key: selector.key }] : []);
  return [
    ...(container.env ?? []).flatMap(({ valueFrom }: any) => [...of('ConfigMap', valueFrom?.configMapKeyRef), ...of('Secret', valueFrom?.secretKeyRef)]),
    ...(container.envFrom ?? []).flatMap(({ configMapRef, secretRef }: any) => [...of('ConfigMap', configMapRef), ...of('Secret', secretRef)]),
  ];
}

function danglingMounts({ manifest, pod }: Workload, inventory: Inventory): string[] {
  const volumes = new Map<string, any>([
    ...(pod.volumes ?? []).map((volume: any) => [volume.name, volume]),
    ...(manifest.spec?.volumeClaimTemplates ?? []).map(({ metadata }: Manifest) => [metadata.name, {}]),
  ]);
  return containersOf(pod).flatMap(container =>
    [...(container.volumeMounts ?? []), ...(container.volumeDevices ?? [])].flatMap((mount: any) => {
      const where = `${nameOf(manifest)}, container ${container.name}`;
      const volume = volumes.get(mount.name);
      if (!volume) {
        return [`${where} mounts volume ${mount.name}, which isn't there`];
      }
      const files = filesOf(volume, inventory);
      return mount.subPath !== undefined && files && !files.has(mount.subPath)
        ? [`${where} mounts ${mount.subPath} of volume ${mount.name}, which has ${[...files].join(', ') || 'no file'}`]
        : [];
    }));
}

/** The files of a volume that is made from ConfigMaps and Secrets, where all of them are known. */
function filesOf(volume: any, inventory: Inventory): ReadonlySet<string> | undefined {
  const sources: (ReadonlySet<string> | undefined)[] = [
    ...filesOfSource('ConfigMap', volume.configMap, volume.configMap?.name, inventory),
    ...filesOfSource('Secret', volume.secret, volume.secret?.secretName, inventory),
    ...(volume.projected?.sources ?? []).flatMap((source: any) => [
      ...filesOfSource('ConfigMap', source.configMap, source.configMap?.name, inventory),
      ...filesOfSource('Secret', source.secret, source.secret?.name, inventory),
      ...[source.serviceAccountToken].flatMap(token => (token ? [new Set<string>([token.path])] : [])),
      ...[source.downwardAPI].flatMap(fields =>
        (fields ? [new Set<string>(fields.items.map(({ path }: any) => path))] : [])),
    ]),
  ];
  return sources.length === 0 || sources.includes(undefined)
    ? undefined
    : new Set(sources.flatMap(source => [...source!]));
}

function filesOfSource(
  kind: string,
  source: any,
  name: string | undefined,
  inventory: Inventory,
): (ReadonlySet<string> | undefined)[] {
  if (name === undefined) {
    return [];
  }
  return [source.items ? new Set<string>(source.items.map(({ path }: any) => path)) : inventory.keys(kind, name)];
}
