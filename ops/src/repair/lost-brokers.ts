import { hasKhepri, type RepairFacts } from './facts';
import { forceMajority } from './majority';
import type { RepairCase } from './repair';
import { caughtUp, refilled, rejoined, restartPod } from './rejoin';
import { anyBroker } from '../broker/brokers';
import { type ClusterStatus, podOf } from '../broker/broker';
import { BROKER_CONTAINER } from '../cluster-ref';
import { ifFound, UsageError } from '../errors';
import { claimOf } from '../kubernetes/claims';
import type { Kubernetes } from '../kubernetes/library';
import { isReady, isRunning } from '../kubernetes/pods';
import type { Operation } from '../operation';

/** Brokers whose volumes are gone: each starts anew and gets its queues' members from the others; without a majority all at once, from what is left. */
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
  const ready = pods.filter(pod => lost.includes(pod.metadata?.name ?? '') && isReady(pod) && status?.running.some(node => podOf(node) === pod.metadata?.name)).map(({ metadata }) => metadata?.name);
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
  const survivors = running.length > 0 ? running : up.slice(0, 1);
  const kept = survivors.map(({ metadata }) => metadata?.name ?? '');
  const away = pods.map(({ metadata }) => metadata?.name ?? '').filter(name => !kept.includes(name) && !names.includes(name));
  const [survivor] = survivors;
  const isAlone = survivors.length === 1;
  const who = kept.join(' and ');
  return {
    id: 'lost-majority',
    subject: who || cluster.name,
    what: `${running.length} of ${size} members ${running.length === 1 ? 'runs' : 'run'}: without a majority no definition changes, and replicated queues stand still`,
    evidence: `not running: ${[...names, ...away].join(', ')}`,
    steps: [
      `give up the volumes of ${names.join(', ') || '…'}: delete their claims and pods`,
      ...isAlone ? [`have ${who} be a cluster of one, with what it has of definitions and of each replicated queue`] : [],
      isAlone
        ? 'have the others start anew and join it, and give them members of queues'
        : `have the others start anew and join ${who}: they and their members of queues take what the one of these has that is ahead`,
    ],
    loses: [`messages and definitions that weren't on ${who} yet`, `queues with no member on ${who}`],
    blocked: majorityBlocked(facts, survivor, names, away),
    run: async (operation, brokerTimeoutMs) => {
      for (const pod of lost) {
        await giveUp(operation, facts, pod);
      }
      // of several, one becomes the leader as soon as enough of the others are there that start anew
      if (isAlone && survivor) {
        await forceMajority(operation, survivor);
      }
      for (const pod of names) {
        await rejoined(operation, cluster, pod, brokerTimeoutMs);
      }
      if (!isAlone) {
        await caughtUp(operation, cluster);
        return;
      }
      // a majority of one has taken the others' members off queues
      for (const pod of names) {
        await refilled(operation, cluster, pod);
      }
    },
  };
}

function majorityBlocked({ status }: RepairFacts, survivor: Kubernetes.V1Pod | undefined, lost: readonly string[], away: readonly string[]): string | undefined {
  if (survivor === undefined) {
    return 'no broker is left whose container runs: bring one up; "rabbitmq-k8s doctor" says why they aren\'t';
  }
  if (away.length > 0) {
    return `bring ${away.join(' and ')} back, which is always better. Once it is certain that their volumes are gone for good: ${[...lost, ...away].map(pod => `--lost ${pod}`).join(' ')}`;
  }
  return status !== undefined && !hasKhepri(status)
    ? 'the metadata is in Mnesia, of which no majority is made: docs/runbooks/RabbitMQQuorumLost.md tells how to take what is left to a new cluster'
    : undefined;
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
      ...forgets ? [`have the others forget ${node}, so that it may join anew`] : [],
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
