import { ISecret } from 'cdk8s-plus-28';
import { RabbitMQCertificate } from './certificate';

/** Whether clients show a certificate of their own. */
export enum RabbitMQClientCertificates {
  /** Brokers request no certificate. */
  NONE = 'none',
  /** Brokers request a certificate, but accept clients without one. The authority must have signed it. */
  OPTIONAL = 'optional',
  /** Nobody gets in without one. */
  REQUIRED = 'required',
}

/** A version of TLS. Older ones can't be had. */
export enum RabbitMQTlsVersion {
  /** TLS 1.3 */
  V1_3 = 'tlsv1.3',
  /** TLS 1.2 */
  V1_2 = 'tlsv1.2',
}

/** TLS between brokers, their command line tools included. */
export interface RabbitMQInterNodeTlsOptions {
  /**
   * The certificate that brokers show each other. Its names have to cover each pod's, and its authority has
   * to be there.
   * @default - that of the clients' side
   */
  readonly certificate?: RabbitMQCertificate;
}

/**
 * TLS of a cluster: AMQP, the management UI and API, the metrics, and each protocol plugin that is on.
 *
 * @see https://www.rabbitmq.com/docs/ssl
 */
export interface RabbitMQTlsOptions {
  /** The certificate that brokers show. */
  readonly certificate: RabbitMQCertificate;
  /**
   * The name that clients verify in the certificate. Jobs, exporter, backup and Prometheus connect to the client
   * Service and verify this name. KEDA connects to it, and new Secrets have it as `host`, so it has to resolve to the
   * brokers for them.
   * @default - the client Service; for a certificate without internal names the first of its names that is known
   */
  readonly serverName?: string;
  /**
   * Whether the plain ports are closed. Probes, Services, monitors and credentials move along.
   * @default false
   */
  readonly disablePlainListeners?: boolean;
  /**
   * Client certificates for AMQP, MQTT, STOMP and streams. The management UI and the metrics never request them.
   * @default RabbitMQClientCertificates.NONE
   */
  readonly clientCertificates?: RabbitMQClientCertificates;
  /**
   * The Secret with the certificates of the authorities that sign those of clients.
   * @default - the authority of the brokers' own certificate
   */
  readonly clientAuthority?: ISecret;
  /**
   * The key of the certificates in `clientAuthority`.
   * @default 'ca.crt'
   */
  readonly clientAuthorityKey?: string;
  /**
   * How many certificates there may be between a client's and its authority's.
   * @default - the broker's own, 1
   */
  readonly clientCertificateDepth?: number;
  /**
   * The versions that are spoken.
   * @default [RabbitMQTlsVersion.V1_3, RabbitMQTlsVersion.V1_2]
   */
  readonly versions?: RabbitMQTlsVersion[];
  /**
   * The cipher suites, the preferred first, by their names in OpenSSL or at IANA: `ECDHE-RSA-AES256-GCM-SHA384`,
   * `TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384`. Each of `versions` needs at least one suite, and no suite may be of
   * another version. Synth fails for a name that Erlang does not know.
   * @default - those of TLS 1.3, and of TLS 1.2 those with forward secrecy and authenticated encryption
   */
  readonly ciphers?: string[];
  /**
   * TLS between the brokers. It is for new clusters: with it and without it brokers don't understand each other, so
   * that Kubernetes refuses to change it on one that exists.
   * @default - brokers talk plainly to each other, which the NetworkPolicy keeps from everybody else
   */
  readonly interNode?: RabbitMQInterNodeTlsOptions;
}
