import type { V1IngressSpec, V1LabelSelector, V1StatefulSetSpec } from '@kubernetes/client-node' with { 'resolution-mode': 'import' };
import { type ObjectName, podReferences, podTemplateOf, type Reference, reference } from './pod-references';
import type { Manifest } from '../kubernetes/objects';

type Labels = Readonly<Record<string, string>>;

/** The fields of specs that name others, of all kinds that are drawn. */
interface Naming {
  readonly selector?: V1LabelSelector | Labels;
  readonly podSelector?: V1LabelSelector;
  readonly scaleTargetRef?: ObjectName;
  readonly secretTargetRef?: readonly ObjectName[];
  readonly secretName?: string;
  readonly issuerRef?: ObjectName;
  readonly target?: ObjectName;
  readonly secretStoreRef?: ObjectName;
  readonly parentRefs?: readonly ObjectName[];
  readonly ports?: readonly ObjectName[];
  readonly endpoints?: readonly { readonly port?: string }[];
  readonly rules?: readonly { readonly backendRefs?: readonly ObjectName[] }[];
}

const naming = ({ spec }: Manifest): Naming => (spec ?? {});

/** Kinds that choose others by labels: the kinds that they choose from, and what for. */
const SELECTORS: Readonly<Record<string, { of: 'pods' | 'Service'; selector: (spec: Naming) => V1LabelSelector | undefined; what: string }>> = {
  Service: { of: 'pods', selector: ({ selector }) => selector && { matchLabels: selector as Labels }, what: 'routes to' },
  PodDisruptionBudget: { of: 'pods', selector: ({ selector }) => selector, what: 'guards' },
  NetworkPolicy: { of: 'pods', selector: ({ podSelector }) => podSelector, what: 'closes' },
  PodMonitor: { of: 'pods', selector: ({ selector }) => selector, what: 'scrapes' },
  ServiceMonitor: { of: 'Service', selector: ({ selector }) => selector, what: 'scrapes' },
};

/** What kinds name by name. */
const NAMED: Readonly<Record<string, (manifest: Manifest) => Reference[]>> = {
  HorizontalPodAutoscaler: manifest => reference('StatefulSet', naming(manifest).scaleTargetRef, 'scales'),
  ScaledObject: manifest => reference('StatefulSet', naming(manifest).scaleTargetRef, 'scales'),
  TriggerAuthentication: manifest => (naming(manifest).secretTargetRef ?? []).flatMap(secret => reference('Secret', secret, 'reads')),
  Ingress: ({ spec }) => {
    const { defaultBackend, rules = [], tls = [] } = (spec ?? {}) as V1IngressSpec;
    return [
      ...[defaultBackend, ...rules.flatMap(({ http }) => (http?.paths ?? []).map(({ backend }) => backend))]
        .flatMap(backend => reference('Service', backend?.service, 'routes to')),
      ...tls.flatMap(({ secretName }) => reference('Secret', { name: secretName }, 'certificate')),
    ];
  },
  Certificate: (manifest) => {
    const { secretName, issuerRef } = naming(manifest);
    return [...reference('Secret', { name: secretName }, 'makes'), ...reference('Issuer', issuerRef, 'issued by')];
  },
  ExternalSecret: (manifest) => {
    const { target, secretStoreRef } = naming(manifest);
    return [...reference('Secret', { name: target?.name ?? manifest.metadata.name }, 'makes'), ...reference('SecretStore', secretStoreRef, 'reads')];
  },
  RoleBinding: (manifest) => {
    const { roleRef, subjects = [] } = manifest as { roleRef?: ObjectName; subjects?: readonly ObjectName[] };
    return [...reference('Role', roleRef, 'grants'), ...subjects.flatMap(subject => reference('ServiceAccount', subject, 'to'))];
  },
  StatefulSet: ({ spec, metadata }) => ((spec ?? {}) as V1StatefulSetSpec).volumeClaimTemplates?.flatMap(claim =>
    reference('PersistentVolumeClaim', { name: `${claim.metadata?.name ?? ''}-${metadata.name}-…` }, 'one each')) ?? [],
};
const ROUTE = /^(HTTP|TCP|TLS|GRPC|UDP)Route$/;

function routed(route: Manifest): Reference[] {
  const { rules = [], parentRefs = [] } = naming(route);
  return [
    ...rules.flatMap(({ backendRefs = [] }) => backendRefs).flatMap(backend => reference('Service', backend, 'routes to')),
    ...parentRefs.flatMap(parent => reference('Gateway', parent, 'attached to')),
  ];
}

function selects({ matchLabels = {}, matchExpressions = [] }: V1LabelSelector, labels: Labels): boolean {
  return Object.entries(matchLabels).every(([key, value]) => labels[key] === value)
    && matchExpressions.every(({ key, operator, values = [] }) => {
      switch (operator) {
        case 'In': return values.includes(labels[key]);
        case 'NotIn': return !values.includes(labels[key]);
        case 'Exists': return key in labels;
        default: return !(key in labels);
      }
    });
}

function selected(manifest: Manifest, all: readonly Manifest[]): Reference[] {
  const row = SELECTORS[manifest.kind];
  const selector = row?.selector(naming(manifest));
  if (selector === undefined) {
    return [];
  }
  const labelsOf = (other: Manifest): Labels | undefined => row.of === 'pods'
    ? podTemplateOf(other)?.metadata?.labels
    : other.kind === row.of ? other.metadata.labels : undefined;
  // a monitor scrapes ports by their names, and leaves out a Service that has none of these
  const { endpoints } = naming(manifest);
  const scraped = (other: Manifest): boolean => row.of === 'pods' || endpoints?.some(({ port }) => naming(other).ports?.some(({ name }) => name === port)) !== false;
  return all
    .filter((other) => {
      const labels = labelsOf(other);
      return other.metadata.namespace === manifest.metadata.namespace
        && labels !== undefined
        && selects(selector, labels)
        && scraped(other);
    })
    .map(({ kind, metadata }) => ({ kind, name: metadata.name, what: row.what }));
}

/** References from an object to others: to existing objects and to those that it only names. */
export function referencesOf(manifest: Manifest, all: readonly Manifest[]): Reference[] {
  return [
    ...selected(manifest, all),
    ...NAMED[manifest.kind]?.(manifest) ?? [],
    ...ROUTE.test(manifest.kind) ? routed(manifest) : [],
    ...podReferences(manifest),
  ];
}
