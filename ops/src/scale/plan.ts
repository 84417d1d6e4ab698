import { type ScaleEstimate, scaleEstimate } from './estimate';
import { movesTo } from './moves';
import { scalingSettings } from './settings';
import { isMembershipPaused } from '../broker/membership-pause';
import { isOf } from '../broker/nodes';
import type { QueueInfo } from '../broker/queues';
import { firstReachableBroker, brokerPods } from '../broker/brokers';
import { lackingFor } from '../broker/safety';
import { firstOf } from '../core/first-of';
import { BROKER_CONTAINER, type ClusterRef, commandLine } from '../core/cluster-ref';
import { UsageError } from '../core/errors';
import { autoscalerOf } from '../kubernetes/autoscaler';
import type { Kubernetes } from '../kubernetes/library';
import { statefulSetOf } from '../kubernetes/stateful-set';
import type { Operation } from '../operation/operation';

/** Names of refusals that can be overridden. */
export const FORCES = ['even', 'stop', 'autoscaler', 'broker-away', 'unsafe'] as const;

/** One of them. */
export type Force = typeof FORCES[number];

/** Why a number of brokers isn't set without its being forced. */
export interface ScaleRefusal {
  /** What forces it; undefined if nothing does. */
  readonly force?: Force;
  readonly reason: string;
}

/** Whether a refusal is overridden. */
export function isForced({ force }: ScaleRefusal, forced: readonly string[]): boolean {
  return force !== undefined && forced.includes(force);
}

/** What comes of another number of brokers. */
export interface ScalePlan {
  readonly namespace: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** The pods that come. */
  readonly joining: readonly string[];
  /** The pods that go, the first one first. */
  readonly leaving: readonly string[];
  /** Members of quorum queues and streams on the brokers that go. */
  readonly members: number;
  /** Leaders of these on the brokers that go. */
  readonly leaders: number;
  /** About how many members queues get on other brokers than now: on those that come, or in place of those that go. */
  readonly moves: number;
  /** Estimated duration; undefined if nothing changes, or without membership.leaveOnScaleIn. */
  readonly estimate?: ScaleEstimate;
  /** Classic queues on the brokers that go, with messages that nobody else has. */
  readonly classicQueues: readonly { readonly vhost: string; readonly name: string; readonly messages: number }[];
  /** What becomes of the volumes of the brokers that go. */
  readonly volumes: 'kept' | 'deleted';
  /** What is worth knowing, and doesn't stop it. */
  readonly risks: readonly string[];
  /** What stops it unless forced. */
  readonly refusals: readonly ScaleRefusal[];
  /** Whether brokers leave and queues grow automatically; see docs/scaling.md. */
  readonly safe: boolean;
}

/** What is true of a cluster whose number of brokers changes. */
interface Scaled {
  readonly cluster: ClusterRef;
  readonly statefulSet: Kubernetes.V1StatefulSet;
  readonly to: number;
}

/**
 * @throws UsageError if the number is none
 * @throws NotFoundError if there is no such cluster
 */
export async function scalePlan(operation: Operation, cluster: ClusterRef, to: number): Promise<ScalePlan> {
  const { kubernetes } = operation;
  if (!Number.isInteger(to) || to < 0) {
    throw new UsageError(`the number of brokers is ${to}: it must be a whole number. Use 3, 5 or 7`);
  }
  const statefulSet = await statefulSetOf(kubernetes, cluster);
  const scaled: Scaled = { cluster, statefulSet, to };
  const from = replicasOf(statefulSet);
  const leaving = to > 0 ? podNames(scaled, to, from).reverse() : [];
  const joining = podNames(scaled, from, to);
  const safe = leavesByItself(statefulSet);
  const autoscaler = await autoscalerOf(kubernetes, cluster);
  const held = await heldBy(operation, scaled, { joining, leaving, safe });
  return {
    ...cluster,
    from,
    to,
    joining,
    leaving,
    ...held,
    estimate: safe ? scaleEstimate({ from, to, ...held }) : undefined,
    volumes: statefulSet.spec?.persistentVolumeClaimRetentionPolicy?.whenScaled === 'Delete' ? 'deleted' : 'kept',
    risks: [
      ...to > 9 ? [`more than 9 brokers make every change of metadata slower: https://www.rabbitmq.com/docs/clustering#node-count`] : [],
      ...to === 0 && autoscaler ? [`${autoscaler.metadata?.name} rests while there are no brokers: start them again with ${rangeOf(autoscaler)}, and it goes on`] : [],
      ...to === 1 && from > 1 ? ['one broker has nobody to take over from it'] : [],
    ],
    refusals: await refusalsOf(operation, scaled, leaving, autoscaler),
    safe,
  };
}

/** The pods that are to be there for a number of brokers. */
export function wantedPods(statefulSet: Kubernetes.V1StatefulSet, replicas: number): string[] {
  return podNames({ cluster: { namespace: '', name: statefulSet.metadata?.name ?? '' }, statefulSet, to: replicas }, 0, replicas);
}

/** Whether the brokers' pods have the program that has them leave. */
export function leavesByItself({ spec }: Kubernetes.V1StatefulSet): boolean {
  const broker = spec?.template.spec?.containers.find(({ name }) => name === BROKER_CONTAINER);
  return broker?.lifecycle?.preStop?.exec?.command?.some(line => line.includes('rabbitmq_membership_leave:before_stop')) ?? false;
}

function replicasOf({ spec }: Kubernetes.V1StatefulSet): number {
  return spec?.replicas ?? 1;
}

function podNames({ cluster, statefulSet }: Scaled, from: number, to: number): string[] {
  const start = statefulSet.spec?.ordinals?.start ?? 0;
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => `${cluster.name}-${start + from + i}`);
}

async function heldBy({ kubernetes }: Operation, { cluster }: Scaled, { joining, leaving, safe }: Pick<ScalePlan, 'joining' | 'leaving' | 'safe'>): Promise<Held> {
  const broker = joining.length + leaving.length > 0
    ? firstReachableBroker(kubernetes, await brokerPods(kubernetes, cluster))
    : undefined;
  if (broker === undefined) {
    return { members: 0, leaders: 0, moves: 0, classicQueues: [] };
  }
  const queues = await broker.queues();
  const goes = (node: string): boolean => leaving.some(pod => isOf(pod, node));
  const stay = async (): Promise<string[]> => (await broker.clusterStatus()).members.filter(node => !goes(node));
  return {
    ...goneWith(queues, goes),
    moves: safe ? movesTo([...await stay(), ...joining], queues, await scalingSettings(broker)) : 0,
  };
}

type Held = Pick<ScalePlan, 'members' | 'leaders' | 'moves' | 'classicQueues'>;

function goneWith(queues: readonly QueueInfo[], goes: (node: string) => boolean): Omit<Held, 'moves'> {
  const replicated = queues.filter(({ type }) => type !== 'classic');
  return {
    members: replicated.reduce((sum, { members }) => sum + members.filter(goes).length, 0),
    leaders: replicated.filter(({ leader }) => goes(leader)).length,
    classicQueues: queues
      .filter(({ type, leader, messages }) => type === 'classic' && goes(leader) && messages > 0)
      .map(({ vhost, name, messages }) => ({ vhost, name, messages })),
  };
}

async function refusalsOf(
  operation: Operation,
  scaled: Scaled,
  leaving: readonly string[],
  autoscaler: Autoscaler | undefined,
): Promise<ScaleRefusal[]> {
  const { cluster, statefulSet, to } = scaled;
  const from = replicasOf(statefulSet);
  if (to === from) {
    return [];
  }
  const lacking = leaving.length > 0 && leavesByItself(statefulSet)
    ? await lackingFor(operation.kubernetes, cluster, leaving)
    : [];
  const candidates: (ScaleRefusal | false | undefined)[] = [
    from > 0 && to > 0 && isMembershipPaused(statefulSet) && { reason: `changes of members and replicas are paused: queues would get no replicas on new brokers. Resume them first: ${commandLine('membership resume', cluster)}` },
    to > 0 && to % 2 === 0 && { force: 'even', reason: `${to} brokers survive no more failures than ${to - 1}: take ${to - 1} or ${to + 1}` },
    to === 0 && { force: 'stop', reason: 'without a broker nobody gets in; messages and volumes stay until it is scaled out again' },
    autoscaler && undoes(autoscaler, from, to) && { force: 'autoscaler', reason: `${autoscaler.metadata?.name} sets the number of brokers, ${rangeOf(autoscaler)}, and would undo this: change its range instead` },
    leaving.length > 0 && !leavesByItself(statefulSet) && { force: 'unsafe', reason: 'these brokers don\'t leave the cluster automatically (membership.leaveOnScaleIn is off, or another tool created them): queues would keep replicas on removed brokers' },
    lacking.length > 0 && { force: 'broker-away', reason: `the brokers that go would wait, as not all is up that stays: ${firstOf(lacking)}` },
  ];
  return candidates.filter((candidate): candidate is ScaleRefusal => candidate !== false && candidate !== undefined);
}

type Autoscaler = Kubernetes.V2HorizontalPodAutoscaler;

function rangeOf({ spec }: Autoscaler): string {
  return `${spec?.minReplicas ?? 1} to ${spec?.maxReplicas}`;
}

/** It rests where there are to be none, and takes up a number of its range. */
function undoes({ spec }: Autoscaler, from: number, to: number): boolean {
  return from === 0 ? to < (spec?.minReplicas ?? 1) || to > (spec?.maxReplicas ?? Infinity) : to > 0;
}
