import { Duration } from 'cdk8s';
import { NetworkPolicyIpBlock, Secret } from 'cdk8s-plus-28';
import {
  RabbitMQAlternativeNameType, RabbitMQAuthenticationOptions, RabbitMQCertificate, RabbitMQCertificateName,
  RabbitMQClientCertificates, RabbitMQClusterProps, RabbitMQLdapOptions, RabbitMQLdapAuthorization, RabbitMQLdapTls,
  RabbitMQOAuth2Options, RabbitMQVersion,
} from '../../../lib';
import { Manifest } from '../../support/manifest';
import { brokerConfiguration, brokerContainer, find, newChart, newCluster, podTemplate, secretFilesOf, secretSettingsOf, synth } from '../../support/synth';

const secret = (name: string) => Secret.fromSecretName(newChart(), 'Secret', name);
const server = NetworkPolicyIpBlock.ipv4(newChart(), 'Server', '192.0.2.0/24');
const TLS = { tls: { certificate: RabbitMQCertificate.fromSecret(secret('brokers')), clientCertificates: RabbitMQClientCertificates.OPTIONAL } };

function made(authentication: RabbitMQAuthenticationOptions, props: RabbitMQClusterProps = {}): Manifest[] {
  const cluster = newCluster({ authentication, ...props });
  return synth(cluster, { external: { Secret: ['keys', 'authority', 'client', 'reader', 'brokers'] } });
}

const keysLike = (manifests: readonly Manifest[], pattern: RegExp): Record<string, string> =>
  Object.fromEntries(Object.entries(brokerConfiguration(manifests)).filter(([key]) => pattern.test(key)));
const pluginsOf = (manifests: readonly Manifest[]): string => find(manifests, 'ConfigMap', 'rabbitmq-cluster-config').data.enabled_plugins;
const egressOf = (manifests: readonly Manifest[]): any[] => find(manifests, 'NetworkPolicy', 'rabbitmq-cluster').spec.egress;

describe('OAuth 2.0', () => {
  const oauth2 = (more: Partial<RabbitMQOAuth2Options> = {}): RabbitMQAuthenticationOptions => ({ oauth2: { resourceServerId: 'rabbit', issuer: 'https://id.example.com/realm', server, ...more } });

  test('comes after the brokers\' own users, with its plugin, and its provider is reached', () => {
    const manifests = made(oauth2());
    expect(keysLike(manifests, /^auth_/)).toEqual({
      'auth_mechanisms.1': 'PLAIN', 'auth_mechanisms.2': 'AMQPLAIN',
      'auth_backends.1': 'internal', 'auth_backends.2': 'oauth2', 'auth_oauth2.resource_server_id': 'rabbit', 'auth_oauth2.issuer': 'https://id.example.com/realm',
    });
    expect(pluginsOf(manifests)).toContain('rabbitmq_auth_backend_oauth2');
    expect(egressOf(manifests)).toContainEqual({ to: [{ ipBlock: { cidr: '192.0.2.0/24' } }], ports: [{ protocol: 'TCP', port: 443 }] });
  });

  test('is reached on the port of its URL', () => {
    expect(egressOf(made(oauth2({ issuer: 'https://id.example.com:8443' })))).toContainEqual({ to: expect.anything(), ports: [{ protocol: 'TCP', port: 8443 }] });
  });

  test('has all that there is to say', () => {
    const manifests = made(oauth2({
      scopePrefix: 'mq.', additionalScopesKey: 'roles', usernameClaims: ['user_name', 'email'], verifyAudience: false, algorithms: ['RS256'], authority: secret('authority'), authorityKey: 'root.crt',
    }));
    expect(keysLike(manifests, /^auth_oauth2/)).toMatchObject({
      'auth_oauth2.scope_prefix': 'mq.',
      'auth_oauth2.additional_scopes_key': 'roles',
      'auth_oauth2.preferred_username_claims.1': 'user_name',
      'auth_oauth2.preferred_username_claims.2': 'email',
      'auth_oauth2.verify_aud': 'false',
      'auth_oauth2.algorithms.1': 'RS256',
      'auth_oauth2.https.verify': 'verify_peer',
      'auth_oauth2.https.cacertfile': '/etc/rabbitmq-oauth2/authority/ca.crt',
    });
    expect(podTemplate(manifests).spec.volumes).toContainEqual({ name: 'oauth2-authority', secret: { secretName: 'authority', items: [{ key: 'root.crt', path: 'ca.crt' }] } });
  });

  test('takes keys from a Secret', () => {
    const manifests = made({ oauth2: { resourceServerId: 'rabbit', signingKeys: [{ id: 'one', key: 'one.pem' }, { id: 'two', key: 'two.pem' }], signingKeysSecret: secret('keys') } }, { networkPolicy: { enabled: false } });
    expect(keysLike(manifests, /key/)).toEqual({
      'auth_oauth2.default_key': 'one', 'auth_oauth2.signing_keys.one': '/etc/rabbitmq-oauth2/keys/one.pem', 'auth_oauth2.signing_keys.two': '/etc/rabbitmq-oauth2/keys/two.pem',
    });
    expect(brokerContainer(manifests).volumeMounts).toContainEqual({ name: 'oauth2-keys', mountPath: '/etc/rabbitmq-oauth2/keys', readOnly: true });
  });

  test('lets people into the UI, beside the brokers\' own users, and its secret is in no manifest', () => {
    const manifests = made(oauth2({ management: { clientId: 'ui', clientSecret: secret('client'), scopes: 'openid rabbit.tag:administrator' } }));
    expect(keysLike(manifests, /^management\.oauth/)).toEqual({
      'management.oauth_enabled': 'true', 'management.oauth_client_id': 'ui',
      'management.oauth_scopes': 'openid rabbit.tag:administrator', 'management.oauth_disable_basic_auth': 'false',
    });
    expect(secretSettingsOf(manifests)).toContain('{rabbitmq_management, oauth_client_secret, {string, "oauth2-client-secret"}}.');
    expect(secretFilesOf(manifests)).toContainEqual({ name: 'client', items: [{ key: 'client-secret', path: 'oauth2-client-secret' }] });
  });

  test.each([['3.12', 'auth_oauth2.jwks_url', 'auth_oauth2.https.peer_verification'], ['4.3', 'auth_oauth2.jwks_uri', 'auth_oauth2.https.verify']])('is said to %s in its words', (release, url, verify) => {
    const manifests = made({ oauth2: { resourceServerId: 'rabbit', jwksUrl: 'https://id.example.com/keys', authority: secret('authority'), server } }, { version: RabbitMQVersion.of(release) });
    expect(brokerConfiguration(manifests)).toMatchObject({ [url]: 'https://id.example.com/keys', [verify]: 'verify_peer' });
  });

  test('says which release knows it', () => {
    expect(() => made(oauth2(), { version: RabbitMQVersion.of('3.12') })).toThrow(/\] authentication\.oauth2\.issuer needs RabbitMQ 3\.13\.0 or newer/);
  });
});

describe('LDAP', () => {
  const ldap = (more: Partial<RabbitMQLdapOptions> = {}): RabbitMQAuthenticationOptions => ({ ldap: { servers: ['a.example.com', 'b.example.com'], authority: secret('authority'), server, ...more } });

  test('says who users are, over TLS that is checked, and the brokers say what they may', () => {
    const manifests = made(ldap({ userDnPattern: 'uid=${username},ou=people,dc=example,dc=com' }));
    expect(keysLike(manifests, /^auth_(backends|ldap)/)).toEqual({
      'auth_backends.1': 'internal',
      'auth_backends.2.authn': 'ldap',
      'auth_backends.2.authz': 'internal',
      'auth_ldap.servers.1': 'a.example.com',
      'auth_ldap.servers.2': 'b.example.com',
      'auth_ldap.port': '636',
      'auth_ldap.use_ssl': 'true',
      'auth_ldap.use_starttls': 'false',
      'auth_ldap.ssl_options.cacertfile': '/etc/rabbitmq-ldap/ca.crt',
      'auth_ldap.ssl_options.verify': 'verify_peer',
      'auth_ldap.ssl_options.hostname_verification': 'wildcard',
      'auth_ldap.user_dn_pattern': 'uid=${username},ou=people,dc=example,dc=com',
      'auth_ldap.timeout': '5000',
    });
    expect(pluginsOf(manifests)).toContain('rabbitmq_auth_backend_ldap');
    expect(egressOf(manifests)).toContainEqual({ to: [{ ipBlock: { cidr: '192.0.2.0/24' } }], ports: [{ protocol: 'TCP', port: 636 }] });
  });

  test('looks users up as somebody, whose password is in no manifest', () => {
    const manifests = made(ldap({ tls: RabbitMQLdapTls.START_TLS, lookup: { attribute: 'uid', baseDn: 'dc=example', bindDn: 'cn=reader,dc=example', bindPassword: secret('reader') } }));
    expect(brokerConfiguration(manifests)).toMatchObject({
      'auth_ldap.dn_lookup_attribute': 'uid', 'auth_ldap.dn_lookup_base': 'dc=example',
      'auth_ldap.port': '389', 'auth_ldap.use_starttls': 'true', 'auth_ldap.ssl_options.sni': 'a.example.com',
    });
    expect(secretSettingsOf(manifests)).toContain('{rabbitmq_auth_backend_ldap, dn_lookup_bind, {"cn=reader,dc=example", {string, "ldap-bind-password"}}}.');
    expect(secretFilesOf(manifests)).toContainEqual({ name: 'reader', items: [{ key: 'password', path: 'ldap-bind-password' }] });
  });

  test('says what users may where it is asked', () => {
    const manifests = made(ldap({
      queries: { vhostAccess: '{constant, true}', resourceAccess: '{in_group, "cn=mq,dc=example"}', topicAccess: '{constant, false}', tags: '[{administrator, {constant, false}}]' },
      groupLookupBase: 'ou=groups,dc=example', timeout: Duration.seconds(1), connectionPoolSize: 8, port: 1636,
    }));
    expect(brokerConfiguration(manifests)).toMatchObject({
      'auth_backends.2': 'ldap', 'auth_ldap.queries.resource_access': '{in_group, "cn=mq,dc=example"}', 'auth_ldap.queries.tags': '[{administrator, {constant, false}}]',
      'auth_ldap.group_lookup_base': 'ou=groups,dc=example', 'auth_ldap.timeout': '1000', 'auth_ldap.connection_pool_size': '8', 'auth_ldap.port': '1636',
    });
  });

  test('stands beside OAuth 2.0', () => {
    const manifests = made({ ...ldap(), oauth2: { resourceServerId: 'rabbit', issuer: 'https://id.example.com' } });
    expect(keysLike(manifests, /^auth_backends/)).toEqual({ 'auth_backends.1': 'internal', 'auth_backends.2': 'oauth2', 'auth_backends.3.authn': 'ldap', 'auth_backends.3.authz': 'internal' });
  });
});

describe('certificates of clients', () => {
  test('say who they are, over every protocol that is on, beside passwords', () => {
    const manifests = made({ clientCertificates: {} }, { ...TLS, plugins: ['rabbitmq_mqtt', 'rabbitmq_stream'] });
    expect(keysLike(manifests, /auth_mechanisms|cert_login/)).toEqual({
      'auth_mechanisms.1': 'EXTERNAL', 'auth_mechanisms.2': 'PLAIN', 'auth_mechanisms.3': 'AMQPLAIN',
      ssl_cert_login_from: 'common_name', 'mqtt.ssl_cert_login': 'true', 'stream.ssl_cert_login': 'true',
    });
    expect(pluginsOf(manifests)).toContain('rabbitmq_auth_mechanism_ssl');
    expect(brokerConfiguration(manifests)).not.toHaveProperty('auth_backends.1');
  });

  test('say it in their alternative names where that is wanted', () => {
    const nameFrom = RabbitMQCertificateName.SUBJECT_ALTERNATIVE_NAME;
    const manifests = made({
      clientCertificates: { nameFrom, alternativeNameType: RabbitMQAlternativeNameType.URI, alternativeNameIndex: 1 },
    }, TLS);
    expect(brokerConfiguration(manifests)).toMatchObject({ ssl_cert_login_from: 'subject_alternative_name', ssl_cert_login_san_type: 'uri', ssl_cert_login_san_index: '1' });
  });
});

test.each(['3.13.7', '4.0.9', '4.1.8', '4.2.10', '4.3.6'])('%s knows all of it', (release) => {
  const authentication = {
    oauth2: { resourceServerId: 'rabbit', issuer: 'https://id.example.com', server, management: { clientId: 'ui' } },
    ldap: { servers: ['ldap.example.com'], authority: secret('authority') },
    clientCertificates: {},
  };
  expect(newCluster({ ...TLS, version: RabbitMQVersion.of(release), authentication, acknowledgedWarnings: ['version-unsupported'] }).node.validate()).toEqual([]);
});

describe('what can\'t be is refused', () => {
  const ldap: RabbitMQLdapOptions = { servers: ['ldap.example.com'], authority: secret('authority') };
  const oauth2: RabbitMQOAuth2Options = { resourceServerId: 'rabbit', issuer: 'https://id.example.com' };

  test.each<[string, RabbitMQAuthenticationOptions, RegExp]>([
    ['tokens of nobody', { oauth2: { resourceServerId: 'rabbit' } }, /\] authentication\.oauth2 names no key/],
    ['a provider in the open', { oauth2: { ...oauth2, issuer: 'http://id.example.com' } }, /\] authentication\.oauth2\.issuer is "http:/],
    ['keys in no Secret', { oauth2: { ...oauth2, signingKeys: [{ id: 'a', key: 'a.pem' }] } }, /\] authentication\.oauth2 has signingKeys, but no signingKeysSecret/],
    ['a Secret of no keys', { oauth2: { ...oauth2, signingKeysSecret: secret('keys') } }, /\] authentication\.oauth2 has signingKeysSecret "keys", but no signingKeys/],
    ['an id with a dot', { oauth2: { ...oauth2, signingKeys: [{ id: 'a.b', key: 'a.pem' }], signingKeysSecret: secret('keys') } }, /\] authentication\.oauth2\.signingKeys has the id "a\.b"/],
    ['a UI that doesn\'t know where', { oauth2: { resourceServerId: 'r', jwksUrl: 'https://id.example.com/keys', management: { clientId: 'ui' } } }, /\] authentication\.oauth2\.management has no providerUrl/],
    ['no directory', { ldap: { ...ldap, servers: [] } }, /\] authentication\.ldap\.servers is \[\]/],
    ['a directory\'s URL', { ldap: { ...ldap, servers: ['ldaps://ldap.example.com'] } }, /\] authentication\.ldap\.servers is \[ldaps:/],
    ['a directory that nobody checks', { ldap: { servers: ['ldap.example.com'] } }, /\] authentication\.ldap\.authority is missing/],
    ['an authority for nothing', { ldap: { ...ldap, tls: RabbitMQLdapTls.NONE } }, /\] authentication\.ldap\.authority is set, but tls is NONE/],
    ['a name without its password', { ldap: { ...ldap, lookup: { attribute: 'uid', baseDn: 'dc=a', bindDn: 'cn=a' } } }, /\] authentication\.ldap\.lookup has bindDn, but no bindPassword/],
    ['queries that nobody asks', { ldap: { ...ldap, queries: {}, authorization: RabbitMQLdapAuthorization.INTERNAL } }, /\] authentication\.ldap\.queries are given, but authorization is INTERNAL/],
    ['a kind of names that aren\'t looked at', { clientCertificates: { alternativeNameIndex: 0 } }, /\] authentication\.clientCertificates\.alternativeNameIndex is set/],
  ])('%s', (_, authentication, message) => {
    expect(() => made(authentication)).toThrow(message);
  });
});
