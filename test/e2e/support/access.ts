import { lookup } from 'node:dns/promises';
import { forwardPort, type PodPort } from '../../../ops/src/kubernetes/port-forward';
import { connection, core, discovery, e2e, type Kubernetes } from './kubernetes';

/** How to reach a port of a Service from here. */
export interface Access {
  readonly host: string;
  readonly port: number;
  readonly way: 'direct' | 'port-forward';
  readonly close: () => Promise<void>;
}

/**
 * Reaches a Service by its DNS name where that resolves (the tests run in the cluster's network), otherwise by a
 * local port that forwards each connection to a Ready pod through the API server. `E2E_ACCESS` (`direct` or
 * `port-forward`) forces one.
 */
export async function access(namespace: string, service: string, port: string | number): Promise<Access> {
  const servicePort = await findPort(namespace, service, port);
  const host = `${service}.${namespace}.svc`;
  if (await wayTo(host) === 'direct') {
    return { host, port: servicePort.port, way: 'direct', close: () => Promise.resolve() };
  }
  const forward = await forwardPort(connection, () => readyPodOf(namespace, service, servicePort.name));
  e2e.end.addEventListener('abort', () => e2e.background.add(forward.close()));
  return { host: '127.0.0.1', port: forward.port, way: 'port-forward', close: () => forward.close() };
}

async function findPort(namespace: string, service: string, port: string | number): Promise<Kubernetes.V1ServicePort> {
  const { spec } = await core.readNamespacedService({ namespace, name: service });
  const ports = spec?.ports ?? [];
  const found = ports.find(candidate => candidate.name === port || candidate.port === port);
  if (found === undefined) {
    const known = ports.map(candidate => `${candidate.name} ${candidate.port}`).join(', ');
    throw new Error(`Service ${namespace}/${service} has no port ${port}; it has ${known}`);
  }
  return found;
}

/** One of the Service's Ready pods, by chance; `portName` is undefined for an only port without a name. */
async function readyPodOf(namespace: string, service: string, portName = ''): Promise<PodPort> {
  const { items: slices } = await discovery.listNamespacedEndpointSlice({ namespace, labelSelector: `kubernetes.io/service-name=${service}` });
  const candidates = slices.flatMap(({ ports, endpoints }) => {
    const port = ports?.find(({ name }) => (name ?? '') === portName)?.port;
    return endpoints
      .filter(({ conditions, targetRef }) => conditions?.ready !== false && targetRef?.kind === 'Pod' && port !== undefined)
      .map(({ targetRef }) => ({ namespace, pod: targetRef!.name!, port: port! }));
  });
  if (candidates.length === 0) {
    throw new Error(`Service ${namespace}/${service} has no Ready pod`);
  }
  return candidates[Math.floor(Math.random() * candidates.length)];
}

async function wayTo(host: string): Promise<Access['way']> {
  const forced = process.env.E2E_ACCESS;
  if (forced === 'direct' || forced === 'port-forward') {
    return forced;
  }
  if (forced) {
    throw new Error(`E2E_ACCESS is "${forced}": use direct or port-forward, or leave it unset`);
  }
  return await lookup(host).then(() => 'direct', () => 'port-forward');
}
