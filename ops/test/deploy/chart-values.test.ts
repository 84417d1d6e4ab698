import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { configOfValues } from '../../src/deploy/values';
import type { DeploymentConfig } from '../../src/inventory/config';
import { inheritUnsetOptions } from '../../src/inventory/inherit';
import { synthesize } from '../../src/inventory/synth';

const configOf = (values: object): DeploymentConfig => configOfValues(values, 'values.yaml');
const manifestsOf = (config: DeploymentConfig): any => Object.fromEntries(
  synthesize(config).manifests.map(manifest => [`${manifest.kind} ${manifest.metadata.name}`, manifest]),
);

/** Says nothing, but takes the way of values. */
const NOTHING = { values: { commonLabels: {} } };

describe('values of the chart without an effect', () => {
  test.each<DeploymentConfig>([
    {}, { replicas: 1 }, { replicas: 5, monitoring: true }, { hpa: true }, { hpa: true, replicas: 5 }, { ingress: 'mq.example.com' },
    { profile: 'dev' }, { profile: 'dev', replicas: 3 }, { profile: 'test' }, { profile: 'test', monitoring: true, prometheusNamespace: 'watch' },
    { profile: 'prod' }, { profile: 'prod', replicas: 7 }, { profile: 'prod', hpa: false, replicas: 3 }, { profile: 'prod', monitoring: false },
    { profile: 'prod', ingress: 'mq.example.com' }, { profile: 'prod', ingress: 'mq.example.com', ingressController: 'haproxy' },
    { profile: 'prod', ingress: 'mq.example.com', ingressController: 'traefik', backup: false },
    { image: 'registry.example.com:5000/team/rabbitmq:4.2.10-management', backup: { schedule: '0 * * * *', keep: 3, keySecret: 'key/aes' } },
    { image: 'rabbitmq:house', release: '4.3.6', storageSize: '50Gi', storageClass: 'ssd', allowNamespaces: ['shop', 'web'] },
    { resources: { limits: { memory: '3Gi', cpu: 'none' } }, plugins: ['rabbitmq_stream'], configuration: { channel_max: '128' } },
  ])('leave what %j deploys as it is', (config) => {
    const [expected, found] = [config, { ...config, ...NOTHING }].map(synthesize);
    const byName = ({ manifests }: typeof expected) => [...manifests].sort((a, b) => `${a.kind} ${a.metadata.name}`.localeCompare(`${b.kind} ${b.metadata.name}`));
    expect(byName(found)).toEqual(byName(expected));
    expect(found).toMatchObject({ replicas: expected.replicas, cluster: expected.cluster });
    expect([...found.warnings].sort()).toEqual([...expected.warnings].sort());
  });
});

describe('a values file of the chart', () => {
  test('says what no option says over the profile', () => {
    const manifests = manifestsOf({
      profile: 'prod',
      ...configOf({
        cluster: { name: 'orders' },
        tls: { dnsNames: ['mq.example.com'], clientCertificates: 'required' },
        service: { type: 'LoadBalancer' },
        pod: { env: [{ name: 'A', value: 'b' }] },
        prometheusRule: { enabled: false },
        extraObjects: [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'extra' }, data: { key: 'value' } }],
      }),
    });
    expect(Object.values<any>(manifests).find(({ kind }) => kind === 'Certificate').spec.dnsNames).toContain('mq.example.com');
    expect(manifests['Service orders'].spec.type).toBe('LoadBalancer');
    expect(manifests['StatefulSet orders'].spec.template.spec.containers[0].env).toContainEqual({ name: 'A', value: 'b' });
    expect(JSON.stringify(manifests['ConfigMap orders-config'].data)).toContain('ssl_options.fail_if_no_peer_cert = true');
    expect(manifests).not.toHaveProperty('PrometheusRule orders');
    expect(manifests).toHaveProperty('ServiceMonitor orders');
    expect(manifests['ConfigMap extra']).toMatchObject({ metadata: { namespace: 'production' }, data: { key: 'value' } });
  });

  test('may be the chart\'s own', () => {
    const values = parse(readFileSync(join(__dirname, '../../../chart/values.yaml'), 'utf8')) as object;
    expect(manifestsOf(configOf(values))['StatefulSet rabbitmq-cluster'].spec.replicas).toBe(3);
  });

  test('may be that of the textbook, with safe numbers instead of its own', () => {
    const config = configOf({
      image: { registry: 'docker.io', repository: 'rabbitmq', tag: '3.10-management-alpine' },
      cluster: { enabled: true, replicaCount: 3, name: 'rabbitmq-cluster' },
      resources: { limits: { cpu: '1000m', memory: '2Gi' }, requests: { cpu: '500m', memory: '1Gi' } },
      persistence: { enabled: true, storageClass: 'rabbitmq-storage', size: '20Gi', accessModes: ['ReadWriteOnce'] },
      hpa: { enabled: true, minReplicas: 2, maxReplicas: 10, targetCPUUtilizationPercentage: 70, targetMemoryUtilizationPercentage: 80 },
      serviceMonitor: { enabled: true, interval: '30s', path: '/metrics', port: 'metrics' },
    });
    expect(manifestsOf(config)['HorizontalPodAutoscaler rabbitmq-cluster-hpa'].spec).toMatchObject({ minReplicas: 3, maxReplicas: 9 });
    expect(synthesize(config).warnings).toEqual(expect.arrayContaining([expect.stringContaining('hpa.minReplicas is 2'), expect.stringContaining('serviceMonitor.port is "metrics"')]));
  });

  test('keeps the decimal point of a number', () => {
    expect(configOf({ configuration: { 'vm_memory_high_watermark.relative': 1, channel_max: 128 } }).configuration).toEqual({ 'vm_memory_high_watermark.relative': '1.0', channel_max: '128' });
  });

  test('takes the registry and the storage class of a parent chart', () => {
    const { 'StatefulSet rabbitmq-cluster': { spec }, 'PersistentVolumeClaim rabbitmq-cluster-backup': claim } = manifestsOf(configOf({
      global: { imageRegistry: 'registry.example.com', storageClass: 'fast', imagePullSecrets: ['login'] }, backup: { enabled: true },
    }));
    expect(spec.template.spec.containers[0].image).toMatch(/^registry\.example\.com\/rabbitmq:/);
    expect(spec.template.spec.imagePullSecrets).toEqual([{ name: 'login' }]);
    expect(spec.volumeClaimTemplates[0].spec.storageClassName).toBe('fast');
    expect(claim.spec.storageClassName).toBe('fast');
  });

  test.each([
    [{ cluster: { replicas: 3 } }, '"cluster.replicas" is not a key of a values file. Did you mean "cluster.replicaCount"?'],
    [{ replicaCount: 3 }, '"replicaCount" is not a key of a values file. Did you mean cluster.replicaCount?'],
    [{ tls: { clientCertificates: 'always' } }, '"tls.clientCertificates" is "always": it must be equal to one of the allowed values: none, optional, required'],
    [{ service: { nodePorts: { amqp: 70_000 } } }, '"service.nodePorts.amqp" is 70000: it must be <= 65535'],
    [{ cluster: { name: null } }, '"cluster.name" is null: it needs a value'],
    [{ tls: null }, '"tls" is null: it needs a value'],
    [{ pod: { env: [{ value: 'x' }] } }, '"pod.env[0]" has no "name": add it'],
    [{ extraObjects: [{ kind: '{{ .Release.Name }}' }] }, '"extraObjects[0]" has a template'],
    [['a'], 'the file is no map of keys and values'],
  ])('with %j is refused by the key, the value and what is allowed', (values, message) => {
    expect(() => configOf(values)).toThrow(message);
  });

  test('shows no value in which a secret may be', () => {
    expect(() => configOf({ configuration: { default_pass: 'hunter2 # x' } })).toThrow(expect.not.objectContaining({ message: expect.stringContaining('hunter2') as string }) as Error);
  });

  test('is refused for an inherited configuration that an API caller wrote', () => {
    expect(() => synthesize({ values: { tls: { enabled: 'yes' } } })).toThrow('"tls.enabled" is "yes"');
  });
});

describe('values of the last deploy', () => {
  const last = configOf({ service: { type: 'LoadBalancer' }, commonLabels: { team: 'shop' }, hpa: { enabled: true, minReplicas: 3 } });

  test('stay where a deploy says nothing', () => {
    expect(inheritUnsetOptions({}, last).values).toEqual(last.values);
    expect(inheritUnsetOptions(configOf({ commonLabels: { cost: 'a' } }), last).values).toMatchObject({ service: { type: 'LoadBalancer' }, commonLabels: { team: 'shop', cost: 'a' } });
  });

  test('are taken away by null', () => {
    const config = inheritUnsetOptions(configOf({ commonLabels: { team: null } }), last);
    expect(manifestsOf(config)['Service rabbitmq-cluster'].metadata.labels).not.toHaveProperty('team');
  });

  test('are below an option that comes later', () => {
    expect(manifestsOf(inheritUnsetOptions({ replicas: 5 }, last))['HorizontalPodAutoscaler rabbitmq-cluster-hpa'].spec.minReplicas).toBe(5);
  });
});
