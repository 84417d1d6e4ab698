import { ApiObject, Chart, Cron, Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { TopologyModel, TopologyPart } from './model';
import { TOPOLOGY_RULES } from './rules';
import { TopologySubject } from './rules/subject';
import { TopologyJob } from './topology-job';
import { RabbitMQTopologyProps } from './topology-props';
import { IRabbitMQCluster } from '../cluster/interface/cluster-interface';
import { RabbitMQQueueType } from '../configuration/groups/queues';
import { wholeSeconds } from '../kubernetes/seconds';
import { Validation } from '../validation/validation';

/** The longest name that leaves room for what Kubernetes and the Secrets' Job add to it, in 63 characters. */
const MAX_NAME_LENGTH = 52;

const topologies = new WeakMap<IRabbitMQCluster, RabbitMQTopology>();

/**
 * Everything that constructs declare for a cluster, and the Job that applies it: virtual hosts, exchanges, queues, bindings,
 * policies, users, permissions, parameters. It is created in the cluster's chart when something is declared. Create it before,
 * to change a default.
 *
 * @throws if the cluster has one already, its name is too long, or the cluster has no management port
 */
export class RabbitMQTopology extends Construct {
  /** The topology of a cluster, created if there is none. */
  public static of(cluster: IRabbitMQCluster): RabbitMQTopology {
    return topologies.get(cluster) ?? new RabbitMQTopology(Chart.of(cluster), `${cluster.node.id}-topology`, { cluster });
  }

  /** The Job that applies the topology; its name ends in a checksum of the content. */
  public readonly job: ApiObject;
  /** The CronJob that applies it again, unless `reapply` is false. */
  public readonly cronJob?: ApiObject;

  private readonly validation: Validation<TopologySubject>;
  private readonly applier: TopologyJob;
  private readonly models: NonNullable<TopologyPart['model']>[] = [];
  private readonly defaultQueueTypes = new Map<string, RabbitMQQueueType>();

  public constructor(scope: Construct, id: string, props: RabbitMQTopologyProps) {
    super(scope, id);
    const { cluster, name = `${cluster.clusterName}-topology`, reapply = true, reapplySchedule = Cron.schedule({ minute: '*/5' }) } = props;
    const existing = topologies.get(cluster);
    if (existing) {
      throw new Error(`cluster "${cluster.clusterName}" has a topology already, at ${existing.node.path}: create RabbitMQTopology once, before anything is declared.`);
    }
    if (name.length > MAX_NAME_LENGTH) {
      throw new Error(`name of the topology is "${name}", ${name.length} characters: use at most ${MAX_NAME_LENGTH}, by a shorter name of RabbitMQTopology.`);
    }
    topologies.set(cluster, this);
    this.applier = new TopologyJob(this, 'Apply', {
      cluster,
      name,
      component: 'topology',
      selector: { app: 'rabbitmq-topology', cluster: cluster.clusterName, 'app.kubernetes.io/component': 'topology', 'cdk8s-rabbitmq/topology': name },
      deadlineSeconds: wholeSeconds('deadline', props.deadline ?? Duration.hours(1)),
      ttlSeconds: props.ttlAfterFinished && wholeSeconds('ttlAfterFinished', props.ttlAfterFinished),
      schedule: reapply ? reapplySchedule : undefined,
    });
    this.job = this.applier.job;
    this.cronJob = this.applier.cronJob;
    const { version } = cluster;
    this.validation = new Validation<TopologySubject>(this, TOPOLOGY_RULES, () => ({ ...this._model, version, replicas: cluster.maxReplicas }), props);
  }

  /** Settings that are valid but probably unintended; acknowledged ones left out. */
  public get warnings(): string[] {
    return this.validation.warnings;
  }

  /** @internal */
  public get _applier(): TopologyJob {
    return this.applier;
  }

  /** @internal */
  public _add({ objects, model }: TopologyPart): void {
    this.applier.addObjects(objects);
    if (model) {
      this.models.push(model);
    }
  }

  /** @internal */
  public _mount(secret: string, keys: readonly string[], isOptional: boolean): void {
    this.applier.mount(secret, keys, isOptional);
  }

  /** @internal */
  public _setDefaultQueueType(vhost: string, type: RabbitMQQueueType | undefined): void {
    if (type) {
      this.defaultQueueTypes.set(vhost, type);
    }
  }

  /** @internal */
  public _defaultQueueType(vhost: string): RabbitMQQueueType {
    return this.defaultQueueTypes.get(vhost) ?? RabbitMQQueueType.QUORUM;
  }

  /** @internal */
  public get _model(): TopologyModel {
    const parts = this.models.map(model => model());
    return {
      virtualHosts: parts.flatMap(({ virtualHosts = [] }) => virtualHosts),
      importedVirtualHosts: parts.flatMap(({ importedVirtualHosts = [] }) => importedVirtualHosts),
      exchanges: parts.flatMap(({ exchanges = [] }) => exchanges),
      queues: parts.flatMap(({ queues = [] }) => queues),
      bindings: parts.flatMap(({ bindings = [] }) => bindings),
      policies: parts.flatMap(({ policies = [] }) => policies),
      users: parts.flatMap(({ users = [] }) => users),
      permissions: parts.flatMap(({ permissions = [] }) => permissions),
      shovels: parts.flatMap(({ shovels = [] }) => shovels),
    };
  }
}
