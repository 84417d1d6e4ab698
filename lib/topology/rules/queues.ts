import { effective } from './effective';
import { TopologySubject } from './subject';
import { topologyRule } from './topology-rule';
import { ARGUMENT_TYPES, ARGUMENT_VALUES } from './values';
import { ArgumentModel, QueueModel } from '../model';
import { QUEUE_ARGUMENTS, QueueArgument } from '../queue-arguments';
import { RabbitMQQueueType } from '../../configuration/groups/queues';
import { closest } from '../../validation/distance';
import { Rule } from '../../validation/rule';

/** An argument, and the queue that has it. */
interface Argument extends ArgumentModel {
  readonly path: string;
  readonly queue: QueueModel;
}

function argumentsOf({ queues }: TopologySubject): Argument[] {
  return queues.flatMap(queue => queue.arguments.map(argument => ({ ...argument, queue, path: queue.path })));
}

function where({ name, vhost }: QueueModel): string {
  return `queue "${name}" in virtual host "${vhost}"`;
}

function value({ arguments: all }: QueueModel, argument: string): unknown {
  return all.find(one => one.argument === argument)?.value;
}

/** An argument of the table, whether an option sets it or not. */
function known({ option, argument, queue }: Argument): QueueArgument | undefined {
  return QUEUE_ARGUMENTS[option] ?? Object.values(QUEUE_ARGUMENTS).find(row => row.argument === argument && (row.types.includes(queue.type) || argument !== 'x-initial-cluster-size'));
}

/** The types of queue that take an argument; undefined where that is not known. */
function typesOf(argument: Argument): readonly string[] | undefined {
  return known(argument)?.types
    ?? (Object.hasOwn(ARGUMENT_TYPES, argument.argument) ? ARGUMENT_TYPES[argument.argument] : undefined);
}

/** As a user has written an argument. */
function written({ option, argument }: Argument): string {
  return option === 'arguments' ? `"${argument}" in arguments` : QUEUE_ARGUMENTS[option].prop ?? option;
}

/** The series that a type of queue needs for an argument. */
function series(argument: Argument): string | undefined {
  return known(argument)?.since?.[argument.queue.type];
}

/** Arguments that RabbitMQ accepts and ignores, and the series from which it does. */
export const IGNORED_ARGUMENTS: Readonly<Record<string, string>> = { 'x-queue-mode': '3.12', 'x-max-in-memory-length': '4.0', 'x-max-in-memory-bytes': '4.0', 'x-ha-policy': '3.0', 'x-queue-master-locator': '4.0' };

const KNOWN = [
  ...Object.values(QUEUE_ARGUMENTS).map(({ argument }) => argument),
  ...[ARGUMENT_TYPES, ARGUMENT_VALUES, IGNORED_ARGUMENTS].flatMap(Object.keys),
];

/** The argument that an unknown one is likely meant to be. */
function misspelled(argument: string): string | undefined {
  return KNOWN.includes(argument) ? undefined : closest(argument, KNOWN);
}

/** Types and arguments of queues. */
export const QUEUE_DECLARATION_RULES: readonly Rule<TopologySubject>[] = [
  topologyRule({
    id: 'queue-argument-of-other-type',
    severity: 'error',
    each: argumentsOf,
    when: argument => !(typesOf(argument)?.includes(argument.queue.type) ?? true),
    message: argument => `${written(argument)} of ${where(argument.queue)}: a queue of type ${argument.queue.type} does not take it, only ${typesOf(argument)?.join(' and ') ?? ''}. Leave it out, or change the type.`,
  }),
  topologyRule({
    id: 'queue-argument-of-other-series',
    severity: 'error',
    each: argumentsOf,
    when: (argument, { version }) => {
      const needed = series(argument);
      return needed !== undefined && !version.isAtLeast(needed);
    },
    message: (argument, { version }) => `${written(argument)} of ${where(argument.queue)} needs RabbitMQ ${series(argument) ?? ''}, and the cluster runs ${version.version}: leave it out, or upgrade.`,
  }),
  topologyRule({
    id: 'queue-argument-twice',
    severity: 'error',
    each: argumentsOf,
    when: ({ option, argument, queue }) => option === 'arguments' && (argument === 'x-queue-type' || queue.arguments.some(other => other.option !== 'arguments' && other.argument === argument)),
    message: ({ argument, queue }) => `arguments of ${where(queue)} has "${argument}", which an option sets too: leave it out of arguments.`,
  }),
  topologyRule({
    id: 'queue-argument-invalid',
    severity: 'error',
    each: argumentsOf,
    when: ({ argument, value: given }) =>
      Object.hasOwn(ARGUMENT_VALUES, argument) && !ARGUMENT_VALUES[argument].fits(given),
    message: argument => `${written(argument)} of ${where(argument.queue)} is ${JSON.stringify(argument.value)}: use ${ARGUMENT_VALUES[argument.argument].expected}.`,
  }),
  topologyRule({
    id: 'queue-delayed-retry-range',
    severity: 'error',
    each: ({ queues }) => queues,
    when: queue => Number(value(queue, 'x-delayed-retry-min') ?? 0) > Number(value(queue, 'x-delayed-retry-max') ?? Infinity),
    message: queue => `delayedRetry.min of ${where(queue)} is above delayedRetry.max: use a max from ${Number(value(queue, 'x-delayed-retry-min'))} ms up.`,
  }),
  topologyRule({
    id: 'queue-transient-of-series',
    severity: 'warning',
    each: ({ queues }) => queues,
    when: ({ type, durable }, { version }) => type === RabbitMQQueueType.CLASSIC && !durable && version.isAtLeast('4.3'),
    message: queue => `durable is false for ${where(queue)}: RabbitMQ refuses this from 4.3, unless deprecated_features.permit.transient_nonexcl_queues is set. Leave it out.`,
  }),
  topologyRule({
    id: 'dead-letters-without-exchange',
    severity: 'error',
    each: ({ queues }) => queues,
    when: (queue, subject) => ['x-dead-letter-routing-key', 'x-dead-letter-strategy'].some(argument => value(queue, argument) !== undefined)
      && effective(queue, 'x-dead-letter-exchange', subject) === undefined,
    message: queue => `arguments of ${where(queue)} say how to dead-letter messages, and neither the queue nor a policy has an exchange for them: set deadLetter.exchange.`,
  }),
  topologyRule({
    id: 'queue-argument-misspelled',
    // a plugin can have arguments of its own
    severity: 'warning',
    each: argumentsOf,
    when: ({ argument }) => misspelled(argument) !== undefined,
    message: ({ argument, queue }) => `arguments of ${where(queue)} has "${argument}", which RabbitMQ ignores: use "${misspelled(argument) ?? ''}".`,
  }),
  topologyRule({
    id: 'queue-argument-ignored',
    severity: 'warning',
    each: argumentsOf,
    when: ({ argument }, { version }) =>
      Object.hasOwn(IGNORED_ARGUMENTS, argument) && version.isAtLeast(IGNORED_ARGUMENTS[argument]),
    message: ({ argument, queue }) => `arguments of ${where(queue)} has "${argument}", which RabbitMQ ignores from ${IGNORED_ARGUMENTS[argument]}: leave it out.`,
  }),
  topologyRule({
    id: 'queue-replicated-transient',
    severity: 'error',
    each: ({ queues }) => queues,
    when: ({ type, durable, autoDelete }) => type !== RabbitMQQueueType.CLASSIC && (!durable || autoDelete),
    message: queue => `${queue.durable ? 'autoDelete is true' : 'durable is false'} for ${where(queue)}: RabbitMQ refuses this for type ${queue.type}. Leave it out, or use RabbitMQQueueType.CLASSIC.`,
  }),
  topologyRule({
    id: 'queue-overflow-of-other-type',
    severity: 'error',
    each: ({ queues }) => queues,
    when: queue => queue.type === RabbitMQQueueType.QUORUM && value(queue, 'x-overflow') === 'reject-publish-dlx',
    message: queue => `overflow of ${where(queue)} is REJECT_PUBLISH_DLX, which only classic queues do: use RabbitMQOverflow.REJECT_PUBLISH.`,
  }),
  topologyRule({
    id: 'dead-letters-unsafe',
    severity: 'warning',
    each: ({ queues }) => queues,
    when: (queue, subject) => value(queue, 'x-dead-letter-strategy') === 'at-least-once' && effective(queue, 'x-overflow', subject) !== 'reject-publish',
    message: queue => `deadLetter.strategy of ${where(queue)} is AT_LEAST_ONCE, and overflow is not REJECT_PUBLISH: RabbitMQ falls back to at-most-once. Set overflow: RabbitMQOverflow.REJECT_PUBLISH.`,
  }),
  topologyRule({
    id: 'queue-group-even',
    severity: 'warning',
    each: argumentsOf,
    when: ({ argument, value: size }) => isGroupSize(argument) && Number(size) % 2 === 0,
    message: ({ queue, value: size }) => `groupSize of ${where(queue)} is ${Number(size)}: an even number of replicas tolerates no more failures than one less. Use 3 or 5.`,
  }),
  topologyRule({
    id: 'queue-group-above-brokers',
    severity: 'warning',
    each: argumentsOf,
    when: ({ argument, value: size }, { replicas }) => isGroupSize(argument) && Number(size) > replicas,
    message: ({ queue, value: size }, { replicas }) => `groupSize of ${where(queue)} is ${Number(size)}, and the cluster has ${replicas} brokers: use at most ${replicas}.`,
  }),
];

function isGroupSize(argument: string): boolean {
  return argument === 'x-quorum-initial-group-size' || argument === 'x-initial-cluster-size';
}
