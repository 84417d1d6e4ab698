import { ApiObject, ApiObjectMetadata, Chart, Duration } from 'cdk8s';
import { ISecret, k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { consumedQueues } from './consumed-queues';
import { consumerLoad } from './consumer-load';
import { ConsumerSubject } from './consumer-rules';
import { ScaledObject, TriggerAuthentication } from '../../imports/keda.sh';
import { ApiAddress, apiAddress } from '../cluster/interface/address';
import { addManifest } from '../kubernetes/manifest';
import { wholeSeconds } from '../kubernetes/seconds';

/** A scaler of consumers, with what it asks as. */
export interface KedaProps extends ConsumerSubject {
  readonly cooldownSeconds: number;
  readonly metadata: ApiObjectMetadata & { readonly name: string };
  readonly credentials: ISecret;
}

/** The key of an authority's certificate in a Secret with a user of a cluster elsewhere. */
const AUTHORITY_KEY = 'ca.crt';

/** What KEDA scales consumers by: https://keda.sh/docs/latest/scalers/rabbitmq-queue/ */
export class KedaObjects extends Construct {
  public readonly scaledObject: ApiObject;
  public readonly authentication: ApiObject;

  public constructor(scope: Construct, id: string, props: KedaProps) {
    super(scope, id);
    const { cluster, metadata } = props;
    const address = apiAddress(cluster);
    if (address === undefined) {
      throw new Error(`cluster "${cluster.clusterName}" has no port named "management" or "management-tls", which KEDA uses to read queues. Add it to the ports of fromClusterAttributes()`);
    }
    if (cluster.namespace === undefined) {
      throw new Error(`the namespace of cluster "${cluster.clusterName}" is unknown, and KEDA connects from another one. Set the namespace of the chart`);
    }
    const pollingInterval = wholeSeconds('pollingInterval', props.pollingInterval ?? Duration.seconds(15));
    if (pollingInterval < 1) {
      throw new Error(`pollingInterval is ${pollingInterval} seconds: it must be 1 second or more`);
    }
    const authenticationMetadata = { ...metadata, name: `${metadata.name}-rabbitmq` };
    if (address.authority !== '') {
      addManifest(this, 'Tls', k8s.KubeConfigMap, authenticationMetadata, { data: () => ({ tls: 'enable' }) });
    }
    this.authentication = addManifest(this, 'Authentication', TriggerAuthentication, authenticationMetadata, {
      spec: () => ({
        secretTargetRef: secretTargets(this, props, address),
        configMapTargetRef: address.authority === '' ? undefined : [{ parameter: 'tls', name: authenticationMetadata.name, key: 'tls' }],
      }),
    });
    this.scaledObject = addManifest(this, 'ScaledObject', ScaledObject, metadata, {
      spec: () => this.render(props, address, pollingInterval, authenticationMetadata.name),
    });
  }

  private render(props: KedaProps, address: ApiAddress, pollingInterval: number, authentication: string) {
    const { cluster, consumers: { name, kind = 'Deployment', apiVersion = 'apps/v1' }, queues, load, minReplicas, maxReplicas, cooldownSeconds } = props;
    const { mode, value, metricType } = consumerLoad(load).keda;
    const { name: queueName, vhost: vhostName, maxQueues } = consumedQueues(queues, cluster);
    return {
      scaleTargetRef: { apiVersion, kind, name },
      minReplicaCount: minReplicas,
      maxReplicaCount: maxReplicas,
      pollingInterval,
      cooldownPeriod: cooldownSeconds,
      advanced: {
        horizontalPodAutoscalerConfig: { behavior: { scaleDown: { stabilizationWindowSeconds: cooldownSeconds } } },
      },
      triggers: [{
        type: 'rabbitmq',
        metricType,
        metadata: {
          protocol: 'http',
          host: `${hostedUrl(address)}/`,
          vhostName,
          queueName,
          ...(maxQueues !== undefined && { useRegex: 'true', pageSize: String(maxQueues) }),
          mode,
          value,
        },
        authenticationRef: { name: authentication },
      }],
    };
  }
}

/** KEDA can't verify another name than that of the host that it connects to. */
function hostedUrl({ url, serverName }: ApiAddress): string {
  return serverName === '' ? url : url.replace(/^https:\/\/[^:/]+/, `https://${serverName}`);
}

/**
 * The user's name and password, and the authority of the brokers' certificate where it isn't one that everybody trusts.
 */
function secretTargets(
  scope: Construct,
  { cluster: { authority, namespace }, credentials: { name } }: KedaProps,
  address: ApiAddress,
) {
  const ca = authority
    && (namespace === Chart.of(scope).namespace
      ? { name: authority.secret.name, key: authority.key }
      : { name, key: AUTHORITY_KEY });
  return [
    { parameter: 'username', name, key: 'username' },
    { parameter: 'password', name, key: 'password' },
    ...(address.authority !== '' && ca ? [{ parameter: 'ca', ...ca }] : []),
  ];
}
