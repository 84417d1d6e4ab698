import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { SecretsBootstrap } from './bootstrap';
import { cookieSecret, userSecret } from './secrets';
import { defaultVirtualHost } from '../../configuration/default-virtual-host';
import { addManifest } from '../../kubernetes/manifest';
import { amqpPort } from '../../rabbitmq/port';
import { bootstrapSelectorLabels, lastingLabels, objectLabels } from '../interface/labels';
import { toolContainer, toolPod, toolPodMetadata } from '../interface/tool-pod';
import { LiveModel } from '../live-model';
import { renderApiClientPolicy } from '../network/client-policies';
import { serverNameOf } from '../server-name';
import { clusterProgramsName } from '../programs';

/** Adds the Job that creates the credentials and the Erlang cookie, unless both are in existing Secrets. */
export function addSecretsBootstrap(scope: Construct, model: LiveModel): void {
  const { names, image, networkPolicy } = model.current;
  const secrets = secretManifests(scope, model);
  if (Object.keys(secrets).length === 0) {
    return;
  }
  const podLabels = { ...objectLabels(names.cluster, image.version.version, 'bootstrap'), ...bootstrapSelectorLabels(names.cluster) };
  const metadata = model.metadata(names.bootstrap, podLabels);
  new SecretsBootstrap(scope, 'Bootstrap', {
    metadata,
    podMetadata: toolPodMetadata(model.current, { labels: podLabels }),
    secrets,
    programs: clusterProgramsName(model.current),
    pod: toolPod(model.current),
    container: toolContainer(model.current),
  });
  if (networkPolicy.enabled) {
    addManifest(scope, 'BootstrapNetworkPolicy', k8s.KubeNetworkPolicy, metadata, {
      spec: () => renderApiClientPolicy(bootstrapSelectorLabels(names.cluster), model.current.networkPolicy),
    });
  }
}

/** The manifests of the Secrets by file name. */
function secretManifests(scope: Construct, model: LiveModel): Record<string, () => object> {
  const { names, credentials } = model.current;
  return {
    ...(credentials.makesCredentials && {
      'credentials.json': () => userSecret(names.credentialsSecret, lastingLabels(names.cluster), {
        username: credentials.administrator,
        service: names.clientService,
        host: serverNameOf(scope, model.current),
        vhost: defaultVirtualHost(model.current.configuration),
        port: model.current.ports.find(({ name }) => name === 'amqps') ?? amqpPort(model.current.ports),
      }),
    }),
    ...(credentials.makesCookie && { 'erlang-cookie.json': () => cookieSecret(names.cookieSecret, lastingLabels(names.cluster)) }),
  };
}
