import { Duration } from 'cdk8s';

/** The kinds of issuer that cert-manager has itself. */
export enum RabbitMQIssuerKind {
  /** One of the namespace. */
  ISSUER = 'Issuer',
  /** One for all namespaces. */
  CLUSTER_ISSUER = 'ClusterIssuer',
}

/** The kinds of private key that brokers read. */
export enum RabbitMQPrivateKeyAlgorithm {
  /** Elliptic curves, the least work in a handshake. */
  ECDSA = 'ECDSA',
  /** For clients without support for the others. */
  RSA = 'RSA',
}

/** A certificate in a Secret: see `RabbitMQCertificate.fromSecret()`. */
export interface RabbitMQSecretCertificateOptions {
  /**
   * The key of the certificate, with the intermediate ones after it, as PEM.
   * @default 'tls.crt'
   */
  readonly certificateKey?: string;
  /**
   * The key of the private key, as PEM without a password.
   * @default 'tls.key'
   */
  readonly privateKeyKey?: string;
  /**
   * The key of the certificate of the authority that signed it, as PEM.
   * @default 'ca.crt'
   */
  readonly authorityKey?: string;
  /**
   * Whether it is signed by an authority that everybody trusts, and the Secret has none.
   * @default false
   */
  readonly publiclyTrusted?: boolean;
  /**
   * The certificate as PEM, to validate its names at synth. It is public, and appears in no manifest.
   * @default - not checked
   */
  readonly content?: string;
}

/** A certificate that cert-manager makes and renews: see `RabbitMQCertificate.fromIssuer()`. */
export interface RabbitMQIssuedCertificateOptions {
  /** The issuer's name. */
  readonly issuer: string;
  /**
   * The issuer's kind: one of `RabbitMQIssuerKind`, or that of an issuer that cert-manager doesn't bring itself.
   * @default RabbitMQIssuerKind.ISSUER
   */
  readonly issuerKind?: string;
  /**
   * The issuer's API group.
   * @default 'cert-manager.io'
   */
  readonly issuerGroup?: string;
  /**
   * Names that the certificate is for, beside the internal ones: the hosts that clients connect to.
   * @default - none
   */
  readonly dnsNames?: string[];
  /**
   * Whether the certificate is for the names of the Services and of each pod. Public authorities don't sign those.
   * @default - true, and false with `publiclyTrusted`
   */
  readonly internalNames?: boolean;
  /**
   * Number of brokers that the certificate has names for, so that a scale-out needs no new certificate.
   * @default 9, or the highest number of replicas where that is higher
   */
  readonly maxReplicas?: number;
  /**
   * How long it is valid.
   * @default - cert-manager's own, 90 days
   */
  readonly duration?: Duration;
  /**
   * How long before its end it is renewed.
   * @default - cert-manager's own, a third of its duration
   */
  readonly renewBefore?: Duration;
  /**
   * The kind of its private key.
   * @default RabbitMQPrivateKeyAlgorithm.ECDSA
   */
  readonly privateKeyAlgorithm?: RabbitMQPrivateKeyAlgorithm;
  /**
   * Whether the issuer is one that everybody trusts, such as Let's Encrypt, and the Secret has no authority.
   * @default false
   */
  readonly publiclyTrusted?: boolean;
}

/** The files of a certificate: see `RabbitMQCertificate.fromFiles()`. */
export interface RabbitMQCertificateFilesOptions {
  /** The path of the certificate, with the intermediate ones after it, as PEM. */
  readonly certificate: string;
  /** The path of the private key, as PEM without a password. */
  readonly privateKey: string;
  /**
   * The path of the certificate of the authority that signed it, as PEM.
   * @default - there is none
   */
  readonly authority?: string;
}
