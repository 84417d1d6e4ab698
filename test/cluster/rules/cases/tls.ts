import { RabbitMQClientCertificates, RabbitMQPrivateKeyAlgorithm, RabbitMQTlsVersion, RabbitMQVersion } from '../../../../lib';
import { issued, tls } from '../certified';
import { Case, raw } from '../check';

const advanced = (application: string) => ({ configuration: { advancedConfig: `[${application}].` } });

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
  {
    id: 'tls-verify-none',
    outside: raw({ 'ssl_options.verify': 'verify_none', 'ssl_options.fail_if_no_peer_cert': 'true' }),
    says: /^configuration\.raw "ssl_options\.verify" is verify_none, but configuration\.raw "ssl_options\.fail_if_no_peer_cert" is true/,
    inside: raw({ 'ssl_options.verify': 'verify_none', 'ssl_options.fail_if_no_peer_cert': 'false' }),
  },
  {
    id: 'tls-verify-none', about: 'in advanced.config',
    outside: advanced('{rabbit, [{ssl_options, [{verify, verify_none}, {fail_if_no_peer_cert, true}]}]}'),
    says: /^configuration\.advancedConfig rabbit\.ssl_options "verify" is verify_none/,
    inside: advanced('{rabbit, [{ssl_options, [{verify, verify_none}, {fail_if_no_peer_cert, false}]}]}'),
  },
  {
    id: 'tls-version-obsolete',
    outside: raw({ 'ssl_options.versions.1': 'tlsv1.1' }), says: /^configuration\.raw "ssl_options\.versions\.1" has tlsv1\.1, which is obsolete/,
    inside: raw({ 'ssl_options.versions.1': 'tlsv1.2' }),
  },
  {
    id: 'tls-version-obsolete', about: 'in advanced.config',
    outside: advanced('{rabbitmq_management, [{ssl_config, [{versions, [tlsv1]}]}]}'), says: /^configuration\.advancedConfig rabbitmq_management\.ssl_config "versions" has tlsv1,/,
    inside: advanced('{rabbitmq_management, [{ssl_config, [{versions, [\'tlsv1.3\']}]}]}'),
  },
  {
    id: 'tls-ciphers', about: 'unknown',
    outside: raw({ 'ssl_options.ciphers.1': 'ECDHE-ECDSA-AES256-GCM-SHA38', 'ssl_options.versions.1': 'tlsv1.2' }), says: /^configuration\.raw "ssl_options\.ciphers\.1" has "ECDHE-ECDSA-AES256-GCM-SHA38", which Erlang does not know: .*Did you mean/,
    inside: raw({ 'ssl_options.ciphers.1': 'ECDHE-ECDSA-AES256-GCM-SHA384', 'ssl_options.versions.1': 'tlsv1.2' }),
  },
  {
    id: 'tls-ciphers', about: 'of another version',
    outside: raw({ 'ssl_options.ciphers.1': 'TLS_AES_256_GCM_SHA384', 'ssl_options.versions.1': 'tlsv1.2' }), says: /of TLS 1\.3, but configuration\.raw "ssl_options\.versions\.1" is \[tlsv1\.2\]/,
    inside: { ...tls(), ...raw({ 'ssl_options.versions.1': 'tlsv1.2' }) },
  },
  {
    id: 'tls-ciphers', about: 'in advanced.config',
    outside: advanced('{rabbit, [{ssl_options, [{ciphers, ["RC5"]}]}]}'), says: /^configuration\.advancedConfig rabbit\.ssl_options "ciphers" has "RC5"/,
    inside: advanced('{rabbit, [{ssl_options, [{ciphers, ["TLS_AES_256_GCM_SHA384", "ECDHE-RSA-AES256-GCM-SHA384"]}]}]}'),
  },
  {
    id: 'tls-ciphers-of-other-key',
    outside: issued({}, { versions: [RabbitMQTlsVersion.V1_2], ciphers: ['ECDHE-RSA-AES256-GCM-SHA384'] }),
    says: /^tls\.ciphers has no suite of TLS 1\.2 that works with the ECDSA key of the issued certificate/,
    inside: issued({ privateKeyAlgorithm: RabbitMQPrivateKeyAlgorithm.RSA }, { versions: [RabbitMQTlsVersion.V1_2], ciphers: ['ECDHE-RSA-AES256-GCM-SHA384'] }),
  },
  {
    id: 'tls-ciphers-of-other-key', about: 'in advanced.config',
    outside: { ...issued({}), ...advanced('{rabbit, [{ssl_options, [{ciphers, ["TLS_AES_256_GCM_SHA384", "AES256-SHA256"]}]}]}') },
    says: /^configuration\.advancedConfig rabbit\.ssl_options "ciphers" has no suite/,
    inside: { ...issued({}), ...advanced('{rabbit, [{ssl_options, [{ciphers, ["TLS_AES_256_GCM_SHA384", "ECDHE-ECDSA-AES256-CCM"]}]}]}') },
  },
];
