import { Cron } from 'cdk8s';
import { NetworkPolicyIpBlock, PersistentVolumeClaim, Secret } from 'cdk8s-plus-28';
import {
  RabbitMQBackup, RabbitMQBackupBucketOptions, RabbitMQBackupDestination, RabbitMQBackupEncryptionOptions,
  RabbitMQBackupProps, RabbitMQBackupRcloneOptions, RabbitMQCertificate, RabbitMQCluster, RabbitMQClusterProps,
  RabbitMQVersion,
} from '../../lib';
import { readEscript } from '../../lib/rabbitmq/programs';
import { Manifest, selects } from '../support/manifest';
import { find, newChart, newCluster, synth } from '../support/synth';

function backedUp(props: Partial<RabbitMQBackupProps> = {}, cluster: RabbitMQClusterProps = {}): Manifest[] {
  const chart = newChart({ namespace: 'shop' });
  new RabbitMQBackup(chart, 'Backup', { cluster: newCluster({ name: 'orders', ...cluster }, chart), ...props });
  return synth(chart, { external: { Secret: ['key', 'mine', 'bucket', 'authority', 'rclone'], PersistentVolumeClaim: ['shared'], ServiceAccount: ['mine'] } });
}

const specOf = (manifests: readonly Manifest[]): any => find(manifests, 'CronJob').spec;
const podOf = (manifests: readonly Manifest[]): any => specOf(manifests).jobTemplate.spec.template;
const argumentsOf = (manifests: readonly Manifest[]): string[] => podOf(manifests).spec.containers[0].command.slice(2);

describe('a backup', () => {
  const manifests = backedUp();
  const { metadata, spec } = podOf(manifests);

  test('is made daily, by one Job at a time, to a volume of its own', () => {
    expect(specOf(manifests)).toMatchObject({ schedule: '17 2 * * *', concurrencyPolicy: 'Forbid', startingDeadlineSeconds: 3600 });
    expect(find(manifests, 'PersistentVolumeClaim', 'orders-backup').spec).toEqual({ accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } });
    expect(argumentsOf(manifests)).toEqual(['http://orders.shop.svc:15672', '', '', '/run/secrets/backup', 'orders', '30', '', 'volume', '/backups']);
  });

  test('runs in the broker\'s image, restricted and without a token', () => {
    expect(spec).toMatchObject({ automountServiceAccountToken: false, securityContext: { runAsNonRoot: true, fsGroup: 999, seccompProfile: { type: 'RuntimeDefault' } } });
    expect(spec.containers[0]).toMatchObject({ image: 'rabbitmq:4.3.6-management', securityContext: { readOnlyRootFilesystem: true, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } });
  });

  test('asks as the user backup, and knows of no other', () => {
    expect(spec.volumes.filter(({ secret }: any) => secret).map(({ secret }: any) => secret.secretName)).toEqual(['orders-backup']);
    expect(manifests.filter(({ kind, metadata: { name } }) => kind === 'Job' && /^orders-topology-[0-9a-f]+$/.test(name))).toHaveLength(1);
  });

  test('may connect to the management port, and to nothing else', () => {
    const policy = find(manifests, 'NetworkPolicy', 'orders-api-clients').spec;
    expect(manifests.filter(({ kind, metadata: { name } }) => kind === 'NetworkPolicy' && name === 'orders-backup')).toEqual([]);
    expect(selects(policy.podSelector, metadata.labels)).toBe(true);
    expect(policy.egress.slice(1).map(({ ports }: any) => ports)).toEqual([[{ protocol: 'TCP', port: 15_672 }]]);
    const letIn = find(manifests, 'NetworkPolicy', 'orders').spec.ingress.find(({ ports }: any) => ports[0].port === 15_672);
    expect(letIn.from.some(({ podSelector }: any) => selects(podSelector, metadata.labels))).toBe(true);
  });

  test('is no broker to any selector', () => {
    for (const service of manifests.filter(({ kind }) => kind === 'Service')) {
      expect(selects({ matchLabels: service.spec.selector }, metadata.labels)).toBe(false);
    }
  });

  test('has no secret in arguments, environment or log', () => {
    expect(spec.containers[0].env.map(({ name }: any) => name)).toEqual(['POD_NAMESPACE']);
    expect(argumentsOf(manifests).join(' ')).not.toMatch(/password|\{\{/);
    expect(Object.values(readEscript('back-up')).join('').split('\n').filter(line => /io:format|fail\(/.test(line) && /read\(|Body|Content|Definitions/.test(line))).toEqual([]);
  });
});

test('what is said is done', () => {
  const spec = specOf(backedUp({ schedule: Cron.hourly(), timeZone: 'Europe/Vienna', suspend: true, keep: 7 }));
  expect(spec).toMatchObject({ schedule: '0 * * * *', timeZone: 'Europe/Vienna', suspend: true });
  expect(spec.jobTemplate.spec.template.spec.containers[0].command[7]).toBe('7');
});

test('a volume has the size and class that are asked for', () => {
  const manifests = backedUp({ destination: RabbitMQBackupDestination.volume({ size: '5Gi', storageClass: 'cheap', accessMode: 'ReadWriteMany' }) });
  expect(find(manifests, 'PersistentVolumeClaim').spec).toEqual({ accessModes: ['ReadWriteMany'], storageClassName: 'cheap', resources: { requests: { storage: '5Gi' } } });
});

test.each([[undefined, '/backups/orders'], ['a/b.c', '/backups/a/b.c']])('a volume that is there is shared by folders: %s', (folder, path) => {
  const manifests = backedUp({ destination: RabbitMQBackupDestination.claim(PersistentVolumeClaim.fromClaimName(newChart(), 'Shared', 'shared'), folder) });
  expect(argumentsOf(manifests).slice(-2)).toEqual(['volume', path]);
  expect(podOf(manifests).spec.volumes).toContainEqual({ name: 'backups', persistentVolumeClaim: { claimName: 'shared' } });
  expect(manifests.filter(({ kind }) => kind === 'PersistentVolumeClaim')).toEqual([]);
});

test.each(['/a', 'a/', '../a', 'a/../b', '', 'a b'])('a folder "%s" is refused', (folder) => {
  expect(() => RabbitMQBackupDestination.claim(PersistentVolumeClaim.fromClaimName(newChart(), 'Shared', 'shared'), folder)).toThrow(`destination: folder is "${folder}": it must be a path`);
});

test('it is encrypted by the key in a Secret, which is a file in the pod', () => {
  const secret = Secret.fromSecretName(newChart(), 'Key', 'key');
  const manifests = backedUp({ encryption: { secret, key: 'aes' } });
  expect(argumentsOf(manifests)[6]).toBe('/run/secrets/key/key');
  expect(podOf(manifests).spec.volumes).toContainEqual({ name: 'key', secret: { secretName: 'key', items: [{ key: 'aes', path: 'key' }] } });
});

describe('in production', () => {
  const keyOf = (props: Partial<RabbitMQBackupProps>, cluster: RabbitMQClusterProps = { production: true }): any =>
    podOf(backedUp(props, cluster)).spec.volumes.find(({ name }: any) => name === 'key')?.secret.secretName;

  test('it is encrypted by a key that the cluster\'s Job for Secrets creates', () => {
    const manifests = backedUp({}, { production: true });
    const { data } = find(manifests, 'ConfigMap', 'orders-init');
    expect(JSON.parse(data['backup-key.json'])).toMatchObject({ kind: 'Secret', metadata: { name: 'orders-backup-key' }, stringData: { key: '{{key}}' } });
    const job = manifests.find(({ kind, metadata: { name } }) => kind === 'Job' && name.startsWith('orders-init'))!;
    expect(job.spec.template.spec.containers[0].command).toContain('/bootstrap/backup-key.json');
    expect(keyOf({})).toBe('orders-backup-key');
  });

  test('and not where it is disabled, or nothing creates a key, with a warning', () => {
    const warningsOf = (props: Partial<RabbitMQBackupProps>, production = true): string[] => {
      const chart = newChart();
      return new RabbitMQBackup(chart, 'Backup', { cluster: newCluster({ production }, chart), ...props }).warnings;
    };
    const credentials = Secret.fromSecretName(newChart(), 'Mine', 'mine');
    expect(keyOf({ encryption: { enabled: false } })).toBeUndefined();
    expect(keyOf({ credentials })).toBeUndefined();
    expect(warningsOf({ encryption: { enabled: false } }))
      .toEqual([expect.stringMatching(/can read the volume gets .*passwords in the URIs .*\[backup-unencrypted\]$/)]);
    expect(warningsOf({ credentials })).toEqual([expect.stringContaining('[backup-unencrypted]')]);
    expect(warningsOf({})).toEqual([]);
    expect(warningsOf({}, false)).toEqual([]);
  });

  test('a key of its own takes its place', () => {
    expect(keyOf({ encryption: { secret: Secret.fromSecretName(newChart(), 'Key', 'key') } })).toBe('key');
  });
});

test('outside of production it is encrypted if that is set', () => {
  expect(argumentsOf(backedUp())[6]).toBe('');
  expect(argumentsOf(backedUp({ encryption: {} }))[6]).toBe('/run/secrets/key/key');
});

test.each<[Partial<RabbitMQBackupProps>, string]>([
  [{ schedule: Cron.schedule({ minute: '60' }) }, 'schedule is "60 * * * *": its minute is "60"'],
  [{ timeZone: 'Mars/Base' }, 'timeZone is "Mars/Base": it must be a time zone'],
  [{ pod: { nodeSelector: { 'a b': 'c' } } }, 'pod.nodeSelector has the key "a b"'],
  [{ encryption: { enabled: false, secret: Secret.fromSecretName(newChart(), 'Key', 'key') } }, 'encryption.secret is "key", but encryption.enabled is false'],
  [{ encryption: { key: 'aes' } }, 'encryption.key is "aes", but encryption.secret is not set'],
  [{ encryption: {}, credentials: Secret.fromSecretName(newChart(), 'Mine', 'mine') }, 'encryption.secret is not set, and credentials is the existing Secret "mine"'],
])('a key that nothing creates is refused', (props, message) => {
  expect(() => backedUp(props)).toThrow(message);
});

test('a Secret of the app without the key is an error', () => {
  const chart = newChart();
  const secret = new Secret(chart, 'Key', { metadata: { name: 'key' }, stringData: { aes: '0' } });
  const backup = new RabbitMQBackup(chart, 'Backup', { cluster: newCluster({}, chart), encryption: { secret } });
  expect(backup.node.validate()).toEqual(['encryption: Secret "key" has no key "key", but [aes]: backups would fail. Add it, or set encryption.key to the key that has it [backup-key-missing]']);
});

test('it asks over TLS where nothing else is open', () => {
  const manifests = backedUp({}, { tls: { certificate: RabbitMQCertificate.fromIssuer({ issuer: 'ca' }), disablePlainListeners: true } });
  expect(argumentsOf(manifests).slice(0, 2)).toEqual(['https://orders.shop.svc:15671', '/run/secrets/authority/ca.crt']);
});

test('a user that is there is taken, and none made', () => {
  const manifests = backedUp({ credentials: Secret.fromSecretName(newChart(), 'Mine', 'mine') });
  expect(podOf(manifests).spec.volumes).toContainEqual({ name: 'user', secret: { secretName: 'mine' } });
  expect(manifests.filter(({ metadata: { name } }) => name.startsWith('orders-user-'))).toEqual([]);
});

test.each([0, -1, 1.5, NaN])('keep of %d is refused', (keep) => {
  expect(() => backedUp({ keep })).toThrow(Number.isNaN(keep) ? 'keep is NaN: it must be a number' : `keep is ${keep}: it must be a whole number of 1 or more, such as 30`);
});

test('a size that is none is refused', () => {
  expect(() => RabbitMQBackupDestination.volume({ size: 'large' })).toThrow('destination: size is "large": it must be a Kubernetes quantity above zero, such as "1Gi"');
});

test('a cluster\'s name has to leave room for the CronJob\'s', () => {
  const chart = newChart();
  const mine = Secret.fromSecretName(chart, 'Mine', 'mine');
  expect(() => backedUp({ credentials: mine }, { name: 'o'.repeat(45) })).not.toThrow();
  expect(() => backedUp({ credentials: mine }, { name: 'o'.repeat(46) })).toThrow('45 characters are allowed. Choose a shorter name');
});

test('a cluster without a management port is refused', () => {
  const chart = newChart();
  const cluster = RabbitMQCluster.fromClusterAttributes(chart, 'Cluster', {
    clusterName: 'orders', version: RabbitMQVersion.NEWEST, credentialsSecret: Secret.fromSecretName(chart, 'Secret', 'secret'), ports: { amqp: 5672 },
  });
  expect(() => new RabbitMQBackup(chart, 'Backup', { cluster })).toThrow('cluster "orders" has no port named "management" or "management-tls", which backups need');
});

test('one that is suspended in production is warned about', () => {
  const warningsOf = (production: boolean, suspend: boolean): string[] => {
    const chart = newChart();
    return new RabbitMQBackup(chart, 'Backup', { cluster: newCluster({ production }, chart), suspend }).warnings;
  };
  expect(warningsOf(true, true)).toEqual([expect.stringMatching(/^suspend is true.*\[backup-suspended\]$/)]);
  expect([warningsOf(false, true), warningsOf(true, false)]).toEqual([[], []]);
});

describe('a bucket', () => {
  const credentials = Secret.fromSecretName(newChart(), 'Bucket', 'bucket');
  const bucketed = (options: Partial<RabbitMQBackupBucketOptions> = {}): Manifest[] =>
    backedUp({ destination: RabbitMQBackupDestination.s3({ bucket: 'backups', credentials, ...options }) });
  const egressOf = (manifests: readonly Manifest[]): any => find(manifests, 'NetworkPolicy', 'orders-backup').spec.egress[0];

  test('is one of AWS, with a folder for each namespace and cluster, unless said otherwise', () => {
    const manifests = bucketed();
    expect(argumentsOf(manifests).slice(7)).toEqual(['s3', 'https://s3.us-east-1.amazonaws.com/backups', '$(POD_NAMESPACE)/orders/', 'us-east-1', '/run/secrets/storage', '']);
    expect(podOf(manifests).spec.volumes).toContainEqual({
      name: 'storage',
      secret: { secretName: 'bucket', items: [{ key: 'AWS_ACCESS_KEY_ID', path: 'access-key-id' }, { key: 'AWS_SECRET_ACCESS_KEY', path: 'secret-access-key' }] },
    });
    expect(egressOf(manifests)).toEqual({ ports: [{ protocol: 'TCP', port: 443 }] });
    expect(manifests.filter(({ kind }) => kind === 'PersistentVolumeClaim')).toEqual([]);
  });

  test('of another storage is reached where that is, and nothing else', () => {
    const manifests = bucketed({
      endpoint: 'https://s3.shop.svc:9000', region: 'eu', prefix: 'a/b/', accessKeyIdKey: 'id', secretAccessKeyKey: 'word', peer: NetworkPolicyIpBlock.ipv4(newChart(), 'Storage', '192.0.2.1/32'),
      authority: { secret: Secret.fromSecretName(newChart(), 'Authority', 'authority'), key: 'ca.pem' },
    });
    expect(argumentsOf(manifests).slice(7)).toEqual(['s3', 'https://s3.shop.svc:9000/backups', 'a/b/', 'eu', '/run/secrets/storage', '/run/secrets/storage-authority/ca.crt']);
    expect(egressOf(manifests)).toEqual({ to: [{ ipBlock: { cidr: '192.0.2.1/32' } }], ports: [{ protocol: 'TCP', port: 9000 }] });
    expect(podOf(manifests).spec.volumes).toContainEqual({ name: 'storage-authority', secret: { secretName: 'authority', items: [{ key: 'ca.pem', path: 'ca.crt' }] } });
  });

  test('can be part of the host', () => {
    expect(argumentsOf(bucketed({ virtualHosted: true }))[8]).toBe('https://backups.s3.us-east-1.amazonaws.com');
  });

  test.each<[Partial<RabbitMQBackupBucketOptions>, string]>([
    [{ bucket: 'Backups' }, 'destination: bucket is "Backups"'],
    [{ bucket: 'ab' }, 'destination: bucket is "ab"'],
    [{ endpoint: 's3.example.com' }, 'destination: endpoint is "s3.example.com"'],
    [{ endpoint: 'https://s3.example.com/' }, 'destination: endpoint is "https://s3.example.com/"'],
    [{ prefix: '/a/' }, 'destination: prefix is "/a/"'],
    [{ prefix: 'a' }, 'destination: prefix is "a"'],
    [{ prefix: '../' }, 'destination: prefix is "../"'],
  ])('%j is refused', (options, message) => {
    expect(() => bucketed(options)).toThrow(message);
  });

  test('without encryption or TLS is warned about', () => {
    const warningsOf = (endpoint: string, encryption?: RabbitMQBackupEncryptionOptions): string[] => {
      const chart = newChart();
      return new RabbitMQBackup(chart, 'Backup', { cluster: newCluster({}, chart), destination: RabbitMQBackupDestination.s3({ bucket: 'backups', credentials, endpoint }), encryption }).warnings;
    };
    expect(warningsOf('http://s3.shop.svc')).toEqual([expect.stringContaining('[backup-unencrypted]'), expect.stringContaining('[backup-plain-storage]')]);
    expect(warningsOf('https://s3.shop.svc', { secret: credentials })).toEqual([]);
  });
});

describe('an rclone destination', () => {
  const REQUIRED = { remote: 'store', path: 'backups/orders', config: Secret.fromSecretName(newChart(), 'Rclone', 'rclone') };
  const uploaded = (
    options: Partial<RabbitMQBackupRcloneOptions> = {},
    props: Partial<RabbitMQBackupProps> = {},
  ): Manifest[] =>
    backedUp({ destination: RabbitMQBackupDestination.rclone({ ...REQUIRED, ...options }), ...props });
  const warningsOf = (props: Partial<RabbitMQBackupProps>): string[] => {
    const chart = newChart();
    return new RabbitMQBackup(chart, 'Backup', { cluster: newCluster({}, chart), destination: RabbitMQBackupDestination.rclone(REQUIRED), ...props }).warnings;
  };
  const errorsOf = (props: Partial<RabbitMQBackupProps>): string[] => {
    const chart = newChart();
    return new RabbitMQBackup(chart, 'Backup', { cluster: newCluster({}, chart), destination: RabbitMQBackupDestination.rclone(REQUIRED), ...props }).node.validate();
  };

  test('gets what an init container wrote to memory, by the image of rclone', () => {
    const { spec } = podOf(uploaded());
    expect(spec.initContainers).toHaveLength(1);
    expect(spec.initContainers[0].command.slice(-2)).toEqual(['volume', '/backups']);
    expect(spec.volumes).toContainEqual({ name: 'backups', emptyDir: { medium: 'Memory', sizeLimit: '256Mi' } });
    expect(spec.containers).toEqual([expect.objectContaining({
      name: 'upload',
      image: 'rclone/rclone:1.76.0',
      command: ['rclone', 'copy', '/backups', 'store:backups/orders', '--config', '/run/secrets/rclone/rclone.conf', '--immutable', '--no-traverse', '--log-level', 'INFO'],
      securityContext: { readOnlyRootFilesystem: true, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
      volumeMounts: [{ name: 'backups', mountPath: '/backups', readOnly: true }, { name: 'rclone', mountPath: '/run/secrets/rclone', readOnly: true }],
    })]);
    expect(spec.automountServiceAccountToken).toBe(false);
  });

  test('keeps the login of the broker and the key from the image of rclone', () => {
    const { spec } = podOf(uploaded({}, { encryption: { secret: Secret.fromSecretName(newChart(), 'Key', 'key') } }));
    expect(spec.containers[0].volumeMounts.map(({ name }: any) => name)).toEqual(['backups', 'rclone']);
    expect(spec.initContainers[0].volumeMounts.map(({ name }: any) => name)).not.toContain('rclone');
  });

  test('reads another key of the Secret, in another image', () => {
    const { spec } = podOf(uploaded({ configKey: 'mine.conf', image: 'registry.example.com/rclone:1.75.0' }));
    expect(spec.volumes).toContainEqual({ name: 'rclone', secret: { secretName: 'rclone', items: [{ key: 'mine.conf', path: 'rclone.conf' }] } });
    expect(spec.containers[0].image).toBe('registry.example.com/rclone:1.75.0');
  });

  test('is reached by its port, and no claim is created', () => {
    const peer = NetworkPolicyIpBlock.ipv4(newChart(), 'Storage', '192.0.2.0/24');
    const manifests = uploaded({ port: 9000, peer });
    expect(find(manifests, 'NetworkPolicy', 'orders-backup').spec.egress).toEqual([{ to: [{ ipBlock: { cidr: '192.0.2.0/24' } }], ports: [{ protocol: 'TCP', port: 9000 }] }]);
    expect(find(uploaded(), 'NetworkPolicy', 'orders-backup').spec.egress).toEqual([{ ports: [{ protocol: 'TCP', port: 443 }] }]);
    expect(manifests.filter(({ kind }) => kind === 'PersistentVolumeClaim')).toEqual([]);
  });

  test('takes workload identity by a ServiceAccount of its own, or an existing one', () => {
    const serviceAccountAnnotations = { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::111122223333:role/backup' };
    const manifests = uploaded({ serviceAccountAnnotations });
    expect(find(manifests, 'ServiceAccount', 'orders-backup')).toMatchObject({ metadata: { annotations: serviceAccountAnnotations }, automountServiceAccountToken: false });
    expect(podOf(manifests).spec.serviceAccountName).toBe('orders-backup');
    expect(podOf(uploaded({ serviceAccountName: 'mine' })).spec.serviceAccountName).toBe('mine');
    expect(podOf(uploaded()).spec).not.toHaveProperty('serviceAccountName');
  });

  test.each<[Partial<RabbitMQBackupRcloneOptions>, string]>([
    [{ remote: 'store:' }, 'destination: remote is "store:"'],
    [{ remote: '-v' }, 'destination: remote is "-v"'],
    [{ path: '/orders' }, 'destination: path is "/orders"'],
    [{ path: 'a/../b' }, 'destination: path is "a/../b"'],
    [{ path: '' }, 'destination: path is ""'],
    [{ image: 'rclone/rclone' }, 'destination: image is "rclone/rclone": it must name a version or a digest'],
    [{ image: 'rclone/rclone:latest' }, 'destination: image is "rclone/rclone:latest"'],
    [{ port: 0 }, 'destination: port is 0'],
    [{ port: 65_536 }, 'destination: port is 65536'],
    [{ serviceAccountName: 'a', serviceAccountAnnotations: {} }, 'Remove one of them'],
  ])('with %j is refused', (options, message) => {
    expect(() => RabbitMQBackupDestination.rclone({ ...REQUIRED, ...options })).toThrow(message);
  });

  test.each<Partial<RabbitMQBackupRcloneOptions>>([{ remote: 'my.store-1' }, { path: 'a/b.c' }, { image: `rclone/rclone@sha256:${'0'.repeat(64)}` }, { image: 'localhost:5000/rclone:1' }, { port: 65_535 }])(
    'with %j is accepted', (options) => {
      expect(() => RabbitMQBackupDestination.rclone({ ...REQUIRED, ...options })).not.toThrow();
    },
  );

  test('removes nothing, so that keep is an error', () => {
    expect(errorsOf({ keep: 7 })).toEqual(['keep is 7, but nothing removes old backups of an rclone destination. Remove it, and set a lifecycle rule of the storage [backup-keep-unused]']);
    expect(errorsOf({})).toEqual([]);
  });

  test('needs the key of its configuration in a Secret of the app', () => {
    const chart = newChart();
    const config = new Secret(chart, 'Rclone', { metadata: { name: 'rclone' }, stringData: { 'other.conf': '' } });
    expect(errorsOf({ destination: RabbitMQBackupDestination.rclone({ ...REQUIRED, config }) })).toEqual([]);
    const backup = new RabbitMQBackup(chart, 'Backup', { cluster: newCluster({}, chart), destination: RabbitMQBackupDestination.rclone({ ...REQUIRED, config }) });
    expect(backup.node.validate()).toEqual([expect.stringMatching(
      /Secret "rclone" has no key "rclone\.conf", but \[other\.conf\].*\[backup-config-missing\]$/,
    )]);
  });

  test('is warned of without encryption, and not with it', () => {
    expect(warningsOf({}))
      .toEqual([expect.stringMatching(/everyone who can read "store:backups\/orders" gets .*\[backup-unencrypted\]$/)]);
    expect(warningsOf({ encryption: {} })).toEqual([]);
  });
});

describe('a volume of backups', () => {
  test.each([
    [{ size: '5' }, 'destination: size is "5", which is 5 B: write a number and a unit, such as "1Gi"', { size: '1Mi' }],
    [{ accessMode: 'ReadOnlyMany' }, 'destination: accessMode is "ReadOnlyMany": the backup must be able to write', { accessMode: 'ReadWriteOncePod' }],
    [{ storageClass: 'A B' }, 'destination: storageClass is "A B"', { storageClass: '' }],
  ])('of %j is refused', (outside, message, inside) => {
    expect(() => RabbitMQBackupDestination.volume(outside)).toThrow(message);
    expect(() => RabbitMQBackupDestination.volume(inside)).not.toThrow();
  });
});
