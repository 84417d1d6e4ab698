import { exec, type ContainerRef } from './exec';

/** What `rabbitmqctl cluster_status` says of membership. */
export interface ClusterStatus {
  readonly members: readonly string[];
  readonly running: readonly string[];
  /** RabbitMQ's version by running node. */
  readonly versions: Readonly<Record<string, string>>;
}

/** What `rabbitmqctl list_queues` says of a queue. */
export interface QueueInfo {
  readonly name: string;
  readonly type: string;
  readonly messages: number;
  readonly leader: string;
  readonly members: readonly string[];
  readonly online: readonly string[];
}

/** What `rabbitmq-queues quorum_status` says of one member of a queue. */
export interface QuorumMember {
  readonly node: string;
  readonly state: string;
  readonly membership: string;
  readonly lastLogIndex: number;
  readonly commitIndex: number;
}

/** A broker, asked by its own command line tools in its pod. */
export class Broker {
  private readonly where: ContainerRef;

  public constructor(namespace: string, pod: string, container = 'rabbitmq') {
    this.where = { namespace, pod, container };
  }

  /** Runs one of the broker's tools, by name, and returns its output; an exit code other than 0 throws. */
  public async run(...command: readonly string[]): Promise<string> {
    const { stdout, stderr, exitCode } = await exec(this.where, command);
    if (exitCode !== 0) {
      throw new Error(`"${command.join(' ')}" in ${this.where.pod} ended with ${exitCode}: ${stderr.trim() || stdout.trim()}`);
    }
    return stdout;
  }

  public async clusterStatus(): Promise<ClusterStatus> {
    const status = await this.json('rabbitmqctl', 'cluster_status');
    const versions: [string, { rabbitmq_version: string }][] = Object.entries(status.versions);
    return {
      members: [...status.disk_nodes, ...status.ram_nodes ?? []].sort(),
      running: [...status.running_nodes].sort(),
      versions: Object.fromEntries(versions.map(([node, version]) => [node, version.rabbitmq_version])),
    };
  }

  public async listQueues(vhost = '/'): Promise<QueueInfo[]> {
    return this.json('rabbitmqctl', 'list_queues', '-p', vhost, 'name', 'type', 'messages', 'leader', 'members', 'online');
  }

  public async quorumStatus(queue: string, vhost = '/'): Promise<QuorumMember[]> {
    const members: Record<string, string | number>[] = await this.json('rabbitmq-queues', 'quorum_status', queue, '--vhost', vhost);
    return members.map(member => ({
      node: String(member['Node Name']),
      state: String(member['Raft State']),
      membership: String(member.Membership),
      lastLogIndex: Number(member['Last Log Index']),
      commitIndex: Number(member['Commit Index']),
    }));
  }

  private async json(...command: readonly string[]): Promise<any> {
    return JSON.parse(await this.run(...command, '--silent', '--formatter', 'json'));
  }
}
