import type { Manifest } from './manifests';

const INTERNAL = ['epmd', 'cluster-rpc'];

/**
 * NetworkPolicies that let the tests in where a cluster's own policy doesn't: they connect from outside the Kubernetes
 * cluster's pods. Policies add up, so the cluster's own stays as it is.
 */
export function letTestsIn(manifests: readonly Manifest[]): Manifest[] {
  const ports = manifests
    .filter(({ kind }) => kind === 'StatefulSet')
    .flatMap(({ spec }) => spec.template.spec.containers as { ports?: { name: string; containerPort: number }[] }[])
    .flatMap(({ ports: named = [] }) => named)
    .filter(({ name }) => !INTERNAL.includes(name))
    .map(({ containerPort }) => ({ port: containerPort }));
  return manifests
    .filter(({ kind, spec }) => kind === 'NetworkPolicy' && spec.ingress !== undefined)
    .map(({ apiVersion, kind, metadata, spec }) => ({
      apiVersion,
      kind,
      metadata: { name: `${metadata.name}-tests`, labels: metadata.labels },
      spec: { podSelector: spec.podSelector, policyTypes: ['Ingress'], ingress: [{ ports }] },
    }));
}
