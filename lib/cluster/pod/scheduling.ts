import { k8s } from 'cdk8s-plus-28';

/** How strictly pods of a cluster keep apart. */
export enum RabbitMQSpread {
  /** They may share a place. */
  NONE = 'none',
  /** They keep apart where that is possible. */
  PREFERRED = 'preferred',
  /** A pod waits rather than share a place. */
  REQUIRED = 'required',
}

/** Which nodes of Kubernetes the brokers run on. */
export interface RabbitMQSchedulingOptions {
  /**
   * How strictly brokers keep apart by Kubernetes node.
   * @default RabbitMQSpread.PREFERRED
   */
  readonly nodeSpread?: RabbitMQSpread;
  /**
   * How strictly brokers are spread evenly over zones (`topology.kubernetes.io/zone`).
   * @default RabbitMQSpread.PREFERRED
   */
  readonly zoneSpread?: RabbitMQSpread;
  /**
   * How many zones the brokers can be scheduled in; read by checks only.
   * @default 3
   */
  readonly zones?: number;
  /**
   * Additional topology spread constraints. One without a label selector counts the cluster's pods.
   * @default - none
   */
  readonly topologySpreadConstraints?: k8s.TopologySpreadConstraint[];
  /**
   * Labels that a Kubernetes node must have.
   * @default - any node
   */
  readonly nodeSelector?: Record<string, string>;
  /**
   * Rules about Kubernetes nodes beyond labels.
   * @default - none
   */
  readonly nodeAffinity?: k8s.NodeAffinity;
  /**
   * Taints that the brokers put up with.
   * @default - none
   */
  readonly tolerations?: k8s.Toleration[];
  /**
   * The priority class of the pods.
   * @default - the cluster's default
   */
  readonly priorityClassName?: string;
}

export function renderScheduling(
  scheduling: RabbitMQSchedulingOptions,
  matchLabels: Record<string, string>,
): Partial<k8s.PodSpec> {
  return {
    affinity: {
      podAntiAffinity: renderAntiAffinity(scheduling.nodeSpread ?? RabbitMQSpread.PREFERRED, matchLabels),
      nodeAffinity: scheduling.nodeAffinity,
    },
    topologySpreadConstraints: [
      ...renderZoneSpread(scheduling.zoneSpread ?? RabbitMQSpread.PREFERRED, matchLabels),
      ...(scheduling.topologySpreadConstraints ?? []).map(constraint => ({
        ...constraint,
        labelSelector: constraint.labelSelector ?? { matchLabels },
      })),
    ],
    nodeSelector: scheduling.nodeSelector,
    tolerations: scheduling.tolerations,
    priorityClassName: scheduling.priorityClassName,
  };
}

function renderAntiAffinity(
  spread: RabbitMQSpread,
  matchLabels: Record<string, string>,
): k8s.PodAntiAffinity | undefined {
  const term: k8s.PodAffinityTerm = { labelSelector: { matchLabels }, topologyKey: 'kubernetes.io/hostname' };
  switch (spread) {
    case RabbitMQSpread.NONE:
      return undefined;
    case RabbitMQSpread.PREFERRED:
      return { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm: term }] };
    case RabbitMQSpread.REQUIRED:
      return { requiredDuringSchedulingIgnoredDuringExecution: [term] };
  }
}

function renderZoneSpread(spread: RabbitMQSpread, matchLabels: Record<string, string>): k8s.TopologySpreadConstraint[] {
  if (spread === RabbitMQSpread.NONE) {
    return [];
  }
  return [{
    topologyKey: 'topology.kubernetes.io/zone',
    maxSkew: 1,
    whenUnsatisfiable: spread === RabbitMQSpread.REQUIRED ? 'DoNotSchedule' : 'ScheduleAnyway',
    labelSelector: { matchLabels },
  }];
}
