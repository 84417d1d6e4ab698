import type { ManagementAccess } from './access';
import { BROKER_CONTAINER } from '../core/cluster-ref';
import type { KubernetesConnection } from '../kubernetes/connection';
import type { Kubernetes } from '../kubernetes/library';
import { withPodServer } from '../kubernetes/pod-http';

/** What a broker counts of its own; the management API counts for the whole cluster. */
export interface BrokerCounts {
  readonly connections?: number;
  readonly queues?: number;
}

/**
 * Reads them from the metrics of a broker. Nothing without a port for metrics, or if the monitoring user may
 * not read it.
 */
export async function brokerCounts(
  kubernetes: KubernetesConnection,
  pod: { readonly namespace: string; readonly pod: string },
  spec: Kubernetes.V1PodSpec | undefined,
  { username, password, metricsPath }: ManagementAccess,
): Promise<BrokerCounts> {
  const ports = spec?.containers.find(({ name }) => name === BROKER_CONTAINER)?.ports ?? [];
  const port = ports.find(({ name }) => name === 'prometheus-tls') ?? ports.find(({ name }) => name === 'prometheus');
  if (port === undefined) {
    return {};
  }
  const server = { ...pod, port: port.containerPort, isTls: port.name === 'prometheus-tls', username, password };
  const { status, body } = await withPodServer(kubernetes, server, async get => get(metricsPath));
  return status === 200 ? { connections: gauge(body, 'rabbitmq_connections'), queues: gauge(body, 'rabbitmq_queues') } : {};
}

function gauge(metrics: string, name: string): number | undefined {
  const [, value] = new RegExp(`^${name} ([\\d.e+]+)$`, 'm').exec(metrics) ?? [];
  return value === undefined ? undefined : Number(value);
}
