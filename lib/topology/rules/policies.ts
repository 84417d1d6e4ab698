import { effective, exchangesOf, importedOf, POLICY_KEYS, queuesOf, TARGET_TYPES, targetsExchanges } from './effective';
import { globAsPattern, isGlob, isReadable, isStarAfterLetter, isUnanchored, matchesAll, matchesName } from './patterns';
import { BUILT_IN } from './routing';
import { TopologySubject } from './subject';
import { ARGUMENT_VALUES } from './values';
import { PolicyModel, QueueModel } from '../model';
import { QUEUE_ARGUMENTS } from '../queue-arguments';
import { isRegularExpression } from '../../validation/regular-expression';
import { Rule, ruleForEach } from '../../validation/rule';

function where({ operator, name, vhost }: PolicyModel): string {
  return `${operator ? 'operator policy' : 'policy'} "${name}" in virtual host "${vhost}"`;
}

/** Keys of policies for exchanges. */
export const EXCHANGE_KEYS = ['alternate-exchange', 'federation-upstream', 'federation-upstream-set', 'federation-upstream-pattern'];

/** Keys of policies that one type of queue takes, where no argument says so. */
export const KEY_TYPES: Readonly<Record<string, readonly string[]>> = {
  'target-group-size': ['quorum'],
  ...Object.fromEntries(
    Object.values(QUEUE_ARGUMENTS).flatMap(({ policyKey, types }) =>
      policyKey === undefined ? [] : [[policyKey, types]]),
  ),
};

/** The first series in which RabbitMQ takes a key: read from the registry of validators on 3.10.8, 4.0.5 and 4.3.6. */
export const KEY_SERIES: Readonly<Record<string, string>> = {
  'consumer-timeout': '4.0', 'target-group-size': '4.0', 'stream-filter-size-bytes': '4.0', 'delayed-retry-type': '4.3', 'delayed-retry-min': '4.3', 'delayed-retry-max': '4.3',
};

/** The keys that operator policies take, with the first series. */
export const OPERATOR_KEYS: Readonly<Record<string, string>> = {
  expires: '3.10', 'message-ttl': '3.10', 'max-length': '3.10', 'max-length-bytes': '3.10', 'delivery-limit': '3.10', 'max-in-memory-length': '3.10', 'max-in-memory-bytes': '3.10',
  overflow: '4.0', 'target-group-size': '4.0', 'queue-version': '4.0', 'delayed-retry-type': '4.3', 'delayed-retry-min': '4.3', 'delayed-retry-max': '4.3',
};

/** A key of a policy. */
interface Key {
  readonly policy: PolicyModel;
  readonly key: string;
}

function keys({ policies }: TopologySubject): Key[] {
  return policies.flatMap(policy => Object.keys(policy.definition).map(key => ({ policy, key })));
}

function fits({ key, policy: { target } }: Key): boolean {
  if (target === 'all') {
    return true;
  }
  if (EXCHANGE_KEYS.includes(key)) {
    return target === 'exchanges' || (key !== 'alternate-exchange' && target !== 'streams');
  }
  return TARGET_TYPES[target].some(type => KEY_TYPES[key]?.includes(type) ?? true);
}

/** What two policies of one priority both match: a declared object, or all that the narrower pattern matches. */
function rival(
  policy: PolicyModel,
  subject: TopologySubject,
): { readonly other: PolicyModel; readonly what: string } | undefined {
  const others = subject.policies.slice(subject.policies.indexOf(policy) + 1)
    .filter(
      other => other.vhost === policy.vhost && other.operator === policy.operator && other.priority === policy.priority,
    );
  const mine = new Set<object>([...queuesOf(policy, subject), ...exchangesOf(policy, subject)]);
  for (const other of others) {
    const queue = queuesOf(other, subject).find(theirs => mine.has(theirs));
    const exchange = exchangesOf(other, subject).find(theirs => mine.has(theirs));
    const what = queue ? `queue "${queue.name}"` : exchange ? `exchange "${exchange.name}"` : overlap(policy, other);
    if (what !== undefined) {
      return { other, what };
    }
  }
  return undefined;
}

/** What both match, even if nothing of it is declared. */
function overlap(one: PolicyModel, other: PolicyModel): string | undefined {
  const isShared = (targetsExchanges(one) && targetsExchanges(other))
    || TARGET_TYPES[one.target].some(type => TARGET_TYPES[other.target].includes(type));
  if (!isShared || !(one.pattern === other.pattern || matchesAll(one.pattern) || matchesAll(other.pattern))) {
    return undefined;
  }
  return `what matches "${matchesAll(one.pattern) ? other.pattern : one.pattern}"`;
}

/** Whether a policy is applied to nothing that is declared, as others with a higher priority match all of it. */
function isShadowed(policy: PolicyModel, subject: TopologySubject): boolean {
  const above = new Set<object>(
    subject.policies
      .filter(
        other => other.vhost === policy.vhost && other.operator === policy.operator && other.priority > policy.priority,
      )
      .flatMap(other => [...queuesOf(other, subject), ...exchangesOf(other, subject)]),
  );
  const matched = [...queuesOf(policy, subject), ...exchangesOf(policy, subject)];
  return matched.length > 0 && importedOf(policy, subject).length === 0
    && matched.every(object => above.has(object));
}

/** Keys that RabbitMQ accepts and ignores, and the series from which it does. */
export const IGNORED_KEYS: Readonly<Record<string, string>> = { 'queue-mode': '3.12', 'max-in-memory-length': '4.0', 'max-in-memory-bytes': '4.0' };

/** The argument that a key sets, where its values are known. */
function argumentOf(key: string): string | undefined {
  return Object.keys(ARGUMENT_VALUES).find(argument => POLICY_KEYS[argument] === key);
}

/** Patterns and definitions of policies. */
export const POLICY_RULES: readonly Rule<TopologySubject>[] = [
  ruleForEach({
    id: 'policy-pattern-invalid',
    severity: 'error',
    each: ({ policies }) => policies,
    when: ({ pattern }) => !isGlob(pattern) && !isRegularExpression(pattern),
    message: policy => `pattern of ${where(policy)} is "${policy.pattern}": use a regular expression such as "^orders\\.".`,
  }),
  ruleForEach({
    id: 'policy-pattern-glob',
    severity: 'error',
    each: ({ policies }) => policies,
    when: ({ pattern }) => isGlob(pattern),
    message: policy => `pattern of ${where(policy)} is "${policy.pattern}", a glob: RabbitMQ reads a regular expression. Use "${globAsPattern(policy.pattern)}".`,
  }),
  ruleForEach({
    id: 'policy-pattern-unanchored',
    severity: 'warning',
    each: ({ policies }) => policies,
    when: ({ pattern }) => !isGlob(pattern) && isUnanchored(pattern),
    message: policy => `pattern of ${where(policy)} is "${policy.pattern}", which matches anywhere in a name: start it with "^".`,
  }),
  ruleForEach({
    id: 'policy-target-of-series',
    severity: 'error',
    each: ({ policies }) => policies,
    when: ({ target }, { version }) => ['classic_queues', 'quorum_queues', 'streams'].includes(target) && !version.isAtLeast('3.12'),
    message: (policy, { version }) => `applyTo of ${where(policy)} is "${policy.target}", which needs RabbitMQ 3.12, and the cluster runs ${version.version}: use RabbitMQPolicyTarget.QUEUES.`,
  }),
  ruleForEach({
    id: 'policy-key-of-other-target',
    severity: 'error',
    each: keys,
    when: key => !fits(key),
    message: ({ policy, key }) => `definition of ${where(policy)} has "${key}", which has no effect on "${policy.target}": leave it out, or change applyTo.`,
  }),
  ruleForEach({
    id: 'policy-key-removed',
    severity: 'error',
    each: keys,
    when: ({ key }, { version }) => key.startsWith('ha-') && version.isAtLeast('4.0'),
    message: ({ policy, key }) => `definition of ${where(policy)} has "${key}": RabbitMQ 4.0 removed mirrored classic queues. Use quorum queues.`,
  }),
  ruleForEach({
    id: 'policy-key-of-other-series',
    severity: 'error',
    each: keys,
    when: ({ policy, key }, { version }) => {
      const series = policy.operator ? OPERATOR_KEYS[key] : KEY_SERIES[key];
      return series !== undefined && !version.isAtLeast(series);
    },
    message: ({ policy, key }, { version }) => `definition of ${where(policy)} has "${key}", which needs RabbitMQ ${(policy.operator ? OPERATOR_KEYS[key] : KEY_SERIES[key])}, and the cluster runs ${version.version}: leave it out.`,
  }),
  ruleForEach({
    id: 'operator-policy-key',
    severity: 'error',
    each: keys,
    when: ({ policy, key }) => policy.operator && !(key in OPERATOR_KEYS),
    message: ({ policy, key }) => `definition of ${where(policy)} has "${key}", which operator policies do not take: use ${Object.keys(OPERATOR_KEYS).slice(0, 5).join(', ')}, or a policy.`,
  }),
  ruleForEach({
    id: 'policies-of-one-priority',
    severity: 'error',
    each: ({ policies }) => policies,
    when: (policy, subject) => rival(policy, subject) !== undefined,
    message: (policy, subject) => {
      const found = rival(policy, subject);
      return `${where(policy)} and "${found?.other.name ?? ''}" both match ${found?.what ?? ''} with priority ${policy.priority}: RabbitMQ applies either. Set different priorities.`;
    },
  }),
  ruleForEach({
    id: 'policy-without-effect',
    severity: 'warning',
    each: ({ policies }) => policies,
    when: (policy, subject) => {
      const here = [...subject.queues, ...subject.exchanges].filter(({ vhost }) => vhost === policy.vhost);
      const builtIn = targetsExchanges(policy)
        && Object.keys(BUILT_IN).some(name => matchesName(policy.pattern, name, true));
      return here.length > 0
        && !builtIn
        && isReadable(policy.pattern)
        && queuesOf(policy, subject).length
        + exchangesOf(policy, subject).length
        + importedOf(policy, subject).length === 0;
    },
    message: policy => `pattern of ${where(policy)} is "${policy.pattern}", which matches nothing that is declared here. Correct it, unless applications declare the objects.`,
  }),
  ruleForEach({
    id: 'policy-pattern-repeats-letter',
    severity: 'warning',
    each: ({ policies }) => policies,
    when: ({ pattern }) => isStarAfterLetter(pattern),
    message: policy => `pattern of ${where(policy)} is "${policy.pattern}", in which "*" repeats the character before it: write ".*" for any characters.`,
  }),
  ruleForEach({
    id: 'policy-shadowed',
    severity: 'warning',
    each: ({ policies }) => policies,
    when: isShadowed,
    message: policy => `${where(policy)} has priority ${policy.priority}, and policies with a higher one match all that it matches: RabbitMQ applies one policy to each object. Merge the definitions, or change a pattern.`,
  }),
  ruleForEach({
    id: 'policy-key-without-effect',
    severity: 'warning',
    each: keys,
    when: ({ policy, key }, subject) => {
      const matched = queuesOf(policy, subject);
      const types = KEY_TYPES[key];
      return types !== undefined
        && fits({ policy, key })
        && matched.length > 0
        && importedOf(policy, subject).length === 0
        && !matched.some(({ type }) => types.includes(type));
    },
    message: ({ policy, key }, subject) => `definition of ${where(policy)} has "${key}", which queue "${queuesOf(policy, subject)[0]?.name ?? ''}" of type ${queuesOf(policy, subject)[0]?.type ?? ''} does not take: leave it out, or change the pattern.`,
  }),
  ruleForEach({
    id: 'policy-key-ignored',
    severity: 'warning',
    each: keys,
    when: ({ key }, { version }) => Object.hasOwn(IGNORED_KEYS, key) && version.isAtLeast(IGNORED_KEYS[key]),
    message: ({ policy, key }) => `definition of ${where(policy)} has "${key}", which RabbitMQ ignores from ${IGNORED_KEYS[key]}: leave it out.`,
  }),
  ruleForEach({
    id: 'policy-value-invalid',
    severity: 'error',
    each: keys,
    when: ({ policy, key }) => {
      const argument = argumentOf(key);
      return argument !== undefined && !ARGUMENT_VALUES[argument].fits(policy.definition[key]);
    },
    message: ({ policy, key }) => `definition of ${where(policy)} has ${JSON.stringify(policy.definition[key])} for "${key}": use ${ARGUMENT_VALUES[argumentOf(key) ?? '']?.expected ?? ''}.`,
  }),
  ruleForEach({
    id: 'policy-dead-letters-unsafe',
    severity: 'warning',
    each: ({ policies }) => policies.filter(({ operator }) => !operator),
    when: (policy, subject) => policy.definition['dead-letter-strategy'] === 'at-least-once' && policy.definition.overflow !== 'reject-publish' && !areSafe(queuesOf(policy, subject), subject),
    message: policy => `definition of ${where(policy)} has deadLetterStrategy AT_LEAST_ONCE, and overflow is not REJECT_PUBLISH: RabbitMQ falls back to at-most-once. Set overflow: RabbitMQOverflow.REJECT_PUBLISH.`,
  }),
  ruleForEach({
    id: 'policy-below-argument',
    severity: 'warning',
    each: subject => keys(subject).filter(({ policy }) => !policy.operator),
    when: ({ policy, key }, subject) => overriding({ policy, key }, subject) !== undefined,
    message: ({ policy, key }, subject) => `definition of ${where(policy)} has "${key}", and ${overriding({ policy, key }, subject) ?? ''} sets it as an argument, which takes precedence. Set it in one place.`,
  }),
];

/** Whether all of some queues reject messages by an argument of their own. */
function areSafe(queues: readonly QueueModel[], subject: TopologySubject): boolean {
  return queues.length > 0 && queues.every(queue => effective(queue, 'x-overflow', subject) === 'reject-publish');
}

function overriding({ policy, key }: Key, subject: TopologySubject): string | undefined {
  const queue = queuesOf(policy, subject).find(({ arguments: all }) =>
    all.some(({ argument }) => POLICY_KEYS[argument] === key));
  const exchange = key === 'alternate-exchange' ? exchangesOf(policy, subject).find(({ alternate }) => alternate !== undefined) : undefined;
  return queue ? `queue "${queue.name}"` : exchange && `exchange "${exchange.name}"`;
}
