import { RabbitMQStorageOptions, RabbitMQVersion } from '../../../lib';
import { brokerConfiguration, brokerContainer, find, newCluster, podTemplate, synth, synthCluster } from '../../support/synth';

const specWith = (storage?: RabbitMQStorageOptions): any => find(synthCluster({ storage }), 'StatefulSet').spec;

describe('the volume of a broker', () => {
  test('is 10Gi of the default class, and stays', () => {
    const spec = specWith();
    expect(spec.volumeClaimTemplates).toEqual([{
      metadata: { name: 'rabbitmq-data', labels: expect.any(Object) },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } } },
    }]);
    expect(spec.persistentVolumeClaimRetentionPolicy).toEqual({ whenDeleted: 'Retain', whenScaled: 'Retain' });
  });

  test('holds the data, and nothing that an image or a Secret brings', () => {
    const mounts: any[] = brokerContainer(synthCluster()).volumeMounts;
    expect(mounts.filter(({ name }) => name === 'rabbitmq-data')).toEqual([{ name: 'rabbitmq-data', mountPath: '/var/lib/rabbitmq/mnesia' }]);
    expect(mounts.find(({ name }) => name === 'home').mountPath).toBe('/var/lib/rabbitmq');
  });

  test('is as it is asked for', () => {
    const spec = specWith({ size: '20G', storageClass: 'fast', accessMode: 'ReadWriteOncePod', retainOnDelete: false });
    expect(spec.volumeClaimTemplates[0].spec).toEqual({ accessModes: ['ReadWriteOncePod'], storageClassName: 'fast', resources: { requests: { storage: '20G' } } });
    expect(spec.persistentVolumeClaimRetentionPolicy).toEqual({ whenDeleted: 'Delete', whenScaled: 'Retain' });
    expect(specWith({ retainOnScaleIn: false }).persistentVolumeClaimRetentionPolicy).toEqual({ whenDeleted: 'Retain', whenScaled: 'Delete' });
  });

  test('can be done without', () => {
    const manifests = synthCluster({ storage: { ephemeral: true } });
    expect(find(manifests, 'StatefulSet').spec.volumeClaimTemplates ?? []).toEqual([]);
    expect(podTemplate(manifests).spec.volumes).toContainEqual({ name: 'rabbitmq-data', emptyDir: {} });
    expect(brokerContainer(manifests).volumeMounts).toContainEqual({ name: 'rabbitmq-data', mountPath: '/var/lib/rabbitmq/mnesia' });
  });

  test('can have others beside it, of their own class or of the same', () => {
    const manifests = synthCluster({ storage: {
      storageClass: 'usual',
      additionalClaims: [{ name: 'wal', mountPath: '/wal', size: '5Gi', storageClass: 'fast' }, { name: 'spool', mountPath: '/spool', size: '1Gi' }],
    } });
    const claims = find(manifests, 'StatefulSet').spec.volumeClaimTemplates.map(({ metadata, spec }: any) =>
      [metadata.name, spec.storageClassName, spec.resources.requests.storage]);
    expect(claims).toEqual([['rabbitmq-data', 'usual', '10Gi'], ['wal', 'fast', '5Gi'], ['spool', 'usual', '1Gi']]);
    expect(brokerContainer(manifests).volumeMounts).toEqual(expect.arrayContaining([{ name: 'wal', mountPath: '/wal' }, { name: 'spool', mountPath: '/spool' }]));
  });

  test.each([
    [{ size: '0' }, 'storage.size is "0": it must be a Kubernetes quantity above zero, such as "10Gi"'],
    [{ size: '10' }, 'storage.size is "10", which is 10 B: write a number and a unit, such as "10Gi"'],
    [{ size: '1023Ki' }, 'storage.size is "1023Ki", which is 1023 KiB: write'],
    [{ size: '10GB' }, 'storage.size is "10GB": it must be'],
    [{ additionalClaims: [{ name: 'wal', mountPath: '/wal', size: '-1Gi' }] }, 'storage.additionalClaims "wal" size is "-1Gi": it must be'],
  ])('fails as %j', (storage, message) => {
    expect(() => newCluster({ storage })).toThrow(message);
  });
});

describe('the limit of free disk', () => {
  const GIB = 2 ** 30;

  test.each([
    ['2Gi', '10Gi', 2 * GIB],
    ['2Gi', '8Gi', 2 * GIB],
    ['2Gi', '7Gi', 1.75 * GIB],
    ['4Gi', '100Gi', 4 * GIB],
    ['2G', '100Gi', 1907 * 2 ** 20],
  ])('with %s of memory on %s is as much as the memory, and a quarter of the volume at the most', (memoryLimit, size, bytes) => {
    const configuration = brokerConfiguration(synthCluster({ resources: { memoryLimit }, storage: { size } }));
    expect(configuration['disk_free_limit.absolute']).toBe(String(bytes));
  });

  test('is one\'s own where one has one', () => {
    const configuration = brokerConfiguration(synthCluster({ configuration: { disk: { freeLimit: '3Gi' } } }));
    expect(configuration['disk_free_limit.absolute']).toBe(String(3 * GIB));
  });

  test('is never absolute beside a relative one of the user, which would be without effect, unless a warning says so', () => {
    const cluster = newCluster({ configuration: { raw: { 'disk_free_limit.relative': '1.5' } } });
    const keys = Object.keys(brokerConfiguration(synth(cluster))).filter(key => key.startsWith('disk_free_limit.'));
    if (keys.length > 1) {
      expect(cluster.warnings.join()).toContain('the broker uses the absolute one');
    } else {
      expect(keys).toEqual(['disk_free_limit.relative']);
    }
  });
});

describe('the write-ahead log', () => {
  const walOf = (memoryLimit: string, version = RabbitMQVersion.NEWEST): Record<string, string> => Object.fromEntries(
    Object.entries(brokerConfiguration(synthCluster({ version, resources: { memoryLimit } }))).filter(([key]) => key.includes('wal_max_size_bytes')));

  test.each([
    ['1Gi', '167772160'],
    ['2Gi', '335544320'],
    ['3199Mi', '520093696'],
  ])('with %s of memory is a third of what the alarm allows', (memoryLimit, bytes) => {
    expect(walOf(memoryLimit)).toEqual({ 'quorum_queue.wal_max_size_bytes': bytes });
  });

  test.each(['3200Mi', '4Gi'])('with %s of memory is the broker\'s own, as 512 MiB fit', (memoryLimit) => {
    expect(walOf(memoryLimit)).toEqual({});
  });

  test.each([['3.10', 'raft'], ['4.0', 'raft'], ['4.2', 'raft'], ['4.3', 'quorum_queue']])('of %s is set by the key that has an effect there', (series, system) => {
    expect(Object.keys(walOf('1Gi', RabbitMQVersion.of(series)))).toEqual([`${system}.wal_max_size_bytes`]);
  });
});
