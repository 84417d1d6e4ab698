import { globAsPattern, isGlob, isStarAfterLetter, isUnanchored } from './patterns';
import { TopologySubject } from './subject';
import { Rule, ruleForEach } from '../../validation/rule';

/** A pattern of a permission. */
interface Pattern {
  readonly user: string;
  readonly vhost: string;
  readonly right: string;
  readonly pattern: string;
}

function patterns({ permissions, topicPermissions }: TopologySubject): Pattern[] {
  return [
    ...permissions.flatMap(({ user, vhost, patterns: all }) => given('permissions', user, vhost, all)),
    ...topicPermissions.flatMap(({ user, vhost, patterns: all }) => given('topicPermissions', user, vhost, all)),
  ];
}

function given(
  option: string,
  user: string,
  vhost: string,
  all: Readonly<Record<string, string | undefined>>,
): Pattern[] {
  return Object.entries(all).flatMap(([right, pattern]) => (pattern === undefined ? [] : [{ user, vhost, right: `${option}.${right}`, pattern }]));
}

/** Users and patterns of permissions. */
export const PERMISSION_RULES: readonly Rule<TopologySubject>[] = [
  ruleForEach({
    id: 'user-in-other-namespace',
    severity: 'warning',
    each: ({ distantUsers }) => distantUsers,
    when: () => true,
    message: ({ user, secret, namespace, clusterNamespace }) => `user "${user}" is declared in namespace "${namespace}", `
      + `but its Secret "${secret}" is in "${clusterNamespace}", the namespace of the cluster: pods of "${namespace}" cannot `
      + `read it. Declare the user in a chart of "${clusterNamespace}", and copy the Secret for the pods.`,
  }),
  ruleForEach({
    id: 'permission-glob',
    severity: 'error',
    each: patterns,
    when: ({ pattern }) => isGlob(pattern),
    message: ({ user, vhost, right, pattern }) => `${right} of user "${user}" in virtual host "${vhost}" is "${pattern}", a glob: RabbitMQ reads a regular expression. Use "${globAsPattern(pattern)}".`,
  }),
  ruleForEach({
    id: 'permission-unanchored',
    severity: 'warning',
    each: patterns,
    when: ({ pattern }) => !isGlob(pattern) && isUnanchored(pattern),
    message: ({ user, vhost, right, pattern }) => `${right} of user "${user}" in virtual host "${vhost}" is "${pattern}", which matches anywhere in a name: start it with "^".`,
  }),
  ruleForEach({
    id: 'permission-repeats-letter',
    severity: 'warning',
    each: patterns,
    when: ({ pattern }) => isStarAfterLetter(pattern),
    message: ({ user, vhost, right, pattern }) => `${right} of user "${user}" in virtual host "${vhost}" is "${pattern}", in which "*" repeats the character before it: write ".*" for any characters.`,
  }),
];
