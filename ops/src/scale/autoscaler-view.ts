import { type ClusterRef, titleOf } from '../core/cluster-ref';
import { ifFound, NotFoundError } from '../core/errors';
import { type ClusterEvent, clusterEvents } from '../health/events';
import { autoscalerOf } from '../kubernetes/autoscaler';
import type { KubernetesConnection } from '../kubernetes/connection';
import type { Kubernetes } from '../kubernetes/library';

/** A metric of an autoscaler. */
export interface ScalingFigure {
  /** `cpu`, `memory`, `rabbitmq_connections` … */
  readonly name: string;
  /** The average over the brokers; undefined where it can't be had. */
  readonly current?: string;
  readonly target: string;
}

/** A condition of an autoscaler. */
export interface AutoscalerCondition {
  readonly status: string;
  readonly reason: string;
  readonly message: string;
}

/** An autoscaler and the brokers that it scales, at one moment. */
export interface AutoscalerView {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** How many brokers there are to be. */
  readonly wanted: number;
  readonly ready: number;
  readonly figures: readonly ScalingFigure[];
  /** By type: `AbleToScale`, `ScalingActive`, `ScalingLimited`. */
  readonly conditions: Readonly<Record<string, AutoscalerCondition>>;
  /** Events of the autoscaler, and of brokers that join and leave. */
  readonly events: readonly ClusterEvent[];
}

/** What brokers say of their joining and leaving. */
const SCALING_REASONS = [
  'ScalingIn', 'ScaledIn', 'ScalingWaits', 'ScalingInTakenBack', 'ScalingInTooLate', 'ScalingUnknown', 'Scaled', 'Forgotten',
  'ClassicQueueDeleted', 'DataOfFormerMemberDeleted',
];
const MANY_EVENTS = 1000;

/** @throws NotFoundError if there is no such cluster, or nothing scales it */
export async function viewAutoscaler(kubernetes: KubernetesConnection, cluster: ClusterRef): Promise<AutoscalerView> {
  const [statefulSet, found, events] = await Promise.all([
    ifFound(kubernetes.apps.readNamespacedStatefulSet(cluster)),
    autoscalerOf(kubernetes, cluster),
    clusterEvents(kubernetes, cluster, MANY_EVENTS),
  ]);
  if (statefulSet === undefined) {
    throw new NotFoundError(`there is no cluster ${titleOf(cluster)}`);
  }
  if (found?.spec === undefined) {
    throw new NotFoundError(`nothing scales cluster ${titleOf(cluster)}: RabbitMQAutoscaler makes what does`);
  }
  const name = found.metadata?.name ?? '';
  const figures = found.status?.currentMetrics ?? [];
  return {
    name,
    min: found.spec.minReplicas ?? 1,
    max: found.spec.maxReplicas,
    wanted: statefulSet.spec?.replicas ?? 0,
    ready: statefulSet.status?.readyReplicas ?? 0,
    figures: (found.spec.metrics ?? []).map(metric => figureOf(metric, figures)),
    conditions: Object.fromEntries((found.status?.conditions ?? []).map(({ type, status, reason = '', message = '' }) => [type, { status, reason, message }])),
    events: events.filter(({ object, reason }) => object === `HorizontalPodAutoscaler/${name}` || SCALING_REASONS.includes(reason)),
  };
}

type Source = Pick<Kubernetes.V2MetricSpec, 'resource' | 'containerResource' | 'pods' | 'external' | 'object'>;

function figureOf(spec: Kubernetes.V2MetricSpec, found: readonly Kubernetes.V2MetricStatus[]): ScalingFigure {
  const name = nameOf(spec);
  const { containerResource, resource, pods, external, object } =
    found.find(status => nameOf(status as unknown as Source) === name) ?? {};
  const current = (containerResource ?? resource ?? pods ?? external ?? object)?.current;
  const target = (spec.containerResource ?? spec.resource ?? spec.pods ?? spec.external ?? spec.object)?.target;
  return { name, current: current && amount(current), target: (target && amount(target)) ?? '' };
}

function nameOf({ containerResource, resource, pods, external, object }: Source): string {
  return (containerResource ?? resource)?.name ?? (pods ?? external ?? object)?.metric.name ?? '';
}

function amount({
  averageUtilization,
  averageValue,
  value,
}: {
  averageUtilization?: number;
  averageValue?: string;
  value?: string;
}): string | undefined {
  return averageUtilization === undefined ? averageValue ?? value : `${averageUtilization}%`;
}
