import { Duration } from 'cdk8s';
import { RabbitMQArgument, RabbitMQOperatorPolicyOptions, RabbitMQPolicyOptions, RabbitMQPolicyTarget, RabbitMQVirtualHost } from '../../../../lib';
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

export const POLICY_CASES: readonly Case[] = [
  { id: 'policy-pattern-invalid', outside: policy({ pattern: '^a(' }), says: /^pattern of policy "p" in virtual host "orders" is "\^a\("/, inside: policy({ pattern: '^a(b)' }) },
  { id: 'policy-pattern-glob', outside: policy({ pattern: 'web*' }), says: /is "web\*", a glob: .* Use "\^web\.\*"\.$/, inside: policy({ pattern: '^web.*' }) },
  { id: 'policy-pattern-glob', about: 'star', outside: policy({ pattern: '*' }), says: /is "\*", a glob/, inside: policy({ pattern: '.*' }) },
  { id: 'policy-pattern-unanchored', outside: policy({ pattern: 'tmp' }), says: /is "tmp", which matches anywhere/, inside: policy({ pattern: '^tmp' }) },
  {
    id: 'policy-target-of-series', release: '3.11.28', insideRelease: '3.12.14',
    outside: policy({ applyTo: RabbitMQPolicyTarget.QUORUM_QUEUES }), says: /^applyTo of policy "p" .* is "quorum_queues", which needs RabbitMQ 3.12/,
    inside: policy({ applyTo: RabbitMQPolicyTarget.QUORUM_QUEUES }),
  },
  {
    id: 'policy-key-of-other-target', about: 'TTL of streams',
    outside: policy({ applyTo: RabbitMQPolicyTarget.STREAMS }), says: /has "message-ttl", which has no effect on "streams"/,
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
    outside: policy({ definition: { consumerTimeout: Duration.hours(1) } }), says: /has "consumer-timeout", which needs RabbitMQ 4.0, and the cluster runs 3.13.7/,
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
    id: 'policy-without-effect',
    outside: (orders) => { orders.addQueue('b'); policy({})(orders); }, says: /is "\^a", which matches nothing that is declared here/,
    inside: (orders) => { orders.addQueue('a'); policy({})(orders); },
  },
  {
    id: 'policy-below-argument',
    outside: (orders) => { orders.addQueue('a', { messageTtl: Duration.hours(2) }); policy({})(orders); }, says: /has "message-ttl", and queue "a" sets it as an argument/,
    inside: (orders) => { orders.addQueue('a', { maxLength: 5 }); policy({})(orders); },
  },
];
