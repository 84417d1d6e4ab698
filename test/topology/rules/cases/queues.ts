import { Duration, Size } from 'cdk8s';
import { RabbitMQArgument, RabbitMQDeadLetterStrategy, RabbitMQOverflow, RabbitMQQueueOptions, RabbitMQQueueType } from '../../../../lib';
import { Case, Situation } from '../check';

const { QUORUM, CLASSIC, STREAM } = RabbitMQQueueType;

function queue(options: RabbitMQQueueOptions): Situation {
  return (orders) => { orders.addQueue('a', options); };
}

function safely(overflow?: RabbitMQOverflow): Situation {
  return (orders) => { orders.addQueue('a', { overflow, deadLetter: { exchange: orders.addExchange('dead'), strategy: RabbitMQDeadLetterStrategy.AT_LEAST_ONCE } }); };
}

export const QUEUE_CASES: readonly Case[] = [
  {
    id: 'queue-argument-misspelled',
    outside: queue({ arguments: { 'x-max-lenght': RabbitMQArgument.number(5) } }),
    says: /^arguments of queue "a" in virtual host "orders" has "x-max-lenght", which RabbitMQ ignores: use "x-max-length"\./,
    inside: queue({ arguments: { 'x-message-deduplication': RabbitMQArgument.flag(true) } }),
  },
  {
    id: 'queue-argument-of-other-type',
    about: 'delivery limit',
    outside: queue({ type: CLASSIC, deliveryLimit: 10 }),
    says: /^deliveryLimit of queue "a" in virtual host "orders": a queue of type classic does not take it, only quorum/,
    inside: queue({ type: QUORUM, deliveryLimit: 10 }),
  },
  { id: 'queue-argument-of-other-type', about: 'priority', outside: queue({ maxPriority: 5 }), says: /^maxPriority .* type quorum/, inside: queue({ type: CLASSIC, maxPriority: 5 }) },
  {
    id: 'queue-argument-of-other-type',
    about: 'TTL of a stream',
    outside: queue({ type: STREAM, messageTtl: Duration.hours(1) }),
    says: /^messageTtl .* type stream/,
    inside: queue({ type: STREAM, maxAge: Duration.hours(1) }),
  },
  {
    id: 'queue-argument-of-other-series',
    release: '4.2.10',
    insideRelease: '4.3.0',
    outside: queue({ consumerTimeout: Duration.minutes(5) }),
    says: /^consumerTimeout of queue "a" in virtual host "orders" needs RabbitMQ 4.3, and the cluster runs 4.2.10/,
    inside: queue({
      consumerTimeout: Duration.minutes(5), delayedRetry: { min: Duration.seconds(1), max: Duration.seconds(9) },
    }),
  },
  {
    id: 'queue-argument-twice',
    outside: queue({ deliveryLimit: 5, arguments: { 'x-delivery-limit': RabbitMQArgument.number(5) } }),
    says: /^arguments of queue "a" in virtual host "orders" has "x-delivery-limit", which an option sets too/,
    inside: queue({ deliveryLimit: 5, arguments: { 'x-quorum-target-group-size': RabbitMQArgument.number(5) } }),
  },
  {
    id: 'queue-argument-of-other-type', about: 'among other arguments',
    outside: queue({ arguments: { 'x-max-priority': RabbitMQArgument.number(5) } }), says: /^"x-max-priority" in arguments of queue "a" .* type quorum/,
    inside: queue({ type: CLASSIC, arguments: { 'x-max-priority': RabbitMQArgument.number(5) } }),
  },
  {
    id: 'queue-argument-of-other-type', about: 'lazy mode',
    outside: queue({ arguments: { 'x-queue-mode': RabbitMQArgument.text('lazy') } }), says: /^"x-queue-mode" in arguments/,
    inside: queue({ type: CLASSIC, arguments: { 'x-queue-version': RabbitMQArgument.number(2) } }),
  },
  {
    id: 'queue-argument-of-other-series', about: 'among other arguments', release: '4.0.5', insideRelease: '4.1.0',
    outside: queue({ type: STREAM, arguments: { 'x-stream-filter-size-bytes': RabbitMQArgument.number(32) } }), says: /^"x-stream-filter-size-bytes" in arguments .* needs RabbitMQ 4.1/,
    inside: queue({ type: STREAM, arguments: { 'x-stream-filter-size-bytes': RabbitMQArgument.number(32) } }),
  },
  {
    id: 'queue-argument-invalid', about: 'type',
    outside: queue({ arguments: { 'x-max-length': RabbitMQArgument.text('5') } }), says: /^"x-max-length" in arguments of queue "a" .* is "5": use a whole number from 0 up/,
    inside: queue({ arguments: { 'x-max-length': RabbitMQArgument.number(5) } }),
  },
  { id: 'queue-argument-invalid', about: 'range', outside: queue({ expires: Duration.millis(0) }), says: /^expires of queue "a" .* is 0: use a whole number from 1 up/, inside: queue({ expires: Duration.millis(1) }) },
  {
    id: 'queue-argument-invalid', about: 'word',
    outside: queue({ arguments: { 'x-overflow': RabbitMQArgument.text('reject') } }), says: /use "drop-head" or "reject-publish"/,
    inside: queue({ arguments: { 'x-overflow': RabbitMQArgument.text('reject-publish') } }),
  },
  {
    id: 'queue-delayed-retry-range',
    outside: queue({
      delayedRetry: { min: Duration.seconds(2), max: Duration.seconds(1) },
    }), says: /^delayedRetry.min of queue "a"/,
    inside: queue({ delayedRetry: { min: Duration.seconds(1), max: Duration.seconds(1) } }),
  },
  { id: 'queue-transient-of-series', release: '4.3.0', insideRelease: '4.2.10', outside: queue({ type: CLASSIC, durable: false }), says: /^durable is false for queue "a"/, inside: queue({ type: CLASSIC, durable: false }) },
  {
    id: 'dead-letters-without-exchange',
    outside: queue({ arguments: { 'x-dead-letter-routing-key': RabbitMQArgument.text('k') } }), says: /^arguments of queue "a"/,
    inside: (orders) => {
      queue({ arguments: { 'x-dead-letter-routing-key': RabbitMQArgument.text('k') } })(orders);
      orders.addPolicy('p', { pattern: '^a$', definition: { deadLetterExchange: orders.addExchange('dead') } });
    },
  },
  {
    id: 'dead-letters-unsafe', about: 'overflow of a policy', outside: (orders) => { safely()(orders); orders.addPolicy('p', { pattern: '^b', definition: { overflow: RabbitMQOverflow.REJECT_PUBLISH } }); }, says: /AT_LEAST_ONCE/,
    inside: (orders) => { safely()(orders); orders.addPolicy('p', { pattern: '^a', definition: { overflow: RabbitMQOverflow.REJECT_PUBLISH } }); },
  },
  {
    id: 'queue-argument-ignored',
    about: 'lazy mode',
    release: '3.12.14',
    insideRelease: '3.11.28',
    outside: queue({ type: CLASSIC, arguments: { 'x-queue-mode': RabbitMQArgument.text('lazy') } }),
    says: /has "x-queue-mode", which RabbitMQ ignores from 3.12/,
    inside: queue({ type: CLASSIC, arguments: { 'x-queue-mode': RabbitMQArgument.text('lazy') } }),
  },
  { id: 'queue-replicated-transient', about: 'durable', outside: queue({ durable: false }), says: /^durable is false for queue "a"/, inside: queue({ type: CLASSIC, durable: false }) },
  { id: 'queue-replicated-transient', about: 'auto-delete', outside: queue({ type: STREAM, autoDelete: true }), says: /^autoDelete is true for queue "a"/, inside: queue({ type: CLASSIC, autoDelete: true }) },
  {
    id: 'queue-overflow-of-other-type',
    outside: queue({ overflow: RabbitMQOverflow.REJECT_PUBLISH_DLX }),
    says: /^overflow of queue "a"/,
    inside: queue({ type: CLASSIC, overflow: RabbitMQOverflow.REJECT_PUBLISH_DLX }),
  },
  { id: 'dead-letters-unsafe', outside: safely(), says: /^deadLetter.strategy of queue "a"/, inside: safely(RabbitMQOverflow.REJECT_PUBLISH) },
  { id: 'queue-group-even', outside: queue({ groupSize: 2 }), says: /^groupSize of queue "a" in virtual host "orders" is 2/, inside: queue({ groupSize: 3 }) },
  { id: 'queue-group-above-brokers', outside: queue({ type: STREAM, groupSize: 5 }), says: /is 5, and the cluster has 3 brokers/, inside: queue({ type: STREAM, groupSize: 3 }) },
  {
    id: 'queue-argument-of-other-type', about: 'by the option of a group', outside: (orders) => { queue({ type: STREAM, deadLetter: { exchange: orders.addExchange('dead') } })(orders); },
    says: /^deadLetter\.exchange of queue "a" .* type stream does not take it/,
    inside: (orders) => { queue({ deadLetter: { exchange: orders.addExchange('dead') } })(orders); },
  },
  {
    id: 'queue-argument-ignored', about: 'the locator of masters', release: '4.0.5', insideRelease: '3.13.7',
    outside: queue({ type: CLASSIC, arguments: { 'x-queue-master-locator': RabbitMQArgument.text('min-masters') } }), says: /has "x-queue-master-locator", which RabbitMQ ignores from 4\.0/,
    inside: queue({ type: CLASSIC, arguments: { 'x-queue-master-locator': RabbitMQArgument.text('min-masters') } }),
  },
  {
    id: 'queue-argument-invalid', about: 'size of a segment', outside: queue({ type: STREAM, maxSegmentSize: Size.gibibytes(3) }),
    says: /^maxSegmentSize of queue "a" .* use a whole number from 0 to 3000000000/,
    inside: queue({ type: STREAM, maxSegmentSize: Size.gibibytes(2) }),
  },
];
