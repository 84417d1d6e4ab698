import { Duration } from 'cdk8s';
import { RabbitMQIssuedCertificateOptions, RabbitMQIssuerKind, RabbitMQPrivateKeyAlgorithm } from './certificate-options';
import { CertificateSpec, CertificateSpecUsages } from '../../../imports/cert-manager.io';
import { wholeSeconds } from '../../kubernetes/seconds';

/** The number of brokers that a certificate has names for, where nothing else is said. */
export const MAX_REPLICAS = 9;

const KEY_SIZE = { [RabbitMQPrivateKeyAlgorithm.ECDSA]: 256, [RabbitMQPrivateKeyAlgorithm.RSA]: 2048 };

/** A `Certificate` of cert-manager. Brokers are servers; with TLS between them, also clients. */
export function renderCertificate(
  options: RabbitMQIssuedCertificateOptions,
  secretName: string,
  dnsNames: string[],
  secretLabels: Record<string, string>,
  isClient: boolean,
): CertificateSpec {
  const { issuer, issuerKind, issuerGroup, duration, renewBefore } = options;
  const algorithm = options.privateKeyAlgorithm ?? RabbitMQPrivateKeyAlgorithm.ECDSA;
  return {
    secretName,
    secretTemplate: { labels: secretLabels },
    issuerRef: { name: issuer, kind: issuerKind ?? RabbitMQIssuerKind.ISSUER, group: issuerGroup ?? 'cert-manager.io' },
    dnsNames,
    usages: [
      CertificateSpecUsages.DIGITAL_SIGNATURE,
      CertificateSpecUsages.KEY_ENCIPHERMENT,
      CertificateSpecUsages.SERVER_AUTH,
      ...(isClient ? [CertificateSpecUsages.CLIENT_AUTH] : []),
    ],
    privateKey: {
      algorithm,
      size: KEY_SIZE[algorithm],
      rotationPolicy: 'Always',
    },
    duration: inSeconds('duration', duration),
    renewBefore: inSeconds('renewBefore', renewBefore),
  };
}

function inSeconds(field: string, duration?: Duration): string | undefined {
  return duration && `${wholeSeconds(`tls.certificate ${field}`, duration)}s`;
}
