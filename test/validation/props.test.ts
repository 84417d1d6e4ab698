import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { Namespaces, Secret } from 'cdk8s-plus-28';
import {
  RabbitMQBackup, RabbitMQCertificate, RabbitMQCluster, RabbitMQDeployment, RabbitMQExternalSecret, RabbitMQIngress,
  RabbitMQMonitoring, RabbitMQProfile, RabbitMQUser,
} from '../../lib';
import { KNOWN_PROPS_FILE, knownProps } from '../../scripts/known-props';
import { newChart, newCluster } from '../support/synth';

/** Props as untyped JavaScript passes them. */
function untyped(props: object): never {
  return props as never;
}

const cluster = (props: object): (() => RabbitMQCluster) => () => new RabbitMQCluster(newChart(), 'RabbitMQ', untyped(props));

test('the table of known props is current', () => {
  expect(readFileSync(KNOWN_PROPS_FILE, 'utf8')).toBe(knownProps());
});

describe('an unknown prop is refused', () => {
  const certificate = RabbitMQCertificate.fromIssuer({ issuer: 'ca' });

  test.each([
    ['at the top', { replica: 3 }, 'replica is unknown. Did you mean replicas?'],
    ['in a group', { resources: { memoryLimt: '2Gi' } }, 'resources.memoryLimt is unknown. Did you mean resources.memoryLimit?'],
    ['two groups down', { configuration: { memory: { highWaterMark: 0.5 } } }, 'configuration.memory.highWaterMark is unknown. Did you mean configuration.memory.highWatermark?'],
    ['three groups down', { configuration: { logging: { categories: { conection: 'debug' } } } }, 'configuration.logging.categories.conection is unknown. Did you mean configuration.logging.categories.connection?'],
    ['in a list', { storage: { additionalClaims: [{ name: 'wal', mountPath: '/wal', size: '1Gi', sise: '1Gi' }] } }, 'storage.additionalClaims[0].sise is unknown. Did you mean storage.additionalClaims[0].size?'],
    ['with no similar name', { probes: { xyzzy: 1 } }, 'probes.xyzzy is unknown. Use one of '],
    ['that was renamed', { tls: { certificate, only: true } }, 'tls.only is now tls.disablePlainListeners.'],
    ['that was renamed in a group that was', { scaling: { safe: true } }, 'scaling is now membership.'],
    ['that was renamed in a group', { membership: { safe: true } }, 'membership.safe is now membership.leaveOnScaleIn.'],
  ])('%s', (_, props, message) => {
    expect(cluster(props)).toThrow(`/RabbitMQ] ${message}`);
  });

  test('of a part of a deployment, with the path in the deployment', () => {
    const deploy = (props: object) => () => new RabbitMQDeployment(newChart(), 'MQ', untyped({ profile: RabbitMQProfile.DEV, ...props }));
    expect(deploy({ cluster: { resources: { memoryLimt: '1Gi' } } })).toThrow('/MQ] cluster.resources.memoryLimt is unknown.');
    expect(deploy({ monitoring: { enable: false } })).toThrow('/MQ] monitoring.enable is unknown. Did you mean monitoring.enabled?');
    expect(deploy({ without: ['backup'] })).toThrow('/MQ] without was removed. Set enabled: false on the part, such as monitoring: { enabled: false }.');
  });

  test('of values in a map', () => {
    const chart = newChart();
    const monitoring = (changes: object) => () => new RabbitMQMonitoring(chart, 'Monitoring', { cluster: newCluster({}, chart), alerting: untyped({ changes }) });
    expect(monitoring({ RabbitMQBrokerDown: { treshold: 1 } })).toThrow('/Monitoring] alerting.changes.RabbitMQBrokerDown.treshold is unknown. Did you mean alerting.changes.RabbitMQBrokerDown.threshold?');
    expect(() => new RabbitMQExternalSecret(chart, 'Secret', { name: 'a', store: 'b', values: untyped({ password: { kye: 'c' } }) })).toThrow('values.password.kye is unknown. Did you mean values.password.key?');
  });

  test('without other errors that follow from it', () => {
    const chart = newChart();
    expect(() => new RabbitMQBackup(chart, 'Backup', untyped({ clster: newCluster({}, chart) }))).toThrow(/^\[\S+\/Backup\] clster is unknown\. Did you mean cluster\?$/);
  });
});

describe('what is no unknown prop', () => {
  test.each([
    ['free keys of labels', { labels: { team: 'a', 'example.com/replica': 'b' } }],
    ['free keys of raw configuration', { configuration: { raw: { channel_max: '128' } } }],
    ['objects of Kubernetes', { pod: { sidecars: [{ name: 'a', image: 'b' }] } }],
    ['undefined', { replica: undefined }],
  ])('%s', (_, props) => {
    expect(cluster(props)).not.toThrow();
  });

  test('members of instances', () => {
    const chart = newChart();
    const peer = Namespaces.all(chart, 'Peer');
    const served = newCluster({}, chart);
    expect(() => new RabbitMQIngress(chart, 'Ingress', { cluster: served, management: { host: 'a.example.com', allowPlain: true, allowFrom: peer } })).not.toThrow();
    expect(() => new RabbitMQUser(chart, 'User', { cluster: served, secret: Secret.fromSecretName(chart, 'S', 's') })).not.toThrow();
  });
});

describe('a value of another type is refused', () => {
  test.each([
    ['a text for a number', { replicas: '3' }, 'replicas is "3": it must be a number'],
    ['a number for a text', { storage: { size: 10 } }, 'storage.size is 10: it must be a string'],
    ['a text for a Boolean value', { networkPolicy: { enabled: 'false' } }, 'networkPolicy.enabled is "false": it must be true or false'],
    ['a text for a list', { plugins: 'rabbitmq_mqtt' }, 'plugins is "rabbitmq_mqtt": it must be a list'],
    ['a number in a list', { plugins: ['rabbitmq_mqtt', 1] }, 'plugins[1] is 1: it must be a string'],
    ['a list for a map', { labels: ['team=a'] }, 'labels is a list: it must be a map'],
    ['a number in a map', { pod: { annotations: { 'example.com/port': 80 } } }, 'pod.annotations "example.com/port" is 80: it must be a string'],
    ['a number in an environment variable', { pod: { env: [{ name: 'A', value: 5 }] } }, 'pod.env[0].value is 5: it must be a string'],
    ['a number in one of a sidecar', { pod: { sidecars: [{ name: 'a', image: 'b', env: [{ name: 'A', value: true }] }] } }, 'pod.sidecars[0].env[0].value is true: it must be a string'],
    ['a text for a list of Kubernetes', { pod: { initContainers: [{ name: 'a', image: 'b', command: 'sh' }] } }, 'pod.initContainers[0].command is "sh": it must be a list'],
    ['null for a struct', { storage: null }, 'storage is null: leave it out'],
    ['null in a map', { labels: { team: null } }, 'labels "team" is null: leave it out'],
    ['a text for a struct', { tls: 'on' }, 'tls is "on": it must be an object'],
    ['a word that an enum lacks', { scheduling: { nodeSpread: 'always' } }, 'scheduling.nodeSpread is "always": use RabbitMQSpread.NONE, PREFERRED, REQUIRED'],
    ['another case of an enum', { imagePullPolicy: 'always' }, 'imagePullPolicy is "always": use ImagePullPolicy.ALWAYS, IF_NOT_PRESENT, NEVER'],
    ['a number for a Duration', { shutdown: { drainTimeout: 60 } }, 'shutdown.drainTimeout is 60: it must be a Duration, such as Duration.seconds(60)'],
    ['a text for an image', { image: 'rabbitmq:4.3' }, 'image is "rabbitmq:4.3": it must be a RabbitMQImage, such as RabbitMQImage.fromReference('],
    ['a text for a Secret, unprinted', { credentials: { secret: 'sesame' } }, 'credentials.secret is a string: it must be an ISecret, such as Secret.fromSecretName(this, "Id", "name")'],
    ['a struct for an instance', { tls: { certificate: {} } }, 'tls.certificate is an object: it must be a RabbitMQCertificate, such as RabbitMQCertificate.fromIssuer('],
    ['a required prop that is missing', { tls: {} }, 'tls.certificate is missing'],
    ['a required prop that is missing in a list', { storage: { additionalClaims: [{ name: 'wal', size: '1Gi' }] } }, 'storage.additionalClaims[0].mountPath is missing'],
  ])('%s', (_, props, message) => {
    expect(cluster(props)).toThrow(`/RabbitMQ] ${message}`);
  });

  test('of an adder', () => {
    const made = newCluster();
    expect(() => { made.addEnv(untyped({ name: 'A', value: 5 })); }).toThrow('addEnv(): the variable.value is 5: it must be a string');
    expect(() => { made.addEnv({ name: 'A', value: '5' }); }).not.toThrow();
    expect(() => { made.addSidecar(untyped({ name: 'a', image: 5 })); }).toThrow('addSidecar(): the container.image is 5: it must be a string');
    expect(() => { made.addVolume({ name: 'a', emptyDir: {} }, untyped({ name: 'a', mountPath: 1 })); }).toThrow('addVolume(): a mount.mountPath is 1: it must be a string');
  });

  test('all of them together, with unknown props', () => {
    expect(cluster({ replica: 3, replicas: '3', storage: null })).toThrow(
      /^\[\S+\] replica is unknown.*\n\[\S+\] replicas is "3": it must be a number\n\[\S+\] storage is null: leave it out$/);
  });

  test('of a static factory', () => {
    expect(() => RabbitMQCertificate.fromIssuer(untyped({ issuer: 1 }))).toThrow('RabbitMQCertificate.fromIssuer(): issuer is 1: it must be a string');
  });
});

describe('what is of the right type', () => {
  test.each([
    ['the value of an enum', { scheduling: { nodeSpread: 'required' }, imagePullPolicy: 'Always' }],
    ['an interface without a class', { credentials: { secret: { name: 'orders-admin' } } }],
    ['undefined in a map', { labels: { team: undefined } }],
    ['a Duration of another package', { shutdown: { drainTimeout: { toSeconds: () => 60 } } }],
  ])('%s', (_, props) => {
    expect(cluster(props)).not.toThrow();
  });
});

test('props from another JavaScript context are checked too, as those of other languages are', () => {
  const props = (text: string): object => runInNewContext(`(${text})`) as object;
  expect(cluster(props('{ resources: { memoryLimit: "2Gi" } }'))).not.toThrow();
  expect(cluster(props('{ resources: { memoryLimt: "2Gi" } }'))).toThrow('resources.memoryLimt is unknown.');
});

test('null for a required prop is one that is missing', () => {
  expect(() => new RabbitMQExternalSecret(newChart(), 'Secret', untyped({ name: null, store: 'b', values: {} }))).toThrow('/Secret] name is missing');
});
