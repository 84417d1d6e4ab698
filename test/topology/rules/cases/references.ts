import { Secret } from 'cdk8s-plus-28';
import { RabbitMQArgument, RabbitMQExchange, RabbitMQExchangeType, RabbitMQQueue, RabbitMQQueueType, RabbitMQUser, RabbitMQVirtualHost } from '../../../../lib';
import { Case, Situation } from '../check';

function permittedIn(vhost: string): Situation {
  return (orders) => { new RabbitMQUser(orders, 'App', { cluster: orders.cluster, permissions: [{ vhost, read: '.*' }] }); };
}

function withLimit(maxQueues: number): Situation {
  return (orders) => {
    const full = new RabbitMQVirtualHost(orders, 'Full', { cluster: orders.cluster, name: 'full', limits: { maxQueues } });
    full.addQueue('a');
    full.addQueue('b');
  };
}

/** Shovels between queues, by the places of these in the list. */
function shovels(
  orders: RabbitMQVirtualHost,
  names: readonly string[],
  moves: readonly (readonly [number, number])[],
): void {
  const queues = names.map(name => orders.addQueue(name));
  moves.forEach(([from, to], index) => { orders.addShovel(`s${index}`, { source: { queue: queues[from] }, destination: { queue: queues[to] } }); });
}

/** A shovel from a queue to an exchange that the queue is bound to. */
function throughExchange(orders: RabbitMQVirtualHost, routingKey: string): void {
  const [a, x] = [orders.addQueue('a'), orders.addExchange('x')];
  x.bind(a, { routingKey: 'k' });
  orders.addShovel('s', { source: { queue: a }, destination: { exchange: x, routingKey } });
}

function deadLettering(orders: RabbitMQVirtualHost, routingKey: string): void {
  const dead = orders.addExchange('dead');
  dead.bind(orders.addQueue('dead'), { routingKey: 'dead' });
  orders.addQueue('a', { deadLetter: { exchange: dead, routingKey } });
}

function topics(exchange: string): Situation {
  return (orders) => { new RabbitMQUser(orders, 'App', { cluster: orders.cluster, topicPermissions: [{ vhost: 'orders', exchange, write: '^a' }] }); };
}

function federated(federationUpstreamSet: string): Situation {
  return (orders) => { orders.addPolicy('p', { pattern: '^a', definition: { federationUpstreamSet } }); };
}

function withConnections(maxConnections: number): Situation {
  return (orders) => {
    const full = new RabbitMQVirtualHost(orders, 'Full', { cluster: orders.cluster, name: 'full', limits: { maxConnections } });
    full.grant(new RabbitMQUser(orders, 'App', { cluster: orders.cluster }), { read: '^a' });
  };
}

function bound(type: RabbitMQExchangeType, routingKey: string): Situation {
  return (orders) => { orders.addExchange('x', { type }).bind(orders.addQueue('a'), { routingKey }); };
}

/** An exchange for dead letters that leads to another exchange. */
function chain(orders: RabbitMQVirtualHost, hasQueue: boolean): void {
  const [dead, next] = ['dead', 'next'].map(name => orders.addExchange(name, { type: RabbitMQExchangeType.FANOUT }));
  dead.bindExchange(next);
  if (hasQueue) {
    next.bind(orders.addQueue('lost'));
  }
  orders.addQueue('a', { deadLetter: { exchange: dead } });
}

function toBuiltIn(orders: RabbitMQVirtualHost): RabbitMQExchange {
  const exchange = RabbitMQExchange.fromExchangeName(orders, 'Fanout', orders, 'amq.fanout');
  orders.addQueue('a', { deadLetter: { exchange } });
  return exchange;
}

function byDefaultExchange(routingKey: string): Situation {
  return (orders) => {
    orders.addQueue('dead');
    orders.addQueue('a', { deadLetter: { exchange: RabbitMQExchange.fromExchangeName(orders, 'Default', orders, ''), routingKey } })
      .grantConsume(new RabbitMQUser(orders, 'App', { cluster: orders.cluster }));
  };
}

function remote(uri: string): Situation {
  return (orders) => {
    orders.addParameter('shovel', 's', RabbitMQArgument.map({ 'src-uri': RabbitMQArgument.text(uri) }));
  };
}

function toDefaultExchange(orders: RabbitMQVirtualHost, routingKey: string): void {
  orders.addShovel('s', {
    source: { queue: orders.addQueue('a') },
    destination: { exchange: RabbitMQExchange.fromExchangeName(orders, 'Default', orders, ''), routingKey },
  });
}

function throughAlternate(orders: RabbitMQVirtualHost, name: string): void {
  const [a, b] = ['a', 'b'].map(queue => orders.addQueue(queue));
  const last = orders.addExchange('last', { type: RabbitMQExchangeType.FANOUT });
  last.bind(name === 'a' ? a : b);
  orders.addShovel('s', { source: { queue: a }, destination: { exchange: orders.addExchange('x', { alternateExchange: last }) } });
}

function thereAndBack(orders: RabbitMQVirtualHost, queueName: string): void {
  const [queue, uri] = [orders.addQueue('a'), { secret: Secret.fromSecretName(orders, 'Remote', 'remote') }];
  orders.addShovel('s', { source: { queue }, destination: { uri, queueName: 'b' } });
  orders.addShovel('t', { source: { uri, queueName }, destination: { queue } });
}

function withImported(orders: RabbitMQVirtualHost, maxQueues: number): void {
  const full = new RabbitMQVirtualHost(orders, 'Full', { cluster: orders.cluster, name: 'full', limits: { maxQueues } });
  full.addQueue('a');
  RabbitMQQueue.fromQueueName(full, 'Imported', full, 'b');
}

export const REFERENCE_CASES: readonly Case[] = [
  {
    id: 'dead-letters-lost',
    about: 'dead-letter exchange of a queue',
    outside: (orders) => { orders.addQueue('a', { deadLetter: { exchange: orders.addExchange('dead') } }); },
    says: /^exchange "dead" in virtual host "orders" gets dead-lettered or unroutable messages, and no queue is bound to it/,
    inside: (orders) => {
      const dead = orders.addExchange('dead');
      orders.addQueue('a', { deadLetter: { exchange: dead } });
      dead.bind(orders.addQueue('graveyard'));
    },
  },
  {
    id: 'dead-letters-lost',
    about: 'alternate exchange of a policy',
    outside: (orders) => { orders.addPolicy('p', { pattern: '^x', applyTo: 'exchanges' as never, definition: { alternateExchange: orders.addExchange('lost') } }); },
    says: /^exchange "lost"/,
    inside: (orders) => { orders.addExchange('unused'); },
  },
  {
    id: 'queue-unreached',
    about: 'binding',
    outside: (orders) => { orders.addQueue('a'); },
    says: /^queue "a" in virtual host "orders" has no binding, and no user may read it/,
    inside: (orders) => { orders.addExchange('x').bind(orders.addQueue('a')); },
  },
  {
    id: 'queue-unreached',
    about: 'grant',
    outside: (orders) => { orders.addQueue('a').grantDeclare(new RabbitMQUser(orders, 'App', { cluster: orders.cluster })); },
    says: /^queue "a"/,
    inside: (orders) => { orders.addQueue('a').grantConsume(new RabbitMQUser(orders, 'App', { cluster: orders.cluster })); },
  },
  {
    id: 'queue-unreached',
    about: 'pattern',
    outside: (orders) => {
      orders.addQueue('a');
      orders.grant(new RabbitMQUser(orders, 'App', { cluster: orders.cluster }), { read: '^b' });
    },
    says: /^queue "a"/,
    inside: (orders) => {
      orders.addQueue('a');
      orders.grant(new RabbitMQUser(orders, 'App', { cluster: orders.cluster }), { read: '^a' });
    },
  },
  { id: 'virtual-host-undeclared', outside: permittedIn('other'), says: /^user "app" has permissions in virtual host "other", which nothing declares/, inside: permittedIn('orders') },
  {
    id: 'virtual-host-undeclared',
    about: 'imported',
    outside: permittedIn('other'),
    says: /"other"/,
    inside: (orders) => {
      RabbitMQVirtualHost.fromVirtualHostName(orders, 'Other', orders.cluster, 'other');
      permittedIn('other')(orders);
    },
  },
  { id: 'virtual-host-undeclared', about: 'first', outside: permittedIn('//'), says: /"\/\/"/, inside: permittedIn('/') },
  {
    id: 'virtual-host-of-plugin-undeclared', mqtt: 'other', outside: () => undefined,
    says: /^configuration\.raw "mqtt\.vhost" is "other", a virtual host that nothing declares/, inside: (orders) => { new RabbitMQVirtualHost(orders, 'Other', { cluster: orders.cluster, name: 'other' }); },
  },
  {
    id: 'virtual-host-of-plugin-undeclared', about: 'imported', mqtt: '\'other\'', outside: () => undefined,
    says: /"mqtt\.vhost" is "other"/, inside: (orders) => { RabbitMQVirtualHost.fromVirtualHostName(orders, 'Other', orders.cluster, 'other'); },
  },
  { id: 'virtual-host-full', outside: withLimit(1), says: /^limits.maxQueues of virtual host "full" is 1, and 2 queues are declared in it/, inside: withLimit(2) },
  {
    id: 'default-queue-type-of-series',
    release: '3.10.8',
    insideRelease: '3.11.28',
    outside: (orders) => { new RabbitMQVirtualHost(orders, 'Other', { cluster: orders.cluster, name: 'other', defaultQueueType: RabbitMQQueueType.QUORUM }); },
    says: /^defaultQueueType of virtual host "other" needs RabbitMQ 3.11, and the cluster runs 3.10.8/,
    inside: (orders) => { new RabbitMQVirtualHost(orders, 'Other', { cluster: orders.cluster, name: 'other', defaultQueueType: RabbitMQQueueType.QUORUM }); },
  },
  {
    id: 'shovel-loop',
    about: 'of one',
    outside: (orders) => {
      const a = orders.addQueue('a');
      orders.addShovel('s', { source: { queue: a }, destination: { queue: a } });
    },
    says: /^shovel "s" in virtual host "orders" is part of a loop/,
    inside: (orders) => { orders.addShovel('s', { source: { queue: orders.addQueue('a') }, destination: { queue: orders.addQueue('b') } }); },
  },
  {
    id: 'shovel-loop',
    about: 'to another cluster',
    outside: (orders) => {
      const a = orders.addQueue('a');
      orders.addShovel('s', { source: { queue: a }, destination: { queue: a } });
    },
    says: /part of a loop/,
    inside: (orders) => {
      const secret = Secret.fromSecretName(orders, 'Uri', 'uri');
      orders.addShovel('s', { source: { queue: orders.addQueue('a') }, destination: { queueName: 'a', uri: { secret } } });
    },
  },
  {
    id: 'shovel-loop', about: 'of three',
    outside: (orders) => { shovels(orders, ['a', 'b', 'c'], [[0, 1], [1, 2], [2, 0]]); },
    says: /part of a loop/,
    inside: (orders) => { shovels(orders, ['a', 'b', 'c', 'd'], [[0, 1], [1, 2], [2, 3], [0, 3]]); },
  },
  {
    id: 'shovel-loop', about: 'by an exchange',
    outside: (orders) => { throughExchange(orders, 'k'); },
    says: /part of a loop/,
    inside: (orders) => { throughExchange(orders, 'other'); },
  },
  {
    id: 'dead-letters-unrouted',
    outside: (orders) => { deadLettering(orders, 'failed'); },
    says: /^deadLetter.routingKey of queue "a" .* is "failed", which no binding/,
    inside: (orders) => { deadLettering(orders, 'dead'); },
  },
  {
    id: 'exchange-undeclared', about: 'dead-letter exchange',
    outside: (orders) => { orders.addQueue('a', { arguments: { 'x-dead-letter-exchange': RabbitMQArgument.text('dead') } }); },
    says: /^dead-letter exchange of queue "a" in virtual host "orders" is "dead", which nothing declares/,
    inside: (orders) => {
      orders.addQueue('a', { arguments: { 'x-dead-letter-exchange': RabbitMQArgument.text('dead') } });
      orders.addQueue('b', { arguments: { 'x-dead-letter-exchange': RabbitMQArgument.text('') } });
      RabbitMQExchange.fromExchangeName(orders, 'Dead', orders, 'dead');
    },
  },
  {
    id: 'exchange-undeclared', about: 'of a topic permission',
    outside: topics('events'), says: /^topic permission of user "app" in virtual host "orders" is "events"/, inside: topics('amq.topic'),
  },
  {
    id: 'federation-upstream-undeclared',
    outside: federated('set'), says: /^definition of policy "p" .* has federation-upstream-set "set", which nothing declares/, inside: federated('all'),
  },
  { id: 'virtual-host-connections', outside: withConnections(0), says: /^limits.maxConnections of virtual host "full" is 0, and 1 users have permissions in it/, inside: withConnections(1) },
  {
    id: 'binding-key-wildcard', about: 'of a direct exchange',
    outside: bound(RabbitMQExchangeType.DIRECT, 'order.*'), says: /is "order\.\*": "\*" and "#" match words/, inside: bound(RabbitMQExchangeType.TOPIC, 'order.*.#'),
  },
  { id: 'binding-key-wildcard', about: 'in a word', outside: bound(RabbitMQExchangeType.TOPIC, 'order*'), says: /is "order\*"/, inside: bound(RabbitMQExchangeType.DIRECT, 'order*') },
  {
    id: 'exchange-delayed-type',
    outside: (orders) => { orders.addExchange('x', { type: RabbitMQExchangeType.DELAYED_MESSAGE }); },
    says: /^exchange "x" in virtual host "orders" is of type DELAYED_MESSAGE without/,
    inside: (orders) => { orders.addExchange('x', { type: RabbitMQExchangeType.DELAYED_MESSAGE, arguments: { 'x-delayed-type': RabbitMQArgument.text('topic') } }); },
  },
  {
    id: 'dead-letters-lost', about: 'alternate exchange among other arguments',
    outside: (orders) => { orders.addExchange('lost'); orders.addExchange('x', { arguments: { 'alternate-exchange': RabbitMQArgument.text('lost') } }); },
    says: /^exchange "lost"/,
    inside: (orders) => { orders.addExchange('lost').bind(orders.addQueue('a')); orders.addExchange('x', { arguments: { 'alternate-exchange': RabbitMQArgument.text('lost') } }); },
  },
  {
    id: 'virtual-host-undeclared', about: 'of a topic permission',
    outside: (orders) => { new RabbitMQUser(orders, 'App', { cluster: orders.cluster, topicPermissions: [{ vhost: 'other', exchange: 'amq.topic' }] }); }, says: /"other"/, inside: topics('amq.topic'),
  },
  {
    id: 'binding-arguments-ignored',
    outside: (orders) => { orders.addExchange('x', { type: RabbitMQExchangeType.TOPIC }).bind(orders.addQueue('a'), { headers: { format: RabbitMQArgument.text('pdf') } }); },
    says: /^headers of the binding of exchange "x" to "a" have no effect/,
    inside: (orders) => { orders.addExchange('x', { type: RabbitMQExchangeType.HEADERS }).bind(orders.addQueue('a'), { headers: { format: RabbitMQArgument.text('pdf') } }); },
  },
  {
    id: 'exchange-type-of-series',
    release: '3.13.7',
    insideRelease: '4.0.5',
    outside: (orders) => { orders.addExchange('x', { type: RabbitMQExchangeType.LOCAL_RANDOM }); },
    says: /^type of exchange "x" is "x-local-random", which needs RabbitMQ 4.0, and the cluster runs 3.13.7/,
    inside: (orders) => { orders.addExchange('x', { type: RabbitMQExchangeType.LOCAL_RANDOM }); },
  },
  {
    id: 'dead-letters-lost', about: 'exchange without a queue behind it', outside: (orders) => { chain(orders, false); }, says: /^exchange "dead" in virtual host "orders" .* no queue is bound to it/,
    inside: (orders) => { chain(orders, true); },
  },
  {
    id: 'dead-letters-lost', about: 'exchange that RabbitMQ has', outside: (orders) => { toBuiltIn(orders); }, says: /^exchange "amq\.fanout"/,
    inside: (orders) => { toBuiltIn(orders).bind(orders.addQueue('lost')); },
  },
  {
    id: 'dead-letters-lost', about: 'exchange with an alternate one',
    outside: (orders) => { orders.addQueue('a', { deadLetter: { exchange: orders.addExchange('dead', { alternateExchange: RabbitMQExchange.fromExchangeName(orders, 'Dead', orders, 'dead') }) } }); },
    says: /^exchange "dead"/,
    inside: (orders) => {
      const last = orders.addExchange('last', { type: RabbitMQExchangeType.FANOUT });
      last.bind(orders.addQueue('lost'));
      orders.addQueue('a', { deadLetter: { exchange: orders.addExchange('dead', { alternateExchange: last }) } });
    },
  },
  { id: 'dead-letter-queue-undeclared', outside: byDefaultExchange('gone'), says: /^dead-letter routing key of queue "a" .* is "gone", and the default exchange/, inside: byDefaultExchange('dead') },
  {
    id: 'queue-unreached', about: 'with dead letters', outside: byDefaultExchange('gone'), says: /^queue "dead"/,
    inside: byDefaultExchange('dead'),
  },
  {
    id: 'exchange-alternate-invalid', outside: (orders) => { orders.addExchange('x', { arguments: { 'alternate-exchange': RabbitMQArgument.number(3) } }); },
    says: /^"alternate-exchange" in arguments of exchange "x" .* is 3: use the name of an exchange/,
    inside: (orders) => { orders.addExchange('x', { arguments: { 'alternate-exchange': RabbitMQArgument.text('amq.fanout') } }); },
  },
  {
    id: 'parameter-with-password', outside: remote('amqp://user:hunter2@host'), says: /^value of shovel "s" in virtual host "orders" has a URI with a password/,
    inside: remote('amqp://host:5672/%2F'),
  },
  {
    id: 'shovel-loop', about: 'by the default exchange', outside: (orders) => { toDefaultExchange(orders, 'a'); }, says: /^shovel "s"/, inside: (orders) => { toDefaultExchange(orders, 'b'); },
  },
  {
    id: 'shovel-loop', about: 'by an alternate exchange', outside: (orders) => { throughAlternate(orders, 'a'); }, says: /^shovel "s"/, inside: (orders) => { throughAlternate(orders, 'b'); },
  },
  {
    id: 'shovel-loop', about: 'by another cluster', outside: (orders) => { thereAndBack(orders, 'b'); }, says: /^shovel "s"/, inside: (orders) => { thereAndBack(orders, 'c'); },
  },
  {
    id: 'virtual-host-full', about: 'with imported queues', outside: (orders) => { withImported(orders, 1); }, says: /is 1, and 2 queues/, inside: (orders) => { withImported(orders, 2); },
  },
];
