import { changesText, type PlannedChanges, plannedChanges } from './changes';
import { StallDetector } from './stall-detector';
import type { BrokerEventLog } from './broker-event-log';
import { type ScalePlan, wantedPods } from './plan';
import { scalingSettings } from './settings';
import { type ClusterBalance, clusterBalance, brokerBalance } from './cluster-balance';
import { isOf } from '../broker/nodes';
import type { Broker } from '../broker/broker';
import { firstReachableBroker, brokerPods } from '../broker/brokers';
import { firstOf } from '../core/first-of';
import { commandLine } from '../core/cluster-ref';
import { IncompleteError, messageOf } from '../core/errors';
import { withFailureState } from '../core/failure-state';
import { podState } from '../pods/pod-state';
import type { Kubernetes } from '../kubernetes/library';
import { isReady } from '../kubernetes/pods';
import { until } from '../kubernetes/wait';
import { type Operation, waitStep } from '../operation/operation';

/** How long to wait for what, in milliseconds. */
export interface FollowLimits {
  readonly intervalMs: number;
  /** Time without progress after which the balance is accepted: brokers start balancing after a minute. */
  readonly restMs: number;
  /**
   * Time without progress after which the operation counts as stuck: brokers report every 5 minutes what they wait for.
   */
  readonly stuckMs: number;
}

const NO_CHANGES: PlannedChanges = { left: 0, changing: 0 };

const LIMITS: FollowLimits = { intervalMs: 2_000, restMs: 3 * 60_000, stuckMs: 6 * 60_000 };

/** How things stand: `pods` are those that come or go, and not judged by time, as a broker may take long to leave. */
interface Look extends Omit<ClusterBalance, 'distance'> {
  readonly distance?: number;
  readonly pods: boolean;
}

/**
 * Waits until the brokers of a plan have come or gone, queues have their members on those that stay, and members and
 * leaders are even or get no more so; answers what isn't even.
 *
 * @throws IncompleteError if queues or brokers come no nearer to that, or somebody else sets another number
 */
export async function follow(
  operation: Operation,
  plan: ScalePlan,
  eventLog: BrokerEventLog,
  limits: FollowLimits = LIMITS,
): Promise<readonly string[]> {
  const { signal } = operation;
  const [distance, unevenness] = [new StallDetector(), new StallDetector()];
  let last: readonly string[] = [];
  waitStep(operation, stepText(plan));
  const state = (): string => [
    `the number of brokers is set to ${plan.to}; the brokers continue; run the same command again to follow them`,
    ...last.length > 0 ? [`still to come: ${firstOf(last)}`] : [],
  ].join('. ');
  const { uneven } = await withFailureState(state, async () => until(async () => {
    const at = performance.now();
    const seen = await look(operation, plan, eventLog);
    last = seen.lacking;
    if (seen.lacking.length === 0) {
      distance.reset(at);
      return {
        isDone: seen.uneven.length === 0 || unevenness.next(seen.unevenness, at) > limits.restMs,
        uneven: seen.uneven,
      };
    }
    unevenness.reset(at);
    if (seen.pods) {
      distance.reset(at);
    } else if (distance.next(seen.distance === undefined ? [] : [seen.distance], at) > limits.stuckMs) {
      throw stuck(plan, seen, eventLog.since(distance.since, 'ScalingWaits'));
    }
    return { isDone: false, uneven: [] };
  }, ({ isDone }) => isDone, { signal, intervalMs: limits.intervalMs }));
  return uneven;
}

function stuck({ to, namespace, name }: ScalePlan, { lacking }: Look, waits: readonly string[]): IncompleteError {
  return new IncompleteError([
    `${to} brokers are Ready, but these come no nearer to what they are to be: ${firstOf(lacking)}`,
    ...waits.length > 0 ? [`the brokers say: ${firstOf(waits)}`] : [],
    `${commandLine('doctor', { namespace, name })} says more`,
  ].join('. '));
}

async function look(operation: Operation, plan: ScalePlan, eventLog: BrokerEventLog): Promise<Look> {
  const { kubernetes, progress, signal } = operation;
  const cluster = { namespace: plan.namespace, name: plan.name };
  const statefulSet = await kubernetes.apps.readNamespacedStatefulSet(cluster);
  requireWished(statefulSet, plan);
  const wanted = wantedPods(statefulSet, plan.to);
  const pods = await brokerPods(kubernetes, cluster);
  await eventLog.hear();
  const coming = onTheWay(pods, wanted);
  const broker = firstReachableBroker(kubernetes, pods);
  const changes = plan.safe && broker ? await plannedChanges(broker) : NO_CHANGES;
  const seen = await lookAt(coming, changes, async () => broker && askedStanding(broker, plan, wanted, signal));
  progress.live([
    ...pods.map(pod => podLine(pod, wanted)),
    ...seen.pods ? [] : [...seen.lacking, ...seen.uneven].slice(0, 3),
    ...seen.pods && changes.left > 0 ? [changesText(changes)] : [],
    ...eventLog.since(0).slice(-3),
  ]);
  return seen;
}

/**
 * Listing all queues costs the brokers as much as a change of some, so this waits until they report that they are done.
 */
async function lookAt(coming: readonly string[], changes: PlannedChanges, ask: () => Promise<Omit<Look, 'pods'> | undefined>): Promise<Look> {
  if (coming.length === 0 && changes.left > 0) {
    return { lacking: [changesText(changes)], distance: changes.left, uneven: [], unevenness: [], pods: false };
  }
  const asked = coming.length === 0 ? await ask() : undefined;
  return asked ? { ...asked, pods: false } : { lacking: coming, uneven: [], unevenness: [], pods: true };
}

function requireWished({ spec }: Kubernetes.V1StatefulSet, { to }: ScalePlan): void {
  if ((spec?.replicas ?? 1) !== to) {
    throw new IncompleteError(`the number of brokers was changed to ${spec?.replicas ?? 1} meanwhile`, { state: 'the brokers continue to that number' });
  }
}

/** Which pods aren't there, aren't Ready, or are still there. */
function onTheWay(pods: readonly Kubernetes.V1Pod[], wanted: readonly string[]): string[] {
  const names = pods.map(({ metadata }) => metadata?.name ?? '');
  return [
    ...wanted.filter(name => !names.includes(name)).map(name => `${name} isn't there`),
    ...pods.filter(pod => wanted.includes(pod.metadata?.name ?? '') && !isReady(pod)).map(({ metadata }) => `${metadata?.name} isn't Ready`),
    ...names.filter(name => !wanted.includes(name)).map(name => `${name} is still there`),
  ];
}

/** A broker that doesn't answer is one of the things that may get better. */
async function askedStanding(broker: Broker, plan: ScalePlan, wanted: readonly string[], signal: AbortSignal): Promise<Omit<Look, 'pods'>> {
  try {
    const status = await broker.clusterStatus();
    if (plan.safe) {
      return clusterBalance(status, await broker.queues(), wanted, await scalingSettings(broker));
    }
    // without membership.leaveOnScaleIn, removed brokers stay members and queues get no replicas automatically
    const { lacking, distance } = brokerBalance(
      { ...status, members: status.members.filter(node => wanted.some(pod => isOf(pod, node))) },
      wanted,
    );
    return { lacking, distance, uneven: [], unevenness: [] };
  } catch (error) {
    signal.throwIfAborted();
    return { lacking: [`${broker.pod} doesn't answer: ${messageOf(error)}`], uneven: [], unevenness: [] };
  }
}

function stepText({ joining, leaving: going, to, from }: ScalePlan): string {
  if (joining.length > 0) {
    return from === 0 ? `${joining.join(', ')} to start` : `${joining.join(', ')} to join, and for queues to have replicas there`;
  }
  return going.length > 0 ? `${going.join(', ')} to leave` : `${to} brokers to be Ready`;
}

function podLine(pod: Kubernetes.V1Pod, wanted: readonly string[]): string {
  const name = pod.metadata?.name ?? '';
  const { state, reason } = podState(pod);
  const shown = state === 'Terminating' && !wanted.includes(name) ? 'Leaving' : state;
  return `${name}  ${shown}${reason === undefined ? '' : `: ${reason}`}`;
}
