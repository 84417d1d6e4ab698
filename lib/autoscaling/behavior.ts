import { Duration } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { RabbitMQScaleInOptions, RabbitMQScaleOutOptions } from './autoscaler-props';
import { wholeSeconds } from '../kubernetes/seconds';

/** From one odd number to the next. */
const STEP = 2;

/** What Kubernetes takes: https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/ */
export const MAX_STABILIZATION_SECONDS = 3600;
const MAX_PERIOD_SECONDS = 1800;

/** The windows of one direction, in seconds. */
export interface ScalingWindows {
  readonly stabilizationSeconds: number;
  readonly periodSeconds: number;
}

export function scaleOutWindows(options: RabbitMQScaleOutOptions = {}): ScalingWindows {
  return windows('scaleOut', options, { stabilization: Duration.seconds(0), period: Duration.minutes(5) });
}

/** The period is no longer than the stabilization unless it is given: see `scale-in-steps` of the rules. */
export function scaleInWindows(options: RabbitMQScaleInOptions = {}): ScalingWindows {
  const { stabilizationSeconds, periodSeconds } = windows('scaleIn', options, { stabilization: Duration.hours(1), period: Duration.minutes(30) });
  return {
    stabilizationSeconds,
    periodSeconds: options.period ? periodSeconds : Math.min(periodSeconds, Math.max(stabilizationSeconds, 1)),
  };
}

export function renderBehavior(
  scaleOut?: RabbitMQScaleOutOptions,
  scaleIn: RabbitMQScaleInOptions = {},
): k8s.HorizontalPodAutoscalerBehaviorV2 {
  return {
    scaleUp: renderRules(scaleOutWindows(scaleOut)),
    scaleDown: scaleIn.enabled ?? true ? renderRules(scaleInWindows(scaleIn)) : { selectPolicy: 'Disabled' },
  };
}

function windows(
  field: string,
  { stabilization, period }: RabbitMQScaleOutOptions,
  defaults: Required<RabbitMQScaleOutOptions>,
): ScalingWindows {
  return {
    stabilizationSeconds: within(`${field}.stabilization`, stabilization ?? defaults.stabilization, 0, MAX_STABILIZATION_SECONDS),
    periodSeconds: within(`${field}.period`, period ?? defaults.period, 1, MAX_PERIOD_SECONDS),
  };
}

export function within(field: string, duration: Duration, least: number, most: number): number {
  const seconds = wholeSeconds(field, duration);
  if (seconds < least || seconds > most) {
    throw new Error(`${field} is ${seconds} seconds: Kubernetes accepts ${least} to ${most} seconds`);
  }
  return seconds;
}

function renderRules({ stabilizationSeconds, periodSeconds }: ScalingWindows): k8s.HpaScalingRulesV2 {
  return {
    stabilizationWindowSeconds: stabilizationSeconds,
    selectPolicy: 'Max',
    policies: [{ type: 'Pods', value: STEP, periodSeconds }],
  };
}
