import { matchesName } from './patterns';
import { ARGUMENT_POLICY_KEYS } from './values';
import { ExchangeModel, ImportedModel, Json, PolicyModel, QueueModel, TopologyModel } from '../model';
import { QUEUE_ARGUMENTS } from '../queue-arguments';

/** The types of queue that a target of policies includes. */
export const TARGET_TYPES: Readonly<Record<string, readonly string[]>> = {
  all: ['quorum', 'classic', 'stream'],
  queues: ['quorum', 'classic', 'stream'],
  exchanges: [],
  classic_queues: ['classic'],
  quorum_queues: ['quorum'],
  streams: ['stream'],
};

/** The keys of policies that set the same as an argument. */
export const POLICY_KEYS: Readonly<Record<string, string>> = {
  ...ARGUMENT_POLICY_KEYS,
  ...Object.fromEntries(
    Object.values(QUEUE_ARGUMENTS).flatMap(({ argument, policyKey }) =>
      policyKey === undefined ? [] : [[argument, policyKey]]),
  ),
};

export function targetsExchanges({ target }: PolicyModel): boolean {
  return target === 'all' || target === 'exchanges';
}

/** What a policy matches: rules ask for the same again and again. */
const matched = new WeakMap<
  PolicyModel,
  { readonly queues: readonly QueueModel[]; readonly exchanges: readonly ExchangeModel[] }
>();

function matchesQueue(policy: PolicyModel, { vhost, type, name }: QueueModel, unknown: boolean): boolean {
  return vhost === policy.vhost
    && TARGET_TYPES[policy.target].includes(type)
    && matchesName(policy.pattern, name, unknown);
}

function matchedBy(policy: PolicyModel, { queues, exchanges }: TopologyModel) {
  const known = matched.get(policy) ?? {
    queues: queues.filter(queue => matchesQueue(policy, queue, false)),
    exchanges: targetsExchanges(policy)
      ? exchanges.filter(({ vhost, name }) => vhost === policy.vhost && matchesName(policy.pattern, name, false))
      : [],
  };
  matched.set(policy, known);
  return known;
}

/** The declared queues that a policy matches; none for a pattern that only RabbitMQ can read. */
export function queuesOf(policy: PolicyModel, topology: TopologyModel): readonly QueueModel[] {
  return matchedBy(policy, topology).queues;
}

/** The declared exchanges that a policy matches; none for a pattern that only RabbitMQ can read. */
export function exchangesOf(policy: PolicyModel, topology: TopologyModel): readonly ExchangeModel[] {
  return matchedBy(policy, topology).exchanges;
}

/** The queues and exchanges of others that a policy matches. */
export function importedOf(policy: PolicyModel, { imported }: TopologyModel): ImportedModel[] {
  return imported.filter(({ kind, vhost, name }) => vhost === policy.vhost && matchesName(policy.pattern, name, true)
    && (kind === 'exchange' ? targetsExchanges(policy) : TARGET_TYPES[policy.target].length > 0));
}

/** What holds of a queue: its own argument, or that of the operator policy or policy with the highest priority. */
export function effective(queue: QueueModel, argument: string, topology: TopologyModel): Json | undefined {
  const own = queue.arguments.find(one => one.argument === argument)?.value;
  const key = POLICY_KEYS[argument];
  const [operators, users] = [true, false].map((operator) => {
    const [highest] = topology.policies
      .filter(policy => policy.operator === operator && matchesQueue(policy, queue, false))
      .sort((a, b) => b.priority - a.priority);
    return highest?.definition[key];
  });
  return own ?? operators ?? users;
}
