import { EnvManifest } from './manifests';
import { chosenLike, isSecret, nameOf } from './settings';
import { ClusterSubject } from './subject';
import { hasAdvancedSecret } from '../../configuration/advanced-config';
import { Rule, rule, ruleForEach } from '../../validation/rule';

const PASSWORD_NAME = /(PASS|PASSWD|PASSWORD|PASSPHRASE|PASSCODE|_PWD|SECRET|SECRET_KEY|TOKEN|API_?KEY|ACCESS_KEY|PRIVATE_KEY)$/i;
/** `scheme://user:password@host`, unless the password is a variable. */
const URI_WITH_PASSWORD = /:\/\/[^\s/:@]+:(?!\$\()[^\s/@]+@/;
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
    when: ({ advancedConfig = '' }) => hasAdvancedSecret(advancedConfig) || URI_WITH_PASSWORD.test(advancedConfig),
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
    when: ({ name = '', value = '' }) => (PASSWORD_NAME.test(name) && value !== '' && !/^\$\(.+\)$/.test(value)) || URI_WITH_PASSWORD.test(value),
    message: ({ name = '' }) => `pod.env "${name}" looks like a secret in plain text. Read it from a Secret with valueFrom.secretKeyRef`,
  }),
  ruleForEach({
    id: 'secret-in-env-config',
    severity: 'warning',
    each: assignments,
    when: ({ name, value }) => !OWN_PASSWORD.test(name) && ((PASSWORD_NAME.test(name) && value !== '' && !value.startsWith('$')) || URI_WITH_PASSWORD.test(value)),
    message: ({ name }) => `configuration.envConfig "${name}" looks like a secret in plain text, which would be readable in the ConfigMap. Set it with pod.env from a Secret`,
  }),
  ruleForEach({
    id: 'secret-in-annotation',
    severity: 'warning',
    each: annotations,
    when: ({ value }) => URI_WITH_PASSWORD.test(value),
    message: ({ prop, name }) => `${prop} "${name}" has a URI with a password, which everyone who can list the object can read. Remove the password`,
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

/** The administrator's password, which `password-in-env-config` reports. */
const OWN_PASSWORD = /^(RABBITMQ_)?DEFAULT_PASS$/;

interface Assignment {
  readonly name: string;
  readonly value: string;
}

/** The variables that rabbitmq-env.conf sets, one a line. */
function assignments({ envConfig = '' }: ClusterSubject): Assignment[] {
  return [...envConfig.matchAll(/^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)=["']?([^\r\n"']*)/gm)].map(([, name, value]) => ({ name, value }));
}

/** Annotations that users set. */
function annotations({ pod, statefulSet, clientService }: ClusterSubject): ({ prop: string } & Assignment)[] {
  const { annotations: shared = {} } = statefulSet.metadata ?? {};
  const ofService = Object.entries(clientService.metadata?.annotations ?? {})
    .filter(([name]) => !Object.hasOwn(shared, name));
  const sets: [string, [string, string][]][] = [
    ['annotations', Object.entries(shared)], ['pod.annotations', Object.entries(pod.annotations)], ['service.annotations', ofService],
  ];
  return sets.flatMap(([prop, entries]) => entries.map(([name, value]) => ({ prop, name, value })));
}

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
