import { App, Chart } from 'cdk8s';
import { k8s, Secret } from 'cdk8s-plus-28';
import { RabbitMQCertificate } from '../../../../lib';
import { Case, raw, Situation } from '../check';

const named = Secret.fromSecretName(new Chart(new App(), 'elsewhere'), 'Secret', 'mine');

/** The Secret `mine` with these keys, in the cluster's chart. */
const made = (...keys: string[]): Pick<Situation, 'then'> => ({
  then: (cluster) => { new Secret(Chart.of(cluster), 'Mine', { metadata: { name: 'mine' }, stringData: Object.fromEntries(keys.map(key => [key, 'x'])) }); },
});

const env = (name: string, value: string): k8s.EnvVar[] => [{ name, value }];
const fromSecret = (name: string): k8s.EnvVar[] => [{ name, valueFrom: { secretKeyRef: { name: 'passwords', key: 'one' } } }];

export const SECRET_CASES: readonly Case[] = [
  {
    id: 'password-in-configuration', rule: 62,
    outside: raw({ 'default_users.app.password': 'hunter2' }),
    says: /^configuration\.raw "default_users\.app\.password" has a secret in plain text,(?!.*hunter2) .*a Secret with pod\.env$/,
    inside: { ...raw({ 'default_users.app.password': '$(APP_PASSWORD)' }), pod: { env: fromSecret('APP_PASSWORD') } },
  },
  {
    id: 'password-in-configuration', rule: 62, about: 'of a certificate\'s key',
    outside: raw({ 'ssl_options.password': 'hunter2' }),
    says: /"ssl_options\.password"/,
    inside: raw({ 'ssl_options.password': 'encrypted:c2VjcmV0' }),
  },
  {
    id: 'password-in-configuration', rule: 62, about: 'in an address',
    outside: raw({ 'definitions.https.url': 'https://me:hunter2@example.com/d.json' }),
    says: /"definitions\.https\.url" has a secret(?!.*hunter2)/,
    inside: {
      ...raw({ 'definitions.https.url': 'https://me:$(PASSWORD)@example.com/d.json', 'definitions.import_backend': 'https' }),
      pod: { env: fromSecret('PASSWORD') },
    },
  },
  {
    id: 'password-in-advanced-config', rule: 62,
    outside: { configuration: { advancedConfig: '[{rabbit, [{default_pass, <<"hunter2">>}]}].' } },
    says: /^configuration\.advancedConfig has a secret(?!.*hunter2)/,
    inside: { configuration: { advancedConfig: '[{rabbit, [{default_pass, {encrypted, <<"abc">>}}]}].' } },
  },
  {
    id: 'password-in-advanced-config', rule: 62, about: 'in an address',
    outside: { configuration: { advancedConfig: '[{rabbitmq_shovel, [{uris, ["amqp://me:hunter2@other"]}]}].' } },
    says: /^configuration\.advancedConfig .*RabbitMQVirtualHost\.addShovel\(\)/,
    inside: { configuration: { advancedConfig: '[{rabbitmq_shovel, [{uris, ["amqp://other"]}]}].' } },
  },
  ...[
    '{rabbit, [{\'default_pass\', <<"hunter2">>}]}', '{rabbit, [{default_pass, % of the old cluster\n <<"hunter2">>}]}', '{rabbit, [{default_pass, [104, 117]}]}',
    '{rabbitmq_auth_backend_ldap, [{dn_lookup_bind, {"cn=reader", "hunter2"}}]}', '{rabbitmq_auth_backend_ldap, [{other_bind, {"cn=reader", "hunter2"}}]}',
  ].map((application): Case => ({
    id: 'password-in-advanced-config', rule: 62, about: application,
    outside: { configuration: { advancedConfig: `[${application}].` } },
    says: /^configuration\.advancedConfig has a secret(?!.*hunter2)/,
    inside: { configuration: { advancedConfig: '[{rabbitmq_auth_backend_ldap, [{dn_lookup_bind, as_user}, {other_bind, {"cn=reader", {encrypted, <<"abc">>}}}]}].' } },
  })),
  {
    id: 'password-in-env-config', rule: 62,
    outside: { configuration: { envConfig: 'DEFAULT_PASS=hunter2\n' } },
    says: /^configuration\.envConfig has a password(?!.*hunter2).*credentials\.secret/,
    inside: { configuration: { envConfig: 'MAX_NUMBER_OF_PROCESSES=2000000\n' } },
  },
  {
    id: 'password-in-environment', rule: 62,
    outside: { pod: { env: env('LDAP_PASSWORD', 'hunter2') } },
    says: /^pod\.env "LDAP_PASSWORD" looks like a secret(?!.*hunter2)/,
    inside: { pod: { env: fromSecret('LDAP_PASSWORD') } },
  },
  {
    id: 'password-in-environment', rule: 62, about: 'that isn\'t one',
    outside: { pod: { env: env('API_TOKEN', 'abc') } },
    says: /"API_TOKEN"/,
    inside: { pod: { env: env('TOKEN_PATH', '/tokens/one') } },
  },
  ...['AWS_SECRET_ACCESS_KEY', 'API_KEY', 'PRIVATE_KEY', 'LDAP_PWD'].map((name): Case => ({
    id: 'password-in-environment', about: name, outside: { pod: { env: env(name, 'hunter2') } }, says: new RegExp(`"${name}"(?!.*hunter2)`),
    inside: { pod: { env: env('AWS_ACCESS_KEY_ID', 'AKIA') } },
  })),
  {
    id: 'password-in-environment', about: 'in an address',
    outside: { pod: { env: env('UPSTREAM', 'amqps://me:hunter2@other') } }, says: /"UPSTREAM"(?!.*hunter2)/,
    inside: { pod: { env: env('UPSTREAM', 'amqps://me:$(PASSWORD)@other') } },
  },
  {
    id: 'secret-in-env-config',
    outside: { configuration: { envConfig: 'export LDAP_PASSWORD="hunter2"' } }, says: /^configuration\.envConfig "LDAP_PASSWORD" looks like a secret(?!.*hunter2)/,
    inside: { configuration: { envConfig: 'LDAP_PASSWORD="$OTHER"\nTOKEN_PATH=/tokens' } },
  },
  {
    id: 'secret-in-annotation',
    outside: { pod: { annotations: { 'example.com/uri': 'amqp://me:hunter2@other' } } }, says: /^pod\.annotations "example\.com\/uri" has a URI with a password(?!.*hunter2)/,
    inside: { pod: { annotations: { 'example.com/uri': 'amqp://me@other' } } },
  },
  {
    id: 'cookie-inline', rule: 78,
    outside: { pod: { env: env('RABBITMQ_ERLANG_COOKIE', 'C00KIE') } },
    says: /^the Erlang cookie is in pod\.env or configuration\.envConfig: everyone who can read(?!.*C00KIE).*Use credentials\.erlangCookieSecret/,
    inside: { pod: { env: env('ERL_MAX_PORTS', '65536') } },
  },
  {
    id: 'cookie-inline', rule: 78, about: 'as an argument',
    outside: { pod: { env: env('RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS', '-setcookie C00KIE') } },
    says: /cookie/,
    inside: { pod: { env: env('RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS', '+S 2:2') } },
  },
  {
    id: 'cookie-inline', rule: 78, about: 'in rabbitmq-env.conf',
    outside: { configuration: { envConfig: 'RABBITMQ_ERLANG_COOKIE=C00KIE' } },
    says: /cookie/,
    inside: { configuration: { envConfig: 'LOG_BASE=/tmp' } },
  },
  { id: 'cookie-inline', rule: 78, about: 'as an argument in rabbitmq-env.conf', outside: { configuration: { envConfig: 'CTL_ERL_ARGS="-setcookie C00KIE"' } }, says: /cookie/, inside: { configuration: { envConfig: 'CTL_ERL_ARGS="+S 1:1"' } } },
  {
    id: 'secret-key-missing',
    outside: { credentials: { secret: named }, ...made('username', 'passwd') },
    says: /^Secret "mine" has no key "password", but \[passwd, username\]: brokers would not/,
    inside: { credentials: { secret: named, passwordKey: 'passwd' }, ...made('username', 'passwd') },
  },
  {
    id: 'secret-key-missing', about: 'of a certificate',
    outside: { tls: { certificate: RabbitMQCertificate.fromSecret(named) }, ...made('tls.crt', 'tls.key') },
    says: /^Secret "mine" has no key "ca\.crt", but \[tls\.crt, tls\.key\]:/,
    inside: { tls: { certificate: RabbitMQCertificate.fromSecret(named, { publiclyTrusted: true }) }, ...made('tls.crt', 'tls.key') },
  },
];
