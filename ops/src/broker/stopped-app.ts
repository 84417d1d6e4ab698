import type { Broker } from './broker';
import { brokerOf } from './brokers';
import { BROKER_CONTAINER } from '../core/cluster-ref';
import { OperationError } from '../core/errors';
import type { KubernetesConnection } from '../kubernetes/connection';
import type { Kubernetes } from '../kubernetes/library';
import { isReady } from '../kubernetes/pods';

/** How long a container must have run before its state counts, in milliseconds: Erlang starts before RabbitMQ. */
const STARTS_MS = 30_000;

/**
 * Whether RabbitMQ is stopped in a container that runs, as `rabbitmqctl stop_app` leaves it. False if the
 * broker doesn't answer.
 */
export async function isAppStopped(connection: KubernetesConnection, pod: Kubernetes.V1Pod): Promise<boolean> {
  const startedAt = pod.status?.containerStatuses
    ?.find(({ name }) => name === BROKER_CONTAINER)
    ?.state?.running?.startedAt;
  if (isReady(pod) || startedAt === undefined || Date.now() - new Date(startedAt).getTime() < STARTS_MS) {
    return false;
  }
  return await bootState(brokerOf(connection, pod)) === 'stopped';
}

async function bootState(broker: Broker): Promise<string | undefined> {
  try {
    const { stdout, exitCode } = await broker.exec(['rabbitmqctl', '--silent', 'eval', 'rabbit_boot_state:get().']);
    return exitCode === 0 ? stdout.trim() : undefined;
  } catch (error) {
    if (error instanceof OperationError) {
      return undefined;
    }
    throw error;
  }
}
