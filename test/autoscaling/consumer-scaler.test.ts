import { Chart, Duration } from 'cdk8s';
import { ISecret, NetworkPolicyIpBlock, Secret } from 'cdk8s-plus-28';
import { parse } from 'yaml';
import {
  RabbitMQCertificate, RabbitMQCluster, RabbitMQClusterProps, RabbitMQConsumedQueues, RabbitMQConsumerLoad,
  RabbitMQConsumerScaler, RabbitMQConsumerScalerMethod, RabbitMQConsumerScalerProps, RabbitMQUser, RabbitMQVersion,
  RabbitMQVirtualHost,
} from '../../lib';
import { CONSUMER_RULES } from '../../lib/autoscaling/consumer-rules';
import { Manifest } from '../support/manifest';
import { find, newChart, newCluster, synth } from '../support/synth';
import { declaredIn } from '../topology/declared';

type Options = Partial<Omit<RabbitMQConsumerScalerProps, 'cluster'>>;

const byAdapter = { method: RabbitMQConsumerScalerMethod.PROMETHEUS_ADAPTER };

function newScaler(options: Options = {}, props: RabbitMQClusterProps = {}, chart: Chart = newChart({ namespace: 'shop' }), id = 'Scaler'): RabbitMQConsumerScaler {
  const cluster = chart.node.tryFindChild('Cluster') as RabbitMQCluster | undefined;
  return new RabbitMQConsumerScaler(chart, id, {
    cluster: cluster ?? newCluster({ name: 'orders', ...props }, chart),
    consumers: { name: 'billing' },
    queues: RabbitMQConsumedQueues.named('bills'),
    load: RabbitMQConsumerLoad.messages(50),
    ...options,
  });
}

/** The consumers are in no set of ours. */
function synthScaler(options: Options = {}, props: RabbitMQClusterProps = {}): Manifest[] {
  return synth(newScaler(options, props), { external: { Deployment: ['billing'] } });
}

function triggerOf(options: Options = {}, props: RabbitMQClusterProps = {}): any {
  return find(synthScaler(options, props), 'ScaledObject').spec.triggers[0];
}

describe('by KEDA', () => {
  test('consumers come and go with the messages, down to none', () => {
    const manifests = synthScaler({ labels: { team: 'a' } });
    expect(find(manifests, 'ScaledObject')).toMatchObject({ apiVersion: 'keda.sh/v1alpha1', metadata: { name: 'billing', namespace: 'shop', labels: { team: 'a', cluster: 'orders' } } });
    expect(find(manifests, 'ScaledObject').spec).toEqual({
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'billing' },
      minReplicaCount: 0,
      maxReplicaCount: 10,
      pollingInterval: 15,
      cooldownPeriod: 300,
      advanced: { horizontalPodAutoscalerConfig: { behavior: { scaleDown: { stabilizationWindowSeconds: 300 } } } },
      triggers: [{
        type: 'rabbitmq',
        metricType: 'AverageValue',
        metadata: { protocol: 'http', host: 'http://orders.shop.svc:15672/', vhostName: '/', queueName: 'bills', mode: 'QueueLength', value: '50' },
        authenticationRef: { name: 'billing-rabbitmq' },
      }],
    });
  });

  test('as the platform\'s user for scaling, who is made once for all of a cluster\'s consumers', () => {
    const chart = newChart({ namespace: 'shop' });
    newScaler({}, {}, chart);
    newScaler({ consumers: { name: 'mailing', kind: 'StatefulSet' } }, {}, chart, 'Other');
    const manifests = synth(chart, { external: { Deployment: ['billing'], StatefulSet: ['mailing'] } });
    for (const name of ['billing-rabbitmq', 'mailing-rabbitmq']) {
      expect(find(manifests, 'TriggerAuthentication', name).spec).toEqual({
        secretTargetRef: [{ parameter: 'username', name: 'orders-scaling', key: 'username' }, { parameter: 'password', name: 'orders-scaling', key: 'password' }],
      });
    }
    expect(declaredIn(manifests).filter(({ kind }) => kind === 'user').map(({ name }) => name)).toEqual(['scaling']);
    expect(find(manifests, 'ScaledObject', 'mailing').spec.scaleTargetRef.kind).toBe('StatefulSet');
  });

  test('of a queue of the topology, in its virtual host', () => {
    const chart = newChart({ namespace: 'shop' });
    const cluster = newCluster({ name: 'orders' }, chart);
    const queue = new RabbitMQVirtualHost(chart, 'Shop', { cluster, name: 'shop' }).addQueue('bills');
    const manifests = synth(newScaler({ queues: RabbitMQConsumedQueues.of(queue) }, {}, chart), { external: { Deployment: ['billing'] } });
    expect(find(manifests, 'ScaledObject').spec.triggers[0].metadata).toMatchObject({ vhostName: 'shop', queueName: 'bills' });
  });

  test('of a queue of another cluster are refused', () => {
    const chart = newChart({ namespace: 'shop' });
    newCluster({ name: 'orders' }, chart);
    const other = new RabbitMQCluster(chart, 'Other', { name: 'other' });
    const queue = new RabbitMQVirtualHost(chart, 'Shop', { cluster: other, name: 'shop' }).addQueue('bills');
    expect(() => synth(newScaler({ queues: RabbitMQConsumedQueues.of(queue) }, {}, chart), { external: { Deployment: ['billing'] } }))
      .toThrow('queues is queue "bills" of cluster "other", and cluster is "orders". Use a queue of that cluster');
  });

  test('as a user of each virtual host, which may enter that alone', () => {
    const chart = newChart({ namespace: 'shop' });
    newScaler({}, {}, chart);
    newScaler({ consumers: { name: 'mailing' }, queues: RabbitMQConsumedQueues.named('mails', 'eu') }, {}, chart, 'Mailing');
    const manifests = synth(chart, { external: { Deployment: ['billing', 'mailing'] } });
    const declared = declaredIn(manifests);
    expect(declared.filter(({ kind }) => kind === 'user').map(({ body }) => body)).toEqual([{ tags: ['monitoring'] }, { tags: ['monitoring'] }]);
    expect(declared.filter(({ kind }) => kind === 'permission').map(({ vhost, body }) => [vhost, body])).toEqual(
      ['/', 'eu'].map(vhost => [vhost, { configure: '^$', write: '^$', read: '^$' }]));
    const secretOf = (name: string): string => find(manifests, 'TriggerAuthentication', `${name}-rabbitmq`).spec.secretTargetRef[0].name;
    expect(secretOf('billing')).toBe('orders-scaling');
    expect(secretOf('mailing')).toMatch(/^orders-scaling-[0-9a-f]{5}$/);
  });

  test('as a user of one\'s own', () => {
    const chart = newChart({ namespace: 'shop' });
    const cluster = newCluster({ name: 'orders' }, chart);
    const user = new RabbitMQUser(chart, 'User', { cluster, name: 'keda', permissions: [{}] });
    newScaler({ credentials: user.secret }, {}, chart);
    expect(synth(chart, { external: { Deployment: ['billing'] } }).filter(({ kind }) => kind === 'TriggerAuthentication')).toHaveLength(1);
  });

  test('from another namespace, with a Secret that is there', () => {
    const chart = newChart({ namespace: 'apps' });
    const cluster = newCluster({ name: 'orders', tls: { certificate: RabbitMQCertificate.fromIssuer({ issuer: 'ca' }), disablePlainListeners: true } }, newChart({ namespace: 'shop' }));
    const make = (credentials?: ISecret): RabbitMQConsumerScaler => new RabbitMQConsumerScaler(chart, credentials ? 'With' : 'Without', {
      cluster, consumers: { name: 'billing' }, queues: RabbitMQConsumedQueues.named('bills'), load: RabbitMQConsumerLoad.messages(50), credentials,
    });
    expect(() => make()).toThrow('cluster "orders" is in namespace "shop" but the consumer is in "apps", where KEDA can\'t read the Secret');
    make(Secret.fromSecretName(chart, 'Credentials', 'orders-scaling'));
    expect(find(chart.toJson() as Manifest[], 'TriggerAuthentication').spec.secretTargetRef[2]).toEqual({ parameter: 'ca', name: 'orders-scaling', key: 'ca.crt' });
  });

  test('over TLS where brokers speak nothing else, trusting the authority of their certificate', () => {
    const manifests = synthScaler({}, { tls: { certificate: RabbitMQCertificate.fromIssuer({ issuer: 'ca' }), disablePlainListeners: true } });
    expect(find(manifests, 'ScaledObject').spec.triggers[0].metadata.host).toBe('https://orders.shop.svc:15671/');
    expect(find(manifests, 'TriggerAuthentication').spec).toMatchObject({
      secretTargetRef: [{ parameter: 'username' }, { parameter: 'password' }, { parameter: 'ca', name: 'orders-tls', key: 'ca.crt' }],
      configMapTargetRef: [{ parameter: 'tls', name: 'billing-rabbitmq', key: 'tls' }],
    });
    expect(find(manifests, 'ConfigMap', 'billing-rabbitmq').data).toEqual({ tls: 'enable' });
  });

  test('by queues whose names match, and under a path', () => {
    const { metadata } = triggerOf({ queues: RabbitMQConsumedQueues.matching('^bills\\.', { vhost: 'eu', maxQueues: 200 }) }, { configuration: { management: { pathPrefix: '/mq' } } });
    expect(metadata).toEqual({
      protocol: 'http', host: 'http://orders.shop.svc:15672/mq/', vhostName: 'eu', queueName: '^bills\\.', useRegex: 'true', pageSize: '200', mode: 'QueueLength', value: '50',
    });
  });

  test('by rate, and by the time that it takes to consume what is there', () => {
    expect(triggerOf({ load: RabbitMQConsumerLoad.publishRate(100) })).toMatchObject({ metricType: 'AverageValue', metadata: { mode: 'MessageRate', value: '100' } });
    expect(triggerOf({ load: RabbitMQConsumerLoad.timeToConsume(Duration.minutes(2)) }))
      .toMatchObject({ metricType: 'Value', metadata: { mode: 'ExpectedQueueConsumptionTime', value: '120' } });
  });

  test('allows KEDA from its namespace', () => {
    const ingress = (options: Options): string => JSON.stringify(find(synthScaler(options), 'NetworkPolicy', 'orders').spec.ingress);
    expect(ingress({})).toContain('{"namespaceSelector":{"matchExpressions":[{"key":"kubernetes.io/metadata.name","operator":"In","values":["keda"]}]},"podSelector":{"matchLabels":{"app":"keda-operator"}}}');
    const allowFrom = NetworkPolicyIpBlock.ipv4(newChart(), 'Keda', '10.1.2.3/32');
    expect(ingress({ allowFrom })).toContain('10.1.2.3/32');
    expect(ingress({ allowFrom })).not.toContain('keda-operator');
  });
});

describe('by a HorizontalPodAutoscaler', () => {
  test('consumers follow what the Prometheus adapter serves by a rule of their own', () => {
    const scaler = newScaler({ ...byAdapter, maxReplicas: 4, cooldown: Duration.minutes(10) });
    const manifests = synth(scaler, { external: { Deployment: ['billing'] } });
    expect(find(manifests, 'HorizontalPodAutoscaler').spec).toEqual({
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'billing' },
      minReplicas: 1,
      maxReplicas: 4,
      metrics: [{ type: 'External', external: { metric: { name: 'rabbitmq_messages_shop_billing' }, target: { type: 'AverageValue', averageValue: '50' } } }],
      behavior: { scaleDown: { stabilizationWindowSeconds: 600 } },
    });
    const selector = '{namespace="shop",rabbitmq_cluster="orders",endpoint="detailed",vhost="/",queue="bills"}';
    expect(parse(scaler.adapterRules!)).toEqual({
      externalRules: [{
        seriesQuery: `rabbitmq_detailed_queue_messages${selector}`,
        resources: { namespaced: false },
        name: { matches: '^rabbitmq_detailed_queue_messages$', as: 'rabbitmq_messages_shop_billing' },
        metricsQuery: `sum(max by (vhost, queue) (rabbitmq_detailed_queue_messages${selector}))`,
      }],
    });
    expect(manifests.map(({ kind }) => kind)).not.toEqual(expect.arrayContaining(['ScaledObject']));
  });

  test('a pattern is found anywhere in a name, as brokers do', () => {
    expect(newScaler({ ...byAdapter, queues: RabbitMQConsumedQueues.matching('^bills\\.(eu|us)') }).adapterRules).toContain('queue=~"(?i).*(?:^bills\\\\.(eu|us)).*"');
  });

  test('each scaler has a metric of its own', () => {
    const metricOf = (namespace: string, name: string): string =>
      parse(
        newScaler({ ...byAdapter, consumers: { name } }, {}, newChart({ namespace })).adapterRules!,
      ).externalRules[0].name.as;
    const [one, other] = [metricOf('shop', 'eu-billing'), metricOf('shop-eu', 'billing')];
    expect(one).toMatch(/^rabbitmq_messages_shop_eu_billing_[0-9a-f]{5}$/);
    expect(other).toMatch(/^rabbitmq_messages_shop_eu_billing_[0-9a-f]{5}$/);
    expect(one).not.toBe(other);
  });
});

test.each<[string, () => unknown, string | RegExp]>([
  ['no message', () => RabbitMQConsumerLoad.messages(0), 'load is messages of 0: it must be a whole number above 0'],
  ['half a second', () => RabbitMQConsumerLoad.timeToConsume(Duration.millis(500)), 'load is timeToConsume of 0.5'],
  ['a queue without a name', () => RabbitMQConsumedQueues.named(''), 'queues has an empty name'],
  ['no regular expression', () => RabbitMQConsumedQueues.matching('('), /^queues matches "\(", which is not a regular expression/],
  ['a scaler that never asks', () => newScaler({ pollingInterval: Duration.seconds(0) }), 'pollingInterval is 0 seconds: it must be 1 second or more'],
  ['more queues than a page has', () => RabbitMQConsumedQueues.matching('a', { maxQueues: 501 }), 'queues has maxQueues of 501: it must be a whole number from 1 to 500'],
  ['a name that no Deployment can have', () => newScaler({ consumers: { name: 'Bad Name' } }), 'consumers.name is "Bad Name": use lower-case letters'],
  ['fewer consumers than none', () => newScaler({ minReplicas: -1 }), 'minReplicas is -1'],
  ['a longer cooldown than Kubernetes has', () => newScaler({ cooldown: Duration.seconds(3601) }), 'cooldown is 3601 seconds: Kubernetes accepts 0 to 3600'],
  ['a cluster in no known namespace', () => newScaler({}, {}, newChart()), 'the namespace of cluster "orders" is unknown'],
  ['a cluster without management', () => {
    const chart = newChart({ namespace: 'shop' });
    const cluster = RabbitMQCluster.fromClusterAttributes(chart, 'Cluster', {
      clusterName: 'orders', version: RabbitMQVersion.NEWEST, credentialsSecret: Secret.fromSecretName(chart, 'Admin', 'admin'), ports: { amqp: 5672 },
    });
    return new RabbitMQConsumerScaler(chart, 'Scaler', {
      cluster, consumers: { name: 'billing' }, queues: RabbitMQConsumedQueues.named('bills'), load: RabbitMQConsumerLoad.messages(50), credentials: Secret.fromSecretName(chart, 'User', 'user'),
    });
  }, 'cluster "orders" has no port named "management" or "management-tls"'],
])('%s is refused at once', (_, make, message) => {
  expect(make).toThrow(message);
});

const CASES: readonly { id: string; outside: Options; says: RegExp; inside: Options }[] = [
  { id: 'consumers-max-below-min', outside: { minReplicas: 3, maxReplicas: 2 }, says: /^maxReplicas is 2 and minReplicas 3: use at least 3/, inside: { minReplicas: 3, maxReplicas: 3 } },
  { id: 'consumers-max-below-min', outside: { maxReplicas: 0 }, says: /use at least 1/, inside: { maxReplicas: 1 } },
  { id: 'consumers-none-without-keda', outside: { ...byAdapter, minReplicas: 0 }, says: /^minReplicas is 0/, inside: { ...byAdapter, minReplicas: 1 } },
  { id: 'consumers-load-without-keda', outside: { ...byAdapter, load: RabbitMQConsumerLoad.publishRate(5) }, says: /^load is measured by MessageRate, which needs KEDA/, inside: { load: RabbitMQConsumerLoad.publishRate(5) } },
  ...['^(?!dead)', '(?<=a)b', String.raw`^(a|b)\1$`].map(pattern => ({
    id: 'consumers-pattern-without-keda',
    outside: { ...byAdapter, queues: RabbitMQConsumedQueues.matching(pattern) },
    says: /^queues matches ".*", but the regular expressions of Prometheus \(RE2\) have no "(\(\?!|\(\?<=|\\1)"/,
    inside: { queues: RabbitMQConsumedQueues.matching(pattern) },
  })),
  {
    id: 'consumers-space-with-keda',
    outside: { queues: RabbitMQConsumedQueues.named('new bills') },
    says: /^queues has "new bills", a name with a space: .* Use RabbitMQConsumedQueues\.matching\(\)/,
    inside: { queues: RabbitMQConsumedQueues.matching('^new bills$') },
  },
  {
    id: 'consumers-space-with-keda',
    outside: { queues: RabbitMQConsumedQueues.named('bills', 'the shop') },
    says: /^queues has "the shop", .* Use RabbitMQConsumerScalerMethod\.PROMETHEUS_ADAPTER/,
    inside: { ...byAdapter, queues: RabbitMQConsumedQueues.named('bills', 'the shop') },
  },
];

test.each(['(?i)^bills', '(?i:bills)', '(?P<shop>eu|us)', String.raw`bills\(\?i\)`, 'a+b?'])('%s is a pattern for brokers and for Prometheus', (pattern) => {
  expect(newScaler({ ...byAdapter, queues: RabbitMQConsumedQueues.matching(pattern) }).node.validate()).toEqual([]);
});

test.each(CASES)('$id is told at synth: $says', ({ id, outside, says, inside }) => {
  const [message] = newScaler(outside).node.validate();
  expect(message).toMatch(says);
  expect(message).toMatch(new RegExp(` \\[${id}\\]$`));
  expect(newScaler(inside).node.validate()).toEqual([]);
});

test('each rule of consumers has a case', () => {
  // a queue of another cluster needs two clusters, so it has a test of its own
  expect([...new Set(CASES.map(({ id }) => id)), 'consumers-queue-of-other-cluster'].sort()).toEqual(CONSUMER_RULES.map(({ id }) => id).sort());
});
