import { chosenLike, nameOf, stated } from './settings';
import { ClusterSubject } from './subject';
import { TlsOptions, writtenTlsOptions } from './tls-options';
import { Entry } from '../../configuration/effective';
import { RabbitMQPrivateKeyAlgorithm } from '../tls/certificate-options';
import { cipherProblem, fitsKey, SUITE_NAMES } from '../tls/cipher-suites';
import { RabbitMQClientCertificates, RabbitMQTlsVersion } from '../tls/options';
import { ResolvedTls } from '../tls/resolve';
import { Rule, rule, ruleForEach } from '../../validation/rule';

const LISTENER_OPTIONS = /^(ssl_options|(management|prometheus|web_mqtt|web_stomp)\.ssl)\./;

/** TLS, as far as raw keys set it: https://www.rabbitmq.com/docs/ssl */
export const TLS_RULES: readonly Rule<ClusterSubject>[] = [
  ruleForEach({
    id: 'tls-unverified',
    severity: 'warning',
    each: subject => chosenLike(subject, /\.verify$/),
    when: ({ value }) => value === 'verify_none',
    message: entry => `${stated(entry)}: the peer's certificate is not verified. Use verify_peer`,
  }),
  ruleForEach({
    id: 'tls-verify-none',
    severity: 'error',
    each: writtenTlsOptions,
    when: ({ verify, requiresCertificate }) => verify?.value === 'verify_none' && requiresCertificate?.value === 'true',
    message: ({ verify, requiresCertificate }) => `${verify?.name ?? ''} is verify_none, but ${requiresCertificate?.name ?? ''} is true: Erlang refuses both together, and no client could connect. Use verify_peer`,
  }),
  ruleForEach({
    id: 'tls-version-obsolete',
    severity: 'warning',
    each: subject => writtenTlsOptions(subject).flatMap(({ versions }) => versions),
    when: ({ value }) => OBSOLETE.includes(value),
    message: ({ name, value }) => `${name} has ${value}, which is obsolete and insecure (RFC 8996). Use tlsv1.2 and tlsv1.3`,
  }),
  ruleForEach({
    id: 'tls-ciphers',
    severity: 'error',
    each: writtenTlsOptions,
    when: options => suitesProblem(options) !== undefined,
    message: options => suitesProblem(options) ?? '',
  }),
  ruleForEach({
    id: 'tls-ciphers-of-other-key',
    severity: 'error',
    each: listenerCiphers,
    when: ({ versions, ciphers }, { tls }) => {
      const suites = ciphers.filter(({ value }) => SUITE_NAMES[RabbitMQTlsVersion.V1_2].includes(value));
      return versions.includes(RabbitMQTlsVersion.V1_2) && suites.length > 0
        && !suites.some(({ value }) => fitsKey(value, keyOf(tls) ?? RabbitMQPrivateKeyAlgorithm.RSA));
    },
    message: ({ ciphers }, { tls }) => {
      const algorithm = keyOf(tls) ?? '';
      return `${ciphers[0]?.name ?? ''} has no suite of TLS 1.2 that works with the ${algorithm} key of the issued certificate: clients of TLS 1.2 can't connect. `
        + `Add one, such as ECDHE-${algorithm}-AES256-GCM-SHA384, or set privateKeyAlgorithm of the certificate`;
    },
  }),
  ruleForEach({
    id: 'tls-certificate-optional',
    severity: 'note',
    each: subject => chosenLike(subject, /\.verify$/).filter(({ key }) => LISTENER_OPTIONS.test(key)),
    when: ({ key, value }, { configuration }) => value === 'verify_peer' && configuration.get(key.replace(/verify$/, 'fail_if_no_peer_cert')) !== 'true',
    message: entry => `${stated(entry)}, but a client without a certificate can connect. Set "${entry.key.replace(/verify$/, 'fail_if_no_peer_cert')}" to true`,
  }),
  ruleForEach({
    id: 'tls-renegotiation',
    // a warning: brokers of 3.10.8, 4.0.5 and 4.3.6 were seen to drop the option and speak TLS 1.3
    severity: 'warning',
    each: subject => chosenLike(subject, /\.(client_renegotiation|secure_renegotiate)$/),
    when: (entry, subject) => {
      const versions = chosenLike(subject, /\.versions\.[^.]+$/).filter(({ key }) => key.startsWith(`${prefixOf(entry)}.versions.`));
      return versions.length > 0 && versions.every(({ value }) => value === 'tlsv1.3');
    },
    message: entry => `${nameOf(entry)} is set, but TLS 1.3 is the only version, and has no renegotiation. Remove it`,
  }),
  ruleForEach({
    id: 'client-certificates-not-asked',
    severity: 'warning',
    each: ({ ports }) => ports.filter(({ name }) => WEB_SOCKETS.includes(name)),
    when: ({ key }, { tls, configuration }) => tls?.clientCertificates === RabbitMQClientCertificates.REQUIRED && configuration.get(key.replace(/port$/, 'verify')) === undefined,
    message: ({ name, number }, { image }) => `tls.clientCertificates is required, but RabbitMQ ${image.version.version} can't request certificates on port ${number} (${name}). Upgrade to 4.3.6, or remove the plugin`,
  }),
  rule({
    id: 'plain-in-production',
    severity: 'warning',
    when: ({ production, ports }) => production && ports.some(({ name, isTls }) => name === 'amqp' && !isTls),
    message: ({ tls }) => `production is set, but clients can connect without TLS: passwords and messages travel in plain text. ${tls ? 'Set tls.disablePlainListeners to true' : 'Set tls'}`,
  }),
  rule({
    id: 'inter-node-plain-in-production',
    severity: 'warning',
    when: ({ production, maxReplicas, tls }) => production && maxReplicas > 1 && tls?.interNode === undefined,
    message: ({ tls }) => 'production is set, but brokers replicate messages and definitions in plain text. '
      + `${tls ? 'Set tls.interNode to {}' : 'Set tls with interNode'} for a new cluster. An existing cluster can't change it; acknowledge the warning there`,
  }),
];

const WEB_SOCKETS = ['web-mqtt-tls', 'web-stomp-tls'];

const OBSOLETE = ['tlsv1', 'tlsv1.1', 'sslv3'];

/** What Erlang accepts where nothing is said. */
const VERSIONS: readonly string[] = [RabbitMQTlsVersion.V1_3, RabbitMQTlsVersion.V1_2];

/** The versions that suites are for; suites of TLS 1.2 serve those before. */
function versionsOf({ versions }: Pick<TlsOptions, 'versions'>): string[] {
  const said = versions
    .map(({ value }) => (OBSOLETE.includes(value) ? RabbitMQTlsVersion.V1_2 : value))
    .filter(version => VERSIONS.includes(version));
  return said.length === 0 ? [...VERSIONS] : [...new Set(said)];
}

function suitesProblem({ versions, ciphers }: TlsOptions): string | undefined {
  const first = ciphers.find(({ isTyped }) => !isTyped);
  const accepted = versionsOf({ versions });
  const refused = Object.entries(SUITE_NAMES)
    .filter(([version]) => !accepted.includes(version))
    .flatMap(([, names]) => names);
  // those of props that a version leaves out do no harm
  const suites = ciphers.filter(({ isTyped, value }) => !isTyped || !refused.includes(value)).map(({ value }) => value);
  return first && cipherProblem(suites, accepted, {
    ciphers: first.name, versions: versions[0]?.name ?? 'the default of versions',
  });
}

/** The kind of key of a certificate that cert-manager issues; undefined where another has made it. */
function keyOf(tls: ResolvedTls | undefined): RabbitMQPrivateKeyAlgorithm | undefined {
  const issued = tls?.server.source.issued;
  return issued && (issued.privateKeyAlgorithm ?? RabbitMQPrivateKeyAlgorithm.ECDSA);
}

/** The suites of listeners, by props or otherwise, where the kind of the key is known. */
function listenerCiphers(subject: ClusterSubject): { versions: string[]; ciphers: TlsOptions['ciphers'] }[] {
  const { tls } = subject;
  if (tls === undefined || keyOf(tls) === undefined) {
    return [];
  }
  const { versions, ciphers = [] } = tls;
  const written = writtenTlsOptions(subject).filter(({ isListener }) => isListener);
  return [
    { versions: [...versions], ciphers: ciphers.map(value => ({ name: 'tls.ciphers', value })) },
    ...written.map(options => ({ versions: versionsOf(options), ciphers: options.ciphers })),
  ];
}

function prefixOf({ key }: Entry): string {
  return key.slice(0, key.lastIndexOf('.'));
}
