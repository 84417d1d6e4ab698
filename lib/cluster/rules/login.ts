import { entriesLike, nameOf, stated } from './settings';
import { ClusterSubject } from './subject';
import { ldapAuthorization, RabbitMQLdapAuthorization, RabbitMQLdapTls } from '../authentication/ldap';
import { Rule, rule, ruleForEach } from '../../validation/rule';

/** Backends as such, and what the cache of them asks. */
const ASKED = /^(auth_backends\.\d+(\.authn)?|auth_cache\.cached_backend(\.authn)?)$/;
const INTERNAL = /^(rabbit_auth_backend_)?internal$/;

/** Who can still log in: https://www.rabbitmq.com/docs/access-control */
export const LOGIN_RULES: readonly Rule<ClusterSubject>[] = [
  rule({
    id: 'internal-users-missing',
    severity: 'error',
    when: (subject) => {
      const asked = entriesLike(subject, ASKED);
      return asked.length > 0 && !asked.some(({ value }) => INTERNAL.test(value)) && !subject.authentication.options.allowNoInternalUsers;
    },
    message: subject => `${entriesLike(subject, ASKED).map(nameOf).join(', ')} leave the brokers' own users out, the administrator too, so that nobody gets in where the others fail: `
      + 'add "internal", or set authentication.allowNoInternalUsers',
  }),
  ruleForEach({
    id: 'basic-login-off',
    severity: 'error',
    each: subject => entriesLike(subject, /^management\.(oauth_)?disable_basic_auth$/),
    when: ({ value }, { authentication }) => value === 'true' && !authentication.options.allowNoInternalUsers,
    message: entry => `${stated(entry)}: neither the administrator nor our own users get into the management API; leave it out, or set authentication.allowNoInternalUsers`,
  }),
  rule({
    id: 'external-without-certificates',
    severity: 'error',
    when: subject => entriesLike(subject, /^auth_mechanisms\./).some(({ value }) => value === 'EXTERNAL') && subject.configuration.get('ssl_options.verify') !== 'verify_peer',
    message: () => 'clients may log in by certificate (EXTERNAL), and brokers ask for none, so that nobody can: set tls.clientCertificates to OPTIONAL or REQUIRED',
  }),
  rule({
    id: 'mechanisms-twice',
    severity: 'error',
    when: ({ authentication, entries }) => authentication.options.clientCertificates !== undefined
      && entries.some(({ field }) => field === 'configuration.authentication.mechanisms'),
    message: () => 'configuration.authentication.mechanisms and authentication.clientCertificates both say how clients log in: leave the former out, which has PLAIN and AMQPLAIN beside EXTERNAL then',
  }),
  rule({
    id: 'ldap-everything',
    severity: 'warning',
    when: ({ authentication: { options: { ldap } }, advancedConfig = '' }) => ldap !== undefined
      && ldapAuthorization(ldap) === RabbitMQLdapAuthorization.LDAP
      && (ldap.queries?.vhostAccess === undefined || ldap.queries.resourceAccess === undefined)
      && !advancedConfig.includes('vhost_access_query'),
    message: () => 'authentication.ldap lets the directory say what users may do, and doesn\'t ask it, so that everybody in it may do everything: set queries.vhostAccess and queries.resourceAccess',
  }),
  rule({
    id: 'ldap-plain',
    severity: 'warning',
    when: ({ authentication: { options: { ldap } } }) => ldap?.tls === RabbitMQLdapTls.NONE,
    message: () => 'authentication.ldap.tls is NONE: every user\'s password is read on the way to the directory; use LDAPS or START_TLS',
  }),
];
