import { Duration } from 'cdk8s';
import { RabbitMQProbesOptions, RabbitMQVersion } from '../../../lib';
import { containersOf, Manifest, workloadsOf } from '../../support/manifest';
import { brokerContainer, synthCluster } from '../../support/synth';

const PROBES = ['startupProbe', 'readinessProbe', 'livenessProbe'];

const probesOf = (manifests: readonly Manifest[]): any[] =>
  workloadsOf(manifests)
    .flatMap(({ pod }) => containersOf(pod))
    .flatMap(container => PROBES.flatMap(probe => container[probe] ?? []));

describe.each(['3.10', '3.11', '3.12', '3.13', '4.0', '4.1', '4.2', '4.3'])('the probes of %s', (series) => {
  const manifests = synthCluster({ version: RabbitMQVersion.of(series) });
  const { startupProbe, readinessProbe, livenessProbe } = brokerContainer(manifests);

  test('start no command', () => {
    expect(probesOf(manifests)).toHaveLength(2);
    expect(probesOf(manifests).filter(probe => 'exec' in probe)).toEqual([]);
  });

  test('connect to the AMQP port by its name', () => {
    expect(startupProbe.tcpSocket).toEqual({ port: 'amqp' });
    expect(readinessProbe.tcpSocket).toEqual({ port: 'amqp' });
  });

  test('outlast a boot that waits 5 minutes for metadata', () => {
    expect(startupProbe.periodSeconds * startupProbe.failureThreshold).toBeGreaterThanOrEqual(6 * 60);
  });

  test('kill nothing that has started', () => {
    expect(livenessProbe).toBeUndefined();
  });
});

describe('the probes', () => {
  const probesWith = (probes: RabbitMQProbesOptions): any => brokerContainer(synthCluster({ probes }));

  test('have defaults', () => {
    expect(probesWith({})).toMatchObject({
      startupProbe: { periodSeconds: 1, timeoutSeconds: 3, failureThreshold: 86_400 },
      readinessProbe: { periodSeconds: 5, timeoutSeconds: 3, failureThreshold: 3 },
    });
  });

  test('try often enough for the whole of the startup timeout', () => {
    const { startupProbe } = probesWith({ startupTimeout: Duration.minutes(10), startupPeriod: Duration.seconds(7) });
    expect(startupProbe).toMatchObject({ periodSeconds: 7, failureThreshold: 86 });
    expect(startupProbe.periodSeconds * startupProbe.failureThreshold).toBeGreaterThanOrEqual(600);
  });

  test('of readiness are as they are asked for', () => {
    const { readinessProbe } = probesWith({
      readinessPeriod: Duration.seconds(10), readinessTimeout: Duration.seconds(4), readinessFailureThreshold: 2,
    });
    expect(readinessProbe).toEqual({ tcpSocket: { port: 'amqp' }, periodSeconds: 10, timeoutSeconds: 4, failureThreshold: 2 });
  });

  test('follow the port that brokers listen on', () => {
    const broker = brokerContainer(synthCluster({ configuration: { raw: { 'listeners.tcp.default': '5673' } } }));
    expect(broker.ports).toContainEqual({ name: 'amqp', containerPort: 5673 });
    expect(broker.readinessProbe.tcpSocket.port).toBe('amqp');
  });
});
