import { App, Chart } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import { Situation } from './check';
import { RabbitMQCertificate, RabbitMQIssuedCertificateOptions, RabbitMQTlsOptions } from '../../../lib';

/** A certificate in a Secret, with its content where that is given. */
export const certificate = (content?: string): RabbitMQCertificate =>
  RabbitMQCertificate.fromSecret(Secret.fromSecretName(new Chart(new App(), 'elsewhere'), 'Secret', 'certificate'), { content });

/** A cluster whose certificate cert-manager issues. */
export const issued = (
  options: Partial<RabbitMQIssuedCertificateOptions>,
  more: Partial<RabbitMQTlsOptions> = {},
): Situation =>
  ({ namespace: 'shop', tls: { certificate: RabbitMQCertificate.fromIssuer({ issuer: 'ca', ...options }), ...more } });

/** A cluster with a certificate of a public authority in a Secret. */
export const publicly = (more: Partial<RabbitMQTlsOptions> = {}): Situation =>
  ({ namespace: 'shop', tls: { certificate: RabbitMQCertificate.fromSecret(Secret.fromSecretName(new Chart(new App(), 'elsewhere'), 'Secret', 'certificate'), { publiclyTrusted: true }), ...more } });

/** A cluster in the namespace `shop` that has one. */
export const tls = (content?: string, more: Partial<RabbitMQTlsOptions> = {}): Situation => ({ namespace: 'shop', tls: { certificate: certificate(content), ...more } });
