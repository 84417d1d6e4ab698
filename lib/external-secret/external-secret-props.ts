import { Duration } from 'cdk8s';

/** The kinds of stores that External Secrets reads. */
export enum RabbitMQSecretStoreKind {
  /** One of the namespace. */
  SECRET_STORE = 'SecretStore',
  /** One for all namespaces. */
  CLUSTER_SECRET_STORE = 'ClusterSecretStore',
}

/** Where a value is in a store. */
export interface RabbitMQRemoteValueOptions {
  /** The name or path of the secret there. */
  readonly key: string;
  /**
   * The property of it.
   * @default - all of it
   */
  readonly property?: string;
  /**
   * The version of it.
   * @default - the newest
   */
  readonly version?: string;
}

/** Properties for `RabbitMQExternalSecret`. */
export interface RabbitMQExternalSecretProps {
  /** The name of the created Secret, and of the ExternalSecret. */
  readonly name: string;
  /** The name of the store. */
  readonly store: string;
  /**
   * The kind of the store.
   * @default RabbitMQSecretStoreKind.SECRET_STORE
   */
  readonly storeKind?: RabbitMQSecretStoreKind;
  /** Where the value of each key is: `username`, `password`; `tls.crt`, `tls.key`, `ca.crt`. */
  readonly values: Record<string, RabbitMQRemoteValueOptions>;
  /**
   * Interval at which the store is read.
   * @default Duration.hours(1)
   */
  readonly refreshInterval?: Duration;
  /**
   * The type of the Secret.
   * @default - `servicebinding.io/rabbitmq` where applications bind to it, `Opaque` otherwise
   */
  readonly type?: string;
}
