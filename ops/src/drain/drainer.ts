import { lackingFor } from '../broker/safety';
import { firstOf } from '../core/first-of';
import { BROKER_CONTAINER, type ClusterRef, titleOf } from '../core/cluster-ref';
import { ifFound, NotFoundError, RefusedError } from '../core/errors';
import { withFailureState } from '../core/failure-state';
import { evict } from '../pods/evict';
import { podState } from '../pods/pod-state';
import type { KubernetesConnection } from '../kubernetes/connection';
import { withLease } from '../operation/lease';
import type { Kubernetes } from '../kubernetes/library';
import { isReady } from '../kubernetes/pods';
import { until } from '../kubernetes/wait';
import { operate, type Operation, type OperationOptions, waitStep } from '../operation/operation';

export const UNCORDON_TIMEOUT_MS = 30_000;
export const DRAIN_TIMEOUT_MS = 2 * 3_600_000;
const PLAN_TIMEOUT_MS = 60_000;

/** Options for `NodeDrainer.drain()`. */
export interface DrainOptions extends OperationOptions {
  /**
   * How long to wait for somebody else's operation on a cluster, in milliseconds.
   * @default 0
   */
  readonly waitMs?: number;
  /**
   * Moves only brokers of this namespace and this cluster. The node is cordoned for all pods.
   * @default - all brokers on the node
   */
  readonly only?: Partial<ClusterRef>;
}

/** What a drain would do. */
export interface DrainPlan {
  readonly node: string;
  readonly brokers: readonly { readonly namespace: string; readonly pod: string }[];
  /** Why it would be refused. */
  readonly refusals: readonly string[];
}

/** The result of a drain. */
export interface DrainResult {
  readonly node: string;
  /**
   * The brokers that went, and the Kubernetes nodes on which they are up again; undefined where there is no
   * room for one.
   */
  readonly brokers: readonly { readonly namespace: string; readonly pod: string; readonly to?: string }[];
  readonly seconds: number;
}

/**
 * Moves brokers off a Kubernetes node, and allows them on it again. Other pods stay: `kubectl drain`
 * moves these afterwards.
 */
export class NodeDrainer {
  public constructor(private readonly connection: KubernetesConnection) {}

  /** The brokers that a drain would move, and why it would be refused. */
  public async plan(node: string, options: OperationOptions & Pick<DrainOptions, 'only'> = {}): Promise<DrainPlan> {
    return operate(this.connection, options, { name: 'drain', timeoutMs: PLAN_TIMEOUT_MS }, async (operation) => {
      await nodeNamed(operation, node);
      const pods = await brokersOn(operation, node, options.only);
      const brokers = pods.map(({ metadata }) => ({ namespace: metadata?.namespace ?? '', pod: metadata?.name ?? '' }));
      return { node, brokers, refusals: await refusalsOf(operation, node, pods) };
    });
  }

  /**
   * Cordons the node and evicts the brokers on it one by one. Each transfers its leaders before it stops, and the next
   * one follows when its cluster is whole again.
   *
   * @throws RefusedError if a cluster with a broker on the node is incomplete: one more missing broker may cost a
   * majority
   */
  public async drain(node: string, options: DrainOptions = {}): Promise<DrainResult> {
    const begun = performance.now();
    return operate(this.connection, options, { name: 'drain', timeoutMs: DRAIN_TIMEOUT_MS }, async (operation) => {
      operation.progress.step(`Checking the brokers on ${node}`);
      await nodeNamed(operation, node);
      const pods = await brokersOn(operation, node, options.only);
      const refusals = await refusalsOf(operation, node, pods);
      if (refusals.length > 0) {
        throw new RefusedError(refusals.join('\n'), { state: 'nothing was changed' });
      }
      await cordon(operation, node, true);
      const brokers: DrainResult['brokers'][number][] = [];
      await withFailureState(() => `${node} is cordoned; ${brokers.length} of ${pods.length} brokers are off it. Repeat the command to go on; "rabbitmq-k8s uncordon ${node}" allows pods on it again`, async () => {
        for (const pod of pods) {
          brokers.push(await withLease(operation, clusterOf(pod), { operation: 'drain', waitMs: options.waitMs }, leased => move(leased, pod)));
        }
      });
      return { node, brokers, seconds: Math.round((performance.now() - begun) / 1000) };
    });
  }

  /** Allows pods on a node again. */
  public async uncordon(node: string, options: OperationOptions = {}): Promise<void> {
    await operate(this.connection, options, { name: 'uncordon', timeoutMs: UNCORDON_TIMEOUT_MS }, async (operation) => {
      await nodeNamed(operation, node);
      await cordon(operation, node, false);
    });
  }
}

async function nodeNamed({ kubernetes }: Operation, name: string): Promise<void> {
  if (await ifFound(kubernetes.core.readNode({ name })) === undefined) {
    throw new NotFoundError(`there is no Kubernetes node ${name}: "kubectl get nodes" lists them. To take one broker down, evict its pod`);
  }
}

async function cordon({ kubernetes }: Operation, name: string, unschedulable: boolean): Promise<void> {
  await kubernetes.objects.patch({ apiVersion: 'v1', kind: 'Node', metadata: { name }, spec: { unschedulable } });
}

async function brokersOn(
  { kubernetes }: Operation,
  node: string,
  only: Partial<ClusterRef> = {},
): Promise<Kubernetes.V1Pod[]> {
  const { items } = await kubernetes.core.listPodForAllNamespaces({ labelSelector: 'app=rabbitmq,cluster', fieldSelector: `spec.nodeName=${node}` });
  return items.filter(
    ({ metadata, spec }) =>
      spec?.containers.some(({ name }) => name === BROKER_CONTAINER)
      && (only.namespace ?? metadata?.namespace) === metadata?.namespace
      && (only.name ?? metadata?.labels?.cluster) === metadata?.labels?.cluster,
  );
}

function clusterOf({ metadata }: Kubernetes.V1Pod): ClusterRef {
  return { namespace: metadata?.namespace ?? '', name: metadata?.labels?.cluster ?? '' };
}

async function refusalsOf(
  { kubernetes }: Operation,
  node: string,
  pods: readonly Kubernetes.V1Pod[],
): Promise<string[]> {
  const refusals: string[] = [];
  for (const pod of pods) {
    const lacking = await lackingFor(kubernetes, clusterOf(pod), [pod.metadata?.name ?? '']);
    if (lacking.length > 0) {
      refusals.push(`${pod.metadata?.name} on ${node} can't move, as ${titleOf(clusterOf(pod))} is incomplete: ${firstOf(lacking)}`);
    }
  }
  return refusals;
}

async function move(operation: Operation, pod: Kubernetes.V1Pod): Promise<DrainResult['brokers'][number]> {
  const { kubernetes, progress, signal } = operation;
  const { name = '', namespace = '', uid } = pod.metadata ?? {};
  waitStep(operation, `queues before ${namespace}/${name} moves`);
  await until(async () => {
    const lacking = await lackingFor(kubernetes, clusterOf(pod), [name]);
    progress.live(lacking.length > 0 ? [firstOf(lacking)] : []);
    return lacking.length === 0 && await evict(operation, pod);
  }, isEvicted => isEvicted, { signal, intervalMs: 2_000 });
  waitStep(operation, `${namespace}/${name} to start on another node`);
  const moved = await until(async () => {
    const found = await ifFound(kubernetes.core.readNamespacedPod({ name, namespace }));
    const state = found ? podState(found) : undefined;
    progress.live([state ? `${name}  ${state.state}${state.reason === undefined ? '' : `: ${state.reason}`}` : `${name}  not created yet`]);
    return { found, state };
  }, ({ found, state }) => found !== undefined && found.metadata?.uid !== uid && (isReady(found) || state?.state === 'Unschedulable'), { signal, intervalMs: 1_000 });
  if (moved.found && isReady(moved.found)) {
    return { namespace, pod: name, to: moved.found.spec?.nodeName };
  }
  progress.warn(`${namespace}/${name} finds no other node: ${moved.state?.reason ?? ''}`);
  return { namespace, pod: name };
}
