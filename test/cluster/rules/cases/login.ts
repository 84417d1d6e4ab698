import { App, Chart } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import { RabbitMQAuthenticationMechanism, RabbitMQClientCertificates, RabbitMQLdapOptions, RabbitMQLdapAuthorization, RabbitMQLdapTls } from '../../../../lib';
import { tls } from '../certified';
import { Case, raw, Situation } from '../check';

const authority = Secret.fromSecretName(new Chart(new App(), 'elsewhere'), 'Secret', 'authority');

const ldap = (more: Partial<RabbitMQLdapOptions> = {}): Situation =>
  ({ authentication: { ldap: { servers: ['ldap.example.com'], authority, ...more } }, networkPolicy: { enabled: false } });
const queries = { vhostAccess: '{constant, true}', resourceAccess: '{constant, true}' };

export const LOGIN_CASES: readonly Case[] = [
  {
    id: 'internal-users-missing',
    outside: { ...raw({ 'auth_backends.1': 'ldap' }), plugins: ['rabbitmq_auth_backend_ldap'] },
    says: /^configuration\.raw "auth_backends\.1" exclude internal users, including the administrator: nobody can log in/,
    inside: { ...raw({ 'auth_backends.1': 'ldap', 'auth_backends.2': 'internal' }), plugins: ['rabbitmq_auth_backend_ldap'] },
  },
  {
    id: 'internal-users-missing', about: 'behind a cache',
    outside: { ...raw({ 'auth_backends.1': 'cache', 'auth_cache.cached_backend': 'http' }), plugins: ['rabbitmq_auth_backend_cache', 'rabbitmq_auth_backend_http'] },
    says: /^configuration\.raw "auth_backends\.1", configuration\.raw "auth_cache\.cached_backend" exclude internal users, including the administrator: nobody can/,
    inside: { ...raw({ 'auth_backends.1': 'cache', 'auth_cache.cached_backend': 'internal' }), plugins: ['rabbitmq_auth_backend_cache'] },
  },
  {
    id: 'internal-users-missing', about: 'where that is meant',
    outside: { ...raw({ 'auth_backends.1.authn': 'ldap', 'auth_backends.1.authz': 'internal' }), plugins: ['rabbitmq_auth_backend_ldap'] },
    says: /^configuration\.raw "auth_backends\.1\.authn" exclude internal users, including the administrator: nobody can log in/,
    inside: { ...raw({ 'auth_backends.1': 'ldap' }), plugins: ['rabbitmq_auth_backend_ldap'], authentication: { allowNoInternalUsers: true } },
  },
  {
    id: 'basic-login-off',
    outside: raw({ 'management.oauth_disable_basic_auth': 'true' }),
    says: /^configuration\.raw "management\.oauth_disable_basic_auth" is true: the administrator and the platform users can't log/,
    inside: raw({ 'management.oauth_disable_basic_auth': 'false' }),
  },
  {
    id: 'external-without-certificates',
    outside: { ...tls(), authentication: { clientCertificates: {} } },
    says: /^clients may log in with a certificate \(EXTERNAL\), but brokers request none\./,
    inside: {
      ...tls(undefined, { clientCertificates: RabbitMQClientCertificates.OPTIONAL }),
      authentication: { clientCertificates: {} },
    },
  },
  {
    id: 'mechanisms-twice',
    outside: {
      ...tls(undefined, { clientCertificates: RabbitMQClientCertificates.REQUIRED }),
      authentication: { clientCertificates: {} },
      configuration: { authentication: { mechanisms: [RabbitMQAuthenticationMechanism.EXTERNAL] } },
    },
    says: /^configuration\.authentication\.mechanisms and authentication\.clientCertificates both/,
    inside: {
      ...tls(undefined, { clientCertificates: RabbitMQClientCertificates.REQUIRED }),
      authentication: { clientCertificates: {} },
    },
  },
  {
    id: 'ldap-everything',
    outside: ldap({ queries: { vhostAccess: '{constant, true}' } }),
    says: /^authentication\.ldap uses LDAP for authorization but has no .*Set queries\.vhostAccess and queries\.resourceAccess$/,
    inside: ldap({ queries }),
  },
  {
    id: 'ldap-everything', about: 'before 4.2.1',
    outside: ldap({ authorization: RabbitMQLdapAuthorization.LDAP }),
    says: /^authentication\.ldap uses LDAP for authorization but has no queries: every user of/,
    inside: { ...ldap({ authorization: RabbitMQLdapAuthorization.LDAP }), configuration: { advancedConfig: '[{rabbitmq_auth_backend_ldap, [{vhost_access_query, {constant, true}}]}].' } },
  },
  { id: 'ldap-everything', about: 'of the brokers\' own', outside: ldap({ authorization: RabbitMQLdapAuthorization.LDAP }), says: /everything/, inside: ldap() },
  {
    id: 'ldap-plain',
    outside: ldap({ tls: RabbitMQLdapTls.NONE, authority: undefined }),
    says: /^authentication\.ldap\.tls is NONE/,
    inside: ldap({ tls: RabbitMQLdapTls.START_TLS }),
  },
];
