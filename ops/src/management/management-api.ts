import type { ManagementAccess } from './access';
import type { ClusterStatus, FeatureFlag } from '../broker/broker';
import { type QueueInfo, queueOf, type RawQueue } from '../broker/queues';
import { BrokerError } from '../core/errors';
import type { KubernetesConnection } from '../kubernetes/connection';
import { type PodAnswer, withPodServer } from '../kubernetes/pod-http';

/** Answers to a user who may not see something. */
const HIDDEN: readonly number[] = [401, 403];

/** A pod of a broker. */
interface PodRef {
  readonly namespace: string;
  readonly pod: string;
}

interface RawNode {
  readonly name: string;
  readonly running: boolean;
  readonly partitions?: readonly string[];
  readonly being_drained?: boolean;
  readonly erlang_version?: string;
  readonly enabled_plugins?: readonly string[];
  readonly applications?: readonly { readonly name: string; readonly version: string }[];
  readonly disk_free?: number;
  readonly disk_free_limit?: number;
  readonly proc_used?: number;
}

interface RawOverview {
  readonly node?: string;
  readonly cluster_name?: string;
  readonly rabbitmq_version?: string;
  readonly erlang_version?: string;
  readonly object_totals?: { readonly queues?: number };
  readonly queue_totals?: { readonly messages?: number };
}

interface NamedQueue {
  readonly name?: string;
  readonly virtual_host?: string;
}

interface Check {
  /** None of a check that the release doesn't have. */
  readonly status?: string;
  readonly alarms?: readonly { readonly node?: string; readonly resource?: string }[];
  readonly queues?: readonly NamedQueue[];
  readonly reason?: string;
  readonly expired?: readonly { readonly cacertfile?: string; readonly certfile?: string; readonly port?: number }[];
}

/** Queues as a user of the management API sees them. */
export interface VisibleQueues {
  /** Those of virtual hosts that the user may access. */
  readonly queues: readonly QueueInfo[];
  /** Number of all queues; undefined if the broker counts none. */
  readonly total?: number;
  /** Messages in all queues; undefined if the broker counts none. */
  readonly messages?: number;
}

/** What a node of RabbitMQ uses. */
export interface NodeResources {
  readonly diskFree?: number;
  readonly diskLimit?: number;
  readonly processes?: number;
}

/** The plugin that answers here, so it runs. */
const ANSWERING = 'rabbitmq_management';

/**
 * The plugins that a node has enabled and doesn't run. RabbitMQ lists its applications every few seconds: a list
 * without the plugin that answers is from the boot, and says nothing about the others.
 */
function missingPlugins({ enabled_plugins: enabled = [], applications = [] }: RawNode): string[] {
  const missing = enabled.filter(plugin => !applications.some(({ name }) => name === plugin));
  return missing.includes(ANSWERING) ? [] : missing;
}

/** Reads a broker through its management API, as the monitoring user. */
export class ManagementApi {
  /** Opens one connection, and closes it after `work`. */
  public static async read<T>(
    kubernetes: KubernetesConnection,
    pod: PodRef,
    access: ManagementAccess,
    work: (api: ManagementApi) => Promise<T>,
  ): Promise<T> {
    const { port, isTls, username, password, prefix } = access;
    return withPodServer(kubernetes, { ...pod, port, isTls, username, password }, get => work(new ManagementApi(pod.pod, path => get(`${prefix}/api/${path}`))));
  }

  private constructor(private readonly pod: string, private readonly get: (path: string) => Promise<PodAnswer>) {}

  /** Before RabbitMQ 4, only administrators see feature flags: they are empty then. */
  public async clusterStatus(): Promise<ClusterStatus> {
    const overview = await this.json<RawOverview>('overview');
    const nodes = await this.json<readonly RawNode[]>('nodes');
    const flags = await this.json<readonly FeatureFlag[] | object>('feature-flags', [200, ...HIDDEN]);
    const { alarms = [] } = await this.check('alarms');
    const own = overview.node ?? '';
    const versions = nodes.flatMap(({ name, applications = [] }) => applications.filter(app => app.name === 'rabbit').map(({ version }) => [name, version] as const));
    return {
      name: overview.cluster_name ?? '',
      members: nodes.map(({ name }) => name).sort(),
      running: nodes.filter(({ running }) => running).map(({ name }) => name).sort(),
      versions: {
        ...Object.fromEntries(versions),
        ...(overview.rabbitmq_version !== undefined && { [own]: overview.rabbitmq_version }),
      },
      erlang: {
        ...Object.fromEntries(
          nodes.flatMap(({ name, erlang_version: erlang }) => (erlang === undefined ? [] : [[name, erlang]])),
        ),
        ...overview.erlang_version !== undefined && { [own]: overview.erlang_version },
      },
      alarms: alarms.map(({ node = '', resource = '' }) => ({ node, resource: resource === 'disk space' ? 'disk' : resource })),
      partitions: Object.fromEntries(nodes.map(({ name, partitions = [] }) => [name, partitions])),
      featureFlags: Array.isArray(flags)
        ? (flags as readonly FeatureFlag[]).map(({ name, state, stability }) => ({ name, state, stability }))
        : [],
      maintenance: Object.fromEntries(nodes.filter(node => node.being_drained).map(({ name }) => [name, 'draining'])),
      missingPlugins: Object.fromEntries(
        nodes.filter(({ applications }) => applications !== undefined).map(node => [node.name, missingPlugins(node)]),
      ),
    };
  }

  public async queues(): Promise<VisibleQueues> {
    const { object_totals: objects, queue_totals: totals } = await this.json<RawOverview>('overview');
    const visible = await this.json<readonly (RawQueue & { readonly node?: unknown })[]>('queues?disable_stats=true&enable_queue_totals=true');
    return {
      queues: visible.map(queue => queueOf({ ...queue, leader: queue.leader ?? (queue.type === 'classic' ? queue.node : undefined) })),
      total: objects?.queues,
      messages: totals?.messages,
    };
  }

  /** Queues that lose their majority when this broker stops, as `NAME in VIRTUAL HOST`. */
  public async quorumCritical(): Promise<string[]> {
    const { queues = [] } = await this.check('node-is-quorum-critical');
    return queues.map(titleOf);
  }

  /**
   * Quorum queues without a leader, as `NAME in VIRTUAL HOST`; undefined before RabbitMQ 4.1, which has no such check.
   */
  public async leaderless(): Promise<string[] | undefined> {
    const { status, queues = [] } = await this.json<Check>('health/checks/quorum-queues-without-elected-leaders/all-vhosts', [200, 404, 503]);
    return status === undefined ? undefined : queues.map(titleOf);
  }

  /** The certificates that expire within so many days; undefined for none. */
  public async expiringCertificates(days: number): Promise<string | undefined> {
    const { status, reason = '', expired = [] } = await this.check(`certificate-expiration/${days}/days`);
    return status === 'ok' ? undefined : [reason, ...expired.map(({ certfile, port }) => `${certfile ?? 'a certificate'} of port ${port ?? ''}`)].filter(Boolean).join('; ');
  }

  /** By node. */
  public async resources(): Promise<ReadonlyMap<string, NodeResources>> {
    const nodes = await this.json<readonly RawNode[]>('nodes');
    return new Map(
      nodes.map(({ name, disk_free: diskFree, disk_free_limit: diskLimit, proc_used: processes }) => [
        name,
        { diskFree, diskLimit, processes },
      ]),
    );
  }

  /** A check that fails answers with 503. */
  private async check(name: string): Promise<Check> {
    return this.json(`health/checks/${name}`, [200, 503]);
  }

  private async json<T>(path: string, expected: readonly number[] = [200]): Promise<T> {
    const { status, body } = await this.get(path);
    if (!expected.includes(status)) {
      throw new BrokerError(`the management API of ${this.pod} answered ${status} to ${path}${status === 401 ? ': the login of the monitoring user does not work' : ''}`);
    }
    try {
      return JSON.parse(body) as T;
    } catch (error) {
      throw new BrokerError(`the management API of ${this.pod} gave no JSON: ${body.slice(0, 200)}`, { cause: error });
    }
  }
}

function titleOf({ name = '', virtual_host: vhost = '' }: NamedQueue): string {
  return `${name} in ${vhost}`;
}
