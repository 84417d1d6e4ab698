import { ApiObject, Duration, JsonPatch } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import { parse } from 'yaml';
import { RabbitMQAutoscaler, RabbitMQAutoscalerProps, RabbitMQCertificate, RabbitMQCluster, RabbitMQClusterProps, RabbitMQScalingMetric, RabbitMQVersion } from '../../lib';
import { AUTOSCALER_RULES } from '../../lib/autoscaling/autoscaler-rules';
import { brokerConfiguration, find, newChart, newCluster, quietly, synth } from '../support/synth';

type Options = Omit<RabbitMQAutoscalerProps, 'cluster'>;

function newAutoscaler(options: Options = {}, cluster: RabbitMQClusterProps = {}, namespace: string | undefined = 'shop'): RabbitMQAutoscaler {
  const chart = newChart({ namespace });
  return new RabbitMQAutoscaler(chart, 'Autoscaler', { cluster: newCluster({ name: 'orders', ...cluster }, chart), ...options });
}

function specOf(options: Options = {}, cluster: RabbitMQClusterProps = {}): any {
  return find(synth(newAutoscaler(options, cluster)), 'HorizontalPodAutoscaler').spec;
}

describe('the autoscaler', () => {
  test('keeps the StatefulSet from 3 to 9 brokers by CPU and memory, two at a time, up at once and down slowly', () => {
    const autoscaler = find(synth(newAutoscaler({ labels: { team: 'a' } })), 'HorizontalPodAutoscaler');
    expect(autoscaler).toMatchObject({ apiVersion: 'autoscaling/v2', metadata: { name: 'orders-hpa', namespace: 'shop', labels: { team: 'a', cluster: 'orders' } } });
    expect(autoscaler.spec).toEqual({
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'orders' },
      minReplicas: 3,
      maxReplicas: 9,
      metrics: [
        { type: 'ContainerResource', containerResource: { name: 'cpu', container: 'rabbitmq', target: { type: 'Utilization', averageUtilization: 70 } } },
        // 80% of the 983 MiB at which a broker of 2 GiB blocks publishers
        { type: 'ContainerResource', containerResource: { name: 'memory', container: 'rabbitmq', target: { type: 'AverageValue', averageValue: '824633720' } } },
      ],
      behavior: {
        scaleUp: { stabilizationWindowSeconds: 0, selectPolicy: 'Max', policies: [{ type: 'Pods', value: 2, periodSeconds: 300 }] },
        scaleDown: { stabilizationWindowSeconds: 3600, selectPolicy: 'Max', policies: [{ type: 'Pods', value: 2, periodSeconds: 1800 }] },
      },
    });
  });

  test('uses the given metrics', () => {
    const { metrics, behavior } = specOf({
      metrics: [
        RabbitMQScalingMetric.cpu(50),
        RabbitMQScalingMetric.connections(5000),
        RabbitMQScalingMetric.publishRate(10_000),
        RabbitMQScalingMetric.external({ name: 'orders_open', labels: { shop: 'a' }, perBroker: 100 }),
      ],
      scaleOut: { stabilization: Duration.minutes(1), period: Duration.minutes(10) },
      scaleIn: { enabled: false },
    });
    const pods = (name: string, averageValue: string): object => ({ type: 'Pods', pods: { metric: { name }, target: { type: 'AverageValue', averageValue } } });
    expect(metrics.slice(1)).toEqual([
      pods('rabbitmq_connections', '5000'),
      pods('rabbitmq_published_messages_per_second', '10000'),
      { type: 'External', external: { metric: { name: 'orders_open', selector: { matchLabels: { shop: 'a' } } }, target: { type: 'AverageValue', averageValue: '100' } } },
    ]);
    expect(behavior).toEqual({
      scaleUp: { stabilizationWindowSeconds: 60, selectPolicy: 'Max', policies: [{ type: 'Pods', value: 2, periodSeconds: 600 }] },
      scaleDown: { selectPolicy: 'Disabled' },
    });
  });

  test('takes two at a time where it waits for less than half an hour, too', () => {
    const [windows] = specOf({ scaleIn: { stabilization: Duration.minutes(10) } }).behavior.scaleDown.policies;
    expect(windows).toEqual({ type: 'Pods', value: 2, periodSeconds: 600 });
    const hasty = { stabilization: Duration.seconds(0) };
    expect(quietly(() => specOf({ scaleIn: hasty })).behavior.scaleDown.policies[0].periodSeconds).toBe(1);
  });

  test('has memory follow the budget as it comes out in the end', () => {
    const chart = newChart({ namespace: 'shop' });
    const cluster = newCluster({}, chart);
    new RabbitMQAutoscaler(chart, 'Autoscaler', { cluster });
    cluster.addConfig('vm_memory_high_watermark.absolute', '600MiB');
    expect(find(synth(chart), 'HorizontalPodAutoscaler').spec.metrics[1].containerResource.target.averageValue).toBe(String(480 * 2 ** 20));
  });

  test('says what the Prometheus adapter needs for the brokers\' metrics, and nothing where none is gone by', () => {
    expect(newAutoscaler().adapterRules).toBeUndefined();
    const { rules } = parse(newAutoscaler({
      metrics: [RabbitMQScalingMetric.connections(5000), RabbitMQScalingMetric.publishRate(1)],
    }).adapterRules!);
    expect(rules).toEqual([
      {
        seriesQuery: 'rabbitmq_connections{endpoint="prometheus",namespace!="",pod!=""}',
        resources: { overrides: { namespace: { resource: 'namespace' }, pod: { resource: 'pod' } } },
        name: { matches: '^rabbitmq_connections$', as: 'rabbitmq_connections' },
        metricsQuery: 'sum by (<<.GroupBy>>) (<<.Series>>{<<.LabelMatchers>>,endpoint="prometheus"})',
      },
      expect.objectContaining({
        name: { matches: '^rabbitmq_global_messages_received_total$', as: 'rabbitmq_published_messages_per_second' },
        metricsQuery: 'sum by (<<.GroupBy>>) (rate(<<.Series>>{<<.LabelMatchers>>,endpoint="prometheus"}[2m]))',
      }),
    ]);
  });

  test('takes patches', () => {
    const autoscaler = newAutoscaler();
    ApiObject.of(autoscaler.autoscaler).addJsonPatch(JsonPatch.add('/spec/behavior/scaleUp/tolerance', '0.2'));
    expect(find(synth(autoscaler), 'HorizontalPodAutoscaler').spec.behavior.scaleUp.tolerance).toBe('0.2');
  });
});

describe('the cluster leaves its number of brokers open', () => {
  const scaled = (cluster: RabbitMQClusterProps = {}, options: Options = {}): ReturnType<typeof synth> =>
    synth(newAutoscaler(options, cluster));

  test('in the StatefulSet, and only there', () => {
    const { replicas, ...spec } = find(scaled(), 'StatefulSet').spec;
    expect(replicas).toBeUndefined();
    expect({ replicas: 3, ...spec }).toEqual(find(synth(newCluster({ name: 'orders' }, newChart({ namespace: 'shop' }))), 'StatefulSet').spec);
  });

  test('with the smallest number as the size that is waited for, and as that which others reckon with', () => {
    expect(brokerConfiguration(scaled({}, { minReplicas: 5 }))['cluster_formation.target_cluster_size_hint']).toBe('5');
    const chart = newChart({ namespace: 'shop' });
    const cluster = newCluster({}, chart);
    new RabbitMQAutoscaler(chart, 'Autoscaler', { cluster, minReplicas: 5, maxReplicas: 7 });
    expect([cluster.replicas, cluster.maxReplicas]).toEqual([5, 7]);
  });

  test('with a disruption budget of one broker away at a time, however many there are', () => {
    expect(find(scaled(), 'PodDisruptionBudget').spec).toMatchObject({ maxUnavailable: 1 });
  });

  test('with a certificate for all that there may be', () => {
    const tls = { certificate: RabbitMQCertificate.fromIssuer({ issuer: 'ca' }) };
    const names = find(scaled({ tls }, { maxReplicas: 11, acknowledgedWarnings: ['autoscaler-many'] }), 'Certificate').spec.dnsNames;
    expect(names).toContain('orders-10.orders-nodes.shop');
    expect(names).not.toContain('orders-11.orders-nodes.shop');
  });

  test('unless it was given one outside of the range', () => {
    expect(() => newAutoscaler({}, { replicas: 1 })).toThrow('replicas is 1, but an autoscaler sets 3 to 9 brokers. Remove replicas');
    expect(() => newAutoscaler({}, { replicas: 0 }))
      .toThrow(/Remove replicas; "kubectl scale --replicas=0" stops the cluster/);
    expect(() => newAutoscaler({ maxReplicas: 5 }, { replicas: 7 })).toThrow('replicas is 7');
    expect(find(synth(newAutoscaler({}, { replicas: 9 })), 'StatefulSet').spec.replicas).toBeUndefined();
  });

  test('to one autoscaler only', () => {
    const chart = newChart({ namespace: 'shop' });
    const cluster = newCluster({}, chart);
    new RabbitMQAutoscaler(chart, 'One', { cluster });
    expect(() => new RabbitMQAutoscaler(chart, 'Other', { cluster })).toThrow('the cluster already has an autoscaler (3 to 9');
  });

  test('and one that was made elsewhere stays as it is', () => {
    const chart = newChart({ namespace: 'shop' });
    const cluster = RabbitMQCluster.fromClusterAttributes(chart, 'Cluster', {
      clusterName: 'orders', version: RabbitMQVersion.NEWEST, credentialsSecret: Secret.fromSecretName(chart, 'Secret', 'orders-credentials'), maxReplicas: 7, memoryLimit: '4Gi',
    });
    new RabbitMQAutoscaler(chart, 'Autoscaler', { cluster });
    expect([cluster.replicas, cluster.maxReplicas]).toEqual([3, 7]);
    expect((chart.toJson()).map(({ kind }) => kind).sort()).toEqual(['HorizontalPodAutoscaler', 'ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding']);
  });
});

describe('numbers stay odd', () => {
  test('by a policy that only the autoscaler of Kubernetes is held to', () => {
    const manifests = synth(newAutoscaler());
    const policy = find(manifests, 'ValidatingAdmissionPolicy');
    expect(policy).toMatchObject({ apiVersion: 'admissionregistration.k8s.io/v1', metadata: { name: 'shop-orders-hpa' } });
    expect(policy.spec.matchConstraints).toEqual({
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } },
      resourceRules: [{ apiGroups: ['apps'], apiVersions: ['v1'], resources: ['statefulsets/scale'], operations: ['UPDATE'], resourceNames: ['orders'] }],
    });
    expect(policy.spec.matchConditions[0].expression).toContain('"system:serviceaccount:kube-system:horizontal-pod-autoscaler"');
    expect(find(manifests, 'ValidatingAdmissionPolicyBinding')).toMatchObject({
      metadata: { name: 'shop-orders-hpa' }, spec: { policyName: 'shop-orders-hpa', validationActions: ['Deny'] },
    });
    for (const { kind, metadata } of manifests) {
      expect([kind, metadata.namespace]).toEqual([kind, kind.startsWith('ValidatingAdmissionPolicy') ? undefined : 'shop']);
    }
  });

  test('unless even ones are meant', () => {
    const autoscaler = newAutoscaler({ oddSizes: false, maxReplicas: 8 });
    expect(synth(autoscaler).map(({ kind }) => kind)).not.toContain('ValidatingAdmissionPolicy');
    expect(autoscaler.oddSizesPolicy).toBeUndefined();
  });
});

test.each<[string, () => unknown, string | RegExp]>([
  ['two brokers', () => newAutoscaler({ minReplicas: 2 }), 'minReplicas is 2: it must be a whole number of 3 or more, because fewer brokers lose their majority with one failure'],
  ['half a broker', () => newAutoscaler({ maxReplicas: 4.5 }), 'maxReplicas is 4.5'],
  ['no metric', () => newAutoscaler({ metrics: [] }), 'metrics is empty: nothing would be scaled'],
  ['no CPU', () => RabbitMQScalingMetric.cpu(0), 'metrics has cpu of 0%: it must be a whole number from 1 to 100%'],
  ['a fraction of a percent, which Kubernetes has none of', () => RabbitMQScalingMetric.cpu(70.5), 'metrics has cpu of 70.5%: it must be a whole number'],
  ['CPU beyond the request', () => RabbitMQScalingMetric.cpu(101), 'metrics has cpu of 101%'],
  ['memory above the alarm', () => RabbitMQScalingMetric.memory(96), /^metrics has memory of 96%: it must be from 1 to 95% of the memory alarm threshold; above it, publishers are blocked/],
  ['no connection', () => RabbitMQScalingMetric.connections(0), 'metrics has connections with 0 per broker'],
  ['half a message', () => RabbitMQScalingMetric.publishRate(0.5), 'metrics has publishRate with 0.5 per broker'],
  ['a longer stabilization than Kubernetes has', () => newAutoscaler({ scaleIn: { stabilization: Duration.seconds(3601) } }), 'scaleIn.stabilization is 3601 seconds: Kubernetes accepts 0 to 3600'],
  ['a longer period than Kubernetes has', () => newAutoscaler({ scaleOut: { period: Duration.seconds(1801) } }), 'scaleOut.period is 1801 seconds: Kubernetes accepts 1 to 1800'],
  ['an unknown warning', () => newAutoscaler({ acknowledgedWarnings: ['other'] }), 'acknowledgedWarnings has "other"'],
])('%s is refused at once', (_, make, message) => {
  expect(make).toThrow(message);
});

test.each<() => unknown>([
  () => RabbitMQScalingMetric.cpu(1), () =>
    RabbitMQScalingMetric.cpu(100), () => RabbitMQScalingMetric.memory(95), () => RabbitMQScalingMetric.connections(1),
  () =>
    newAutoscaler({ scaleOut: { period: Duration.seconds(1800) }, scaleIn: { stabilization: Duration.seconds(3600) } }),
])('what is just inside is taken: %s', (make) => {
  expect(make).not.toThrow();
});

const CASES: readonly { id: string; outside: Options; says: RegExp; inside: Options; namespace?: string }[] = [
  { id: 'autoscaler-max-below-min', outside: { minReplicas: 5, maxReplicas: 3 }, says: /^maxReplicas is 3, below minReplicas, 5\. Raise it/, inside: { minReplicas: 3, maxReplicas: 5 } },
  { id: 'autoscaler-even', outside: { maxReplicas: 8 }, says: /^maxReplicas is 8: an even number .* Use 7 or 9/, inside: { maxReplicas: 7 } },
  { id: 'autoscaler-fixed', outside: { maxReplicas: 3 }, says: /^minReplicas and maxReplicas are both 3/, inside: { maxReplicas: 5 } },
  { id: 'autoscaler-many', outside: { maxReplicas: 11 }, says: /^maxReplicas is 11: more than 9 brokers/, inside: { maxReplicas: 9 } },
  {
    id: 'scale-in-steps',
    outside: { scaleIn: { stabilization: Duration.minutes(10), period: Duration.seconds(601) } },
    says: /^scaleIn\.period is 601 seconds, longer than scaleIn\.stabilization, 600 seconds/,
    inside: { scaleIn: { stabilization: Duration.minutes(10), period: Duration.seconds(600) } },
  },
  {
    id: 'scale-in-hasty',
    outside: { scaleIn: { stabilization: Duration.seconds(599) } },
    says: /^scaleIn\.stabilization is 599 seconds/,
    inside: { scaleIn: { stabilization: Duration.seconds(600) } },
  },
];

describe('what doesn\'t go together', () => {
  const told = (autoscaler: RabbitMQAutoscaler): string[] =>
    quietly(() => [...autoscaler.node.validate(), ...autoscaler.warnings]);

  test.each(CASES)('$id', ({ id, outside, says, inside }) => {
    const [message] = told(newAutoscaler(outside));
    expect(message).toMatch(says);
    expect(message).toMatch(new RegExp(` \\[${id}\\]$`));
    expect(told(newAutoscaler(inside))).toEqual([]);
  });

  test('odd-sizes-unplaced', () => {
    const chart = newChart();
    const autoscaler = new RabbitMQAutoscaler(chart, 'Autoscaler', { cluster: newCluster({}, chart) });
    expect(told(autoscaler))
      .toEqual([expect.stringMatching(/^the chart has no namespace, .* \[odd-sizes-unplaced\]$/)]);
    expect(autoscaler.oddSizesPolicy).toBeUndefined();
  });

  test('autoscaler-memory-unknown', () => {
    const chart = newChart({ namespace: 'shop' });
    const credentialsSecret = Secret.fromSecretName(chart, 'Secret', 'orders-credentials');
    const on = (id: string, memoryLimit?: string, metrics?: RabbitMQScalingMetric[]): string[] =>
      told(new RabbitMQAutoscaler(chart, id, {
        cluster: RabbitMQCluster.fromClusterAttributes(chart, `${id}-cluster`, { clusterName: id, version: RabbitMQVersion.NEWEST, credentialsSecret, memoryLimit }), metrics, acknowledgedWarnings: ['autoscaler-imported'],
      }));
    expect(on('a')).toEqual([expect.stringMatching(/^metrics has memory, .* Set memoryLimit in fromClusterAttributes\(\), .* \[autoscaler-memory-unknown\]$/)]);
    expect(on('b', '4Gi')).toEqual([]);
    expect(on('c', undefined, [RabbitMQScalingMetric.cpu(70)])).toEqual([]);
  });

  test('autoscaler-imported', () => {
    const chart = newChart({ namespace: 'shop' });
    const credentialsSecret = Secret.fromSecretName(chart, 'Secret', 'orders-credentials');
    const cluster = RabbitMQCluster.fromClusterAttributes(chart, 'Cluster', { clusterName: 'orders', version: RabbitMQVersion.NEWEST, credentialsSecret, memoryLimit: '4Gi' });
    expect(told(new RabbitMQAutoscaler(chart, 'Autoscaler', { cluster }))).toEqual([
      expect.stringMatching(
        /^cluster "orders" is imported: .* Leave replicas out where the cluster is defined, .* \[autoscaler-imported\]$/,
      ),
    ]);
    expect(told(newAutoscaler())).toEqual([]);
  });

  test('each rule has a case', () => {
    expect([...CASES.map(({ id }) => id), 'odd-sizes-unplaced', 'autoscaler-imported', 'autoscaler-memory-unknown'].sort()).toEqual(AUTOSCALER_RULES.map(({ id }) => id).sort());
  });
});
