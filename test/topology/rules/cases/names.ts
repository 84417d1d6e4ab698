import { RabbitMQArgument, RabbitMQBackup, RabbitMQBackupDestination, RabbitMQMonitoring, RabbitMQQueue, RabbitMQTopology, RabbitMQUser, RabbitMQVirtualHost } from '../../../../lib';
import { Case, Situation } from '../check';

/** Declares users beside a part of the platform, which creates one for itself. */
function beside(add: Situation, ...names: readonly string[]): Situation {
  return (orders) => {
    names.forEach((name) => { new RabbitMQUser(orders, name, { cluster: orders.cluster, name }); });
    add(orders);
  };
}

const backup: Situation = (orders) => {
  new RabbitMQBackup(orders, 'Backup', { cluster: orders.cluster, destination: RabbitMQBackupDestination.volume() });
};
const monitoring: Situation = (orders) => { new RabbitMQMonitoring(orders, 'Monitoring', { cluster: orders.cluster }); };

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
  {
    id: 'user-of-platform',
    about: 'backup',
    outside: beside(backup, 'backup', 'monitoring'),
    says: /^user "backup" has the name of a platform user, which monitoring and backups create for themselves: choose another name\.$/,
    inside: beside(backup, 'backups', 'monitoring', 'topology-reader'),
  },
  {
    id: 'user-of-platform',
    about: 'monitoring',
    outside: beside(monitoring, 'monitoring', 'backup'),
    says: /^user "monitoring" has the name of a platform user/,
    inside: beside(monitoring, 'Backup', 'backup'),
  },
  {
    id: 'user-of-platform',
    about: 'topology-reader',
    outside: beside(monitoring, 'topology-reader'),
    says: /^user "topology-reader" has the name of a platform user/,
    inside: beside(backup, 'topology-reader'),
  },
  {
    id: 'declared-twice', about: 'global parameter',
    outside: ({ cluster }) => { ['a', 'a'].forEach((name) => { RabbitMQTopology.of(cluster).addGlobalParameter(name, RabbitMQArgument.text('x')); }); },
    says: /^global parameter "a" is declared more than once/,
    inside: ({ cluster }) => { ['a', 'b'].forEach((name) => { RabbitMQTopology.of(cluster).addGlobalParameter(name, RabbitMQArgument.text('x')); }); },
  },
];
