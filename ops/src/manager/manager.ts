import { cleanup, type CleanupOptions, type CleanupPlan, planCleanup } from '../cleanup/cleanup';
import type { DeploymentConfig } from '../inventory/config';
import { deploy, type DeploymentResult, type DeployOptions, planOf, requireInventory } from '../deploy/deploy';
import type { DeploymentPlan } from '../deploy/plan';
import { synthesize } from '../inventory/synth';
import { clusterEvents, type ClusterEvent } from '../health/events';
import { examine } from '../doctor/doctor';
import type { Diagnosis } from '../doctor/diagnosis';
import { type ClusterOverview, overviewOf } from '../health/status';
import { type ConnectOptions, KubernetesConnection } from '../kubernetes/connection';
import type { Manifest } from '../kubernetes/objects';
import { operate, type OperationOptions } from '../operation/operation';

export const LOOK_TIMEOUT_MS = 60_000;
export const CHANGE_TIMEOUT_MS = 15 * 60_000;

/** RabbitMQ clusters on a Kubernetes cluster: deploy them, look at them, change and delete them. */
export class KubernetesRabbitMQManager {
  /** By a kubeconfig, or the service account of the pod that this runs in. */
  public static async connect(options: ConnectOptions = {}): Promise<KubernetesRabbitMQManager> {
    return new KubernetesRabbitMQManager(await KubernetesConnection.open(options));
  }

  public constructor(private readonly connection: KubernetesConnection) {}

  /**
   * Deploys or updates a cluster, and waits until all brokers are Ready members of one cluster and a message has gone
   * through. Unset options keep the values of the last deploy. Can be repeated at any time, also after an interruption.
   *
   * @throws UsageError if the configuration can't be; RefusedError if it can't be had from the cluster that is there;
   * BusyError if somebody else changes it; TimeoutError, with how each pod stands, if it doesn't come up in time
   */
  public async createDeployment(
    config: DeploymentConfig = {},
    options: OperationOptions & DeployOptions = {},
  ): Promise<DeploymentResult> {
    return operate(this.connection, options, { name: 'deploy', timeoutMs: CHANGE_TIMEOUT_MS }, operation => deploy(operation, config, options));
  }

  /**
   * Changes a cluster that was deployed by this program: what `change` says, over what was asked for before.
   *
   * @throws NotFoundError if it wasn't; otherwise as `createDeployment()`
   */
  public async updateDeployment(
    namespace: string,
    name: string,
    change: Partial<DeploymentConfig>,
    options: OperationOptions & DeployOptions = {},
  ): Promise<DeploymentResult> {
    return operate(this.connection, options, { name: 'update', timeoutMs: CHANGE_TIMEOUT_MS }, async (operation) => {
      await requireInventory(operation.kubernetes, { namespace, name });
      return deploy(operation, { ...change, namespace, clusterName: name }, { ...options, reset: false });
    });
  }

  /** What a deploy would change, and what each change does to the running cluster; nothing is touched. */
  public async planDeployment(config: DeploymentConfig = {}, options: OperationOptions & Pick<DeployOptions, 'reset' | 'adopt'> = {}): Promise<DeploymentPlan> {
    return operate(this.connection, options, { name: 'diff', timeoutMs: LOOK_TIMEOUT_MS }, operation => planOf(operation, config, options));
  }

  /** The manifests of a deployment; asks the API server nothing. */
  public manifestsOf(config: DeploymentConfig = {}): readonly Manifest[] {
    return synthesize(config).manifests;
  }

  /** What deleting a cluster would delete, and what would stay. */
  public async planDeletion(
    namespace: string,
    name: string,
    options: OperationOptions & CleanupOptions = {},
  ): Promise<CleanupPlan> {
    return operate(this.connection, options, { name: 'cleanup', timeoutMs: LOOK_TIMEOUT_MS }, ({ kubernetes }) => planCleanup(kubernetes, { namespace, name }, options));
  }

  /**
   * Deletes a cluster that was deployed by this program; its volumes and Secrets only by `deleteData`.
   *
   * @throws NotFoundError if it wasn't
   */
  public async deleteDeployment(
    namespace: string,
    name: string,
    options: OperationOptions & CleanupOptions = {},
  ): Promise<CleanupPlan> {
    return operate(this.connection, options, { name: 'cleanup', timeoutMs: CHANGE_TIMEOUT_MS }, operation => cleanup(operation, { namespace, name }, options));
  }

  /** Why a cluster's pods aren't up; before there is one, what keeps it from being deployed. */
  public async diagnose(config: DeploymentConfig = {}, options: OperationOptions = {}): Promise<Diagnosis> {
    return operate(this.connection, options, { name: 'doctor', timeoutMs: LOOK_TIMEOUT_MS }, operation => examine(operation, config));
  }

  /**
   * A cluster on one screen: nodes, quorum, queues, alarms, versions, volumes, autoscaler, last events.
   *
   * @throws NotFoundError if there is no such cluster
   */
  public async getClusterStatus(
    namespace: string,
    name: string,
    options: OperationOptions = {},
  ): Promise<ClusterOverview> {
    return operate(this.connection, options, { name: 'status', timeoutMs: LOOK_TIMEOUT_MS }, operation => overviewOf(operation, { namespace, name }));
  }

  /** The latest events of a cluster's objects, the newest last. */
  public async events(
    namespace: string,
    name: string,
    options: OperationOptions & { readonly limit?: number } = {},
  ): Promise<ClusterEvent[]> {
    return operate(this.connection, options, { name: 'events', timeoutMs: LOOK_TIMEOUT_MS }, ({ kubernetes }) => clusterEvents(kubernetes, { namespace, name }, options.limit ?? 20));
  }
}
