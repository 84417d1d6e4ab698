import { ConfigMap, ISecret, PersistentVolumeClaim, Secret } from 'cdk8s-plus-28';
import {
  RabbitMQBackup, RabbitMQBackupDestination, RabbitMQCertificate, RabbitMQCluster, RabbitMQExternalSecret,
  RabbitMQIngress, RabbitMQLdapTls, RabbitMQMonitoring, RabbitMQUser,
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
    ['pod.env[0].valueFrom.secretKeyRef.name is "A B"', id => new RabbitMQCluster(
      chart, id, { pod: { env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 'A B', key: 'a' } } }] } })],
    ['pod.env[0].valueFrom.secretKeyRef.key is "a b"', id => new RabbitMQCluster(
      chart, id, { pod: { env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 'a', key: 'a b' } } }] } })],
    ['pod.volumes[0].secret.secretName is "A B"', id => new RabbitMQCluster(chart, id, { pod: { volumes: [{ name: 'a', secret: { secretName: 'A B' } }] } })],
    ['storage.dataSource.name is "A B"', id => new RabbitMQCluster(chart, id, { storage: { dataSource: { kind: 'VolumeSnapshot', name: 'A B' } } })],
    ['the claim is "A B", which is not a valid name of a PersistentVolumeClaim', id => RabbitMQBackupDestination.claim(PersistentVolumeClaim.fromClaimName(chart, id, 'A B'))],
    ['issuerGroup is "a b"', () => RabbitMQCertificate.fromIssuer({ issuer: 'a', issuerGroup: 'a b' })],
    ['issuerKind is "vault issuer": a kind is letters', () => RabbitMQCertificate.fromIssuer({ issuer: 'a', issuerKind: 'vault issuer' })],
    ['dnsNames has "', () => RabbitMQCertificate.fromIssuer({ issuer: 'a', dnsNames: [`${'a.'.repeat(126)}ab`] })],
    ['dnsNames has "10.0.0.5": clients do not look for an IP address', () => RabbitMQCertificate.fromIssuer({ issuer: 'a', dnsNames: ['10.0.0.5'] })],
    ['dnsNames has "fd00::5": clients do not look for an IP address', () => RabbitMQCertificate.fromIssuer({ issuer: 'a', dnsNames: ['fd00::5'] })],
    ['dnsNames has "a.example.com:5671": it must be a DNS name', () => RabbitMQCertificate.fromIssuer({ issuer: 'a', dnsNames: ['a.example.com:5671'] })],
    ['scraping.tls.serverName is "a b"', id => new RabbitMQMonitoring(chart, id, { cluster, scraping: { tls: { serverName: 'a b' } } })],
    ['alerting.runbooks is "wiki": it must be a URL', id => new RabbitMQMonitoring(chart, id, { cluster, alerting: { runbooks: 'wiki' } })],
    ['values has "pass word", which is not a valid key', id => new RabbitMQExternalSecret(chart, id, { name: 'a', store: 'a', values: { 'pass word': { key: 'a' } } })],
    ['values.password.key is ""', id => new RabbitMQExternalSecret(chart, id, { name: 'a', store: 'a', values: { password: { key: '' } } })],
    ['loadBalancer.loadBalancerClass is "internal"', id => new RabbitMQIngress(chart, id, { cluster, loadBalancer: { loadBalancerClass: 'internal' } })],
    ['loadBalancer.ports has "amqps" twice', id => new RabbitMQIngress(chart, id, { cluster, loadBalancer: { ports: ['amqps', 'amqps'] } })],
    ['region is "a b"', () => RabbitMQBackupDestination.s3({ bucket: 'abc', credentials: secret('a'), region: 'a b' })],
    ['bucket is "a..b"', () => RabbitMQBackupDestination.s3({ bucket: 'a..b', credentials: secret('a') })],
    ['the port of endpoint is 65536', () => RabbitMQBackupDestination.s3({ bucket: 'abc', credentials: secret('a'), endpoint: 'http://a:65536' })],
    ['replicas is 1001: it must be a whole number from 0 to 1000', id => new RabbitMQCluster(chart, id, { replicas: 1001 })],
    ['authentication.oauth2.algorithms has "rs256": use HS256', id => new RabbitMQCluster(
      chart, id, { authentication: { oauth2: { resourceServerId: 'a', issuer: 'https://id.example.com', algorithms: ['rs256'] } } })],
    ['authentication.ldap.connectionPoolSize is 0', id => new RabbitMQCluster(
      chart, id, { authentication: { ldap: { servers: ['a'], tls: RabbitMQLdapTls.NONE, userDnPattern: 'cn=${username}', connectionPoolSize: 0 } } })],
    ['name is "A B"', id => new RabbitMQExternalSecret(chart, id, { name: 'A B', store: 'a', values })],
    ['store is "A B"', id => new RabbitMQExternalSecret(chart, id, { name: 'a', store: 'A B', values })],
  ])('%s', (message, make) => {
    expect(() => make(`Made-${count++}`)).toThrow(message);
  });

  test('and just inside is taken', () => {
    expect(() => RabbitMQCertificate.fromIssuer({ issuer: 'a', issuerGroup: 'example.com', dnsNames: [`${'a.'.repeat(126)}a`] })).not.toThrow();
    expect(() => RabbitMQBackupDestination.s3({ bucket: 'a.b', credentials: secret('a'), region: 'eu-1', endpoint: 'http://a:65535' })).not.toThrow();
    expect(() => new RabbitMQIngress(chart, 'Balanced', { cluster, loadBalancer: { loadBalancerClass: 'example.com/internal', ports: ['amqps'] } })).not.toThrow();
    const other = newChart();
    expect(() => new RabbitMQMonitoring(other, 'Monitored', {
      cluster: newCluster({}, other), scraping: { tls: { serverName: 'mq.shop.svc' } }, alerting: { runbooks: 'https://wiki.example.com' },
    })).not.toThrow();
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
