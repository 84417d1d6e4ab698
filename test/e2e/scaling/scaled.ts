import type { RabbitMQClusterProps } from '../../../lib';
import { CLASSIC } from './many-queues';
import type { Broker } from '../../../ops/src/broker/broker';
import type { QueueInfo } from '../../../ops/src/broker/queues';
import { isReady } from '../../../ops/src/kubernetes/pods';
import { clusterManifests, Deployment } from '../support/deployment';
import { eventually } from '../support/eventually';
import { kubectl } from '../support/kubectl';
import { core } from '../support/kubernetes';

const NAME = 'rabbitmq-cluster';

/** A cluster whose replicas change while it runs. */
export class Scaled {
  public static async up(namespace: string, props: RabbitMQClusterProps = {}): Promise<Scaled> {
    const deployment = Deployment.of(clusterManifests(props), namespace);
    await deployment.up(420_000);
    return new Scaled(deployment);
  }

  private constructor(public readonly deployment: Deployment) {}

  public get namespace(): string {
    return this.deployment.namespace;
  }

  public get broker(): Broker {
    return this.deployment.broker(0);
  }

  public async kubectl(...args: string[]): Promise<string> {
    return kubectl(['-n', this.namespace, ...args]);
  }

  public async scale(replicas: number): Promise<void> {
    await this.kubectl('scale', `statefulset/${NAME}`, `--replicas=${replicas}`);
  }

  public async patch(replicas: number): Promise<void> {
    await this.kubectl('patch', `statefulset/${NAME}`, '--type=merge', '-p', JSON.stringify({ spec: { replicas } }));
  }

  /** Scales, and waits until all is settled. */
  public async at(replicas: number): Promise<void> {
    await this.scale(replicas);
    await this.ready(replicas);
    await this.settled(replicas);
  }

  /** The pods that there are, those that go included, and where they run. */
  public async pods(): Promise<readonly { readonly name: string; readonly node?: string }[]> {
    const pods = await this.deployment.pods();
    return pods.map(({ metadata, spec }) => ({ name: metadata!.name!, node: spec?.nodeName }));
  }

  /** The Kubernetes node that a broker is on. */
  public async nodeOf(ordinal: number): Promise<string> {
    return (await this.pods()).find(({ name }) => name === `${NAME}-${ordinal}`)!.node!;
  }

  /** Waits until one of the pods that there are has begun to leave. */
  public async leaving(): Promise<void> {
    await eventually('a broker leaves', 60_000, async () => {
      const pods = await this.deployment.pods();
      const { items: events } = await core.listNamespacedEvent({ namespace: this.namespace, fieldSelector: 'reason=ScalingIn' });
      return events.some(({ involvedObject }) => pods.some(({ metadata }) => metadata?.uid === involvedObject.uid));
    });
  }

  /** What a broker's metrics say that it waits for: `step="leave",reason="classic-queue"`. */
  public async waiting(ordinal: number): Promise<string[]> {
    const metrics = await this.deployment.broker(ordinal).run(['rabbitmqctl', 'eval',
      '{ok, {_, _, Body}} = httpc:request(get, {"http://127.0.0.1:15692/metrics", []}, [{ssl, []}], []), io:format("~ts", [Body]).']);
    return [...metrics.matchAll(/^rabbitmq_scaling_waiting\{(.*)\} 1$/gm)].map(([, labels]) => labels);
  }

  /** Waits until there are so many pods, all Ready; returns the seconds that took. */
  public async ready(count: number, timeoutMs = 240_000): Promise<number> {
    const start = performance.now();
    await eventually(`${count} pods are there and Ready`, timeoutMs, async () => {
      const pods = await this.deployment.pods();
      return { pods: pods.length, ready: pods.filter(isReady).length };
    }, ({ pods, ready }) => pods === count && ready === count);
    return (performance.now() - start) / 1000;
  }

  /** Waits until there is no pod; returns the seconds that took. */
  public async gone(timeoutMs = 240_000): Promise<number> {
    const start = performance.now();
    await eventually('no pod is there', timeoutMs, async () => (await this.pods()).length, count => count === 0);
    return (performance.now() - start) / 1000;
  }

  /**
   * Waits until membership lists exactly the pods that there are, every replicated queue has its members on these, and
   * leaders are even; returns the seconds that took.
   */
  public async settled(count: number, { groupSize = 3, timeoutMs = 240_000 } = {}): Promise<number> {
    const start = performance.now();
    const nodes = Array.from({ length: count }, (_, i) => `rabbit@${NAME}-${i}.${NAME}-nodes.${this.namespace}`);
    await eventually(`queues are settled on ${count} brokers`, timeoutMs, async () => {
      const { members, running } = await this.broker.clusterStatus();
      const queues = (await this.broker.queues()).filter(({ name }) => !CLASSIC.includes(name));
      return {
        members,
        running,
        wrong: wrong(queues, nodes, Math.min(groupSize, count)),
        leaders: leaders(queues, nodes),
      };
    }, state => [state.members, state.running].every(members => same(members, nodes))
      && state.wrong.length === 0 && isEven(state.leaders));
    return (performance.now() - start) / 1000;
  }

  /** The reasons and messages of the events about scaling, on the StatefulSet or on a pod. */
  public async events(name = NAME): Promise<string[]> {
    const { items } = await core.listNamespacedEvent({ namespace: this.namespace, fieldSelector: `involvedObject.name=${name}` });
    return items.filter(({ source }) => source?.component === 'rabbitmq-scaling').map(({ reason, message }) => `${reason}: ${message}`);
  }
}

function wrong(queues: readonly QueueInfo[], nodes: readonly string[], size: number): string[] {
  return queues
    .filter(({ members, online, leader }) => members.length !== size
      || ![...members, leader].every(member => nodes.includes(member))
      || !same(members, online))
    .map(({ name, members, online }) => `${name}: ${members.length} members, ${online.length} online`);
}

function leaders(queues: readonly QueueInfo[], nodes: readonly string[]): number[] {
  return nodes.map(node => queues.filter(({ leader, type }) => leader === node && type === 'quorum').length);
}

/** Within a fifth of even, as far as whole queues allow. */
function isEven(counts: readonly number[]): boolean {
  const even = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.every(count => Math.abs(count - even) <= Math.max(even / 5, 1));
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return JSON.stringify([...one].sort()) === JSON.stringify([...other].sort());
}
