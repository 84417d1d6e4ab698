import { Releases, Row } from './key';
import { crlCheck, tlsVersion, verifyMode } from './network-types';
import { boolean, byte, enumeration, file, secret, string, taggedSecret } from './value-type';

export const tlsLogLevel = enumeration('emergency', 'alert', 'critical', 'error', 'warning', 'notice', 'info', 'debug');

/**
 * What the TLS options of every listener and client have; the rest differs from one to the next, and stands in
 * its own rows.
 */
export function commonTlsOptions(prefix: string, releases?: Releases): Row[] {
  return [
    [`${prefix}.cacertfile`, file, releases],
    [`${prefix}.certfile`, file, releases],
    [`${prefix}.keyfile`, file, releases],
    [`${prefix}.depth`, byte, releases],
    [`${prefix}.versions.$version`, tlsVersion, releases],
    [`${prefix}.reuse_sessions`, boolean, releases],
    [`${prefix}.secure_renegotiate`, boolean, releases],
  ];
}

/** The larger set: of AMQP's listeners, and of the broker as a client. */
export function fullTlsOptions(prefix: string, releases?: Releases): Row[] {
  return [
    ...commonTlsOptions(prefix, releases),
    [`${prefix}.verify`, verifyMode, releases],
    [`${prefix}.cert`, string, releases],
    [`${prefix}.key.RSAPrivateKey`, string, releases],
    [`${prefix}.key.DSAPrivateKey`, string, releases],
    [`${prefix}.key.PrivateKeyInfo`, string, releases],
    [`${prefix}.psk_identity`, string, releases],
    [`${prefix}.crl_check`, crlCheck, releases],
    [`${prefix}.log_alert`, boolean, releases],
  ];
}

/** Client renegotiation and who picks ciphers and curves. */
export function negotiationOptions(prefix: string, releases?: Releases): Row[] {
  return [
    [`${prefix}.client_renegotiation`, boolean, releases],
    [`${prefix}.honor_cipher_order`, boolean, releases],
    [`${prefix}.honor_ecc_order`, boolean, releases],
  ];
}

/** A secret that may be encrypted since 4.0. */
export function secretSince40(key: string, since?: string): Row[] {
  return [[key, secret, { since, until: '3.13.7' }], [key, taggedSecret, { since: '4.0.0' }]];
}

/** A secret that may be encrypted since 4.2.6. */
export function secretSince426(key: string, since?: string): Row[] {
  return [[key, secret, { since, until: '4.2.5' }], [key, taggedSecret, { since: '4.2.6' }]];
}

/** TLS of the WebSocket listeners. */
export function webSocketTlsOptions(prefix: string): Row[] {
  const since = '4.3.6';
  return [
    ...commonTlsOptions(prefix),
    ...negotiationOptions(prefix),
    ...secretSince40(`${prefix}.password`),
    [`${prefix}.crl_check`, crlCheck],
    [`${prefix}.ciphers.$cipher`, string],
    [`${prefix}.verify`, verifyMode, { since }],
    [`${prefix}.fail_if_no_peer_cert`, boolean, { since }],
    [`${prefix}.log_alert`, boolean, { since }],
    [`${prefix}.cert`, string, { since }],
    [`${prefix}.dh`, string, { since }],
    [`${prefix}.dhfile`, file, { since }],
    [`${prefix}.psk_identity`, string, { since }],
  ];
}
