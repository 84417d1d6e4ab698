import { X509Certificate } from 'node:crypto';
import { ISecret, k8s } from 'cdk8s-plus-28';
import { RabbitMQCertificateFilesOptions, RabbitMQIssuedCertificateOptions, RabbitMQSecretCertificateOptions } from './certificate-options';
import { requireBrokers } from '../interface/replica-range';
import { requireCertifiedName, requireObjectName } from '../../kubernetes/dns-name';
import { PrivateData } from '../../validation/private-data';
import { requireKnownOptions, requireType } from '../../validation/props';

/** Where brokers have a certificate from, as constructs of the cluster see it. */
export interface CertificateSource {
  /** The name of its Secret; none for one that cert-manager makes, which is named after the cluster. */
  readonly secret?: ISecret;
  readonly keys: { readonly certificate: string; readonly privateKey: string; readonly authority?: string };
  readonly issued?: RabbitMQIssuedCertificateOptions;
  readonly files?: RabbitMQCertificateFilesOptions;
  readonly volume?: k8s.Volume;
  /** Whether it is signed by an authority that everybody trusts. */
  readonly isPublic: boolean;
  readonly content?: string;
}

const sources = new PrivateData<RabbitMQCertificate, CertificateSource>();

/** Kinds of cert-manager's own issuers. */
const KINDS = ['Issuer', 'ClusterIssuer'];

/** Limits of cert-manager, and for how long it issues a certificate if nobody says it. */
const MIN_DURATION_S = 3600;
const MIN_RENEWAL_S = 300;
const DURATION_S = 90 * 24 * 3600;

const CONVENTION = { certificate: 'tls.crt', privateKey: 'tls.key', authority: 'ca.crt' };

/** A certificate of the brokers, with its private key. */
export class RabbitMQCertificate {
  /**
   * One in a Secret that is there already, such as one that an operator or External Secrets makes.
   *
   * @param secret the Secret
   * @param options its keys
   * @throws if `content` is no certificate, or there is an authority's key for a certificate that has none
   */
  public static fromSecret(secret: ISecret, options: RabbitMQSecretCertificateOptions = {}): RabbitMQCertificate {
    requireType('RabbitMQCertificate.fromSecret(): the Secret', 'ISecret', secret);
    requireKnownOptions('RabbitMQSecretCertificateOptions', options, 'RabbitMQCertificate.fromSecret()');
    const { certificateKey, privateKeyKey, authorityKey, publiclyTrusted, content } = options;
    if (publiclyTrusted && authorityKey !== undefined) {
      throw new Error(`authorityKey is "${authorityKey}", but publiclyTrusted means that there is no authority. Remove one of them`);
    }
    if (content !== undefined) {
      requireCertificate(content);
    }
    return new RabbitMQCertificate({
      secret,
      keys: {
        certificate: certificateKey ?? CONVENTION.certificate,
        privateKey: privateKeyKey ?? CONVENTION.privateKey,
        authority: publiclyTrusted ? undefined : authorityKey ?? CONVENTION.authority,
      },
      isPublic: publiclyTrusted ?? false,
      content,
    });
  }

  /**
   * One that cert-manager makes and renews, with the names of the Services and of every pod, unless `internalNames` is
   * false. With those names, the chart needs a namespace.
   *
   * @param options who issues it
   * @throws if `maxReplicas` isn't a whole number of 1 or more, or if cert-manager refuses a name or a time
   */
  public static fromIssuer(options: RabbitMQIssuedCertificateOptions): RabbitMQCertificate {
    requireKnownOptions('RabbitMQIssuedCertificateOptions', options, 'RabbitMQCertificate.fromIssuer()');
    const { maxReplicas } = options;
    if (maxReplicas !== undefined) {
      requireBrokers('maxReplicas', maxReplicas, 1);
    }
    requireIssuable(options);
    return new RabbitMQCertificate({
      issued: options,
      isPublic: options.publiclyTrusted ?? false,
      keys: { ...CONVENTION, authority: options.publiclyTrusted ? undefined : CONVENTION.authority },
    });
  }

  /**
   * A certificate in files that a sidecar, such as a Vault agent, or a volume puts into the broker container.
   *
   * @param files where they are in the container
   * @param volume the volume, such as one of a CSI driver, mounted where the files are
   * @throws if a path isn't absolute, or the files of a volume aren't in one folder
   */
  public static fromFiles(files: RabbitMQCertificateFilesOptions, volume?: k8s.Volume): RabbitMQCertificate {
    requireKnownOptions('RabbitMQCertificateFilesOptions', files, 'RabbitMQCertificate.fromFiles()');
    const paths = [files.certificate, files.privateKey, ...(files.authority === undefined ? [] : [files.authority])];
    for (const path of paths) {
      if (!/^\/.*[^/]$/.test(path)) {
        throw new Error(`"${path}" is not the path of a file: it must start with "/", such as /vault/secrets/tls.crt`);
      }
    }
    if (volume && new Set(paths.map(folderOf)).size > 1) {
      throw new Error(`the files ${paths.join(', ')} of volume "${volume.name}" must be in one folder, the mount path of the volume`);
    }
    return new RabbitMQCertificate({ files, volume, keys: CONVENTION, isPublic: false });
  }

  private constructor(source: CertificateSource) {
    sources.set(this, source);
  }
}

/** Where a certificate is from. */
export function certificateSource(certificate: RabbitMQCertificate): CertificateSource {
  return sources.of(certificate);
}

function requireCertificate(content: string): void {
  try {
    new X509Certificate(content);
  } catch {
    throw new Error('content is not a certificate. Pass the text that starts with "-----BEGIN CERTIFICATE-----", not the private key');
  }
}

/** Whether a certificate that cert-manager issues has the names of Services and pods. */
export function hasInternalNames({ internalNames, publiclyTrusted }: RabbitMQIssuedCertificateOptions): boolean {
  return internalNames ?? !publiclyTrusted;
}

/** The folder that a file is in. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/** @throws if cert-manager refuses the certificate: https://cert-manager.io/docs/usage/certificate/ */
function requireIssuable({ issuer, issuerKind = 'Issuer', dnsNames = [], duration, renewBefore }: RabbitMQIssuedCertificateOptions): void {
  requireObjectName('issuer', issuer);
  const [kind] = KINDS.filter(known => known.toLowerCase() === issuerKind.toLowerCase());
  if (kind !== undefined && kind !== issuerKind) {
    throw new Error(`issuerKind is "${issuerKind}": write it as "${kind}"`);
  }
  dnsNames.forEach((name) => { requireCertifiedName('dnsNames', name); });
  const [valid, before] = [duration, renewBefore].map(time => time?.toSeconds({ integral: false }));
  if (valid !== undefined && valid < MIN_DURATION_S) {
    throw new Error(`duration is ${valid} seconds: cert-manager issues certificates for 1 hour or more`);
  }
  if (before !== undefined && (before < MIN_RENEWAL_S || before >= (valid ?? DURATION_S))) {
    throw new Error(`renewBefore is ${before} seconds: it must be 5 minutes or more, and less than duration, which is ${valid ?? DURATION_S} seconds`);
  }
}
