import { RabbitMQAutoscalerProps } from './autoscaler-props';
import { scaleInWindows } from './behavior';
import { ReplicaRange } from '../cluster/interface/replica-range';
import { isScalable } from '../cluster/interface/traits';
import { scalingMetric } from './scaling-metric';
import { Rule, rule, ruleForEach } from '../validation/rule';

/** What the rules of an autoscaler look at. */
export type AutoscalerSubject = RabbitMQAutoscalerProps & ReplicaRange & { readonly oddSizes: boolean };

/** The smallest and the highest number of brokers and how they are reached. */
export const AUTOSCALER_RULES: readonly Rule<AutoscalerSubject>[] = [
  rule({
    id: 'autoscaler-max-below-min',
    severity: 'error',
    when: ({ minReplicas, maxReplicas }) => maxReplicas < minReplicas,
    message: ({ minReplicas, maxReplicas }) => `maxReplicas is ${maxReplicas}, below minReplicas, ${minReplicas}. Raise it, or lower minReplicas`,
  }),
  ruleForEach({
    id: 'autoscaler-even',
    severity: 'error',
    each: subject => (['minReplicas', 'maxReplicas'] as const).map(field => ({ field, value: subject[field] })),
    when: ({ value }, { oddSizes }) => oddSizes && value % 2 === 0,
    message: ({ field, value }) => `${field} is ${value}: an even number tolerates no more failures than ${value - 1}. Use ${value - 1} or ${value + 1}; to allow even numbers, set oddSizes to false`,
  }),
  rule({
    id: 'autoscaler-fixed',
    severity: 'warning',
    when: ({ minReplicas, maxReplicas }) => maxReplicas === minReplicas,
    message: ({ minReplicas }) => `minReplicas and maxReplicas are both ${minReplicas}: nothing can be scaled. Raise maxReplicas, or set replicas of the cluster and remove the autoscaler`,
  }),
  rule({
    id: 'autoscaler-many',
    severity: 'warning',
    when: ({ minReplicas, maxReplicas }) => maxReplicas > 9 && maxReplicas >= minReplicas,
    message: ({ maxReplicas }) => `maxReplicas is ${maxReplicas}: more than 9 brokers slow down every metadata change. Use several clusters instead`,
  }),
  rule({
    id: 'autoscaler-memory-unknown',
    severity: 'error',
    when: ({ metrics = [], cluster }) =>
      metrics.some(metric => scalingMetric(metric).isOfMemoryBudget) && !cluster.isMemoryLimitKnown,
    message: () => 'metrics has memory, but the memory limit of the imported cluster is unknown. '
      + 'Set memoryLimit in fromClusterAttributes(), or remove memory from metrics',
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
    message: () => 'the chart has no namespace, which the policy against even numbers of brokers needs. Set the namespace of the chart, or set oddSizes to false',
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
      return `scaleIn.period is ${periodSeconds} seconds, longer than scaleIn.stabilization, ${stabilizationSeconds} seconds: Kubernetes would remove all brokers that were added within the period at once, not 2 at a time. `
        + 'Use a longer stabilization, or remove period';
    },
  }),
  rule({
    id: 'scale-in-hasty',
    severity: 'warning',
    when: ({ scaleIn = {} }) => (scaleIn.enabled ?? true) && scaleInWindows(scaleIn).stabilizationSeconds < 600,
    message: ({ scaleIn }) => `scaleIn.stabilization is ${scaleInWindows(scaleIn).stabilizationSeconds} seconds: leaving brokers move all their replicas, so a short lull costs more than it saves. Use 10 minutes or more`,
  }),
];
