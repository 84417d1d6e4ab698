import { labelsOf } from '../../src/backup/volume-store';
import { synthesize } from '../../src/inventory/synth';

test('the pod that opens a backup volume is selected by the NetworkPolicy of backups', () => {
  const { manifests } = synthesize({ clusterName: 'orders', backup: {} });
  const policy = manifests.find(({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.name === 'orders-backup');
  const { podSelector: { matchLabels } } = policy?.spec as { podSelector: { matchLabels: Record<string, string> } };
  expect(labelsOf({ namespace: 'shop', name: 'orders' })).toMatchObject(matchLabels);
});
