import { ApiObject, Duration } from 'cdk8s';
import { ISecret, Secret } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { RabbitMQExternalSecretProps, RabbitMQSecretStoreKind } from './external-secret-props';
import { ExternalSecret, ExternalSecretSpec } from '../../imports/external-secrets.io';
import { BINDING_TYPE, bindingKeys } from '../cluster/bootstrap/secrets';
import { bindingPort, verifiedName } from '../cluster/interface/address';
import { IRabbitMQCluster } from '../cluster/interface/cluster-interface';
import { addManifest } from '../kubernetes/manifest';
import { wholeSeconds } from '../kubernetes/seconds';
import { isSecretKey } from '../validation/names';
import { validateProps } from '../validation/props';

/**
 * A Secret that External Secrets creates from an external store: credentials, a cookie, a certificate. Pass `secret` to
 * props that take a Secret.
 *
 * @see https://external-secrets.io
 * @throws if there is no value
 */
export class RabbitMQExternalSecret extends Construct {
  /** The Secret. */
  public readonly secret: ISecret;
  /** The ExternalSecret. */
  public readonly externalSecret: ApiObject;

  private readonly props: RabbitMQExternalSecretProps;
  private bound?: IRabbitMQCluster;

  public constructor(scope: Construct, id: string, props: RabbitMQExternalSecretProps) {
    super(scope, id);
    this.props = props;
    validateProps(this, 'RabbitMQExternalSecretProps', props, {
      values: () => { requireValues(props); },
      refreshInterval: () => wholeSeconds('refreshInterval', props.refreshInterval ?? Duration.hours(1)),
    });
    this.secret = Secret.fromSecretName(this, 'Secret', props.name);
    this.externalSecret = addManifest(this, 'Resource', ExternalSecret, { name: props.name }, { spec: () => this.spec });
  }

  /**
   * Adds what applications bind by to a Secret with `username` and `password`: `type`, `provider`, `host`,
   * `port` and `uri`.
   *
   * @param cluster where the user is
   * @throws if the Secret has neither
   */
  public bindTo(cluster: IRabbitMQCluster): void {
    const missing = ['username', 'password'].find(key => !(key in this.props.values));
    if (missing !== undefined) {
      throw new Error(`[${this.node.path}] values of "${this.props.name}" has no "${missing}", which service bindings need. Add it`);
    }
    this.bound = cluster;
  }

  private get spec(): ExternalSecretSpec {
    const { name, store, storeKind, values, refreshInterval, type } = this.props;
    return {
      refreshInterval: `${wholeSeconds('refreshInterval', refreshInterval ?? Duration.hours(1))}s`,
      secretStoreRef: { name: store, kind: storeKind ?? RabbitMQSecretStoreKind.SECRET_STORE },
      target: {
        name,
        // brokers that run would lose what they mount
        deletionPolicy: 'Retain',
        template: this.bound || type !== undefined
          ? {
              engineVersion: 'v2',
              mergePolicy: 'Merge',
              type: type ?? BINDING_TYPE,
              data: this.bound && this.templateFor(this.bound),
            }
          : undefined,
      },
      data: Object.entries(values).map(([secretKey, { key, property, version }]) => ({
        secretKey,
        remoteRef: { key, property, version },
      })),
    };
  }

  private templateFor(cluster: IRabbitMQCluster): Record<string, string> {
    return bindingKeys({
      host: verifiedName(cluster),
      port: bindingPort(cluster),
      vhost: cluster.defaultVirtualHost,
      username: '{{ .username | urlquery | replace "+" "%20" }}',
      password: '{{ .password | urlquery | replace "+" "%20" }}',
    });
  }
}

function requireValues({ name, values }: RabbitMQExternalSecretProps): void {
  if (Object.keys(values).length === 0) {
    throw new Error(`values of "${name}" is empty. Name the source of each key, such as { password: { key: 'rabbitmq', property: 'password' } }`);
  }
  for (const [secretKey, { key }] of Object.entries(values)) {
    if (!isSecretKey(secretKey)) {
      throw new Error(`values has "${secretKey}", which is not a valid key of a Secret. Use letters, digits, "-", "_" and "."`);
    }
    if (key.trim() === '') {
      throw new Error(`values.${secretKey}.key is "${key}": name the secret in the store`);
    }
  }
}
