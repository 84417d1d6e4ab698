import type { ClusterRef } from '../cluster-ref';
import { clusterEvents, type ClusterEvent } from '../health/events';
import { type ClusterOverview, overviewOf } from '../health/status';
import { type ConnectOptions, KubernetesConnection } from '../kubernetes/connection';
import { operate, type OperationOptions } from '../operation';

const LOOK_TIMEOUT_MS = 60_000;

/** RabbitMQ clusters on a Kubernetes cluster: deploy them, look at them, change and delete them. */
export class KubernetesRabbitMQManager {
  /** By a kubeconfig, or the service account of the pod that this runs in. */
  public static async connect(options: ConnectOptions = {}): Promise<KubernetesRabbitMQManager> {
    return new KubernetesRabbitMQManager(await KubernetesConnection.open(options));
  }

  public constructor(private readonly connection: KubernetesConnection) {}

  /**
   * A cluster on one screen: nodes, quorum, queues, alarms, versions, volumes, autoscaler, last events.
   *
   * @throws NotFoundError if there is no such cluster
   */
  public async getClusterStatus(namespace: string, name: string, options: OperationOptions = {}): Promise<ClusterOverview> {
    return operate(this.connection, options, { name: 'status', timeoutMs: LOOK_TIMEOUT_MS }, operation => overviewOf(operation, { namespace, name }));
  }

  /** The latest events of a cluster's objects, the newest last. */
  public async events(namespace: string, name: string, options: OperationOptions & { readonly limit?: number } = {}): Promise<ClusterEvent[]> {
    const cluster: ClusterRef = { namespace, name };
    return operate(this.connection, options, { name: 'events', timeoutMs: LOOK_TIMEOUT_MS }, ({ kubernetes }) => clusterEvents(kubernetes, cluster, options.limit ?? 20));
  }
}
