import { compare } from '../../src/topology/compare';
import type { TopologyObject } from '../../src/topology/objects';

const queue = (name: string, args: TopologyObject['body'] = {}): TopologyObject => (
  { kind: 'queue', vhost: 'orders', name, body: { durable: true, auto_delete: false, arguments: { 'x-queue-type': 'quorum', ...args } } });
const permission = (read: string): TopologyObject => ({ kind: 'permission', vhost: 'orders', user: 'app', body: { configure: '^$', write: '^$', read } });
const upstream = (uri: TopologyObject['body'][string], hops: number): TopologyObject => (
  { kind: 'parameter', vhost: 'orders', component: 'federation-upstream', name: 'eu', body: { value: { uri, 'max-hops': hops } } });
const titles = (declared: TopologyObject[], actual: TopologyObject[], administrator?: string): string[] => compare(declared, actual, { administrator }).map(({ drift, title }) => `${drift} ${title}`);

describe('comparing a topology', () => {
  test('tells missing, changed and undeclared objects, with both values of what changed', () => {
    expect(compare([queue('a'), queue('b', { 'x-max-length': 5 })], [queue('b', { 'x-message-ttl': 7 }), queue('c')])).toEqual([
      { drift: 'missing', kind: 'queue', vhost: 'orders', title: 'queue "a" in "orders"', differences: [] },
      {
        drift: 'changed', kind: 'queue', vhost: 'orders', title: 'queue "b" in "orders"', differences: [
          { property: 'arguments.x-max-length', declared: 5 }, { property: 'arguments.x-message-ttl', actual: 7 },
        ],
      },
      { drift: 'undeclared', kind: 'queue', vhost: 'orders', title: 'queue "c" in "orders"', differences: [] },
    ]);
  });

  test('takes an empty pattern for one that matches nothing, and no other', () => {
    expect(titles([permission('^$')], [permission('')])).toEqual([]);
    expect(titles([permission('^$')], [permission('.*')])).toEqual(['changed permission of "app" in "orders"']);
  });

  test('does not compare what is in Secrets, and shows no password', () => {
    expect(titles([upstream({ fromSecret: 'eu', key: 'uri' }, 1)], [upstream('amqp://u:password@eu', 1)])).toEqual([]);
    const shown = JSON.stringify(compare([upstream('amqp://u:old-password@eu', 1)], [upstream(['amqp://u:password@eu'], 2)]));
    expect(shown).toContain('amqp://***@eu');
    expect(shown).not.toContain('password');
  });

  test('leaves out what RabbitMQ, the platform and the administrator have', () => {
    const vhost = (name: string): TopologyObject => ({ kind: 'vhost', name, body: {} });
    const user = (name: string): TopologyObject => ({ kind: 'user', name, body: { tags: [] } });
    const binding = (destination: string): TopologyObject => (
      { kind: 'binding', vhost: 'orders', source: 'amq.topic', destination, destination_type: 'queue', body: { routing_key: '', arguments: {} } });
    const actual = [vhost('/'), vhost('new'), queue('amq.gen-1'), queue('rabbitmq-k8s.health'), user('admin'), user('app'), { ...permission('.*'), user: 'admin' }, binding('exclusive'), queue('kept'), binding('kept')];
    expect(titles([], actual, 'admin')).toEqual(['undeclared vhost "new"', 'undeclared queue "kept" in "orders"', 'undeclared binding of "amq.topic" to "kept" by "" in "orders"', 'undeclared user "app"']);
  });

  test('compares of a virtual host only what is declared, and tags in any order', () => {
    expect(titles([{ kind: 'vhost', name: 'a', body: { tags: ['x', 'y'] } }], [{ kind: 'vhost', name: 'a', body: { tags: ['y', 'x'], description: 'd' } }])).toEqual([]);
    expect(titles([{ kind: 'vhost', name: 'a', body: { description: 'e' } }], [{ kind: 'vhost', name: 'a', body: { description: 'd' } }])).toEqual(['changed vhost "a"']);
  });
});
