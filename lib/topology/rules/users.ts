import { isGlob, isUnanchored } from './patterns';
import { TopologySubject } from './subject';
import { Rule, ruleForEach } from '../../validation/rule';

/** A pattern of a permission. */
interface Pattern {
  readonly user: string;
  readonly vhost: string;
  readonly right: string;
  readonly pattern: string;
}

function patterns({ permissions }: TopologySubject): Pattern[] {
  return permissions.flatMap(({ user, vhost, patterns: all }) =>
    Object.entries(all).flatMap(([right, pattern]) => (pattern === undefined ? [] : [{ user, vhost, right, pattern }])));
}

/** Patterns of permissions. */
export const PERMISSION_RULES: readonly Rule<TopologySubject>[] = [
  ruleForEach({
    id: 'permission-glob',
    severity: 'error',
    each: patterns,
    when: ({ pattern }) => isGlob(pattern),
    message: ({ user, vhost, right, pattern }) => `permissions.${right} of user "${user}" in virtual host "${vhost}" is "${pattern}", a glob: RabbitMQ reads a regular expression. Use "^${pattern.replace(/\*/g, '.*')}".`,
  }),
  ruleForEach({
    id: 'permission-unanchored',
    severity: 'warning',
    each: patterns,
    when: ({ pattern }) => !isGlob(pattern) && isUnanchored(pattern),
    message: ({ user, vhost, right, pattern }) => `permissions.${right} of user "${user}" in virtual host "${vhost}" is "${pattern}", which matches anywhere in a name: start it with "^".`,
  }),
];
