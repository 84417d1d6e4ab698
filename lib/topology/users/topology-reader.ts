import { ISecret, Secret } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { Permissions } from './permissions';
import { platformSecret } from './platform-user';
import { bindingSecret, DeclaredUser, userObjects } from './user-objects';
import { RabbitMQUserTag } from './user-props';
import { IRabbitMQCluster } from '../../cluster/interface/cluster-interface';
import { addPlatformUser } from '../applier';
import { Declarations } from '../declarations';

const NAME = 'topology-reader';

/** The user that reads what all declared virtual hosts have: it may enter them, and do nothing in them. */
export class TopologyReader extends Construct {
  public readonly secret: ISecret;

  public constructor(scope: Construct, id: string, cluster: IRabbitMQCluster, declarations: Declarations) {
    super(scope, id);
    const user = (): DeclaredUser => {
      const permissions = new Permissions(NAME, cluster.defaultVirtualHost);
      declarations.virtualHosts.forEach((vhost) => { permissions.add({ vhost }); });
      return { name: NAME, secretName: platformSecret(cluster, NAME), tags: [RabbitMQUserTag.MONITORING], permissions };
    };
    const { secretName } = user();
    this.secret = Secret.fromSecretName(this, 'Secret', secretName);
    addPlatformUser(cluster, NAME);
    declarations.add({ objects: () => userObjects(cluster, user()) });
    declarations.job.mount(secretName, ['username', 'password'], false);
    declarations.job.addSecret(`user-${NAME}.json`, () => bindingSecret(cluster, user()), true);
  }
}
