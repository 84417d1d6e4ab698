import { ISecret, Secret } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { requirePattern, Right } from './permission';
import { Permissions } from './permissions';
import { PLATFORM_USERS, platformSecret, RabbitMQPlatformUser } from './platform-users';
import { RabbitMQPermissionOptions, RabbitMQUserProps } from './user-props';
import { userSecret } from '../../cluster/bootstrap/secrets';
import { bindingPort } from '../../cluster/interface/address';
import { IRabbitMQCluster } from '../../cluster/interface/cluster-interface';
import { lastingLabels } from '../../cluster/interface/labels';
import { IRabbitMQVirtualHost } from '../virtual-host-interface';
import { DeclaredObject } from '../model';
import { objectNamePart } from '../names';
import { whole } from '../numbers';
import { lifecycle, RabbitMQRemovalPolicy } from '../removal-policy';
import { RabbitMQTopology } from '../topology';
import { TopologyJob } from '../topology-job';

const NAME = /^[A-Za-z0-9][A-Za-z0-9_.@:+-]{0,127}$/;

/** The longest name of a Job whose pods' labels have it as a value. */
const MAX_JOB_NAME_LENGTH = 63;

/** How long the Job of a platform user waits for brokers. */
const PLATFORM_DEADLINE_S = 3600;

/**
 * A user of a cluster, with a Secret that applications bind by: `type`, `provider`, `host`, `port`, `username`, `password` and
 * `uri`. The Job of the cluster's topology creates the user once the brokers are up, and again when something of it changes.
 *
 * @throws if no user can have the name or it is the administrator's, a pattern is not a regular expression, two permissions are
 * for one virtual host, or the cluster has no management port
 */
export class RabbitMQUser extends Construct {
  /**
   * The user of one of the platform's own parts, with the least that it needs. Its Secret is `<cluster>-<name>`.
   *
   * @param scope the scope
   * @param id the id
   * @param cluster the cluster
   * @param user which one
   */
  public static forPlatform(scope: Construct, id: string, cluster: IRabbitMQCluster, user: RabbitMQPlatformUser): RabbitMQUser {
    return new PlatformUser(scope, id, { cluster, name: user, ...PLATFORM_USERS[user], secretName: platformSecret(cluster, user) });
  }

  /** The Secret with the user's name and password, and what else applications bind by. */
  public readonly secret: ISecret;
  /** The user's name, unless an existing Secret has another. */
  public readonly username: string;

  /** @internal */
  protected readonly _cluster: IRabbitMQCluster;

  private readonly permissions: Permissions;
  private readonly applier: TopologyJob;

  public constructor(scope: Construct, id: string, props: RabbitMQUserProps) {
    super(scope, id);
    const { cluster, secret, name = nameOf(id) } = props;
    this._cluster = cluster;
    this.username = name;
    if (!NAME.test(name) || name === 'guest') {
      throw new Error(`name of the user is "${name}": use up to 128 letters, digits and "-", "_", ".", "@", ":", "+", starting with a letter or digit, and not "guest".`);
    }
    if (!secret && name === cluster.administrator) {
      throw new Error(`name of the user is "${name}", the administrator's of cluster "${cluster.clusterName}": choose another name, or the administrator would lose its rights and password.`);
    }
    if (secret && props.secretName !== undefined) {
      throw new Error(`secretName is "${props.secretName}", but secret is the existing Secret "${secret.name}": set one of them.`);
    }
    this.permissions = new Permissions(name);
    props.permissions?.forEach((permission) => { this.permissions.add(permission); });
    props.topicPermissions?.forEach(({ write, read }) => {
      requirePattern('topicPermissions.write', write);
      requirePattern('topicPermissions.read', read);
    });
    this.secret = secret ?? Secret.fromSecretName(this, 'Secret', props.secretName ?? `${cluster.clusterName}-user-${objectNamePart(name)}`);
    this.applier = this._applier(() => this.objects(props));
    this.applier.mount(this.secret.name, ['username', 'password'], secret !== undefined);
    if (!secret) {
      this.applier.addSecret(this._secretFile(), () => userSecret(this.secret.name, lastingLabels(cluster.clusterName, 'user'), {
        username: name,
        service: cluster.serviceName,
        port: bindingPort(cluster),
        vhost: this.permissions.vhosts[0],
      }));
    }
  }

  /** @internal */
  public _grant(virtualHost: IRabbitMQVirtualHost, right: Right, name: string): void {
    if (virtualHost.cluster.clusterName !== this._cluster.clusterName || virtualHost.cluster.namespace !== this._cluster.namespace) {
      throw new Error(`user "${this.username}" is of cluster "${this._cluster.clusterName}", and "${name}" is of cluster "${virtualHost.cluster.clusterName}": grant it to a user of that cluster.`);
    }
    this.permissions.grant(virtualHost.name, right, name);
  }

  /**
   * Has the Job that creates the user's Secret create another one.
   * @internal
   */
  public _addSecret(file: string, manifest: () => object): void {
    this.applier.addSecret(file, manifest);
  }

  /** @internal */
  public _permit(permission: RabbitMQPermissionOptions): void {
    this.permissions.add(permission);
  }

  /** @internal */
  protected _applier(objects: () => readonly DeclaredObject[]): TopologyJob {
    const topology = RabbitMQTopology.of(this._cluster);
    topology._add({
      objects,
      model: () => ({
        users: [this.username],
        permissions: this.permissions.vhosts.map(vhost => (
          { user: this.username, vhost, patterns: this.permissions.patterns(vhost), granted: this.permissions.names(vhost) })),
      }),
    });
    return topology._applier;
  }

  /** @internal */
  protected _secretFile(): string {
    return `${objectNamePart(this.username)}.json`;
  }

  private objects({ tags = [], limits, topicPermissions = [], removalPolicy = RabbitMQRemovalPolicy.DELETE_WHEN_UNUSED }: RabbitMQUserProps): DeclaredObject[] {
    const user = this.username;
    const maxConnections = whole('limits.maxConnections', limits?.maxConnections, 0);
    const maxChannels = whole('limits.maxChannels', limits?.maxChannels, 0);
    return [
      { kind: 'user', name: user, secret: this.secret.name, ...lifecycle(removalPolicy), body: { tags } },
      ...(limits
        ? [{
            kind: 'user-limits', user,
            body: {
              ...(maxConnections !== undefined && { 'max-connections': maxConnections }),
              ...(maxChannels !== undefined && { 'max-channels': maxChannels }),
            },
          }]
        : []),
      ...this.permissions.vhosts.map(vhost => ({ kind: 'permission', user, vhost, body: this.permissions.rendered(vhost) })),
      ...topicPermissions.map(({ vhost = '/', exchange, write = '^$', read = '^$' }) => (
        { kind: 'topic-permission', user, vhost, ...lifecycle(removalPolicy), body: { exchange, write, read } })),
    ];
  }
}

/** A user with a Job of its own, so that what needs it can be installed and removed on its own. */
class PlatformUser extends RabbitMQUser {
  /** @internal */
  protected override _applier(objects: () => readonly DeclaredObject[]): TopologyJob {
    const { _cluster: cluster, username: name } = this;
    requireRoom(cluster.clusterName, name);
    const applier = new TopologyJob(this, 'Apply', {
      cluster,
      name: `${cluster.clusterName}-user-${name}`,
      component: 'user',
      selector: { app: 'rabbitmq-user', cluster: cluster.clusterName, 'app.kubernetes.io/component': 'user', 'cdk8s-rabbitmq/user': name },
      deadlineSeconds: PLATFORM_DEADLINE_S,
    });
    applier.addObjects(objects);
    return applier;
  }

  /** @internal */
  protected override _secretFile(): string {
    return 'user.json';
  }
}

/** `CheckoutWorker` is `checkout-worker`. */
function nameOf(id: string): string {
  return id.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}

/** @throws if the Job that creates a platform user's Secret would have too long a name */
function requireRoom(cluster: string, name: string): void {
  const left = MAX_JOB_NAME_LENGTH - `-user-${name}-init-12345`.length;
  if (cluster.length > left) {
    throw new Error(`the cluster's name, "${cluster}", has ${cluster.length} characters, too long together with its user "${name}": at most ${left} are allowed. Shorten it`);
  }
}
