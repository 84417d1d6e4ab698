import { Duration } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { wholeSeconds } from '../../kubernetes/seconds';

/**
 * How Kubernetes finds out whether a broker has started and takes connections. The probes connect to the AMQP port,
 * which a broker opens at the end of its boot and closes when it is drained; none starts a command line tool. There is
 * no liveness probe, as the RabbitMQ team advises: https://www.rabbitmq.com/docs/monitoring#readiness-probes
 */
export interface RabbitMQProbesOptions {
  /**
   * Maximum time of a boot before Kubernetes restarts the container. The boot program judges whether a boot makes
   * progress, and ends one that cannot succeed. A boot that waits for other brokers, or rebuilds an index, must not be
   * killed: the default only ends a boot whose program fails too. Docs: `docs/boot.md`.
   * @default Duration.hours(24)
   */
  readonly startupTimeout?: Duration;
  /**
   * How often it is tried whether the broker is up.
   * @default Duration.seconds(1)
   */
  readonly startupPeriod?: Duration;
  /**
   * How often it is tried whether the broker takes connections, once it is up.
   * @default Duration.seconds(5)
   */
  readonly readinessPeriod?: Duration;
  /**
   * How long one try may take.
   * @default Duration.seconds(3)
   */
  readonly readinessTimeout?: Duration;
  /**
   * How many tries in a row must fail until clients are sent elsewhere.
   * @default 3
   */
  readonly readinessFailureThreshold?: number;
}

/** The probes of the broker's container. */
export type Probes = Pick<k8s.Container, 'startupProbe' | 'readinessProbe'>;

/** @throws if a duration has a fraction of a second */
export function resolveProbes(probes: RabbitMQProbesOptions, port: string): Probes {
  const tcpSocket: k8s.TcpSocketAction = { port: k8s.IntOrString.fromString(port) };
  const startupPeriod = wholeSeconds('probes.startupPeriod', probes.startupPeriod ?? Duration.seconds(1));
  const startupTimeout = wholeSeconds('probes.startupTimeout', probes.startupTimeout ?? Duration.hours(24));
  return {
    startupProbe: {
      tcpSocket,
      periodSeconds: startupPeriod,
      timeoutSeconds: 3,
      failureThreshold: Math.ceil(startupTimeout / startupPeriod),
    },
    readinessProbe: {
      tcpSocket,
      periodSeconds: wholeSeconds('probes.readinessPeriod', probes.readinessPeriod ?? Duration.seconds(5)),
      timeoutSeconds: wholeSeconds('probes.readinessTimeout', probes.readinessTimeout ?? Duration.seconds(3)),
      failureThreshold: probes.readinessFailureThreshold ?? 3,
    },
  };
}
