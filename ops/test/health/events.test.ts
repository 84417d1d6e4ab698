/** @jest-environment ./ops/test/support/environment.ts */
import { clusterEvents } from '../../src/health/events';
import { FakeApiServer } from '../support/api-server';

test('a cluster\'s events are those of its own objects, the newest last', async () => {
  const event = (name: string, minute: number, kind = 'Pod') =>
    ({ metadata: {}, involvedObject: { kind, name }, reason: name, message: 'so\n  it is', lastTimestamp: `2026-01-01T00:0${minute}:00Z` });
  const server = await FakeApiServer.start(() => ({
    body: { items: [event('orders-1', 3), event('orders', 1, 'StatefulSet'), event('orders-eu-0', 2), event('orders-eu', 2), event('other-0', 2), event('rabbitmq-data-orders-0', 2, 'PersistentVolumeClaim'), event('rabbitmq-data-orders-eu-0', 2), event('orders-init-99104-x', 0)] },
  }));
  const found = await clusterEvents(server.connection(), { namespace: 'shop', name: 'orders' }, 3);
  await server.stop();
  expect(found.map(({ object }) => object)).toEqual(['StatefulSet/orders', 'PersistentVolumeClaim/rabbitmq-data-orders-0', 'Pod/orders-1']);
  expect(found[0]).toMatchObject({ message: 'so it is', type: 'Normal', count: 1, at: '2026-01-01T00:01:00.000Z' });
});
