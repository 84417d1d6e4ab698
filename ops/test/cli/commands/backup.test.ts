import { manifestFacts } from '../../../src/cli/commands/backup';

test('what a backup has is counted in the singular and the plural', () => {
  const manifest = { cluster: 'orders', namespace: 'shop', rabbitmqVersion: '4.3.6', createdAt: '', encryption: 'none', sha256: '', counts: { queues: 2, exchanges: 1, policies: 1, global_parameters: 1, users: 0 } };
  expect(manifestFacts(manifest as never)).toContainEqual(['Has', '2 queues, 1 exchange, 1 policy, 1 global parameter']);
});
