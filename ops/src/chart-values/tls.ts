import type { ISecret } from 'cdk8s-plus-28';
import { RabbitMQCertificate, type RabbitMQTlsOptions } from 'cdk8s-rabbitmq';
import { duration, filled, given } from './kubernetes';
import type { Values } from './values';

type SecretNamed = (name: string) => ISecret;

/**
 * TLS of brokers, if it is on.
 *
 * @throws if TLS between brokers, or the end of plain ports, is on alone
 */
export function tlsOptions({ tls }: Values, secret: SecretNamed): RabbitMQTlsOptions | undefined {
  if (!tls.enabled) {
    if (tls.only) {
      throw new Error('tls.only is true without tls.enabled: brokers would keep their plain ports. Set tls.enabled to true, or tls.only to false');
    }
    if (tls.interNode) {
      throw new Error('tls.interNode is true without tls.enabled: brokers have no certificate for it; set tls.enabled to true');
    }
    return undefined;
  }
  const {
    serverName,
    clientCertificates,
    clientAuthority,
    clientAuthorityKey,
    clientCertificateDepth,
    versions,
    ciphers,
  } = tls;
  return {
    certificate: certificate(tls, secret),
    serverName: given(serverName),
    disablePlainListeners: tls.only,
    clientCertificates,
    clientAuthority: clientAuthority === '' ? undefined : secret(clientAuthority),
    clientAuthorityKey: clientAuthority === '' ? undefined : clientAuthorityKey,
    clientCertificateDepth: clientCertificateDepth ?? undefined,
    versions,
    ciphers: filled(ciphers),
    interNode: tls.interNode
      ? { certificate: tls.interNodeSecret === '' ? undefined : RabbitMQCertificate.fromSecret(secret(tls.interNodeSecret)) }
      : undefined,
  };
}

function certificate(tls: Values['tls'], secret: SecretNamed): RabbitMQCertificate {
  const {
    issuer,
    issuerKind,
    issuerGroup,
    dnsNames,
    publiclyTrusted,
    privateKeyAlgorithm,
    certificateKey,
    privateKeyKey,
    authorityKey,
  } = tls;
  return tls.existingSecret === ''
    ? RabbitMQCertificate.fromIssuer({
        issuer, issuerKind, issuerGroup, dnsNames, publiclyTrusted, privateKeyAlgorithm,
        internalNames: tls.internalNames ?? undefined,
        duration: duration(tls.duration),
        renewBefore: duration(tls.renewBefore),
      })
    : RabbitMQCertificate.fromSecret(secret(tls.existingSecret), {
        certificateKey, privateKeyKey, publiclyTrusted, authorityKey: publiclyTrusted ? undefined : authorityKey,
      });
}
