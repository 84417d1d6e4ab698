import { Secret } from 'cdk8s-plus-28';
import {
  RabbitMQAutoscaler, RabbitMQBackup, RabbitMQBackupDestination, RabbitMQCluster, RabbitMQIngress, RabbitMQMonitoring,
  RabbitMQVerticalAdvisor,
} from '../../lib';
import { KNOWN_PROPS } from '../../lib/validation/known-props';
import { metadataProblems } from '../../lib/validation/metadata';
import { newChart, newCluster } from '../support/synth';

const key = (text: string): string[] => metadataProblems('RabbitMQClusterProps', 'labels', 'labels', { [text]: 'a' });
const value = (text: string): string[] => metadataProblems('RabbitMQClusterProps', 'labels', 'labels', { team: text });
const annotations = (map: object): string[] => metadataProblems('RabbitMQClusterProps', 'annotations', 'annotations', map);

describe('a label', () => {
  test.each(['-team', 'a/b/c', 'Example.com/team', 'x'.repeat(64), '', 'a b'])('has no key %j', (text) => {
    expect(key(text)).toEqual([expect.stringMatching(new RegExp(`^labels has the key "${text}"\\. Use up to 63 letters`))]);
  });

  test.each(['example.com/Team_1', 'x'.repeat(63), 'a'])('can have the key %j', (text) => {
    expect(key(text)).toEqual([]);
  });

  test.each(['a b', '-a', 'a.', 'x'.repeat(64), 'é', '{{ team }}'])('has no value %j', (text) => {
    expect(value(text)).toEqual([expect.stringMatching(/^labels "team" is ".*"\. Use up to 63 letters.* or an empty value$/)]);
  });

  test.each(['', 'x'.repeat(63), 'A_b.c-1', '{{ .Values.team }}'])('can have the value %j', (text) => {
    expect(value(text)).toEqual([]);
  });
});

describe('an annotation', () => {
  test.each(['a b', 'a/b/c', '/a'])('has no key %j', (text) => {
    expect(annotations({ [text]: 'x' })).toEqual([expect.stringMatching(/^annotations has the key/)]);
  });

  test('can have a domain in capitals and any value', () => {
    expect(annotations({ 'Example.com/a': 'x y\nz' })).toEqual([]);
  });

  test('shares 256 KiB with the others of its object', () => {
    expect(annotations({ a: 'x'.repeat(262_143) })).toEqual([]);
    expect(annotations({ a: 'x'.repeat(262_144) })).toEqual([expect.stringMatching(/^annotations have 262145 bytes: Kubernetes accepts at most 262144/)]);
  });
});

test('each map of labels or annotations of Kubernetes is checked, those of alerts are not', () => {
  const maps = Object.entries(KNOWN_PROPS).flatMap(([struct, props]) => Object.entries(props)
    .filter(([prop, type]) => type.startsWith('Record<string, string>') && /label|annotation|selector/i.test(prop)).map(([prop]) => ({ struct, prop })));
  expect(maps.length).toBeGreaterThan(30);
  const unchecked = maps.filter(({ struct, prop }) => metadataProblems(struct, prop, prop, { 'a b': 'c' }).length === 0);
  expect(new Set(unchecked.map(({ struct }) => struct))).toEqual(new Set(['RabbitMQAlertChangeOptions', 'RabbitMQAlertOptions', 'RabbitMQAlertingOptions']));
});

describe('wrong metadata is refused by its prop', () => {
  const bad = { 'a b': 'c' };
  const chart = newChart();
  const cluster = newCluster({}, chart);
  const host = 'mq.example.com';

  test.each([
    ['Monitor', 'labels', () => new RabbitMQMonitoring(chart, 'Monitor', { cluster, labels: bad })],
    ['Dashboards', 'dashboards.labels', () => new RabbitMQMonitoring(chart, 'Dashboards', { cluster, dashboards: { labels: bad } })],
    ['Ingress', 'labels', () => new RabbitMQIngress(chart, 'Ingress', { cluster, labels: bad, management: { host, allowPlain: true } })],
    ['Annotated', 'management.annotations', () => new RabbitMQIngress(chart, 'Annotated', { cluster, management: { host, allowPlain: true, annotations: bad } })],
    ['Balanced', 'loadBalancer.annotations', () => new RabbitMQIngress(chart, 'Balanced', { cluster, loadBalancer: { ports: ['amqp'], annotations: bad } })],
    ['Autoscaler', 'labels', () => new RabbitMQAutoscaler(chart, 'Autoscaler', { cluster, labels: bad })],
    ['Advisor', 'labels', () => new RabbitMQVerticalAdvisor(chart, 'Advisor', { cluster, labels: bad })],
    ['Backup', 'labels', () => new RabbitMQBackup(chart, 'Backup', { cluster, labels: bad })],
    ['Pods', 'pod.annotations', () => new RabbitMQBackup(chart, 'Pods', { cluster, pod: { annotations: bad } })],
    ['Account', 'serviceAccount.annotations', () => new RabbitMQCluster(chart, 'Account', { name: 'account', serviceAccount: { annotations: bad } })],
    ['Service', 'service.annotations', () => new RabbitMQCluster(chart, 'Service', { name: 'service', service: { annotations: bad } })],
    ['Node', 'scheduling.nodeSelector', () => new RabbitMQCluster(chart, 'Node', { name: 'node', scheduling: { nodeSelector: bad } })],
    ['Volume', 'storage.labels', () => new RabbitMQCluster(chart, 'Volume', { name: 'volume', storage: { labels: bad } })],
  ])('%s: %s', (id, prop, make) => {
    expect(make).toThrow(`[test/${id}] ${prop} has the key "a b". `);
  });

  test('in a static factory', () => {
    const config = Secret.fromSecretName(chart, 'Config', 'config');
    expect(() => RabbitMQBackupDestination.rclone({ remote: 'a', path: 'b', config, serviceAccountAnnotations: bad })).toThrow('serviceAccountAnnotations has the key "a b"');
  });
});
