import { hasKhepri, type RepairFacts } from './facts';
import { forceMajority } from './majority';
import type { RepairCase } from './repair';
import { refilled, rejoined, restartPod } from './rejoin';
import { anyBroker } from '../broker/brokers';
import type { ClusterStatus } from '../broker/broker';
import { podOf } from '../broker/nodes';
import { BROKER_CONTAINER, commandLine } from '../core/cluster-ref';
import { ifFound, UsageError } from '../core/errors';
import { claimOf } from '../kubernetes/claims';
import type { Kubernetes } from '../kubernetes/library';
import { isReady, isRunning } from '../kubernetes/pods';
import type { Operation } from '../operation/operation';

/**
 * Brokers whose volumes are lost: each starts empty and gets its replicas from the others; without a majority, all
 * rejoin one remaining broker.
 */
export function lostBrokerCases(facts: RepairFacts): RepairCase[] {
  const lost = lostPods(facts);
  const majority = majorityCase(facts, lost);
  return majority ? [majority] : lost.map(pod => lostCase(facts, pod));
}

/** Those that were named, whose claims are Lost, and whose logs say that they start from nothing and are refused. */
function lostPods({ pods, claims, troubles, status, request: { lost = [] } }: RepairFacts): Kubernetes.V1Pod[] {
  const names = pods.map(({ metadata }) => metadata?.name ?? '');
  const unknown = lost.filter(name => !names.includes(name));
  if (unknown.length > 0) {
    throw new UsageError(`--lost ${unknown.join(' --lost ')}: there is no such pod; there are ${names.join(', ')}`);
  }
  const isMinority = status !== undefined && status.running.length <= status.members.length / 2;
  const ready = isMinority ? [] : pods.filter(pod => lost.includes(pod.metadata?.name ?? '') && isReady(pod) && status?.running.some(node => podOf(node) === pod.metadata?.name)).map(({ metadata }) => metadata?.name);
  if (ready.length > 0) {
    throw new UsageError(`--lost ${ready.join(' --lost ')}: it is Ready, and runs as a member; nothing of it is lost`);
  }
  return pods.filter((pod) => {
    const name = pod.metadata?.name ?? '';
    return lost.includes(name) || claimOf(pod, claims)?.status?.phase === 'Lost' || isRefused(name, status, troubles);
  });
}

/** Clusters with Mnesia refuse a member that comes back empty until they have forgotten it. */
function isRefused(pod: string, status: ClusterStatus | undefined, troubles: RepairFacts['troubles']): boolean {
  return troubles.get(pod)?.id === 'lost-volume' && status?.members.some(node => podOf(node) === pod) === true;
}

function majorityCase(facts: RepairFacts, lost: readonly Kubernetes.V1Pod[]): RepairCase | undefined {
  const { status, pods, statefulSet, cluster } = facts;
  const names = lost.map(({ metadata }) => metadata?.name ?? '');
  const up = pods.filter(pod => !lost.includes(pod) && isRunning(pod, BROKER_CONTAINER));
  const size = status?.members.length ?? statefulSet.spec?.replicas ?? 0;
  if (size < 2 || (status?.running.length ?? 0) > size / 2 || (status === undefined && lost.length === 0)) {
    return undefined;
  }
  const running = up.filter(pod => status?.running.some(node => podOf(node) === pod.metadata?.name));
  const [survivor = up.at(0), ...others] = running;
  const name = survivor?.metadata?.name ?? '';
  const left = running.map(({ metadata }) => metadata?.name ?? '');
  const away = pods.map(({ metadata }) => metadata?.name ?? '').filter(pod => pod !== name && !left.includes(pod) && !names.includes(pod));
  return {
    id: 'lost-majority',
    subject: name || cluster.name,
    what: `${status?.running.length ?? 0} of ${size} members ${status?.running.length === 1 ? 'runs' : 'run'}: without a majority no definition changes, and replicated queues stand still`,
    evidence: `not running: ${pods.map(({ metadata }) => metadata?.name ?? '').filter(pod => !status?.running.some(node => podOf(node) === pod)).join(', ')}`,
    steps: [
      `give up the volumes of ${names.join(', ') || '…'}: delete their claims and pods`,
      `have ${others.length > 0 ? 'one that is left' : name} be a cluster of one, with what it has of definitions and of each replicated queue`,
      'restart the other brokers empty, join them to it, and add queue replicas on them',
    ],
    loses: others.length > 0 ? ['what the one that is gone on from doesn\'t have'] : [`messages and definitions that ${name} didn't have yet`, `queues with no member on ${name}`],
    blocked: majorityBlocked(facts, survivor, left, names, away),
    run: async (operation, brokerTimeoutMs) => {
      for (const pod of lost) {
        await giveUp(operation, facts, pod);
      }
      if (survivor) {
        await forceMajority(operation, survivor);
      }
      for (const pod of names) {
        await rejoined(operation, cluster, pod, brokerTimeoutMs);
      }
      for (const pod of names) {
        await refilled(operation, cluster, pod);
      }
    },
  };
}

function majorityBlocked(
  { cluster, status }: RepairFacts,
  survivor: Kubernetes.V1Pod | undefined,
  left: readonly string[],
  lost: readonly string[],
  away: readonly string[],
): string | undefined {
  if (survivor === undefined) {
    return `no broker is left whose container runs: bring one up; ${commandLine('doctor', cluster)} says why they don't`;
  }
  if (status !== undefined && !hasKhepri(status)) {
    return 'repair can\'t force a majority of Mnesia metadata: docs/runbooks/RabbitMQQuorumLost.md describes how to move the remaining data to a new cluster';
  }
  const flags = (pods: readonly string[]): string => pods.map(pod => `--lost ${pod}`).join(' ');
  const gone = away.length > 0 ? `bring ${away.join(' and ')} back, which is always better. Once it is certain that their volumes are gone for good: ${flags([...lost, ...away])}` : undefined;
  if (left.length < 2) {
    return gone;
  }
  const [kept, ...given] = left;
  const choice = `${left.join(' and ')} are left, and only one of them can be gone on from: choose it by what it has, save what only the others have, and name these as lost too`;
  return `${gone === undefined ? '' : `${gone}. And `}${choice}; to go on from ${kept}: ${flags([...lost, ...away, ...given])}`;
}

function lostCase(facts: RepairFacts, pod: Kubernetes.V1Pod): RepairCase {
  const { status, cluster, request, troubles, claims } = facts;
  const name = pod.metadata?.name ?? '';
  const claim = claimOf(pod, claims);
  const refused = isRefused(name, status, troubles);
  const isKept = refused && request.lost?.includes(name) !== true;
  const node = status?.members.find(member => podOf(member) === name);
  const forgets = node !== undefined && status !== undefined && !hasKhepri(status);
  return {
    id: 'lost-volume',
    subject: name,
    what: refused ? `${name} has an empty volume, and the others still count on what it had: they refuse it` : `The volume of ${name} is gone for good`,
    evidence: refused ? troubles.get(name)?.line ?? '' : claim?.status?.phase === 'Lost' ? `claim ${claim.metadata?.name} is Lost` : `--lost ${name}; claim ${claim?.metadata?.name ?? 'none'} is ${claim?.status?.phase ?? 'not there'}`,
    steps: [
      ...isKept ? [] : [`delete the claim ${claim?.metadata?.name ?? `of ${name}`} and the pod, which gets a new volume`],
      ...forgets ? [`have the others forget ${node}, so that it can join again`] : [],
      'wait until it has joined, and give it members of queues',
    ],
    loses: [`what only ${name} had: classic queues on it, and queues with no other member`],
    run: async (operation, brokerTimeoutMs) => {
      if (!isKept) {
        await giveUp(operation, facts, pod);
      }
      if (forgets) {
        operation.progress.step(`Forgetting ${node}`);
        await (await anyBroker(operation.kubernetes, cluster)).run(['rabbitmqctl', 'forget_cluster_node', node], { timeoutMs: 120_000 });
      }
      await rejoined(operation, cluster, name, brokerTimeoutMs);
      await refilled(operation, cluster, name);
    },
  };
}

/** The claim goes with its pod: it is held until the pod is gone. */
async function giveUp(operation: Operation, { claims, request }: RepairFacts, pod: Kubernetes.V1Pod): Promise<void> {
  const { kubernetes, progress } = operation;
  const claim = claimOf(pod, claims)?.metadata;
  progress.step(`${pod.metadata?.name}: giving up its volume`);
  if (claim?.name !== undefined) {
    await ifFound(kubernetes.core.deleteNamespacedPersistentVolumeClaim({ name: claim.name, namespace: claim.namespace ?? '' }));
  }
  await restartPod(operation, pod, request.offNodes?.includes(pod.spec?.nodeName ?? '') === true ? 0 : undefined);
}
