import { RabbitMQClientCertificates, RabbitMQVersion } from '../../../../lib';
import { tls } from '../certified';
import { Case, raw } from '../check';

export const TLS_CASES: readonly Case[] = [
  {
    id: 'client-certificates-not-asked',
    outside: {
      ...tls(undefined, { clientCertificates: RabbitMQClientCertificates.REQUIRED }),
      version: RabbitMQVersion.of('4.3.5'),
      plugins: ['rabbitmq_web_stomp'],
    },
    says: /^tls\.clientCertificates is required, but RabbitMQ 4\.3\.5 can't request certificates on port 15673/,
    inside: {
      ...tls(undefined, { clientCertificates: RabbitMQClientCertificates.REQUIRED }),
      version: RabbitMQVersion.of('4.3.6'),
      plugins: ['rabbitmq_web_stomp'],
    },
  },
  {
    id: 'plain-in-production',
    outside: { production: true },
    says: /^production is set, but clients can connect without .*plain text\. Set tls$/,
    inside: { ...tls(undefined, { disablePlainListeners: true }), production: true },
  },
  {
    id: 'plain-in-production', about: 'beside TLS',
    outside: { ...tls(), production: true },
    says: /\. Set tls\.disablePlainListeners to true$/,
    inside: tls(),
  },
  {
    id: 'inter-node-plain-in-production',
    outside: { production: true },
    says: /^production is set, but brokers replicate messages and definitions in plain text\./,
    inside: { replicas: 1, production: true },
  },
  {
    id: 'inter-node-plain-in-production', about: 'beside TLS of clients',
    outside: { ...tls(), production: true },
    says: /^production is set, but brokers replicate messages and definitions in plain text\./,
    inside: { ...tls(undefined, { interNode: {} }), production: true },
  },
  {
    id: 'tls-unverified', rule: 67,
    outside: raw({ 'ssl_options.verify': 'verify_none' }),
    says: /^configuration\.raw "ssl_options\.verify" is verify_none/,
    inside: raw({ 'ssl_options.verify': 'verify_peer' }),
  },
  {
    id: 'tls-certificate-optional', rule: 67,
    outside: raw({ 'ssl_options.verify': 'verify_peer' }),
    says: /^configuration\.raw "ssl_options\.verify" is verify_peer, but a client without a certificate can connect\./,
    inside: raw({ 'ssl_options.verify': 'verify_peer', 'ssl_options.fail_if_no_peer_cert': 'true' }),
  },
  {
    id: 'tls-renegotiation', rule: 68,
    outside: raw({ 'ssl_options.versions.1': 'tlsv1.3', 'ssl_options.client_renegotiation': 'false' }),
    says: /^configuration\.raw "ssl_options\.client_renegotiation" is set, but TLS 1\.3 is the only version, and/,
    inside: raw({ 'ssl_options.versions.1': 'tlsv1.3', 'ssl_options.versions.2': 'tlsv1.2', 'ssl_options.client_renegotiation': 'false' }),
  },
  {
    id: 'tls-renegotiation', rule: 68, about: 'of another listener',
    outside: raw({ 'ssl_options.versions.1': 'tlsv1.3', 'ssl_options.secure_renegotiate': 'true' }),
    says: /secure_renegotiate/,
    inside: raw({ 'management.ssl.versions.1': 'tlsv1.3', 'management.tcp.port': '15672', 'ssl_options.secure_renegotiate': 'true' }),
  },
];
