import { RabbitMQTlsVersion } from './options';

/** By the names of OpenSSL: forward secrecy and authenticated encryption only, https://datatracker.ietf.org/doc/html/rfc9325#section-4.2 */
export const CIPHERS: Readonly<Record<RabbitMQTlsVersion, readonly string[]>> = {
  [RabbitMQTlsVersion.V1_3]: ['TLS_AES_256_GCM_SHA384', 'TLS_AES_128_GCM_SHA256', 'TLS_CHACHA20_POLY1305_SHA256'],
  [RabbitMQTlsVersion.V1_2]: [
    'ECDHE-ECDSA-AES256-GCM-SHA384',
    'ECDHE-RSA-AES256-GCM-SHA384',
    'ECDHE-ECDSA-AES128-GCM-SHA256',
    'ECDHE-RSA-AES128-GCM-SHA256',
    'ECDHE-ECDSA-CHACHA20-POLY1305',
    'ECDHE-RSA-CHACHA20-POLY1305',
  ],
};
