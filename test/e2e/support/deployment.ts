import { App, Chart, Testing, Yaml } from 'cdk8s';
import { RabbitMQCluster, type RabbitMQClusterProps } from '../../../lib';
import { Broker } from '../../../ops/src/broker/broker';
import { brokerPods } from '../../../ops/src/broker/brokers';
import { brokerSelector } from '../../../ops/src/core/cluster-ref';
import { isReady } from '../../../ops/src/kubernetes/pods';
import { access } from './access';
import type { AmqpTarget, AmqpTls } from '../../../ops/src/load-generator/amqp';
import { eventually } from './eventually';
import { fit } from './fit';
import { kubectl } from './kubectl';
import { apps, connection, core, type Kubernetes } from './kubernetes';
import { letTestsIn } from './let-in';
import { listening } from './listening';
import type { Manifest } from './manifests';

/** How long a cluster may take on a machine that does much else, and less than a test may. */
const PATIENCE_MS = 8 * 60_000;

/** What a test machine has for each container. */
const ROOM = { cpu: '20m', memory: '64Mi' };

/** The manifests of a chart, with requests that fit on a small machine and nothing else changed. */
export function manifestsOf(make: (app: App) => Chart): Manifest[] {
  return fit(Testing.synth(make(new App())) as Manifest[], ROOM);
}

/** The manifests of a cluster with nothing beside it. */
export function clusterManifests(props: RabbitMQClusterProps = {}): Manifest[] {
  return manifestsOf((app) => {
    const chart = new Chart(app, 'e2e');
    new RabbitMQCluster(chart, 'RabbitMQ', { resources: { memoryLimit: '1Gi' }, ...props });
    return chart;
  });
}

/** A cluster that was applied: where it is and how to reach it. */
export class Deployment {
  /** The cluster whose StatefulSet is among the manifests; the tests may connect. */
  public static of(manifests: readonly Manifest[], namespace: string): Deployment {
    return Deployment.closed([...manifests, ...letTestsIn(manifests)], namespace);
  }

  /** The same without access for the tests. */
  public static closed(manifests: readonly Manifest[], namespace: string): Deployment {
    const statefulSet = manifests.find(({ kind }) => kind === 'StatefulSet');
    if (statefulSet === undefined) {
      throw new Error('there is no StatefulSet among the manifests');
    }
    const autoscaler = manifests.find(({ kind, spec }) => kind === 'HorizontalPodAutoscaler' && spec.scaleTargetRef.name === statefulSet.metadata.name);
    const isScaled = statefulSet.spec.replicas === undefined;
    return new Deployment(
      manifests,
      namespace,
      statefulSet.metadata.name,
      (isScaled ? autoscaler?.spec.minReplicas : statefulSet.spec.replicas) as number,
      isScaled,
    );
  }

  private constructor(
    public readonly manifests: readonly Manifest[],
    public readonly namespace: string,
    public readonly name: string,
    /** As many as the manifests say; where an autoscaler decides, the fewest that it may. */
    public readonly replicas: number,
    private readonly isScaled: boolean,
  ) {}

  public get yaml(): string {
    return Yaml.stringify(...this.manifests);
  }

  public get labelSelector(): string {
    return brokerSelector(this);
  }

  /** Applies it and waits until all pods are Ready; returns the seconds that took. */
  public async up(timeoutMs = PATIENCE_MS): Promise<number> {
    const start = performance.now();
    await kubectl(['apply', '-n', this.namespace, '-f', '-'], { stdin: this.yaml });
    await this.ready(timeoutMs);
    return (performance.now() - start) / 1000;
  }

  /** Waits until the StatefulSet's pods are those of its newest revision, and all Ready. */
  public async ready(timeoutMs = PATIENCE_MS): Promise<void> {
    await eventually(`${this.replicas} pods of ${this.namespace}/${this.name} are Ready`, timeoutMs, async () => {
      const { metadata, spec, status } = await apps.readNamespacedStatefulSet({
        namespace: this.namespace, name: this.name,
      });
      const pods = await this.pods();
      return {
        observed: status?.observedGeneration === metadata?.generation,
        wanted: this.isScaled ? Math.max(spec?.replicas ?? 0, this.replicas) : spec?.replicas,
        updated: status?.updateRevision === status?.currentRevision || status?.updatedReplicas === spec?.replicas,
        ready: pods.filter(isReady).length,
        pods: pods.length,
      };
    }, state => state.observed && state.updated && state.ready === state.wanted && state.pods === state.wanted);
  }

  /** The brokers' pods, by their numbers. */
  public async pods(): Promise<Kubernetes.V1Pod[]> {
    return brokerPods(connection, this);
  }

  public broker(ordinal: number): Broker {
    return new Broker(connection, this.namespace, `${this.name}-${ordinal}`);
  }

  /** The client Service as the administrator, by the Secret that was made in the cluster. */
  public async amqp(): Promise<AmqpTarget> {
    return this.target('amqp');
  }

  /** The same over TLS. */
  public async amqps(tls: AmqpTls): Promise<AmqpTarget> {
    return { ...await this.target('amqps'), tls: { servername: `${this.name}.${this.namespace}.svc`, ...tls } };
  }

  private async target(portName: string): Promise<AmqpTarget> {
    const { host, port } = await access(this.namespace, this.name, portName);
    // for a moment after its pods are Ready, a Service leads nowhere
    await listening(`${this.namespace}/${this.name}`, host, port);
    const { data } = await core.readNamespacedSecret({ namespace: this.namespace, name: `${this.name}-credentials` });
    const value = (key: string): string => Buffer.from(data?.[key] ?? '', 'base64').toString();
    return { host, port, username: value('username'), password: value('password') };
  }
}
