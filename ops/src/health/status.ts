import { clusterEvents, type ClusterEvent } from './events';
import { type PodState, podState } from '../pods/pod-state';
import type { ClusterStatus } from '../broker/broker';
import { brokerPods } from '../broker/brokers';
import { imageOf, rollUnderWay } from '../broker/image-change';
import { isMembershipPaused } from '../broker/membership-pause';
import { isOf, podOf } from '../broker/nodes';
import { isOwnQueue } from '../broker/own-queues';
import type { QueueInfo } from '../broker/queues';
import { BROKER_CONTAINER, brokerSelector, type ClusterRef, commandLine } from '../core/cluster-ref';
import { messageOf } from '../core/errors';
import { autoscalerOf } from '../kubernetes/autoscaler';
import type { KubernetesConnection } from '../kubernetes/connection';
import type { Kubernetes } from '../kubernetes/library';
import { currentOperator } from './surroundings';
import { type ReadQueues, readQueues } from './queue-reading';
import { isApart, largestView, type ReadBy, readByOf, type View, viewsOf } from './views';
import { statefulSetOf } from '../kubernetes/stateful-set';
import { type BrokerAccess, brokerAccess } from '../management/access';
import type { Operation } from '../operation/operation';

/** A cluster on one screen. */
export interface ClusterOverview {
  readonly namespace: string;
  readonly name: string;
  readonly image: string;
  readonly createdAt?: string;
  readonly replicas: { readonly wanted: number; readonly ready: number; readonly updated: number };
  readonly nodes: readonly NodeOverview[];
  /** What the brokers say; undefined where none could be asked. */
  readonly broker?: BrokerOverview;
  /** The operation in progress, or the upgrade that has stopped half-way; undefined for none. */
  readonly operation?: string;
  /** Whether automatic changes of members, replicas and leaders are paused. */
  readonly membershipPaused: boolean;
  /** How brokers disagree on who runs; undefined if they agree. */
  readonly disagreement?: string;
  /** Why no broker could be asked. */
  readonly brokerError?: string;
  /** How the brokers were read. */
  readonly readBy: ReadBy;
  readonly autoscaler?: AutoscalerOverview;
  readonly events: readonly ClusterEvent[];
}

/** A broker and its pod. */
export interface NodeOverview extends PodState {
  readonly pod: string;
  readonly kubernetesNode?: string;
  readonly restarts: number;
  readonly startedAt?: string;
  readonly version?: string;
  /** Whether the other brokers see it. */
  readonly running?: boolean;
  readonly maintenance?: boolean;
  readonly volume?: {
    readonly claim: string;
    readonly phase: string;
    readonly size?: string;
    readonly storageClass?: string;
  };
}

export interface BrokerOverview {
  readonly members: readonly string[];
  readonly running: readonly string[];
  readonly alarms: ClusterStatus['alarms'];
  readonly partitions: ClusterStatus['partitions'];
  /** Undefined where they couldn't be read. */
  readonly queues?: QueuesOverview;
  /** Why they couldn't be read. */
  readonly queuesError?: string;
}

export interface QueuesOverview {
  readonly total: number;
  /** Number of queues whose details this user may not see. */
  readonly hidden: number;
  readonly byType: Readonly<Record<string, number>>;
  readonly messages: number;
  /** The names of those without a leader. */
  readonly leaderless: readonly string[];
  /** The names of replicated ones with fewer members online than a majority. */
  readonly withoutQuorum: readonly string[];
}

export interface AutoscalerOverview {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly current: number;
  readonly desired: number;
}

const EVENTS = 5;

/** @throws NotFoundError if there is no such cluster */
export async function overviewOf({ kubernetes }: Operation, cluster: ClusterRef): Promise<ClusterOverview> {
  const statefulSet = await statefulSetOf(kubernetes, cluster);
  const [pods, claims, autoscaler, events, operator] = await Promise.all([
    brokerPods(kubernetes, cluster),
    kubernetes.core.listNamespacedPersistentVolumeClaim({
      namespace: cluster.namespace,
      labelSelector: brokerSelector(cluster),
    }),
    autoscalerOf(kubernetes, cluster),
    clusterEvents(kubernetes, cluster, EVENTS),
    currentOperator(kubernetes, cluster),
  ]);
  const access = await brokerAccess(kubernetes, cluster, statefulSet);
  const views = await viewsOf(kubernetes, pods, access);
  const view = largestView(views);
  const queues = view && await queuesOf(kubernetes, cluster, view, access);
  const roll = rollUnderWay(statefulSet);
  return {
    ...cluster,
    image: statefulSet.spec?.template.spec?.containers.find(({ name }) => name === BROKER_CONTAINER)?.image ?? '',
    createdAt: statefulSet.metadata?.creationTimestamp?.toISOString(),
    replicas: {
      wanted: statefulSet.spec?.replicas ?? 0,
      ready: statefulSet.status?.readyReplicas ?? 0,
      updated: statefulSet.status?.updatedReplicas ?? 0,
    },
    nodes: [...pods.map(pod => nodeOf(pod, claims.items, view?.status)), ...missingOf(cluster, statefulSet, pods)].sort(
      (a, b) => ordinalIn(a.pod) - ordinalIn(b.pod),
    ),
    ...(operator !== undefined || roll !== undefined) && { operation: operator ?? `${roll} to ${imageOf(statefulSet)} has stopped half-way` },
    membershipPaused: isMembershipPaused(statefulSet),
    disagreement: disagreementOf(cluster, views, view?.status),
    ...view?.status ? { broker: { ...pick(view.status), ...queues } } : { brokerError: views.find(({ error }) => error !== undefined)?.error ?? 'no broker runs' },
    readBy: readByOf(view, access),
    ...autoscaler && { autoscaler: rangeOf(autoscaler) },
    events,
  };
}

/** Rows for pods that the StatefulSet should have and hasn't. */
function missingOf(
  { name: cluster }: ClusterRef,
  { spec }: Kubernetes.V1StatefulSet,
  pods: readonly Kubernetes.V1Pod[],
): NodeOverview[] {
  const start = spec?.ordinals?.start ?? 0;
  const names = Array.from({ length: spec?.replicas ?? 0 }, (_, i) => `${cluster}-${start + i}`);
  return names.filter(name => !pods.some(pod => pod.metadata?.name === name)).map(pod => ({ pod, state: 'Missing', ready: false, restarts: 0 }));
}

function ordinalIn(pod: string): number {
  return Number(pod.split('-').at(-1));
}

/** How views differ: two clusters behind one Service, or brokers that see different ones run. */
function disagreementOf(
  cluster: ClusterRef,
  views: readonly View[],
  status: ClusterStatus | undefined,
): string | undefined {
  const apart = status ? views.filter(view => isApart(view, status)) : [];
  if (apart.length > 0) {
    return `two clusters: ${apart.map(({ pod, status: own }) => `${pod} is in one of ${own?.members.map(podOf).join(', ')}`).join('; ')}. Clients can reach either. ${commandLine('repair', cluster)} joins them`;
  }
  const seen = views.flatMap(({ pod, status: own }) => (own ? [[pod, own.running.map(podOf).join(', ')] as const] : []));
  return new Set(seen.map(([, others]) => others)).size > 1 ? seen.map(([pod, others]) => `${pod} sees ${others}`).join('; ') : undefined;
}

async function queuesOf(
  kubernetes: KubernetesConnection, cluster: ClusterRef, view: View, access: BrokerAccess,
): Promise<Pick<BrokerOverview, 'queues' | 'queuesError'>> {
  try {
    return { queues: summaryOf(await readQueues(kubernetes, cluster, view, access)) };
  } catch (error) {
    return { queuesError: messageOf(error) };
  }
}

function pick({ members, running, alarms, partitions }: ClusterStatus): Omit<BrokerOverview, 'queues' | 'queuesError'> {
  return { members, running, alarms, partitions };
}

function summaryOf({ queues: all, hidden, messages, leaderless }: ReadQueues): QueuesOverview {
  const queues = all.filter(queue => !isOwnQueue(queue));
  const byType: Record<string, number> = {};
  queues.forEach(({ type }) => { byType[type] = (byType[type] ?? 0) + 1; });
  return {
    total: queues.length + hidden,
    hidden,
    byType,
    messages: hidden > 0 && messages !== undefined ? messages : queues.reduce((sum, queue) => sum + queue.messages, 0),
    leaderless: [...queues.filter(({ leader }) => leader === '').map(({ name }) => name), ...leaderless],
    withoutQuorum: queues.filter(lacksQuorum).map(({ name }) => name),
  };
}

/** Whether a replicated queue has fewer members online than a majority. */
export function lacksQuorum({ type, members, online }: QueueInfo): boolean {
  return type !== 'classic' && members.length > 0 && online.length <= members.length / 2;
}

function nodeOf(
  pod: Kubernetes.V1Pod,
  claims: readonly Kubernetes.V1PersistentVolumeClaim[],
  status: ClusterStatus | undefined,
): NodeOverview {
  const name = pod.metadata?.name ?? '';
  const node = status?.members.find(member => isOf(name, member));
  const claimName = pod.spec?.volumes?.find(({ persistentVolumeClaim: claim }) => claim !== undefined)
    ?.persistentVolumeClaim?.claimName;
  const claim = claims.find(({ metadata }) => metadata?.name === claimName);
  return {
    pod: name,
    ...podState(pod),
    kubernetesNode: pod.spec?.nodeName,
    restarts: (pod.status?.containerStatuses ?? []).reduce((sum, { restartCount }) => sum + restartCount, 0),
    startedAt: pod.status?.startTime?.toISOString(),
    ...status && { running: node !== undefined && status.running.includes(node) },
    ...node !== undefined && { version: status?.versions[node], maintenance: status?.maintenance[node] === 'draining' },
    ...claimName !== undefined && {
      volume: { claim: claimName, phase: claim?.status?.phase ?? 'missing', size: claim?.status?.capacity?.storage ?? claim?.spec?.resources?.requests?.storage, storageClass: claim?.spec?.storageClassName },
    },
  };
}

function rangeOf({ metadata, spec, status }: Kubernetes.V2HorizontalPodAutoscaler): AutoscalerOverview {
  return {
    name: metadata?.name ?? '',
    min: spec?.minReplicas ?? 1,
    max: spec?.maxReplicas ?? 0,
    current: status?.currentReplicas ?? 0,
    desired: status?.desiredReplicas ?? 0,
  };
}
