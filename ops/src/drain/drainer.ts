import { lackingFor } from '../broker/safety';
import { firstOf } from '../core/first-of';
import { BROKER_CONTAINER, type ClusterRef, titleOf } from '../core/cluster-ref';
import { ifFound, isRequestError, leaving, NotFoundError, RefusedError } from '../core/errors';
import { podState } from '../pods/pod-state';
import type { KubernetesConnection } from '../kubernetes/connection';
import { withLease } from '../operation/lease';
import type { Kubernetes } from '../kubernetes/library';
import { isReady } from '../kubernetes/pods';
import { until } from '../kubernetes/wait';
import { operate, type Operation, type OperationOptions } from '../operation/operation';

const DRAIN_TIMEOUT_MS = 2 * 3_600_000;

/** Options for `NodeDrainer.drain()`. */
export interface DrainOptions extends OperationOptions {
  /**
   * How long to wait for somebody else's operation on a cluster, in milliseconds.
   * @default 0
   */
  readonly waitMs?: number;
}

/** What came of it. */
export interface DrainResult {
  readonly node: string;
  /** The brokers that went, and the Kubernetes nodes on which they are up again; undefined where there is no room for one. */
  readonly brokers: readonly { readonly namespace: string; readonly pod: string; readonly to?: string }[];
  readonly seconds: number;
}

/** Takes brokers off a Kubernetes node, and lets them on it again. Pods of others stay: `kubectl drain` takes these afterwards. */
export class NodeDrainer {
  public constructor(private readonly connection: KubernetesConnection) {}

  /**
   * Cordons the node and evicts the brokers on it one by one. Each hands over its leaders before it stops, and the next one goes
   * when its cluster is whole again.
   *
   * @throws RefusedError if a cluster with a broker on the node isn't whole: one more away may cost a majority
   */
  public async drain(node: string, options: DrainOptions = {}): Promise<DrainResult> {
    const begun = performance.now();
    return operate(this.connection, options, { name: 'drain', timeoutMs: DRAIN_TIMEOUT_MS }, async (operation) => {
      operation.progress.step(`Looking at the brokers on ${node}`);
      await nodeNamed(operation, node);
      const pods = await brokersOn(operation, node);
      await refuse(operation, node, pods);
      await cordon(operation, node, true);
      const brokers: DrainResult['brokers'][number][] = [];
      await leaving(() => `${node} is cordoned; ${brokers.length} of ${pods.length} brokers are off it. The same command again goes on, "rabbitmq-k8s uncordon ${node}" lets pods on it again`, async () => {
        for (const pod of pods) {
          brokers.push(await withLease(operation, clusterOf(pod), { operation: 'drain', waitMs: options.waitMs }, leased => move(leased, pod)));
        }
      });
      return { node, brokers, seconds: Math.round((performance.now() - begun) / 1000) };
    });
  }

  /** Lets pods on a node again. */
  public async uncordon(node: string, options: OperationOptions = {}): Promise<void> {
    await operate(this.connection, options, { name: 'uncordon', timeoutMs: 30_000 }, async (operation) => {
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

async function brokersOn({ kubernetes }: Operation, node: string): Promise<Kubernetes.V1Pod[]> {
  const { items } = await kubernetes.core.listPodForAllNamespaces({ labelSelector: 'app=rabbitmq,cluster', fieldSelector: `spec.nodeName=${node}` });
  return items.filter(({ spec }) => spec?.containers.some(({ name }) => name === BROKER_CONTAINER));
}

function clusterOf({ metadata }: Kubernetes.V1Pod): ClusterRef {
  return { namespace: metadata?.namespace ?? '', name: metadata?.labels?.cluster ?? '' };
}

async function refuse({ kubernetes }: Operation, node: string, pods: readonly Kubernetes.V1Pod[]): Promise<void> {
  const refusals: string[] = [];
  for (const pod of pods) {
    const lacking = await lackingFor(kubernetes, clusterOf(pod), [pod.metadata?.name ?? '']);
    if (lacking.length > 0) {
      refusals.push(`${pod.metadata?.name} on ${node} can't go, as ${titleOf(clusterOf(pod))} isn't whole: ${firstOf(lacking)}`);
    }
  }
  if (refusals.length > 0) {
    throw new RefusedError(refusals.join('\n'), { state: 'nothing was changed' });
  }
}

async function move(operation: Operation, pod: Kubernetes.V1Pod): Promise<DrainResult['brokers'][number]> {
  const { kubernetes, progress, signal } = operation;
  const { name = '', namespace = '', uid } = pod.metadata ?? {};
  progress.step(`${namespace}/${name}: waiting until it may go`);
  await until(async () => {
    const lacking = await lackingFor(kubernetes, clusterOf(pod), [name]);
    progress.live(lacking.length > 0 ? [firstOf(lacking)] : []);
    return lacking.length === 0 && await evict(operation, pod);
  }, isEvicted => isEvicted, { signal, intervalMs: 2_000 });
  progress.step(`${namespace}/${name}: stops here and starts elsewhere`);
  const moved = await until(async () => {
    const found = await ifFound(kubernetes.core.readNamespacedPod({ name, namespace }));
    const state = found ? podState(found) : undefined;
    progress.live([state ? `${name}  ${state.state}${state.reason === undefined ? '' : `: ${state.reason}`}` : `${name}  gone, comes again`]);
    return { found, state };
  }, ({ found, state }) => found !== undefined && found.metadata?.uid !== uid && (isReady(found) || state?.state === 'Unschedulable'), { signal, intervalMs: 1_000 });
  if (moved.found && isReady(moved.found)) {
    return { namespace, pod: name, to: moved.found.spec?.nodeName };
  }
  progress.warn(`${namespace}/${name} finds no other node: ${moved.state?.reason ?? ''}`);
  return { namespace, pod: name };
}

/** Whether the pod goes; the disruption budget may not let it yet. */
async function evict({ kubernetes }: Operation, { metadata }: Kubernetes.V1Pod): Promise<boolean> {
  const { name = '', namespace = '' } = metadata ?? {};
  try {
    await kubernetes.core.createNamespacedPodEviction({ name, namespace, body: { metadata: { name, namespace } } });
    return true;
  } catch (error) {
    if (isRequestError(error, 429)) {
      return false;
    }
    if (isRequestError(error, 404)) {
      return true;
    }
    throw error;
  }
}
