import { Chart } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import { RabbitMQUser, type RabbitMQUserProps, RabbitMQVirtualHost } from '../../../../lib';
import { Case, Situation } from '../check';

function reading(read: string): Situation {
  return (orders) => { orders.grant(new RabbitMQUser(orders, 'App', { cluster: orders.cluster }), { read }); };
}

function declaredIn(namespace: string, props: (apps: Chart) => Omit<RabbitMQUserProps, 'cluster'> = () => ({})): Situation {
  return (orders) => {
    const apps = new Chart(Chart.of(orders), 'Apps', { namespace });
    new RabbitMQUser(apps, 'Web', { cluster: orders.cluster, ...props(apps) });
  };
}

function topics(exchange: string, write: string): Situation {
  return (orders) => { new RabbitMQUser(orders, 'App', { cluster: orders.cluster, topicPermissions: [{ vhost: 'orders', exchange, write }] }); };
}

function withSecrets(orders: RabbitMQVirtualHost, ...names: readonly string[]): void {
  names.forEach((name, index) => {
    const secret = Secret.fromSecretName(orders, `Secret${index}`, name);
    new RabbitMQUser(orders, `User${index}`, { cluster: orders.cluster, secret });
  });
}

export const PERMISSION_CASES: readonly Case[] = [
  {
    id: 'user-in-other-namespace',
    outside: declaredIn('apps'),
    says: /^user "web" is declared in namespace "apps", but its Secret "mq-user-web" is in "shop", .*: pods of "apps" cannot read it\. Declare the user in a chart of "shop"/,
    inside: declaredIn('shop'),
  },
  {
    id: 'user-in-other-namespace', about: 'by its Secret',
    outside: declaredIn('apps', apps => ({ secret: Secret.fromSecretName(apps, 'Secret', 'web') })),
    says: /its Secret "web" is in "shop"/,
    inside: declaredIn('apps', apps => ({ passwordHash: { secret: Secret.fromSecretName(apps, 'Secret', 'hash') } })),
  },
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
  {
    id: 'user-secret-shared', outside: (orders) => { withSecrets(orders, 'one', 'one'); }, says: /^Secret "one" is the secret of more than one RabbitMQUser/,
    inside: (orders) => { withSecrets(orders, 'one', 'two'); },
  },
  {
    id: 'topic-permission-ignored', outside: topics('amq.direct', '^a'), says: /has exchange "amq\.direct", which is of type direct/, inside: topics('amq.topic', '^a'),
  },
  {
    id: 'topic-permission-binding-key', outside: topics('amq.topic', 'order.*.#'), says: /is "order\.\*\.#", in which "#" .* Use "\^order\\\.\[\^\.\]\+\\\.\.\*\$"/, inside: topics('amq.topic', '^order\\.'),
  },
];
