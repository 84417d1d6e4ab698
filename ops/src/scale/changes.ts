import { counted } from '../core/counted';
import type { Broker } from '../broker/broker';
import { RUNNING_NODES } from '../broker/erlang-texts';
import { BrokerError } from '../core/errors';

/** Changes of replicas and leaders that brokers have planned. */
export interface PlannedChanges {
  /** Queues whose replicas or leader still change. */
  readonly left: number;
  /** Queues of these that change now. */
  readonly changing: number;
}

/** One broker changes queues at a time. Those without the program, or of another version of it, report nothing. */
const PROGRESS = `
{Answers, _} = rpc:multicall(${RUNNING_NODES}, rabbitmq_membership_broker, progress, [], 5000),
#{left => lists:sum([Left || {Left, _} <- Answers, is_integer(Left)]), changing => lists:sum([Changing || {_, Changing} <- Answers, is_integer(Changing)])}.`;

/** The changes that the brokers report; none where they do not answer. */
export async function plannedChanges(broker: Broker): Promise<PlannedChanges> {
  try {
    const { value } = await broker.json<{ value?: PlannedChanges }>(['rabbitmqctl', 'eval', PROGRESS]);
    return { left: value?.left ?? 0, changing: value?.changing ?? 0 };
  } catch (error) {
    if (error instanceof BrokerError) {
      return { left: 0, changing: 0 };
    }
    throw error;
  }
}

/** `640 queues still change replicas or leaders, 8 at a time` */
export function changesText({ left, changing }: PlannedChanges): string {
  return `${counted(left, 'queue')} still ${left === 1 ? 'changes' : 'change'} replicas or leaders, ${changing} at a time`;
}
