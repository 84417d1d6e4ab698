import { EnvManifest } from './manifests';
import { chosenLike, isSecret, nameOf } from './settings';
import { ClusterSubject } from './subject';
import { Rule, rule, ruleForEach } from '../../validation/rule';

const PASSWORD_NAME = /(PASS|PASSWD|PASSWORD|PASSPHRASE|PASSCODE|SECRET|SECRET_KEY|TOKEN)$/i;
/** `scheme://user:password@host`, unless the password is a variable. */
const URI_WITH_PASSWORD = /:\/\/[^\s/:@]+:(?!\$\()[^\s/@]+@/;
const PASSWORD_TERM = /\{\s*(default_pass|password|passcode|secret|client_secret|oauth_client_secret|secret_key|other_bind)\s*,\s*(<<)?\s*"/;
/** Shovels of advanced.config, for which rabbitmq.conf has no keys. */
const STATIC_SHOVELS = /\{\s*rabbitmq_shovel\s*,/;
const COOKIE_ARGUMENT = /-setcookie\s/;

/** No secret may stand in a manifest: whoever can read a ConfigMap or a repository would have it. */
export const SECRET_RULES: readonly Rule<ClusterSubject>[] = [
  ruleForEach({
    id: 'password-in-configuration',
    severity: 'error',
    each: subject => chosenLike(subject, /./),
    when: entry => (isSecret(entry) && !/^'?(\$\(.+\)|encrypted:.+)'?$/.test(entry.value)) || URI_WITH_PASSWORD.test(entry.value),
    message: entry => `${nameOf(entry)} has a secret in plain text, which would be readable in the ConfigMap. Write $(NAME), and set the variable NAME from a Secret with pod.env`,
  }),
  rule({
    id: 'password-in-advanced-config',
    severity: 'error',
    when: ({ advancedConfig = '' }) => PASSWORD_TERM.test(advancedConfig) || URI_WITH_PASSWORD.test(advancedConfig),
    message: ({ advancedConfig = '' }) => 'configuration.advancedConfig has a secret in plain text, which would be readable in the ConfigMap. '
      + (STATIC_SHOVELS.test(advancedConfig) ? 'Declare the shovel with RabbitMQVirtualHost.addShovel(), which takes its URIs from Secrets' : 'Encrypt it, or set it in rabbitmq.conf with $(NAME)'),
  }),
  rule({
    id: 'password-in-env-config',
    severity: 'error',
    when: ({ envConfig = '' }) => /^\s*(export\s+)?(RABBITMQ_)?DEFAULT_PASS=/m.test(envConfig),
    message: () => 'configuration.envConfig has a password in plain text, which would be readable in the ConfigMap. Use credentials.secret',
  }),
  ruleForEach({
    id: 'password-in-environment',
    // only a warning: it is seen by the variable's name alone
    severity: 'warning',
    each: variables,
    when: ({ name = '', value = '' }) => PASSWORD_NAME.test(name) && value !== '' && !/^\$\(.+\)$/.test(value),
    message: ({ name = '' }) => `pod.env "${name}" looks like a secret in plain text. Read it from a Secret with valueFrom.secretKeyRef`,
  }),
  ruleForEach({
    id: 'secret-key-missing',
    severity: 'error',
    each: references,
    when: ({ secret, key }, { secretKeys }) => secretKeys(secret)?.includes(key) === false,
    message: ({ secret, key }, { secretKeys }) => `Secret "${secret}" has no key "${key}", but [${secretKeys(secret)?.join(', ') ?? ''}]: `
      + 'brokers would not start. Add it, or name the key that has the value',
  }),
  rule({
    id: 'cookie-inline',
    severity: 'error',
    when: subject => variables(subject).some(({ name, value = '' }) => value !== '' && (name === 'RABBITMQ_ERLANG_COOKIE' || COOKIE_ARGUMENT.test(value)))
      || /^\s*(export\s+)?(RABBITMQ_)?ERLANG_COOKIE=/m.test(subject.envConfig ?? '') || COOKIE_ARGUMENT.test(subject.envConfig ?? ''),
    message: () => 'the Erlang cookie is in pod.env or configuration.envConfig: everyone who can read it controls every broker. Use credentials.erlangCookieSecret',
  }),
];

interface Reference {
  readonly secret: string;
  readonly key: string;
}

/** The keys of Secrets that the brokers' pods don't start without, but for those that the cluster makes. */
function references({ broker, podSpec, names }: ClusterSubject): Reference[] {
  const ofVariables = (broker.env ?? [])
    .flatMap(({ valueFrom }) => valueFrom?.secretKeyRef ?? [])
    .filter(({ optional }) => !optional);
  const ofVolumes = (podSpec.volumes ?? []).flatMap(({ secret = {} }) =>
    secret.optional ? [] : (secret.items ?? []).map(({ key }) => ({ name: secret.secretName, key })));
  const ofProjections = (podSpec.volumes ?? [])
    .flatMap(({ projected }) => projected?.sources ?? [])
    .flatMap(({ secret = {} }) =>
      secret.optional ? [] : (secret.items ?? []).map(({ key }) => ({ name: secret.name, key })));
  const all = [...ofVariables, ...ofVolumes, ...ofProjections].map(({ name = '', key = '' }) => ({ secret: name, key }));
  return all.filter(
    ({ secret, key }, i) =>
      ![names.credentialsSecret, names.cookieSecret, names.certificate, names.nodesCertificate].includes(secret)
      && all.findIndex(other => other.secret === secret && other.key === key) === i,
  );
}

function variables({ broker }: ClusterSubject): EnvManifest[] {
  return (broker.env ?? []).filter(({ value }) => value !== undefined);
}
