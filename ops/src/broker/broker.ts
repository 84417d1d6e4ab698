import { ALL_QUEUES, type QueueInfo, queueOf, type RawQueue } from './queues';
import { BROKER_CONTAINER } from '../core/cluster-ref';
import { BrokerError } from '../core/errors';
import type { KubernetesConnection } from '../kubernetes/connection';
import { exec, type ExecOptions, type ExecResult, wordsOf } from '../kubernetes/exec';

/** What `rabbitmqctl cluster_status` says of the cluster. */
export interface ClusterStatus {
  readonly name: string;
  readonly members: readonly string[];
  readonly running: readonly string[];
  /** RabbitMQ's version by running node. */
  readonly versions: Readonly<Record<string, string>>;
  /** Erlang's version by running node. */
  readonly erlang: Readonly<Record<string, string>>;
  /** `memory` or `disk`, by node. */
  readonly alarms: readonly { readonly node: string; readonly resource: string }[];
  /** The nodes that a node has no contact to, by node. */
  readonly partitions: Readonly<Record<string, readonly string[]>>;
  readonly featureFlags: readonly FeatureFlag[];
  readonly maintenance: Readonly<Record<string, string>>;
  /** Enabled plugins that don't run, by node; undefined from the command line tools, which don't tell it. */
  readonly missingPlugins?: Readonly<Record<string, readonly string[]>>;
}

export interface FeatureFlag {
  readonly name: string;
  readonly state: 'enabled' | 'disabled' | 'unavailable' | 'state_changing';
  readonly stability?: string;
}

interface RawStatus {
  cluster_name?: string;
  disk_nodes: string[];
  ram_nodes?: string[];
  running_nodes: string[];
  versions: Record<string, { rabbitmq_version: string; erlang_version: string }>;
  alarms?: { node?: string; resource?: string; type?: string }[];
  partitions?: Record<string, string[]>;
  feature_flags?: { name: string; state: FeatureFlag['state']; stability?: string }[];
  maintenance_status?: Record<string, string>;
}

/** A broker, asked by its own command line tools in its pod. */
export class Broker {
  public constructor(
    private readonly connection: KubernetesConnection,
    public readonly namespace: string,
    public readonly pod: string,
    public readonly container: string = BROKER_CONTAINER,
  ) {}

  /** Runs one of the broker's tools by name and returns its exit code. */
  public async exec(command: readonly string[], options: ExecOptions = {}): Promise<ExecResult> {
    return exec(
      this.connection,
      { namespace: this.namespace, pod: this.pod, container: this.container },
      command,
      options,
    );
  }

  /** Runs one of the broker's tools, by name, and returns its output; an exit code other than 0 throws. */
  public async run(command: readonly string[], options: ExecOptions = {}): Promise<string> {
    const { stdout, stderr, exitCode } = await this.exec(command, options);
    if (exitCode !== 0) {
      throw new BrokerError(`"${wordsOf(command)}" in ${this.pod} ended with ${exitCode}: ${lastWords(stderr) || lastWords(stdout)}`);
    }
    return stdout;
  }

  /** The same of a command that reads something, and answers in JSON. */
  public async json<T>(command: readonly string[], options: ExecOptions = {}): Promise<T> {
    const output = await this.run([...command, '--silent', '--formatter', 'json'], { ...options, isRead: true });
    try {
      return JSON.parse(output) as T;
    } catch (error) {
      throw new BrokerError(`"${wordsOf(command)}" in ${this.pod} gave no JSON: ${output.slice(0, 200)}`, { cause: error });
    }
  }

  public async clusterStatus(): Promise<ClusterStatus> {
    const status = await this.json<RawStatus>(['rabbitmqctl', 'cluster_status']);
    return {
      name: status.cluster_name ?? '',
      members: [...status.disk_nodes, ...status.ram_nodes ?? []].sort(),
      running: [...status.running_nodes].sort(),
      versions: Object.fromEntries(
        Object.entries(status.versions).map(([node, { rabbitmq_version: version }]) => [node, version]),
      ),
      erlang: Object.fromEntries(
        Object.entries(status.versions).map(([node, { erlang_version: version }]) => [node, version]),
      ),
      alarms: (status.alarms ?? []).map(({ node = '', resource, type = '' }) => ({ node, resource: resource ?? type })),
      partitions: status.partitions ?? {},
      featureFlags: (status.feature_flags ?? []).map(({ name, state, stability }) => ({ name, state, stability })),
      maintenance: status.maintenance_status ?? {},
    };
  }

  /** The queues of all virtual hosts; those without a leader too. */
  public async queues(): Promise<QueueInfo[]> {
    const { value = [] } = await this.json<{ value?: RawQueue[] }>(['rabbitmqctl', 'eval', ALL_QUEUES]);
    return value.map(queueOf);
  }
}

/**
 * The error that a tool names, before its usage or diagnostics; otherwise its last lines, as a stack may come first.
 */
export function lastWords(output: string): string {
  const lines = output.trim().split('\n').map(line => line.trim()).filter(line => line !== '');
  const at = lines.findIndex(line => line.startsWith('Error:'));
  const named = at === -1 ? '' : lines.slice(at, at + 2).join(' ').replace(/^Error: */, '');
  const [error = ''] = named.split(/Arguments given:|Please see diagnostics|\bUsage\b|\bDIAGNOSTICS\b/);
  return error.trim() || lines.slice(-3).join(' ');
}
