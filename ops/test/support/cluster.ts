import { FakeApiServer, refusal, type Answer, type Received } from './api-server';
import type { ExecResult } from '../../src/kubernetes/exec';

/** Where the cluster of `FakeCluster` is. */
export const CLUSTER = { namespace: 'shop', name: 'orders' };

/** The ConfigMap that says what was deployed. */
export function inventoryOf(config: string): object {
  return {
    metadata: { name: 'orders-deployment', namespace: 'shop', labels: { 'app.kubernetes.io/managed-by': 'rabbitmq-k8s' } },
    data: { 'config.yaml': config, 'objects.yaml': '[]' },
  };
}

/**
 * An API server with a cluster, of three unless said otherwise, whose pods follow their StatefulSet at once, and
 * brokers that run what their images say.
 */
export class FakeCluster {
  public static async start(image: string, replicas = 3): Promise<FakeCluster> {
    const cluster = new FakeCluster(image, replicas);
    cluster.server = await FakeApiServer.start(request => cluster.answer(request));
    return cluster;
  }

  public server!: FakeApiServer;
  /** What came by PATCH, POST and PUT of anything but Leases, as `PATCH StatefulSet orders`. */
  public readonly writes: string[] = [];
  /** What came as a dry run. */
  public readonly tried: any[] = [];
  public readonly featureFlags = [{ name: 'khepri_db', state: 'enabled', stability: 'stable' }];
  /** Whether pods keep their template until they are deleted, as those do that can't start. */
  public keepsPods = false;
  /** Pods that were created directly, by name. */
  private readonly singlePods = new Map<string, any>();
  /** Pods that were deleted. */
  public readonly deleted: string[] = [];
  /** Commands that brokers ran. */
  public readonly commands: string[] = [];
  /** Images whose brokers don't start, or one's alone: `orders-0 rabbitmq:4.3.7`. */
  public readonly broken = new Set<string>();
  /** RabbitMQ's releases by images whose tags don't say them. */
  public readonly releases: Record<string, string> = {};
  /** Writes that are refused, as `PATCH StatefulSet`. */
  public readonly forbidden = new Set<string>();
  public statefulSet: any;
  public inventory: any;
  /** Items of other lists, by the last part of their path: `resourcequotas`. */
  public readonly lists: Record<string, readonly any[]> = { ...ROOM };
  /** The brokers' NetworkPolicy. */
  public networkPolicy: any;
  public readonly pods: any[];
  private lease: any;

  private constructor(image: string, replicas: number) {
    const labels = { app: 'rabbitmq', cluster: 'orders', 'app.kubernetes.io/part-of': 'rabbitmq' };
    const spec = { containers: [{ name: 'rabbitmq', image }] };
    this.statefulSet = {
      apiVersion: 'apps/v1', kind: 'StatefulSet',
      metadata: { ...CLUSTER, labels, annotations: {} },
      spec: {
        replicas,
        template: { spec },
        volumeClaimTemplates: [{ metadata: { name: 'rabbitmq-data' }, spec: { resources: { requests: { storage: '20Gi' } } } }],
      },
    };
    this.pods = Array.from({ length: replicas }, (_, ordinal) => ({ metadata: { name: `orders-${ordinal}`, namespace: 'shop', labels }, spec: structuredClone(spec), status: this.stateOf(true) }));
  }

  public get images(): string[] {
    return this.pods.map(({ spec }) => spec.containers[0].image);
  }

  public get partition(): number {
    return this.statefulSet.spec.updateStrategy?.rollingUpdate?.partition ?? 0;
  }

  /** What `kubernetes/exec` is mocked with. */
  public exec(command: readonly string[]): ExecResult {
    this.commands.push(command.slice(0, 3).join(' '));
    const answers: Record<string, unknown> = { cluster_status: this.status() };
    return { exitCode: 0, stderr: '', stdout: JSON.stringify(answers[command[1]] ?? []) };
  }

  /** Stops all brokers, as no image says what they are. */
  public stop(): void {
    this.pods.forEach((pod) => { pod.status = this.stateOf(false); });
  }

  /** Has all brokers come up after all. */
  public recover(): void {
    this.broken.clear();
    this.pods.forEach((pod) => { pod.status = this.stateOf(true); });
  }

  private status(): object {
    const running = this.pods.filter(({ status }) => status.containerStatuses[0].ready);
    const nodes = (pods: any[]) => pods.map(({ metadata }) => `rabbit@${metadata.name}.orders-nodes.shop`);
    return {
      disk_nodes: nodes(this.pods),
      running_nodes: nodes(running),
      versions: Object.fromEntries(running.map((pod, i) =>
        [nodes(running)[i], this.versionsOf(pod.spec.containers[0].image)])),
      feature_flags: this.featureFlags,
    };
  }

  private versionsOf(image: string): object {
    return { rabbitmq_version: this.releases[image] ?? /:(\d+\.\d+\.\d+)/.exec(image)![1], erlang_version: '27.3.4' };
  }

  private stateOf(ready: boolean): object {
    return {
      phase: 'Running',
      conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }],
      containerStatuses: [{ name: 'rabbitmq', ready, restartCount: 0, state: ready ? { running: {} } : { waiting: { reason: 'ImagePullBackOff' } } }],
    };
  }

  /** A new pod of the newest template, as the StatefulSet makes it. */
  private replace(name: string): void {
    const pod = this.pods.find(({ metadata }) => metadata.name === name);
    const { image } = this.statefulSet.spec.template.spec.containers[0];
    pod.metadata.labels['controller-revision-hash'] = this.statefulSet.status.updateRevision;
    pod.spec.containers[0].image = image;
    pod.status = this.stateOf(!this.broken.has(image));
  }

  private follow(): void {
    const { image } = this.statefulSet.spec.template.spec.containers[0];
    (this.keepsPods ? [] : this.pods.slice(this.partition)).forEach((pod) => {
      pod.spec.containers[0].image = image;
      pod.status = this.stateOf(!this.broken.has(image) && !this.broken.has(`${pod.metadata.name} ${image}`));
    });
  }

  private answer({ method, path, query, body }: Received): Answer {
    const kind = /\/(leases|statefulsets|configmaps|pods|namespaces|horizontalpodautoscalers|persistentvolumeclaims|networkpolicies|events)(?:\/[^/]+)?$/.exec(
      path,
    )?.[1];
    if (kind === 'leases') {
      return this.answerLease(method, body);
    }
    const single = kind === 'pods' ? this.singlePod(method, path, body) : undefined;
    if (single !== undefined) {
      return single;
    }
    if (method === 'DELETE' && kind === 'pods') {
      this.deleted.push(path.split('/').at(-1)!);
      this.replace(path.split('/').at(-1)!);
      return { body: {} };
    }
    if (query.has('dryRun')) {
      this.tried.push(body);
      return { body };
    }
    if (method !== 'GET') {
      this.writes.push(`${method} ${body.kind} ${body.metadata.name}`);
      if (this.forbidden.has(`${method} ${body.kind}`)) {
        return refusal(403, 'Forbidden', `${kind} is forbidden`);
      }
    }
    if (kind === 'statefulsets') {
      if (method === 'PATCH') {
        this.statefulSet = merged(this.statefulSet, body);
        this.follow();
      }
      return { body: this.statefulSet };
    }
    if (kind === 'configmaps' && this.inventory && path.endsWith('-deployment')) {
      this.inventory = method === 'PATCH' ? merged(this.inventory, body) : this.inventory;
      return { body: this.inventory };
    }
    if (kind === 'networkpolicies' && method === 'GET' && this.networkPolicy) {
      return { body: this.networkPolicy };
    }
    if (method === 'PATCH') {
      return { body };
    }
    const list = this.lists[path.split('/').at(-1)!];
    if (list !== undefined) {
      return { body: { items: list } };
    }
    if (path.startsWith('/version')) {
      return { body: { major: '1', minor: '34', gitVersion: 'v1.34.0' } };
    }
    return path in GROUPS
      ? { body: GROUPS[path] }
      : kind === 'pods' || kind === 'horizontalpodautoscalers'
        ? { body: { items: kind === 'pods' ? this.pods : [] } }
        : kind === 'namespaces' ? { body: { metadata: { name: 'shop' } } } : refusal(404, 'NotFound', `${path} not found`);
  }

  /** A pod that belongs to no StatefulSet; it ends at once, or its image can't be pulled. */
  private singlePod(method: string, path: string, body: any): Answer {
    const name = path.split('/').at(-1)!;
    if (method === 'PATCH') {
      const [{ name: container, image }] = body.spec.containers;
      const state = this.broken.has(image) ? { waiting: { reason: 'ImagePullBackOff' } } : { terminated: { exitCode: 0 } };
      this.singlePods.set(name, { ...body, status: { phase: 'Pending', containerStatuses: [{ name: container, image, ready: false, restartCount: 0, state }] } });
    }
    const found = this.singlePods.get(name);
    if (method === 'DELETE') {
      this.singlePods.delete(name);
    }
    return found && { body: found };
  }

  private answerLease(method: string, body: any): Answer {
    if (method !== 'GET') {
      this.lease = { ...body, metadata: { ...body.metadata, resourceVersion: '1' } };
    }
    return this.lease ? { body: this.lease } : refusal(404, 'NotFound', 'no lease');
  }
}

/** A Kubernetes cluster with room for brokers. */
const ROOM: Readonly<Record<string, readonly any[]>> = {
  events: [],
  limitranges: [],
  nodes: [1, 2, 3].map(i => ({ metadata: { name: `worker-${i}`, labels: { 'topology.kubernetes.io/zone': `zone-${i}` } }, status: { allocatable: { cpu: '8', memory: '32Gi' }, images: [] } })),
  persistentvolumeclaims: [],
  persistentvolumes: [],
  resourcequotas: [],
  storageclasses: [{ metadata: { name: 'standard', annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } }, allowVolumeExpansion: true }],
};

const namespaced = (apiGroup: string, ...kinds: string[]): [string, object] =>
  [apiGroup, { resources: kinds.map(kind => ({ name: `${kind.toLowerCase().replace(/y$/, 'ie')}s`, kind, namespaced: true })) }];

const GROUPS: Readonly<Record<string, unknown>> = Object.fromEntries([
  namespaced('/api/v1', 'Pod', 'ConfigMap', 'Secret', 'Service', 'ServiceAccount', 'PersistentVolumeClaim'),
  namespaced('/apis/apps/v1', 'StatefulSet', 'Deployment'),
  namespaced('/apis/batch/v1', 'Job', 'CronJob'),
  namespaced('/apis/policy/v1', 'PodDisruptionBudget'),
  namespaced('/apis/monitoring.coreos.com/v1', 'ServiceMonitor', 'PodMonitor', 'PrometheusRule'),
  namespaced('/apis/networking.k8s.io/v1', 'NetworkPolicy', 'Ingress'),
  namespaced('/apis/rbac.authorization.k8s.io/v1', 'Role', 'RoleBinding'),
]);

/** As a strategic merge patch: lists of things with names by their names, `null` takes away. */
function merged(value: any, change: any): any {
  if (Array.isArray(change)) {
    return Array.isArray(value)
      ? value.map(item => merged(item, change.find(({ name }) => name === item.name) ?? {}))
      : change;
  }
  if (typeof change !== 'object' || change === null) {
    return change;
  }
  const all = {
    ...value, ...Object.fromEntries(Object.entries(change).map(([key, below]) => [key, merged(value?.[key], below)])),
  };
  return Object.fromEntries(Object.entries(all).filter(([, below]) => below !== null));
}
