import { isGlob, isUnanchored, matches } from './patterns';
import { TopologySubject } from './subject';
import { PolicyModel, QueueModel } from '../model';
import { QUEUE_ARGUMENTS } from '../queue-arguments';
import { isRegularExpression } from '../../validation/regular-expression';
import { Rule, ruleForEach } from '../../validation/rule';

function where({ operator, name, vhost }: PolicyModel): string {
  return `${operator ? 'operator policy' : 'policy'} "${name}" in virtual host "${vhost}"`;
}

/** The queue types that a target selects. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  all: ['quorum', 'classic', 'stream'],
  queues: ['quorum', 'classic', 'stream'],
  exchanges: [],
  classic_queues: ['classic'],
  quorum_queues: ['quorum'],
  streams: ['stream'],
};

/** Keys of policies for exchanges. */
const EXCHANGE_KEYS = ['alternate-exchange', 'federation-upstream', 'federation-upstream-set', 'federation-upstream-pattern'];

/** Keys of policies that one type of queue takes, where no argument says so. */
const KEY_TYPES: Readonly<Record<string, readonly string[]>> = {
  'target-group-size': ['quorum'],
  ...Object.fromEntries(Object.values(QUEUE_ARGUMENTS).flatMap(({ policyKey, types }) => (policyKey === undefined ? [] : [[policyKey, types]]))),
};

/** The first series in which RabbitMQ takes a key: read from the registry of validators on 3.10.8, 4.0.5 and 4.3.6. */
const KEY_SERIES: Readonly<Record<string, string>> = {
  'consumer-timeout': '4.0', 'target-group-size': '4.0', 'stream-filter-size-bytes': '4.0', 'delayed-retry-type': '4.3', 'delayed-retry-min': '4.3', 'delayed-retry-max': '4.3',
};

/** The keys that operator policies take, with the first series. */
const OPERATOR_KEYS: Readonly<Record<string, string>> = {
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
  return TYPES[target].some(type => KEY_TYPES[key]?.includes(type) ?? true);
}

function affected({ vhost, pattern, target }: PolicyModel, { queues }: TopologySubject): QueueModel[] {
  return queues.filter(queue => queue.vhost === vhost && TYPES[target].includes(queue.type) && matches(pattern, queue.name));
}

function rival(policy: PolicyModel, subject: TopologySubject): { readonly other: PolicyModel; readonly queue: QueueModel } | undefined {
  const mine = affected(policy, subject);
  const others = subject.policies.slice(subject.policies.indexOf(policy) + 1)
    .filter(other => other.vhost === policy.vhost && other.operator === policy.operator && other.priority === policy.priority);
  for (const other of others) {
    const queue = affected(other, subject).find(theirs => mine.includes(theirs));
    if (queue) {
      return { other, queue };
    }
  }
  return undefined;
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
    message: policy => `pattern of ${where(policy)} is "${policy.pattern}", a glob: RabbitMQ reads a regular expression. Use "^${policy.pattern.replace(/\*/g, '.*')}".`,
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
      return `${where(policy)} and "${found?.other.name ?? ''}" both match queue "${found?.queue.name ?? ''}" with priority ${policy.priority}: RabbitMQ applies either. Set different priorities.`;
    },
  }),
  ruleForEach({
    id: 'policy-without-effect',
    severity: 'warning',
    each: ({ policies }) => policies,
    when: (policy, { exchanges, queues }) => {
      const here = [...queues, ...exchanges].filter(({ vhost }) => vhost === policy.vhost);
      return here.length > 0 && !here.some(({ name }) => matches(policy.pattern, name));
    },
    message: policy => `pattern of ${where(policy)} is "${policy.pattern}", which matches nothing that is declared here. Correct it, unless applications declare the objects.`,
  }),
  ruleForEach({
    id: 'policy-below-argument',
    severity: 'warning',
    each: subject => keys(subject).filter(({ policy }) => !policy.operator),
    when: ({ policy, key }, subject) => overriding({ policy, key }, subject) !== undefined,
    message: ({ policy, key }, subject) => `definition of ${where(policy)} has "${key}", and queue "${overriding({ policy, key }, subject)?.name ?? ''}" sets it as an argument, which takes precedence. Set it in one place.`,
  }),
];

function overriding({ policy, key }: Key, subject: TopologySubject): QueueModel | undefined {
  return affected(policy, subject).find(queue => queue.arguments.some(({ argument }) =>
    Object.values(QUEUE_ARGUMENTS).some(known => known.argument === argument && known.policyKey === key)));
}
