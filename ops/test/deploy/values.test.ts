import { configOf } from '../../src/cli/commands/deploy-options';
import { placeOf } from '../../src/inventory/config';
import { synthesize } from '../../src/inventory/synth';
import { configOfValues } from '../../src/deploy/values';
import { ExitCode } from '../../src/core/errors';

describe('a values file', () => {
  test('says what the charts\' keys say', () => {
    expect(configOfValues({
      image: { registry: 'registry.example.com', repository: 'team/rabbitmq', tag: '4.3.6-management' },
      cluster: { enabled: true, name: 'orders', replicaCount: 5 },
      resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: 2 } },
      persistence: { enabled: true, storageClass: 'ssd', size: '50Gi' },
      hpa: { enabled: false },
      serviceMonitor: { enabled: true },
      ingress: { enabled: true, host: 'mq.example.com' },
      backup: { enabled: true, schedule: '0 * * * *', keep: 48 },
      plugins: ['rabbitmq_stream'],
      configuration: { channel_max: 128 },
    }, 'values.yaml')).toEqual({
      image: 'registry.example.com/team/rabbitmq:4.3.6-management',
      clusterName: 'orders',
      replicas: 5,
      resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '2', memory: undefined } },
      storageClass: 'ssd',
      storageSize: '50Gi',
      hpa: false,
      ingress: 'mq.example.com',
      backup: { schedule: '0 * * * *', keep: 48 },
      plugins: ['rabbitmq_stream'],
      configuration: { channel_max: '128' },
      values: { serviceMonitor: { enabled: true } },
    });
  });

  test.each([
    [{ registry: 'registry.example.com' }, /^registry\.example\.com\/rabbitmq:4\.\d+\.\d+-management$/],
    [{ registry: 'registry.example.com', repository: 'team/rabbitmq' }, /^registry\.example\.com\/team\/rabbitmq:4\.\d+\.\d+-management$/],
    [{ registry: '', tag: '4.3.6', digest: '' }, /^rabbitmq:4\.3\.6$/],
    [{ tag: '4.3.6', digest: `sha256:${'0'.repeat(64)}` }, /^rabbitmq:4\.3\.6@sha256:0+$/],
    [{ digest: `sha256:${'0'.repeat(64)}` }, /^rabbitmq@sha256:0+$/],
  ])('takes %j for an image', (image, reference) => {
    expect(configOfValues({ image }, 'values.yaml').image).toMatch(reference);
  });

  test('has one broker where there is to be no cluster, and no second word on it', () => {
    expect(configOfValues({ cluster: { enabled: false } }, 'values.yaml')).toEqual({ replicas: 1 });
    expect(configOfValues({ cluster: { enabled: false, replicaCount: 1 } }, 'values.yaml')).toEqual({ replicas: 1 });
    expect(() => configOfValues({ cluster: { enabled: false, replicaCount: 3 } }, 'values.yaml')).toThrow(/"cluster\.enabled" is false.*"cluster\.replicaCount" is 3/);
  });

  test('has no Ingress where it is switched off', () => {
    expect(configOfValues({ ingress: { enabled: false, host: 'mq.example.com' } }, 'values.yaml')).toEqual({ ingress: false });
  });

  test('has no backups where they are switched off', () => {
    expect(configOfValues({ backup: { enabled: false, schedule: '0 * * * *' } }, 'values.yaml')).toEqual({ backup: false });
    expect(configOfValues({ backup: { enabled: true } }, 'values.yaml')).toEqual({ backup: {} });
  });

  test.each([
    { ingress: { host: 'mq.example.com' } },
    { backup: { schedule: '0 * * * *', keep: 48, encryption: { secret: 'key' } } },
    { hpa: { minReplicas: 5 } },
    { serviceMonitor: { interval: '15s' } },
  ])('switches nothing on without "enabled": %j', (values) => {
    expect(configOfValues(values, 'values.yaml')).toEqual({ values });
  });

  test('may be empty', () => {
    expect(configOfValues({}, 'values.yaml')).toEqual({});
  });

  test('tells all that is wrong at once, by path', () => {
    expect(() => configOfValues({ cluster: { replicas: 3, replicaCount: '3' }, hpa: { enabled: 'yes' }, persistence: { enabled: false } }, 'values.yaml'))
      .toThrow(new RegExp([
        String.raw`values\.yaml:`,
        String.raw` {2}"cluster\.replicas" is not a key of a values file\. Did you mean "cluster\.replicaCount"\?`,
        String.raw`.*"cluster\.replicaCount" is "3".*`,
        String.raw`.*"hpa\.enabled" is "yes".*`,
        String.raw`.*"persistence\.enabled" is false.*`,
        String.raw`Keys: [^\n]*$`,
      ].join('\n')));
  });
});

describe('what is deployed', () => {
  const kinds = (config: Parameters<typeof synthesize>[0]): string[] =>
    [...new Set(synthesize(config).manifests.map(({ kind }) => kind))].sort();
  const statefulSet = (config: Parameters<typeof synthesize>[0]): any => synthesize(config).manifests.find(({ kind }) => kind === 'StatefulSet');

  test('by default has the field\'s names and sizes', () => {
    const { metadata, spec } = statefulSet({});
    expect(metadata).toMatchObject({ name: 'rabbitmq-cluster', namespace: 'default' });
    expect(spec.replicas).toBe(3);
    expect(spec.template.spec.containers[0].resources).toEqual({ requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '1', memory: '2Gi' } });
    expect(spec.volumeClaimTemplates[0].spec.resources.requests.storage).toBe('20Gi');
    expect(kinds({})).not.toContain('ServiceMonitor');
  });

  test.each([
    ['dev', { namespace: 'default', name: 'rabbitmq-cluster' }, 1],
    ['test', { namespace: 'rabbitmq-test', name: 'rabbitmq-test' }, 3],
    ['prod', { namespace: 'production', name: 'rabbitmq-prod' }, 5],
  ] as const)('with profile %s has that profile\'s place and size', (profile, place, replicas) => {
    expect(synthesize({ profile })).toMatchObject({ cluster: place, replicas });
    expect(placeOf({ profile, namespace: 'mine' })).toEqual({ ...place, namespace: 'mine' });
  });

  test('has an Ingress and monitors where they are asked for', () => {
    expect(kinds({ ingress: 'mq.example.com' })).toContain('Ingress');
    expect(kinds({ monitoring: true })).toEqual(expect.arrayContaining(['ServiceMonitor', 'PrometheusRule']));
    expect(kinds({ profile: 'prod' })).not.toContain('Ingress');
  });

  test('has no monitors where a profile\'s are not wanted', () => {
    for (const profile of ['test', 'prod'] as const) {
      expect(kinds({ profile })).toContain('ServiceMonitor');
      expect(kinds({ profile, monitoring: false }).filter(kind => ['ServiceMonitor', 'PodMonitor', 'PrometheusRule'].includes(kind))).toEqual([]);
    }
  });

  test.each([
    [{}, 3], [{ replicas: 5 }, 5], [{ profile: 'dev' }, 3], [{ profile: 'prod' }, 5], [{ profile: 'prod', replicas: 7 }, 7],
  ] as const)('with an autoscaler and %j has that many brokers at the least, and leaves their number open', (config, fewest) => {
    const { manifests, replicas } = synthesize({ ...config, hpa: true });
    expect(manifests.find(({ kind }) => kind === 'HorizontalPodAutoscaler')).toMatchObject({ spec: { minReplicas: fewest } });
    expect(replicas).toBe(fewest);
    expect(statefulSet({ ...config, hpa: true }).spec).not.toHaveProperty('replicas');
  });

  test('gets options over values over the profile', () => {
    expect(configOf({ profile: 'test', replicas: 5 }, {})).toEqual({ profile: 'test', replicas: 5 });
    expect(statefulSet({ profile: 'test', replicas: 5 }).spec.replicas).toBe(5);
  });

  test.each(['10737418240', '1e10', '1.5Gi', '10Gi'])('takes the storage size %s, as Kubernetes does', (storageSize) => {
    expect(() => synthesize({ storageSize })).not.toThrow();
  });

  test('is refused with a storage size without its unit', () => {
    expect(() => synthesize({ storageSize: '10' })).toThrow('persistence.size is "10", which is 10 B: write a number and a unit');
  });

  test.each([
    [{ replicas: 1.5 }, 'replicas is "1.5"'],
    [{ replicas: 1, hpa: true }, 'replicas is "1", which with hpa is the minimum. Use one of 3, 5, 7, 9'],
    [{ profile: 'huge' as never }, 'profile is "huge"'],
    [{ ingress: 'https://mq' }, 'ingress is "https://mq"'],
    [{ image: 'nginx' }, 'has no RabbitMQ release in its tag. Pass it with --release'],
    [{ storageSize: 'much' }, 'much'],
    [{ clusterName: 'Orders' }, 'is not a valid cluster name'],
  ])('is refused with %j, in words', (config, message) => {
    expect(() => synthesize(config)).toThrow(message);
    expect(() => synthesize(config)).toThrow(expect.objectContaining({ code: ExitCode.USAGE }) as Error);
  });
});
