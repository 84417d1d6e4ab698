import { TopologyModel, TopologyPart } from './model';
import { TopologyJob } from './topology-job';
import { RabbitMQQueueType } from '../configuration/groups/queues';

/** What constructs declare for one cluster. */
export class Declarations {
  private readonly models: NonNullable<TopologyPart['model']>[] = [];
  private readonly defaultQueueTypes = new Map<string, RabbitMQQueueType>();

  public constructor(public readonly job: TopologyJob) {}

  /** Adds objects, and what rules have to know about them. */
  public add({ objects, model }: TopologyPart): void {
    if (objects) {
      this.job.addObjects(objects);
    }
    if (model) {
      this.models.push(model);
    }
  }

  public setDefaultQueueType(vhost: string, type: RabbitMQQueueType | undefined): void {
    if (type) {
      this.defaultQueueTypes.set(vhost, type);
    }
  }

  public defaultQueueType(vhost: string): RabbitMQQueueType {
    return this.defaultQueueTypes.get(vhost) ?? RabbitMQQueueType.QUORUM;
  }

  /** The virtual hosts that something is declared in. */
  public get virtualHosts(): string[] {
    const { virtualHosts, exchanges, queues, bindings, policies } = this.model;
    return [
      ...new Set([
        ...virtualHosts.map(({ name }) => name),
        ...[...exchanges, ...queues, ...bindings, ...policies].map(({ vhost }) => vhost),
      ]),
    ];
  }

  /** Everything that is declared until now, as rules see it. */
  public get model(): TopologyModel {
    const parts = this.models.map(model => model());
    return {
      virtualHosts: parts.flatMap(({ virtualHosts = [] }) => virtualHosts),
      importedVirtualHosts: parts.flatMap(({ importedVirtualHosts = [] }) => importedVirtualHosts),
      exchanges: parts.flatMap(({ exchanges = [] }) => exchanges),
      queues: parts.flatMap(({ queues = [] }) => queues),
      bindings: parts.flatMap(({ bindings = [] }) => bindings),
      policies: parts.flatMap(({ policies = [] }) => policies),
      users: parts.flatMap(({ users = [] }) => users),
      distantUsers: parts.flatMap(({ distantUsers = [] }) => distantUsers),
      userSecrets: parts.flatMap(({ userSecrets = [] }) => userSecrets),
      permissions: parts.flatMap(({ permissions = [] }) => permissions),
      topicPermissions: parts.flatMap(({ topicPermissions = [] }) => topicPermissions),
      imported: parts.flatMap(({ imported = [] }) => imported),
      parameters: parts.flatMap(({ parameters = [] }) => parameters),
      expectations: parts.flatMap(({ expectations = [] }) => expectations),
      shovels: parts.flatMap(({ shovels = [] }) => shovels),
    };
  }
}
