import { RabbitMQArgument, RabbitMQQueue, RabbitMQUser, RabbitMQVirtualHost } from '../../../../lib';
import { Case } from '../check';

export const NAME_CASES: readonly Case[] = [
  {
    id: 'declared-twice',
    about: 'queue by the same method',
    outside: (orders) => { ['a', 'a', 'a'].forEach((name) => { orders.addQueue(name); }); },
    says: /^queue "a" in virtual host "orders" is declared more than once/,
    inside: (orders) => { ['a', 'b'].forEach((name) => { orders.addQueue(name); }); },
  },
  {
    id: 'name-spaces',
    outside: (orders) => { orders.addQueue('a '); },
    says: /^queue "a " in virtual host "orders" has a name that starts or ends with white space/,
    inside: (orders) => { orders.addQueue('a b'); },
  },
  {
    id: 'declared-twice',
    about: 'queue',
    outside: (orders) => {
      orders.addQueue('a');
      new RabbitMQQueue(orders, 'Again', { virtualHost: orders, name: 'a' });
    },
    says: /^queue "a" in virtual host "orders" is declared more than once/,
    inside: (orders) => {
      orders.addQueue('a');
      orders.addExchange('a');
      new RabbitMQVirtualHost(orders, 'Other', { cluster: orders.cluster, name: 'other' }).addQueue('a');
    },
  },
  {
    id: 'declared-twice',
    about: 'user',
    outside: (orders) => {
      new RabbitMQUser(orders, 'A', { cluster: orders.cluster, name: 'a', secretName: 'one' });
      new RabbitMQUser(orders, 'B', { cluster: orders.cluster, name: 'a', secretName: 'two' });
    },
    says: /^user "a" is declared more than once/,
    inside: (orders) => {
      new RabbitMQUser(orders, 'A', { cluster: orders.cluster });
      new RabbitMQUser(orders, 'B', { cluster: orders.cluster });
    },
  },
  {
    id: 'declared-twice',
    about: 'shovel',
    outside: (orders) => {
      const [a, b] = [orders.addQueue('a'), orders.addQueue('b')];
      orders.addShovel('s', { source: { queue: a }, destination: { queue: b } });
      orders.addShovel('s', { source: { queue: b }, destination: { queue: orders.addQueue('c') } });
    },
    says: /^shovel "s" in virtual host "orders" is declared more than once/,
    inside: (orders) => { ['s', 't'].forEach((name) => { orders.addParameter('some-plugin', name, RabbitMQArgument.flag(true)); }); },
  },
  {
    id: 'names-differ-in-case',
    about: 'imported',
    outside: (orders) => {
      orders.addQueue('billing');
      RabbitMQQueue.fromQueueName(orders, 'Q', orders, 'BILLING');
    },
    says: /^queue "billing" .* and another queue differ/,
    inside: (orders) => {
      orders.addQueue('billing');
      RabbitMQQueue.fromQueueName(orders, 'Q', orders, 'billing');
    },
  },
  {
    id: 'names-differ-in-case',
    outside: (orders) => {
      orders.addQueue('billing');
      orders.addQueue('Billing');
    },
    says: /^queue "billing" in virtual host "orders" and another queue differ in upper and lower case only/,
    inside: (orders) => {
      orders.addQueue('billing');
      orders.addExchange('Billing');
    },
  },
];
