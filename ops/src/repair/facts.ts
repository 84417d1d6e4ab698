import { type CookieFacts, cookieFacts } from './cookie-facts';
import type { RepairRequest } from './repair';
import type { ClusterStatus } from '../broker/broker';
import { podOf } from '../broker/nodes';
import { brokerOf } from '../broker/brokers';
import { isAppStopped } from '../broker/stopped-app';
import { BROKER_CONTAINER, type ClusterRef } from '../core/cluster-ref';
import { ifFound, ifPermitted } from '../core/errors';
import { type BootTrouble, bootTrouble } from '../pods/boot-log';
import { gatherFacts, type HealthFacts } from '../health/facts';
import { EXEC_ONLY } from '../management/access';
import type { Kubernetes } from '../kubernetes/library';
import { isReady } from '../kubernetes/pods';
import type { Operation } from '../operation/operation';

/** What repairs are found by. */
export interface RepairFacts extends HealthFacts {
  readonly request: RepairRequest;
  readonly cookies: CookieFacts;
  /** What the logs of pods that aren't Ready say, by pod. */
  readonly troubles: ReadonlyMap<string, BootTrouble>;
  /** Pods in which RabbitMQ is stopped while the container runs. */
  readonly stoppedApps: readonly string[];
  /** The Kubernetes nodes of pods that are stuck; undefined where there is none of that name, or it can't be seen. */
  readonly nodes: ReadonlyMap<string, Kubernetes.V1Node | undefined>;
}

/** @throws NotFoundError if there is no such cluster */
export async function repairFacts(
  operation: Operation,
  cluster: ClusterRef,
  request: RepairRequest,
): Promise<RepairFacts> {
  const facts = await gatherFacts(operation, cluster, EXEC_ONLY);
  const { kubernetes } = operation;
  const unready = facts.pods.filter(pod => !isReady(pod));
  const stuckOn = unready.flatMap(({ metadata, spec }) =>
    metadata?.deletionTimestamp && spec?.nodeName !== undefined ? [spec.nodeName] : []);
  const [cookies, troubles, nodes, stopped] = await Promise.all([
    cookieFacts(operation, facts),
    Promise.all(unready.map(async pod => [pod.metadata?.name ?? '', bootTrouble(await logOf(operation, pod), pod.metadata?.name ?? '')] as const)),
    Promise.all(
      [...new Set(stuckOn)].map(
        async name => [name, await ifPermitted(ifFound(kubernetes.core.readNode({ name })))] as const,
      ),
    ),
    Promise.all(unready.map(async pod => isAppStopped(kubernetes, pod))),
  ]);
  const stoppedApps = unready.filter((_, i) => stopped[i]).map(({ metadata }) => metadata?.name ?? '');
  const told = new Map(troubles.flatMap(([pod, trouble]) => (trouble ? [[pod, trouble] as const] : [])));
  const silent = unready.filter(({ metadata }) => !told.has(metadata?.name ?? '') && !stoppedApps.includes(metadata?.name ?? ''));
  const waiting = await Promise.all(silent.map(async pod => waitsOutside(operation, pod, facts.status)));
  silent.forEach(({ metadata }, i) => {
    const trouble = waiting[i];
    if (trouble) {
      told.set(metadata?.name ?? '', trouble);
    }
  });
  return { ...facts, request, cookies, troubles: told, stoppedApps, nodes: new Map(nodes) };
}

/** The last lines of a broker's log: those of its run before where it waits for the next. */
async function logOf({ kubernetes }: Operation, { metadata, status }: Kubernetes.V1Pod): Promise<string> {
  const container = status?.containerStatuses?.find(({ name }) => name === BROKER_CONTAINER);
  const previous = container?.state?.running === undefined && (container?.restartCount ?? 0) > 0;
  const where = { namespace: metadata?.namespace ?? '', name: metadata?.name ?? '', container: BROKER_CONTAINER, tailLines: 300 };
  return await kubernetes.core.readNamespacedPodLog({ ...where, previous }).catch(() => undefined) ?? '';
}

/** With Khepri a broker that was forgotten waits for the others without a word; it still counts on them. */
const COUNTS_ON = '[Node || Node <- rabbit_khepri:locally_known_nodes(), Node =/= node()].';

/** A broker that joins is a member before this long; one that has restarted has joined or failed before. */
const JOINS_MS = 60_000;
const REJOINS_MS = 10_000;

async function waitsOutside(
  { kubernetes }: Operation,
  pod: Kubernetes.V1Pod,
  status: ClusterStatus | undefined,
): Promise<BootTrouble | undefined> {
  const name = pod.metadata?.name ?? '';
  const container = pod.status?.containerStatuses?.find(candidate => candidate.name === BROKER_CONTAINER);
  const startedAt = container?.state?.running?.startedAt;
  const joins = (container?.restartCount ?? 0) > 0 ? REJOINS_MS : JOINS_MS;
  if (
    startedAt === undefined
    || Date.now() - new Date(startedAt).getTime() < joins
    || !status
    || status.members.some(node => podOf(node) === name)
  ) {
    return undefined;
  }
  const { exitCode, stdout } = await brokerOf(kubernetes, pod).exec(['rabbitmqctl', '--silent', 'eval', COUNTS_ON]);
  const others = exitCode === 0 ? [...stdout.matchAll(/rabbit@[\w.-]+/g)].map(([node]) => podOf(node)) : [];
  return others.length > 0
    ? { id: 'forgotten', sentence: 'The others have forgotten it, and it still has its data from before', line: `it counts on ${others.join(', ')}, which don't count it` }
    : undefined;
}

/** New clusters of 4.2 and all of 4.3 have their metadata in Khepri, and take a member back that comes empty. */
export function hasKhepri({ featureFlags }: ClusterStatus): boolean {
  return featureFlags.some(({ name, state }) => name === 'khepri_db' && state === 'enabled');
}
