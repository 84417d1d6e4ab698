import { type ReadBy, readByOf } from './views';
import type { Broker } from '../broker/broker';
import { brokerOf, brokerPods } from '../broker/brokers';
import { isOf } from '../broker/nodes';
import { BROKER_CONTAINER, brokerSelector, type ClusterRef, titleOf } from '../core/cluster-ref';
import { ExitCode, NotFoundError, OperationError } from '../core/errors';
import type { KubernetesConnection } from '../kubernetes/connection';
import type { Kubernetes } from '../kubernetes/library';
import { isRunning } from '../kubernetes/pods';
import { scalar } from '../kubernetes/quantity';
import { statefulSetOf } from '../kubernetes/stateful-set';
import { type BrokerAccess, brokerAccess, type ManagementAccess } from '../management/access';
import { brokerCounts } from '../management/broker-counts';
import { ManagementApi } from '../management/management-api';
import type { Operation } from '../operation/operation';

/** What a broker uses. */
export interface NodeUsage {
  readonly pod: string;
  /** Cores; undefined where there are no metrics of pods. */
  readonly cpu?: number;
  /** Bytes of the container; undefined where there are no metrics of pods. */
  readonly memory?: number;
  readonly memoryLimit?: string;
  /** Bytes. */
  readonly diskFree?: number;
  /** Bytes, below which publishers are blocked. */
  readonly diskLimit?: number;
  readonly connections?: number;
  readonly queues?: number;
  /** Erlang's. */
  readonly processes?: number;
}

interface RawStatus {
  disk_free?: number;
  disk_free_limit?: number;
  totals?: { connection_count?: number; queue_count?: number };
  processes?: { used?: number };
}

/** What the brokers of a cluster use. */
export interface ClusterUsage {
  readonly brokers: readonly NodeUsage[];
  /** How the brokers were read. */
  readonly readBy: ReadBy;
}

/** What each broker of a cluster uses. */
export async function clusterUsage({ kubernetes }: Operation, cluster: ClusterRef): Promise<ClusterUsage> {
  const pods = await brokerPods(kubernetes, cluster);
  if (pods.length === 0) {
    throw new NotFoundError(`cluster ${titleOf(cluster)} does not exist, or has no pods`);
  }
  const statefulSet = await statefulSetOf(kubernetes, cluster);
  const [metrics, access] = await Promise.all([
    podMetrics(kubernetes, cluster),
    brokerAccess(kubernetes, cluster, statefulSet),
  ]);
  const read = await Promise.all(
    pods.map(async pod => (isRunning(pod, BROKER_CONTAINER) ? brokerUsage(kubernetes, pod, access) : {})),
  );
  const brokers = pods.map((pod, i): NodeUsage => {
    const name = pod.metadata?.name ?? '';
    return {
      pod: name,
      ...metrics.get(name),
      memoryLimit: pod.spec?.containers
        .find(container => container.name === BROKER_CONTAINER)
        ?.resources?.limits?.memory,
      ...read[i],
    };
  });
  return { brokers, readBy: readByOf({ pod: '', management: access.management }, access) };
}

type BrokerUsage = Pick<NodeUsage, 'diskFree' | 'diskLimit' | 'connections' | 'queues' | 'processes'>;

/** Nothing of a broker that doesn't answer. */
async function brokerUsage(
  kubernetes: KubernetesConnection,
  pod: Kubernetes.V1Pod,
  { management, mayExec }: BrokerAccess,
): Promise<BrokerUsage> {
  if (management !== undefined) {
    try {
      return await usageByManagement(kubernetes, pod, management);
    } catch (error) {
      if (!(error instanceof OperationError)) {
        throw error;
      }
    }
  }
  return management === undefined || mayExec ? usageByTools(brokerOf(kubernetes, pod)) : {};
}

async function usageByManagement(
  kubernetes: KubernetesConnection,
  { metadata, spec }: Kubernetes.V1Pod,
  management: ManagementAccess,
): Promise<BrokerUsage> {
  const { namespace = '', name: pod = '' } = metadata ?? {};
  const [resources, counts] = await Promise.all([
    ManagementApi.read(kubernetes, { namespace, pod }, management, async api => api.resources()),
    brokerCounts(kubernetes, { namespace, pod }, spec, management).catch(() => ({})),
  ]);
  const node = [...resources.keys()].find(name => isOf(pod, name)) ?? '';
  return { ...resources.get(node), ...counts };
}

async function usageByTools(broker: Broker): Promise<BrokerUsage> {
  const status = await broker.json<RawStatus>(['rabbitmqctl', 'status']).catch((): RawStatus => ({}));
  return {
    diskFree: status.disk_free,
    diskLimit: status.disk_free_limit,
    connections: status.totals?.connection_count,
    queues: status.totals?.queue_count,
    processes: status.processes?.used,
  };
}

interface PodMetrics {
  readonly items: readonly {
    readonly metadata: { readonly name: string };
    readonly containers: readonly {
      readonly name: string;
      readonly usage: { readonly cpu: string; readonly memory: string };
    }[];
  }[];
}

/** None where nobody serves them, or we may not see them. */
async function podMetrics(
  { custom }: KubernetesConnection,
  cluster: ClusterRef,
): Promise<Map<string, { cpu: number; memory: number }>> {
  try {
    const { items } = await custom.listNamespacedCustomObject({ group: 'metrics.k8s.io', version: 'v1beta1', namespace: cluster.namespace, plural: 'pods', labelSelector: brokerSelector(cluster) }) as PodMetrics;
    return new Map(items.map(({ metadata, containers }) => {
      const usage = containers.find(({ name }) => name === BROKER_CONTAINER)?.usage;
      return [metadata.name, { cpu: scalar(usage?.cpu ?? '0'), memory: scalar(usage?.memory ?? '0') }];
    }));
  } catch (error) {
    if (
      error instanceof OperationError
      && error.code !== ExitCode.UNREACHABLE
      && error.code !== ExitCode.CANCELLED
      && error.code !== ExitCode.TIMEOUT
    ) {
      return new Map();
    }
    throw error;
  }
}
