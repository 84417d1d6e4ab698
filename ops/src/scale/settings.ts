import type { Broker } from '../broker/broker';

/** Settings of a change of the number of brokers: `membership` of the cluster. */
export interface ScalingSettings {
  /** How many members quorum queues and streams are to have whose policy and arguments don't say. */
  readonly targetGroupSize: number;
  /** Whether members of quorum queues move to brokers that have fewer. */
  readonly spreadMembers: boolean;
}

/** Where the library's clusters have them; a change of the ConfigMap gets there without a restart. */
const FILE = '/etc/rabbitmq-cluster/rabbitmq_membership.config';

/** @throws BrokerError if the broker has no such file */
export async function scalingSettings(broker: Broker): Promise<ScalingSettings> {
  const terms = await broker.run(['cat', FILE]);
  const setting = (name: string): string | undefined => new RegExp(String.raw`\{${name}, (\w+)\}`).exec(terms)?.[1];
  return { targetGroupSize: Number(setting('target_group_size') ?? 3), spreadMembers: setting('spread') !== 'false' };
}
