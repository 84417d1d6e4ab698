import { Duration } from 'cdk8s';
import {
  RabbitMQArgument, RabbitMQDeadLetterStrategy, RabbitMQExchange, RabbitMQOperatorPolicyOptions, RabbitMQOverflow,
  RabbitMQPolicyOptions, RabbitMQPolicyTarget, RabbitMQQueue, RabbitMQQueueType, RabbitMQVirtualHost,
} from '../../../../lib';
import { Case, Situation } from '../check';

const TTL = { messageTtl: Duration.hours(1) };

function policy(options: Partial<RabbitMQPolicyOptions>): Situation {
  return (orders) => { orders.addPolicy('p', { pattern: '^a', definition: TTL, ...options }); };
}

function operatorPolicy(options: Partial<RabbitMQOperatorPolicyOptions>): Situation {
  return (orders) => { orders.addOperatorPolicy('p', { pattern: '^a', definition: TTL, ...options }); };
}

function two(orders: RabbitMQVirtualHost, priority: number, pattern = '^b'): void {
  orders.addQueue('billing');
  orders.addPolicy('p', { pattern: '^b', definition: TTL });
  orders.addPolicy('q', { pattern, definition: { maxLength: 5 }, priority });
}

/** Two policies for queues and exchanges. */
function both(orders: RabbitMQVirtualHost, priority: number, one: string, other: string): void {
  orders.addPolicy('p', { pattern: one, applyTo: RabbitMQPolicyTarget.ALL, definition: TTL });
  orders.addPolicy('q', { pattern: other, applyTo: RabbitMQPolicyTarget.ALL, definition: { maxLength: 5 }, priority });
}

function alternate(orders: RabbitMQVirtualHost): void {
  orders.addPolicy('p', { pattern: '^a$', applyTo: RabbitMQPolicyTarget.EXCHANGES, definition: { alternateExchange: RabbitMQExchange.fromExchangeName(orders, 'F', orders, 'amq.fanout') } });
}

function safely(orders: RabbitMQVirtualHost, overflow: RabbitMQOverflow): void {
  orders.addQueue('a');
  orders.addOperatorPolicy('o', { pattern: '^a', definition: { overflow } });
  policy({
    definition: { deadLetterExchange: orders.addExchange('dead'), deadLetterStrategy: RabbitMQDeadLetterStrategy.AT_LEAST_ONCE },
  })(orders);
}

function lazy(type: RabbitMQQueueType): Situation {
  return (orders) => {
    orders.addQueue('a', { type });
    policy({ definition: { additional: { 'queue-mode': RabbitMQArgument.text('lazy') } } })(orders);
  };
}

export const POLICY_CASES: readonly Case[] = [
  { id: 'policy-pattern-invalid', outside: policy({ pattern: '^a(' }), says: /^pattern of policy "p" in virtual host "orders" is "\^a\("/, inside: policy({ pattern: '^a(b)' }) },
  { id: 'policy-pattern-glob', outside: policy({ pattern: 'web*' }), says: /is "web\*", a glob: .* Use "\^web\.\*"\.$/, inside: policy({ pattern: '^web.*' }) },
  { id: 'policy-pattern-glob', about: 'star', outside: policy({ pattern: '*' }), says: /is "\*", a glob/, inside: policy({ pattern: '.*' }) },
  { id: 'policy-pattern-unanchored', outside: policy({ pattern: 'tmp' }), says: /is "tmp", which matches anywhere/, inside: policy({ pattern: '^tmp' }) },
  {
    id: 'policy-target-of-series', release: '3.11.28', insideRelease: '3.12.14',
    outside: policy({
      applyTo: RabbitMQPolicyTarget.QUORUM_QUEUES,
    }), says: /^applyTo of policy "p" .* is "quorum_queues", which needs RabbitMQ 3.12/,
    inside: policy({ applyTo: RabbitMQPolicyTarget.QUORUM_QUEUES }),
  },
  {
    id: 'policy-key-of-other-target', about: 'TTL of streams',
    outside: policy({ applyTo: RabbitMQPolicyTarget.STREAMS }),
    says: /has "message-ttl", which has no effect on "streams"/,
    inside: policy({ applyTo: RabbitMQPolicyTarget.STREAMS, definition: { maxAge: Duration.days(1) } }),
  },
  {
    id: 'policy-key-of-other-target', about: 'alternate exchange of queues',
    outside: (orders) => { policy({ definition: { alternateExchange: orders.addExchange('a') } })(orders); }, says: /has "alternate-exchange", which has no effect on "queues"/,
    inside: (orders) => { policy({ applyTo: RabbitMQPolicyTarget.EXCHANGES, definition: { alternateExchange: orders.addExchange('a') } })(orders); },
  },
  {
    id: 'policy-key-of-other-target', about: 'federation of streams',
    outside: policy({ applyTo: RabbitMQPolicyTarget.STREAMS, definition: { federationUpstream: 'eu' } }), says: /has "federation-upstream"/,
    inside: policy({ applyTo: RabbitMQPolicyTarget.QUORUM_QUEUES, definition: { federationUpstream: 'eu' } }),
  },
  {
    id: 'policy-key-removed', release: '4.0.5', insideRelease: '3.13.7',
    outside: policy({ definition: { additional: { 'ha-mode': RabbitMQArgument.text('all') } } }), says: /has "ha-mode": RabbitMQ 4.0 removed mirrored classic queues/,
    inside: policy({ definition: { additional: { 'ha-mode': RabbitMQArgument.text('all') } } }),
  },
  {
    id: 'policy-key-of-other-series', release: '3.13.7', insideRelease: '4.0.5',
    outside: policy({
      definition: { consumerTimeout: Duration.hours(1) },
    }), says: /has "consumer-timeout", which needs RabbitMQ 4.0, and the cluster runs 3.13.7/,
    inside: policy({ definition: { consumerTimeout: Duration.hours(1) } }),
  },
  {
    id: 'operator-policy-key',
    outside: operatorPolicy({ definition: { additional: { 'max-age': RabbitMQArgument.text('7D') } } }), says: /^definition of operator policy "p" .* has "max-age"/,
    inside: operatorPolicy({ definition: { maxLength: 5 } }),
  },
  { id: 'policies-of-one-priority', outside: (orders) => { two(orders, 0); }, says: /^policy "p" .* and "q" both match queue "billing" with priority 0/, inside: (orders) => { two(orders, 1); } },
  { id: 'policies-of-one-priority', about: 'apart', outside: (orders) => { two(orders, 0, 'g$|^x'); }, says: /"billing"/, inside: (orders) => { two(orders, 0, '^c'); } },
  {
    id: 'policies-of-one-priority',
    about: 'of exchanges',
    outside: (orders) => { both(orders, 0, '^a', '^ab'); orders.addExchange('abc'); },
    says: /both match exchange "abc" with priority 0/,
    inside: (orders) => { both(orders, 0, '^a', '^b'); orders.addExchange('abc'); },
  },
  { id: 'policies-of-one-priority', about: 'of nothing declared', outside: (orders) => { both(orders, 0, '^a', '.*'); }, says: /both match what matches "\^a"/, inside: (orders) => { both(orders, 1, '^a', '.*'); } },
  {
    id: 'policies-of-one-priority', about: 'with one pattern for different targets', outside: (orders) => { both(orders, 0, '^a', '^a'); }, says: /what matches "\^a"/,
    inside: (orders) => {
      orders.addPolicy('p', { pattern: '^a', applyTo: RabbitMQPolicyTarget.QUORUM_QUEUES, definition: TTL });
      orders.addPolicy('q', { pattern: '^a', applyTo: RabbitMQPolicyTarget.CLASSIC_QUEUES, definition: TTL });
      orders.addOperatorPolicy('p', { pattern: '^a', definition: TTL });
    },
  },
  {
    id: 'policies-of-one-priority', about: 'with flags', outside: (orders) => { orders.addQueue('Billing'); two(orders, 0, '(?i)^BILL'); }, says: /both match queue "billing"/,
    inside: (orders) => { two(orders, 0, '(?i)^ORDERS'); },
  },
  { id: 'policy-pattern-repeats-letter', outside: policy({ pattern: '^web*' }), says: /is "\^web\*", in which "\*" repeats/, inside: policy({ pattern: '^[a-z]*' }) },
  {
    id: 'policy-shadowed',
    outside: (orders) => {
      orders.addQueue('ab');
      orders.addPolicy('low', { pattern: '^a', definition: TTL });
      orders.addPolicy('high', { pattern: '.*', priority: 1, definition: { maxLength: 5 } });
    },
    says: /^policy "low" .* has priority 0, and policies with a higher one match all/,
    inside: (orders) => {
      orders.addQueue('ab');
      orders.addPolicy('low', { pattern: '.*', definition: TTL });
      orders.addPolicy('high', { pattern: '^a', priority: 1, definition: { maxLength: 5 } });
      orders.addQueue('b');
    },
  },
  {
    id: 'policy-key-without-effect',
    outside: (orders) => { orders.addQueue('a', { type: RabbitMQQueueType.STREAM }); policy({})(orders); }, says: /has "message-ttl", which queue "a" of type stream does not take/,
    inside: (orders) => {
      orders.addQueue('a', { type: RabbitMQQueueType.STREAM });
      orders.addQueue('ab');
      policy({})(orders);
    },
  },
  {
    id: 'policy-key-ignored', release: '3.12.14', insideRelease: '3.11.28',
    outside: policy({ definition: { additional: { 'queue-mode': RabbitMQArgument.text('lazy') } } }), says: /has "queue-mode", which RabbitMQ ignores from 3.12/,
    inside: policy({ definition: { additional: { 'queue-mode': RabbitMQArgument.text('lazy') } } }),
  },
  {
    id: 'policy-value-invalid', outside: policy({ definition: { additional: { 'max-length': RabbitMQArgument.text('5') } } }), says: /has "5" for "max-length": use a whole number from 0 up/,
    inside: policy({ definition: { additional: { 'max-length': RabbitMQArgument.number(5) } } }),
  },
  { id: 'policy-value-invalid', about: 'expiry', outside: policy({ definition: { expires: Duration.millis(0) } }), says: /has 0 for "expires": use a whole number from 1 up/, inside: policy({ definition: { expires: Duration.millis(1) } }) },
  {
    id: 'policy-dead-letters-unsafe', outside: policy({ definition: { deadLetterStrategy: RabbitMQDeadLetterStrategy.AT_LEAST_ONCE } }), says: /has deadLetterStrategy AT_LEAST_ONCE/,
    inside: policy({ definition: {
      deadLetterStrategy: RabbitMQDeadLetterStrategy.AT_LEAST_ONCE, overflow: RabbitMQOverflow.REJECT_PUBLISH,
    } }),
  },
  {
    id: 'policy-without-effect', about: 'on another type',
    outside: (orders) => { orders.addQueue('a'); policy({ applyTo: RabbitMQPolicyTarget.STREAMS, definition: { maxAge: Duration.days(1) } })(orders); }, says: /matches nothing that is declared/,
    inside: (orders) => {
      RabbitMQQueue.fromQueueName(orders, 'A', orders, 'a');
      orders.addQueue('b');
      policy({ applyTo: RabbitMQPolicyTarget.STREAMS, definition: { maxAge: Duration.days(1) } })(orders);
    },
  },
  {
    id: 'policy-without-effect', about: 'on exchanges that RabbitMQ has',
    outside: (orders) => { orders.addQueue('amq'); policy({ pattern: '^amq\\.topix$', applyTo: RabbitMQPolicyTarget.EXCHANGES, definition: { federationUpstreamSet: 'all' } })(orders); }, says: /matches nothing that is declared/,
    inside: (orders) => { orders.addQueue('amq'); policy({ pattern: '^amq\\.topic$', applyTo: RabbitMQPolicyTarget.EXCHANGES, definition: { federationUpstreamSet: 'all' } })(orders); },
  },
  {
    id: 'policy-below-argument', about: 'alternate exchange',
    outside: (orders) => { orders.addExchange('a', { alternateExchange: orders.addExchange('x') }); alternate(orders); }, says: /has "alternate-exchange", and exchange "a" sets it/,
    inside: (orders) => {
      orders.addExchange('a');
      orders.addExchange('x');
      alternate(orders);
    },
  },
  {
    id: 'policy-without-effect',
    outside: (orders) => { orders.addQueue('b'); policy({})(orders); }, says: /is "\^a", which matches nothing that is declared here/,
    inside: (orders) => { orders.addQueue('a'); policy({})(orders); },
  },
  {
    id: 'policy-below-argument',
    outside: (orders) => { orders.addQueue('a', { messageTtl: Duration.hours(2) }); policy({})(orders); }, says: /has "message-ttl", and queue "a" sets it as an argument/,
    inside: (orders) => { orders.addQueue('a', { maxLength: 5 }); policy({})(orders); },
  },
  {
    id: 'policy-key-unknown', outside: policy({ definition: { additional: { 'mesage-ttl': RabbitMQArgument.number(5) } } }),
    says: /^definition of policy "p" .* has "mesage-ttl", which RabbitMQ refuses: use "message-ttl"\.$/,
    inside: policy({ definition: { additional: { 'queue-version': RabbitMQArgument.number(2), 'a-plugin-key': RabbitMQArgument.flag(true) } } }),
  },
  {
    id: 'policy-key-unknown', about: 'as an argument', outside: policy({ definition: { additional: { 'x-max-length': RabbitMQArgument.number(5) } } }), says: /use "max-length"/,
    inside: policy({ definition: { additional: { toString: RabbitMQArgument.number(5) } } }),
  },
  {
    id: 'operator-policy-key', about: 'that objects of JavaScript have',
    outside: operatorPolicy({ definition: { additional: { toString: RabbitMQArgument.number(5) } } }), says: /has "toString", which operator policies do not take/,
    inside: operatorPolicy({}),
  },
  {
    id: 'policy-federation-keys', outside: policy({ definition: { federationUpstream: 'eu', federationUpstreamSet: 'all' } }),
    says: /^definition of policy "p" .* has "federation-upstream" and "federation-upstream-set": RabbitMQ takes one of them/,
    inside: policy({ definition: { federationUpstreamSet: 'all' } }),
  },
  {
    id: 'policies-of-one-priority', about: 'of narrower and wider prefixes', outside: (orders) => { both(orders, 0, '^tmp\\.', '^tmp\\.a'); },
    says: /both match names such as "tmp\.a" with priority 0/,
    inside: (orders) => { both(orders, 0, '^tmp\\.a', '^tmp\\.b'); },
  },
  {
    id: 'policies-of-one-priority', about: 'on an imported queue',
    outside: (orders) => {
      RabbitMQQueue.fromQueueName(orders, 'Imported', orders, 'billing');
      both(orders, 0, 'ing$', 'lin');
    },
    says: /both match queue "billing"/,
    inside: (orders) => {
      RabbitMQQueue.fromQueueName(orders, 'Imported', orders, 'billing');
      both(orders, 0, 'ing$', 'x');
    },
  },
  {
    id: 'policy-dead-letters-without-exchange',
    outside: policy({ definition: { deadLetterRoutingKey: 'dead' } }), says: /^definition of policy "p" .* neither it nor a queue that it matches has an exchange/,
    inside: (orders) => {
      orders.addQueue('a', { deadLetter: { exchange: orders.addExchange('dead') } });
      policy({ definition: { deadLetterRoutingKey: 'dead' } })(orders);
    },
  },
  {
    id: 'policy-dead-letters-unsafe', about: 'with the overflow of an operator policy',
    outside: (orders) => { safely(orders, RabbitMQOverflow.DROP_HEAD); }, says: /^definition of policy "p"/,
    inside: (orders) => { safely(orders, RabbitMQOverflow.REJECT_PUBLISH); },
  },
  {
    id: 'policy-without-effect', about: 'as RabbitMQ reads it', outside: (orders) => {
      orders.addQueue('a.b');
      policy({ pattern: '^a-b$' })(orders);
    }, says: /matches nothing that is declared here/,
    inside: (orders) => {
      orders.addQueue('a.b');
      policy({ pattern: '^\\Qa.b\\E$' })(orders);
    },
  },
  {
    id: 'policy-key-without-effect', about: 'lazy mode', release: '3.11.28', outside: lazy(RabbitMQQueueType.QUORUM), says: /has "queue-mode", which queue "a" of type quorum does not take/,
    inside: lazy(RabbitMQQueueType.CLASSIC),
  },
];
