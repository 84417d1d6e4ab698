import type { ClusterRef } from '../core/cluster-ref';
import type { KubernetesConnection } from '../kubernetes/connection';
import type { Kubernetes } from '../kubernetes/library';

/** An event of one of a cluster's objects. */
export interface ClusterEvent {
  /** Of the Event itself: what happens again may be told by the same one. */
  readonly uid: string;
  /** When it was seen last, as ISO 8601. */
  readonly at: string;
  readonly type: string;
  readonly reason: string;
  /** `Pod/rabbitmq-cluster-0` */
  readonly object: string;
  readonly message: string;
  readonly count: number;
}

/** The events of a cluster's objects, the newest last. */
export async function clusterEvents(
  connection: KubernetesConnection,
  cluster: ClusterRef,
  limit: number,
): Promise<ClusterEvent[]> {
  const { items } = await connection.core.listNamespacedEvent({ namespace: cluster.namespace });
  return items
    .filter(({ involvedObject }) => belongsTo(involvedObject.name ?? '', cluster.name))
    .map(summary)
    .sort((a, b) => a.at.localeCompare(b.at))
    .slice(-limit);
}

function summary(event: Kubernetes.CoreV1Event): ClusterEvent {
  const times: (Date | undefined)[] = [
    event.series?.lastObservedTime,
    event.lastTimestamp,
    event.eventTime,
    event.metadata.creationTimestamp,
  ];
  const at = times.find(time => time !== undefined && time !== null);
  return {
    uid: event.metadata.uid ?? '',
    at: new Date(at ?? 0).toISOString(),
    type: event.type ?? 'Normal',
    reason: event.reason ?? '',
    object: `${event.involvedObject.kind}/${event.involvedObject.name}`,
    message: (event.message ?? '').replace(/\s+/g, ' ').trim(),
    count: event.series?.count ?? event.count ?? 1,
  };
}

/** What a cluster's objects are named beyond its own name; `orders-eu` isn't one of `orders`. */
const SUFFIX = /^-(\d+|nodes|config|hpa|management|scaling|(init|user|backup|exporter)(-.*)?)$/;

function belongsTo(object: string, cluster: string): boolean {
  const name = object.startsWith(`rabbitmq-data-${cluster}`) ? object.slice('rabbitmq-data-'.length) : object;
  return name === cluster || (name.startsWith(cluster) && SUFFIX.test(name.slice(cluster.length)));
}
