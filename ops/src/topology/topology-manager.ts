import { actualObjects } from './actual';
import { adopt, type AdoptedTopology } from './adopt/adopt';
import { runTopologyJob, type TopologyRun } from './apply';
import { compare, type ObjectDrift } from './compare';
import { declaredTopologies, topologyNames } from './declared';
import { anyBroker } from '../broker/brokers';
import type { ClusterRef } from '../core/cluster-ref';
import { ifFound } from '../core/errors';
import { type ConnectOptions, KubernetesConnection } from '../kubernetes/connection';
import { operate, type Operation, type OperationOptions } from '../operation/operation';
import { decoded } from '../kubernetes/secret-data';

export const TOPOLOGY_TIMEOUT_MS = 300_000;
export const TOPOLOGY_APPLY_TIMEOUT_MS = 3_600_000;

/** What of a cluster's topology is not as declared. */
export interface TopologyDiff extends ClusterRef {
  /** The topologies that were compared. */
  readonly topologies: readonly string[];
  /** Objects that are not as declared. */
  readonly drift: readonly ObjectDrift[];
}

/** Options of `TopologyManager.apply()`. */
export interface ApplyTopologyOptions extends OperationOptions {
  /**
   * The name of the topology.
   * @default - all topologies of the cluster
   */
  readonly topology?: string;
}

/** The declared topology of a cluster, and the one that its brokers have. */
export class TopologyManager {
  /** By a kubeconfig, or the service account of the pod that this runs in. */
  public static async connect(options: ConnectOptions = {}): Promise<TopologyManager> {
    return new TopologyManager(await KubernetesConnection.open(options));
  }

  public constructor(private readonly connection: KubernetesConnection) {}

  /**
   * Compares what is declared with what the brokers have. Passwords are not compared.
   *
   * @throws NotFoundError if nothing is declared, or no broker runs
   */
  public async diff(cluster: ClusterRef, options: OperationOptions = {}): Promise<TopologyDiff> {
    return operate(this.connection, options, { name: 'topology diff', timeoutMs: TOPOLOGY_TIMEOUT_MS }, async (operation) => {
      const declared = await declaredTopologies(operation.kubernetes, cluster);
      const topologies = topologyNames(declared, cluster);
      const [actual, administrator] = await Promise.all([
        actualOf(operation, cluster),
        administratorOf(operation, cluster),
      ]);
      return {
        ...cluster,
        topologies,
        drift: compare(declared.flatMap(({ objects }) => objects), actual, { administrator }),
      };
    });
  }

  /**
   * Runs the Jobs of the topology now, and waits for their ends.
   *
   * @throws NotFoundError if nothing is declared, or the topology has another name
   */
  public async apply(cluster: ClusterRef, options: ApplyTopologyOptions = {}): Promise<TopologyRun[]> {
    return operate(this.connection, options, { name: 'topology apply', timeoutMs: TOPOLOGY_APPLY_TIMEOUT_MS }, async (operation) => {
      const names = topologyNames(await declaredTopologies(operation.kubernetes, cluster), cluster, options.topology);
      const runs: TopologyRun[] = [];
      for (const name of names) {
        runs.push(await runTopologyJob(operation, cluster, name));
      }
      return runs;
    });
  }

  /**
   * Writes TypeScript that declares what the brokers have. Users of the platform are left out, as their own
   * constructs declare them.
   *
   * @throws NotFoundError if no broker runs
   */
  public async adopt(cluster: ClusterRef, options: OperationOptions = {}): Promise<AdoptedTopology> {
    return operate(this.connection, options, { name: 'topology adopt', timeoutMs: TOPOLOGY_TIMEOUT_MS }, async (operation) => {
      const declared = await declaredTopologies(operation.kubernetes, cluster);
      const platform = new Set(declared.filter(({ isPlatform }) => isPlatform).flatMap(({ objects }) => objects.map(({ kind, name, user }) => (kind === 'user' ? name : user))));
      const [actual, administrator] = await Promise.all([
        actualOf(operation, cluster),
        administratorOf(operation, cluster),
      ]);
      return adopt(cluster, actual.filter(({ kind, name, user }) => !platform.has(kind === 'user' ? name : user) || (kind !== 'user' && user === undefined)), administrator);
    });
  }
}

async function actualOf({ kubernetes }: Operation, cluster: ClusterRef) {
  return actualObjects(await anyBroker(kubernetes, cluster));
}

/** The administrator's name; its permissions are the cluster's own. */
async function administratorOf(
  { kubernetes }: Operation,
  { namespace, name }: ClusterRef,
): Promise<string | undefined> {
  const secret = await ifFound(kubernetes.core.readNamespacedSecret({ namespace, name: `${name}-credentials` }));
  const username = secret?.data?.username;
  return username && decoded(username);
}
