import { Duration } from 'cdk8s';
import { wholeSeconds } from '../../kubernetes/seconds';
import { collect } from '../../validation/errors';

/** What becomes of the messages in classic queues of a broker that leaves: nobody else has them. */
export enum RabbitMQClassicQueuesOnScaleIn {
  /**
   * The broker stays until they are empty, and says so; then they are declared on another broker, with their bindings.
   */
  WAIT = 'wait',
  /** They go with the broker, their messages included. Empty ones are declared on another broker. */
  DELETE = 'delete',
}

/**
 * Automatic membership: what brokers do when the number of replicas changes, by `kubectl scale`, an HPA or an apply.
 * It is described in docs/scaling.md.
 */
export interface RabbitMQMembershipOptions {
  /**
   * Whether a broker that is scaled in leaves the cluster before it stops, and queues get members on brokers that are
   * scaled out. Brokers ask the API server for their StatefulSet, with a right to read this one object and
   * to write events.
   * @default true
   */
  readonly leaveOnScaleIn?: boolean;
  /**
   * How many members quorum queues and streams are to have, as far as there are brokers: an odd number. A queue's
   * policy (`target-group-size`, for streams `initial-cluster-size`) or its arguments, where they say
   * one, take precedence.
   * @default 3
   */
  readonly targetGroupSize?: number;
  /**
   * Whether members of quorum queues are moved to brokers that have fewer, so that new brokers do their share for old
   * queues. Each move copies what the queue holds.
   * @default true
   */
  readonly spreadMembers?: boolean;
  /**
   * What becomes of the messages in classic queues of a broker that leaves.
   * @default RabbitMQClassicQueuesOnScaleIn.WAIT
   */
  readonly classicQueues?: RabbitMQClassicQueuesOnScaleIn;
  /**
   * How long a broker may take to leave. After that it stops as for a restart and stays a member of the cluster, which
   * forgets it as soon as that is safe. It is part of the pods' grace period.
   * @default Duration.hours(1)
   */
  readonly leaveTimeout?: Duration;
}

/** `RabbitMQMembershipOptions` with the defaults in place. */
export interface ResolvedMembership {
  readonly leaveOnScaleIn: boolean;
  readonly targetGroupSize: number;
  readonly spreadMembers: boolean;
  readonly classicQueues: RabbitMQClassicQueuesOnScaleIn;
  readonly leaveSeconds: number;
}

/**
 * @throws if `targetGroupSize` isn't a whole number of 1 or more, or `leaveTimeout` has a fraction of a second or
 * is too short
 */
export function resolveMembership(props: RabbitMQMembershipOptions = {}): ResolvedMembership {
  const { targetGroupSize, leaveSeconds } = collect({
    targetGroupSize: () => requireGroupSize(props.targetGroupSize ?? 3),
    leaveSeconds: () => requireLeaveTimeout(props.leaveTimeout ?? Duration.hours(1)),
  });
  return {
    leaveOnScaleIn: props.leaveOnScaleIn ?? true,
    targetGroupSize,
    spreadMembers: props.spreadMembers ?? true,
    classicQueues: props.classicQueues ?? RabbitMQClassicQueuesOnScaleIn.WAIT,
    leaveSeconds,
  };
}

function requireGroupSize(size: number): number {
  if (!Number.isInteger(size) || size < 1) {
    throw new Error(`membership.targetGroupSize is ${size}: it must be a whole number of 1 or more. Use 3 or 5`);
  }
  return size;
}

function requireLeaveTimeout(timeout: Duration): number {
  const seconds = wholeSeconds('membership.leaveTimeout', timeout);
  if (seconds < 60) {
    throw new Error(`membership.leaveTimeout is ${seconds} s: moving queue replicas takes at least 1 minute. Set it to 1 minute or more, or remove it`);
  }
  return seconds;
}
