import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
  RabbitMQDeployment, type RabbitMQDeploymentProps, RabbitMQIngressController, RabbitMQProfile, RabbitMQWarnings,
} from 'cdk8s-rabbitmq';
import { parse } from 'yaml';
import { REMOVABLE, withDefaults } from '../../src/chart-values/defaults';
import { isMap } from '../../src/chart-values/merge';
import { problemsOf } from '../../src/chart-values/problems';
import { profileValues } from '../../src/chart-values/profiles';
import { cdk8s } from '../../src/core/cdk8s';
import { configOfValues } from '../../src/deploy/values';
import type { DeploymentConfig } from '../../src/inventory/config';
import { inheritUnsetOptions } from '../../src/inventory/inherit';
import { synthesize } from '../../src/inventory/synth';

const configOf = (values: object): DeploymentConfig => configOfValues(values, 'values.yaml');
const manifestsOf = (config: DeploymentConfig): any => Object.fromEntries(
  synthesize(config).manifests.map(manifest => [`${manifest.kind} ${manifest.metadata.name}`, manifest]),
);

const { DEV, TEST, PROD } = RabbitMQProfile;
const host = 'mq.example.com';
const noIngress = { ingress: { enabled: false } };
const noAutoscaler = { autoscaler: { enabled: false } };

describe('a deploy of a profile', () => {
  test.each<[DeploymentConfig, RabbitMQDeploymentProps]>([
    [{ profile: 'dev' }, { profile: DEV }],
    [{ profile: 'dev', hpa: true }, { profile: DEV, autoscaler: {} }],
    [{ profile: 'test' }, { profile: TEST }],
    [{ profile: 'prod' }, { profile: PROD, ...noIngress }],
    [{ profile: 'prod', replicas: 7 }, { profile: PROD, cluster: { replicas: 7 }, ...noIngress }],
    [{ profile: 'prod', hpa: false }, { profile: PROD, ...noAutoscaler, ...noIngress }],
    [{ profile: 'prod', hpa: false, replicas: 3, monitoring: false }, { profile: PROD, cluster: { replicas: 3 }, ...noAutoscaler, monitoring: { enabled: false }, ...noIngress }],
    [{ profile: 'prod', ingress: host }, { profile: PROD, ingress: { management: { host } } }],
    [{ profile: 'prod', ingress: host, ingressController: 'haproxy' }, { profile: PROD, ingress: { management: { host, controller: RabbitMQIngressController.HAPROXY } } }],
    [
      { profile: 'prod', ingress: host, ingressController: 'traefik', backup: false },
      {
        profile: PROD,
        ingress: { management: { host, controller: RabbitMQIngressController.TRAEFIK } },
        backup: { enabled: false },
      },
    ],
  ])('with %j makes what the library makes of it', (config, props) => {
    const chart = new cdk8s.Chart(new cdk8s.App(), 'deployment', { namespace: props.profile.namespace });
    RabbitMQWarnings.of(chart).silence();
    const { cluster } = new RabbitMQDeployment(chart, 'RabbitMQ', props);
    const byName = (manifests: readonly any[]) => [...manifests].sort((a, b) => `${a.kind} ${a.metadata.name}`.localeCompare(`${b.kind} ${b.metadata.name}`));
    const { manifests, replicas, warnings } = synthesize(config);
    expect(byName(manifests)).toEqual(byName(chart.toJson()));
    expect(replicas).toBe(cluster.replicas);
    const expected = RabbitMQWarnings.of(chart).list().map(({ id, message }) => `${message} [${id}]`);
    expect([...warnings].sort()).toEqual(expected.sort());
  });

  test('with values of no effect is the same', () => {
    expect(synthesize({ profile: 'prod', hpa: false, values: { commonLabels: {} } })).toEqual(synthesize({ profile: 'prod', hpa: false }));
  });

  test('without a storage class has volumes of none, and with an empty one volumes that nobody provides', () => {
    const claimOf = (config: DeploymentConfig): any => manifestsOf(config)['StatefulSet rabbitmq-cluster'].spec.volumeClaimTemplates[0].spec;
    expect(claimOf({})).not.toHaveProperty('storageClassName');
    expect(claimOf({ storageClass: '' })).toMatchObject({ storageClassName: '', resources: { requests: { storage: '20Gi' } } });
  });

  test.each(['', '/key'])('refuses the Secret "%s" as the key for backups', (keySecret) => {
    expect(() => synthesize({ backup: { keySecret } })).toThrow(`backup.keySecret is "${keySecret}": use the name of a Secret, or NAME/KEY`);
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

  describe('has the sections that "enabled" switches on, as in the chart', () => {
    const sections = (config: DeploymentConfig): string[] => [...new Set(Object.keys(manifestsOf(config)).map(name => name.split(' ')[0]))]
      .filter(kind => ['Ingress', 'HTTPRoute', 'CronJob', 'HorizontalPodAutoscaler', 'ServiceMonitor', 'PrometheusRule', 'Deployment'].includes(kind)).sort();

    test.each([
      [{ ingress: { host } }, []],
      [{ ingress: { enabled: true, host } }, ['Ingress']],
      [{ backup: { schedule: '0 * * * *' } }, []],
      [{ backup: { enabled: true, schedule: '0 * * * *' } }, ['CronJob']],
      [{ hpa: { maxReplicas: 7 } }, []],
      [{ hpa: { enabled: true, maxReplicas: 7 } }, ['HorizontalPodAutoscaler']],
      [{ serviceMonitor: { interval: '15s' } }, []],
      [{ serviceMonitor: { enabled: true } }, ['ServiceMonitor']],
      [{ prometheusRule: { runbooks: 'https://runbooks.example.com' } }, []],
      [{ prometheusRule: { enabled: true } }, ['PrometheusRule']],
      [{ gateway: { name: 'public', management: { host } } }, []],
      [{ gateway: { name: 'public', management: { enabled: true, host } } }, ['HTTPRoute']],
    ])('of %j: %j', (values, kinds) => {
      expect(sections(configOf(values))).toEqual(kinds);
    });

    test('keeps what the profile switches on, with its own keys', () => {
      const { 'CronJob rabbitmq-prod-backup': cronJob } = manifestsOf({ profile: 'prod', ...configOf({ backup: { schedule: '0 * * * *' } }) });
      expect(cronJob.spec.schedule).toBe('0 * * * *');
    });
  });

  test('may be that of the textbook, with safe numbers instead of its own', () => {
    const config = configOf({
      image: { registry: 'docker.io', repository: 'rabbitmq', tag: '3.10-management-alpine' },
      cluster: { enabled: true, replicaCount: 3, name: 'rabbitmq-cluster' },
      resources: { limits: { cpu: '1000m', memory: '2Gi' }, requests: { cpu: '500m', memory: '1Gi' } },
      persistence: { enabled: true, storageClass: 'rabbitmq-storage', size: '20Gi', accessModes: ['ReadWriteOnce'] },
      hpa: {
        enabled: true,
        minReplicas: 2,
        maxReplicas: 10,
        targetCPUUtilizationPercentage: 70,
        targetMemoryUtilizationPercentage: 80,
      },
      serviceMonitor: { enabled: true, interval: '30s', path: '/metrics', port: 'metrics' },
    });
    expect(manifestsOf(config)['HorizontalPodAutoscaler rabbitmq-cluster-hpa'].spec).toMatchObject({ minReplicas: 3, maxReplicas: 9 });
    expect(synthesize(config).warnings).toEqual(expect.arrayContaining([expect.stringContaining('hpa.minReplicas is 2'), expect.stringContaining('serviceMonitor.port is "metrics"')]));
  });

  describe('with an autoscaler', () => {
    const ignored = (config: DeploymentConfig): string[] => synthesize(config).warnings.filter(warning => warning.startsWith('cluster.replicaCount'));
    const smallest = (config: DeploymentConfig): number => manifestsOf(config)['HorizontalPodAutoscaler rabbitmq-cluster-hpa'].spec.minReplicas as number;

    test.each([
      [{ cluster: { replicaCount: 5 }, hpa: { enabled: true } }, 3],
      [{ cluster: { replicaCount: 7 }, hpa: { enabled: true, minReplicas: 5 } }, 5],
      [{ cluster: { replicaCount: 9 }, hpa: { enabled: true, maxReplicas: 9 } }, 3],
    ])('warns that %j has a number of brokers without effect', (values, minReplicas) => {
      expect(ignored(configOf(values))).toEqual([expect.stringMatching(/^cluster\.replicaCount is \d, but hpa\.enabled is true: .* Set hpa\.minReplicas instead/)]);
      expect(smallest(configOf(values))).toBe(minReplicas);
    });

    test.each([
      { hpa: { enabled: true } },
      { cluster: { replicaCount: 3 }, hpa: { enabled: true, minReplicas: 5 } },
      { cluster: { replicaCount: 5 }, hpa: { enabled: true, minReplicas: 5 } },
      { cluster: { replicaCount: 5 }, hpa: { enabled: true, minReplicas: 4 } },
      { cluster: { replicaCount: 5 }, hpa: { enabled: false } },
    ])('does not warn of %j', (values) => {
      expect(ignored(configOf(values))).toEqual([]);
    });

    test.each<DeploymentConfig>([
      { profile: 'dev', hpa: true }, { profile: 'prod' }, { profile: 'prod', ...configOf({ hpa: { minReplicas: 7 } }) }, { hpa: true, replicas: 5 },
    ])('does not warn of numbers that no file has: %j', (config) => {
      expect(ignored(config)).toEqual([]);
    });

    test('takes the number of brokers of the file where an option switches it off', () => {
      const config = { ...configOf({ cluster: { replicaCount: 5 }, hpa: { enabled: true } }), hpa: false };
      expect(synthesize(config).replicas).toBe(5);
      expect(inheritUnsetOptions({}, config).values).toEqual({});
    });
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
    [{ commonAnnotations: { wörld: 'x' } }, '"commonAnnotations" has the key "wörld": it must match pattern "^('],
    [{ replicaCount: 3 }, '"replicaCount" is not a key of a values file. Did you mean cluster.replicaCount?'],
    [{ tls: { clientCertificates: 'always' } }, '"tls.clientCertificates" is "always": it must be equal to one of the allowed values: none, optional, required'],
    [{ service: { nodePorts: { amqp: 70_000 } } }, '"service.nodePorts.amqp" is 70000: it must be <= 65535'],
    [{ networkPolicy: { clientNamespaces: { 'rabbitmq-client': null } } }, '"networkPolicy.clientNamespaces" has no entry: add one'],
    [{ networkPolicy: { clientNamespaces: { team: null } } }, '"networkPolicy.clientNamespaces.team" is null: give it a value, or remove it'],
    [{ plugins: [null] }, '"plugins[0]" is null: give it a value, or remove it'],
    [{ topology: { virtualHosts: { orders: { policies: { a: { pattern: null, definition: { maxLength: 1 } } } } } } }, '"topology.virtualHosts.orders.policies.a.pattern" is null: give it a value'],
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

  test('change what an earlier deploy switched on, and switch nothing on', () => {
    const file = configOf({ ingress: { host: 'new.example.com' }, backup: { schedule: '5 * * * *' } });
    const on = manifestsOf(inheritUnsetOptions(file, { ingress: host, backup: { schedule: '0 * * * *', keep: 3 } }));
    expect(on['Ingress rabbitmq-cluster-management'].spec.rules[0].host).toBe('new.example.com');
    expect(on['CronJob rabbitmq-cluster-backup'].spec.schedule).toBe('5 * * * *');
    const route = manifestsOf(inheritUnsetOptions(file, { profile: 'prod', ingress: host }))['HTTPRoute rabbitmq-prod-management'];
    expect(route.spec.hostnames).toEqual(['new.example.com']);
    expect(manifestsOf(inheritUnsetOptions(file, {}))).not.toHaveProperty('Ingress rabbitmq-cluster-management');
  });

  test('are below options of the same keys that come later', () => {
    const file = configOf({ ingress: { host: 'old.example.com' }, backup: { schedule: '5 * * * *', keep: 3 }, serviceMonitor: { enabled: true } });
    expect(inheritUnsetOptions({ ingress: host, backup: { schedule: '0 * * * *' }, monitoring: false }, file).values).toEqual({ backup: { keep: 3 } });
  });

  test('are below an option that comes later', () => {
    expect(manifestsOf(inheritUnsetOptions({ replicas: 5 }, last))['HorizontalPodAutoscaler rabbitmq-cluster-hpa'].spec.minReplicas).toBe(5);
  });
});

describe('a null in a values file', () => {
  /** Each key of the chart's own values, maps too. */
  const pathsIn = (values: unknown, path: readonly string[] = []): (readonly string[])[] => (isMap(values)
    ? Object.entries(values).flatMap(([key, below]) => [[...path, key], ...pathsIn(below, [...path, key])])
    : []);
  const nullAt = (path: readonly string[]): unknown =>
    path.reduceRight<unknown>((below, key) => ({ [key]: below }), null);
  const paths = pathsIn(parse(readFileSync(join(__dirname, '../../../chart/values.yaml'), 'utf8')));
  const kept = paths.filter(path => !REMOVABLE.includes(path.join('.')));

  test('is the default, for every key', () => {
    expect(kept.length).toBeGreaterThan(250);
    expect(kept.length).toBe(paths.length - REMOVABLE.length);
    const others = kept.filter(path => !isDeepStrictEqual(withDefaults(nullAt(path)), withDefaults()));
    expect(others).toEqual([]);
    expect(kept.flatMap(path => problemsOf(nullAt(path)))).toEqual([]);
  });

  test('is what the profile has, for every key', () => {
    const layers = profileValues(PROD);
    const others = kept.filter(path => !isDeepStrictEqual(withDefaults(layers, nullAt(path)), withDefaults(layers)));
    expect(others).toEqual([]);
  });

  test.each<[object, DeploymentConfig]>([
    [{ hpa: { enabled: null }, cluster: { replicaCount: null }, backup: { keep: null } }, {}],
    [{ plugins: null, configuration: null }, {}],
    [{ resources: { requests: { cpu: null }, limits: { memory: null } } }, {}],
    [{ configuration: { heartbeat: null, channel_max: 128 } }, { configuration: { channel_max: '128' } }],
    [{ resources: { limits: { cpu: null } } }, { resources: { requests: {}, limits: { cpu: 'none' } } }],
  ])('is no option: %j', (values, options) => {
    const { values: others, ...said } = configOf(values);
    expect(said).toEqual(options);
    expect(manifestsOf({ ...said, values: others })).toEqual(manifestsOf(options));
  });

  test('removes an entry of a map, and an option of an object', () => {
    const { dashboards, podLabels, topology } = withDefaults({
      dashboards: { labels: { grafana_dashboard: null, team: 'a' } }, podLabels: { team: null },
      topology: { virtualHosts: { orders: { queues: { a: { maxLength: null, maxPriority: 2 }, b: null } } } },
    });
    expect([dashboards.labels, podLabels]).toEqual([{ team: 'a' }, {}]);
    expect(topology.virtualHosts).toEqual({ orders: { queues: { a: { maxPriority: 2 } } } });
  });

  test('does not move the management UI of a profile from its Gateway to an Ingress', () => {
    const config: DeploymentConfig = { profile: 'prod', ingress: host };
    expect(manifestsOf({ ...config, values: { ingress: { annotations: null } } })).toEqual(manifestsOf(config));
    expect(manifestsOf({ ...config, values: { ingress: { annotations: {} } } })).not.toEqual(manifestsOf(config));
  });
});
