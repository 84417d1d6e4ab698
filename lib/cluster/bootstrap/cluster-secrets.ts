import { Construct } from 'constructs';
import { SecretsBootstrap } from './bootstrap';
import { cookieSecret, userSecret } from './secrets';
import { defaultVirtualHost } from '../../configuration/default-virtual-host';
import { amqpPort } from '../../rabbitmq/port';
import { IRabbitMQCluster } from '../interface/cluster-interface';
import { ClusterHome, setHome, Setting } from '../interface/home';
import { bootstrapSelectorLabels, lastingLabels, objectLabels } from '../interface/labels';
import { LiveModel } from '../live-model';
import { nameOf } from '../rules/settings';
import { serverNameOf } from '../server-name';

/**
 * Has the credentials and the Erlang cookie created, unless both are in existing Secrets. The same Job creates the
 * Secrets of users and programs that serve the cluster.
 */
export function addSecretsBootstrap(cluster: Construct & IRabbitMQCluster, model: LiveModel): void {
  const home = new Home(cluster, model);
  setHome(cluster, home);
  const { names, credentials } = model.current;
  if (credentials.makesCredentials) {
    home.addSecret('credentials.json', () => userSecret(names.credentialsSecret, lastingLabels(names.cluster), {
      username: credentials.administrator,
      service: names.clientService,
      host: serverNameOf(cluster, model.current),
      vhost: defaultVirtualHost(model.current.configuration),
      port: model.current.ports.find(({ name }) => name === 'amqps') ?? amqpPort(model.current.ports),
    }));
  }
  if (credentials.makesCookie) {
    home.addSecret('erlang-cookie.json', () => cookieSecret(names.cookieSecret, lastingLabels(names.cluster)));
  }
}

class Home implements ClusterHome {
  private bootstrap?: SecretsBootstrap;

  public constructor(public readonly scope: Construct & IRabbitMQCluster, private readonly model: LiveModel) {}

  public metadata(name: string, labels: Record<string, string>): ReturnType<ClusterHome['metadata']> {
    return this.model.metadata(name, labels);
  }

  public setting(key: string): Setting | undefined {
    const entry = this.model.current.configuration.chosen(key);
    return entry && { name: nameOf(entry), value: entry.value };
  }

  public addSecret(file: string, manifest: () => object, isCompact?: boolean): void {
    this.bootstrap ??= this.addBootstrap();
    this.bootstrap.addSecret(file, manifest, isCompact);
  }

  private addBootstrap(): SecretsBootstrap {
    const { names, image } = this.model.current;
    const selector = bootstrapSelectorLabels(names.cluster);
    const podLabels = { ...objectLabels(names.cluster, image.version.version, 'bootstrap'), ...selector };
    return new SecretsBootstrap(this.scope, 'Bootstrap', {
      cluster: this.scope, metadata: this.metadata(names.bootstrap, podLabels), selector, podLabels,
    });
  }
}
