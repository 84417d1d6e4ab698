import { chosenLike, entriesLike, nameOf, stated, statedOf } from './settings';
import { enabledPlugins } from '../../rabbitmq/shipped-plugins';
import { ClusterSubject } from './subject';
import { BOOT_ENV } from '../boot/broker';
import { SECRETS_FOLDER } from '../boot/secrets';
import { Entry } from '../../configuration/effective';
import { Rule, rule, ruleForEach } from '../../validation/rule';

export const BACKENDS = /^((http_dispatch\.)?auth_backends\.\d+|auth_cache\.cached_backend)(\.auth[nz])?$/;
const ANONYMOUS_USER = 'anonymous_login_user';

/** Names of backends, as rabbitmq.conf takes them, and the plugin that each needs; none for the broker's own. */
export const BACKEND_PLUGINS: Readonly<Record<string, string | undefined>> = {
  internal: undefined,
  internal_loopback: 'rabbitmq_auth_backend_internal_loopback',
  ldap: 'rabbitmq_auth_backend_ldap',
  http: 'rabbitmq_auth_backend_http',
  oauth: 'rabbitmq_auth_backend_oauth2',
  oauth2: 'rabbitmq_auth_backend_oauth2',
  cache: 'rabbitmq_auth_backend_cache',
  dummy: undefined,
};

/** Users, login methods and authentication backends: https://www.rabbitmq.com/docs/access-control */
export const AUTHENTICATION_RULES: readonly Rule<ClusterSubject>[] = [
  rule({
    id: 'guest-made',
    severity: 'error',
    when: ({ broker }) => !broker.volumeMounts?.some(({ mountPath }) => mountPath === SECRETS_FOLDER)
      || !broker.env?.some(({ name, value }) => name === BOOT_ENV[0] && value !== ''),
    message: () => `the broker's container has no mount at ${SECRETS_FOLDER}, or no ${BOOT_ENV[0]}: a new cluster would have the user "guest" with the password "guest". `
      + 'Remove the patch',
  }),
  rule({
    id: 'guest-remote',
    severity: 'warning',
    when: (subject) => {
      const users = entriesLike(subject, /^loopback_users/);
      return users.length > 0 && !(users.some(({ key, value }) => key === 'loopback_users.guest' && value === 'true')
        && subject.configuration.get('loopback_users') !== 'none');
    },
    message: subject => `${entriesLike(subject, /^loopback_users/).map(nameOf).join(' and ')}: a user "guest" could log in from anywhere. Remove it, or add "loopback_users.guest = true"`,
  }),
  ruleForEach({
    id: 'default-user-replaced',
    severity: 'error',
    each: subject => chosenLike(subject, /^default_(user|pass)$/),
    when: () => true,
    message: entry => `${nameOf(entry)} replaces the administrator of credentials, so the cluster's own programs could not log in. Remove it, and use credentials.username`,
  }),
  rule({
    id: 'ldap-log-passwords',
    severity: 'warning',
    when: subject => unsafeLdapLog(subject) !== undefined,
    message: subject => `${unsafeLdapLog(subject) ?? ''}: brokers log the passwords of everyone who logs in. Use network, which hides them`,
  }),
  rule({
    id: 'anonymous-login',
    severity: 'warning',
    when: subject => offers(subject, 'ANONYMOUS') || (subject.image.version.isAtLeast('4.0') && subject.configuration.get(ANONYMOUS_USER) !== 'none'),
    message: subject => `${offers(subject, 'ANONYMOUS') ? 'auth_mechanisms has ANONYMOUS' : statedOf(subject, ANONYMOUS_USER)}: clients can connect without a password. Remove it`,
  }),
  rule({
    id: 'mqtt-anonymous',
    severity: 'warning',
    // from 4.0 a client without a password needs anonymous_login_user too, which is none unless somebody sets it
    when: subject => enabledPlugins(subject).has('rabbitmq_mqtt') && subject.configuration.get('mqtt.allow_anonymous') !== 'false'
      && !(subject.image.version.isAtLeast('4.0') && subject.configuration.get(ANONYMOUS_USER) === 'none'),
    message: subject => `${statedOf(subject, 'mqtt.allow_anonymous')}: clients can connect without a password as ${subject.image.version.isAtLeast('4.0') ? `"${ANONYMOUS_USER}"` : '"guest", or "mqtt.default_user"'}. Remove it`,
  }),
  rule({
    id: 'stomp-default-user',
    severity: 'warning',
    when: subject => enabledPlugins(subject).has('rabbitmq_stomp') && (subject.configuration.get('stomp.default_user') ?? 'guest') === 'guest',
    message: subject => `${statedOf(subject, 'stomp.default_user')}: clients can connect without a password if such a user has the password "guest". Remove it`,
  }),
  ruleForEach({
    id: 'auth-backend-plugin',
    severity: 'error',
    each: subject => chosenLike(subject, BACKENDS),
    // what another plugin brings along doesn't count here
    when: (entry, { plugins }) => backendPlugin(entry) !== undefined && !plugins.includes(backendPlugin(entry) ?? ''),
    message: (entry, { image }) => `${stated(entry)}, which needs ${backendPlugin(entry) ?? ''}: ${image.version.isAtLeast('4.1.4') ? 'brokers skip it, and do not start without another backend' : 'every login fails'}. Add the plugin to plugins`,
  }),
  ruleForEach({
    id: 'auth-backend-unknown',
    severity: 'warning',
    each: subject => chosenLike(subject, BACKENDS),
    when: ({ value }, { communityPlugins }) => communityPlugins.length === 0 && !Object.hasOwn(BACKEND_PLUGINS, shortName(value)) && !value.includes('$('),
    message: entry => `${stated(entry)}, which no plugin of RabbitMQ provides. Use one of ${Object.keys(BACKEND_PLUGINS).join(', ')}`,
  }),
  rule({
    id: 'auth-mechanism-plugin',
    severity: 'error',
    when: subject => offers(subject, 'EXTERNAL') && !enabledPlugins(subject).has('rabbitmq_auth_mechanism_ssl'),
    message: () => 'auth_mechanisms has EXTERNAL, which needs rabbitmq_auth_mechanism_ssl. Add it to plugins',
  }),
];

function offers(subject: ClusterSubject, mechanism: string): boolean {
  return entriesLike(subject, /^auth_mechanisms\./).some(({ value }) => value === mechanism);
}

/** https://www.rabbitmq.com/docs/ldap#logging */
function unsafeLdapLog(subject: ClusterSubject): string | undefined {
  const entry = entriesLike(subject, /^auth_ldap\.log$/).find(({ value }) => value === 'network_unsafe');
  const isInTerms = /\{\s*log\s*,\s*network_unsafe\s*\}/.test(subject.advancedConfig ?? '');
  return entry ? stated(entry) : isInTerms ? 'configuration.advancedConfig has {log, network_unsafe}' : undefined;
}

function shortName(backend: string): string {
  return backend.replace(/^rabbit_auth_backend_/, '');
}

function backendPlugin({ value }: Entry): string | undefined {
  return BACKEND_PLUGINS[shortName(value)];
}
