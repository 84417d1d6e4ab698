import { capacityChecks } from './capacity';
import type { Check, CheckContext, CheckResult } from './check';
import { environmentChecks } from './environment';
import { brokerPods } from '../broker/brokers';
import type { ClusterRef } from '../core/cluster-ref';
import { ifFound, ifPermitted, RefusedError } from '../core/errors';
import type { Finding } from '../health/finding';
import type { Synthesized } from '../inventory/synth';
import type { Operation } from '../operation/operation';

/** Findings that can go away without a change: an autoscaler adds nodes, the DNS restarts. */
const RECOVERING: readonly string[] = ['nodes-none', 'nodes-few', 'dns-down'];

/** The checks before a deploy, in the order of their output. */
export const PREFLIGHT_CHECKS: readonly Check[] = [...environmentChecks, ...capacityChecks];

/** Runs checks one after the other. */
export async function runChecks(
  { progress, kubernetes }: Operation,
  cluster: ClusterRef,
  synthesized: Synthesized,
  checks: readonly Check[],
): Promise<CheckResult[]> {
  // whoever may not read these is told so by the checks, and by the deploy
  const [claims, pods] = await Promise.all([
    ifPermitted(ifFound(kubernetes.core.listNamespacedPersistentVolumeClaim({ namespace: cluster.namespace }))),
    ifPermitted(brokerPods(kubernetes, cluster)),
  ]);
  const context: CheckContext = {
    kubernetes,
    cluster,
    synthesized,
    pods: pods?.length ?? 0,
    claims: claims?.items.filter(({ metadata }) => metadata?.name?.startsWith(`rabbitmq-data-${cluster.name}-`)).length ?? 0,
  };
  const results: CheckResult[] = [];
  for (const [subject, look] of checks) {
    progress.live([subject]);
    const [seen, finding] = await look(context);
    results.push({ subject, seen, finding });
  }
  return results;
}

/**
 * Checks before a deploy whether the brokers can start. Nothing is changed.
 *
 * @returns findings that don't stop the deploy
 * @throws RefusedError with every finding that has to be fixed first, and its remedy
 */
export async function preflight(
  operation: Operation,
  cluster: ClusterRef,
  synthesized: Synthesized,
  more: readonly Check[] = [],
): Promise<Finding[]> {
  operation.progress.step('Checking storage, quotas, custom resources and nodes');
  const findings = (await runChecks(operation, cluster, synthesized, [...PREFLIGHT_CHECKS, ...more])).flatMap(
    ({ finding }) => finding ?? [],
  );
  const stopping = findings.filter(({ level, id }) => level === 'critical' && !RECOVERING.includes(id));
  if (stopping.length > 0) {
    throw new RefusedError(`the brokers would not start: ${stopping.map(sentenceOf).join('. ')}`);
  }
  return findings.filter(({ level }) => level !== 'info');
}

/** A finding in one line, with its remedy. */
export function sentenceOf({ what, evidence, remedy }: Finding): string {
  return `${what}${evidence === undefined ? '' : ` (${evidence})`}${remedy === undefined ? '' : `. ${remedy}`}`;
}
