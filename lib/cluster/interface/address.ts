import { k8s } from 'cdk8s-plus-28';
import { IRabbitMQCluster } from './cluster-interface';
import { Port } from '../../rabbitmq/port';

/** The address of a cluster's HTTP API, and the authority that signs its certificate. */
export interface ApiAddress {
  readonly url: string;
  readonly port: number;
  /** The name that the certificate is for; empty where it is the URL's host, or there is no TLS. */
  readonly serverName: string;
  /**
   * The path of the authority's certificate in a container; empty where it is one that everybody trusts, or there
   * is no TLS.
   */
  readonly authority: string;
  readonly volumes: readonly k8s.Volume[];
  readonly volumeMounts: readonly k8s.VolumeMount[];
}

const FOLDER = '/run/secrets/authority';

/** Over TLS if the cluster has it, because requests carry a password. Undefined without the management plugin. */
export function apiAddress({ ports, serviceName, namespace, authority, managementPath, serverName = '' }: IRabbitMQCluster): ApiAddress | undefined {
  const host = namespace === undefined ? serviceName : `${serviceName}.${namespace}.svc`;
  const { management: plain, 'management-tls': tls } = ports;
  if (tls !== undefined) {
    return {
      url: `https://${host}:${tls}${managementPath}`,
      port: tls,
      serverName,
      authority: authority ? `${FOLDER}/ca.crt` : '',
      volumes: authority ? [{ name: 'authority', secret: { secretName: authority.secret.name, items: [{ key: authority.key, path: 'ca.crt' }] } }] : [],
      volumeMounts: authority ? [{ name: 'authority', mountPath: FOLDER, readOnly: true }] : [],
    };
  }
  return plain === undefined
    ? undefined
    : { url: `http://${host}:${plain}${managementPath}`, port: plain, serverName: '', authority: '', volumes: [], volumeMounts: [] };
}

/** The name that clients verify in the brokers' certificate. */
export function verifiedName({ serverName, serviceName, namespace = 'default' }: IRabbitMQCluster): string {
  return serverName ?? `${serviceName}.${namespace}.svc`;
}

/** The port of AMQP in the `uri` of users: with TLS if the cluster has it. */
export function bindingPort({ ports }: Pick<IRabbitMQCluster, 'ports'>): Pick<Port, 'number' | 'isTls'> {
  return ports.amqps === undefined ? { number: ports.amqp, isTls: false } : { number: ports.amqps, isTls: true };
}
