import { argumentsOf, perfTestManifests } from '../../src/perf-test/manifests';
import { figuresIn } from '../../src/perf-test/results';

const LOAD = { durationS: 30, producers: 2, consumers: 1, messageBytes: 1000, unconfirmed: 100 };

test('figures are read from the end of the output of PerfTest', () => {
  const log = [
    'id: test-1, time 1.000 s, sent: 81286 msg/s, received: 23516 msg/s, min/median/75th/95th/99th consumer latency: 6930/174056/361178/503928/519681 µs',
    'test stopped (Reached time limit)',
    'id: test-1, sending rate avg: 8001 msg/s',
    'id: test-1, receiving rate avg: 7990 msg/s',
    'id: test-1, consumer latency min/median/75th/95th/99th 343/2300/4000/9000/12000 µs',
    'id: test-1, confirm latency min/median/75th/95th/99th 1/2/3/4/109 ms',
  ].join('\n');
  expect(figuresIn(log)).toEqual({
    sent: 8001, received: 7990, consumerLatency: { median: 2.3, p99: 12 }, confirmLatency: { median: 2, p99: 109 },
  });
  expect(figuresIn('nothing')).toEqual({ sent: undefined, received: undefined, consumerLatency: undefined, confirmLatency: undefined });
});

test.each([[undefined, false], [500, true]])('a rate of %s is passed on: %s', (rate, isPassed) => {
  expect(argumentsOf({ ...LOAD, rate }).includes('--rate')).toBe(isPassed);
});

test('the password is in no manifest, and the pod complies with "restricted"', () => {
  const [policy, job] = perfTestManifests({ namespace: 'shop', name: 'orders' }, 'orders-perf-test-1', 'perf-test:1', LOAD) as any[];
  const { containers: [container], securityContext } = job.spec.template.spec;
  expect(container.env).toEqual([{ name: 'RABBITMQ_PERF_TEST_URI', valueFrom: { secretKeyRef: { name: 'orders-credentials', key: 'uri' } } }]);
  expect([securityContext.runAsNonRoot, container.securityContext.allowPrivilegeEscalation]).toEqual([true, false]);
  expect(policy.spec.ingress[0].from).toEqual([{ podSelector: { matchLabels: { app: 'rabbitmq-perf-test', cluster: 'orders' } } }]);
});
