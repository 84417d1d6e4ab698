import { containersOf, Manifest, nameOf, Workload, workloadsOf } from '../manifest';

/** Objects that are there twice, and entries of lists that Kubernetes takes only once. */
export function duplicates(manifests: readonly Manifest[]): string[] {
  return [
    ...repeated(manifests.map(object => `${object.apiVersion} ${nameOf(object)} in namespace ${object.metadata.namespace ?? 'unset'}`))
      .map(object => `${object} is in the set twice`),
    ...workloadsOf(manifests).flatMap(duplicatesInPod),
    ...manifests.filter(({ kind }) => kind === 'Service').flatMap(duplicatesInService),
  ];
}

function duplicatesInPod({ manifest, pod }: Workload): string[] {
  const twice = (what: string, entries: readonly string[], where = nameOf(manifest)): string[] =>
    repeated(entries).map(entry => `${where} has ${what} ${entry} twice`);
  const claims = (manifest.spec?.volumeClaimTemplates ?? []) as Manifest[];
  const containers = containersOf(pod);
  return [
    ...twice('container', containers.map(({ name }) => name)),
    ...twice('volume', [...(pod.volumes ?? []).map(({ name }: any) => name), ...claims.map(({ metadata }) => metadata.name)]),
    ...containers.flatMap((container) => {
      const where = `${nameOf(manifest)}, container ${container.name}`;
      return [
        ...twice('environment variable', (container.env ?? []).map(({ name }: any) => name), where),
        ...twice('mount path', (container.volumeMounts ?? []).map(({ mountPath }: any) => mountPath.replace(/\/$/, '')), where),
        ...twice('port name', (container.ports ?? []).flatMap(({ name }: any) => name ?? []), where),
        ...twice('port', portsOf(container), where),
      ];
    }),
    ...twice('port', (pod.containers as any[]).flatMap(container => [...new Set(portsOf(container))]), `${nameOf(manifest)}, across its containers,`),
  ];
}

function portsOf(container: any): string[] {
  return (container.ports ?? []).map(({ containerPort, protocol }: any) => `${containerPort}/${protocol ?? 'TCP'}`);
}

function duplicatesInService(service: Manifest): string[] {
  const ports: any[] = service.spec?.ports ?? [];
  return [
    ...repeated(ports.map(({ name }) => name)).map(name => `${nameOf(service)} has port name ${name} twice`),
    ...repeated(ports.map(({ port, protocol }) => `${port}/${protocol ?? 'TCP'}`)).map(port => `${nameOf(service)} has port ${port} twice`),
  ];
}

function repeated(entries: readonly string[]): string[] {
  return [...new Set(entries.filter((entry, index) => entries.indexOf(entry) !== index))];
}
