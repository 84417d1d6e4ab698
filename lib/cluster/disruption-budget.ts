import { k8s } from 'cdk8s-plus-28';

/** How many brokers may be evicted at a time, by a node drain or an autoscaler of nodes. */
export interface RabbitMQDisruptionBudget {
  /**
   * Whether there is one.
   * @default - true with more than one replica
   */
  readonly enabled?: boolean;
  /**
   * How many brokers may be away at a time. Not together with `minAvailable`.
   * @default 1
   */
  readonly maxUnavailable?: number;
  /**
   * How many brokers must stay. Not together with `maxUnavailable`.
   * @default - by `maxUnavailable`
   */
  readonly minAvailable?: number;
}

export function hasDisruptionBudget(props: RabbitMQDisruptionBudget, replicas: number): boolean {
  return props.enabled ?? replicas > 1;
}

export function renderDisruptionBudget(
  props: RabbitMQDisruptionBudget,
  replicas: number,
  matchLabels: Record<string, string>,
): k8s.PodDisruptionBudgetSpec {
  const number = (value: number | undefined): k8s.IntOrString | undefined => (value === undefined ? undefined : k8s.IntOrString.fromNumber(value));
  return {
    selector: { matchLabels },
    minAvailable: number(props.minAvailable),
    maxUnavailable: number(props.maxUnavailable ?? (props.minAvailable === undefined ? 1 : undefined)),
    // With two brokers, one that isn't ready may still be the half that holds the data.
    unhealthyPodEvictionPolicy: replicas > 2 ? 'AlwaysAllow' : undefined,
  };
}
