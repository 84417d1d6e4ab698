import { withoutOwnQueues } from '../../src/backup/definitions';

test('a backup leaves out the queues of this program', () => {
  const definitions = { vhosts: [{ name: '/' }], queues: [{ name: 'orders', vhost: '/' }, { name: 'rabbitmq-k8s.health', vhost: '/' }, { name: 'rabbitmq-k8s', vhost: '/' }] };
  expect(withoutOwnQueues(definitions)).toEqual({ vhosts: [{ name: '/' }], queues: [{ name: 'orders', vhost: '/' }, { name: 'rabbitmq-k8s', vhost: '/' }] });
  expect(withoutOwnQueues({})).toEqual({});
});
