import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { withDefaults } from '../../src/chart-values/defaults';
import { schemaErrors } from '../../src/chart-values/schema';
import { libraryRejections } from '../../src/migrate/library-rejections';
import { runMain } from '../support/surroundings';

const file = (name: string): string => join(__dirname, 'sources', name);

describe.each(['bitnami', 'cloudpirates', 'groundhog2k', 'cluster-operator'])('a whole file of %s', (name) => {
  test('becomes values and notes', async () => {
    const { stdout } = await runMain(['migrate', '-'], undefined, { input: readFileSync(file(`${name}.yaml`), 'utf8') });
    expect(stdout).toBe(readFileSync(file(`${name}.ours.yaml`), 'utf8'));
    expect(stdout).not.toContain('s3cret');
  });

  test('is accepted by the schema and the library', () => {
    const values = parse(readFileSync(file(`${name}.ours.yaml`), 'utf8')) as Record<string, unknown>;
    expect(schemaErrors(withDefaults(values))).toEqual([]);
    expect(libraryRejections(values)).toEqual([]);
  });
});

test.each([
  ['a variable for rabbitmq.conf', {
    pod: { env: [{ name: 'LDAP_PASSWORD', valueFrom: { secretKeyRef: { name: 'a', key: 'b' } } }] }, plugins: ['rabbitmq_auth_backend_ldap'],
    configuration: { 'auth_ldap.dn_lookup_bind.password': '$(LDAP_PASSWORD)', 'auth_ldap.dn_lookup_bind.user_dn': 'cn=a' },
  }],
  ['rabbitmq.conf as text', { rabbitmqConf: '# a comment\nheartbeat = 30\n' }],
  ['a certificate for the directory', {
    plugins: ['rabbitmq_auth_backend_ldap'],
    pod: { volumes: [{ name: 'ldap', secret: { secretName: 'a' } }], volumeMounts: [{ name: 'ldap', mountPath: '/ldap' }] },
    configuration: { 'auth_ldap.ssl_options.certfile': '/ldap/tls.crt', 'auth_ldap.ssl_options.keyfile': '/ldap/tls.key' },
  }],
  ['schedulers of Erlang with TLS', { tls: { enabled: true }, pod: { env: [{ name: 'ERL_ZFLAGS', value: '+S 2:2' }] } }],
  ['a release before 4.0', { image: { tag: '3.13.7-management' } }],
  ['an image with a tag of its own', { image: { tag: 'house-7', release: '4.3.6' } }],
  ['a downloaded plugin', {
    pluginDownloads: [{ name: 'rabbitmq_delayed_message_exchange', url: 'https://mirror.example.com/a.ez', sha256: 'a'.repeat(64) }],
  }],
  ['a public certificate', { tls: { enabled: true, existingSecret: 'a', publiclyTrusted: true, serverName: 'mq.example.com' } }],
  ['all pods of the namespace', { networkPolicy: { ownNamespace: true } }],
  ['networks of a directory', {
    authentication: { ldap: { enabled: true, servers: ['a'], tls: 'none', peers: [{ ipBlock: { cidr: '192.0.2.10/32' } }] } },
  }],
])('what notes say to write is accepted: %s', (_what, values) => {
  expect(schemaErrors(withDefaults(values))).toEqual([]);
  expect(libraryRejections(values)).toEqual([]);
});
