import { ConfigMap, ISecret, Secret } from 'cdk8s-plus-28';
import {
  RabbitMQBackup, RabbitMQBackupDestination, RabbitMQCertificate, RabbitMQCluster, RabbitMQExternalSecret,
  RabbitMQIngress, RabbitMQMonitoring, RabbitMQUser,
} from '../../lib';
import { KNOWN_PROPS } from '../../lib/validation/known-props';
import { nameProblems } from '../../lib/validation/names';
import { newChart, newCluster } from '../support/synth';

const chart = newChart({ namespace: 'shop' });
let count = 0;
const secret = (name: string): ISecret => Secret.fromSecretName(chart, `Secret-${count++}`, name);
const cluster = newCluster({ tls: { certificate: RabbitMQCertificate.fromIssuer({ issuer: 'ca' }) } }, chart);
const host = 'mq.example.com';
const values = { password: { key: 'a' } };

describe('a name that Kubernetes refuses is refused by its prop', () => {
  test.each<[string, (id: string) => unknown]>([
    ['credentials.secret is "A_b", which is not a valid name of a Secret', id => new RabbitMQCluster(chart, id, { credentials: { secret: secret('A_b') } })],
    ['credentials.erlangCookieSecret is ""', id => new RabbitMQCluster(chart, id, { credentials: { erlangCookieSecret: secret('') } })],
    ['imagePullSecrets[1] is "A"', id => new RabbitMQCluster(chart, id, { imagePullSecrets: [secret('a'), secret('A')] })],
    ['the Secret is "A B"', () => RabbitMQCertificate.fromSecret(secret('A B'))],
    ['credentials is "A B"', id => new RabbitMQBackup(chart, id, { cluster, credentials: secret('A B') })],
    ['encryption.secret is "A B"', id => new RabbitMQBackup(chart, id, { cluster, encryption: { secret: secret('A B') } })],
    ['credentials is "A B"', () => RabbitMQBackupDestination.s3({ bucket: 'abc', credentials: secret('A B') })],
    ['secret is "A B"', id => new RabbitMQUser(chart, id, { cluster, secret: secret('A B') })],
    ['management.tls.secret is "A B"', id => new RabbitMQIngress(chart, id, { cluster, management: { host, tls: { secret: secret('A B') } } })],
    ['management.tls.issuer is "A B"', id => new RabbitMQIngress(chart, id, { cluster, management: { host, tls: { issuer: 'A B' } } })],
    ['management.ingressClass is "A B"', id => new RabbitMQIngress(chart, id, { cluster, management: { host, ingressClass: 'A B' } })],
    ['management.gateway.name is "A B"', id => new RabbitMQIngress(chart, id, { cluster, management: { host, gateway: { name: 'A B' } } })],
    ['management.gateway.namespace is "a.b"', id => new RabbitMQIngress(chart, id, { cluster, management: { host, gateway: { name: 'a', namespace: 'a.b' } } })],
    ['scraping.tls.caConfigMap is "A B", which is not a valid name of a ConfigMap', id => new RabbitMQMonitoring(
      chart, id, { cluster, scraping: { tls: { caConfigMap: ConfigMap.fromConfigMapName(chart, `ConfigMap-${id}`, 'A B') } } })],
    ['scraping.prometheusNamespace is "A B"', id => new RabbitMQMonitoring(chart, id, { cluster, scraping: { prometheusNamespace: 'A B' } })],
    ['name is "A B"', id => new RabbitMQExternalSecret(chart, id, { name: 'A B', store: 'a', values })],
    ['store is "A B"', id => new RabbitMQExternalSecret(chart, id, { name: 'a', store: 'A B', values })],
  ])('%s', (message, make) => {
    expect(() => make(`Made-${count++}`)).toThrow(message);
  });

  test('and just inside is taken', () => {
    expect(() => new RabbitMQExternalSecret(chart, 'Inside', { name: 'a.b-1', store: 'a', values })).not.toThrow();
    expect(() => new RabbitMQCluster(chart, 'Named', { name: 'named', imagePullSecrets: [secret('a')], credentials: { secret: secret('my.secret') } })).not.toThrow();
  });
});

describe('a key of a Secret', () => {
  const problems = (key: string): string[] => nameProblems('RabbitMQCredentialsOptions', 'usernameKey', 'credentials.usernameKey', key);

  test.each(['user name', '..', '.', '..a', '', 'x'.repeat(254), 'a/b'])('is not %j', (key) => {
    expect(problems(key)).toEqual([`credentials.usernameKey is "${key}", which is not a valid key of a Secret. Use letters, digits, "-", "_" and "."`]);
  });

  test.each(['user_name', '.p', 'x'.repeat(253), 'tls.crt'])('can be %j', (key) => {
    expect(problems(key)).toEqual([]);
  });

  test('is checked in each prop that has one', () => {
    const keys = Object.entries(KNOWN_PROPS).flatMap(([struct, props]) => Object.entries(props)
      .filter(([prop, type]) => /^string\??$/.test(type) && /(^k|K)ey$/.test(prop)).map(([prop]) => `${struct}.${prop}`));
    const unchecked = keys.filter((name) => {
      const [struct, prop] = name.split('.');
      return nameProblems(struct, prop, prop, 'a b').length === 0;
    });
    expect(unchecked.sort()).toEqual([
      // of messages, a file, tokens and a remote store
      'RabbitMQBindingOptions.routingKey', 'RabbitMQCertificateFilesOptions.privateKey', 'RabbitMQDeadLetterOptions.routingKey',
      'RabbitMQOAuth2Options.additionalScopesKey', 'RabbitMQPolicyDefinitionOptions.deadLetterRoutingKey', 'RabbitMQRemoteValueOptions.key',
      'RabbitMQShovelEndOptions.routingKey',
    ]);
  });
});
