import { RabbitMQUser } from '../../../../lib';
import { Case, Situation } from '../check';

function reading(read: string): Situation {
  return (orders) => { orders.grant(new RabbitMQUser(orders, 'App', { cluster: orders.cluster }), { read }); };
}

export const PERMISSION_CASES: readonly Case[] = [
  {
    id: 'permission-glob',
    outside: reading('web*'),
    says: /^permissions.read of user "app" in virtual host "orders" is "web\*", a glob: .* Use "\^web\.\*"\.$/,
    inside: reading('^web.*'),
  },
  { id: 'permission-unanchored', outside: reading('web\\.'), says: /is "web\\\.", which matches anywhere in a name/, inside: reading('^web\\.') },
  {
    id: 'permission-glob',
    about: 'of topics',
    outside: (orders) => { new RabbitMQUser(orders, 'App', { cluster: orders.cluster, topicPermissions: [{ vhost: 'orders', exchange: 'amq.topic', write: 'order*' }] }); },
    says: /^topicPermissions.write of user "app" .* is "order\*", a glob/,
    inside: (orders) => { new RabbitMQUser(orders, 'App', { cluster: orders.cluster, topicPermissions: [{ vhost: 'orders', exchange: 'amq.topic', write: '^order\\.' }] }); },
  },
  { id: 'permission-repeats-letter', outside: reading('^web*'), says: /is "\^web\*", in which "\*" repeats the character before it/, inside: reading('^web.*') },
  { id: 'permission-unanchored', about: 'all', outside: reading('web|shop'), says: /is "web\|shop"/, inside: reading('.*') },
];
