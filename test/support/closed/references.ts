import { Inventory } from './inventory';
import { Manifest, nameOf } from '../manifest';

/** An object that another one names, with the key that it wants of it, if any. */
export interface Reference {
  readonly kind: string;
  readonly name: string;
  readonly key?: string;
}

/** What objects that make no pods name, by their kind. */
const BY_KIND: Readonly<Record<string, (manifest: Manifest) => readonly Reference[]>> = {
  StatefulSet: ({ spec }) => named('Service', spec.serviceName),
  RoleBinding: bindingReferences,
  ClusterRoleBinding: bindingReferences,
  Role: roleReferences,
  ServiceAccount: manifest => (manifest.imagePullSecrets ?? []).flatMap(({ name }: any) => named('Secret', name)),
  Ingress: ({ spec }) => [
    ...backendReferences(spec.defaultBackend),
    ...(spec.rules ?? [])
      .flatMap(({ http }: any) => http?.paths ?? [])
      .flatMap(({ backend }: any) => backendReferences(backend)),
    ...(spec.tls ?? []).flatMap(({ secretName }: any) => named('Secret', secretName)),
  ],
  HTTPRoute: routeReferences,
  TLSRoute: routeReferences,
  TCPRoute: routeReferences,
  BackendTLSPolicy: ({ spec }) => [
    ...spec.targetRefs, ...(spec.validation.caCertificateRefs ?? []),
  ].flatMap(({ kind, name }: any) => named(kind, name)),
  HorizontalPodAutoscaler: ({ spec }) => named(spec.scaleTargetRef.kind, spec.scaleTargetRef.name),
  ServiceMonitor: ({ spec }) => (spec.endpoints ?? []).flatMap(scrapeReferences),
  PodMonitor: ({ spec }) => (spec.podMetricsEndpoints ?? []).flatMap(scrapeReferences),
};

/** Names that objects mention and nothing has. */
export function danglingReferences(manifests: readonly Manifest[], inventory: Inventory): string[] {
  return manifests.flatMap(manifest =>
    (BY_KIND[manifest.kind]?.(manifest) ?? []).flatMap(reference =>
      unresolved(reference, nameOf(manifest), inventory)));
}

/** The problem with a reference, if it leads nowhere. */
export function unresolved({ kind, name, key }: Reference, where: string, inventory: Inventory): string[] {
  if (!inventory.has(kind, name)) {
    return [`${where} names ${kind} ${name}, which isn't there`];
  }
  const keys = inventory.keys(kind, name);
  return key !== undefined && keys && !keys.has(key) ? [`${where} wants key ${key} of ${kind} ${name}, which has ${[...keys].join(', ') || 'none'}`] : [];
}

export function named(kind: string, name: string | undefined): Reference[] {
  return name === undefined ? [] : [{ kind, name }];
}

function bindingReferences({ roleRef, subjects }: Manifest): Reference[] {
  return [
    { kind: roleRef.kind, name: roleRef.name },
    ...(subjects ?? []).filter(({ kind }: any) => kind === 'ServiceAccount').map(({ kind, name }: any) => ({ kind, name })),
  ];
}

/** The kinds behind the resources of a rule; what a Role allows for others isn't judged. */
const RESOURCE_KINDS: Readonly<Record<string, string>> = {
  configmaps: 'ConfigMap', cronjobs: 'CronJob', endpoints: 'Service', secrets: 'Secret', serviceaccounts: 'ServiceAccount', services: 'Service', statefulsets: 'StatefulSet',
};

function roleReferences({ rules }: Manifest): Reference[] {
  return (rules ?? []).flatMap(({ resources, resourceNames }: any) => (resources ?? [])
    .map((resource: string) => RESOURCE_KINDS[resource.split('/')[0]])
    .filter((kind: string | undefined) => kind !== undefined)
    .flatMap((kind: string) => (resourceNames ?? []).map((name: string) => ({ kind, name }))));
}

function routeReferences({ spec }: Manifest): Reference[] {
  return spec.rules.flatMap(({ backendRefs }: any) => backendRefs).flatMap(({ name }: any) => named('Service', name));
}

function backendReferences(backend: any): Reference[] {
  return [...named('Service', backend?.service?.name), ...named(backend?.resource?.kind, backend?.resource?.name)];
}

/**
 * Credentials and certificates of a scrape, wherever in the endpoint they are: `{ name, key }` below the word for its
 * kind.
 */
function scrapeReferences(endpoint: any): Reference[] {
  const keyed = (kind: string, selector: any): Reference[] =>
    (selector?.name ? [{ kind, name: selector.name, key: selector.key }] : []);
  const { tlsConfig, basicAuth, bearerTokenSecret, authorization } = endpoint;
  return [
    ...[bearerTokenSecret, basicAuth?.username, basicAuth?.password, authorization?.credentials, tlsConfig?.keySecret]
      .flatMap(selector => keyed('Secret', selector)),
    ...[tlsConfig?.ca, tlsConfig?.cert].flatMap(source => [...keyed('Secret', source?.secret), ...keyed('ConfigMap', source?.configMap)]),
  ];
}
