import { type ClusterRef, commandLine } from '../core/cluster-ref';
import { OperationError, RequestError } from '../core/errors';
import type { KubernetesConnection } from '../kubernetes/connection';
import { leaseName } from '../operation/lease';

/** Whether a PodDisruptionBudget protects the brokers of a cluster; undefined if that can't be seen. */
export async function hasDisruptionBudget(
  { policy }: KubernetesConnection,
  { namespace, name }: ClusterRef,
): Promise<boolean | undefined> {
  const budgets = await ifSeen(policy.listNamespacedPodDisruptionBudget({ namespace }));
  return budgets?.items.some(({ spec }) => spec?.selector?.matchLabels?.cluster === name);
}

/** What creates the PodDisruptionBudget of a cluster with several brokers. */
export function budgetRemedy(cluster: ClusterRef, brokers: number): string {
  return `${commandLine('deploy', cluster)} creates one; if manifests, Helm or GitOps describe the cluster, set replicas to ${brokers} there`;
}

/** Who holds the Lease of a cluster and has renewed it; undefined if nobody does, or it can't be seen. */
export async function currentOperator(
  { coordination }: KubernetesConnection,
  { namespace, name }: ClusterRef,
): Promise<string | undefined> {
  const { spec } = await ifSeen(coordination.readNamespacedLease({ namespace, name: leaseName(name) })) ?? {};
  const ends = new Date(spec?.renewTime ?? 0).getTime() + (spec?.leaseDurationSeconds ?? 0) * 1_000;
  return spec?.holderIdentity && Date.now() < ends ? spec.holderIdentity : undefined;
}

/** Undefined where there is no such thing, or it may not be seen. */
async function ifSeen<T>(request: Promise<T>): Promise<T | undefined> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof RequestError || !(error instanceof OperationError)) {
      return undefined;
    }
    throw error;
  }
}
