import { RabbitMQPrivateKeyAlgorithm } from './certificate-options';
import { RabbitMQTlsVersion } from './options';
import { closest } from '../../validation/distance';

/** Suites of TLS 1.3, which have the same name in OpenSSL and at IANA. */
const SUITES_13: readonly string[] = [
  'TLS_AES_256_GCM_SHA384', 'TLS_AES_128_GCM_SHA256', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_128_CCM_SHA256', 'TLS_AES_128_CCM_8_SHA256',
];

/**
 * Suites of TLS 1.2 that work with a certificate, by their names in OpenSSL and at IANA:
 * `ssl:cipher_suites(all, 'tlsv1.2', openssl)` and `rfc` of Erlang/OTP 25, which every supported release of RabbitMQ
 * has or follows.
 */
const SUITES_12: Readonly<Record<string, string>> = {
  'ECDHE-ECDSA-AES256-GCM-SHA384': 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384': 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
  'ECDHE-ECDSA-AES256-CCM': 'TLS_ECDHE_ECDSA_WITH_AES_256_CCM',
  'ECDHE-ECDSA-AES256-CCM8': 'TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8',
  'ECDHE-ECDSA-AES256-SHA384': 'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384',
  'ECDHE-RSA-AES256-SHA384': 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305': 'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256',
  'ECDHE-RSA-CHACHA20-POLY1305': 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256',
  'ECDHE-ECDSA-AES128-GCM-SHA256': 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256': 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
  'ECDHE-ECDSA-AES128-CCM': 'TLS_ECDHE_ECDSA_WITH_AES_128_CCM',
  'ECDHE-ECDSA-AES128-CCM8': 'TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8',
  'ECDH-ECDSA-AES256-GCM-SHA384': 'TLS_ECDH_ECDSA_WITH_AES_256_GCM_SHA384',
  'ECDH-RSA-AES256-GCM-SHA384': 'TLS_ECDH_RSA_WITH_AES_256_GCM_SHA384',
  'ECDH-ECDSA-AES256-SHA384': 'TLS_ECDH_ECDSA_WITH_AES_256_CBC_SHA384',
  'ECDH-RSA-AES256-SHA384': 'TLS_ECDH_RSA_WITH_AES_256_CBC_SHA384',
  'ECDH-ECDSA-AES128-GCM-SHA256': 'TLS_ECDH_ECDSA_WITH_AES_128_GCM_SHA256',
  'ECDH-RSA-AES128-GCM-SHA256': 'TLS_ECDH_RSA_WITH_AES_128_GCM_SHA256',
  'ECDHE-ECDSA-AES128-SHA256': 'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256',
  'ECDHE-RSA-AES128-SHA256': 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256',
  'ECDH-ECDSA-AES128-SHA256': 'TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA256',
  'ECDH-RSA-AES128-SHA256': 'TLS_ECDH_RSA_WITH_AES_128_CBC_SHA256',
  'DHE-RSA-AES256-GCM-SHA384': 'TLS_DHE_RSA_WITH_AES_256_GCM_SHA384',
  'DHE-DSS-AES256-GCM-SHA384': 'TLS_DHE_DSS_WITH_AES_256_GCM_SHA384',
  'DHE-RSA-AES256-SHA256': 'TLS_DHE_RSA_WITH_AES_256_CBC_SHA256',
  'DHE-DSS-AES256-SHA256': 'TLS_DHE_DSS_WITH_AES_256_CBC_SHA256',
  'DHE-RSA-AES128-GCM-SHA256': 'TLS_DHE_RSA_WITH_AES_128_GCM_SHA256',
  'DHE-DSS-AES128-GCM-SHA256': 'TLS_DHE_DSS_WITH_AES_128_GCM_SHA256',
  'DHE-RSA-CHACHA20-POLY1305': 'TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256',
  'DHE-RSA-AES128-SHA256': 'TLS_DHE_RSA_WITH_AES_128_CBC_SHA256',
  'DHE-DSS-AES128-SHA256': 'TLS_DHE_DSS_WITH_AES_128_CBC_SHA256',
  'ECDHE-ECDSA-AES256-SHA': 'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA',
  'ECDHE-RSA-AES256-SHA': 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA',
  'ECDH-ECDSA-AES256-SHA': 'TLS_ECDH_ECDSA_WITH_AES_256_CBC_SHA',
  'ECDH-RSA-AES256-SHA': 'TLS_ECDH_RSA_WITH_AES_256_CBC_SHA',
  'ECDHE-ECDSA-AES128-SHA': 'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA',
  'ECDHE-RSA-AES128-SHA': 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA',
  'ECDH-ECDSA-AES128-SHA': 'TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA',
  'ECDH-RSA-AES128-SHA': 'TLS_ECDH_RSA_WITH_AES_128_CBC_SHA',
  'DHE-RSA-AES256-SHA': 'TLS_DHE_RSA_WITH_AES_256_CBC_SHA',
  'DHE-DSS-AES256-SHA': 'TLS_DHE_DSS_WITH_AES_256_CBC_SHA',
  'DHE-RSA-AES128-SHA': 'TLS_DHE_RSA_WITH_AES_128_CBC_SHA',
  'DHE-DSS-AES128-SHA': 'TLS_DHE_DSS_WITH_AES_128_CBC_SHA',
  'AES256-GCM-SHA384': 'TLS_RSA_WITH_AES_256_GCM_SHA384',
  'AES256-SHA256': 'TLS_RSA_WITH_AES_256_CBC_SHA256',
  'AES128-GCM-SHA256': 'TLS_RSA_WITH_AES_128_GCM_SHA256',
  'AES128-SHA256': 'TLS_RSA_WITH_AES_128_CBC_SHA256',
  'AES256-SHA': 'TLS_RSA_WITH_AES_256_CBC_SHA',
  'AES128-SHA': 'TLS_RSA_WITH_AES_128_CBC_SHA',
  'DES-CBC3-SHA': 'TLS_RSA_WITH_3DES_EDE_CBC_SHA',
  'ECDHE-ECDSA-DES-CBC3-SHA': 'TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA',
  'ECDHE-RSA-DES-CBC3-SHA': 'TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA',
  'EDH-RSA-DES-CBC3-SHA': 'TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA',
  'DHE-DSS-DES-CBC3-SHA': 'TLS_DHE_DSS_WITH_3DES_EDE_CBC_SHA',
  'ECDH-ECDSA-DES-CBC3-SHA': 'TLS_ECDH_ECDSA_WITH_3DES_EDE_CBC_SHA',
  'ECDH-RSA-DES-CBC3-SHA': 'TLS_ECDH_RSA_WITH_3DES_EDE_CBC_SHA',
  'EDH-RSA-DES-CBC-SHA': 'TLS_DHE_RSA_WITH_DES_CBC_SHA',
  'DES-CBC-SHA': 'TLS_RSA_WITH_DES_CBC_SHA',
  'ECDHE-ECDSA-RC4-SHA': 'TLS_ECDHE_ECDSA_WITH_RC4_128_SHA',
  'ECDHE-RSA-RC4-SHA': 'TLS_ECDHE_RSA_WITH_RC4_128_SHA',
  'ECDH-ECDSA-RC4-SHA': 'TLS_ECDH_ECDSA_WITH_RC4_128_SHA',
  'ECDH-RSA-RC4-SHA': 'TLS_ECDH_RSA_WITH_RC4_128_SHA',
  'RC4-SHA': 'TLS_RSA_WITH_RC4_128_SHA',
  'RC4-MD5': 'TLS_RSA_WITH_RC4_128_MD5',
};

/** Every name that Erlang reads, by the version of TLS that has the suite. */
export const SUITE_NAMES: Readonly<Record<RabbitMQTlsVersion, readonly string[]>> = {
  [RabbitMQTlsVersion.V1_3]: SUITES_13,
  [RabbitMQTlsVersion.V1_2]: [...Object.keys(SUITES_12), ...Object.values(SUITES_12)],
};

const NAMES = Object.values(SUITE_NAMES).flat();

const VERSION: Readonly<Record<RabbitMQTlsVersion, string>> = { [RabbitMQTlsVersion.V1_3]: 'TLS 1.3', [RabbitMQTlsVersion.V1_2]: 'TLS 1.2' };

/** What messages call the suites and the versions. */
export interface CipherNames {
  readonly ciphers: string;
  readonly versions: string;
}

/**
 * The problem of cipher suites with the accepted versions of TLS. Measured with Erlang/OTP 25: a listener with an
 * unknown name does not start. If no suite is for an accepted version, Erlang uses its own defaults. If one of
 * two versions has no suite, clients that offer that version can't connect.
 */
export function cipherProblem(
  ciphers: readonly string[],
  versions: readonly string[],
  names: CipherNames,
): string | undefined {
  const unknown = ciphers.find(cipher => !NAMES.includes(cipher));
  if (unknown !== undefined) {
    const meant = closest(unknown, NAMES);
    return `${names.ciphers} has "${unknown}", which Erlang does not know: brokers would not accept TLS. `
      + (meant === undefined ? 'Use names of OpenSSL or IANA, such as TLS_AES_256_GCM_SHA384 or ECDHE-RSA-AES256-GCM-SHA384' : `Did you mean "${meant}"?`);
  }
  for (const version of Object.values(RabbitMQTlsVersion)) {
    const suites = ciphers.filter(cipher => SUITE_NAMES[version].includes(cipher));
    if (suites.length > 0 && !versions.includes(version)) {
      return `${names.ciphers} has "${suites[0]}" of ${VERSION[version]}, but ${names.versions} is [${versions.join(', ')}]. Add ${version} to ${names.versions}, or remove the suite`;
    }
    if (suites.length === 0 && versions.includes(version)) {
      return `${names.ciphers} has no suite of ${VERSION[version]}, but ${names.versions} has ${version}: clients that offer it can't connect. Add one, such as ${SUITE_NAMES[version][0]}, or remove the version`;
    }
  }
  return undefined;
}

/** @throws if there is no suite, or one that does not fit */
export function requireCiphers(ciphers: readonly string[], versions: readonly RabbitMQTlsVersion[]): void {
  if (ciphers.length === 0) {
    throw new Error('tls.ciphers is empty: name cipher suites, such as TLS_AES_256_GCM_SHA384, or remove it');
  }
  const problem = cipherProblem(ciphers, versions, { ciphers: 'tls.ciphers', versions: 'tls.versions' });
  if (problem !== undefined) {
    throw new Error(problem);
  }
}

/** Whether a suite of TLS 1.2 works with a key. Those of TLS 1.3 work with any. */
export function fitsKey(cipher: string, algorithm: RabbitMQPrivateKeyAlgorithm): boolean {
  const other = cipher.includes('DSS') ? undefined : RabbitMQPrivateKeyAlgorithm.RSA;
  const needed = cipher.includes('ECDSA') ? RabbitMQPrivateKeyAlgorithm.ECDSA : other;
  return SUITES_13.includes(cipher) || needed === algorithm;
}
