import type * as Kubernetes from '@kubernetes/client-node' with { 'resolution-mode': 'import' };

export type { Kubernetes };

/** The client library, which is an ES module: whoever has loaded it hands it on. */
export type KubernetesLibrary = typeof Kubernetes;

export async function loadLibrary(): Promise<KubernetesLibrary> {
  return import('@kubernetes/client-node');
}

/** The class of a client of an API group. */
export type ApiType<T extends Kubernetes.ApiType> = new (configuration: Kubernetes.Configuration) => T;
