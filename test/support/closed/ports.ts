import { containersOf, Manifest, nameOf, selects, Workload, workloadsOf } from '../manifest';

/** Names of ports that objects mention and no container or Service has. */
export function danglingPorts(manifests: readonly Manifest[]): string[] {
  const workloads = workloadsOf(manifests);
  const services = manifests.filter(({ kind }) => kind === 'Service');
  return [
    ...workloads.flatMap(danglingInContainers),
    ...services.flatMap(service => danglingTargets(service, workloads)),
    ...manifests.flatMap((manifest) => {
      switch (manifest.kind) {
        case 'Ingress':
          return danglingBackends(manifest, services);
        case 'HTTPRoute':
        case 'TLSRoute':
        case 'TCPRoute':
          return danglingRoutes(manifest, services);
        case 'ServiceMonitor':
          return danglingEndpoints(manifest, manifest.spec.endpoints, services.filter(({ metadata }) =>
            selects(manifest.spec.selector, metadata.labels ?? {})).flatMap(servicePorts));
        case 'PodMonitor':
          return danglingEndpoints(
            manifest,
            manifest.spec.podMetricsEndpoints,
            selected(manifest.spec.selector, workloads).flatMap(containerPorts),
          );
        case 'NetworkPolicy':
          return danglingPolicyPorts(manifest, workloads);
        default:
          return [];
      }
    }),
  ];
}

/** Probes and hooks. */
function danglingInContainers({ manifest, pod }: Workload): string[] {
  return containersOf(pod).flatMap((container) => {
    const handlers = {
      startupProbe: container.startupProbe,
      readinessProbe: container.readinessProbe,
      livenessProbe: container.livenessProbe,
      postStart: container.lifecycle?.postStart,
      preStop: container.lifecycle?.preStop,
    };
    const names = (container.ports ?? []).map(({ name }: any) => name);
    return Object.entries<any>(handlers)
      .map(([use, handler]) => ({ use, port: handler?.tcpSocket?.port ?? handler?.httpGet?.port }))
      .filter(({ port }) => typeof port === 'string' && !names.includes(port))
      .map(({ use, port }) => `${nameOf(manifest)}, container ${container.name}, has no port named ${port} for its ${use}`);
  });
}

function danglingTargets(service: Manifest, workloads: readonly Workload[]): string[] {
  if (service.spec.selector === undefined) {
    return [];
  }
  const pods = selected({ matchLabels: service.spec.selector }, workloads);
  return (service.spec.ports as any[])
    .filter(({ targetPort }) => typeof targetPort === 'string' && pods.length > 0 && !pods.some(pod => containerPorts(pod).includes(targetPort)))
    .map(({ targetPort }) => `${nameOf(service)} targets port ${targetPort}, which no container that it selects has`);
}

function danglingRoutes(route: Manifest, services: readonly Manifest[]): string[] {
  return route.spec.rules.flatMap(({ backendRefs }: any) => backendRefs)
    .filter(({ name, port }: any) => !services.some(({ metadata, spec }) =>
      metadata.name === name && spec.ports.some((open: any) => open.port === port)))
    .map(({ name, port }: any) => `${nameOf(route)} leads to port ${port} of Service ${name}, which it doesn't have`);
}

function danglingBackends(ingress: Manifest, services: readonly Manifest[]): string[] {
  const { defaultBackend, rules } = ingress.spec;
  return [
    defaultBackend, ...(rules ?? []).flatMap(({ http }: any) => http?.paths ?? []).map(({ backend }: any) => backend),
  ]
    .map(backend => backend?.service)
    .filter(backend => backend !== undefined)
    .flatMap(({ name, port }) => {
      const service = services.find(({ metadata }) => metadata.name === name);
      const there = !service || (service.spec.ports as any[]).some(known =>
        (port.name === undefined ? known.port === port.number : known.name === port.name));
      return there ? [] : [`${nameOf(ingress)} leads to port ${port.name ?? port.number} of Service ${name}, which has no such port`];
    });
}

function danglingEndpoints(monitor: Manifest, endpoints: any[], ports: readonly string[]): string[] {
  return endpoints
    .filter(({ port }) => port !== undefined && !ports.includes(port))
    .map(({ port }) => `${nameOf(monitor)} scrapes port ${port}, which nothing that it selects has`);
}

function danglingPolicyPorts(policy: Manifest, workloads: readonly Workload[]): string[] {
  const names = selected(policy.spec.podSelector, workloads).flatMap(containerPorts);
  return (policy.spec.ingress ?? [])
    .flatMap(({ ports }: any) => ports ?? [])
    .filter(({ port }: any) => typeof port === 'string' && !names.includes(port))
    .map(({ port }: any) => `${nameOf(policy)} opens port ${port}, which no container that it selects has`);
}

function selected(selector: any, workloads: readonly Workload[]): Workload[] {
  return workloads.filter(({ labels }) => selects(selector, labels));
}

function containerPorts({ pod }: Workload): string[] {
  return containersOf(pod).flatMap(({ ports }) => ports ?? []).flatMap(({ name }: any) => name ?? []);
}

function servicePorts({ spec }: Manifest): string[] {
  return spec.ports.map(({ name }: any) => name);
}
