import type { PodReason } from '../pods/pod-reason';
import { Broker, type ClusterStatus } from '../broker/broker';
import { brokerOf, brokerPods } from '../broker/brokers';
import { suspendedNodes } from '../broker/listeners';
import type { QueueInfo } from '../broker/queues';
import { BROKER_CONTAINER, brokerSelector, type ClusterRef } from '../core/cluster-ref';
import { messageOf, TimeoutError } from '../core/errors';
import { autoscalerOf } from '../kubernetes/autoscaler';
import type { KubernetesConnection } from '../kubernetes/connection';
import type { Kubernetes } from '../kubernetes/library';
import { isReady, isRunning } from '../kubernetes/pods';
import { brokerReasons } from './broker-reasons';
import { currentOperator, hasDisruptionBudget } from './surroundings';
import { readQueues } from './queue-reading';
import { largestView, type ReadBy, readByOf, type View, viewsOf } from './views';
import { statefulSetOf } from '../kubernetes/stateful-set';
import { type BrokerAccess, brokerAccess } from '../management/access';
import { ManagementApi } from '../management/management-api';
import type { Operation } from '../operation/operation';

/** Something that a broker which answers didn't tell. */
export interface Unread {
  readonly what: 'queues' | 'listeners' | 'certificates';
  readonly error: string;
}

/** What checks judge by. */
export interface HealthFacts {
  readonly cluster: ClusterRef;
  readonly statefulSet: Kubernetes.V1StatefulSet;
  readonly pods: readonly Kubernetes.V1Pod[];
  readonly reasons: readonly PodReason[];
  readonly claims: readonly Kubernetes.V1PersistentVolumeClaim[];
  readonly autoscaler?: Kubernetes.V2HorizontalPodAutoscaler;
  /** Whether a PodDisruptionBudget protects the brokers; undefined if that can't be seen. */
  readonly isProtected?: boolean;
  /** Who changes the cluster at the moment; undefined if nobody does, or it can't be seen. */
  readonly operator?: string;
  readonly views: readonly View[];
  /** That of a broker that sees most others; of those, the first. */
  readonly status?: ClusterStatus;
  /** None where they couldn't be read, or no broker is Ready. */
  readonly queues: readonly QueueInfo[];
  /** The nodes whose listeners let no client in. */
  readonly suspended: readonly string[];
  /** What couldn't be read, and why. */
  readonly unread: readonly Unread[];
  /**
   * Queues that the management API doesn't show to this user, and that lose their majority when one more broker stops.
   */
  readonly atMinimum: readonly string[];
  /** The same that have no leader. */
  readonly leaderless: readonly string[];
  /** How the brokers were read. */
  readonly readBy: ReadBy;
  /** What the broker says of certificates that expire within so many days; undefined where there is no TLS. */
  readonly expiring?: { readonly days: number; readonly output: string };
}

/** Within how many days a certificate's end is worth a word, and when it is urgent. */
export const CERTIFICATE_DAYS = { warning: 30, critical: 7 } as const;

/** @throws NotFoundError if there is no such cluster */
export async function gatherFacts(
  { kubernetes, signal }: Operation,
  cluster: ClusterRef,
  way?: BrokerAccess,
): Promise<HealthFacts> {
  const statefulSet = await statefulSetOf(kubernetes, cluster);
  const access = way ?? await brokerAccess(kubernetes, cluster, statefulSet);
  const [pods, claims, autoscaler, isProtected, operator] = await Promise.all([
    brokerPods(kubernetes, cluster),
    kubernetes.core.listNamespacedPersistentVolumeClaim({
      namespace: cluster.namespace,
      labelSelector: brokerSelector(cluster),
    }),
    autoscalerOf(kubernetes, cluster),
    hasDisruptionBudget(kubernetes, cluster),
    currentOperator(kubernetes, cluster),
  ]);
  const asked = pods.filter(pod => isRunning(pod, BROKER_CONTAINER));
  const [reasons, views] = await Promise.all([
    brokerReasons(kubernetes, cluster, pods, access.mayExec),
    viewsOf(kubernetes, pods, access),
  ]);
  const largest = largestView(views);
  const seen = largest && await withFeatureFlags(kubernetes, cluster, largest, access);
  const broker = asked.filter(pod => pod.metadata?.name === seen?.pod).map(pod => brokerOf(kubernetes, pod))[0];
  const byTools = seen?.management === undefined || access.mayExec ? broker : undefined;
  const unread: Unread[] = [];
  const read = async <T>(what: Unread['what'], look: () => Promise<T> | undefined): Promise<T | undefined> => {
    try {
      return await look();
    } catch (error) {
      unread.push({ what, error: messageOf(error) });
      return undefined;
    }
  };
  const [queues, suspended = [], expiring] = await Promise.all([
    pods.some(isReady) ? read('queues', () => seen && readQueues(kubernetes, cluster, seen, access)) : undefined,
    read('listeners', () => byTools && suspendedNodes(byTools)),
    hasTls(statefulSet) ? read('certificates', () => seen && expiringCertificates(kubernetes, cluster, seen)) : undefined,
  ]);
  const hidden = [
    ...queues && queues.hidden > 0 ? [`details of ${queues.hidden} ${queues.hidden === 1 ? 'queue' : 'queues'} in other virtual hosts`] : [],
    ...seen?.status?.featureFlags.length === 0 ? ['feature flags'] : [],
    ...byTools === undefined ? ['suspended listeners'] : [],
  ];
  // what there was time for is worth telling; somebody who stops it wants nothing
  if (!(signal.reason instanceof TimeoutError)) {
    signal.throwIfAborted();
  }
  return {
    cluster,
    statefulSet,
    pods,
    reasons,
    claims: claims.items,
    autoscaler,
    isProtected,
    operator,
    views,
    status: seen?.status,
    queues: queues?.queues ?? [],
    atMinimum: queues?.atMinimum ?? [],
    leaderless: queues?.leaderless ?? [],
    suspended,
    unread,
    expiring,
    readBy: readByOf(seen, access, hidden),
  };
}

/** Before RabbitMQ 4, the management API shows feature flags to administrators only. */
async function withFeatureFlags(
  kubernetes: KubernetesConnection,
  { namespace }: ClusterRef,
  view: View,
  { mayExec }: BrokerAccess,
): Promise<View> {
  const { pod, status, management } = view;
  if (management === undefined || !mayExec || status === undefined || status.featureFlags.length > 0) {
    return view;
  }
  try {
    const { featureFlags } = await new Broker(kubernetes, namespace, pod).clusterStatus();
    return { ...view, status: { ...status, featureFlags } };
  } catch {
    return view;
  }
}

function hasTls({ spec }: Kubernetes.V1StatefulSet): boolean {
  const container = spec?.template.spec?.containers.find(({ name }) => name === BROKER_CONTAINER);
  return container?.ports?.some(({ name }) => name === 'amqps' || name === 'management-tls') === true;
}

async function expiringCertificates(kubernetes: KubernetesConnection, { namespace }: ClusterRef, { pod, management }: View): Promise<HealthFacts['expiring']> {
  const expiringWithin = async (look: (days: number) => Promise<string | undefined>): Promise<HealthFacts['expiring']> => {
    for (const days of [CERTIFICATE_DAYS.critical, CERTIFICATE_DAYS.warning]) {
      const output = await look(days);
      if (output !== undefined) {
        return { days, output };
      }
    }
    return undefined;
  };
  return management === undefined
    ? expiringWithin(async days => expirationByTools(new Broker(kubernetes, namespace, pod), days))
    : ManagementApi.read(kubernetes, { namespace, pod }, management, async api =>
        expiringWithin(async days => api.expiringCertificates(days)));
}

async function expirationByTools(broker: Broker, days: number): Promise<string | undefined> {
  const { exitCode, stdout, stderr } = await broker.exec(['rabbitmq-diagnostics', 'check_certificate_expiration', '--unit', 'days', '--within', String(days)]);
  return exitCode === 0 ? undefined : (stdout || stderr).trim().split('\n').slice(-3).join(' ');
}
