import { RabbitMQMonitoring, RabbitMQVirtualHost } from '../../../lib';
import { Manifest } from '../../support/manifest';
import { find, newChart, newCluster, synth } from '../../support/synth';
import { declaredIn } from '../../topology/declared';

/** Monitoring of a cluster with a topology, which is declared before or after it. */
function monitored(order: 'before' | 'after'): Manifest[] {
  const chart = newChart({ namespace: 'shop' });
  const cluster = newCluster({ name: 'orders' }, chart);
  const declare = (): void => {
    new RabbitMQVirtualHost(chart, 'Orders', { cluster, name: 'orders' });
    RabbitMQVirtualHost.fromVirtualHostName(chart, 'First', cluster, '/').addQueue('q');
    RabbitMQVirtualHost.fromVirtualHostName(chart, 'Unused', cluster, 'of-others');
  };
  if (order === 'before') {
    declare();
  }
  new RabbitMQMonitoring(chart, 'Monitoring', { cluster });
  if (order === 'after') {
    declare();
  }
  return synth(chart);
}

describe.each(['before', 'after'] as const)('the exporter of a cluster whose topology is declared %s it', (order) => {
  const manifests = monitored(order);
  const { containers: [{ command, volumeMounts }], volumes } = find(manifests, 'Deployment', 'orders-exporter').spec.template.spec;

  test('compares the declared objects', () => {
    expect(command.slice(7)).toEqual(['--topology', '/topology', '/run/secrets/topology-reader']);
    expect(volumeMounts).toContainEqual({ name: 'topology', mountPath: '/topology', readOnly: true });
    expect(volumes).toContainEqual({ name: 'topology', projected: { sources: [{ configMap: { name: 'orders-topology' } }] } });
    expect(volumes).toContainEqual({ name: 'topology-reader', secret: { secretName: 'orders-topology-reader', optional: true } });
  });

  test('reads as a user that may enter each declared virtual host and do nothing in it', () => {
    const nothing = { configure: '^$', write: '^$', read: '^$' };
    expect(declaredIn(manifests).filter(({ kind, name, user }) => [name, user].includes('topology-reader') && kind !== 'vhost')).toEqual([
      { kind: 'user', name: 'topology-reader', secret: 'orders-topology-reader', removal: 'delete', body: { tags: ['monitoring'] } },
      { kind: 'permission', user: 'topology-reader', vhost: 'orders', body: nothing },
      { kind: 'permission', user: 'topology-reader', vhost: '/', body: nothing },
    ]);
  });

  test('has alerts for what differs', () => {
    const names = find(manifests, 'PrometheusRule').spec.groups.flatMap(({ rules }: any) => rules.map(({ alert }: any) => alert));
    expect(names).toEqual(expect.arrayContaining(['RabbitMQTopologyObjectsMissing', 'RabbitMQTopologyObjectsChanged', 'RabbitMQTopologyObjectsUndeclared']));
  });
});

test('the exporter of a cluster without a topology compares nothing, and has no alert for it', () => {
  const chart = newChart({ namespace: 'shop' });
  new RabbitMQMonitoring(chart, 'Monitoring', { cluster: newCluster({ name: 'orders' }, chart) });
  const manifests = synth(chart);
  expect(find(manifests, 'Deployment', 'orders-exporter').spec.template.spec.containers[0].command).not.toContain('--topology');
  expect(JSON.stringify(find(manifests, 'PrometheusRule'))).not.toContain('RabbitMQTopology');
});
