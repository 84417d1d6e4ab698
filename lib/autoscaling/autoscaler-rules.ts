import { RabbitMQAutoscalerProps } from './autoscaler-props';
import { scaleInWindows } from './behavior';
import { ReplicaRange } from '../cluster/interface/replica-range';
import { isScalable } from '../cluster/interface/traits';
import { Rule, rule, ruleForEach } from '../validation/rule';

/** What the rules of an autoscaler look at. */
export type AutoscalerSubject = RabbitMQAutoscalerProps & ReplicaRange & { readonly oddSizes: boolean };

/** The smallest and the highest number of brokers and how they are reached. */
export const AUTOSCALER_RULES: readonly Rule<AutoscalerSubject>[] = [
  rule({
    id: 'autoscaler-max-below-min',
    severity: 'error',
    when: ({ minReplicas, maxReplicas }) => maxReplicas < minReplicas,
    message: ({ minReplicas, maxReplicas }) => `maxReplicas is ${maxReplicas}, below minReplicas, ${minReplicas}: raise it, or lower minReplicas`,
  }),
  ruleForEach({
    id: 'autoscaler-even',
    severity: 'error',
    each: subject => (['minReplicas', 'maxReplicas'] as const).map(field => ({ field, value: subject[field] })),
    when: ({ value }, { oddSizes }) => oddSizes && value % 2 === 0,
    message: ({ field, value }) => `${field} is ${value}, an even number, which outlasts no more failures than ${value - 1}: use ${value - 1} or ${value + 1}; where even numbers are meant, set oddSizes to false`,
  }),
  rule({
    id: 'autoscaler-fixed',
    severity: 'warning',
    when: ({ minReplicas, maxReplicas }) => maxReplicas === minReplicas,
    message: ({ minReplicas }) => `minReplicas and maxReplicas are both ${minReplicas}: there is nothing to decide; raise maxReplicas, or give the cluster replicas and no autoscaler`,
  }),
  rule({
    id: 'autoscaler-many',
    severity: 'warning',
    when: ({ minReplicas, maxReplicas }) => maxReplicas > 9 && maxReplicas >= minReplicas,
    message: ({ maxReplicas }) => `maxReplicas is ${maxReplicas}: more than 9 brokers make every change of metadata slower. Use several clusters instead`,
  }),
  rule({
    id: 'autoscaler-memory-unknown',
    severity: 'error',
    when: ({ metrics = [], cluster }) => metrics.some(({ _ofMemoryBudget: isOfBudget }) => isOfBudget) && !cluster.isMemoryLimitKnown,
    message: () => 'metrics has memory, of the brokers\' own limit, and the cluster was made elsewhere, without a word of it: '
      + 'name memoryLimit in fromClusterAttributes(), or leave memory out of metrics',
  }),
  rule({
    id: 'autoscaler-imported',
    severity: 'warning',
    when: ({ cluster }) => !isScalable(cluster),
    message: ({ cluster }) => `cluster "${cluster.clusterName}" is imported: an apply of its own manifests resets the size that the autoscaler chose. `
      + 'Leave replicas out where the cluster is defined, and acknowledge this warning.',
  }),
  rule({
    id: 'odd-sizes-unplaced',
    severity: 'warning',
    when: ({ oddSizes, cluster }) => oddSizes && cluster.namespace === undefined,
    message: () => 'the chart has no namespace, by which the policy that keeps the autoscaler from even numbers of brokers finds the cluster, so there is none: give the chart one, or set oddSizes to false',
  }),
  // https://github.com/kubernetes/kubernetes/blob/v1.34.4/pkg/controller/podautoscaler/horizontal.go#L1356
  rule({
    id: 'scale-in-steps',
    severity: 'error',
    when: ({ scaleIn = {} }) => {
      const { stabilizationSeconds, periodSeconds } = scaleInWindows(scaleIn);
      return (scaleIn.enabled ?? true) && periodSeconds > Math.max(stabilizationSeconds, 1);
    },
    message: ({ scaleIn }) => {
      const { stabilizationSeconds, periodSeconds } = scaleInWindows(scaleIn);
      return `scaleIn.period is ${periodSeconds} seconds, longer than scaleIn.stabilization, ${stabilizationSeconds} seconds: Kubernetes would take away at once, not two at a time, `
        + 'what was added within the period; use a longer stabilization, or leave period out';
    },
  }),
  rule({
    id: 'scale-in-hasty',
    severity: 'warning',
    when: ({ scaleIn = {} }) => (scaleIn.enabled ?? true) && scaleInWindows(scaleIn).stabilizationSeconds < 600,
    message: ({ scaleIn }) => `scaleIn.stabilization is ${scaleInWindows(scaleIn).stabilizationSeconds} seconds: brokers that leave hand over all that they have, and a lull costs as much as it saves; use 10 minutes or more`,
  }),
];
