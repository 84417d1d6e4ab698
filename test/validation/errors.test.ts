import { RabbitMQAutoscaler, RabbitMQCluster, RabbitMQIngress, RabbitMQUser, RabbitMQVirtualHost } from '../../lib';
import { collect, once, withPath } from '../../lib/validation/errors';
import { newChart, newCluster } from '../support/synth';

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}

const fail = (message: string) => (): never => { throw new Error(message); };

describe('collect', () => {
  test('returns the results by name', () => {
    expect(collect({ a: () => 1, b: () => 'two' })).toEqual({ a: 1, b: 'two' });
  });

  test('throws all errors together, each once', () => {
    expect(messageOf(() => collect({ a: fail('a is wrong'), b: () => 1, c: fail('c is wrong'), d: fail('a is wrong') }))).toBe('a is wrong\nc is wrong');
  });

  test('leaves out type errors beside errors of values', () => {
    const broken = (): never => { throw new TypeError('undefined has no x'); };
    expect(messageOf(() => collect({ a: fail('a is wrong'), b: broken }))).toBe('a is wrong');
    expect(messageOf(() => collect({ b: broken }))).toBe('undefined has no x');
    expect(messageOf(() => collect({ a: fail('a is wrong'), b: () => collect({ c: broken }) }))).toBe('a is wrong');
    expect(messageOf(() => collect({ a: fail('a is wrong'), b: () => withPath('app/mq', () => collect({ c: broken })) }))).toBe('a is wrong');
  });
});

describe('withPath', () => {
  test('adds the path to each line', () => {
    expect(messageOf(() => withPath('app/mq', () => collect({ a: fail('a is wrong'), b: fail('b is wrong') })))).toBe('[app/mq] a is wrong\n[app/mq] b is wrong');
  });

  test('keeps the path of the construct within', () => {
    expect(messageOf(() => withPath('app/mq', () => withPath('app/mq/user', fail('a is wrong'))))).toBe('[app/mq/user] a is wrong');
  });
});

test('once computes a value or an error once', () => {
  let count = 0;
  const next = (): number => {
    count += 1;
    return count;
  };
  const value = once(next);
  expect([value(), value()]).toEqual([1, 1]);
  const error = once(() => { throw new Error(String(next())); });
  expect([messageOf(error), messageOf(error)]).toEqual(['2', '2']);
});

describe('errors of single values', () => {
  test('of a cluster come together, each with its path', () => {
    const chart = newChart();
    const message = messageOf(() => new RabbitMQCluster(chart, 'MQ', {
      replicas: 1.5, resources: { memoryLimit: 'a', cpuLimit: 'b' }, storage: { size: 'c' }, membership: { targetGroupSize: 0 },
    }));
    expect(message.split('\n')).toEqual([
      expect.stringContaining('/MQ] replicas is 1.5'),
      expect.stringContaining('/MQ] resources.cpuLimit is "b"'),
      expect.stringContaining('/MQ] resources.memoryLimit is "a"'),
      expect.stringContaining('/MQ] storage.size is "c"'),
      expect.stringContaining('/MQ] membership.targetGroupSize is 0'),
    ]);
  });

  test('of what is added to a cluster have its path', () => {
    const cluster = newCluster({ configuration: { raw: { channel_max: '1' } } });
    expect(() => { cluster.addConfig('channel_max', '2'); }).toThrow(`[${cluster.node.path}] configuration key "channel_max" is set already`);
    expect(() => { cluster.reserveReplicas(0); }).toThrow(`[${cluster.node.path}] maxReplicas is 0`);
  });

  test('of constructs that serve a cluster come together', () => {
    const chart = newChart();
    const cluster = newCluster({}, chart);
    expect(messageOf(() => new RabbitMQAutoscaler(chart, 'Autoscaler', { cluster, minReplicas: 1, maxReplicas: 2, metrics: [] })).split('\n')).toEqual([
      expect.stringContaining('/Autoscaler] minReplicas is 1'), expect.stringContaining('/Autoscaler] maxReplicas is 2'), expect.stringContaining('/Autoscaler] metrics is empty'),
    ]);
    expect(messageOf(() => new RabbitMQIngress(chart, 'Ingress', { cluster, management: { host: '-', allowPlain: true }, nodes: { domain: 'a.example.com', ports: ['amqp'], maxReplicas: 0 } })).split('\n')).toEqual([
      expect.stringContaining('/Ingress] management.host is "-"'), expect.stringContaining('/Ingress] nodes.maxReplicas is 0'),
    ]);
    expect(messageOf(() => new RabbitMQUser(chart, 'User', { cluster, name: 'guest', permissions: [{ read: '(' }] })).split('\n')).toEqual([
      expect.stringContaining('/User] name of the user is "guest"'), expect.stringContaining('/User] permissions.read of user "guest" in virtual host "/" is "("'),
    ]);
  });

  test('of methods have the path of the construct', () => {
    const chart = newChart();
    const orders = new RabbitMQVirtualHost(chart, 'Orders', { cluster: newCluster({}, chart), name: 'orders' });
    expect(() => { orders.addPolicy('limits', { pattern: '.*', definition: {} }); }).toThrow(/^\[\S+\/Orders\] definition of the policy "limits" is empty/);
  });
});
