import type * as Kubernetes from '@kubernetes/client-node' with { 'resolution-mode': 'import' };
import type { E2e } from './environment';

export type { Kubernetes };

/** What the test environment hands over (see environment.ts). */
export const e2e = (globalThis as unknown as { e2e: E2e }).e2e;

/** The client library. */
export const kubernetes = e2e.kubernetes;

/** The cluster of KUBECONFIG. */
export const config = e2e.config;

export const core = config.makeApiClient(kubernetes.CoreV1Api);
export const apps = config.makeApiClient(kubernetes.AppsV1Api);
export const batch = config.makeApiClient(kubernetes.BatchV1Api);
export const discovery = config.makeApiClient(kubernetes.DiscoveryV1Api);
export const autoscaling = config.makeApiClient(kubernetes.AutoscalingV2Api);

/** The HTTP status that the API server refused a request with, or undefined for any other error. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof kubernetes.ApiException ? error.code : undefined;
}

/** The API server's own words for why it refused a request; other errors' message. */
export function messageOf(error: unknown): string {
  if (error instanceof kubernetes.ApiException) {
    const body: unknown = typeof error.body === 'string' ? parsed(error.body) : error.body;
    return (body as { message?: string } | undefined)?.message ?? `HTTP ${error.code}: ${String(error.body)}`;
  }
  return (error as { message?: string } | undefined)?.message ?? String(error);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether the pod has the condition Ready, and is not being deleted. */
export function isReady(pod: Kubernetes.V1Pod): boolean {
  return !pod.metadata?.deletionTimestamp
    && (pod.status?.conditions ?? []).some(condition => condition.type === 'Ready' && condition.status === 'True');
}
