import { effective, exchangesOf, importedOf, POLICY_KEYS, queuesOf, TARGET_TYPES, targetsExchanges } from './effective';
import { exampleOf, globAsPattern, isGlob, isReadable, isStarAfterLetter, isUnanchored, matchesAll, matchesName } from './patterns';
import { BUILT_IN } from './routing';
import { entry } from './table';
import { TopologySubject } from './subject';
import { topologyRule } from './topology-rule';
import { ARGUMENT_VALUES } from './values';
import { ImportedModel, PolicyModel, QueueModel } from '../model';
import { QUEUE_ARGUMENTS } from '../queue-arguments';
import { closest } from '../../validation/distance';
import { isRegularExpression } from '../../validation/regular-expression';
import { Rule } from '../../validation/rule';

function where({ operator, name, vhost }: PolicyModel): string {
  return `${operator ? 'operator policy' : 'policy'} "${name}" in virtual host "${vhost}"`;
}

/** Keys of policies that select upstreams of a federation. */
export const FEDERATION_KEYS = ['federation-upstream', 'federation-upstream-set', 'federation-upstream-pattern'];

/** Keys of policies for exchanges. */
export const EXCHANGE_KEYS = ['alternate-exchange', ...FEDERATION_KEYS];

/** Keys of policies that one type of queue takes, where no argument says so. */
export const KEY_TYPES: Readonly<Record<string, readonly string[]>> = {
  'target-group-size': ['quorum'],
  'queue-mode': ['classic'],
  'queue-version': ['classic'],
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
  readonly path: string;
  readonly policy: PolicyModel;
  readonly key: string;
}

function keys({ policies }: TopologySubject): Key[] {
  return policies.flatMap(policy => Object.keys(policy.definition).map(key => ({ policy, key, path: policy.path })));
}

function seriesOf({ operator }: PolicyModel, key: string): string | undefined {
  return entry(operator ? OPERATOR_KEYS : KEY_SERIES, key);
}

/** Mirroring of classic queues, which RabbitMQ 4.0 removed. */
const MIRRORING = ['ha-mode', 'ha-params', 'ha-sync-mode', 'ha-sync-batch-size', 'ha-promote-on-shutdown', 'ha-promote-on-failure'];

const KNOWN_KEYS = [
  'queue-master-locator', ...EXCHANGE_KEYS, ...MIRRORING, ...Object.values(POLICY_KEYS), ...Object.keys(KEY_TYPES), ...Object.keys(OPERATOR_KEYS),
];

/** The key that an unknown one is likely meant to be. */
function misspelled(key: string): string | undefined {
  return KNOWN_KEYS.includes(key) ? undefined : closest(key.replace(/^x-/, ''), KNOWN_KEYS);
}

function fits({ key, policy: { target } }: Omit<Key, 'path'>): boolean {
  if (target === 'all') {
    return true;
  }
  if (EXCHANGE_KEYS.includes(key)) {
    return target === 'exchanges' || (key !== 'alternate-exchange' && target !== 'streams');
  }
  const types = entry(KEY_TYPES, key);
  return TARGET_TYPES[target].some(type => types?.includes(type) ?? true);
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
    const imported = importedOfBoth(policy, other, subject);
    const what = queue
      ? `queue "${queue.name}"`
      : exchange
        ? `exchange "${exchange.name}"`
        : imported ? `${imported.kind} "${imported.name}"` : overlap(policy, other);
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
  if (!isShared) {
    return undefined;
  }
  if (one.pattern === other.pattern || matchesAll(one.pattern) || matchesAll(other.pattern)) {
    return `what matches "${matchesAll(one.pattern) ? other.pattern : one.pattern}"`;
  }
  const [narrower] = [[one, other], [other, one]].filter(([{ pattern }, { pattern: wider }]) => {
    const example = exampleOf(pattern);
    return example !== undefined && matchesName(wider, example, false);
  });
  return narrower && `names such as "${exampleOf(narrower[0].pattern) ?? ''}"`;
}

/** What somebody else declares, and both match. */
function importedOfBoth(
  one: PolicyModel,
  other: PolicyModel,
  { imported }: TopologySubject,
): ImportedModel | undefined {
  return imported.find(({ kind, vhost, name }) => vhost === one.vhost
    && (kind === 'exchange'
      ? targetsExchanges(one) && targetsExchanges(other)
      : TARGET_TYPES[one.target].some(type => TARGET_TYPES[other.target].includes(type)))
    && [one, other].every(({ pattern }) => matchesName(pattern, name, false)));
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
export const IGNORED_KEYS: Readonly<Record<string, string>> = { 'queue-mode': '3.12', 'max-in-memory-length': '4.0', 'max-in-memory-bytes': '4.0', 'queue-master-locator': '4.0' };

/** The argument that a key sets, where its values are known. */
function argumentOf(key: string): string | undefined {
  return Object.keys(ARGUMENT_VALUES).find(argument => POLICY_KEYS[argument] === key);
}

/** Patterns and definitions of policies. */
export const POLICY_RULES: readonly Rule<TopologySubject>[] = [
  topologyRule({
    id: 'policy-pattern-invalid',
    severity: 'error',
    each: ({ policies }) => policies,
    when: ({ pattern }) => !isGlob(pattern) && !isRegularExpression(pattern),
    message: policy => `pattern of ${where(policy)} is "${policy.pattern}": use a regular expression such as "^orders\\.".`,
  }),
  topologyRule({
    id: 'policy-pattern-glob',
    severity: 'error',
    each: ({ policies }) => policies,
    when: ({ pattern }) => isGlob(pattern),
    message: policy => `pattern of ${where(policy)} is "${policy.pattern}", a glob: RabbitMQ reads a regular expression. Use "${globAsPattern(policy.pattern)}".`,
  }),
  topologyRule({
    id: 'policy-pattern-unanchored',
    severity: 'warning',
    each: ({ policies }) => policies,
    when: ({ pattern }) => !isGlob(pattern) && isUnanchored(pattern),
    message: policy => `pattern of ${where(policy)} is "${policy.pattern}", which matches anywhere in a name: start it with "^".`,
  }),
  topologyRule({
    id: 'policy-target-of-series',
    severity: 'error',
    each: ({ policies }) => policies,
    when: ({ target }, { version }) => ['classic_queues', 'quorum_queues', 'streams'].includes(target) && !version.isAtLeast('3.12'),
    message: (policy, { version }) => `applyTo of ${where(policy)} is "${policy.target}", which needs RabbitMQ 3.12, and the cluster runs ${version.version}: use RabbitMQPolicyTarget.QUEUES.`,
  }),
  topologyRule({
    id: 'policy-key-of-other-target',
    severity: 'error',
    each: keys,
    when: key => !fits(key),
    message: ({ policy, key }) => `definition of ${where(policy)} has "${key}", which has no effect on "${policy.target}": leave it out, or change applyTo.`,
  }),
  topologyRule({
    id: 'policy-key-removed',
    severity: 'error',
    each: keys,
    when: ({ key }, { version }) => key.startsWith('ha-') && version.isAtLeast('4.0'),
    message: ({ policy, key }) => `definition of ${where(policy)} has "${key}": RabbitMQ 4.0 removed mirrored classic queues. Use quorum queues.`,
  }),
  topologyRule({
    id: 'policy-key-of-other-series',
    severity: 'error',
    each: keys,
    when: ({ policy, key }, { version }) => {
      const series = seriesOf(policy, key);
      return series !== undefined && !version.isAtLeast(series);
    },
    message: ({ policy, key }, { version }) => `definition of ${where(policy)} has "${key}", which needs RabbitMQ ${seriesOf(policy, key) ?? ''}, and the cluster runs ${version.version}: leave it out.`,
  }),
  topologyRule({
    id: 'operator-policy-key',
    severity: 'error',
    each: keys,
    when: ({ policy, key }) => policy.operator && !Object.hasOwn(OPERATOR_KEYS, key),
    message: ({ policy, key }) => `definition of ${where(policy)} has "${key}", which operator policies do not take: use ${Object.keys(OPERATOR_KEYS).slice(0, 5).join(', ')}, or a policy.`,
  }),
  topologyRule({
    id: 'policy-key-unknown',
    severity: 'error',
    each: keys,
    when: ({ policy, key }) => !policy.operator && misspelled(key) !== undefined,
    message: ({ policy, key }) => `definition of ${where(policy)} has "${key}", which RabbitMQ refuses: use "${misspelled(key) ?? ''}".`,
  }),
  topologyRule({
    id: 'policy-federation-keys',
    severity: 'error',
    each: ({ policies }) => policies,
    when: ({ definition }) => FEDERATION_KEYS.filter(key => key in definition).length > 1,
    message: policy => `definition of ${where(policy)} has ${FEDERATION_KEYS.filter(key => key in policy.definition).map(key => `"${key}"`).join(' and ')}: RabbitMQ takes one of them. Put the upstreams into one set.`,
  }),
  topologyRule({
    id: 'policies-of-one-priority',
    severity: 'error',
    each: ({ policies }) => policies,
    when: (policy, subject) => rival(policy, subject) !== undefined,
    message: (policy, subject) => {
      const found = rival(policy, subject);
      return `${where(policy)} and "${found?.other.name ?? ''}" both match ${found?.what ?? ''} with priority ${policy.priority}: RabbitMQ applies either. Set different priorities.`;
    },
  }),
  topologyRule({
    id: 'policy-without-effect',
    severity: 'warning',
    each: ({ policies }) => policies,
    when: (policy, subject) => {
      const here = [...subject.queues, ...subject.exchanges].filter(({ vhost }) => vhost === policy.vhost);
      const builtIn = targetsExchanges(policy)
        && Object.keys(BUILT_IN).some(name => matchesName(policy.pattern, name, true));
      return here.length > 0
        && !builtIn
        && queuesOf(policy, subject).length
        + exchangesOf(policy, subject).length
        + importedOf(policy, subject).length === 0
        && isReadable(policy.pattern);
    },
    message: policy => `pattern of ${where(policy)} is "${policy.pattern}", which matches nothing that is declared here. Correct it, unless applications declare the objects.`,
  }),
  topologyRule({
    id: 'policy-pattern-repeats-letter',
    severity: 'warning',
    each: ({ policies }) => policies,
    when: ({ pattern }) => isStarAfterLetter(pattern),
    message: policy => `pattern of ${where(policy)} is "${policy.pattern}", in which "*" repeats the character before it: write ".*" for any characters.`,
  }),
  topologyRule({
    id: 'policy-shadowed',
    severity: 'warning',
    each: ({ policies }) => policies,
    when: isShadowed,
    message: policy => `${where(policy)} has priority ${policy.priority}, and policies with a higher one match all that it matches: RabbitMQ applies one policy to each object. Merge the definitions, or change a pattern.`,
  }),
  topologyRule({
    id: 'policy-key-without-effect',
    severity: 'warning',
    each: keys,
    when: ({ policy, key }, subject) => {
      const matched = queuesOf(policy, subject);
      const types = entry(KEY_TYPES, key);
      return types !== undefined
        && fits({ policy, key })
        && matched.length > 0
        && importedOf(policy, subject).length === 0
        && !matched.some(({ type }) => types.includes(type));
    },
    message: ({ policy, key }, subject) => `definition of ${where(policy)} has "${key}", which queue "${queuesOf(policy, subject)[0]?.name ?? ''}" of type ${queuesOf(policy, subject)[0]?.type ?? ''} does not take: leave it out, or change the pattern.`,
  }),
  topologyRule({
    id: 'policy-key-ignored',
    severity: 'warning',
    each: keys,
    when: ({ key }, { version }) => Object.hasOwn(IGNORED_KEYS, key) && version.isAtLeast(IGNORED_KEYS[key]),
    message: ({ policy, key }) => `definition of ${where(policy)} has "${key}", which RabbitMQ ignores from ${IGNORED_KEYS[key]}: leave it out.`,
  }),
  topologyRule({
    id: 'policy-value-invalid',
    severity: 'error',
    each: keys,
    when: ({ policy, key }) => {
      const argument = argumentOf(key);
      return argument !== undefined && !ARGUMENT_VALUES[argument].fits(policy.definition[key]);
    },
    message: ({ policy, key }) => `definition of ${where(policy)} has ${JSON.stringify(policy.definition[key])} for "${key}": use ${ARGUMENT_VALUES[argumentOf(key) ?? '']?.expected ?? ''}.`,
  }),
  topologyRule({
    id: 'policy-dead-letters-unsafe',
    severity: 'warning',
    each: ({ policies }) => policies.filter(({ operator }) => !operator),
    when: (policy, subject) => policy.definition['dead-letter-strategy'] === 'at-least-once' && policy.definition.overflow !== 'reject-publish' && !areSafe(queuesOf(policy, subject), subject),
    message: policy => `definition of ${where(policy)} has deadLetterStrategy AT_LEAST_ONCE, and overflow is not REJECT_PUBLISH: RabbitMQ falls back to at-most-once. Set overflow: RabbitMQOverflow.REJECT_PUBLISH.`,
  }),
  topologyRule({
    id: 'policy-dead-letters-without-exchange',
    severity: 'warning',
    each: ({ policies }) => policies.filter(({ operator }) => !operator),
    when: (policy, subject) =>
      ['dead-letter-routing-key', 'dead-letter-strategy'].some(key => key in policy.definition)
      && !('dead-letter-exchange' in policy.definition)
      && !queuesOf(policy, subject).some(queue =>
        queue.arguments.some(({ argument }) => argument === 'x-dead-letter-exchange')),
    message: policy => `definition of ${where(policy)} says how to dead-letter messages, and neither it nor a queue that it matches has an exchange for them: set deadLetterExchange.`,
  }),
  topologyRule({
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

function overriding({ policy, key }: Omit<Key, 'path'>, subject: TopologySubject): string | undefined {
  const queue = queuesOf(policy, subject).find(({ arguments: all }) =>
    all.some(({ argument }) => POLICY_KEYS[argument] === key));
  const exchange = key === 'alternate-exchange' ? exchangesOf(policy, subject).find(({ alternate }) => alternate !== undefined) : undefined;
  return queue ? `queue "${queue.name}"` : exchange && `exchange "${exchange.name}"`;
}
