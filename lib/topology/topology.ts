import { ApiObject, Chart, Cron, Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { argumentValue, RabbitMQArgument } from './argument';
import { Declarations } from './declarations';
import { requireName } from './names';
import { lifecycle, RabbitMQRemovalPolicy } from './removal-policy';
import { TOPOLOGY_RULES } from './rules';
import { TopologySubject } from './rules/subject';
import { applierOf, platformUsersOf, setApplier } from './applier';
import { TopologyJob } from './topology-job';
import { RabbitMQTopologyProps } from './topology-props';
import { IRabbitMQCluster } from '../cluster/interface/cluster-interface';
import { homeOf } from '../cluster/interface/home';
import { requireSchedule } from '../kubernetes/cron';
import { wholeSeconds } from '../kubernetes/seconds';
import { PrivateData } from '../validation/private-data';
import { Validation } from '../validation/validation';
import { withPath } from '../validation/errors';
import { validateProps } from '../validation/props';

/** The longest name that leaves room for what Kubernetes and the Secrets' Job add to it, in 63 characters. */
const MAX_NAME_LENGTH = 52;

/** The global parameters that record what a topology may remove: see erlang/include/topology_removal.hrl. */
const RECORD = 'cdk8s-rabbitmq.topology.';

const topologies = new PrivateData<IRabbitMQCluster, RabbitMQTopology>();
const declarations = new PrivateData<RabbitMQTopology, Declarations>();

/** What waits for the topology of a cluster. */
const awaited = new PrivateData<IRabbitMQCluster, ((declared: Declarations) => void)[]>();

/**
 * Everything that constructs declare for a cluster, and the Job that applies it: virtual hosts, exchanges, queues,
 * bindings, policies, users, permissions, parameters. It is created in the cluster's chart when something is declared.
 * Create it before, to change a default.
 *
 * @throws if the cluster has one already, its name is too long, or the cluster has no management port
 */
export class RabbitMQTopology extends Construct {
  /** The topology of a cluster, created if there is none. */
  public static of(cluster: IRabbitMQCluster): RabbitMQTopology {
    return topologies.find(cluster) ?? new RabbitMQTopology(Chart.of(cluster), `${cluster.node.id}-topology`, { cluster });
  }

  /** The Job that applies the topology; its name ends in a checksum of the content. */
  public readonly job: ApiObject;
  /** The CronJob that applies it again, unless `reapply` is false. */
  public readonly cronJob?: ApiObject;

  private readonly validation: Validation<TopologySubject>;

  public constructor(scope: Construct, id: string, props: RabbitMQTopologyProps) {
    super(scope, id);
    const { cluster, reapply = true, reapplySchedule = Cron.everyMinute() } = props;
    const { name, deadlineSeconds, ttlSeconds } = validateProps(this, 'RabbitMQTopologyProps', props, {
      cluster: () => { requireFirst(cluster); },
      name: () => topologyName(props),
      deadlineSeconds: () => wholeSeconds('deadline', props.deadline ?? Duration.hours(1)),
      schedule: () => { requireSchedule('reapplySchedule', reapplySchedule.expressionString); },
      ttlSeconds: () => props.ttlAfterFinished && wholeSeconds('ttlAfterFinished', props.ttlAfterFinished),
    });
    topologies.set(cluster, this);
    const applier = withPath(this.node.path, () => applierOf(cluster) ?? setApplier(cluster, new TopologyJob(this, 'Apply', cluster, name)));
    applier.configure({ deadlineSeconds, ttlSeconds });
    applier.reportEvents();
    const declared = new Declarations(applier);
    declarations.set(this, declared);
    this.job = applier.job;
    this.cronJob = reapply ? applier.addCronJob(reapplySchedule) : undefined;
    const { version, defaultVirtualHost } = cluster;
    const subject = (): TopologySubject => ({
      ...declared.model,
      version,
      defaultVirtualHost,
      setting: key => homeOf(cluster)?.setting(key),
      replicas: cluster.maxReplicas,
      platformUsers: platformUsersOf(cluster),
    });
    this.validation = new Validation<TopologySubject>(this, TOPOLOGY_RULES, subject, props);
    awaited.find(cluster)?.forEach((action) => { action(declared); });
  }

  /** Settings that are valid but probably unintended; acknowledged ones left out. */
  public get warnings(): string[] {
    return this.validation.warnings;
  }

  /**
   * Sets a global runtime parameter of a plugin, such as `mqtt_port_to_vhost_mapping`.
   *
   * @param name the parameter's name
   * @param value the value
   * @param removalPolicy what happens in the brokers when it is no longer declared; it stays unless told otherwise
   * @throws if the name is empty, too long, or one that the topology records its own objects by
   */
  public addGlobalParameter(name: string, value: RabbitMQArgument, removalPolicy?: RabbitMQRemovalPolicy): void {
    requireName('global parameter', name, { reserved: false });
    if (name.startsWith(RECORD)) {
      throw new Error(`name of the global parameter is "${name}": names that start with "${RECORD}" are reserved. Choose another name.`);
    }
    const plain = argumentValue(value);
    declarations.of(this).add({
      objects: () => [{ kind: 'global-parameter', name, ...lifecycle(removalPolicy), body: { value: plain } }],
      model: () => ({ parameters: [{ vhost: '', component: 'global parameter', name, value: plain, path: this.node.path }] }),
    });
  }
}

/** Whether something is declared for a cluster. */
export function isDeclared(cluster: IRabbitMQCluster): boolean {
  return topologies.find(cluster) !== undefined;
}

/** Runs an action on what is declared for a cluster: now, or as soon as there is something. */
export function whenDeclared(cluster: IRabbitMQCluster, action: (declared: Declarations) => void): void {
  if (isDeclared(cluster)) {
    action(declarationsOf(cluster));
  } else {
    awaited.set(cluster, [...awaited.find(cluster) ?? [], action]);
  }
}

/** What is declared for a cluster. */
export function declarationsOf(cluster: IRabbitMQCluster): Declarations {
  return declarations.of(RabbitMQTopology.of(cluster));
}

/** @throws if the cluster has a topology */
function requireFirst(cluster: IRabbitMQCluster): void {
  const existing = topologies.find(cluster);
  if (existing) {
    throw new Error(`cluster "${cluster.clusterName}" has a topology already, at ${existing.node.path}: create RabbitMQTopology once, before anything is declared.`);
  }
}

function topologyName({ cluster, name = `${cluster.clusterName}-topology` }: RabbitMQTopologyProps): string {
  const applier = applierOf(cluster);
  if (applier && applier.name !== name) {
    throw new Error(`name of the topology is "${name}", but topology "${applier.name}" has the users of monitoring and backups already: leave name out, or create RabbitMQTopology before these constructs.`);
  }
  if (name.length > MAX_NAME_LENGTH) {
    throw new Error(`name of the topology is "${name}", ${name.length} characters: use at most ${MAX_NAME_LENGTH}, by a shorter name of RabbitMQTopology.`);
  }
  return name;
}
