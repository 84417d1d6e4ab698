import { JsonPatch } from 'cdk8s';
import { RabbitMQAuthenticationMechanism, RabbitMQClientCertificates } from '../../../../lib';
import { tls } from '../certified';
import { at, BROKER, Case, patched, raw } from '../check';

const MQTT = { plugins: ['rabbitmq_mqtt'] };
const STOMP = { plugins: ['rabbitmq_stomp'] };
const EXTERNAL = { configuration: { authentication: { mechanisms: [RabbitMQAuthenticationMechanism.EXTERNAL] } } };

export const AUTHENTICATION_CASES: readonly Case[] = [
  {
    id: 'ldap-log-passwords',
    outside: raw({ 'auth_ldap.log': 'network_unsafe' }),
    says: /^configuration\.raw "auth_ldap\.log" is network_unsafe: brokers log the passwords/,
    inside: raw({ 'auth_ldap.log': 'network' }),
  },
  {
    id: 'ldap-log-passwords', about: 'in advanced.config',
    outside: { configuration: { advancedConfig: '[{rabbitmq_auth_backend_ldap, [{log, network_unsafe}]}].' } },
    says: /^configuration\.advancedConfig has \{log, network_unsafe\}/,
    inside: { configuration: { advancedConfig: '[{rabbitmq_auth_backend_ldap, [{log, network}]}].' } },
  },
  {
    id: 'guest-made', rule: 63,
    outside: patched(JsonPatch.replace(`${BROKER}/env`, [{ name: 'A', value: 'b' }])),
    says: /has no mount at \/run\/secrets\/rabbitmq, or no RABBITMQ_BOOT_MODULE/,
    inside: patched(JsonPatch.add(`${BROKER}/env/-`, { name: 'A', value: 'b' })),
  },
  {
    id: 'guest-remote', rule: 63,
    outside: raw({ loopback_users: 'none' }),
    says: /^configuration\.raw "loopback_users": a user "guest" could log in from anywhere/,
    inside: {},
  },
  {
    id: 'guest-remote', rule: 63, about: 'by another user',
    outside: raw({ 'loopback_users.admin': 'true' }),
    says: /"loopback_users\.admin"/,
    inside: raw({ 'loopback_users.admin': 'true', 'loopback_users.guest': 'true' }),
  },
  {
    id: 'guest-remote', rule: 63, about: 'by name',
    outside: raw({ 'loopback_users.guest': 'false' }),
    says: /"loopback_users\.guest"/,
    inside: raw({ 'loopback_users.guest': 'true' }),
  },
  {
    id: 'default-user-replaced',
    outside: raw({ default_user: 'me' }),
    says: /^configuration\.raw "default_user" replaces the administrator.*credentials\.username/,
    inside: { credentials: { username: 'me' } },
  },
  {
    id: 'anonymous-login', rule: 64,
    outside: raw({ 'auth_mechanisms.1': 'PLAIN', 'auth_mechanisms.2': 'ANONYMOUS' }),
    says: /^auth_mechanisms has ANONYMOUS/,
    inside: { configuration: { authentication: { mechanisms: [RabbitMQAuthenticationMechanism.PLAIN] } } },
  },
  {
    id: 'anonymous-login', rule: 64, about: 'by a user for it',
    outside: at('4.0.0', { anonymous_login_user: 'guest' }),
    says: /^configuration\.raw "anonymous_login_user" is guest/,
    inside: at('3.13.7'),
  },
  {
    id: 'mqtt-anonymous', rule: 65,
    outside: { ...at('3.13.7', { 'mqtt.allow_anonymous': 'true' }), ...MQTT },
    says: /^configuration\.raw "mqtt\.allow_anonymous" is true: clients can connect without a password as "guest",/,
    inside: { ...at('3.13.7'), ...MQTT },
  },
  {
    id: 'mqtt-anonymous', rule: 65, about: 'from 4.0',
    outside: { ...raw({ anonymous_login_user: 'device', 'mqtt.allow_anonymous': 'true' }), ...MQTT },
    says: /as "anonymous_login_user"/,
    inside: { ...at('4.0.0'), ...MQTT },
  },
  {
    id: 'stomp-default-user', rule: 65,
    outside: { ...raw({ 'stomp.default_user': 'guest' }), ...STOMP },
    says: /^configuration\.raw "stomp\.default_user" is guest: clients can connect without a password if such/,
    inside: STOMP,
  },
  {
    id: 'stomp-default-user', rule: 65, about: 'by a plugin that brings it',
    outside: { ...raw({ 'stomp.default_user': 'guest' }), plugins: ['rabbitmq_web_stomp'] },
    says: /is guest/,
    inside: { plugins: ['rabbitmq_web_stomp'] },
  },
  {
    id: 'auth-backend-plugin', rule: 70,
    outside: raw({ 'auth_backends.1': 'ldap' }),
    says: /^configuration\.raw "auth_backends\.1" is ldap, which needs rabbitmq_auth_backend_ldap: brokers skip it, and do/,
    inside: { ...raw({ 'auth_backends.1': 'internal', 'auth_backends.2': 'ldap' }), plugins: ['rabbitmq_auth_backend_ldap'] },
  },
  {
    id: 'auth-backend-plugin', rule: 70, about: 'before 4.1.4',
    outside: at('4.1.3', { 'auth_backends.1.authn': 'rabbit_auth_backend_http' }),
    says: /rabbitmq_auth_backend_http: every login fails/,
    inside: at('4.1.3', { 'auth_backends.1': 'internal' }),
  },
  {
    id: 'auth-backend-unknown',
    outside: raw({ 'auth_backends.1': 'ldpa' }),
    says: /^configuration\.raw "auth_backends\.1" is ldpa, which no plugin of RabbitMQ provides\. Use one/,
    inside: { ...raw({ 'auth_backends.1': 'internal', 'auth_backends.2': 'mine' }), communityPlugins: ['mine'] },
  },
  {
    id: 'auth-mechanism-plugin',
    outside: EXTERNAL,
    says: /^auth_mechanisms has EXTERNAL, which needs rabbitmq_auth_mechanism_ssl\. Add it to plugins/,
    inside: { ...EXTERNAL, ...tls(undefined, { clientCertificates: RabbitMQClientCertificates.REQUIRED }), plugins: ['rabbitmq_auth_mechanism_ssl'] },
  },
];
