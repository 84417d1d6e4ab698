import { TopologySubject } from './subject';
import { ArgumentModel, QueueModel } from '../model';
import { QUEUE_ARGUMENTS } from '../queue-arguments';
import { RabbitMQQueueType } from '../../configuration/groups/queues';
import { Rule, ruleForEach } from '../../validation/rule';

/** An argument, and the queue that has it. */
interface Argument extends ArgumentModel {
  readonly queue: QueueModel;
}

function argumentsOf({ queues }: TopologySubject): Argument[] {
  return queues.flatMap(queue => queue.arguments.map(argument => ({ ...argument, queue })));
}

function where({ name, vhost }: QueueModel): string {
  return `queue "${name}" in virtual host "${vhost}"`;
}

function value({ arguments: all }: QueueModel, argument: string): unknown {
  return all.find(one => one.argument === argument)?.value;
}

/** The series that a type of queue needs for an argument. */
function series({ option, queue }: Argument): string | undefined {
  return QUEUE_ARGUMENTS[option]?.since?.[queue.type];
}

/** Arguments that RabbitMQ accepts and ignores, and the series from which it does. */
const IGNORED: Readonly<Record<string, string>> = { 'x-queue-mode': '3.12', 'x-max-in-memory-length': '4.0', 'x-max-in-memory-bytes': '4.0', 'x-ha-policy': '3.0' };

/** Types and arguments of queues. */
export const QUEUE_DECLARATION_RULES: readonly Rule<TopologySubject>[] = [
  ruleForEach({
    id: 'queue-argument-of-other-type',
    severity: 'error',
    each: argumentsOf,
    when: ({ option, queue }) => option in QUEUE_ARGUMENTS && !QUEUE_ARGUMENTS[option].types.includes(queue.type),
    message: ({ option, queue }) => `${option} of ${where(queue)}: a queue of type ${queue.type} does not take it, only ${QUEUE_ARGUMENTS[option].types.join(' and ')}. Leave it out, or change the type.`,
  }),
  ruleForEach({
    id: 'queue-argument-of-other-series',
    severity: 'error',
    each: argumentsOf,
    when: (argument, { version }) => {
      const needed = series(argument);
      return needed !== undefined && !version.isAtLeast(needed);
    },
    message: (argument, { version }) => `${argument.option} of ${where(argument.queue)} needs RabbitMQ ${series(argument) ?? ''}, and the cluster runs ${version.version}: leave it out, or upgrade.`,
  }),
  ruleForEach({
    id: 'queue-argument-twice',
    severity: 'error',
    each: argumentsOf,
    when: ({ option, argument, queue }) => option === 'arguments' && (argument === 'x-queue-type' || queue.arguments.some(other => other.option !== 'arguments' && other.argument === argument)),
    message: ({ argument, queue }) => `arguments of ${where(queue)} has "${argument}", which an option sets too: leave it out of arguments.`,
  }),
  ruleForEach({
    id: 'queue-argument-ignored',
    severity: 'warning',
    each: argumentsOf,
    when: ({ argument }, { version }) => argument in IGNORED && version.isAtLeast(IGNORED[argument]),
    message: ({ argument, queue }) => `arguments of ${where(queue)} has "${argument}", which RabbitMQ ignores from ${IGNORED[argument]}: leave it out.`,
  }),
  ruleForEach({
    id: 'queue-replicated-transient',
    severity: 'error',
    each: ({ queues }) => queues,
    when: ({ type, durable, autoDelete }) => type !== RabbitMQQueueType.CLASSIC && (!durable || autoDelete),
    message: queue => `${queue.durable ? 'autoDelete is true' : 'durable is false'} for ${where(queue)}: RabbitMQ refuses this for type ${queue.type}. Leave it out, or use RabbitMQQueueType.CLASSIC.`,
  }),
  ruleForEach({
    id: 'queue-overflow-of-other-type',
    severity: 'error',
    each: ({ queues }) => queues,
    when: queue => queue.type === RabbitMQQueueType.QUORUM && value(queue, 'x-overflow') === 'reject-publish-dlx',
    message: queue => `overflow of ${where(queue)} is REJECT_PUBLISH_DLX, which only classic queues do: use RabbitMQOverflow.REJECT_PUBLISH.`,
  }),
  ruleForEach({
    id: 'dead-letters-unsafe',
    severity: 'warning',
    each: ({ queues }) => queues,
    when: queue => value(queue, 'x-dead-letter-strategy') === 'at-least-once' && value(queue, 'x-overflow') !== 'reject-publish',
    message: queue => `deadLetter.strategy of ${where(queue)} is AT_LEAST_ONCE, and overflow is not REJECT_PUBLISH: RabbitMQ falls back to at-most-once. Set overflow: RabbitMQOverflow.REJECT_PUBLISH.`,
  }),
  ruleForEach({
    id: 'queue-group-even',
    severity: 'warning',
    each: argumentsOf,
    when: ({ argument, value: size }) => isGroupSize(argument) && Number(size) % 2 === 0,
    message: ({ queue, value: size }) => `groupSize of ${where(queue)} is ${Number(size)}: an even number of replicas tolerates no more failures than one less. Use 3 or 5.`,
  }),
  ruleForEach({
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
