import { Chart } from 'cdk8s';
import { ImagePullPolicy, k8s, Namespaces, NetworkPolicyIpBlock, Secret } from 'cdk8s-plus-28';
import {
  RabbitMQAuxiliaryPodOptions, RabbitMQBackup, RabbitMQCertificate, RabbitMQCluster, RabbitMQClusterProps,
  RabbitMQImage, RabbitMQMonitoring, RabbitMQUser, RabbitMQVersion,
} from '../../../lib';
import { Manifest } from '../../support/manifest';
import { find, newChart, newCluster, quietly, synth } from '../../support/synth';

interface Own {
  readonly backup?: RabbitMQAuxiliaryPodOptions;
  readonly exporter?: RabbitMQAuxiliaryPodOptions;
}

/** A cluster with each construct that adds pods to it. */
function platform(props: RabbitMQClusterProps | ((chart: Chart) => RabbitMQClusterProps), own: Own = {}): Manifest[] {
  const chart = newChart({ namespace: 'shop' });
  const cluster = newCluster({ name: 'orders', ...(typeof props === 'function' ? props(chart) : props) }, chart);
  new RabbitMQUser(chart, 'Web', { cluster, name: 'web' });
  new RabbitMQMonitoring(chart, 'Monitoring', { cluster, exporter: { pod: own.exporter } });
  new RabbitMQBackup(chart, 'Backup', { cluster, pod: own.backup });
  return quietly(() => chart.toJson() as Manifest[]);
}

const templateOf = ({ spec }: Manifest): any => spec.jobTemplate?.spec.template ?? spec.template;

/** The pod templates by kind and name without the hash of a Job. */
function templates(manifests: readonly Manifest[]): { name: string; template: any }[] {
  return manifests
    .filter(({ kind }) => ['StatefulSet', 'Job', 'CronJob', 'Deployment'].includes(kind))
    .map(manifest => ({ name: `${manifest.kind} ${manifest.metadata.name}`, template: templateOf(manifest) }));
}

const jobNames = (manifests: readonly Manifest[]): string[] => manifests.filter(({ kind }) => kind === 'Job').map(({ metadata }) => metadata.name);
const policies = (manifests: readonly Manifest[]): Manifest[] => manifests.filter(({ kind }) => kind === 'NetworkPolicy');
const containersOf = ({ spec }: any): any[] => [...(spec.initContainers ?? []), ...spec.containers];

describe('dedicated nodes, required labels and a mirror', () => {
  const tolerations = [{ key: 'nodegroup', operator: 'Equal', value: 'rabbitmq', effect: 'NoSchedule' }];
  const nodeAffinity: k8s.NodeAffinity = {
    requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'kubernetes.io/arch', operator: 'In', values: ['arm64'] }] }] },
  };
  const manifests = platform(chart => ({
    image: RabbitMQImage.official({ registry: 'mirror.example.com:5000/dockerhub' }),
    imagePullPolicy: ImagePullPolicy.ALWAYS,
    imagePullSecrets: [Secret.fromSecretName(chart, 'Pull', 'mirror-pull')],
    pod: { labels: { 'cost-center': '4711' }, annotations: { 'sidecar.istio.io/inject': 'false' } },
    scheduling: { nodeSelector: { nodegroup: 'rabbitmq' }, tolerations, nodeAffinity, priorityClassName: 'messaging' },
  }));

  test('covers the brokers, Jobs, the exporter and the backup', () => {
    const names = templates(manifests).map(({ name }) => name);
    expect(names.length).toBeGreaterThanOrEqual(5);
    expect(names).toEqual(expect.arrayContaining(['StatefulSet orders', 'CronJob orders-backup', 'Deployment orders-exporter']));
  });

  test.each(templates(manifests))('reach the pods of $name', ({ template: { metadata, spec } }) => {
    expect(metadata.labels['cost-center']).toBe('4711');
    expect(metadata.annotations['sidecar.istio.io/inject']).toBe('false');
    expect(spec).toMatchObject({
      nodeSelector: { nodegroup: 'rabbitmq' },
      tolerations,
      affinity: { nodeAffinity },
      priorityClassName: 'messaging',
      imagePullSecrets: [{ name: 'mirror-pull' }],
    });
    for (const container of containersOf({ spec })) {
      expect(container).toMatchObject({ image: expect.stringMatching(/^mirror\.example\.com:5000\//), imagePullPolicy: 'Always' });
    }
  });

  test('give Jobs new names, because a Job cannot change', () => {
    const changed = platform({ scheduling: { tolerations } });
    expect(jobNames(changed).filter(name => jobNames(platform({})).includes(name))).toEqual([]);
  });
});

describe('platformAssignedIds', () => {
  test.each(templates(platform({ platformAssignedIds: true })))('leaves user and group out of the pods of $name', ({ template: { spec } }) => {
    expect(Object.keys(spec.securityContext).sort()).toEqual(['runAsNonRoot', 'seccompProfile']);
  });

  test.each(templates(platform({})))('is off by default, as in the pods of $name', ({ template: { spec } }) => {
    expect(spec.securityContext).toMatchObject({ runAsUser: 999, runAsGroup: 999, fsGroup: 999 });
  });

  test('causes no warning about the user', () => {
    const cluster = newCluster({ platformAssignedIds: true });
    synth(cluster);
    expect(cluster.warnings.join()).not.toContain('image-user');
  });
});

describe('auxiliaryPods', () => {
  test('replaces the settings of the brokers, and a component those of the cluster', () => {
    const manifests = platform(
      { scheduling: { nodeSelector: { nodegroup: 'rabbitmq' } }, auxiliaryPods: { nodeSelector: { nodegroup: 'tools' }, priorityClassName: 'low' } },
      { backup: { priorityClassName: 'high' } },
    );
    const spec = (kind: string, name: string): any => templateOf(find(manifests, kind, name)).spec;
    expect(spec('StatefulSet', 'orders')).toMatchObject({ nodeSelector: { nodegroup: 'rabbitmq' } });
    expect(spec('Deployment', 'orders-exporter')).toMatchObject({ nodeSelector: { nodegroup: 'tools' }, priorityClassName: 'low' });
    expect(spec('CronJob', 'orders-backup')).toMatchObject({ nodeSelector: { nodegroup: 'tools' }, priorityClassName: 'high' });
  });

  test('cannot replace the labels that NetworkPolicies select', () => {
    const { template } = templates(platform({ auxiliaryPods: { labels: { app: 'mine', cluster: 'mine' } } })).find(({ name }) => name === 'CronJob orders-backup')!;
    expect(template.metadata.labels).toMatchObject({ app: 'rabbitmq-backup', cluster: 'orders' });
  });

  test.each(templates(platform({ auxiliaryPods: { securityContext: { supplementalGroups: [4000], runAsUser: 1001 } } })).filter(({ name }) => !name.startsWith('StatefulSet')))(
    'keeps Pod Security "restricted" beside fields of the security context, in the pods of $name', ({ template: { spec } }) => {
      expect(spec.securityContext).toEqual({
        supplementalGroups: [4000], runAsUser: 1001, runAsGroup: 999, fsGroup: 999, runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' },
      });
    });

  test('are those of the attributes for an imported cluster', () => {
    const chart = newChart({ namespace: 'shop' });
    const cluster = RabbitMQCluster.fromClusterAttributes(chart, 'Cluster', {
      clusterName: 'orders', version: RabbitMQVersion.NEWEST, credentialsSecret: Secret.fromSecretName(chart, 'Admin', 'admin'),
      auxiliaryPods: { platformAssignedIds: true, priorityClassName: 'low' }, networkPolicy: { enabled: false },
    });
    new RabbitMQUser(chart, 'Web', { cluster, name: 'web' });
    const manifests = quietly(() => chart.toJson() as Manifest[]);
    for (const { template } of templates(manifests)) {
      expect(template.spec).toMatchObject({ priorityClassName: 'low', securityContext: { runAsNonRoot: true } });
      expect(template.spec.securityContext.runAsUser).toBeUndefined();
    }
    expect(policies(manifests)).toEqual([]);
  });
});

describe('requests and limits', () => {
  const millis = (quantity: string): number => (quantity.endsWith('m') ? Number(quantity.slice(0, -1)) : Number(quantity) * 1000);
  const mebibytes = (quantity: string): number => (quantity.endsWith('Gi') ? Number(quantity.slice(0, -2)) * 1024 : Number(quantity.slice(0, -2)));

  test.each(templates(platform({ resources: { cpuRequest: '500m' } })))('of $name pass a LimitRange with a minimum of 64Mi and a ratio of 10', ({ template }) => {
    for (const { resources: { requests, limits } } of containersOf(template)) {
      expect(mebibytes(requests.memory)).toBeGreaterThanOrEqual(64);
      expect(millis(requests.cpu)).toBeGreaterThanOrEqual(50);
      expect(millis(limits.cpu) / millis(requests.cpu)).toBeLessThanOrEqual(10);
    }
  });

  test.each(templates(platform({ resources: { cpuLimit: 'none', ephemeralStorage: '1Gi' } })))('of $name name ephemeral storage for a quota', ({ template }) => {
    for (const { resources: { requests, limits } } of containersOf(template)) {
      expect([requests['ephemeral-storage'], limits['ephemeral-storage']]).toEqual(['1Gi', '1Gi']);
    }
  });

  test('of auxiliary pods are the user\'s', () => {
    const resources = { requests: { cpu: k8s.Quantity.fromString('77m') }, limits: { memory: k8s.Quantity.fromString('99Mi') } };
    const all = templates(platform({ auxiliaryPods: { resources } })).flatMap(({ template }) => containersOf(template));
    expect(all.filter(({ name }) => name !== 'rabbitmq').map(container => container.resources)).toEqual(
      all.slice(1).map(() => ({ requests: { cpu: '77m' }, limits: { memory: '99Mi' } })),
    );
  });
});

describe('networkPolicy', () => {
  const tls = { certificate: RabbitMQCertificate.fromIssuer({ issuer: 'mq' }) };
  const egressOf = (manifests: readonly Manifest[]): any[] => policies(manifests).flatMap(({ spec }) => spec.egress);
  const portsOf = ({ ports }: any): unknown[] => (ports ?? []).map(({ port }: any) => port);

  test('enabled: false removes every policy', () => {
    expect(policies(platform({ tls, networkPolicy: { enabled: false } }))).toEqual([]);
    expect(policies(platform({ tls })).length).toBeGreaterThanOrEqual(5);
  });

  test('a single broker has no policy, and its users, exporter and backup have none either', () => {
    expect(policies(platform({ replicas: 1 }))).toEqual([]);
  });

  test('DNS ports and peers are those of the prop in every policy', () => {
    const manifests = platform(chart => ({
      networkPolicy: { dnsPorts: [5353], dnsPeers: [Namespaces.select(chart, 'Dns', { names: ['openshift-dns'] })] },
    }));
    const dns = egressOf(manifests).filter(rule => portsOf(rule).includes(5353));
    expect(dns).toHaveLength(policies(manifests).length);
    for (const { to, ports } of dns) {
      expect(to).toMatchObject([{ namespaceSelector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['openshift-dns'] }] } }]);
      expect(ports.map(({ protocol }: any) => protocol)).toEqual(['UDP', 'TCP']);
    }
    expect(egressOf(manifests).filter(rule => portsOf(rule).includes(53))).toEqual([]);
  });

  test('DNS is no public address by default', () => {
    for (const { to } of egressOf(platform({})).filter(rule => portsOf(rule).includes(53))) {
      expect(to).toContainEqual({ namespaceSelector: {} });
      expect(JSON.stringify(to)).not.toMatch(/0\.0\.0\.0\/0|::\/0/);
    }
  });

  test('API server ports and peers are those of the prop in every policy that has the API server', () => {
    const manifests = platform(chart => ({
      networkPolicy: { apiServerPorts: [16_443], apiServerPeers: [NetworkPolicyIpBlock.ipv4(chart, 'Api', '192.0.2.1/32')] },
    }));
    const rules = egressOf(manifests).filter(rule => portsOf(rule).includes(16_443));
    expect(rules.length).toBeGreaterThanOrEqual(2);
    expect(new Set(rules.map(({ to }) => JSON.stringify(to)))).toEqual(new Set(['[{"ipBlock":{"cidr":"192.0.2.1/32"}}]']));
    expect(egressOf(manifests).filter(rule => portsOf(rule).some(port => port === 443 || port === 6443))).toEqual([]);
    expect(egressOf(manifests).filter(({ to }) => to === undefined)).toEqual([]);
  });

  test('refuses an empty list and a number that is no port', () => {
    expect(() => newCluster({ networkPolicy: { dnsPorts: [] } })).toThrow('networkPolicy.dnsPorts is empty');
    expect(() => newCluster({ networkPolicy: { dnsPorts: [0] } })).toThrow('networkPolicy.dnsPorts has 0');
    expect(() => newCluster({ networkPolicy: { dnsPorts: [1, 65_535] } })).not.toThrow();
    expect(() => newCluster({ networkPolicy: { dnsPorts: [65_536] } })).toThrow('networkPolicy.dnsPorts has 65536');
  });
});

describe('what Kubernetes refuses is an error', () => {
  test.each([
    [{ labels: { 'a b': 'c' } }, 'labels has the key "a b"', { labels: { 'a.b': 'c' } }],
    [{ nodeSelector: { a: 'b c' } }, 'nodeSelector "a" is "b c"', { nodeSelector: { a: '' } }],
    [{ annotations: { 'a b': 'c' } }, 'annotations has the key "a b"', { annotations: { 'Example.com/a': 'b c' } }],
    [{ tolerations: [{ operator: 'Exist', key: 'a' }] }, 'tolerations has {"operator":"Exist","key":"a"}, which Kubernetes refuses', { tolerations: [{ operator: 'Exists', key: 'a' }] }],
    [{ priorityClassName: 'A B' }, 'priorityClassName is "A B"', { priorityClassName: 'high' }],
    [{ ephemeralStorage: 'x' }, 'ephemeralStorage is "x": it must be a Kubernetes quantity above zero', { ephemeralStorage: '1Gi' }],
    [{ dnsPolicy: 'none' }, 'dnsPolicy is "none"', { dnsPolicy: 'Default' }],
  ])('%j', (outside: RabbitMQAuxiliaryPodOptions, message, inside: RabbitMQAuxiliaryPodOptions) => {
    expect(() => platform({ auxiliaryPods: outside })).toThrow(`] auxiliaryPods.${message}`);
    expect(() => platform({ auxiliaryPods: inside })).not.toThrow();
    expect(() => platform({}, { exporter: outside })).toThrow(`/Monitoring] exporter.pod.${message}`);
  });

  test('all of it together', () => {
    expect(() => platform({ auxiliaryPods: { dnsPolicy: 'none', priorityClassName: 'A B' } })).toThrow(/priorityClassName.*\n.*dnsPolicy/);
  });
});
