import { Duration } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import { IRabbitMQCluster,
  RabbitMQCertificate, RabbitMQClientCertificates, RabbitMQClusterProps, RabbitMQIssuerKind,
  RabbitMQPrivateKeyAlgorithm, RabbitMQTlsOptions, RabbitMQTlsVersion, RabbitMQVersion,
} from '../../../lib';
import { apiAddress, bindingPort } from '../../../lib/cluster/interface/address';
import { OF_ANY_POD } from '../../support/certificates';
import { Manifest } from '../../support/manifest';
import { brokerConfiguration, brokerContainer, find, newChart, newCluster, podTemplate, synth } from '../../support/synth';

/** A cipher suite of each version of TLS; the second by its name at IANA. */
const BOTH = ['TLS_AES_256_GCM_SHA384', 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384'];
const secret = (name: string) => Secret.fromSecretName(newChart(), 'Secret', name);
const certificate = RabbitMQCertificate.fromSecret(secret('brokers'));
const issued = RabbitMQCertificate.fromIssuer({ issuer: 'ca' });

function secured(tls: Partial<RabbitMQTlsOptions> = {}, props: RabbitMQClusterProps = {}): Manifest[] {
  return synth(newCluster({ tls: { certificate, ...tls }, ...props }, newChart({ namespace: 'shop' })), { external: { Secret: ['brokers', 'clients', 'nodes'] } });
}

const portsOf = (manifests: readonly Manifest[]): string[] => find(manifests, 'Service', 'rabbitmq-cluster').spec.ports.map(({ name }: any) => name);
const keysLike = (manifests: readonly Manifest[], pattern: RegExp): Record<string, string> =>
  Object.fromEntries(Object.entries(brokerConfiguration(manifests)).filter(([key]) => pattern.test(key)));
const credentialsOf = (manifests: readonly Manifest[]): any => JSON.parse(find(manifests, 'ConfigMap', 'rabbitmq-cluster-init').data['credentials.json']).stringData;

describe('TLS beside the plain ports', () => {
  const manifests = secured({}, { plugins: ['rabbitmq_stream'] });

  test('opens a port for each protocol, and leaves the plain ones open', () => {
    expect(portsOf(manifests)).toEqual(['amqp', 'amqps', 'management', 'management-tls', 'prometheus', 'prometheus-tls', 'stream', 'streams']);
    expect(keysLike(manifests, /^(listeners|management\.(tcp|ssl\.port)|stream\.listeners)/)).toEqual({
      'listeners.ssl.default': '5671', 'management.tcp.port': '15672', 'management.ssl.port': '15671', 'stream.listeners.ssl.default': '5551',
    });
  });

  test('leaves probes on the plain port', () => {
    expect(brokerContainer(manifests).readinessProbe.tcpSocket.port).toBe('amqp');
  });

  test('is what credentials name', () => {
    expect(credentialsOf(manifests)).toMatchObject({ port: '5671', uri: expect.stringMatching(/^amqps:/) });
  });

  test('is what Jobs, exporter and backup use', () => {
    const ports = { management: 15_672, 'management-tls': 15_671, amqp: 5672, amqps: 5671 };
    const cluster = (open: Record<string, number>) => ({ ports: open, serviceName: 'orders', namespace: 'shop', managementPath: '' }) as unknown as IRabbitMQCluster;
    expect(apiAddress(cluster(ports))?.url).toBe('https://orders.shop.svc:15671');
    expect(apiAddress(cluster({ management: 15_672 }))?.url).toBe('http://orders.shop.svc:15672');
    expect(bindingPort(cluster(ports))).toEqual({ number: 5671, isTls: true });
    expect(bindingPort(cluster({ amqp: 5672 }))).toEqual({ number: 5672, isTls: false });
  });

  test('takes its files from the Secret, all of them at once so that they are renewed together', () => {
    expect(keysLike(manifests, /^ssl_options\.(cert|key|cacert)file$/)).toEqual({ 'ssl_options.certfile': '/etc/rabbitmq-tls/tls.crt', 'ssl_options.keyfile': '/etc/rabbitmq-tls/tls.key' });
    expect(podTemplate(manifests).spec.volumes).toContainEqual({
      name: 'tls', secret: { secretName: 'brokers', defaultMode: 0o440, items: ['tls.crt', 'tls.key', 'ca.crt'].map(key => ({ key, path: key })) },
    });
    expect(brokerContainer(manifests).volumeMounts).toContainEqual({ name: 'tls', mountPath: '/etc/rabbitmq-tls', readOnly: true });
  });

  test('speaks TLS 1.3 and 1.2 by suites with forward secrecy and authenticated encryption', () => {
    for (const at of ['ssl_options', 'management.ssl', 'prometheus.ssl']) {
      const keys = keysLike(manifests, new RegExp(`^${at.replace('.', '\\.')}\\.(versions|ciphers)\\.`));
      expect(Object.values(keys).filter(value => value.startsWith('tlsv'))).toEqual(['tlsv1.3', 'tlsv1.2']);
      const ciphers = Object.values(keys).filter(value => !value.startsWith('tlsv'));
      expect(ciphers.length).toBeGreaterThan(6);
      expect(ciphers.filter(cipher => !/^(TLS_.*(GCM|POLY1305)|ECDHE-.*(GCM-SHA|POLY1305))/.test(cipher))).toEqual([]);
    }
  });

  test('asks no client for a certificate', () => {
    expect(keysLike(manifests, /verify|fail_if|cacert/)).toEqual({});
  });

  test('looks often enough whether certificates were renewed', () => {
    expect(brokerContainer(manifests).env).toContainEqual({ name: 'RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS', value: '-ssl ssl_pem_cache_clean 10000' });
  });
});

describe('TLS only', () => {
  const manifests = secured({ disablePlainListeners: true }, { plugins: ['rabbitmq_web_mqtt'] });

  test('closes every plain port', () => {
    expect(portsOf(manifests)).toEqual(['amqps', 'management-tls', 'prometheus-tls', 'mqtts', 'web-mqtt-tls']);
    expect(keysLike(manifests, /tcp/)).toEqual({ 'listeners.tcp': 'none', 'prometheus.tcp.listener': 'none', 'mqtt.listeners.tcp': 'none', 'web_mqtt.tcp.listener': 'none' });
    expect(brokerContainer(manifests).ports.map(({ name }: any) => name)).toEqual([...portsOf(manifests), 'epmd', 'cluster-rpc']);
  });

  test('moves probes and credentials along', () => {
    expect(brokerContainer(manifests)).toMatchObject({ startupProbe: { tcpSocket: { port: 'amqps' } }, readinessProbe: { tcpSocket: { port: 'amqps' } } });
    expect(credentialsOf(manifests)).toMatchObject({ port: '5671', uri: 'amqps://admin:{{random}}@rabbitmq-cluster.{{namespace}}.svc:5671' });
  });

  test.each(['3.10', '4.0', '4.3'])('says nothing that %s doesn\'t know', (release) => {
    const cluster = newCluster({ version: RabbitMQVersion.of(release), acknowledgedWarnings: ['version-unsupported'], tls: { certificate, disablePlainListeners: true } });
    expect(cluster.node.validate()).toEqual([]);
    expect(portsOf(synth(cluster, { external: { Secret: ['brokers'] } }))).toEqual(['amqps', 'management-tls', 'prometheus-tls']);
  });
});

describe('certificates of clients', () => {
  test('are asked for by AMQP and its like, not by the UI and the metrics', () => {
    const manifests = secured({ clientCertificates: RabbitMQClientCertificates.REQUIRED });
    expect(keysLike(manifests, /verify|fail_if|cacert/)).toEqual({
      'ssl_options.cacertfile': '/etc/rabbitmq-tls/ca.crt', 'ssl_options.verify': 'verify_peer', 'ssl_options.fail_if_no_peer_cert': 'true',
    });
  });

  test('are optional where that is said, by an authority of their own and through intermediate ones', () => {
    const manifests = secured({ clientCertificates: RabbitMQClientCertificates.OPTIONAL, clientAuthority: secret('clients'), clientAuthorityKey: 'bundle.crt', clientCertificateDepth: 3 });
    expect(keysLike(manifests, /verify|fail_if|cacert|depth/)).toEqual({
      'ssl_options.cacertfile': '/etc/rabbitmq-tls-clients/ca.crt', 'ssl_options.verify': 'verify_peer', 'ssl_options.fail_if_no_peer_cert': 'false', 'ssl_options.depth': '3',
    });
    expect(podTemplate(manifests).spec.volumes).toContainEqual({ name: 'tls-clients', secret: { secretName: 'clients', items: [{ key: 'bundle.crt', path: 'ca.crt' }] } });
  });
});

describe('TLS between brokers', () => {
  const manifests = secured({ interNode: {} });
  const { env } = brokerContainer(manifests);

  test('is for brokers and their command line tools, with both sides checked', () => {
    expect(env).toContainEqual({ name: 'RABBITMQ_CTL_ERL_ARGS', value: '-proto_dist inet_tls -ssl_dist_optfile /var/lib/rabbitmq/inter-node-tls.config' });
    expect(env.find(({ name }: any) => name === 'RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS').value).toContain('-proto_dist inet_tls -ssl_dist_optfile /var/lib/rabbitmq/inter-node-tls.config');
    const [, , script] = podTemplate(manifests).spec.initContainers[0].command;
    expect(script.match(/\{verify, verify_peer\}/g)).toHaveLength(2);
    expect(script).toContain('{server, [{certfile, "/etc/rabbitmq-tls/tls.crt"}, {keyfile, "/etc/rabbitmq-tls/tls.key"}, {cacertfile, "/etc/rabbitmq-tls/ca.crt"}, {verify, verify_peer}, {fail_if_no_peer_cert, true}]}');
  });

  test('can\'t be switched on or off: it is in what Kubernetes lets nobody change', () => {
    const claim = (set: readonly Manifest[]): any => find(set, 'StatefulSet').spec.volumeClaimTemplates[0].metadata.annotations;
    expect(claim(manifests)).toEqual({ 'cdk8s-rabbitmq/inter-node-tls': 'true' });
    expect(claim(secured())).toBeUndefined();
  });

  test('takes a certificate of its own', () => {
    const own = secured({ interNode: { certificate: RabbitMQCertificate.fromSecret(secret('nodes')) } });
    expect(podTemplate(own).spec.initContainers[0].command[2]).toContain('{certfile, "/etc/rabbitmq-tls-nodes/tls.crt"}');
    expect(keysLike(own, /certfile$/)).toMatchObject({ 'ssl_options.certfile': '/etc/rabbitmq-tls/tls.crt' });
  });
});

describe('a certificate of cert-manager', () => {
  const namesOf = (manifests: readonly Manifest[], name = 'rabbitmq-cluster-tls'): string[] => find(manifests, 'Certificate', name).spec.dnsNames;

  test('is for the Service and every pod there may be', () => {
    const names = namesOf(secured({ certificate: issued }));
    expect(names).toEqual(expect.arrayContaining(['rabbitmq-cluster', 'rabbitmq-cluster.shop.svc.cluster.local', '*.rabbitmq-cluster-nodes.shop.svc', 'rabbitmq-cluster-8.rabbitmq-cluster-nodes.shop']));
    expect(names.filter(name => name.includes('-9.'))).toEqual([]);
  });

  test('is for as many pods as there may be one day', () => {
    const cluster = newCluster({ tls: { certificate: issued } }, newChart({ namespace: 'shop' }));
    cluster.reserveReplicas(11);
    cluster.reserveReplicas(10);
    const names = namesOf(synth(cluster));
    expect(names).toContain('rabbitmq-cluster-10.rabbitmq-cluster-nodes.shop');
    expect(names.filter(name => name.includes('-11.'))).toEqual([]);
    expect(() => { cluster.reserveReplicas(0); }).toThrow('maxReplicas is 0: it must be a whole number from 1 to 1000');
  });

  test('follows the first number, the maximum, and more replicas than that', () => {
    const names = namesOf(secured({ certificate: RabbitMQCertificate.fromIssuer({ issuer: 'ca', maxReplicas: 3 }) }, { ordinalStart: 5, replicas: 4, acknowledgedWarnings: ['replicas-even'] }));
    expect(names.filter(name => /^rabbitmq-cluster-\d+\.rabbitmq-cluster-nodes\.shop$/.test(name)).map(name => /-(\d+)\./.exec(name)![1])).toEqual(['5', '6', '7', '8']);
  });

  test('has the names that are added, until synth', () => {
    const chart = newChart({ namespace: 'shop' });
    const cluster = newCluster({ tls: { certificate: RabbitMQCertificate.fromIssuer({ issuer: 'ca', dnsNames: ['mq.example.com'] }) } }, chart);
    cluster.addCertificateNames('amqp.example.com');
    expect(namesOf(synth(chart)).slice(-2)).toEqual(['mq.example.com', 'amqp.example.com']);
  });

  test('has the given issuer and duration', () => {
    const manifests = secured({ certificate: RabbitMQCertificate.fromIssuer({
      issuer: 'vault', issuerKind: 'VaultIssuer', issuerGroup: 'vault.example.com', duration: Duration.days(30), renewBefore: Duration.days(10), privateKeyAlgorithm: RabbitMQPrivateKeyAlgorithm.RSA,
    }) });
    expect(find(manifests, 'Certificate').spec).toMatchObject({
      secretName: 'rabbitmq-cluster-tls', issuerRef: { name: 'vault', kind: 'VaultIssuer', group: 'vault.example.com' },
      duration: '2592000s', renewBefore: '864000s', privateKey: { algorithm: 'RSA', size: 2048, rotationPolicy: 'Always' }, usages: ['digital signature', 'key encipherment', 'server auth'],
    });
    expect(find(secured({ certificate: RabbitMQCertificate.fromIssuer({ issuer: 'ca', issuerKind: RabbitMQIssuerKind.CLUSTER_ISSUER }) }), 'Certificate').spec.issuerRef)
      .toEqual({ name: 'ca', kind: 'ClusterIssuer', group: 'cert-manager.io' });
  });

  test('is made for brokers among themselves too', () => {
    expect(namesOf(secured({ certificate, interNode: { certificate: issued } }), 'rabbitmq-cluster-nodes-tls')).toContain('rabbitmq-cluster-0.rabbitmq-cluster-nodes.shop');
    expect(secured({ certificate: issued, interNode: {} }).filter(({ kind }) => kind === 'Certificate')).toHaveLength(1);
  });

  test('needs a namespace, and tells the authority', () => {
    expect(() => newCluster({ tls: { certificate: issued } }))
      .toThrow(/^tls\.certificate is issued by cert-manager.*Set the namespace of the chart\.$/);
    const cluster = newCluster({ tls: { certificate: issued } }, newChart({ namespace: 'shop' }));
    expect([cluster.authority?.secret.name, cluster.authority?.key]).toEqual(['rabbitmq-cluster-tls', 'ca.crt']);
  });
});

describe('a certificate in files', () => {
  test('is where an agent puts it', () => {
    const manifests = secured({ certificate: RabbitMQCertificate.fromFiles({ certificate: '/vault/secrets/tls.crt', privateKey: '/vault/secrets/tls.key' }) });
    expect(keysLike(manifests, /^ssl_options\.(cert|key)file$/)).toEqual({ 'ssl_options.certfile': '/vault/secrets/tls.crt', 'ssl_options.keyfile': '/vault/secrets/tls.key' });
    expect(podTemplate(manifests).spec.volumes.map(({ name }: any) => name)).not.toContain('tls');
  });

  test('comes by a volume of one\'s own', () => {
    const volume = { name: 'csi', csi: { driver: 'csi.cert-manager.io', readOnly: true } };
    const manifests = secured({ certificate: RabbitMQCertificate.fromFiles({ certificate: '/tls/tls.crt', privateKey: '/tls/tls.key', authority: '/tls/ca.crt' }, volume), interNode: {} });
    expect(podTemplate(manifests).spec.volumes).toContainEqual(volume);
    expect(brokerContainer(manifests).volumeMounts).toContainEqual({ name: 'csi', mountPath: '/tls', readOnly: true });
  });
});

test('limits of cert-manager are accepted, and issuers of others', () => {
  expect(() => RabbitMQCertificate.fromIssuer({ issuer: 'ca', issuerKind: 'AWSPCAClusterIssuer', dnsNames: ['*.example.com', 'mq'] })).not.toThrow();
  expect(() => RabbitMQCertificate.fromIssuer({ issuer: 'ca', duration: Duration.hours(1), renewBefore: Duration.minutes(5) })).not.toThrow();
});

describe('what can\'t be is refused', () => {
  const pem = OF_ANY_POD;
  const without = RabbitMQCertificate.fromSecret(secret('brokers'), { publiclyTrusted: true });

  test.each<[string, () => unknown, RegExp]>([
    ['a certificate that is none', () => RabbitMQCertificate.fromSecret(secret('brokers'), { content: 'MII' }), /^content is not a certificate/],
    ['an authority of a certificate that needs none', () => RabbitMQCertificate.fromSecret(secret('brokers'), { publiclyTrusted: true, authorityKey: 'ca' }), /^authorityKey is "ca"/],
    ['an issuer that is no name', () => RabbitMQCertificate.fromIssuer({ issuer: 'A B' }), /^issuer is "A B": use lower-case letters/],
    ['another case of a kind', () => RabbitMQCertificate.fromIssuer({ issuer: 'ca', issuerKind: 'clusterissuer' }), /^issuerKind is "clusterissuer": write it as "ClusterIssuer"/],
    ['a host in upper case', () => RabbitMQCertificate.fromIssuer({ issuer: 'ca', dnsNames: ['MQ.example.com'] }), /^dnsNames has "MQ\.example\.com": it must be a DNS name in lower case/],
    ['less than an hour', () => RabbitMQCertificate.fromIssuer({ issuer: 'ca', duration: Duration.minutes(59) }), /^duration is 3540 seconds: cert-manager issues certificates for 1 hour or more/],
    ['a renewal after the end', () => RabbitMQCertificate.fromIssuer({ issuer: 'ca', duration: Duration.hours(1), renewBefore: Duration.hours(1) }), /^renewBefore is 3600 seconds: .* less than duration, which is 3600 seconds/],
    ['a renewal in the last minutes', () => RabbitMQCertificate.fromIssuer({ issuer: 'ca', renewBefore: Duration.seconds(299) }), /^renewBefore is 299 seconds: it must be 5 minutes or more/],
    ['no replica', () => RabbitMQCertificate.fromIssuer({ issuer: 'ca', maxReplicas: 0 }), /^maxReplicas is 0/],
    ['a path that starts nowhere', () => RabbitMQCertificate.fromFiles({ certificate: 'tls.crt', privateKey: '/tls.key' }), /^"tls\.crt" is not the path of a file/],
    ['files of a volume in two folders', () => RabbitMQCertificate.fromFiles({ certificate: '/a/tls.crt', privateKey: '/b/tls.key' }, { name: 'csi' }), /must be in one folder/],
    ['clients\' certificates that nobody can check', () => secured({ certificate: without, clientCertificates: RabbitMQClientCertificates.OPTIONAL }), /\] tls\.clientCertificates is optional, .*tls\.clientAuthority$/],
    ['brokers that nobody can check', () => secured({ certificate: without, interNode: {} }), /\] tls\.interNode is set, but the certificate in Secret "brokers" has no authority/],
    ['an authority for clients that aren\'t asked', () => secured({ clientAuthority: secret('clients') }), /\] tls\.clientAuthority is set, but tls\.clientCertificates is none/],
    ['a depth for clients that aren\'t asked', () => secured({ clientCertificateDepth: 2 }), /\] tls\.clientCertificateDepth is set/],
    ['a key without its Secret', () => secured({ clientAuthorityKey: 'ca' }), /\] tls\.clientAuthorityKey is set/],
    ['a depth of 256', () => secured({ clientCertificates: RabbitMQClientCertificates.REQUIRED, clientCertificateDepth: 256 }), /\] tls\.clientCertificateDepth is 256/],
    ['no version', () => secured({ versions: [] }), /\] tls\.versions is \[\]/],
    ['an old version', () => secured({ versions: ['tlsv1.1'] as never }), /\] tls\.versions\[0\] is \"tlsv1\.1\": use RabbitMQTlsVersion\.V1_3, V1_2/],
    ['no cipher', () => secured({ ciphers: [] }), /\] tls\.ciphers is empty/],
    ['a list of ciphers as one', () => secured({ ciphers: ['A-B:C-D'] }), /\] tls\.ciphers has "A-B:C-D", which Erlang does not know: .* Use names of OpenSSL or IANA/],
    ['an empty cipher', () => secured({ ciphers: [''] }), /\] tls\.ciphers has "", which/],
    ['a blank after a cipher', () => secured({ ciphers: ['TLS_AES_128_GCM_SHA256 '] }), /\] tls\.ciphers has "TLS_AES_128_GCM_SHA256 ", .* Did you mean "TLS_AES_128_GCM_SHA256"\?/],
    ['a cipher in lower case', () => secured({ ciphers: ['ecdhe-rsa-aes256-gcm-sha384'] }), /Did you mean "ECDHE-RSA-AES256-GCM-SHA384"\?/],
    ['a misspelled cipher', () => secured({ ciphers: ['ECDHE-RSA-AES256-GCM-SHA385'] }), /Did you mean "ECDHE-RSA-AES256-GCM-SHA384"\?/],
    ['a cipher that needs no certificate', () => secured({ ciphers: ['ADH-AES256-GCM-SHA384', ...BOTH] }), /\] tls\.ciphers has "ADH-AES256-GCM-SHA384"/],
    ['a cipher of TLS 1.3 with TLS 1.2 only', () => secured({ versions: [RabbitMQTlsVersion.V1_2], ciphers: BOTH }), /\] tls\.ciphers has "TLS_AES_256_GCM_SHA384" of TLS 1\.3, but tls\.versions is \[tlsv1\.2\]\. Add tlsv1\.3/],
    ['a cipher of TLS 1.2 with TLS 1.3 only', () => secured({ versions: [RabbitMQTlsVersion.V1_3], ciphers: BOTH }), /\] tls\.ciphers has "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384" of TLS 1\.2/],
    ['no cipher of TLS 1.3', () => secured({ ciphers: [BOTH[1]] }), /\] tls\.ciphers has no suite of TLS 1\.3, but tls\.versions has tlsv1\.3: clients that offer it can't connect\. Add one, such as TLS_AES_256_GCM_SHA384, or remove the version/],
    ['no cipher of TLS 1.2', () => secured({ ciphers: [BOTH[0]] }), /\] tls\.ciphers has no suite of TLS 1\.2/],
  ])('%s', (_, make, message) => {
    expect(make).toThrow(message);
  });

  test('and just inside is taken', () => {
    expect(RabbitMQCertificate.fromSecret(secret('brokers'), { content: pem })).toBeDefined();
    expect(brokerConfiguration(secured({ clientCertificates: RabbitMQClientCertificates.REQUIRED, clientCertificateDepth: 255 }))).toMatchObject({ 'ssl_options.depth': '255' });
    expect(() => secured({ ciphers: BOTH })).not.toThrow();
    expect(() => secured({ versions: [RabbitMQTlsVersion.V1_2], ciphers: ['ECDHE-RSA-AES256-GCM-SHA384'] })).not.toThrow();
    const manifests = secured({ versions: [RabbitMQTlsVersion.V1_3], ciphers: ['TLS_AES_128_GCM_SHA256'] });
    expect(keysLike(manifests, /^ssl_options\.(versions|ciphers|.*negotiat)/)).toEqual({ 'ssl_options.versions.1': 'tlsv1.3', 'ssl_options.ciphers.1': 'TLS_AES_128_GCM_SHA256' });
  });
});
