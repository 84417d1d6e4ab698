import { RabbitMQBackup, RabbitMQLdapTls, RabbitMQMonitoring, RabbitMQUser } from '../../lib';
import { Manifest } from '../support/manifest';
import { newChart, newCluster, synth } from '../support/synth';

const ANNOTATION = 'kustomize.toolkit.fluxcd.io/substitute';

/** Objects that a substitution of `${name}` by Flux would change. */
const changed = (manifests: readonly Manifest[]): string[] =>
  manifests.filter(manifest => manifest.metadata.annotations?.[ANNOTATION] !== 'disabled' && JSON.stringify(manifest).includes('${')).map(({ kind, metadata }) => `${kind} ${metadata.name}`);

describe('substitution by Flux', () => {
  test('changes no program and no object', () => {
    const chart = newChart({ namespace: 'shop' });
    const cluster = newCluster({ ipv6: true }, chart);
    new RabbitMQUser(chart, 'Web', { cluster, permissions: [{ read: '.*' }] });
    new RabbitMQMonitoring(chart, 'Monitoring', { cluster, exporter: {} });
    new RabbitMQBackup(chart, 'Backup', { cluster });
    expect(changed(synth(chart))).toEqual([]);
  });

  test('leaves variables of LDAP alone, and fills in those of the user', () => {
    const ldap = { servers: ['ldap.example.com'], tls: RabbitMQLdapTls.NONE, userDnPattern: 'uid=${username},dc=example,dc=com' };
    const manifests = synth(newCluster({ authentication: { ldap }, acknowledgedWarnings: ['ldap-plain'] }, newChart({ namespace: 'shop' })));
    expect(changed(manifests)).toEqual([]);
    expect(manifests.filter(({ metadata }) => metadata.annotations?.[ANNOTATION] !== undefined).map(({ metadata }) => metadata.name)).toEqual(['rabbitmq-cluster-config']);
    expect(changed(synth(newCluster({ configuration: { raw: { cluster_name: '${CLUSTER}' } } }, newChart({ namespace: 'shop' }))))).toEqual(['ConfigMap rabbitmq-cluster-config']);
  });
});
