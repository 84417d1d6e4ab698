import { Duration, Size } from 'cdk8s';
import { RabbitMQQueueType } from '../../../../lib';
import { Case, raw } from '../check';

const GROUP = 'quorum_queue.continuous_membership_reconciliation.target_group_size';

export const QUEUE_CASES: readonly Case[] = [
  {
    id: 'queues-not-replicated', rule: 83,
    outside: { configuration: { queues: { defaultType: RabbitMQQueueType.CLASSIC } } },
    says: /^configuration\.queues\.defaultType is classic with 3 replicas/,
    inside: { replicas: 1, configuration: { queues: { defaultType: RabbitMQQueueType.CLASSIC } } },
  },
  {
    id: 'quorum-group-above-replicas', rule: 84,
    outside: { configuration: { queues: { quorumGroupSize: 5 } } },
    says: /^configuration\.queues\.quorumGroupSize is 5, but replicas is 3: a quorum queue has at/,
    inside: { configuration: { queues: { quorumGroupSize: 3 } } },
  },
  {
    id: 'quorum-group-above-replicas', rule: 84, about: 'by reconciliation',
    outside: raw({ [GROUP]: '5' }),
    says: /^configuration\.raw "quorum_queue\.continuous_membership_reconciliation\.target_group_size" is 5, but replicas is 3: a quorum queue has/,
    inside: { replicas: 5, ...raw({ [GROUP]: '5' }) },
  },
  {
    id: 'quorum-group-even', rule: 84,
    outside: { replicas: 5, configuration: { queues: { quorumGroupSize: 4 } } },
    says: /^configuration\.queues\.quorumGroupSize is 4: an even number/,
    inside: { replicas: 5, configuration: { queues: { quorumGroupSize: 5 } } },
  },
  {
    id: 'target-group-even', rule: 84,
    outside: { replicas: 5, membership: { targetGroupSize: 4 } },
    says: /^membership\.targetGroupSize is 4: an even number of members/,
    inside: { replicas: 5, membership: { targetGroupSize: 5 } },
  },
  {
    id: 'consumer-timeout-unsupported', rule: 74,
    outside: { configuration: { queues: { consumerTimeout: Duration.seconds(59) } } },
    says: /^configuration\.queues\.consumerTimeout is 59000 ms: less than 1 minute is not supported\. Use/,
    inside: { configuration: { queues: { consumerTimeout: Duration.seconds(60) } } },
  },
  {
    id: 'consumer-timeout-short', rule: 74,
    outside: { configuration: { queues: { consumerTimeout: Duration.seconds(299) } } },
    says: /^configuration\.queues\.consumerTimeout is 299000 ms: below 5 minutes, consumers that work longer on/,
    inside: { configuration: { queues: { consumerTimeout: Duration.minutes(5) } } },
  },
  {
    id: 'consumer-timeout-short', rule: 74, about: 'not along with the error',
    outside: raw({ consumer_timeout: '60000' }),
    says: /60000 ms/,
    inside: { configuration: { queues: { consumerTimeout: Duration.minutes(30) } } },
  },
  {
    id: 'message-size-large', rule: 75,
    outside: { configuration: { limits: { maxMessageSize: Size.mebibytes(17) } } },
    says: /^configuration\.limits\.maxMessageSize is 17825792 bytes: messages above 16 MiB block replication and heartbeats\./,
    inside: { configuration: { limits: { maxMessageSize: Size.mebibytes(16) } } },
  },
  {
    id: 'queues-not-replicated', rule: 83, about: 'with two brokers',
    outside: raw({ default_queue_type: 'classic' }),
    says: /"default_queue_type" is classic with 3 replicas/,
    inside: { replicas: 2, ...raw({ default_queue_type: 'classic' }) },
  },
  { id: 'quorum-group-above-replicas', rule: 84, about: 'of a cluster that is stopped', outside: { replicas: 1, ...raw({ [GROUP]: '3' }) }, says: /replicas is 1/, inside: { replicas: 0, ...raw({ [GROUP]: '3' }) } },
  { id: 'quorum-group-even', rule: 84, about: 'that is none', outside: raw({ [GROUP]: '2' }), says: /is 2: an even number/, inside: raw({ [GROUP]: '0' }) },
];
