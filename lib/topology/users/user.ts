import { ApiObjectMetadata } from 'cdk8s';
import { ISecret, k8s, Pods, Secret } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { requirePermission } from './permission';
import { PLATFORM_USERS, platformSecret, RabbitMQPlatformUser } from './platform-users';
import { RabbitMQPermission, RabbitMQUserProps } from './user-props';
import { SecretsBootstrap } from '../../cluster/bootstrap/bootstrap';
import { userSecret } from '../../cluster/bootstrap/secrets';
import { ApiAddress, apiAddress, bindingPort } from '../../cluster/interface/address';
import { IRabbitMQCluster } from '../../cluster/interface/cluster-interface';
import { lastingLabels, objectLabels } from '../../cluster/interface/labels';
import { toolContainer, toolPod, toolPodMetadata } from '../../cluster/interface/tool-pod';
import { checksum } from '../../kubernetes/checksum';
import { addManifest } from '../../kubernetes/manifest';
import { readEscript } from '../../rabbitmq/programs';
import { renderApiClientPolicy, renderBrokerClientPolicy } from '../../cluster/network/client-policies';
import { clientNetworkPolicy, ResolvedNetworkPolicy } from '../../cluster/network/options';

const PROGRAM = 'make-user';

/** Where each thing is mounted. */
const FOLDER = { program: '/make-user', administrator: '/run/secrets/administrator', user: '/run/secrets/user' } as const;

const NAME = /^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$/;

/** The longest name of a Job whose pods' labels have it as a value. */
const MAX_JOB_NAME_LENGTH = 63;

/**
 * A user of a cluster, with a Secret that applications bind by: `type`, `provider`, `host`, `port`, `username`, `password` and
 * `uri`. A Job makes the user once the brokers are up, and again when its tags or permissions change.
 *
 * @throws if the name can't name a user or is the administrator's, a permission is no regular expression, or the cluster has no
 * management port
 */
export class RabbitMQUser extends Construct {
  /**
   * The user that one of our own parts logs in as, with the least that it needs. Its Secret is `<cluster>-<name>`.
   *
   * @param scope where it is made
   * @param id its id
   * @param cluster the cluster
   * @param user which one
   */
  public static forPlatform(scope: Construct, id: string, cluster: IRabbitMQCluster, user: RabbitMQPlatformUser): RabbitMQUser {
    return new RabbitMQUser(scope, id, { cluster, name: user, ...PLATFORM_USERS[user], secretName: platformSecret(cluster, user) });
  }

  /** The Secret with the user's name and password, and what else applications bind by. */
  public readonly secret: ISecret;

  private readonly props: RabbitMQUserProps;
  private readonly api: ApiAddress;
  private readonly objectName: string;

  public constructor(scope: Construct, id: string, props: RabbitMQUserProps) {
    super(scope, id);
    const { cluster, name, secret } = props;
    this.props = props;
    if (!NAME.test(name) || name === 'guest') {
      throw new Error(`name "${name}" can't name a user: use up to 40 lower-case letters, digits and "-", starting with a letter and ending with a letter or digit, and not "guest"`);
    }
    if (!secret && name === cluster.administrator) {
      throw new Error(`name "${name}" is the administrator's of cluster "${cluster.clusterName}", who would get other rights and another password: choose another name`);
    }
    props.permissions?.forEach(requirePermission);
    if (secret && props.secretName !== undefined) {
      throw new Error(`secretName is "${props.secretName}", but secret "${secret.name}" is there already: leave one of them out`);
    }
    const api = apiAddress(cluster);
    if (api === undefined) {
      throw new Error(`cluster "${cluster.clusterName}" has no port named "management" or "management-tls", by which users are made: add it to the ports of fromClusterAttributes()`);
    }
    this.api = api;
    this.objectName = `${cluster.clusterName}-user-${name}`;
    requireRoom(cluster.clusterName, name);
    this.secret = secret ?? Secret.fromSecretName(this, 'Secret', props.secretName ?? this.objectName);
    if (!secret) {
      this.addSecret();
    }
    this.addUser();
  }

  private metadata(component: 'user' | 'user-bootstrap'): ApiObjectMetadata {
    const name = component === 'user' ? this.objectName : `${this.objectName}-init`;
    return { name, namespace: this.props.cluster.namespace, labels: this.podLabels(component) };
  }

  private podLabels(component: 'user' | 'user-bootstrap'): Record<string, string> {
    const { cluster } = this.props;
    return { ...objectLabels(cluster.clusterName, cluster.version.version, component), ...this.selector(component) };
  }

  private selector(component: 'user' | 'user-bootstrap'): Record<string, string> {
    return { app: 'rabbitmq-user', cluster: this.props.cluster.clusterName, 'app.kubernetes.io/component': component, 'cdk8s-rabbitmq/user': this.props.name };
  }

  private get policy(): ResolvedNetworkPolicy {
    return clientNetworkPolicy(this.props.cluster);
  }

  private addSecret(): void {
    const { cluster, name, permissions = [] } = this.props;
    const metadata = this.metadata('user-bootstrap');
    new SecretsBootstrap(this, 'Bootstrap', {
      metadata: { ...metadata, name: `${this.objectName}-init` },
      podMetadata: toolPodMetadata(cluster, { labels: this.podLabels('user-bootstrap') }),
      secrets: {
        'user.json': () => userSecret(this.secret.name, lastingLabels(cluster.clusterName, 'user'), {
          username: name,
          service: cluster.serviceName,
          port: bindingPort(cluster),
          vhost: permissions[0]?.vhost,
        }),
      },
      pod: toolPod(cluster),
      container: toolContainer(cluster),
    });
    if (this.policy.enabled) {
      addManifest(this, 'BootstrapNetworkPolicy', k8s.KubeNetworkPolicy, metadata, {
        spec: () => renderApiClientPolicy(this.selector('user-bootstrap'), this.policy),
      });
    }
  }

  private addUser(): void {
    const { cluster } = this.props;
    const metadata = this.metadata('user');
    const template = this.podTemplate();
    cluster.connections.allowManagementFrom(Pods.select(this, 'Pods', { labels: this.selector('user') }));
    if (this.policy.enabled) {
      addManifest(this, 'NetworkPolicy', k8s.KubeNetworkPolicy, metadata, {
        spec: () => renderBrokerClientPolicy({ podLabels: this.selector('user'), brokers: cluster.podLabels, brokerPorts: [this.api.port] }, this.policy),
      });
    }
    addManifest(this, 'Program', k8s.KubeConfigMap, metadata, { data: () => readEscript(PROGRAM) });
    addManifest(this, 'Job', k8s.KubeJob, { ...metadata, name: `${this.objectName}-${checksum(k8s.KubePod.manifest(template), 5)}` }, {
      spec: () => ({ backoffLimit: 10, template }),
    });
  }

  private podTemplate(): k8s.PodTemplateSpec {
    const { cluster, tags = [], permissions = [] } = this.props;
    const { url, authority, volumes, volumeMounts } = this.api;
    const { username = 'username', password = 'password' } = cluster.credentialsKeys;
    return {
      metadata: toolPodMetadata(cluster, { labels: this.podLabels('user') }),
      spec: {
        ...toolPod(cluster),
        restartPolicy: 'OnFailure',
        containers: [{
          ...toolContainer(cluster),
          name: PROGRAM,
          command: ['escript', `${FOLDER.program}/${PROGRAM}.escript`, url, authority, FOLDER.administrator, FOLDER.user, tags.join(','), ...permissions.flatMap(rights)],
          volumeMounts: [
            { name: 'program', mountPath: FOLDER.program, readOnly: true },
            { name: 'administrator', mountPath: FOLDER.administrator, readOnly: true },
            { name: 'user', mountPath: FOLDER.user, readOnly: true },
            ...volumeMounts,
          ],
        }],
        volumes: [
          { name: 'program', configMap: { name: this.objectName } },
          {
            name: 'administrator',
            secret: { secretName: cluster.credentialsSecret.name, items: [{ key: username, path: 'username' }, { key: password, path: 'password' }] },
          },
          { name: 'user', secret: { secretName: this.secret.name } },
          ...volumes,
        ],
      },
    };
  }
}

/**
 * @throws if the user's Job would have too long a name. Where the user is one of our own, or the cluster's name leaves no room, that is
 * the one to shorten
 */
function requireRoom(cluster: string, name: string): void {
  const left = (other: string): number => MAX_JOB_NAME_LENGTH - `${other}-user--init-12345`.length;
  if (name.length <= left(cluster)) {
    return;
  }
  if (name in PLATFORM_USERS || left(cluster) < 1) {
    throw new Error(`the cluster's name, "${cluster}", has ${cluster.length} characters, too long beside its user "${name}": ${left(name)} are the most; shorten it`);
  }
  throw new Error(`name "${name}" is too long beside the cluster's, "${cluster}": ${left(cluster)} characters are the most; shorten it`);
}

/** Nothing is an empty expression, which matches no name but the empty one. */
function rights({ vhost, configure, write, read }: RabbitMQPermission): string[] {
  return [vhost ?? '/', configure ?? '^$', write ?? '^$', read ?? '^$'];
}
