import { Chart } from 'cdk8s';
import { ISecret, Secret } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { requirePattern, Right } from './permission';
import { Permissions } from './permissions';
import { bindingSecret, DeclaredUser, hashKey, userLimits, userObjects } from './user-objects';
import { RabbitMQPermissionOptions, RabbitMQTopicPermissionOptions, RabbitMQUserProps } from './user-props';
import { IRabbitMQCluster } from '../../cluster/interface/cluster-interface';
import { requireObjectName } from '../../kubernetes/dns-name';
import { PrivateData } from '../../validation/private-data';
import { DistantUserModel } from '../model';
import { objectNamePart } from '../names';
import { declarationsOf } from '../topology';
import { IRabbitMQVirtualHost, isOneCluster } from '../virtual-host-interface';
import { collect, withPath } from '../../validation/errors';
import { validateProps } from '../../validation/props';

const NAME = /^[A-Za-z0-9][A-Za-z0-9_.@:+-]{0,127}$/;

const access = new PrivateData<
  RabbitMQUser,
  { readonly cluster: IRabbitMQCluster; readonly permissions: Permissions }
>();

/**
 * A user of a cluster, with a Secret that applications bind by: `type`, `provider`, `host`, `port`, `username`,
 * `password` and `uri`. The Job of the cluster's topology creates the user once the brokers are up, and again when
 * something of it changes.
 *
 * @throws if no user can have the name or it is the administrator's, a pattern is not a regular expression, two
 * permissions are for one virtual host, or the cluster has no management port
 */
export class RabbitMQUser extends Construct {
  /** The Secret with the user's name and password, and what else applications bind by. */
  public readonly secret: ISecret;
  /** The user's name, unless an existing Secret has another. */
  public readonly username: string;

  public constructor(scope: Construct, id: string, props: RabbitMQUserProps) {
    super(scope, id);
    validateProps(this, 'RabbitMQUserProps', props, {});
    const { cluster, secret, passwordHash, name = nameOf(id) } = props;
    this.username = name;
    const permissions = new Permissions(name, cluster.defaultVirtualHost);
    access.set(this, { cluster, permissions });
    withPath(this.node.path, () => collect({
      name: () => { requireUserName(name, props); },
      secret: () => { requireOneSecret(name, props); },
      secretName: () => { requireSecretName(props); },
      permissions: () => props.permissions?.forEach((permission) => { permissions.add(permission); }),
      topicPermissions: () => {
        props.topicPermissions?.forEach(({ vhost = cluster.defaultVirtualHost, write, read }) => {
          const place = `of user "${name}" in virtual host "${vhost}"`;
          requirePattern(`topicPermissions.write ${place}`, write);
          requirePattern(`topicPermissions.read ${place}`, read);
        });
        requireOneForEach(name, cluster.defaultVirtualHost, props.topicPermissions ?? []);
      },
      limits: () => userLimits(props.limits),
    }));
    this.secret = secret ?? passwordHash?.secret ?? Secret.fromSecretName(this, 'Secret', props.secretName ?? `${cluster.clusterName}-user-${objectNamePart(name)}`);
    const user: DeclaredUser = { ...props, name, secretName: this.secret.name, permissions };
    const declarations = withPath(this.node.path, () => declarationsOf(cluster));
    const { path } = this.node;
    declarations.add({
      objects: () => userObjects(cluster, user),
      model: () => ({
        users: [{ name, path }],
        // no pod logs in by the Secret of a hash
        distantUsers: passwordHash ? [] : distantUsers(this, cluster),
        userSecrets: secret ? [{ secret: secret.name, path }] : [],
        permissions: permissions.vhosts.map(vhost => ({
          user: name, vhost, patterns: permissions.patterns(vhost), granted: permissions.names(vhost), path,
        })),
        topicPermissions: (props.topicPermissions ?? []).map(
          ({ vhost = cluster.defaultVirtualHost, exchange, write, read }) => (
            { user: name, vhost, exchange, patterns: { write, read }, path }),
        ),
      }),
    });
    declarations.job.mount(this.secret.name, passwordHash ? [hashKey(passwordHash)] : ['username', 'password'], (secret ?? passwordHash) !== undefined);
    if (!secret && !passwordHash) {
      declarations.job.addSecret(`user-${objectNamePart(name)}.json`, () => bindingSecret(cluster, user), true);
    }
  }
}

/** @throws if the virtual host is of another cluster */
export function grantRight(user: RabbitMQUser, virtualHost: IRabbitMQVirtualHost, right: Right, name: string): void {
  withPath(user.node.path, () => { requireUserOf(user, virtualHost, `"${name}"`); });
  access.of(user).permissions.grant(virtualHost.name, right, name);
}

function requireUserOf(user: RabbitMQUser, virtualHost: IRabbitMQVirtualHost, what: string): void {
  const { cluster } = access.of(user);
  if (!isOneCluster(virtualHost.cluster, cluster)) {
    throw new Error(`user "${user.username}" is of cluster "${cluster.clusterName}", and ${what} is of cluster "${virtualHost.cluster.clusterName}"${virtualHost.cluster.clusterName === cluster.clusterName ? ` in namespace "${virtualHost.cluster.namespace ?? ''}"` : ''}: grant it to a user of that cluster.`);
  }
}

/** @throws if the user is of another cluster, or has patterns for the virtual host already, or one is not a pattern */
export function addPermission(
  user: RabbitMQUser,
  virtualHost: IRabbitMQVirtualHost,
  options: Omit<RabbitMQPermissionOptions, 'vhost'>,
): void {
  requireUserOf(user, virtualHost, `virtual host "${virtualHost.name}"`);
  const permission = { ...options, vhost: virtualHost.name };
  withPath(user.node.path, () => { access.of(user).permissions.add(permission); });
}

function requireUserName(name: string, { cluster, secret }: RabbitMQUserProps): void {
  if (!NAME.test(name) || name === 'guest') {
    throw new Error(`name of the user is "${name}": use up to 128 letters, digits and "-", "_", ".", "@", ":", "+", starting with a letter or digit, and not "guest".`);
  }
  if (!secret && name === cluster.administrator) {
    throw new Error(`name of the user is "${name}", the administrator's of cluster "${cluster.clusterName}": choose another name, or the administrator would lose its rights and password.`);
  }
}

function requireOneSecret(user: string, { cluster, secret, secretName, passwordHash }: RabbitMQUserProps): void {
  if (passwordHash && (secret ?? secretName) !== undefined) {
    throw new Error(`passwordHash of user "${user}" and ${secret ? 'secret' : 'secretName'} are set: set one of them.`);
  }
  if (secret?.name === cluster.credentialsSecret.name) {
    throw new Error(`secret of user "${user}" is "${secret.name}", that of the administrator of cluster "${cluster.clusterName}", who would lose rights: use another Secret.`);
  }
  if (secret && secretName !== undefined) {
    throw new Error(`secretName is "${secretName}", but secret is the existing Secret "${secret.name}": set one of them.`);
  }
}

/** @throws if no Secret can have the name, or the administrator's has it */
function requireSecretName({ cluster, secretName }: RabbitMQUserProps): void {
  if (secretName === undefined) {
    return;
  }
  requireObjectName('secretName', secretName);
  if (secretName === cluster.credentialsSecret.name) {
    throw new Error(`secretName is "${secretName}", the Secret of the administrator of cluster "${cluster.clusterName}": choose another name, or leave it out.`);
  }
}

/** @throws if two topic permissions are for one exchange */
function requireOneForEach(
  user: string,
  defaultVhost: string,
  permissions: readonly RabbitMQTopicPermissionOptions[],
): void {
  permissions.forEach(({ vhost = defaultVhost, exchange }, index) => {
    if (
      permissions.slice(0, index).some(other => (other.vhost ?? defaultVhost) === vhost && other.exchange === exchange)
    ) {
      throw new Error(`topicPermissions of user "${user}" has two for exchange "${exchange}" in virtual host "${vhost}": merge them into one, as RabbitMQ keeps one.`);
    }
  });
}

/** `CheckoutWorker` is `checkout-worker`. */
function nameOf(id: string): string {
  return id.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}

/** The user, if its pods are expected in another namespace than its Secret. */
function distantUsers(user: RabbitMQUser, { namespace: clusterNamespace }: IRabbitMQCluster): DistantUserModel[] {
  const { namespace } = Chart.of(user);
  return namespace === undefined || clusterNamespace === undefined || namespace === clusterNamespace
    ? []
    : [{ user: user.username, secret: user.secret.name, namespace, clusterNamespace, path: user.node.path }];
}
