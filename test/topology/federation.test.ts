import { NetworkPolicyIpBlock, Secret } from 'cdk8s-plus-28';
import { RabbitMQArgument, RabbitMQCluster, RabbitMQVirtualHost } from '../../lib';
import { find, newChart } from '../support/synth';
import { declare, declared, declaredIn, jobOf } from './declared';

describe('federation and shovels', () => {
  const manifests = declare(({ orders }) => {
    const secret = Secret.fromSecretName(orders, 'Secret', 'upstream');
    orders.addFederationUpstream('eu', { uri: { secret, key: 'address' }, maxHops: 2, egress: { peer: NetworkPolicyIpBlock.ipv4(orders, 'Eu', '10.1.0.0/16'), ports: [5671] } });
    orders.addShovel('move', { source: { queue: orders.addQueue('old') }, destination: { queueName: 'new', uri: { secret } } });
  });

  test('have their URIs in Secrets, which are mounted as optional', () => {
    expect(declaredIn(manifests).filter(({ kind }) => kind === 'parameter').map(({ component, body }) => [component, body.value])).toEqual([
      ['federation-upstream', { uri: { fromSecret: 'upstream', key: 'address' }, 'max-hops': 2 }],
      ['shovel', { 'src-protocol': 'amqp091', 'src-uri': 'amqp:///orders', 'src-queue': 'old', 'dest-protocol': 'amqp091', 'dest-uri': { fromSecret: 'upstream', key: 'uri' }, 'dest-queue': 'new' }],
    ]);
    expect(jobOf(manifests).spec.template.spec.volumes).toContainEqual({
      name: 'secrets',
      projected: { sources: [{ secret: { name: 'upstream', optional: true, items: [{ key: 'address', path: 'upstream/address' }, { key: 'uri', path: 'upstream/uri' }] } }] },
    });
  });

  test('enable their plugins and open the brokers\' NetworkPolicy', () => {
    expect(find(manifests, 'ConfigMap', 'orders-config').data.enabled_plugins).toMatch(/rabbitmq_federation,.*rabbitmq_shovel/s);
    expect(find(manifests, 'NetworkPolicy', 'orders').spec.egress).toContainEqual({ to: [{ ipBlock: { cidr: '10.1.0.0/16' } }], ports: [{ port: 5671, protocol: 'TCP' }] });
  });

  test.each<[string, object]>([['neither a queue nor an exchange', {}], ['both a queue and an exchange', { queueName: 'a', exchangeName: 'b' }]])('need an end other than %s', (what, end) => {
    expect(() => declare(({ orders }) => { orders.addShovel('s', { source: { queue: orders.addQueue('a') }, destination: end }); })).toThrow(`destination of shovel "s" in virtual host "orders" has ${what}: name one of them.`);
  });

  test('take upstreams of one virtual host as a set', () => {
    const uri = { secret: Secret.fromSecretName(newChart(), 'Secret', 'upstream') };
    const add = (name: string, upstreams: number, other = false): any => declared(({ chart, cluster, orders }) => {
      const vhost = other ? new RabbitMQVirtualHost(chart, 'Other', { cluster, name: 'other' }) : orders;
      orders.addFederationUpstreamSet(name, Array.from({ length: upstreams }, (_, index) => vhost.addFederationUpstream(`u${index}`, { uri })));
    }).at(-1);
    expect(add('both', 2)).toEqual({ kind: 'parameter', vhost: 'orders', component: 'federation-upstream-set', name: 'both', body: { value: [{ upstream: 'u0' }, { upstream: 'u1' }] } });
    expect(() => add('all', 1)).toThrow('RabbitMQ has this set of all upstreams already');
    expect(() => add('none', 0)).toThrow('federation upstream set "none" has no upstreams');
    expect(() => add('other', 1, true)).toThrow('upstream is in virtual host "other"');
  });

  test('take keys without an option', () => {
    const secret = Secret.fromSecretName(newChart(), 'Secret', 'upstream');
    const additional = { more: RabbitMQArgument.flag(true) };
    expect(declared(({ orders }) => {
      orders.addFederationUpstream('eu', { uri: { secret }, additional });
      orders.addShovel('s', { source: { queue: orders.addQueue('a') }, destination: { queue: orders.addQueue('b') }, additional });
    }).filter(({ kind }) => kind === 'parameter').map(({ body }) => body.value.more)).toEqual([true, true]);
  });

  test('do not set by a further key what an option sets', () => {
    const uri = { secret: Secret.fromSecretName(newChart(), 'Secret', 'upstream') };
    const text = RabbitMQArgument.text('amqp://user:password@host');
    expect(() => declared(({ orders }) => { orders.addFederationUpstream('eu', { uri, additional: { uri: text } }); })).toThrow('additional of federation upstream "eu" has "uri", which an option sets too');
    expect(() => declared(({ orders }) => {
      orders.addShovel('s', { source: { queue: orders.addQueue('a') }, destination: { queue: orders.addQueue('b') }, additional: { 'dest-uri': text } });
    })).toThrow('additional of shovel "s" has "dest-uri", which an option sets too');
    expect(() => declared(({ orders }) => {
      orders.addPolicy('p', { pattern: '^a', definition: { maxLength: 5, additional: { 'max-length': RabbitMQArgument.number(6) } } });
    })).toThrow('additional of the definition has "max-length", which an option sets too');
  });

  test('have ends of their own cluster, or a URI', () => {
    const move = (options: object): void => {
      declare(({ chart, orders }) => {
        const other = new RabbitMQVirtualHost(chart, 'Far', { cluster: new RabbitMQCluster(chart, 'Other', { name: 'other' }), name: 'orders' });
        orders.addShovel('s', { source: { queue: orders.addQueue('a') }, destination: { queue: other.addQueue('b'), ...options } });
      });
    };
    expect(() => { move({}); }).toThrow('destination of shovel "s" in virtual host "orders" is "b" of cluster "other", not of "orders": set its uri');
    expect(() => { move({ uri: { secret: Secret.fromSecretName(newChart(), 'Secret', 'upstream') } }); }).not.toThrow();
  });

  test('take a routing key for exchanges only', () => {
    const move = (destination: (orders: RabbitMQVirtualHost) => object): void => {
      declare(({ orders }) => { orders.addShovel('s', { source: { queue: orders.addQueue('a') }, destination: { ...destination(orders), routingKey: 'k' } }); });
    };
    expect(() => { move(orders => ({ queue: orders.addQueue('b') })); }).toThrow('destination of shovel "s" in virtual host "orders" has routingKey "k" and a queue');
    expect(() => { move(orders => ({ exchange: orders.addExchange('b') })); }).not.toThrow();
  });

  test('need a URI for a name in another cluster', () => {
    expect(() => declare(({ orders }) => { orders.addShovel('s', { source: { queueName: 'a' }, destination: { queueName: 'b' } }); })).toThrow('source of shovel "s" in virtual host "orders" names "a" without a URI');
  });
});
