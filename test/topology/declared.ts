import { Manifest } from '../support/manifest';

/** The Job that applies a topology; its name ends in a checksum. */
export function jobOf(manifests: readonly Manifest[], name = 'orders-topology'): Manifest {
  return manifests.find(({ kind, metadata }) => kind === 'Job' && new RegExp(`^${name}-[0-9a-f]{5}$`).test(metadata.name))!;
}

/** What a topology declares, as its Job reads it: all ConfigMaps of the name, in order. */
export function declaredIn(manifests: readonly Manifest[], name = 'orders-topology'): any[] {
  return manifests
    .filter(({ kind, metadata }) => kind === 'ConfigMap' && new RegExp(`^${name}(-[0-9]+)?$`).test(metadata.name))
    .flatMap(({ data }) => Object.entries<string>(data).filter(([file]) => file.startsWith('topology-')))
    .filter(([file]) => file.endsWith('.json'))
    .flatMap(([, text]) => JSON.parse(text));
}
