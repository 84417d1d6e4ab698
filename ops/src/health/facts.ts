import { podReasons, type PodReason } from '../pods/pod-reason';
import type { Broker, ClusterStatus } from '../broker/broker';
import { brokerOf, brokerPods } from '../broker/brokers';
import { suspendedNodes } from '../broker/listeners';
import type { QueueInfo } from '../broker/queues';
import { BROKER_CONTAINER, brokerSelector, type ClusterRef } from '../core/cluster-ref';
import { messageOf, TimeoutError } from '../core/errors';
import { autoscalerOf } from '../kubernetes/autoscaler';
import type { Kubernetes } from '../kubernetes/library';
import { isReady, isRunning } from '../kubernetes/pods';
import { currentOperator, hasDisruptionBudget } from './surroundings';
import { largestView, type View, viewsOf } from './views';
import { statefulSetOf } from '../kubernetes/stateful-set';
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
  /** What the broker says of certificates that expire within so many days; undefined where there is no TLS. */
  readonly expiring?: { readonly days: number; readonly output: string };
}

/** Within how many days a certificate's end is worth a word, and when it is urgent. */
export const CERTIFICATE_DAYS = { warning: 30, critical: 7 } as const;

/** @throws NotFoundError if there is no such cluster */
export async function gatherFacts({ kubernetes, signal }: Operation, cluster: ClusterRef): Promise<HealthFacts> {
  const statefulSet = await statefulSetOf(kubernetes, cluster);
  const [pods, claims, autoscaler, isProtected, operator] = await Promise.all([
    brokerPods(kubernetes, cluster),
    kubernetes.core.listNamespacedPersistentVolumeClaim({ namespace: cluster.namespace, labelSelector: brokerSelector(cluster) }),
    autoscalerOf(kubernetes, cluster),
    hasDisruptionBudget(kubernetes, cluster),
    currentOperator(kubernetes, cluster),
  ]);
  const asked = pods.filter(pod => isRunning(pod, BROKER_CONTAINER));
  const [reasons, views] = await Promise.all([
    podReasons(kubernetes, cluster.namespace, pods),
    viewsOf(kubernetes, pods),
  ]);
  const seen = largestView(views);
  const broker = asked.filter(pod => pod.metadata?.name === seen?.pod).map(pod => brokerOf(kubernetes, pod))[0];
  const unread: Unread[] = [];
  const read = async <T>(what: Unread['what'], look: (from: Broker) => Promise<T>): Promise<T | undefined> => {
    try {
      return broker && await look(broker);
    } catch (error) {
      unread.push({ what, error: messageOf(error) });
      return undefined;
    }
  };
  const [queues = [], suspended = [], expiring] = await Promise.all([
    pods.some(isReady) ? read('queues', from => from.queues()) : undefined,
    read('listeners', suspendedNodes),
    hasTls(statefulSet) ? read('certificates', expiringCertificates) : undefined,
  ]);
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
    queues,
    suspended,
    unread,
    expiring,
  };
}

function hasTls({ spec }: Kubernetes.V1StatefulSet): boolean {
  const container = spec?.template.spec?.containers.find(({ name }) => name === BROKER_CONTAINER);
  return container?.ports?.some(({ name }) => name === 'amqps' || name === 'management-tls') === true;
}

async function expiringCertificates(broker: Broker): Promise<HealthFacts['expiring']> {
  for (const days of [CERTIFICATE_DAYS.critical, CERTIFICATE_DAYS.warning]) {
    const { exitCode, stdout, stderr } = await broker.exec(['rabbitmq-diagnostics', 'check_certificate_expiration', '--unit', 'days', '--within', String(days)]);
    if (exitCode !== 0) {
      return { days, output: (stdout || stderr).trim().split('\n').slice(-3).join(' ') };
    }
  }
  return undefined;
}
