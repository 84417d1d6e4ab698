import { chosenLike, nameOf } from './settings';
import { ClusterSubject } from './subject';
import { advancedTlsOptions } from '../../configuration/advanced-tls';

/** A value, and what a message calls the place that it is set in. */
interface Named {
  readonly name: string;
  readonly value: string;
  /** Whether a prop sets it. */
  readonly isTyped?: boolean;
}

/** Options of one listener or one client of TLS, as far as users set some of them without props. */
export interface TlsOptions {
  /** Whether the brokers' own certificate is used. */
  readonly isListener: boolean;
  readonly versions: readonly Named[];
  readonly ciphers: readonly Named[];
  readonly verify?: Named;
  readonly requiresCertificate?: Named;
}

const OPTION = /^(.+)\.(?:(versions|ciphers)\.[^.]+|verify|fail_if_no_peer_cert)$/;
const LISTENER = /^(ssl_options|(management|prometheus|web_mqtt|web_stomp)\.ssl)$/;

/** All options of TLS of which some come from keys of rabbitmq.conf or from advanced.config. */
export function writtenTlsOptions(subject: ClusterSubject): TlsOptions[] {
  const entries = chosenLike(subject, OPTION);
  const prefixes = new Set(entries.filter(({ origin }) => origin === 'raw').map(({ key }) => key.replace(OPTION, '$1')));
  const ofConfiguration = [...prefixes].map((prefix): TlsOptions => {
    const named = entries.filter(({ key }) => key.replace(OPTION, '$1') === prefix).map(entry => ({
      key: entry.key, name: nameOf(entry), value: entry.value, isTyped: entry.origin === 'typed',
    }));
    const list = (option: string): Named[] => named.filter(({ key }) => key.startsWith(`${prefix}.${option}.`));
    const one = (option: string): Named | undefined => named.find(({ key }) => key === `${prefix}.${option}`);
    return {
      isListener: LISTENER.test(prefix), versions: list('versions'), ciphers: list('ciphers'), verify: one('verify'), requiresCertificate: one('fail_if_no_peer_cert'),
    };
  });
  return [...ofConfiguration, ...ofAdvancedConfig(subject)];
}

function ofAdvancedConfig({ advancedConfig = '' }: ClusterSubject): TlsOptions[] {
  return advancedTlsOptions(advancedConfig).map((options) => {
    const { place, isListener, versions, ciphers, verify, requiresCertificate } = options;
    const named = (option: string, value: string): Named => ({ name: `configuration.advancedConfig ${place} "${option}"`, value });
    return {
      isListener,
      versions: versions.map(value => named('versions', value)),
      ciphers: ciphers.map(value => named('ciphers', value)),
      verify: verify === undefined ? undefined : named('verify', verify),
      requiresCertificate: requiresCertificate === undefined ? undefined : named('fail_if_no_peer_cert', requiresCertificate),
    };
  });
}
