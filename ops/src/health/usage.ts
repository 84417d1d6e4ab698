import { brokerOf, brokerPods } from '../broker/brokers';
import { BROKER_CONTAINER, brokerSelector, type ClusterRef, titleOf } from '../core/cluster-ref';
import { ExitCode, NotFoundError, OperationError } from '../core/errors';
import type { KubernetesConnection } from '../kubernetes/connection';
import { isRunning } from '../kubernetes/pods';
import { scalar } from '../kubernetes/quantity';
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

/** What each broker of a cluster uses. */
export async function clusterUsage({ kubernetes }: Operation, cluster: ClusterRef): Promise<NodeUsage[]> {
  const pods = await brokerPods(kubernetes, cluster);
  if (pods.length === 0) {
    throw new NotFoundError(`cluster ${titleOf(cluster)} does not exist, or has no pods`);
  }
  const metrics = await podMetrics(kubernetes, cluster);
  return Promise.all(pods.map(async (pod) => {
    const name = pod.metadata?.name ?? '';
    const status: RawStatus = isRunning(pod, BROKER_CONTAINER) ? await brokerOf(kubernetes, pod).json<RawStatus>(['rabbitmqctl', 'status']).catch(() => ({})) : {};
    return {
      pod: name,
      ...metrics.get(name),
      memoryLimit: pod.spec?.containers.find(container => container.name === BROKER_CONTAINER)?.resources?.limits?.memory,
      diskFree: status.disk_free,
      diskLimit: status.disk_free_limit,
      connections: status.totals?.connection_count,
      queues: status.totals?.queue_count,
      processes: status.processes?.used,
    };
  }));
}

interface PodMetrics {
  readonly items: readonly {
    readonly metadata: { readonly name: string };
    readonly containers: readonly { readonly name: string; readonly usage: { readonly cpu: string; readonly memory: string } }[];
  }[];
}

/** None where nobody serves them, or we may not see them. */
async function podMetrics({ custom }: KubernetesConnection, cluster: ClusterRef): Promise<Map<string, { cpu: number; memory: number }>> {
  try {
    const { items } = await custom.listNamespacedCustomObject({ group: 'metrics.k8s.io', version: 'v1beta1', namespace: cluster.namespace, plural: 'pods', labelSelector: brokerSelector(cluster) }) as PodMetrics;
    return new Map(items.map(({ metadata, containers }) => {
      const usage = containers.find(({ name }) => name === BROKER_CONTAINER)?.usage;
      return [metadata.name, { cpu: scalar(usage?.cpu ?? '0'), memory: scalar(usage?.memory ?? '0') }];
    }));
  } catch (error) {
    if (error instanceof OperationError && error.code !== ExitCode.UNREACHABLE && error.code !== ExitCode.CANCELLED && error.code !== ExitCode.TIMEOUT) {
      return new Map();
    }
    throw error;
  }
}
