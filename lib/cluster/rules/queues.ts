import { chosenLike, stated, statedOf } from './settings';
import { ClusterSubject } from './subject';
import { Rule, rule, ruleForEach } from '../../validation/rule';

const GROUP_SIZES = /^quorum_queue\.(initial_cluster_size|continuous_membership_reconciliation\.target_group_size)$/;
const MINUTE = 60_000;
const MEBIBYTE = 2 ** 20;

/** Queues, their members, messages and consumers. */
export const QUEUE_RULES: readonly Rule<ClusterSubject>[] = [
  rule({
    id: 'queues-not-replicated',
    severity: 'warning',
    when: ({ configuration, replicas }) => configuration.get('default_queue_type') === 'classic' && replicas > 2,
    message: subject => `${statedOf(subject, 'default_queue_type')} with ${subject.replicas} replicas: a classic queue exists on one broker only, and is unavailable without it. Use "quorum"`,
  }),
  ruleForEach({
    id: 'quorum-group-above-replicas',
    severity: 'warning',
    each: subject => chosenLike(subject, GROUP_SIZES),
    when: ({ value }, { replicas }) => replicas > 0 && Number(value) > replicas,
    message: (entry, { replicas }) => `${stated(entry)}, but replicas is ${replicas}: a quorum queue has at most one member on each broker. Use ${replicas} or less`,
  }),
  ruleForEach({
    id: 'quorum-group-even',
    // a warning, as for an even number of brokers: it works
    severity: 'warning',
    each: subject => chosenLike(subject, GROUP_SIZES),
    when: ({ value }) => Number(value) > 0 && Number(value) % 2 === 0,
    message: entry => `${stated(entry)}: an even number of members tolerates no more failures than one less. Use 3 or 5`,
  }),
  rule({
    id: 'target-group-even',
    severity: 'warning',
    when: ({ membership }) => membership.leaveOnScaleIn && membership.targetGroupSize % 2 === 0,
    message: ({ membership: { targetGroupSize } }) => `membership.targetGroupSize is ${targetGroupSize}: an even number of members tolerates no more failures than one less. Use 3 or 5`,
  }),
  ruleForEach({
    id: 'consumer-timeout-unsupported',
    severity: 'error',
    each: subject => chosenLike(subject, /^consumer_timeout$/),
    when: ({ value }) => Number(value) < MINUTE,
    message: entry => `${stated(entry)} ms: less than 1 minute is not supported. Use 5 minutes or more; RabbitMQ's default is 30 minutes`,
  }),
  ruleForEach({
    id: 'consumer-timeout-short',
    severity: 'warning',
    each: subject => chosenLike(subject, /^consumer_timeout$/),
    when: ({ value }) => Number(value) >= MINUTE && Number(value) < 5 * MINUTE,
    message: entry => `${stated(entry)} ms: below 5 minutes, consumers that work longer on a message lose their channel. Use 5 minutes or more; RabbitMQ's default is 30 minutes`,
  }),
  ruleForEach({
    id: 'message-size-large',
    severity: 'warning',
    each: subject => chosenLike(subject, /^max_message_size$/),
    when: ({ value }) => Number(value) > 16 * MEBIBYTE,
    message: entry => `${stated(entry)} bytes: messages above 16 MiB block replication and heartbeats. Store large payloads elsewhere, and send a reference`,
  }),
];
