import { DEFINITIONS } from './definitions';
import { declaredBy } from './synthesized';
import { objectsOf } from '../../src/topology/actual';
import { adopt } from '../../src/topology/adopt/adopt';
import { compare } from '../../src/topology/compare';

const CLUSTER = { namespace: 'shop', name: 'orders' };
const ADMINISTRATOR = 'administrator';

describe('adopting a topology', () => {
  const actual = objectsOf(DEFINITIONS);
  const adopted = adopt(CLUSTER, actual, ADMINISTRATOR);

  test('declares everything that is there, except for what is left out', () => {
    const leftOut = adopted.leftOut.map(({ object }) => object);
    const drift = compare(declaredBy(adopted.typescript), actual, { administrator: ADMINISTRATOR });
    expect(drift.filter(({ title }) => !leftOut.includes(title))).toEqual([
      expect.objectContaining({ drift: 'undeclared', title: 'permission of "a b" in "/"' }),
    ]);
  });

  test('names what is left out, and why', () => {
    expect(adopted.leftOut).toEqual([
      { object: 'queue "void" in "orders"', reason: 'one of its arguments has no value' },
      { object: 'exchange "strange" in "orders"', reason: 'its type "x-of-a-plugin" is not one that the library knows' },
      { object: 'queue "mqtt" in "orders"', reason: 'its type "rabbit_mqtt_qos0_queue" is not one that the library knows' },
      { object: 'binding of "strange" to "plain" by "a" in "orders"', reason: 'one of its ends is not adopted' },
      { object: 'shovel "many" in "orders"', reason: 'it has a URI in a place that the library does not read from a Secret' },
      { object: 'user "a b"', reason: 'the library does not take its name' },
    ]);
  });

  test('writes no password: URIs and users refer to Secrets, which it names', () => {
    expect(adopted.typescript).not.toContain('secret@');
    expect(adopted.secrets.map(({ name }) => name)).toEqual([
      'orders-federation-upstream-eu', expect.stringMatching(/^orders-federation-upstream-us-1-[0-9a-f]{5}$/), 'orders-shovel-away-src-uri', 'orders-shovel-away-dest-uri',
      'orders-user-app', expect.stringMatching(/^orders-user-app-[0-9a-f]{5}$/),
    ]);
  });

  test('uses typed options where they say the same', () => {
    expect(adopted.typescript).toContain('orders.addQueue(\'classic\', { type: RabbitMQQueueType.CLASSIC, maxPriority: 10, messageTtl: Duration.minutes(1), expires: Duration.millis(1800001), maxBytes: Size.mebibytes(1)');
    expect(adopted.typescript).toContain('events.bind(plain, { routingKey: \'order.*.paid\' });');
  });
});
