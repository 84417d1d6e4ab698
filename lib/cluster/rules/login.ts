import { entriesLike, nameOf, stated } from './settings';
import { ClusterSubject } from './subject';
import { ldapAuthorization, RabbitMQLdapAuthorization, RabbitMQLdapTls } from '../authentication/ldap';
import { Rule, rule, ruleForEach } from '../../validation/rule';

/** Backends as such, and what the cache of them asks. */
const ASKED = /^(auth_backends\.\d+(\.authn)?|auth_cache\.cached_backend(\.authn)?)$/;
const INTERNAL = /^(rabbit_auth_backend_)?internal$/;

/** Configurations that lock users out: https://www.rabbitmq.com/docs/access-control */
export const LOGIN_RULES: readonly Rule<ClusterSubject>[] = [
  rule({
    id: 'internal-users-missing',
    severity: 'error',
    when: (subject) => {
      const asked = entriesLike(subject, ASKED);
      return asked.length > 0
        && !asked.some(({ value }) => INTERNAL.test(value))
        && !subject.authentication.options.allowNoInternalUsers;
    },
    message: subject => `${entriesLike(subject, ASKED).map(nameOf).join(', ')} exclude internal users, including the administrator: nobody can log in if the other backends fail. `
      + 'Add "internal", or set authentication.allowNoInternalUsers',
  }),
  ruleForEach({
    id: 'basic-login-off',
    severity: 'error',
    each: subject => entriesLike(subject, /^management\.(oauth_)?disable_basic_auth$/),
    when: ({ value }, { authentication }) => value === 'true' && !authentication.options.allowNoInternalUsers,
    message: entry => `${stated(entry)}: the administrator and the platform users can't log in to the management API. Remove it, or set authentication.allowNoInternalUsers`,
  }),
  rule({
    id: 'external-without-certificates',
    severity: 'error',
    when: subject => entriesLike(subject, /^auth_mechanisms\./).some(({ value }) => value === 'EXTERNAL') && subject.configuration.get('ssl_options.verify') !== 'verify_peer',
    message: () => 'clients may log in with a certificate (EXTERNAL), but brokers request none. Set tls.clientCertificates to OPTIONAL or REQUIRED',
  }),
  rule({
    id: 'mechanisms-twice',
    severity: 'error',
    when: ({ authentication, entries }) => authentication.options.clientCertificates !== undefined
      && entries.some(({ field }) => field === 'configuration.authentication.mechanisms'),
    message: () => 'configuration.authentication.mechanisms and authentication.clientCertificates both set the login mechanisms. Remove the former; clients can then use PLAIN, AMQPLAIN and EXTERNAL',
  }),
  rule({
    id: 'ldap-everything',
    severity: 'warning',
    when: ({ authentication: { options: { ldap } }, advancedConfig = '' }) => ldap !== undefined
      && ldapAuthorization(ldap) === RabbitMQLdapAuthorization.LDAP
      && (ldap.queries?.vhostAccess === undefined || ldap.queries.resourceAccess === undefined)
      && !advancedConfig.includes('vhost_access_query'),
    message: () => 'authentication.ldap uses LDAP for authorization but has no queries: every user of the directory may do everything. Set queries.vhostAccess and queries.resourceAccess',
  }),
  rule({
    id: 'ldap-plain',
    severity: 'warning',
    when: ({ authentication: { options: { ldap } } }) => ldap?.tls === RabbitMQLdapTls.NONE,
    message: () => 'authentication.ldap.tls is NONE: passwords travel to the directory in plain text. Use LDAPS or START_TLS',
  }),
];
