import { ISecret, Secret } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { Permissions } from './permissions';
import { bindingSecret, DeclaredUser, userObjects } from './user-objects';
import { RabbitMQUserTag } from './user-props';
import { IRabbitMQCluster } from '../../cluster/interface/cluster-interface';
import { TopologyJob } from '../topology-job';
import { withPath } from '../../validation/errors';

/** The longest name of a Job whose pods' labels have it as a value. */
const MAX_JOB_NAME_LENGTH = 63;

/** How long the Job waits for brokers. */
const DEADLINE_S = 3600;

/** The users of monitoring and of backups. RabbitMQ exports definitions to administrators only. */
const TAGS = { monitoring: RabbitMQUserTag.MONITORING, backup: RabbitMQUserTag.ADMINISTRATOR } as const;

/** The name of the Secret of a platform user. */
export function platformSecret({ clusterName }: IRabbitMQCluster, user: string): string {
  return `${clusterName}-${user}`;
}

/**
 * A user that a construct of this library creates for itself, without permissions in any virtual host. It has a Job of its own,
 * so that the construct can be installed and removed separately.
 */
export class PlatformUser extends Construct {
  public readonly secret: ISecret;

  private readonly job: TopologyJob;

  /** @throws if the cluster's name is too long for the Job that creates the Secret */
  public constructor(scope: Construct, id: string, cluster: IRabbitMQCluster, name: keyof typeof TAGS) {
    super(scope, id);
    const { clusterName } = cluster;
    const longest = MAX_JOB_NAME_LENGTH - `-user-${name}-init-12345`.length;
    if (clusterName.length > longest) {
      throw new Error(`[${scope.node.path}] the cluster's name, "${clusterName}", has ${clusterName.length} characters, too long together with its user "${name}": at most ${longest} are allowed. Pass the Secret of a user of your own as credentials, or choose a shorter name for a new cluster. Renaming an existing cluster creates a new, empty one`);
    }
    const user: DeclaredUser = { name, secretName: platformSecret(cluster, name), tags: [TAGS[name]], permissions: new Permissions(name, cluster.defaultVirtualHost) };
    this.secret = Secret.fromSecretName(this, 'Secret', user.secretName);
    this.job = withPath(scope.node.path, () => new TopologyJob(this, 'Apply', {
      cluster,
      name: `${clusterName}-user-${name}`,
      component: 'user',
      selector: { app: 'rabbitmq-user', cluster: clusterName, 'app.kubernetes.io/component': 'user', 'cdk8s-rabbitmq/user': name },
      deadlineSeconds: DEADLINE_S,
    }));
    this.job.addObjects(() => userObjects(cluster, user));
    this.job.mount(user.secretName, ['username', 'password'], false);
    this.job.addSecret('user.json', () => bindingSecret(cluster, user));
  }

  /** Has the Job that creates the user's Secret create another one. */
  public addSecret(file: string, manifest: () => object): void {
    this.job.addSecret(file, manifest);
  }
}
