import { chosenLike, nameOf, stated } from './settings';
import { ClusterSubject } from './subject';
import { Entry } from '../../configuration/effective';
import { RabbitMQClientCertificates } from '../tls/options';
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

function prefixOf({ key }: Entry): string {
  return key.slice(0, key.lastIndexOf('.'));
}
