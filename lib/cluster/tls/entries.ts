import { CIPHERS } from './ciphers';
import { RabbitMQClientCertificates, RabbitMQTlsVersion } from './options';
import { ResolvedTls } from './resolve';
import { listenerKeys, Protocol, PROTOCOLS } from '../../rabbitmq/protocols';
import { enabledPlugins } from '../../rabbitmq/shipped-plugins';
import { Entry } from '../../configuration/effective';
import { knownKey } from '../../configuration/known-key';
import { RabbitMQVersion } from '../../rabbitmq/version';

/** rabbitmq.conf as TLS makes it: what of it the release knows. */
export function tlsEntries(
  tls: ResolvedTls | undefined,
  plugins: readonly string[],
  version: RabbitMQVersion,
): Entry[] {
  if (tls === undefined) {
    return [];
  }
  const enabled = enabledPlugins({ plugins });
  const protocols = PROTOCOLS.filter(({ plugin }) => plugin === undefined || enabled.has(plugin));
  const keys: [string, string | number][] = protocols.flatMap(protocol => [
    ...listeners(protocol, tls, version),
    ...(protocol.style === 'http' || protocol.plugin === undefined ? options(protocol, tls) : []),
  ]);
  return keys.filter(([key]) => knownKey(key, version) !== undefined).map(([key, value]) => ({ key, value: String(value), origin: 'typed', field: 'tls' }));
}

/** The broker's own plain listener is said to be there, as TLS alone would switch some off. */
function listeners(
  protocol: Protocol,
  { disablePlainListeners }: ResolvedTls,
  version: RabbitMQVersion,
): [string, string | number][] {
  const { plain, tls, closing } = listenerKeys(protocol);
  const isSilent = protocol.silences?.(version) ?? false;
  return [
    [tls, protocol.tlsPort],
    ...(disablePlainListeners && !isSilent ? [[closing, 'none'] as [string, string]] : []),
    ...(!disablePlainListeners && isSilent ? [[plain, protocol.port] as [string, number]] : []),
  ];
}

/** Those of AMQP are those of all protocols that aren't over HTTP. */
function options({ prefix, style, name }: Protocol, tls: ResolvedTls): [string, string | number][] {
  const at = style === 'named' ? 'ssl_options' : `${prefix}ssl`;
  const speaks12 = tls.versions.includes(RabbitMQTlsVersion.V1_2);
  return [
    [`${at}.certfile`, tls.server.files.certificate],
    [`${at}.keyfile`, tls.server.files.privateKey],
    ...(name === 'management' || name === 'prometheus' ? [] : clientCertificates(at, tls)),
    ...numberKeys(`${at}.versions`, tls.versions),
    ...numberKeys(`${at}.ciphers`, tls.ciphers ?? tls.versions.flatMap(version => CIPHERS[version])),
    [`${at}.honor_cipher_order`, 'true'],
    [`${at}.honor_ecc_order`, 'true'],
    // TLS 1.3 knows none
    ...(speaks12 ? [[`${at}.client_renegotiation`, 'false'], [`${at}.secure_renegotiate`, 'true']] as [string, string][] : []),
  ];
}

function clientCertificates(at: string, tls: ResolvedTls): [string, string | number][] {
  if (tls.clientAuthority === undefined) {
    return [];
  }
  return [
    [`${at}.cacertfile`, tls.clientAuthority],
    [`${at}.verify`, 'verify_peer'],
    [`${at}.fail_if_no_peer_cert`, String(tls.clientCertificates === RabbitMQClientCertificates.REQUIRED)],
    ...(tls.clientCertificateDepth === undefined ? [] : [[`${at}.depth`, tls.clientCertificateDepth] as [string, number]]),
  ];
}

function numberKeys(key: string, values: readonly string[]): [string, string][] {
  return values.map((value, i) => [`${key}.${i + 1}`, value]);
}
