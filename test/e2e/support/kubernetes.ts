import { KubernetesConnection } from '../../../ops/src/kubernetes/connection';
import type { Kubernetes } from '../../../ops/src/kubernetes/library';
import type { E2e } from './environment';

export type { Kubernetes };

/** What the test environment hands over (see environment.ts). */
export const e2e = (globalThis as unknown as { e2e: E2e }).e2e;

/** The client library. */
export const kubernetes = e2e.kubernetes;

/** The cluster of KUBECONFIG. */
export const config = e2e.config;

/** The same by ops' means; requests, execs and port forwards end when the test file has run. */
export const connection = new KubernetesConnection(kubernetes, config, e2e.end);

export const { core, apps, batch, autoscaling } = connection;
export const discovery = connection.client(kubernetes.DiscoveryV1Api);
