import { App, Chart } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import { Situation } from './check';
import { RabbitMQCertificate, RabbitMQTlsOptions } from '../../../lib';

/** A certificate in a Secret, with its content where that is given. */
export const certificate = (content?: string): RabbitMQCertificate =>
  RabbitMQCertificate.fromSecret(Secret.fromSecretName(new Chart(new App(), 'elsewhere'), 'Secret', 'certificate'), { content });

/** A cluster in the namespace `shop` that has one. */
export const tls = (content?: string, more: Partial<RabbitMQTlsOptions> = {}): Situation => ({ namespace: 'shop', tls: { certificate: certificate(content), ...more } });
