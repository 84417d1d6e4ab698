import { globAsPattern, isGlob, isStarAfterLetter, isUnanchored } from './patterns';
import { BUILT_IN } from './routing';
import { TopologySubject } from './subject';
import { topologyRule } from './topology-rule';
import { entry } from './table';
import { PermissionModel, TopicPermissionModel } from '../model';
import { Rule } from '../../validation/rule';

/** A pattern of a permission. */
interface Pattern {
  readonly user: string;
  readonly vhost: string;
  readonly right: string;
  readonly pattern: string;
  readonly path: string;
}

function patterns({ permissions, topicPermissions }: TopologySubject): Pattern[] {
  return [
    ...permissions.flatMap(permission => given('permissions', permission)),
    ...topicPermissions.flatMap(permission => given('topicPermissions', permission)),
  ];
}

function given(
  option: string,
  { user, vhost, path, patterns: all }: PermissionModel | TopicPermissionModel,
): Pattern[] {
  return Object.entries(all).flatMap(([right, pattern]) => (pattern === undefined ? [] : [{ user, vhost, path, right: `${option}.${right}`, pattern }]));
}

/** The type of the exchange of a topic permission; empty where it is not known. */
function exchangeType({ vhost, exchange }: TopicPermissionModel, { exchanges }: TopologySubject): string {
  return exchanges.find(other => other.vhost === vhost && other.name === exchange)?.type ?? entry(BUILT_IN, exchange) ?? '';
}

/** A binding key as the regular expression that it was meant to be. */
function bindingKeyAsPattern(key: string): string {
  const words: Readonly<Record<string, string>> = { '#': '.*', '*': '[^.]+' };
  return `^${key.replace(/^\^|\$$/g, '').split(/\\?\./).map(word => entry(words, word) ?? word).join('\\.')}$`;
}

/** Users and patterns of permissions. */
export const PERMISSION_RULES: readonly Rule<TopologySubject>[] = [
  topologyRule({
    id: 'user-in-other-namespace',
    severity: 'warning',
    each: ({ distantUsers }) => distantUsers,
    when: () => true,
    message: ({ user, secret, namespace, clusterNamespace }) => `user "${user}" is declared in namespace "${namespace}", `
      + `but its Secret "${secret}" is in "${clusterNamespace}", the namespace of the cluster: pods of "${namespace}" cannot `
      + `read it. Declare the user in a chart of "${clusterNamespace}", and copy the Secret for the pods.`,
  }),
  topologyRule({
    id: 'user-secret-shared',
    severity: 'error',
    each: ({ userSecrets }) =>
      userSecrets.filter((one, index) => userSecrets.findIndex(({ secret }) => secret === one.secret) < index),
    when: () => true,
    message: ({ secret }) => `Secret "${secret}" is the secret of more than one RabbitMQUser: the name in it is one user's, and the rights of one would replace those of the other. Declare the user once.`,
  }),
  topologyRule({
    id: 'topic-permission-ignored',
    severity: 'warning',
    each: ({ topicPermissions }) => topicPermissions,
    when: (permission, subject) => !['topic', ''].includes(exchangeType(permission, subject)),
    message: (permission, subject) => `topicPermissions of user "${permission.user}" in virtual host "${permission.vhost}" has exchange "${permission.exchange}", which is of type ${exchangeType(permission, subject)}: RabbitMQ reads topic permissions for topic exchanges only. Leave them out, or use RabbitMQExchangeType.TOPIC.`,
  }),
  topologyRule({
    id: 'topic-permission-binding-key',
    severity: 'warning',
    each: subject => patterns(subject).filter(({ right }) => right.startsWith('topicPermissions')),
    when: ({ pattern }) => pattern.split(/\\?\./).includes('#'),
    message: ({ user, vhost, right, pattern }) => `${right} of user "${user}" in virtual host "${vhost}" is "${pattern}", in which "#" is that of a binding key: RabbitMQ reads a regular expression. Use "${bindingKeyAsPattern(pattern)}".`,
  }),
  topologyRule({
    id: 'permission-glob',
    severity: 'error',
    each: patterns,
    when: ({ pattern }) => isGlob(pattern),
    message: ({ user, vhost, right, pattern }) => `${right} of user "${user}" in virtual host "${vhost}" is "${pattern}", a glob: RabbitMQ reads a regular expression. Use "${globAsPattern(pattern)}".`,
  }),
  topologyRule({
    id: 'permission-unanchored',
    severity: 'warning',
    each: patterns,
    when: ({ pattern }) => !isGlob(pattern) && isUnanchored(pattern),
    message: ({ user, vhost, right, pattern }) => `${right} of user "${user}" in virtual host "${vhost}" is "${pattern}", which matches anywhere in a name: start it with "^".`,
  }),
  topologyRule({
    id: 'permission-repeats-letter',
    severity: 'warning',
    each: patterns,
    when: ({ pattern }) => isStarAfterLetter(pattern),
    message: ({ user, vhost, right, pattern }) => `${right} of user "${user}" in virtual host "${vhost}" is "${pattern}", in which "*" repeats the character before it: write ".*" for any characters.`,
  }),
];
