import { isCount, MAX_COUNT } from './count';
import { ClusterSubject } from './subject';
import { Rule, rule, ruleForEach } from '../../validation/rule';
import { hasDisruptionBudget } from '../pod-disruption-budget';

const DRAIN = 'a drain of Kubernetes nodes can evict';

/** How many brokers an eviction may take. */
export const DISRUPTION_RULES: readonly Rule<ClusterSubject>[] = [
  rule({
    id: 'disruption-budget-missing-in-production',
    severity: 'error',
    when: subject => subject.production && isMissing(subject),
    message: ({ replicas }) => `disruptionBudget.enabled is false in production: ${DRAIN} all ${replicas} brokers at once. Remove it`,
  }),
  rule({
    id: 'disruption-budget-missing',
    // outside production a warning: whoever switches it off by name has a cluster that may go
    severity: 'warning',
    when: subject => !subject.production && isMissing(subject),
    message: ({ replicas }) => `disruptionBudget.enabled is false: ${DRAIN} all ${replicas} brokers at once. Remove it`,
  }),
  rule({
    id: 'disruption-budget-both',
    severity: 'error',
    when: ({ disruptionBudget: { minAvailable, maxUnavailable } }) =>
      minAvailable !== undefined && maxUnavailable !== undefined,
    message: ({ disruptionBudget: { minAvailable, maxUnavailable } }) => `disruptionBudget has minAvailable ${minAvailable ?? ''} and maxUnavailable ${maxUnavailable ?? ''}: Kubernetes accepts one of them. Remove minAvailable`,
  }),
  ruleForEach({
    id: 'disruption-budget-number',
    severity: 'error',
    each: ({ disruptionBudget }) => (['maxUnavailable', 'minAvailable'] as const).map(field => ({ field, value: disruptionBudget[field] })),
    when: ({ value }) => value !== undefined && !isCount(value, 0),
    message: ({ field, value }) => `disruptionBudget.${field} is ${value ?? ''}: it must be a whole number from 0 to ${MAX_COUNT}`,
  }),
  rule({
    id: 'disruption-budget-blocks-drains',
    severity: 'warning',
    when: subject => evictable(subject) === 0,
    message: subject => `${budget(subject)}: no broker may be evicted, so a drain of its Kubernetes node waits forever. Use maxUnavailable: 1`,
  }),
  rule({
    id: 'disruption-budget-majority',
    severity: 'error',
    // with two brokers, keeping a majority would block every drain
    when: subject => subject.replicas > 2 && subject.replicas - (evictable(subject) ?? 0) < majority(subject),
    message: subject => `${budget(subject)}: ${DRAIN} ${evictable(subject) ?? ''} brokers at once, and ${majority(subject)} of ${subject.replicas} must stay for a majority. Use maxUnavailable: 1`,
  }),
  rule({
    id: 'disruption-budget-several',
    severity: 'warning',
    when: (subject) => {
      const evicted = evictable(subject) ?? 0;
      return evicted > 1 && subject.replicas - evicted >= majority(subject);
    },
    message: subject => `${budget(subject)}: ${DRAIN} ${evictable(subject) ?? ''} brokers at once, so a quorum queue with 3 members can lose its majority. Use maxUnavailable: 1`,
  }),
];

function isMissing({ replicas, disruptionBudget }: ClusterSubject): boolean {
  return replicas > 1 && !hasDisruptionBudget(disruptionBudget, replicas);
}

function majority({ replicas }: ClusterSubject): number {
  return Math.floor(replicas / 2) + 1;
}

/** How many brokers may be evicted at once; undefined without a budget or brokers. */
function evictable({ replicas, disruptionBudget }: ClusterSubject): number | undefined {
  if (replicas === 0 || !hasDisruptionBudget(disruptionBudget, replicas)) {
    return undefined;
  }
  const { minAvailable, maxUnavailable } = disruptionBudget;
  return maxUnavailable === undefined && minAvailable !== undefined
    ? Math.max(replicas - minAvailable, 0)
    : Math.min(maxUnavailable ?? 1, replicas);
}

function budget({ replicas, disruptionBudget: { minAvailable, maxUnavailable } }: ClusterSubject): string {
  const chosen = maxUnavailable === undefined ? `minAvailable is ${minAvailable ?? ''}` : `maxUnavailable is ${maxUnavailable}`;
  return `disruptionBudget.${chosen} with ${replicas} replicas`;
}
