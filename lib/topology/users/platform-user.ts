import { ISecret, Secret } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { Permissions } from './permissions';
import { bindingSecret, DeclaredUser, userObjects } from './user-objects';
import { RabbitMQUserTag } from './user-props';
import { IRabbitMQCluster } from '../../cluster/interface/cluster-interface';
import { addPlatformUser, platformApplier } from '../applier';
import { TopologyJob } from '../topology-job';
import { withPath } from '../../validation/errors';

/** The users of monitoring and of backups. RabbitMQ exports definitions to administrators only. */
const TAGS = { monitoring: RabbitMQUserTag.MONITORING, backup: RabbitMQUserTag.ADMINISTRATOR } as const;

/** The name of the Secret of a platform user. */
export function platformSecret({ clusterName }: IRabbitMQCluster, user: string): string {
  return `${clusterName}-${user}`;
}

/**
 * A user that a construct of this library creates for itself, without permissions in any virtual host. The Job of the
 * cluster's topology creates it.
 */
export class PlatformUser extends Construct {
  public readonly secret: ISecret;

  private readonly job: TopologyJob;

  /** @throws if the cluster's name is too long for the Job that creates the Secret */
  public constructor(scope: Construct, id: string, cluster: IRabbitMQCluster, name: keyof typeof TAGS) {
    super(scope, id);
    const user: DeclaredUser = {
      name,
      secretName: platformSecret(cluster, name),
      tags: [TAGS[name]],
      permissions: new Permissions(name, cluster.defaultVirtualHost),
    };
    this.secret = Secret.fromSecretName(this, 'Secret', user.secretName);
    addPlatformUser(cluster, name);
    this.job = withPath(scope.node.path, () => platformApplier(this, cluster, name));
    this.job.addPlatformObjects(() => userObjects(cluster, user));
    this.job.mount(user.secretName, ['username', 'password'], false);
    this.job.addSecret(`user-${name}.json`, () => bindingSecret(cluster, user));
  }

  /** Has the Job that creates the user's Secret create another one. */
  public addSecret(file: string, manifest: () => object): void {
    this.job.addSecret(file, manifest);
  }
}
