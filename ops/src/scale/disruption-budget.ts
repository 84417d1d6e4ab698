import { type ClusterRef, titleOf } from '../core/cluster-ref';
import { OperationError } from '../core/errors';
import { budgetRemedy, hasDisruptionBudget } from '../health/surroundings';
import { addToInventory, readInventory } from '../inventory/inventory';
import { synthesize } from '../inventory/synth';
import type { Operation } from '../operation/operation';

/**
 * Creates the PodDisruptionBudget, which a cluster of one broker has not, by the options of the last deploy. Where this
 * program did not deploy the cluster, its settings are not known.
 *
 * @returns what to do about a missing one; nothing if the brokers are protected, or that can't be seen
 */
export async function protectBrokers(
  { kubernetes, progress, signal }: Operation,
  cluster: ClusterRef,
  brokers: number,
): Promise<string[]> {
  if (brokers < 2 || await hasDisruptionBudget(kubernetes, cluster) !== false) {
    return [];
  }
  try {
    const inventory = await readInventory(kubernetes, cluster);
    const budget = inventory && synthesize({ ...inventory.config, ...place(cluster), replicas: brokers }).manifests.find(({ kind }) => kind === 'PodDisruptionBudget');
    if (budget !== undefined) {
      progress.step('Creating the PodDisruptionBudget');
      await kubernetes.objects.apply(budget);
      await addToInventory(kubernetes, cluster, budget);
      return [];
    }
  } catch (error) {
    if (signal.aborted || !(error instanceof OperationError)) {
      throw error;
    }
  }
  return [`No PodDisruptionBudget protects the ${brokers} brokers of ${titleOf(cluster)}: ${budgetRemedy(cluster, brokers)}`];
}

function place({ namespace, name }: ClusterRef): { namespace: string; clusterName: string } {
  return { namespace, clusterName: name };
}
