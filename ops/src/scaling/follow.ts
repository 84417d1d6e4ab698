import { type ScalePlan, wantedPods } from './plan';
import { askable, brokerPods } from '../broker/brokers';
import { clusterEvents } from '../health/events';
import { podState } from '../health/pod-state';
import { isReady } from '../kubernetes/pods';
import { until } from '../kubernetes/wait';
import type { Operation } from '../operation';

const INTERVAL_MS = 2_000;
const EVENTS = 50;

/** Waits until the brokers of a plan have come or gone, and queues have their members on those that stay. */
export async function follow(operation: Operation, plan: ScalePlan, since: Date): Promise<void> {
  const { kubernetes, progress, signal } = operation;
  const cluster = { namespace: plan.namespace, name: plan.name };
  const statefulSet = await kubernetes.apps.readNamespacedStatefulSet(cluster);
  const wanted = wantedPods(statefulSet, plan.to);
  const changes = plan.joining.length + plan.leaving.length > 0;
  progress.step(stepText(plan));
  await until(async () => {
    const pods = await brokerPods(kubernetes, cluster);
    const events = plan.safe ? (await clusterEvents(kubernetes, cluster, EVENTS)).filter(({ at }) => at >= since.toISOString().slice(0, 19)) : [];
    progress.live([
      ...pods.map(pod => podLine(pod.metadata?.name ?? '', podState(pod), wanted)),
      ...events.filter(({ reason, object }) => reason.startsWith('Scal') && object.startsWith('Pod/')).slice(-3).map(({ object, message }) => `${object.slice(4)}: ${message}`),
    ]);
    const names = pods.map(({ metadata }) => metadata?.name ?? '');
    if (names.join() !== wanted.join() || !pods.every(isReady)) {
      return { pods: false };
    }
    const spread = !plan.safe || !changes || events.some(({ reason }) => reason === 'Scaled');
    const broker = askable(kubernetes, pods);
    return { pods: true, spread, queues: broker === undefined || (spread && await isSettled(broker, wanted)) };
  }, ({ pods, spread = true, queues = true }) => pods && spread && queues, { signal, intervalMs: INTERVAL_MS });
}

function stepText({ joining, leaving, to }: ScalePlan): string {
  if (joining.length > 0) {
    return `Waiting for ${joining.join(', ')} to join, and for queues to get members there`;
  }
  return leaving.length > 0 ? `Waiting for ${leaving.join(', ')} to leave` : `Waiting until ${to} brokers are there`;
}

function podLine(name: string, { state, reason }: ReturnType<typeof podState>, wanted: readonly string[]): string {
  const shown = state === 'Terminating' && !wanted.includes(name) ? 'Leaving' : state;
  return `${name}  ${shown}${reason === undefined ? '' : `: ${reason}`}`;
}

/** Whether membership lists the pods that there are, and every replicated queue has all its members on these. */
async function isSettled(broker: NonNullable<ReturnType<typeof askable>>, wanted: readonly string[]): Promise<boolean> {
  const { members, running } = await broker.clusterStatus();
  const stays = (node: string): boolean => wanted.some(pod => node.startsWith(`rabbit@${pod}.`));
  if (members.length !== wanted.length || running.length !== wanted.length || !members.every(stays)) {
    return false;
  }
  const queues = await broker.queues();
  return queues.every(({ type, members: of, online, leader }) => type === 'classic' || (leader !== '' && of.every(node => stays(node) && online.includes(node))));
}
