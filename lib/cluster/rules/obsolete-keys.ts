import { chosenLike, nameOf, stated } from './settings';
import { ClusterSubject } from './subject';
import { Entry } from '../../configuration/effective';
import { Rule, ruleForEach, Severity } from '../../validation/rule';

interface ObsoleteKeys {
  readonly id: string;
  readonly severity: Severity;
  readonly keys: RegExp;
  /** The first release in which they are no use; absent if they never were. */
  readonly since?: string;
  readonly message: (entry: Entry) => string;
}

/** Keys that still parse and do nothing, do harm, or are going to go. */
export const OBSOLETE_KEY_RULES: readonly Rule<ClusterSubject>[] = ([
  {
    id: 'memory-key-without-effect',
    severity: 'warning',
    keys: /^(vm_memory_high_watermark_paging_ratio|memory_monitor_interval)$/,
    since: '4.0',
    message: entry => `${nameOf(entry)} has no effect from 4.0 on. Remove it`,
  },
  {
    id: 'mirroring-key-removed',
    severity: 'error',
    keys: /^mirroring_|^default_policies\.operator\..+\.ha_/,
    since: '4.0',
    message: entry => `${nameOf(entry)} configures mirrored queues, which 4.0 removed. Remove it; quorum queues are always replicated`,
  },
  {
    id: 'queue-master-locator',
    severity: 'warning',
    keys: /^queue_master_locator$/,
    since: '4.0',
    message: entry => `${nameOf(entry)} has no effect from 4.0 on. Remove it, and use "queue_leader_locator"`,
  },
  {
    id: 'wal-key-without-effect',
    severity: 'warning',
    keys: /^raft\.wal_max_(size_bytes|entries|batch_size)$/,
    since: '4.3',
    message: entry => `${nameOf(entry)} has no effect on quorum queues from 4.3 on. Use "${entry.key.replace('raft.', 'quorum_queue.')}"`,
  },
  {
    id: 'partition-handling-without-effect',
    severity: 'note',
    keys: /^cluster_partition_handling/,
    // with Khepri, the metadata store of new clusters from 4.2
    since: '4.2',
    message: entry => `${nameOf(entry)} has no effect with Khepri, the metadata store from 4.2 on. Remove it`,
  },
  {
    id: 'discovery-key-ignored',
    severity: 'error',
    keys: /^cluster_formation\.k8s\.(?!ordinal_start$|seed_node$)/,
    since: '4.1',
    message: entry => `${nameOf(entry)} configures the peer discovery of 4.0 and older: newer brokers ignore it, but do not start if a file that it names is missing. Remove it`,
  },
  {
    id: 'discovery-retry-limit-ignored',
    severity: 'note',
    keys: /^cluster_formation\.discovery_retry_limit$/,
    since: '4.1',
    message: entry => `${nameOf(entry)} has no effect on Kubernetes from 4.1 on: a broker retries without a limit. Remove it`,
  },
  {
    id: 'socket-buffer-fixed',
    severity: 'warning',
    keys: /(^|\.)tcp_listen_options\.(sndbuf|recbuf|buffer)$/,
    since: '4.1',
    message: entry => `${stated(entry)}: from 4.1 on, the operating system tunes the buffers of each connection; a fixed size is slower or uses more memory. Remove it`,
  },
  {
    id: 'frame-size-changed',
    severity: 'warning',
    keys: /^(initial_)?frame_max$/,
    message: entry => `${stated(entry)}: clients expect RabbitMQ's default frame size, and fail with others. Remove it`,
  },
  {
    id: 'deprecated-feature-permitted',
    severity: 'warning',
    keys: /^deprecated_features\.permit\./,
    message: entry => `${nameOf(entry)} permits "${entry.key.split('.')[2]}", which a later release removes. Stop using it`,
  },
] as const satisfies readonly ObsoleteKeys[]).map(obsolete);

function obsolete({ id, severity, keys, since = '3.10', message }: ObsoleteKeys): Rule<ClusterSubject> {
  return ruleForEach({
    id,
    severity,
    each: subject => (subject.image.version.isAtLeast(since) ? chosenLike(subject, keys) : []),
    when: ({ key, value }) => !(key.startsWith('deprecated_features.') && value !== 'true'),
    message,
  });
}
