import { labelsOf } from '../../src/backup/volume-store';
import { synthesize } from '../../src/inventory/synth';

test('the pod that opens a backup volume is selected by the NetworkPolicy of pods beside the brokers', () => {
  const { manifests } = synthesize({ clusterName: 'orders', backup: {} });
  const policy = manifests.find(({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.name === 'orders-api-clients');
  const { podSelector: { matchLabels, matchExpressions: [expression] } } = policy?.spec as {
    podSelector: { matchLabels: Record<string, string>; matchExpressions: { key: string; values: string[] }[] };
  };
  const labels = labelsOf({ namespace: 'shop', name: 'orders' });
  expect(labels).toMatchObject(matchLabels);
  expect(expression?.values).toContain(labels[expression?.key ?? '']);
});
